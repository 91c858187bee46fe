"""What is doubtful in the actor files: unknown codes, overlaps, gaps, impossible dates, bounds."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from collections.abc import Iterator

from communique.actors.periods import Period
from communique.actors.rows import INTERNATIONAL, Tables, Term
from communique.actors.sectors import SECTORS
from communique.actors.tables import read_rows

__all__ = ["bounds", "check"]

_LEADING = ("HOS", "HOG")
_MINISTERS = ("FM", "DEF")
_MOST_REPORTED = frozenset(
    "USA RUS CHN UKR ISR PSE IRN GBR FRA DEU TUR SYR IRQ IND PAK JPN KOR PRK SAU EGY AFG VEN BRA"
    " ITA LBN".split()
)
"""The twenty-five states whose foreign and defence ministers are asked for since 2000."""
_NO_MINISTER = frozenset((("PSE", "DEF"),))
"""Posts that do not exist."""
_GAP_DAYS = 92
_OVERLAP_DAYS = 31
_SINCE = "2000-01-01"
_EARLIEST = "1900"
_OPEN = "9999-12-31"
_LONGEST_DAYS = 40 * 366
_BOUNDS = re.compile(r"Bounds: (?:at least )?([\d,]+)(?: to ([\d,]+))? rows")


def bounds(name: str, content: str) -> tuple[int, str | None]:
    """The number of rows of an actor file, and what is wrong with it by the bounds it states.

    A file states its bounds among the lines at its head: "Bounds: at least 240 rows" or "Bounds:
    4000 to 6000 rows".
    """
    count = sum(1 for _ in read_rows(content, name))
    head = "\n".join(itertools.takewhile(lambda line: line[:1] == "#", content.split("\n")))
    stated = _BOUNDS.search(head)
    if stated is None:
        return count, f"{name}: states no bounds"
    low, high = (int(n.replace(",", "")) if n else None for n in stated.groups())
    if low is not None and count < low:
        return count, f"{name}: {count} rows, at least {low} are stated"
    if high is not None and count > high:
        return count, f"{name}: {count} rows, at most {high} are stated"
    return count, None


def check(tables: Tables) -> list[str]:
    """One line for each doubt, sorted. None of them keeps the files from being used.

    Unknown codes and sectors; terms that end before they begin or last forty years; two heads of
    state or government for more than a month, and when nobody is named for more than three; the
    same of foreign and defence ministers of the twenty-five most reported states since 2000.
    """
    return sorted(
        {
            *_codes(tables),
            *_organisations(tables),
            *_dates(tables),
            *_offices(tables),
        }
    )


def _codes(tables: Tables) -> Iterator[str]:
    known = set(tables.countries) | INTERNATIONAL
    for terms in tables.people.values():
        for term in terms:
            if term.country not in known:
                yield f"people: {term.entity_id}: unknown country {term.country}"
            if term.sector not in SECTORS:
                yield f"people: {term.entity_id}: unknown sector {term.sector}"
    for organisation in tables.organisations.values():
        for code in (organisation.entity_code, organisation.country_code, *organisation.members):
            if code not in known:
                yield f"organisations: {organisation.entity_id}: unknown code {code}"
        for sector in (organisation.sector, *(s for s, _ in organisation.history)):
            if sector not in SECTORS:
                yield f"organisations: {organisation.entity_id}: unknown sector {sector}"
    for metonym in tables.metonyms.values():
        if metonym.code not in known:
            yield f"metonyms: {metonym.phrase}: unknown code {metonym.code}"
    for country in tables.countries.values():
        if country.state not in tables.countries:
            yield f"countries: {country.code}: unknown controlling state {country.state}"
    for word, codes in tables.epithets.items():
        for code in sorted(codes - set(tables.countries)):
            yield f"epithets: {word}: unknown code {code}"
    for role in tables.roles.values():
        for sector in (role.sector, *role.other_sectors):
            if sector not in SECTORS:
                yield f"roles: {role.word}: unknown sector {sector}"


def _organisations(tables: Tables) -> Iterator[str]:
    for organisation in tables.organisations.values():
        spells = sorted(organisation.history, key=lambda s: s[1])
        for (_, before), (_, after) in itertools.pairwise(spells):
            if (before[1] or _OPEN) >= after[0]:
                yield f"organisations: {organisation.entity_id}: overlap at {after[0]}"


def _dates(tables: Tables) -> Iterator[str]:
    for terms in tables.people.values():
        for term in terms:
            start, end = term.period
            if start and end and end < start:
                yield f"people: {term.entity_id}: {term.office} ends {end} before {start}"
            if start and start < _EARLIEST:
                yield f"people: {term.entity_id}: {term.office} from {start}"
            if start and end and _days(start, end) >= _LONGEST_DAYS:
                yield f"people: {term.entity_id}: {term.office} for forty years"


def _offices(tables: Tables) -> Iterator[str]:
    """Heads and ministers: who were two at a time, and when nobody is named."""
    posts: dict[tuple[str, str], list[Term]] = {}
    for terms in tables.people.values():
        for term in terms:
            asked = term.role in _MINISTERS and term.country in _MOST_REPORTED
            if term.role in _LEADING or asked:
                posts.setdefault((term.country, term.role), []).append(term)
    for country, role in itertools.product(sorted(_MOST_REPORTED), _MINISTERS):
        if (country, role) not in posts and (country, role) not in _NO_MINISTER:
            yield f"offices: {country} {role}: nobody since {_SINCE}"
    for (country, role), terms in posts.items():
        latest: Period = ("", "")
        for term in sorted(terms, key=lambda t: (t.period[0], t.period[1] or _OPEN)):
            start, end = term.period[0], term.period[1] or _OPEN
            if latest[1] and start >= _SINCE:
                days = _days(latest[1], start)
                if days > _GAP_DAYS:
                    yield f"offices: {country} {role}: nobody from {latest[1]} to {start}"
                elif days < -_OVERLAP_DAYS and term.entity_id != latest[0]:
                    yield f"offices: {country} {role}: {latest[0]} and {term.entity_id} on {start}"
            if end > latest[1]:
                latest = (term.entity_id, end)


def _days(before: str, after: str) -> int:
    return (_day(after) - _day(before)).days


def _day(text: str) -> dt.date:
    year, month, day = (int(part) for part in text.split("-"))
    while True:
        try:
            return dt.date(year, month, day)
        except ValueError:
            day -= 1
