"""Offices and heads of bodies without a name, each on days on which another held them."""

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
    """Text and a day -> mentions, by the package's own tables."""
    resolver = Resolver()

    def function(text: str, on: str) -> Read:
        parsed = parser.parse(Article(id="a" * 24, text=text))
        return Read(resolver.resolve(parsed, dt.date.fromisoformat(on)))

    return function


@pytest.mark.parametrize(
    ("words", "day", "person"),
    [
        ("The head of Mossad", "2010-06-01", "meir-dagan"),
        ("The head of Mossad", "2022-06-01", "david-barnea"),
        ("The director of the CIA", "2010-06-01", "leon-panetta"),
        ("The director of the CIA", "2019-06-01", "gina-haspel"),
        ("The UN secretary-general", "2003-06-01", "kofi-annan"),
        ("The UN secretary-general", "2010-06-01", "ban-ki-moon"),
        ("The UN secretary-general", "2020-06-01", "antonio-guterres"),
        ("The NATO chief", "2011-06-01", "anders-fogh-rasmussen"),
        ("The NATO chief", "2020-06-01", "jens-stoltenberg"),
        ("The NATO chief", "2025-06-01", "mark-rutte"),
        ("The IAEA chief", "2010-06-01", "yukiya-amano"),
        ("The IAEA chief", "2021-06-01", "rafael-grossi"),
        ("The WHO director-general", "2012-06-01", "margaret-chan"),
        ("The WHO director-general", "2019-06-01", "tedros-adhanom-ghebreyesus"),
        ("The president of the European Commission", "2012-06-01", "jose-manuel-barroso"),
        ("The president of the European Commission", "2022-06-01", "ursula-von-der-leyen"),
        ("The president of the European Council", "2015-06-01", "donald-tusk"),
        ("The president of the European Council", "2023-06-01", "charles-michel"),
        ("The mayor of London", "2012-06-01", "boris-johnson"),
        ("The mayor of London", "2020-06-01", "sadiq-khan"),
        ("The governor of Texas", "2005-06-01", "rick-perry"),
        ("The governor of Texas", "2018-06-01", "greg-abbott"),
        ("The governor of Borno State", "2012-06-01", "kashim-shettima"),
        ("The governor of Borno State", "2022-06-01", "babagana-zulum"),
        ("Hong Kong's chief executive", "2014-06-01", "leung-chun-ying"),
        ("Hong Kong's chief executive", "2020-06-01", "carrie-lam"),
        ("Hong Kong's chief executive", "2023-06-01", "john-lee-ka-chiu"),
        ("The pope", "2010-06-01", "benedict-xvi"),
        ("The pope", "2020-06-01", "francis"),
        ("The pope", "2025-06-01", "leo-xiv"),
        ("The Saudi crown prince", "2016-06-01", "mohammed-bin-nayef"),
        ("The Saudi crown prince", "2019-06-01", "mohammed-bin-salman"),
        ("Pakistan's army chief", "2019-06-01", "qamar-javed-bajwa"),
        ("Pakistan's army chief", "2023-06-01", "asim-munir"),
        ("The White House press secretary", "2020-06-01", "kayleigh-mcenany"),
        ("The White House press secretary", "2022-12-01", "karine-jean-pierre"),
        ("The leader of Hezbollah", "2015-06-01", "hassan-nasrallah"),
        ("The leader of Hezbollah", "2024-12-01", "naim-qassem"),
        ("The Kremlin spokesman", "2020-06-01", "dmitry-peskov"),
        ("Putin's spokesman", "2020-06-01", "dmitry-peskov"),
    ],
)
def test_holder_of_the_day(told: Told, words: str, day: str, person: str) -> None:
    """A head or an office without a name is who held it on the article's day."""
    entity = told(f"{words} resigned on Monday.", day).entity(words)
    assert (entity.entity_id, entity.resolved_by) == (f"person/{person}", "office")
    assert entity.office


@pytest.mark.xfail(strict=True, reason="the holder is on file under another wording of the title")
@pytest.mark.parametrize(
    ("words", "day", "person"),
    [
        ("The CIA director", "2019-06-01", "gina-haspel"),
        ("The WHO chief", "2019-06-01", "tedros-adhanom-ghebreyesus"),
        (
            "The head of the World Health Organization",
            "2019-06-01",
            "tedros-adhanom-ghebreyesus",
        ),
        ("The EU foreign policy chief", "2021-06-01", "josep-borrell"),
        ("The EU's foreign policy chief", "2012-06-01", "catherine-ashton"),
    ],
)
def test_other_words_for_a_head(told: Told, words: str, day: str, person: str) -> None:
    """Chief, head and director are words for whoever leads a body, however the office is called."""
    assert told(f"{words} resigned on Monday.", day).ids(words) == [f"person/{person}"]


@pytest.mark.parametrize(
    ("words", "code", "sector"),
    [
        ("The UN secretary-general", "UNO", "GOV"),
        ("The NATO chief", "IGO", "GOV"),
        ("The president of the European Commission", "EUR", "GOV"),
        ("The WHO director-general", "UNO", "MED"),
    ],
)
def test_heads_of_international_bodies(told: Told, words: str, code: str, sector: str) -> None:
    """Heads of international bodies have the body's code and no country."""
    entity = told(f"{words} resigned on Monday.", "2020-06-01").entity(words)
    assert (entity.entity_code, entity.country_code) == (code, None)
    assert entity.sector_code == sector


@pytest.mark.parametrize(
    ("words", "country", "sector"),
    [
        ("The head of Mossad", "ISR", "SPY"),
        ("Pakistan's army chief", "PAK", "MIL"),
        ("The mayor of London", "GBR", "GOV"),
        ("Hong Kong's chief executive", "HKG", "GOV"),
        ("The pope", "VAT", "GOV"),
        ("The leader of Hezbollah", "LBN", "REB"),
    ],
)
def test_sector_of_a_head(told: Told, words: str, country: str, sector: str) -> None:
    """A head has the country and sector of what he or she leads."""
    entity = told(f"{words} resigned on Monday.", "2020-06-01").entity(words)
    assert (entity.country_code, entity.sector_code) == (country, sector)


@pytest.mark.parametrize(
    ("text", "day", "words", "person", "sector"),
    [
        ("{} left.", "2022-06-01", "Biden's predecessor", "donald-trump", "ELI"),
        ("{} left.", "2025-06-01", "Biden's successor", "donald-trump", "GOV"),
        ("{} left.", "2020-06-01", "Obama's successor", "donald-trump", "GOV"),
        ("{} left.", "2020-06-01", "Xi Jinping's predecessor", "hu-jintao", "ELI"),
        ("{} left.", "2020-06-01", "Vladimir Putin's predecessor", "dmitry-medvedev", "GOV"),
        ("Raúl Castro met {}.", "2020-06-01", "his successor", "miguel-diaz-canel", "GOV"),
        ("Jacob Zuma resigned. {} came.", "2019-06-01", "His successor", "cyril-ramaphosa", "GOV"),
        ("Barack Obama blamed {}.", "2014-06-01", "his predecessor", "george-w-bush", "ELI"),
        ("Olaf Scholz blamed {}.", "2022-06-01", "his predecessor", "angela-merkel", "ELI"),
        ("Theresa May left. {} came.", "2019-06-01", "Her predecessor", "david-cameron", "ELI"),
        ("Antonio Guterres met {}.", "2020-06-01", "his predecessor", "ban-ki-moon", "ELI"),
        ("The pope met {}.", "2022-06-01", "his predecessor", "benedict-xvi", "ELI"),
    ],
)
def test_before_and_after(told: Told, text: str, day, words, person, sector) -> None:
    """Predecessor and successor are told from the list of holders, with the sector of the day."""
    entity = told(text.format(words), day).entity(words)
    assert (entity.entity_id, entity.sector_code) == (f"person/{person}", sector)


def test_named_predecessor(told: Told) -> None:
    """A name beside 'his predecessor' is the same person."""
    found = told("Olaf Scholz criticised Angela Merkel, his predecessor.", "2022-06-01")
    assert found.ids("Angela Merkel") == found.ids("his predecessor") == ["person/angela-merkel"]


@pytest.mark.parametrize(
    "words",
    [
        "Iran's deputy foreign minister",
        "The deputy mayor of London",
        "The deputy governor of Texas",
        "The spokesman for the UN secretary-general",
    ],
)
def test_deputies_and_speakers_are_others(told: Told, words: str) -> None:
    """A deputy of an office, or who speaks for it, is not its holder."""
    assert told(f"{words} resigned on Monday.", "2020-06-01").ids(words) == [None]


@pytest.mark.parametrize("words", ["The deputy head of Mossad", "Mossad's deputy chief"])
def test_deputy_head_of_a_body(told: Told, words: str) -> None:
    """Nor is the deputy head of a body its head."""
    assert told(f"{words} resigned on Monday.", "2020-06-01").ids(words) == [None]


@pytest.mark.parametrize("words", ["The former mayor of London", "The former governor of Texas"])
def test_former_heads(told: Told, words: str) -> None:
    """A former holder is nobody in particular, and ELI."""
    entity = told(f"{words} resigned on Monday.", "2020-06-01").entity(words)
    assert (entity.entity_id, entity.sector_code, entity.office) == (None, "ELI", None)


def test_first_president(told: Told) -> None:
    """The first president of a state is not the one of the day."""
    found = told("George Washington was the first president.", "2021-06-01")
    assert found.ids("the first president") != ["person/joe-biden"]
