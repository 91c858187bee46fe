"""Copies of one text in several outlets: exact, abridged, revised."""

from __future__ import annotations

import hashlib
import re
import zlib
from array import array
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import msgspec

from communique.reading.addresses import place_key
from communique.reading.dates import day_of
from communique.reading.furniture import furniture_spans
from communique.records import Article, Span

__all__ = [
    "DAYS_APART",
    "MARKS_IN_COMMON",
    "Copies",
    "are_alike",
    "exact_digest",
    "likeness",
    "near",
    "sampled",
    "shingles",
]

DAYS_APART = 7
"""Copies are published within a week of one another, where both days are known."""

MARKS_IN_COMMON = 2
"""So many sampled shingles make two texts worth comparing."""

_WORD = re.compile(r"\w+")
_SHINGLE = 4
_SAMPLED = 12
_FEWEST_COMMON = 30
_JACCARD = 0.5
_CONTAINED = 0.65
_COMMONEST = 500


@dataclass(frozen=True, slots=True)
class _Kept:
    """One article as the index remembers it: its shingles sorted, 4 bytes each."""

    id: str
    original: str
    published: str
    place: str | None
    marks: array[int]


def shingles(text: str, furniture: Iterable[Span] = ()) -> frozenset[int]:
    """Hashes of all four words in a row of a text, its furniture left out."""
    pieces, position = [], 0
    for start, end in sorted(furniture):
        pieces.append(text[position:start])
        position = max(position, end)
    words = _WORD.findall(" ".join([*pieces, text[position:]]).casefold())
    if len(words) < _SHINGLE:
        return frozenset({zlib.crc32(" ".join(words).encode("utf-8", "surrogatepass"))})
    return frozenset(
        zlib.crc32(" ".join(words[i : i + _SHINGLE]).encode("utf-8", "surrogatepass"))
        for i in range(len(words) - _SHINGLE + 1)
    )


def likeness(a: Iterable[int], b: Iterable[int]) -> tuple[int, float, float]:
    """Common shingles; their share of all; and their share of the shorter text."""
    one, other = frozenset(a), frozenset(b)
    common = len(one & other)
    shorter = min(len(one), len(other))
    return common, common / (len(one | other) or 1), common / (shorter or 1)


def sampled(marks: Iterable[int]) -> list[int]:
    """The shingles by which candidates are found: those whose hash is divisible by twelve."""
    return [mark for mark in marks if mark % _SAMPLED == 0]


def exact_digest(text: str) -> bytes:
    """A SHA-256 that texts of the same words share; case, spacing and punctuation do not count."""
    plain = " ".join(_WORD.findall(text.casefold()))
    return hashlib.sha256(plain.encode("utf-8", "surrogatepass")).digest()


def near(a: str | None, b: str | None) -> bool:
    """Whether two publication times lie within `DAYS_APART` days; unknown ones may."""
    one, other = day_of(a), day_of(b)
    return one is None or other is None or abs((one - other).days) <= DAYS_APART


def are_alike(a: Iterable[int], b: Iterable[int]) -> bool:
    """Whether half of all shingles of two texts are common, or two thirds of the shorter one's,
    which are then at least thirty (an abridged copy)."""
    common, of_all, of_shorter = likeness(a, b)
    return of_all >= _JACCARD or (common >= _FEWEST_COMMON and of_shorter >= _CONTAINED)


class Copies:
    """Finds, for each article that is added, the one whose copy it is.

    Texts are copies when at least half of their shingles are common, or when two thirds of the
    shorter one stand in the longer one (an abridged copy); they must have been published within a
    week of one another where both days are known, and stand at different addresses. Candidates
    are found by a sample of shingles (those whose hash is divisible by twelve), then compared by
    all of them. Memory is some 2 kB an article.
    """

    def __init__(self) -> None:
        self._kept: list[_Kept] = []
        self._by_text: dict[bytes, list[int]] = {}
        self._by_sample: dict[int, list[int]] = {}

    def __len__(self) -> int:
        return len(self._kept)

    def add(self, article: Article) -> str | None:
        """The id of the earliest article that this one copies, or None; and remembers it.

        An article that is added again gives what it gave before.
        """
        marks = shingles(article.text, furniture_spans(article))
        exact = exact_digest(article.text)
        place = place_key(article.url) if article.url else None
        matches = []
        for number in self._candidates(marks, exact):
            kept = self._kept[number]
            if kept.id == article.id:
                return kept.original if kept.original != kept.id else None
            same_place = place is not None and place == kept.place
            if same_place or not near(article.published, kept.published):
                continue
            if are_alike(marks, kept.marks):
                matches.append(kept)
        original = min(matches, key=lambda k: (k.published[:10] or "9999", k.id), default=None)
        self._remember(article, marks, exact, place, original)
        return original.original if original else None

    def marked(self, article: Article) -> Article:
        """The article with `duplicate_of` set where it copies one that was added before."""
        found = self.add(article)
        return msgspec.structs.replace(article, duplicate_of=found) if found else article

    def _candidates(self, marks: frozenset[int], exact: bytes) -> list[int]:
        counts: Counter[int] = Counter()
        for mark in sampled(marks):
            counts.update(self._by_sample.get(mark, ()))
        found = {n for n, count in counts.items() if count >= MARKS_IN_COMMON}
        return sorted(found | set(self._by_text.get(exact, ())))

    def _remember(
        self,
        article: Article,
        marks: frozenset[int],
        exact: bytes,
        place: str | None,
        original: _Kept | None,
    ) -> None:
        number = len(self._kept)
        self._kept.append(
            _Kept(
                id=article.id,
                original=original.original if original else article.id,
                published=article.published or "",
                place=place,
                marks=array("I", sorted(marks)),
            )
        )
        self._by_text.setdefault(exact, []).append(number)
        for mark in sampled(marks):
            numbers = self._by_sample.setdefault(mark, [])
            if len(numbers) < _COMMONEST:
                numbers.append(number)
