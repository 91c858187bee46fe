"""A parsed article: its sentences, each with its syntax and its place in the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.records import Article, Span

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Parsed", "Sentence", "Tokens"]

Tokens = Sequence["Token"]
"""The tokens of a sentence, by their index in its parse."""

_DASH = re.compile(r"(?:-{1,2}|–|—|:)\s")


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. `start` and `end` are offsets in the article's text.

    `number` counts the article's sentences from 1, `paragraph` its paragraphs from 0. `doc` is
    the spaCy parse of this sentence alone, as long as the sentence in code points, so that
    `start + token.idx` is a token's offset in the article. (Line ends and typographic quotation
    marks are replaced, one for one, in what the parser sees: read words from `text`.)
    """

    number: int
    paragraph: int
    start: int
    end: int
    text: str
    doc: Doc
    tokens: Tokens = field(init=False, repr=False, compare=False)
    """The parse's tokens, made once: asking the parse makes a new object each time."""

    def __post_init__(self) -> None:
        object.__setattr__(self, "tokens", tuple(self.doc))

    @property
    def span(self) -> Span:
        """Where the sentence stands in the article's text."""
        return (self.start, self.end)

    @property
    def told(self) -> str:
        """The words without a dateline, as long as the sentence: it dates no event."""
        blanked = len(self.doc.text) - len(self.doc.text.lstrip(" "))
        dashes = [m.end() for m in _DASH.finditer(self.text, 0, blanked)]
        end = dashes[-1] if dashes else 0
        return " " * end + self.text[end:]

    def token_span(self, token: Token) -> Span:
        """A token's offsets in the article's text."""
        return (self.start + token.idx, self.start + token.idx + len(token.text))

    def span_of(self, first: int, last: int) -> Span:
        """Offsets in the article's text of the tokens `first` to `last`, both included."""
        return (self.token_span(self.doc[first])[0], self.token_span(self.doc[last])[1])

    def words(self, span: Span) -> str:
        """The article's words at a span that lies within this sentence."""
        return self.text[span[0] - self.start : span[1] - self.start]


@dataclass(frozen=True, slots=True)
class Parsed:
    """An article and its sentences, in order; page furniture is not among them."""

    article: Article
    sentences: tuple[Sentence, ...]
    parser: str

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds an offset of the article's text."""
        low, high = 0, len(self.sentences)
        while low < high:
            middle = (low + high) // 2
            if self.sentences[middle].end <= offset:
                low = middle + 1
            else:
                high = middle
        if low < len(self.sentences) and self.sentences[low].start <= offset:
            return self.sentences[low]
        return None
