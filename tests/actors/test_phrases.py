"""What one noun phrase says."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from communique.actors import Resolver
from communique.records import Article

DATA = Path(__file__).parent / "data"


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("Turkish forces left.", "Turkish forces", ("group", "TUR/MIL", "TUR", "MIL")),
        ("It angered Chinese officials.", "Chinese officials", ("group", "CHN/GOV", "CHN", "GOV")),
        ("Police in Lagos said so.", "Police in Lagos", ("group", "NGA/COP", "NGA", "COP")),
        ("China said so.", "China", ("state", "CHN", "CHN", "GOV")),
        ("Beijing said so.", "Beijing", ("state", "CHN", "CHN", "GOV")),
        (
            "The government of Mali said so.",
            "The government of Mali",
            ("organisation", "MLI/GOV", "MLI", "GOV"),
        ),
        (
            "A spokesman for the Kremlin said so.",
            "A spokesman for the Kremlin",
            ("person", None, "RUS", "GOV"),
        ),
        ("Putin's spokesman said so.", "Putin's spokesman", ("person", None, "RUS", "GOV")),
        (
            "The United States' ambassador to Libya said so.",
            "The United States' ambassador to Libya",
            ("person", None, "USA", "GOV"),
        ),
        (
            "The U.S. Supreme Court ruled.",
            "The U.S. Supreme Court",
            ("organisation", "USA/JUD", "USA", "JUD"),
        ),
        ("Syrian rebel forces left.", "Syrian rebel forces", ("group", "SYR/REB", "SYR", "REB")),
        (
            "Turkish-backed Syrian rebels left.",
            "Turkish-backed Syrian rebels",
            ("group", "SYR/REB", "SYR", "REB"),
        ),
        ("Denmark fined Greenland.", "Greenland", ("state", "DNK", "DNK", "GOV")),
        ("The Taliban left.", "The Taliban", ("group", "org/taliban", "AFG", "REB")),
        ("The army of Nigeria left.", "The army of Nigeria", ("group", "NGA/MIL", "NGA", "MIL")),
        ("Pentagon officials left.", "Pentagon officials", ("group", "USA/MIL", "USA", "MIL")),
        ("Libyans voted.", "Libyans", ("group", "LBY/CVL", "LBY", "CVL")),
    ],
)
def test_country_and_sector(read, text, words, expected) -> None:
    """Country and role of a phrase give its codes."""
    entity = read(text).entity(words)
    assert (entity.kind, entity.entity_id, entity.country_code, entity.sector_code) == expected


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They met in Paris.", "Paris"),
        ("They died near Damascus.", "Damascus"),
        ("Turkey fired on Qamishli.", "Qamishli"),
    ],
)
def test_places(read, text, words) -> None:
    """A capital after a preposition of place, and any other city, is a place: it has no sector."""
    entity = read(text).entity(words)
    assert (entity.kind, entity.sector_code) == ("state", None)
    assert entity.country_code in ("FRA", "SYR")


def test_partially_recognised(read) -> None:
    """A partially recognised entity has the code of the state that claims it, and PRE beside."""
    entity = read("Transnistria protested.").entity("Transnistria")
    assert (entity.country_code, entity.other_sector_codes) == ("MDA", ("PRE",))


def test_offices(read) -> None:
    """An office of a country on a date is filled with its holder."""
    assert read("The French president left.").ids("The French president") == [
        "person/emmanuel-macron"
    ]
    assert read("The French president left.", "2010-05-05").ids("The French president") == [None]
    both = read("Russian and Turkish foreign ministers met.")
    assert both.ids("Russian and Turkish foreign ministers") == [
        "person/sergei-lavrov",
        "person/mevlut-cavusoglu",
    ]


@pytest.mark.parametrize(
    ("day", "office", "sector"),
    [
        ("2012-06-01", "Vice President", "GOV"),
        ("2019-06-01", None, "ELI"),
        ("2022-06-01", "President", "GOV"),
    ],
)
def test_person_on_day(read, day, office, sector) -> None:
    """A person has the office and sector of the article's date; out of office it is ELI."""
    entity = read("Joe Biden spoke.", day).entity("Joe Biden")
    assert (entity.office, entity.sector_code) == (office, sector)


def test_unknown_person_with_role(read) -> None:
    """Whoever the files do not know has the country and sector of the words before the name."""
    entity = read("Nigerian army spokesman Ade Bello spoke.").entity(
        "Nigerian army spokesman Ade Bello"
    )
    assert entity.kind == "person"
    assert (entity.entity_name, entity.entity_id) == ("Ade Bello", None)
    assert (entity.country_code, entity.sector_code) == ("NGA", "MIL")


def test_attributive(read) -> None:
    """States named inside a phrase that is no party are attributive mentions."""
    found = read("Iran? They discussed Syria's nuclear program and Libyan oil exports.")
    assert found.entity("Libyan").country_code == "LBY"
    assert found.mention("Libyan").attributive
    assert found.entity("Syria").country_code == "SYR"
    assert not any(m.entity.raw_text.endswith("exports") for m in found.mentions)


def test_surname_of_a_country(read) -> None:
    """The name of a country after an unknown first name is a surname."""
    found = read("Michael Jordan visited Jordan, France and China.")
    assert found.entity("Michael Jordan").kind == "person"
    assert found.entity("Michael Jordan").country_code != "JOR"
    assert found.entity("Jordan").country_code == "JOR"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Georgia voted, said a man in Tbilisi.", "GEO"),
        ("Georgia voted, said a man in Atlanta.", "USA"),
    ],
)
def test_georgia(read, text, code) -> None:
    """A name that two bear goes by the other names of the article."""
    assert read(text).entity("Georgia").country_code == code


def test_seat_of_a_union(read) -> None:
    """A city that stands for a union is the union where it acts, else a place."""
    assert read("Brussels fined France.").entity("Brussels").entity_code == "EUR"
    assert read("They met in Brussels.").entity("Brussels").country_code == "BEL"


def test_documents_and_the_unnamed(read) -> None:
    """A statement is a document and sources are unnamed; neither has a code."""
    found = read("A report said so. Sources said so.")
    assert found.entity("A report").kind == "document"
    assert found.entity("Sources").kind == "unnamed"
    assert found.entity("Sources").country_code is None


def test_acronym_taken_for_a_pronoun(read) -> None:
    """An acronym of a body is found in capitals only."""
    assert read("The WHO warned France.").ids("The WHO") == ["org/world-health-organization"]
    assert not [m for m in read("They met those who left.").mentions if "org/" in str(m.entity)]


def test_titles_joined_by_and(read) -> None:
    """Two titles before one name are one phrase, two titled names are two."""
    found = read("French President Emmanuel Macron and Russian President Vladimir Putin met.")
    assert found.ids("French President Emmanuel Macron") == ["person/emmanuel-macron"]
    assert found.ids("Russian President Vladimir Putin") == ["person/vladimir-putin"]


def test_spans(read) -> None:
    """Spans give the article's own words, and heads lie in their mention."""
    text = "Ankara’s troops – Turkish forces – met “Kim Jong-un” and Mevlüt Çavuşoğlu in Seoul."
    mentions = read(text).mentions
    assert len(mentions) >= 3
    for mention in mentions:
        start, end = mention.span
        assert text[start:end] == mention.entity.raw_text
        assert mention.first <= mention.head <= mention.last


def test_user_file(parser, tmp_path) -> None:
    """An actor of the user's file goes before the package's, and says so."""
    user = tmp_path / "actors.toml"
    user.write_text(
        '[[actor]]\nname = "Harbour Watch"\naliases = ["HW"]\ncountry = "FRA"\n'
        'sector = "SOC"\nentity_id = "user/harbour-watch"\n'
    )
    parsed = parser.parse(Article(id="a", text="Harbour Watch criticised China. HW left."))
    mentions = Resolver(user, DATA).resolve(parsed, dt.date(2020, 1, 1))
    found = {m.entity.raw_text: m.entity for m in mentions}
    for words in ("Harbour Watch", "HW"):
        entity = found[words]
        assert (entity.entity_id, entity.resolved_by) == ("user/harbour-watch", "user")
        assert (entity.country_code, entity.sector_code) == ("FRA", "SOC")
