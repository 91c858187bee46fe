"""Which texts are copies of one another, and under which marks they are filed to meet.

The shingles and what counts as alike are those of `communique.reading.copies`, which finds the
copies of one run; here a copy is found in the whole store, in whatever order articles came.
"""

from __future__ import annotations

import datetime
import hashlib
import re
from dataclasses import dataclass

from communique.reading import furniture_spans
from communique.reading.copies import likeness, shingles
from communique.records import Article

__all__ = ["DAYS_APART", "MARKS_IN_COMMON", "Imprint", "are_alike", "day_of", "imprint", "near"]

DAYS_APART = 7
"""Copies are published within a week of one another, where both days are known."""

MARKS_IN_COMMON = 2
"""So many sampled shingles make two texts worth comparing; one exact mark does."""

_SAMPLED = 12
_JACCARD = 0.5
_CONTAINED = 0.65
_FEWEST_COMMON = 30
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Imprint:
    """What a text leaves for others to be compared with.

    `shingles`: hashes of all four words in a row, furniture left out. `marks`: a twelfth of
    them, and one number below zero that texts of the same words share.
    """

    shingles: frozenset[int]
    marks: tuple[int, ...]


def imprint(article: Article) -> Imprint:
    """The imprint of an article's text, equal on every machine."""
    found = shingles(article.text, furniture_spans(article))
    plain = " ".join(_WORD.findall(article.text.casefold()))
    digest = hashlib.sha256(plain.encode("utf-8", "surrogatepass")).digest()
    exact = -1 - int.from_bytes(digest[:7], "big")
    return Imprint(found, (exact, *sorted(n for n in found if n % _SAMPLED == 0)))


def day_of(published: str | None) -> datetime.date | None:
    """The day of a publication time, or None where there is none that can be read."""
    try:
        return datetime.date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None


def near(a: str | None, b: str | None) -> bool:
    """Whether two publication times lie within `DAYS_APART` days; unknown ones may."""
    one, other = day_of(a), day_of(b)
    return one is None or other is None or abs((one - other).days) <= DAYS_APART


def are_alike(a: Imprint, b: Imprint) -> bool:
    """Whether half of all shingles of two texts are common, or two thirds of the shorter one's,
    which are then at least thirty (an abridged copy)."""
    common, of_all, of_shorter = likeness(a.shingles, b.shingles)
    return of_all >= _JACCARD or (common >= _FEWEST_COMMON and of_shorter >= _CONTAINED)
