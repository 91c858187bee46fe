"""The same coder over many articles."""

from communique.engine.local import Summary, read_into, recode_store

__all__ = ["Summary", "read_into", "recode_store"]
