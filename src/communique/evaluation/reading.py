"""Main text against labelled pages: precision, recall and F1 of four-word shingles.

As the article-extraction benchmark defines it (scrapinghub/article-extraction-benchmark,
evaluate.py): words are runs of letters and digits; shingles of four words are counted; a page's
precision and recall are those of the counts, and the figures are means over pages.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

__all__ = ["PageScore", "mean", "score_page"]

_WORD = re.compile(r"\w+", re.UNICODE)
_SHINGLE = 4


@dataclass(frozen=True, slots=True)
class PageScore:
    """One page's figures, or the mean of several."""

    precision: float
    recall: float
    f1: float


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = _WORD.findall(text)
    if len(words) < _SHINGLE:
        return Counter([tuple(words)]) if words else Counter()
    return Counter(tuple(words[i : i + _SHINGLE]) for i in range(len(words) - _SHINGLE + 1))


def score_page(gold: str, found: str) -> PageScore:
    """Scores one page's text."""
    wanted, got = _shingles(gold), _shingles(found)
    right = sum((wanted & got).values())
    false, missed = sum((got - wanted).values()), sum((wanted - got).values())
    precision = right / (right + false) if right + false else float(right + missed == 0)
    recall = right / (right + missed) if right + missed else float(right + false == 0)
    both = precision + recall
    return PageScore(precision, recall, 2 * precision * recall / both if both else 0.0)


def mean(scores: Iterable[PageScore]) -> PageScore:
    """The means of precision and of recall, and the F1 of these means, as the benchmark has it."""
    all_scores = list(scores)
    count = len(all_scores) or 1
    precision = sum(s.precision for s in all_scores) / count
    recall = sum(s.recall for s in all_scores) / count
    both = precision + recall
    return PageScore(precision, recall, 2 * precision * recall / both if both else 0.0)
