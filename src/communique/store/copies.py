"""Under which marks a text is filed in the store, so that its copies meet it.

The shingles, and what counts as alike and as near, are those of `communique.reading.copies`,
which finds the copies of one run; here a copy is found in the whole store, in whatever order
articles came.
"""

from __future__ import annotations

from dataclasses import dataclass

from communique.reading import furniture_spans
from communique.reading.copies import exact_digest, sampled, shingles
from communique.records import Article

__all__ = ["Imprint", "imprint"]


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
    exact = -1 - int.from_bytes(exact_digest(article.text)[:7], "big")
    return Imprint(found, (exact, *sorted(sampled(found))))
