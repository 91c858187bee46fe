"""The same coder over many articles."""

from communique.engine.coding import code_article, code_articles, coder_of
from communique.engine.local import read_into, recode_store
from communique.engine.summary import Summary

__all__ = ["Summary", "code_article", "code_articles", "coder_of", "read_into", "recode_store"]
