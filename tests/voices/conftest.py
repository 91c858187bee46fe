"""A parser for the room's tests, loaded once, and articles from plain text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.actors.mention import Mention, Mentions
from communique.language import Parsed, Parser
from communique.records import Article, Entity
from communique.voices import Voices, attribute

NAMES = {
    "Reuters": "org/reuters",
    "AFP": "org/afp",
    "BBC": "org/bbc",
    "Kyodo": "org/kyodo",
    "Granma": "org/granma",
    "Tanjug": "org/tanjug",
    "Xinhua": "org/xinhua",
    "Diallo": "person/diallo",
}


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


@pytest.fixture(scope="session")
def named(read: Callable[..., Voices]) -> Callable[[str], Voices]:
    """Text in which the names of NAMES are known -> voices."""
    return lambda text: read(text, **NAMES)


@pytest.fixture(scope="session")
def chain(named: Callable[[str], Voices]) -> Callable[[str, str], list[str]]:
    """Text and a word of it -> the words of the hands that it is in, outermost first."""

    def hands(text: str, word: str) -> list[str]:
        start = text.index(word)
        _, found = named(text).attach((start, start + len(word)))
        return [hand.source.raw_text for hand in found]

    return hands


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
