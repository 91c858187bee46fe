"""Finds page furniture in a text: words that no reporter wrote."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import groupby

from communique.errors import DataFileError
from communique.reading.headings import heading_spans
from communique.reading.placing import Unit, name_by_score, units_of
from communique.reading.score import load_weights, unquoted, weigh
from communique.reading.units import line_spans
from communique.records import Article, Dropped, Span

__all__ = ["Found", "Pattern", "find_furniture", "furniture_spans", "load_patterns"]

_PLACES = ("line", "sentence", "start", "end")
_LONGEST = 600
_START_LINES = 8
_END_PIECES = 6
_FEWEST_BEFORE_TAIL = 3
_TAIL_WORDS = 14
_APART = frozenset({"title", "section", "byline", "stamp", "credit"})
_STOPS = re.compile(r"\w{3}[.!?][\"”’'»)\]]*$")
_ENDS = re.compile(r"[.!?…:;,][\"”’'»)\]]*$")


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row of furniture.toml."""

    kind: str
    at: str
    pattern: str
    example: str


@dataclass(frozen=True, slots=True)
class Found:
    """A stretch of furniture in a text; offsets are code points."""

    kind: str
    span: Span


@cache
def load_patterns() -> tuple[tuple[Pattern, ...], tuple[str, ...]]:
    """The patterns and the sentences that none of them may match.

    Raises `DataFileError` where a pattern is none, or the file is shorter than its own bounds.
    """
    raw = files("communique.reading").joinpath("data/furniture.toml").read_bytes()
    data = tomllib.loads(raw.decode("utf-8"))
    patterns = tuple(Pattern(**row) for row in data["furniture"])
    keep = tuple(data["keep_sentences"]["sentences"])
    for row in patterns:
        try:
            groups = re.compile(row.pattern).groups
        except re.error as error:
            raise DataFileError(what=f"{error}: {row.pattern}", where="furniture.toml") from error
        if groups or row.at not in _PLACES:
            raise DataFileError(
                what=f"a capturing group, or no such place: {row.at} {row.pattern}",
                where="furniture.toml",
            )
    if len(patterns) < data["bounds"]["patterns"] or len(keep) < data["bounds"]["keep"]:
        raise DataFileError(what="fewer rows than its bounds", where="furniture.toml")
    return patterns, keep


@cache
def _matcher(*places: str) -> tuple[re.Pattern[str], tuple[str, ...]]:
    rows = [p for p in load_patterns()[0] if p.at in places]
    body = "|".join(f"(?P<k{i}>{p.pattern})" for i, p in enumerate(rows))
    return re.compile(rf"(?:{body})[\s.!?»…:>]*", re.I), tuple(p.kind for p in rows)


def _kind_of(unit: str, *places: str) -> str | None:
    if len(unit) > _LONGEST:
        return None
    matcher, kinds = _matcher(*places)
    match = matcher.fullmatch(unit)
    if match is None or match.lastgroup is None:
        return None
    kind = kinds[int(match.lastgroup[1:])]
    weights = load_weights()
    if kind not in weights.doubtful or not _STOPS.search(unit):
        return kind
    return kind if weigh(unit, unquoted(unit)).value > weights["doubtful_below"] else None


def find_furniture(
    text: str, title: str | None = None, *, links_at_end: bool = True
) -> tuple[Found, ...]:
    """All furniture of a text, in order, none of it overlapping.

    Whole lines are tried against the patterns first, then the sentences inside a line; patterns
    that only hold at the head or the tail of a text are tried only there. Short lines without a
    full stop at the head (title, byline, date) and in a row at the tail (links) are furniture
    too. What is left is weighed by its words, shape, place and neighbours (score.py,
    placing.py). `links_at_end=False` is for the text of a page: the bar is higher.
    """
    lines = line_spans(text)
    heads = dict(heading_spans(text, lines, title))
    tail = _tail_lines(text, lines) if links_at_end else frozenset()
    units: list[Unit] = []
    for number, line in enumerate(lines):
        places = ["line", "sentence"]
        if number < _START_LINES and len(lines) > 1:
            places.append("start")
        if number >= len(lines) - _END_PIECES and number > 0:
            places.append("end")
        kind = _kind_of(text[line[0] : line[1]], *places) or heads.get(line)
        if kind is None and line in tail:
            kind = "links"
        units.extend([Unit(line, line, kind)] if kind else units_of(text, line))
    _match_pieces(text, [u for u in units if not u.kind])
    name_by_score(units, is_page=not links_at_end)
    return tuple(_joined(units))


def _match_pieces(text: str, units: list[Unit]) -> None:
    first_of_end = max(1, len(units) - _END_PIECES)
    for number, unit in enumerate(units):
        at_end = number >= first_of_end
        if unit.span == unit.line and not at_end:
            continue
        words = text[unit.span[0] : unit.span[1]]
        unit.kind = _kind_of(words, "sentence", "end") if at_end else _kind_of(words, "sentence")


def _joined(units: list[Unit]) -> Iterator[Found]:
    """What was found; a line that is furniture through and through is one piece."""
    for line, group in groupby(units, key=lambda u: u.line):
        parts = list(group)
        kinds = [u.kind for u in parts if u.kind]
        if len(kinds) == len(parts) and not _APART.intersection(kinds):
            yield Found(kinds[0], line)
        else:
            yield from (Found(u.kind, u.span) for u in parts if u.kind)


def _tail_lines(text: str, lines: list[Span]) -> frozenset[Span]:
    """Two or more short lines without closing punctuation that end a text of ordinary lines."""
    ordinary = [i for i, (s, e) in enumerate(lines) if _ENDS.search(text[s:e])]
    if len(ordinary) < _FEWEST_BEFORE_TAIL:
        return frozenset()
    rest = lines[ordinary[-1] + 1 :]
    if len(rest) < 2 or any(len(text[s:e].split()) > _TAIL_WORDS for s, e in rest):
        return frozenset()
    return frozenset(rest)


def dropped_of(text: str, found: Iterable[Found]) -> tuple[Dropped, ...]:
    """Furniture as records, each with its words exactly as they stand in the text."""
    return tuple(Dropped(kind=f.kind, text=text[f.span[0] : f.span[1]]) for f in found)


def furniture_spans(article: Article) -> tuple[Span, ...]:
    """Where the article's `dropped` stands in its text, in order.

    Only a text that was handed over still holds its furniture; from the text of a page (an
    article with a `page_hash`) it was taken out. Each piece is found at its own occurrence, also
    where the same words stand elsewhere in a sentence; what an older list of patterns dropped is
    searched for between its neighbours.
    """
    if not article.dropped:
        return ()
    text = article.text
    seen = find_furniture(text, article.title)
    spans: list[Span] = []
    position = index = 0
    for piece in article.dropped:
        match = next((i for i in range(index, len(seen)) if _says(text, seen[i], piece)), None)
        if match is not None:
            span: Span | None = seen[match].span
            index = match + 1
        else:
            taken_out = article.page_hash is not None
            span = None if taken_out else _search(text, piece.text, position)
        if span is not None:
            spans.append(span)
            position = span[1]
    return tuple(spans)


def _says(text: str, found: Found, piece: Dropped) -> bool:
    return text[found.span[0] : found.span[1]] == piece.text


def _search(text: str, words: str, position: int) -> Span | None:
    """The first occurrence from `position` on that stands as a unit, else the first at all."""
    first = text.find(words, position)
    start = first
    while start >= 0:
        before = text[max(0, start - 4) : start].rstrip(" \t")
        if not before or before[-1] in "\n\r.!?…”\"’')":
            return (start, start + len(words))
        start = text.find(words, start + 1)
    return (first, first + len(words)) if first >= 0 and words else None
