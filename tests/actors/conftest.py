"""A parser and a resolver over the small actor files of this folder, made once."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.actors import Mention, Mentions, Resolver
from communique.language.parser import Parser
from communique.records import Article, Entity

DATA = Path(__file__).parent / "data"


class Read:
    """The mentions of a text, and their entities by their words."""

    def __init__(self, mentions: Mentions) -> None:
        self.mentions = mentions

    def mention(self, words: str, nth: int = 0) -> Mention:
        """The nth mention whose words these are."""
        found = [m for m in self.mentions if m.entity.raw_text == words]
        assert len(found) > nth, [m.entity.raw_text for m in self.mentions]
        return found[nth]

    def entity(self, words: str, nth: int = 0) -> Entity:
        """The first entity of that mention."""
        return self.mention(words, nth).entity

    def ids(self, words: str, nth: int = 0) -> list[str | None]:
        """The ids of all entities of that mention."""
        return [e.entity_id for e in self.mention(words, nth).entities]


@pytest.fixture(scope="session")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="session")
def resolver() -> Resolver:
    return Resolver(folder=DATA)


@pytest.fixture(scope="session")
def read(parser: Parser, resolver: Resolver) -> Callable[..., Read]:
    def function(text: str, on: str | None = "2021-03-24") -> Read:
        parsed = parser.parse(Article(id="a1", text=text))
        return Read(resolver.resolve(parsed, dt.date.fromisoformat(on) if on else None))

    return function
