"""Single phrases: with a day and with words round them, lists, and what nobody is meant by."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from communique.actors import Resolver
from communique.actors.single import Phrase, resolve_phrases
from communique.language import Parser
from communique.records import Entity

Ask = Callable[..., tuple[Entity, ...]]


@pytest.fixture(scope="session")
def many(parser: Parser) -> Callable[..., list[tuple[Entity, ...]]]:
    """Phrases -> the parties of each, by the package's own tables."""
    resolver = Resolver()
    return lambda phrases: list(resolve_phrases(phrases, parser, resolver))


@pytest.fixture(scope="session")
def ask(many: Callable[..., list[tuple[Entity, ...]]]) -> Ask:
    """A phrase, a day and a context -> its parties."""

    def function(text: str, on: str | None = "2020-05-05", context: str | None = None):
        day = dt.date.fromisoformat(on) if on else None
        (found,) = many([Phrase(text=text, date=day, context=context)])
        return found

    return function


def ids(entities: tuple[Entity, ...]) -> list[str | None]:
    return [e.entity_id for e in entities]


@pytest.mark.parametrize(
    ("day", "identity"),
    [
        ("2010-05-05", "person/nicolas-sarkozy"),
        ("2020-05-05", "person/emmanuel-macron"),
        (None, None),
    ],
)
def test_day(ask: Ask, day: str | None, identity: str | None) -> None:
    """An office is its holder of the phrase's day; without a day only country and sector."""
    (entity,) = ask("the French president", day)
    assert entity.entity_id == identity
    assert (entity.country_code, entity.sector_code) == ("FRA", "GOV")
    assert entity.resolved_by == ("office" if day else "role")


def test_sector_of_the_day(ask: Ask) -> None:
    """So is the sector of a body."""
    assert ask("the Taliban", "2010-05-05")[0].sector_code == "REB"
    assert ask("the Taliban", "2022-05-05")[0].sector_code == "GOV"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("France and Germany", ["FRA", "DEU"]),
        ("France, Germany and Italy", ["FRA", "DEU", "ITA"]),
        ("France, Germany, and the United States", ["FRA", "DEU", "USA"]),
        ("Putin & Macron", ["person/vladimir-putin", "person/emmanuel-macron"]),
        ("Putin or Macron", ["person/vladimir-putin", "person/emmanuel-macron"]),
        ("the governments of Peru and Chile", ["PER/GOV", "CHL/GOV"]),
        (
            "the foreign ministers of France and Germany",
            ["person/jean-yves-le-drian", "person/heiko-maas"],
        ),
    ],
)
def test_lists(ask: Ask, text: str, expected: list[str]) -> None:
    """A list gives each of its members, in order."""
    assert ids(ask(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Police in Lagos", "NGA/COP"),
        ("Turkish forces", "TUR/MIL"),
        ("Sergei Lavrov, the foreign minister of Russia", "person/sergei-lavrov"),
    ],
)
def test_the_whole_phrase(ask: Ask, text: str, expected: str) -> None:
    """Words inside a phrase are no parties of their own: one party is meant by the whole."""
    assert ids(ask(text)) == [expected]


@pytest.mark.parametrize("text", ["the table", "xyzzy", "John Smith", "the ministry"])
def test_unresolved(ask: Ask, text: str) -> None:
    """Who cannot be known is one party without id and country, over the whole phrase."""
    (entity,) = ask(text)
    assert (entity.entity_id, entity.country_code) == (None, None)
    assert entity.resolved_by == "unresolved"
    assert (entity.raw_text, entity.span) == (text, (0, len(text)))


def test_nothing(ask: Ask) -> None:
    """An empty phrase is unresolved as well."""
    (entity,) = ask("")
    assert (entity.kind, entity.resolved_by) == ("unnamed", "unresolved")


@pytest.mark.parametrize(
    ("text", "context", "expected"),
    [
        ("Georgia", None, ["GEO"]),
        ("Georgia", "Georgia certified the vote, officials in Atlanta said.", ["USA"]),
        ("Georgia", "Voters queued in Atlanta, Savannah and Alabama.", ["USA"]),
        (
            "the ministry",
            "Russian Foreign Minister Sergei Lavrov visited Syria and the ministry denied it.",
            ["RUS/GOV"],
        ),
        ("the ministry", "Russian Foreign Minister Sergei Lavrov visited Syria.", ["RUS/GOV"]),
        (
            "both sides",
            "Armenia and Azerbaijan exchanged fire. Russia urged both sides to stop.",
            ["ARM", "AZE"],
        ),
    ],
)
def test_context(ask: Ask, text: str, context: str | None, expected: list[str]) -> None:
    """The words round a phrase, or others about its matter, decide what it means."""
    assert ids(ask(text, context=context)) == expected


def test_context_is_read_by_words(ask: Ask) -> None:
    """'He' stands where it is a word, not in 'then'."""
    context = "Emmanuel Macron visited Berlin. Then he left."
    assert ids(ask("he", context=context)) == ["person/emmanuel-macron"]


def test_spans(ask: Ask) -> None:
    """Spans are offsets in the phrase, whether its context holds it or not."""
    for context in (None, "On Monday France and Germany met.", "They met on Monday in Rome."):
        found = ask("France and Germany", context=context)
        assert [e.span for e in found] == [(0, 6), (11, 18)]
        assert [e.raw_text for e in found] == ["France", "Germany"]


def test_spans_of_loose_phrases(ask: Ask) -> None:
    """They are so too where the phrase has more spaces than it needs."""
    text = " France  and\nGermany"
    assert [text[slice(*(e.span or (0, 0)))] for e in ask(text)] == ["France", "Germany"]


def test_many(many: Callable[..., list[tuple[Entity, ...]]]) -> None:
    """Many phrases are answered in their order, each on its own day and with its own context."""
    days = (dt.date(2010, 5, 5), dt.date(2020, 5, 5))
    phrases = [Phrase(text="the French president", date=day) for day in days * 40]
    phrases.insert(1, Phrase(text="the ministry", date=days[0]))
    found = [e[0].entity_id for e in many(phrases)]
    assert found[:4] == [
        "person/nicolas-sarkozy",
        None,
        "person/emmanuel-macron",
        "person/nicolas-sarkozy",
    ]
    assert len(found) == 81


def test_none(many: Callable[..., list[tuple[Entity, ...]]]) -> None:
    """No phrases give no answers."""
    assert many([]) == []
