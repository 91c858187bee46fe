"""A stretch of an article's text."""

from __future__ import annotations

__all__ = ["Span", "contains", "overlap"]

Span = tuple[int, int]
"""Start (inclusive) and end (exclusive) in Unicode code points of `Article.text`."""


def overlap(a: Span, b: Span) -> int:
    """How many code points two spans have in common; 0 where they are apart."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))


def contains(outer: Span, inner: Span) -> bool:
    """Whether `inner` lies wholly within `outer`."""
    return outer[0] <= inner[0] and inner[1] <= outer[1]
