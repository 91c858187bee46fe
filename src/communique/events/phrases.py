"""Phrases of the data files: as a regular expression, and as they are looked up."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["any_of", "plain"]


def any_of(phrases: Iterable[str]) -> str:
    """A regular expression for one of several words or phrases, the longest first."""
    longest = sorted(phrases, key=len, reverse=True)
    return "|".join(p.replace(" ", r"\s+") for p in longest)


def plain(words: str) -> str:
    """Words of a text in small letters, with single spaces."""
    return re.sub(r"\s+", " ", words.lower())
