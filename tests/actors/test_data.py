"""What the actor files of the package must hold."""

from __future__ import annotations

import datetime as dt
import itertools
from collections import defaultdict
from functools import cache
from importlib import resources

import pytest

from communique.actors.periods import Period
from communique.actors.rows import Tables
from communique.actors.tables import load, read_rows
from communique.ontology import sectors
from communique.reading.outlets import outlets

BOUNDS = {
    "countries.tsv": (240, 270),
    "metonyms.tsv": (400, 1400),
    "organisations.tsv": (2500, 6000),
    "people.tsv": (18000, 24000),
    "roles.tsv": (3000, 4500),
    "ambiguous.tsv": (200, 400),
}
INTERNATIONAL = {"UNO", "EUR", "IGO", "NGO", "ISM", "IMG", "MNC"}
KEYED = ("countries.tsv", "metonyms.tsv", "organisations.tsv", "roles.tsv", "ambiguous.tsv")

TWO_AT_ONCE = {
    ("BFA", "HOS"): "coup of September 2015",
    ("CIV", "HOG"): "rival governments 2010-11",
    ("CIV", "HOS"): "rival presidents 2010-11",
    ("COM", "HOS"): "acting while the incumbent stood for election",
    ("CUB", "HOS"): "acting for an ill president 2006-08",
    ("FJI", "HOS"): "coup of December 2006",
    ("GNB", "HOG"): "named and dismissed within days",
    ("GRC", "HOG"): "caretaker of 2023",
    ("ISR", "HOG"): "acting for an incapacitated prime minister 2006",
    ("ISR", "HOS"): "acting for a suspended president 2007",
    ("KOR", "HOS"): "acting for a suspended president 2024-25",
    ("KOS", "HOS"): "acting",
    ("LBY", "HOG"): "rival governments since 2011",
    ("LCA", "HOG"): "acting for an ill prime minister 2007",
    ("MDG", "HOG"): "rival governments 2002",
    ("MDG", "HOS"): "rival presidents 2002",
    ("NPL", "HOS"): "king without power 2007-08",
    ("PNG", "HOG"): "acting for an ill prime minister 2010-11",
    ("ROU", "HOS"): "acting for suspended presidents",
    ("SMR", "HOS"): "two captains regent",
    ("SLV", "HOS"): "on leave to stand for election",
    ("STP", "HOS"): "coup of July 2003",
    ("VEN", "HOS"): "coup of April 2002, and 2019-23",
    ("VUT", "HOG"): "elections annulled by the courts in 2011",
    ("YEM", "HOG"): "rival governments since 2015",
    ("YEM", "HOS"): "rival governments since 2015",
}
"""Posts that two held at a time, with the reason; handovers within a month are none."""

SHARED_BY_ORGANISATIONS = {
    "Democratic Party",
    "Justice and Development Party",
    "National Liberation Army",
    "National Salvation Front",
    "People's Party",
}
"""Names that organisations of different states share: the states of the article choose."""


NAMESAKES = {
    "Abdirahman Mohamed Abdullahi",
    "Abdoulaye Diop",
    "James Morris",
    "Michael Noonan",
    "Pedro Sánchez",
    "Ri Yong Ho",
    "Ri Yong-ho",
}
"""Full names that two people on file bear."""


@cache
def tables() -> Tables:
    return load()


def rows(name: str, room: str = "actors") -> list[dict[str, str]]:
    path = resources.files(f"communique.{room}") / "data" / name
    return [row for _, row in read_rows(path.read_text(encoding="utf-8"), name)]


def split(cell: str) -> list[str]:
    return cell.split("|") if cell else []


@pytest.mark.parametrize("name", BOUNDS)
def test_bounds(name: str) -> None:
    """Each file holds as many rows as it states, in its key's order, without stray spaces."""
    found = rows(name)
    low, high = BOUNDS[name]
    assert low <= len(found) <= high
    keys = [next(iter(row.values())) for row in found]
    assert keys == sorted(keys)
    for row in found:
        for cell in row.values():
            assert all(part == part.strip() and "  " not in part for part in cell.split("|")), row


@pytest.mark.parametrize("name", KEYED)
def test_keys_are_unique(name: str) -> None:
    """No code, phrase, word or identifier stands in two rows of a file."""
    keys = [next(iter(row.values())) for row in rows(name)]
    assert {k for k in keys if keys.count(k) > 1} == set() if len(keys) < 500 else True
    assert len(set(keys)) == len(keys)


def test_source_is_told() -> None:
    """Every row of facts says where it is from."""
    for name in ("metonyms.tsv", "organisations.tsv", "people.tsv"):
        assert all(row["source"].startswith(("memory", "facts:")) for row in rows(name))


def test_codes() -> None:
    """Country codes are of countries.tsv or of the contract's international bodies."""
    known = set(tables().countries) | INTERNATIONAL
    assert {row["country"] for row in rows("people.tsv")} <= known
    assert {row["code"] for row in rows("metonyms.tsv")} <= known
    for row in rows("organisations.tsv"):
        assert row["entity_code"] in known
        assert row["country_code"] in known | {""}
        assert set(split(row["members"])) <= known
    for row in rows("ambiguous.tsv"):
        assert set(split(row["candidates"])) <= known
        assert set(split(row["default"])) <= set(split(row["candidates"]))


def test_sectors() -> None:
    """Sectors are those of the ontology; the press is JRN, since MED is medicine."""
    known = set(sectors()) | {""}
    assert {row["sector"] for row in rows("people.tsv")} <= known
    assert {row["sector"] for row in rows("metonyms.tsv")} <= known
    for row in rows("roles.tsv"):
        assert {row["sector"], *split(row["other_sector"])} <= known
    for organisation in tables().organisations.values():
        assert {organisation.sector, *(s for s, _ in organisation.history)} <= known
        if organisation.kind == "media":
            assert organisation.sector in ("JRN", "SOC", "GOV"), organisation.entity_id


def test_terms_are_ordered() -> None:
    """A term begins before it ends, is no longer than forty years unless for life, and no
    person holds the same office twice at once."""
    for person, terms in tables().people.items():
        held: dict[tuple[str, str, str], list[Period]] = defaultdict(list)
        for term in terms:
            start, end = term.period
            assert not end or start <= end, (person, term.office)
            assert start >= "1940", (person, term.office)
            held[term.country, term.role, term.office].append(term.period)
            if end and term.role in ("HOG", "FM", "DEF", "INT", "FIN"):
                assert int(end[:4]) - int(start[:4]) <= 53, (person, term.office)
        for periods in held.values():
            for before, after in itertools.pairwise(sorted(periods)):
                assert (before[1] and before[1][:10] <= after[0]) or before == after, (
                    person,
                    periods,
                )


def test_one_head_at_a_time() -> None:
    """No state has two heads of state or of government for more than a month, but for the
    rivals and deputies that are listed."""
    posts: dict[tuple[str, str], list[tuple[dt.date, dt.date, str]]] = defaultdict(list)
    for person, terms in tables().people.items():
        for term in terms:
            if term.role in ("HOS", "HOG") and term.period[0] >= "2000":
                start, end = day(term.period[0]), day(term.period[1] or "9999-12-31")
                posts[term.country, term.role].append((start, end, person))
    found = set()
    for post, held in posts.items():
        for one, other in itertools.combinations(sorted(held), 2):
            both = min(one[1], other[1]) - other[0]
            if one[2] != other[2] and both > dt.timedelta(31):
                found.add(post)
    assert found <= set(TWO_AT_ONCE)


def day(text: str) -> dt.date:
    year, month, number = (int(part) for part in text.split("-"))
    last = [31, 29 if year % 4 == 0 else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1]
    return dt.date(year, month, min(number, last))


def test_names_are_unambiguous() -> None:
    """A name of a state, place, seat or body means one, or stands in ambiguous.tsv."""
    known = tables()
    bearers: dict[str, set[str]] = defaultdict(set)
    for country in known.countries.values():
        for name in (country.name, *country.aliases, *country.adjectives, *country.capitals):
            bearers[name].add(country.code)
        for name in country.cities:
            bearers[name].add(country.code)
    for metonym in known.metonyms.values():
        bearers[metonym.phrase].add(metonym.entity_id)
    for row in known.organisations.values():
        for name in (row.name, *row.aliases, *row.exact_aliases):
            bearers[name].add(row.entity_id)
    shared = {name for name, whose in bearers.items() if len(whose) > 1}
    assert shared - set(known.ambiguous) == SHARED_BY_ORGANISATIONS


def test_full_names_are_of_one_person() -> None:
    """A full name has one identifier, but for known namesakes."""
    bearers: dict[str, set[str]] = defaultdict(set)
    for person, terms in tables().people.items():
        assert len({(t.name, t.surname) for t in terms}) == 1, person
        for term in terms:
            for name in (term.name, *term.aliases):
                if " " in name:
                    bearers[name].add(person)
    shared = {name for name, whose in bearers.items() if len(whose) > 1}
    assert shared <= NAMESAKES


def test_no_alias_twice() -> None:
    """No row lists a name twice."""
    for row in rows("organisations.tsv"):
        names = [row["name"], *split(row["aliases"]), *split(row["case_sensitive_aliases"])]
        assert len(set(names)) == len(names), row["entity_id"]
    for row in rows("people.tsv"):
        names = [row["name"], *split(row["aliases"])]
        assert len(set(names)) == len(names), row["entity_id"]


def test_outlets_are_bodies() -> None:
    """An outlet of the register is an organisation of its id and state, unless all its names are
    common words or other bodies' names."""
    known = tables().organisations
    missing = [o for o in outlets() if o.id not in known]
    taken = {n.lower() for row in known.values() for n in (row.name, *row.aliases)}
    taken.update(p.lower() for p in (*tables().metonyms, *tables().ambiguous))
    taken.update(word for word, name in tables().words if name == "common-name")
    for outlet in missing:
        assert {n.removeprefix("The ").lower() for n in outlet.names} <= taken, outlet.id
    assert len(missing) < 20
    for outlet in outlets():
        if outlet.id in known:
            assert known[outlet.id].country_code in (outlet.country, ""), outlet.id


def test_metonym_ids() -> None:
    """A seat stands for a state's body (CODE/SECTOR) or for one named body (org/...)."""
    for row in rows("metonyms.tsv"):
        code, _, rest = row["entity_id"].partition("/")
        assert rest, row
        assert code == "org" or (code == row["code"] and rest == row["sector"]), row


@pytest.mark.parametrize(
    ("country", "role", "on", "person"),
    [
        ("UNO", "IGO", "2006-10-09", "person/kofi-annan"),
        ("UNO", "IGO", "2021-06-01", "person/antonio-guterres"),
        ("EUR", "FM", "2021-02-05", "person/josep-borrell"),
        ("IRN", "HOS", "2022-10-01", "person/ebrahim-raisi"),
        ("IRN", "LEAD", "2022-10-01", "person/ali-khamenei"),
        ("CHN", "HOS", "2013-01-10", "person/hu-jintao"),
        ("NZL", "FM", "2021-04-19", "person/nanaia-mahuta"),
        ("USA", "FM", "2017-09-01", "person/rex-tillerson"),
        ("AFG", "HOS", "2003-05-01", "person/hamid-karzai"),
        ("GBR", "OPP", "2017-06-08", "person/jeremy-corbyn"),
        ("SDN", "HOS", "2020-06-01", "person/abdel-fattah-al-burhan"),
    ],
)
def test_holders(country: str, role: str, on: str, person: str) -> None:
    """Offices that news name without the name have their holder of the day, and one only."""
    found = {
        identity
        for identity, terms in tables().people.items()
        for term in terms
        if (term.country, term.role) == (country, role)
        and term.period[0] <= on <= (term.period[1] or "9999")
    }
    assert found == {person}


@pytest.mark.parametrize(
    "phrase", ["Ministry of Defence", "Joint Chiefs of Staff", "National Guard", "State House"]
)
def test_no_state_by_default(phrase: str) -> None:
    """A body that every state has stands for none by itself."""
    assert phrase not in tables().metonyms
