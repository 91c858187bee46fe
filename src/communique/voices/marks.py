"""Quotation marks: which stretches of an article stand between them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from communique.language import Parsed
from communique.records import Span

__all__ = ["Quoted", "held_apart", "quoted_stretches"]

_MARK = re.compile("[“”„«»\"]|''|``|(?<![\\w.,!?…’])[‘'](?=[\\w\\[])|(?<=[\\w.,!?…\\]])[’'](?!\\w)")
_CLOSES = {"“": "”", "„": "”“", "«": "»", '"': '"', "''": "''", "``": "''", "‘": "’", "'": "'"}
_SINGLE = frozenset("‘'")
_LONGEST_TITLE = 8
_DISTANCE = re.compile(
    r"(?:so-called|self-styled|dubbed|named|titled|entitled|codenamed)\W+$", re.I
)
_NOUN_BEFORE = re.compile(r"\b(?:the|a|an|its|his|her|their)\s(?:[^\W\d_]+\s){1,3}$", re.I)
_LONG_WORD = 4


@dataclass(frozen=True, slots=True)
class Quoted:
    """A stretch between quotation marks; `span` includes them.

    `closed` is False where the mark that should end it is missing: the stretch then runs to the
    end of its paragraph, and goes on in the next where that begins with a mark.
    """

    span: Span
    paragraph: int
    closed: bool


def quoted_stretches(parsed: Parsed) -> tuple[Quoted, ...]:
    """All quoted stretches, in order, outermost marks only.

    Straight and typographic marks are told apart by what opened a stretch; no stretch crosses a
    paragraph. Single marks count where they stand at a word's edge and are closed.
    """
    found: list[Quoted] = []
    for paragraph, group in groupby(parsed.sentences, key=lambda s: s.paragraph):
        sentences = list(group)
        span = (sentences[0].start, sentences[-1].end)
        found.extend(_scan(parsed.article.text, span, paragraph))
    return tuple(found)


def _scan(text: str, span: Span, paragraph: int) -> Iterator[Quoted]:
    marks = [(m.group(), m.start(), m.end()) for m in _MARK.finditer(text, *span)]
    unclosed: set[str] = set()  # what nothing closes here, nothing closes further on
    position = 0
    while position < len(marks):
        mark, start, _ = marks[position]
        position += 1
        if mark not in _CLOSES:
            continue
        closing = None if mark in unclosed else _closing(text, mark, marks, position)
        if closing is not None:
            position = closing + 1
            yield Quoted(span=(start, marks[closing][2]), paragraph=paragraph, closed=True)
            continue
        unclosed.add(mark)
        if mark not in _SINGLE and _opens(text, start, span):
            yield Quoted(span=(start, span[1]), paragraph=paragraph, closed=False)
            return


def _opens(text: str, start: int, span: Span) -> bool:
    """Whether a mark stands where a quotation can begin, and not at the end of a word."""
    return start == span[0] or text[start - 1].isspace() or text[start - 1] in "([—–-"


def _closing(
    text: str, mark: str, marks: Sequence[tuple[str, int, int]], position: int
) -> int | None:
    """The place, from `position` on, of the mark that closes one."""
    for index in range(position, len(marks)):
        other, start, end = marks[index]
        if other in _CLOSES[mark]:
            if mark in _SINGLE and text[start - 1] == "s" and text[end : end + 1].isspace():
                continue
            return index
    return None


def held_apart(text: str, quoted: Quoted) -> bool:
    """Whether marks name a thing or hold a word at a distance, and quote nobody.

    So it is with a title after its noun, all of whose longer words have a capital (the film
    "Red Harbour"), and with what is "so-called".
    """
    start, end = quoted.span
    words = re.findall(r"[^\W\d_]+", text[start:end])
    if not 0 < len(words) <= _LONGEST_TITLE:
        return False
    before = text[max(0, start - 60) : start]
    if _DISTANCE.search(before):
        return True
    long = [w for w in words if len(w) >= _LONG_WORD]
    capitals = bool(long) and words[0][:1].isupper() and all(w[0].isupper() for w in long)
    return capitals and _NOUN_BEFORE.search(before) is not None
