"""A parser for the room's tests, loaded once, and articles from plain text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.actors.mention import Mention, Mentions
from communique.language import Parsed, Parser
from communique.records import Article, Entity
from communique.voices import Voices, attribute


@pytest.fixture(scope="session")
def parse() -> Callable[[str], Parsed]:
    """Text -> parsed article."""
    parser = Parser()
    return lambda text: parser.parse(Article(id="a" * 24, text=text))


@pytest.fixture(scope="session")
def read(parse: Callable[[str], Parsed]) -> Callable[..., Voices]:
    """Text, and words with the ids of who they are -> voices."""

    def voices(text: str, **named: str) -> Voices:
        parsed = parse(text)
        return attribute(parsed, mentions_of(parsed, named))

    return voices


def mentions_of(parsed: Parsed, named: dict[str, str]) -> Mentions:
    """Every word that equals a key (spaces as underscores) as a mention with that entity_id."""
    found = []
    for sentence in parsed.sentences:
        for token in sentence.doc:
            if token.text in named:
                span = sentence.token_span(token)
                outlet = named[token.text].startswith("org/")
                entity = Entity(
                    raw_text=token.text,
                    span=span,
                    kind="organisation" if outlet else "person",
                    sector_code="JRN" if outlet else None,
                    entity_id=named[token.text],
                )
                found.append(Mention(sentence.number, token.i, token.i, token.i, span, (entity,)))
    return Mentions(found)
