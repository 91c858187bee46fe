"""The words of time in `data/times.toml`, and the numbers that words for amounts of time mean."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec
from msgspec import Struct

from communique.events.phrases import any_of, plain
from communique.language.times import NUMBER_WORDS, number_of

__all__ = ["TimePattern", "Times", "amount", "amounts", "times"]


class _Names(Struct, frozen=True):
    before: tuple[str, ...]
    after: tuple[str, ...]


class TimePattern(Struct, frozen=True):
    """A pattern of `data/times.toml`, with words that it finds."""

    reads: str
    text: str
    example: str
    kind: Literal["single", "range", "noun"] = "single"
    has: tuple[str, ...] = ()


class Times(Struct, frozen=True):
    """The words of `data/times.toml`."""

    shifts: dict[str, int]
    relations: dict[str, int]
    vague: dict[str, tuple[int, int]]
    parts: dict[str, int]
    part_bounds: dict[str, tuple[tuple[int, int], ...]]
    seasons: dict[str, tuple[int, int]]
    recent: dict[str, int]
    ordinals: dict[str, int]
    names: _Names
    verbs: dict[str, tuple[str, ...]]
    prepositions: dict[str, tuple[str, ...]]
    patterns: tuple[TimePattern, ...]


@cache
def times() -> Times:
    """The words of time, read once."""
    source = files("communique.events") / "data" / "times.toml"
    return msgspec.convert(tomllib.loads(source.read_text(encoding="utf-8")), Times)


def amounts() -> str:
    """A regular expression, with a group "n", for a number of units of time."""
    tens = any_of(w for w, n in NUMBER_WORDS.items() if n >= 20)
    return rf"(?P<n>\d{{1,3}}|(?:{tens})[- ]\w+|{any_of([*times().vague, *NUMBER_WORDS])})"


def amount(words: str | None) -> tuple[int, int] | None:
    """The lowest and the highest number that words for a number of units can mean."""
    small = plain(words or "")
    if small in times().vague:
        return times().vague[small]
    number = number_of(small)
    return None if number is None else (number, number)
