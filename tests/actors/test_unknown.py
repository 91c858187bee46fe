"""Bare names that tell no country, 'the agency', and phrases that begin with a bound."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from communique.actors import Resolver
from communique.records import Article

DATA = Path(__file__).parent / "data"
DAY = "2024-04-10"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("John Smith condemned China.", "John Smith"),
        ("Acme Corp accused China.", "Acme Corp"),
        ("Acme Corp accused China. China replied. Chinese officials left China.", "Acme Corp"),
        ("John Smith condemned China. China replied. Chinese officials left.", "John Smith"),
    ],
)
def test_other_party_lends_no_country(read, text, words) -> None:
    """A name on no file is not of the country that it acts upon, however often that is named."""
    found = read(text, DAY).entity(words)
    assert (found.entity_id, found.country_code, found.resolved_by) == (None, None, "unresolved")


@pytest.mark.parametrize(
    ("last", "country"),
    [("John Smith slept.", "CHN"), ("John Smith praised China.", None)],
)
def test_country_of_the_article(read, last, country) -> None:
    """A country told often is lent to a name, unless it stands by it as another party."""
    text = f"China is large. Chinese farmers work in China. Chinese police slept. {last}"
    assert read(text, DAY).entity("John Smith").country_code == country


def test_two_mentions_are_too_few(parser, resolver) -> None:
    """Two mentions are too few to lend a country, in a title too; three are enough."""
    article = Article(id="a1", title="China: China", text="Chinese police slept. John Smith left.")
    few = Article(id="a1", title="China: China", text="Everybody slept. John Smith left.")
    codes = [
        next(
            m.entity.country_code
            for m in resolver.resolve(parser.parse(a), dt.date(2024, 4, 10))
            if m.entity.raw_text == "John Smith"
        )
        for a in (article, few)
    ]
    assert codes == ["CHN", None]


def test_namesake_in_office_keeps_a_surname_open(tmp_path: Path, parser) -> None:
    """A former leader's surname that somebody in office bears as well stays without codes."""
    for path in DATA.iterdir():
        (tmp_path / path.name).write_text(path.read_text())
    with (tmp_path / "people.tsv").open("a") as people:
        people.write("person/x\tAda Trump\t\tTrump\tFRA\tMinister\tFIN\tGOV\t2024\t\tmemory\n")
    parsed = parser.parse(Article(id="a1", text="Trump threatened to tax China."))
    first, *_ = Resolver(folder=tmp_path).resolve(parsed, dt.date(2024, 4, 10))
    assert (first.entity.raw_text, first.entity.entity_id) == ("Trump", None)
    assert first.entity.country_code is None


def test_surname_of_a_former_leader(read) -> None:
    """A surname of one leader on file means this one after the term too, and then as ELI."""
    found = read("Trump threatened to impose tariffs on China.", DAY).entity("Trump")
    assert (found.entity_id, found.country_code) == ("person/donald-trump", "USA")
    assert found.sector_code == "ELI"


def test_surname_before_the_first_term(read) -> None:
    """A surname of one who led only later means nobody on file."""
    found = read("Trump threatened to impose tariffs on China.", "2010-04-10").entity("Trump")
    assert (found.entity_id, found.country_code) == (None, None)


@pytest.mark.parametrize("words", ["The agency", "The news agency"])
def test_agency_is_the_last_medium(read, words) -> None:
    """'The agency' is the medium named last, not the international body named after it."""
    text = f"The Korean Central News Agency reported that the EU left. {words} said more."
    assert read(text).ids(words) == ["org/kcna"]


@pytest.mark.parametrize("words", ["The agency", "The news agency"])
def test_agency_without_a_medium(read, words) -> None:
    """Where no medium was named 'the agency' has no codes; it is never another body."""
    found = read(f"The EU praised China. {words} said more.").entity(words)
    assert found.kind == "organisation"
    assert (found.entity_id, found.country_code) == (None, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("At least 12,000 people died in China.", "At least 12,000 people"),
        ("China arrested at least 35 people.", "at least 35 people"),
        ("At most 35 people died in China.", "At most 35 people"),
    ],
)
def test_phrase_begins_with_its_bound(read, text, words) -> None:
    """The words 'at least' before a number belong to the phrase, both or none."""
    assert read(text).entity(words).raw_text == words
