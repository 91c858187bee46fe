"""Lines and rough sentences of a text, with their offsets: the units that furniture comes in."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.records import Span

__all__ = ["line_spans", "piece_spans", "trimmed"]

_LINE = re.compile(r"[^\n\r\u2028\u2029\x85]+")
_BREAK = re.compile(r"(?<=[.!?…])[\"”’'»)\]]*\s+(?=[\"“‘'«(\[©@►*#—–-]*\s?[A-Z0-9©@#(\[])")
_ABBREVIATION = re.compile(
    r"(?:^|[\s(“\"])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Lt|Col|Maj|Sgt|Capt|Gov|Sen|Rep|Prof|Jan|Feb|Mar|Apr"
    r"|Aug|Sept?|Oct|Nov|Dec|No|vs|Inc|Ltd|Co|Corp|[A-Z](?:\.[A-Z])+)\.$"
)


_LONGEST = 40
"""Characters before a stop in which an abbreviation is looked for."""


def trimmed(text: str, start: int, end: int) -> Span | None:
    """The span without white space at its ends, or None where nothing else is in it."""
    piece = text[start:end]
    stripped = piece.strip()
    if not stripped:
        return None
    start += len(piece) - len(piece.lstrip())
    return (start, start + len(stripped))


def line_spans(text: str) -> list[Span]:
    """Lines that hold more than white space, trimmed."""
    spans = (trimmed(text, m.start(), m.end()) for m in _LINE.finditer(text))
    return [s for s in spans if s]


def piece_spans(text: str, line: Span) -> Iterator[Span]:
    """Rough sentences of a line: what lies between sentence marks, abbreviations passed over.

    Coarser and cheaper than the sentences that are parsed; no piece crosses the line's ends.
    """
    start, end = line
    for match in _BREAK.finditer(text, start, end):
        if _ABBREVIATION.search(text, max(start, match.start() - _LONGEST), match.start()):
            continue
        span = trimmed(text, start, match.end())
        if span:
            yield span
        start = match.end()
    span = trimmed(text, start, end)
    if span:
        yield span
