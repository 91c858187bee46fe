"""Article to parsed sentences."""

from communique.language.document import Parsed, Sentence
from communique.language.parser import DEFAULT_MODEL, Parser
from communique.language.segment import paragraph_spans, sentence_spans

__all__ = ["DEFAULT_MODEL", "Parsed", "Parser", "Sentence", "paragraph_spans", "sentence_spans"]
