"""The words of `data/counts.toml`: what a number counts, and words for numbers."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

__all__ = ["Counts", "counts"]


class _Other(Struct, frozen=True):
    things: frozenset[str]
    rises: frozenset[str]
    none: tuple[str, ...]
    nobody_of: frozenset[str]
    casualties: frozenset[str]
    draws: frozenset[str]
    apart: frozenset[str]


class Counts(Struct, frozen=True):
    """The words of `data/counts.toml`."""

    verbs: dict[str, frozenset[str]]
    intransitive: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]
    states: dict[str, frozenset[str]]
    vague: dict[str, tuple[int, int]]
    multiples: dict[str, int]
    bounds: dict[str, tuple[str, ...]]
    other: _Other


@cache
def counts() -> Counts:
    """The words for what is counted, read once."""
    source = files("communique.events") / "data" / "counts.toml"
    return msgspec.convert(tomllib.loads(source.read_text(encoding="utf-8")), Counts)
