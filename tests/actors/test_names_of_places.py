"""Names of places in names and phrases: provinces, cities that only the atlas knows, seas."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from communique.actors import Resolver
from communique.language import Parser
from communique.records import Article

from .conftest import Read

Told = Callable[..., Read]


@pytest.fixture(scope="session")
def told(parser: Parser) -> Told:
    """Text -> mentions, by the package's own tables."""
    resolver = Resolver()

    def function(text: str) -> Read:
        parsed = parser.parse(Article(id="a" * 24, text=text))
        return Read(resolver.resolve(parsed, dt.date(2020, 6, 1)))

    return function


def country(read: Read, words: str, nth: int = 0) -> str | None:
    return read.entity(words, nth).country_code


@pytest.mark.parametrize(
    ("place", "code"),
    [
        ("Gothenburg", "SWE"),
        ("Kaduna", "NGA"),
        ("Mopti", "MLI"),
        ("Al-Hasakah", "SYR"),
        ("San Salvador", "SLV"),
        ("New Mexico", "USA"),
        ("New Delhi", "IND"),
        ("Mexico City", "MEX"),
        ("Kuwait City", "KWT"),
        ("the Donbas", "UKR"),
        ("Borno State", "NGA"),
        ("Kano province", "NGA"),
        ("Birmingham", "GBR"),
        ("Ürümqi", "CHN"),
    ],
)
def test_people_of_a_place(told: Told, place: str, code: str) -> None:
    """Police in a place are of the state that it lies in; the place itself has no sector."""
    found = told(f"Police in {place} arrested a man.")
    entity = found.entity(f"Police in {place}")
    assert (entity.country_code, entity.sector_code) == (code, "COP")
    assert country(found, place) == code
    assert found.entity(place).sector_code is None


@pytest.mark.parametrize("place", ["Qqqqville", "Springfield"])
def test_places_that_stay_open(told: Told, place: str) -> None:
    """A place that nothing knows, or that is one of many alike, gives its police no country."""
    found = told(f"Police in {place} arrested a man.")
    assert not [m for m in found.mentions if m.entity.country_code]


@pytest.mark.parametrize(
    ("town", "outer", "code"),
    [
        ("Hyderabad", "Pakistan", "PAK"),
        ("Panama City", "Florida", "USA"),
        ("Lima", "Ohio", "USA"),
        ("Athens", "Georgia", "USA"),
        ("Lyon", "France", "FRA"),
        ("Birmingham", "England", "GBR"),
    ],
)
def test_town_and_what_it_lies_in(told: Told, town: str, outer: str, code: str) -> None:
    """A town before a comma lies in the province or state behind it, and so do its officials."""
    found = told(f"Officials in {town}, {outer}, arrested a man.")
    assert country(found, f"Officials in {town}") == code
    assert country(found, town) == code
    assert country(found, outer) == code


def test_lists_of_capitals(told: Told) -> None:
    """Cities in a list stay each in its own state."""
    found = told("Paris, London and Berlin condemned Iran.")
    assert [country(found, city) for city in ("Paris", "London", "Berlin")] == ["FRA", "GBR", "DEU"]
    assert found.entity("London").sector_code == "GOV"


@pytest.mark.parametrize(("state", "code"), [("India", "IND"), ("Pakistan", "PAK")])
def test_province_of_two_states(told: Told, state: str, code: str) -> None:
    """A province that two states have is that of the one the article names."""
    found = told(f"{state} sent police to Punjab. Farmers in Punjab protested.")
    assert country(found, "Farmers in Punjab") == code


def test_unknown_is_of_the_named_state_only(told: Told) -> None:
    """A city of one of the article's states is taken before a larger one elsewhere."""
    found = told("Residents of Saint-Denis protested against the French government.")
    assert country(found, "Residents of Saint-Denis") == "FRA"


@pytest.mark.parametrize(("city", "code"), [("Gothenburg", "SWE"), ("Birmingham", "GBR")])
def test_mayor_of_a_city_on_no_file(told: Told, city: str, code: str) -> None:
    """The mayor of a city whose mayors are on no file is nobody in particular."""
    entity = told(f"The mayor of {city} resigned.").entity(f"The mayor of {city}")
    assert (entity.country_code, entity.sector_code) == (code, "GOV")
    assert (entity.entity_id, entity.office) == (None, None)


@pytest.mark.parametrize(
    "words",
    [
        "The mayor of Odesa",
        "The mayor of Kharkiv",
        "The mayor of Lyon",
        "The governor of Zaporizhzhia",
    ],
)
def test_mayor_of_another_city(told: Told, words: str) -> None:
    """Nor is it the mayor of that state's other city who is."""
    assert told(f"{words} condemned Iran.").ids(words) == [None]


def test_quarter_of_a_city(told: Told) -> None:
    """A quarter with the city's genitive lies in the city's state."""
    found = told("Police in Nairobi's Eastleigh district killed a man.")
    assert country(found, "Police in Nairobi's Eastleigh district") == "KEN"


def test_council_of_a_city(told: Told) -> None:
    """A city's council is of the state, and governs."""
    entity = told("The Lviv city council condemned Russia.").entity("The Lviv city council")
    assert (entity.country_code, entity.sector_code) == ("UKR", "GOV")


@pytest.mark.parametrize("sea", ["the South China Sea", "the Persian Gulf", "the English Channel"])
def test_seas(told: Told, sea: str) -> None:
    """A sea lies in no state, whichever its name holds, and nor do those who sail it."""
    found = told(f"Fishermen in {sea} asked for help.")
    assert not [m for m in found.mentions if m.entity.country_code]


@pytest.mark.xfail(strict=True, reason="an unknown first name before a city's name is passed over")
def test_city_as_surname(told: Told) -> None:
    """A city's name after an unknown first name is a surname, as a state's name is."""
    assert told("Kerry Kaduna criticised Chile.").entity("Kerry Kaduna").kind == "person"
