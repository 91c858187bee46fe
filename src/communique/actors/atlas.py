"""Where places lie: towns, districts, provinces and regions by name.

The towns come from GeoNames (CC BY 4.0; see the head of places.tsv and tools/places.py), regions
that are no units of administration from a file of our own.
"""

from __future__ import annotations

import bisect
import mmap
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from importlib import resources
from pathlib import Path
from typing import Literal

from communique.actors.tables import read_rows
from communique.errors import DataFileError

__all__ = ["KINDS_OF_UNITS", "Atlas", "Place", "PlaceKind", "atlas", "key_of"]

PlaceKind = Literal["town", "other", "district", "province", "region"]
"""`other` is another name of a town; `region` has no seat and may lie in no state."""

_QUOTES = re.compile(r"['’ʻʼ`‘]")
_NO_WORD = re.compile(r"[^0-9a-zA-Z]+")
_LETTERS = str.maketrans({"ı": "i", "ł": "l", "Ł": "L", "ø": "o", "Ø": "O", "đ": "d", "Đ": "D"})
_ARTICLES = ("al ", "el ", "ad ", "an ", "ar ", "as ", "ash ", "at ", "az ")
_LARGE = 50_000
_SMALL = 20_000
"""People below which a town counts only in a state that the article names much."""
_CLEAR = 3
_OTHER_NAME = 3
"""How much less another name of a town ("Athens" beside Athina) counts than its usual one."""
KINDS_OF_UNITS = frozenset(
    "province region oblast state governorate district county prefecture department".split()
)
"""Words beside a name that tell that it is a unit of administration rather than a town."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place: its name, the state that it lies in (None at sea), and its middle in degrees.

    `province` is the province of a town; of kind `other`, the town's own name. `population` is
    that of the town, or of all towns of a province or district. `geonames_id` is a town's.
    """

    name: str
    country: str | None
    kind: PlaceKind
    province: str
    lat: float
    lon: float
    population: int
    geonames_id: int | None = None


@lru_cache(maxsize=65_536)
def key_of(name: str) -> str:
    """A name as places are looked up by: no accents, apostrophes or hyphens, in lower case."""
    flat = unicodedata.normalize("NFKD", name.translate(_LETTERS))
    flat = "".join(c for c in flat if not unicodedata.combining(c))
    return " ".join(_NO_WORD.sub(" ", _QUOTES.sub("", flat)).lower().split())


class Atlas:
    """Finds places by their names.

    The file of towns is never loaded: it is sorted by name, and a look-up reads a few lines of it.
    Raises `DataFileError` where a row cannot be read.
    """

    def __init__(self, places: Path | None = None, regions: Path | None = None) -> None:
        data = Path(str(resources.files("communique.actors") / "data"))
        path = places or data / "places.tsv"
        with path.open("rb") as file:
            self._bytes = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        self._lines = _Lines(self._bytes)
        self._regions = _read_regions(regions or data / "regions.tsv")
        self.find = lru_cache(maxsize=16_384)(self._find)

    def _find(self, name: str) -> tuple[Place, ...]:
        """All places of that name, the largest first; regions of our own before all."""
        key = key_of(name)
        if len(key) < 3:
            return ()
        found = [*self._regions.get(key, ()), *self._towns(key)]
        if not found:
            first, _, last = key.rpartition(" ")
            if last in KINDS_OF_UNITS:
                return tuple(p for p in self._find(first) if p.kind != "town")
            for article in _ARTICLES:
                other = key.removeprefix(article) if key.startswith(article) else article + key
                found = [p for p in self._towns(other) if p.population >= _LARGE]
                if found:
                    break
        found.sort(key=lambda p: (p.kind != "region", -p.population))
        return tuple(found)

    def choose(
        self, name: str, weights: Mapping[str, float], kind: str = "", within: str = ""
    ) -> Place | None:
        """The place that a name means in an article that names countries so often.

        `kind` is the word beside the name ("province", "city"), `within` the name of a country's
        code or province that the text puts behind it ("Moscow, Idaho"). None where it stays open: a
        small place in a state that the article does not name, or several alike.
        """
        found = self.find(name)
        if kind in KINDS_OF_UNITS:
            found = tuple(p for p in found if p.kind not in ("town", "other")) or found
        if within:
            inside = [p for p in found if within in (p.country, key_of(p.province))]
            return inside[0] if inside else None
        plain = list(found)
        if kind not in KINDS_OF_UNITS:
            plain.sort(key=lambda p: (p.kind != "region", -_rank(p), -_weight(p)))
        most = max(weights.values(), default=0)
        known = [
            p
            for p in found
            if p.country
            and weights.get(p.country, 0) >= (0.01 if p.population >= _SMALL else most / 2 or 0.01)
        ]
        if known:
            best = max(weights[p.country] for p in known if p.country)
            countries = {p.country for p in known if p.country and weights[p.country] >= best / 3}
            chosen = [p for p in plain if p.country in countries] or known
            return max(chosen, key=lambda p: (_rank(p), _weight(p)))
        if not plain:
            return None
        first = plain[0]
        rest = [_weight(p) for p in plain[1:] if _apart(p, first)]
        clear = _weight(first) >= _LARGE and _weight(first) >= _CLEAR * max(rest, default=0)
        return first if clear or first.kind == "region" else None

    @cached_property
    def _capitals(self) -> dict[str, str]:
        path = resources.files("communique.actors") / "data" / "countries.tsv"
        rows = read_rows(path.read_text(encoding="utf-8"), "countries.tsv")
        return {row["code"]: row["capitals"].split("|")[0] for _, row in rows if row["capitals"]}

    def capital(self, country: str) -> str | None:
        """The name of a state's capital; None where the tables name none."""
        return self._capitals.get(country)

    def _towns(self, key: str) -> list[Place]:
        wanted = key.encode() + b"\t"
        at = bisect.bisect_left(self._lines, wanted)
        found = []
        while at < len(self._lines):
            line, at = self._lines.line(at)
            if not line.startswith(wanted):
                break
            found.append(_place(line.decode()))
        return found


def _apart(one: Place, other: Place) -> bool:
    """Whether two of one name are not the same spot told twice, as a city and its district."""
    return abs(one.lat - other.lat) + abs(one.lon - other.lon) > 1


def _rank(place: Place) -> int:
    return {"region": 4, "town": 3, "other": 3, "province": 2, "district": 1}[place.kind]


def _weight(place: Place) -> float:
    """How much a place counts among its namesakes: its people, less under another name."""
    return place.population / (_OTHER_NAME if place.kind == "other" else 1)


class _Lines:
    """The lines of a sorted file as a sequence over its bytes, for bisecting.

    Item i is the first whole line that begins at byte i or after it; lines that begin with '#',
    and the heading, stand first and count as empty, so that they sort before all.
    """

    def __init__(self, data: mmap.mmap) -> None:
        self._data = data
        at = 0
        while data[at : at + 1] == b"#":
            at = data.find(b"\n", at) + 1
        self._first = data.find(b"\n", at) + 1

    def __len__(self) -> int:
        return len(self._data)

    def __getitem__(self, at: int) -> bytes:
        return self.line(at)[0]

    def line(self, at: int) -> tuple[bytes, int]:
        """The line that begins at a byte or after it, and where the next one begins."""
        if at <= self._first:
            at = self._first
        else:
            at = self._data.find(b"\n", at - 1) + 1
            if at == 0:
                return b"\xff", len(self._data)
        end = self._data.find(b"\n", at)
        return (b"\xff", len(self._data)) if end < 0 else (self._data[at:end], end + 1)


def _place(line: str) -> Place:
    try:
        key, name, country, kind, province, lat, lon, population, identifier = line.split("\t")
        return Place(
            name or key.title(),
            country,
            kind,  # type: ignore[arg-type]
            province,
            float(lat),
            float(lon),
            int(population),
            int(identifier) if identifier else None,
        )
    except ValueError as error:
        raise DataFileError(what=f"a row cannot be read ({error})", where="places.tsv") from error


def _read_regions(path: Path) -> dict[str, list[Place]]:
    regions: dict[str, list[Place]] = {}
    for number, row in read_rows(path.read_text(encoding="utf-8"), path.name):
        try:
            place = Place(
                row["name"],
                row["country"] or None,
                row["kind"],  # type: ignore[arg-type]
                "",
                float(row["lat"]),
                float(row["lon"]),
                0,
            )
        except (KeyError, ValueError) as error:
            raise DataFileError(
                what=f"a row cannot be read ({error})", where=f"{path.name}:{number}"
            ) from error
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            regions.setdefault(key_of(name), []).append(place)
    return regions


@cache
def atlas() -> Atlas:
    """The package's own atlas, opened once."""
    return Atlas()
