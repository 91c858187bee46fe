"""The models for the room's tests, loaded once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from communique.actors import Resolver
from communique.language import Parser
from communique.records import Article, Tie
from communique.ties import find_ties
from communique.voices import attribute

Find = Callable[..., tuple[Tie, ...]]


@pytest.fixture(scope="session")
def find() -> Find:
    """Text, and a day of publication -> ties."""
    parser, resolver = Parser(), Resolver()

    def ties(text: str, published: str | None = "2020-06-10") -> tuple[Tie, ...]:
        parsed = parser.parse(Article(id="a" * 24, text=text, published=published))
        day = dt.date.fromisoformat(published) if published else None
        mentions = resolver.resolve(parsed, day)
        return find_ties(parsed, mentions, attribute(parsed, mentions))

    return ties
