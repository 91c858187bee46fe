"""The words of a stretch of a sentence, and the one that governs the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.language import Sentence

__all__ = ["top_word", "words_in"]


def words_in(sentence: Sentence, span: tuple[int, int]) -> list[Token]:
    """The words that begin within a span of the sentence's text; no marks, no spaces."""
    start, end = span
    return [t for t in sentence.doc if start <= t.idx < end and not t.is_punct and not t.is_space]


def top_word(sentence: Sentence, span: tuple[int, int]) -> Token | None:
    """The word within a span that is highest in the parse."""
    words = words_in(sentence, span)
    return min(words, key=lambda t: sum(1 for _ in t.ancestors), default=None)
