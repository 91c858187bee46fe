"""Places whose province or country stands behind a comma: 'Cairo, Illinois', 'Atlanta, Georgia'."""

from __future__ import annotations

from communique.actors.atlas import atlas, key_of
from communique.actors.index import Entry
from communique.actors.rows import Tables
from communique.actors.units import Unit
from communique.language.document import Sentence

__all__ = ["settle_places"]

_TOWNS = ("capital", "city", "ambiguous")
_PLACES = ("country", "capital", "city", "ambiguous")


def settle_places(sentence: Sentence, units: list[Unit], tables: Tables) -> list[Unit]:
    """The units of a sentence; a town before a comma and its province or country lies there.

    The second name must hold a town of the first's name, so that lists ('Paris, London and
    Berlin') stay as they are. Both then mean places of that country, no governments.
    """
    settled = list(units)
    for i in range(len(units) - 1):
        town, outer = settled[i], settled[i + 1]
        if outer.first - town.last != 2 or sentence.tokens[town.last + 1].text != ",":
            continue
        if not town.get(*_PLACES) or not outer.get(*_PLACES):
            continue
        if not town.get(*_TOWNS) and outer.get("country"):
            continue  # "Peru, Chile and Bolivia"
        country = _holding(sentence, town, outer, tables)
        if country is None:
            continue
        if country not in _codes(town, tables) or town.get("capital"):
            settled[i] = _city(town, country)
        if outer.get("ambiguous") and not _is_name_of(outer, country, tables):
            settled[i + 1] = _city(outer, country)
    return settled


def _holding(sentence: Sentence, town: Unit, outer: Unit, tables: Tables) -> str | None:
    """The country of a town of the first name that lies in what the second one names."""
    name = sentence.words(sentence.span_of(town.first, town.last))
    key = key_of(sentence.words(sentence.span_of(outer.first, outer.last)))
    countries = {e.key for e in outer.get("country")}
    for place in atlas().find(name):
        lies_there = key_of(place.province) == key or place.country in countries
        if place.kind in ("town", "other") and lies_there and place.country in tables.countries:
            return place.country
    return None


def _codes(unit: Unit, tables: Tables) -> set[str]:
    codes = {e.key for e in unit.get("country", "capital", "city")}
    for entry in unit.get("ambiguous"):
        codes.update(c for c in (tables.ambiguous[entry.key].default,) if c)
    return codes


def _is_name_of(unit: Unit, country: str, tables: Tables) -> bool:
    known = tables.countries[country]
    return any(e.phrase in (known.name, *known.aliases) for e in unit.entries)


def _city(unit: Unit, country: str) -> Unit:
    phrase = unit.entries[0].phrase
    return Unit(unit.first, unit.last, (Entry("city", country, "name", phrase),))
