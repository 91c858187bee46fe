"""Words that judge, exaggerate, guess or exhort, and how far a sentence reads as comment."""

from __future__ import annotations

import re
import tomllib
from bisect import bisect_right
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import get_args

from communique.errors import DataFileError
from communique.records import Loaded, LoadedKind, Span

__all__ = ["LoadedLexicon", "comment_score", "is_service_talk", "lexicon", "loaded_words"]

_FILE = "data/loaded.toml"
_WORD = re.compile(r"[^\W\d_]+(?:[-'][^\W\d_]+)*")
_MOST = 4000
"""Code points of a sentence that the patterns are tried on; what is longer is a table or a list."""
_STRAIGHT = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})


@dataclass(frozen=True, slots=True)
class _Pattern:
    kind: LoadedKind | None
    weight: float
    marked: bool
    expression: re.Pattern[str]
    example: str


@dataclass(frozen=True, slots=True)
class LoadedLexicon:
    """data/loaded.toml: words with kind and weight, patterns of comment, report, service talk."""

    words: Mapping[str, tuple[LoadedKind, float, bool]]
    patterns: tuple[_Pattern, ...]
    report: tuple[_Pattern, ...]
    furniture: tuple[_Pattern, ...]
    examples: tuple[tuple[LoadedKind, str], ...]


@cache
def lexicon() -> LoadedLexicon:
    """The file, checked. Raises `DataFileError` where it breaks its own rules."""
    table = tomllib.loads(files("communique.voices").joinpath(_FILE).read_text("utf-8"))
    words: dict[str, tuple[LoadedKind, float, bool]] = {}
    for group in table["group"]:
        if group["kind"] not in get_args(LoadedKind):
            raise DataFileError(
                what=f"kind {group['kind']!r}",
                where=_FILE,
                do=f"Use one of {get_args(LoadedKind)}.",
            )
        for word in group["words"]:
            if word in words:
                raise DataFileError(what=f"{word!r} stands twice", where=_FILE, do="Keep one.")
            words[word] = (group["kind"], float(group["weight"]), bool(group["marked"]))
    if len(words) < table["at_least"]:
        raise DataFileError(what=f"only {len(words)} words", where=_FILE, do="Restore the file.")
    return LoadedLexicon(
        words=words,
        patterns=tuple(_pattern(row) for row in table["pattern"]),
        report=tuple(_pattern(row) for row in table["report"]),
        furniture=tuple(_pattern(row) for row in table["furniture"]),
        examples=tuple((g["kind"], g["example"]) for g in table["group"] if g["marked"]),
    )


def _pattern(row: Mapping[str, object]) -> _Pattern:
    return _Pattern(
        kind=row.get("kind"),  # type: ignore[arg-type]
        weight=float(str(row.get("weight", 0))),
        marked=bool(row.get("marked", False)),
        expression=re.compile(str(row["expression"])),
        example=str(row["example"]),
    )


def loaded_words(text: str, start: int, aside: tuple[Span, ...] = ()) -> tuple[Loaded, ...]:
    """The loaded words of a sentence that begins at `start` in its article.

    What lies in `aside` (somebody's quoted words, in order) is left out: it is not the outlet's
    choice.
    """
    plain = _plain(text)
    headline = _is_headline(text)
    found: dict[Span, LoadedKind] = {}
    for match in _WORD.finditer(plain):
        row = lexicon().words.get(match.group())
        if row is not None and row[2] and (headline or not _is_name(text, match.start())):
            found[(start + match.start(), start + match.end())] = row[0]
    for pattern in lexicon().patterns:
        if pattern.marked and pattern.kind is not None:
            for match in pattern.expression.finditer(plain, 0, _MOST):
                found.setdefault((start + match.start(), start + match.end()), pattern.kind)
    return tuple(
        Loaded(text=text[s - start : e - start], span=(s, e), kind=kind)
        for (s, e), kind in sorted(found.items())
        if not _lies_in(aside, (s, e))
    )


def _lies_in(spans: tuple[Span, ...], span: Span) -> bool:
    """Whether a span lies wholly within one of others, which are in order and apart."""
    index = bisect_right(spans, span[0], key=lambda s: s[0]) - 1
    return index >= 0 and span[1] <= spans[index][1]


def _is_headline(text: str) -> bool:
    """Whether half of a text's words or more have a capital."""
    words = text.split()
    return sum(word[:1].isupper() for word in words) * 2 >= len(words)


def _is_name(text: str, start: int) -> bool:
    """Whether the word at an offset is capitalised in mid-sentence."""
    return start > 0 and text[start].isupper() and text[start - 1].isspace()


def comment_score(text: str) -> float:
    """How far words and patterns speak for comment (above 0) or report (below)."""
    plain = _plain(text)
    score = 0.0
    for match in _WORD.finditer(plain):
        row = lexicon().words.get(match.group())
        if row is not None:
            score += row[1]
    score += sum(p.weight for p in lexicon().patterns if p.expression.search(plain, 0, _MOST))
    return score - sum(p.weight for p in lexicon().report if p.expression.search(plain, 0, _MOST))


def is_service_talk(text: str) -> bool:
    """Whether a sentence is the page's own talk to its reader: forms, cookies, newsletters."""
    plain = _plain(text)
    return any(p.expression.search(plain, 0, _MOST) for p in lexicon().furniture)


def _plain(text: str) -> str:
    lower = text.translate(_STRAIGHT).lower()
    return lower if len(lower) == len(text) else text.translate(_STRAIGHT)
