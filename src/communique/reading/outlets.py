"""The register of outlets: who they are, by name and by domain."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast, get_args
from urllib.parse import urlsplit

from communique.errors import DataFileError
from communique.records import OutletKind

__all__ = ["Outlet", "Register", "outlets"]

_COLUMNS = ("id", "name", "aliases", "domains", "country", "kind", "owner", "agency", "source")
_FEWEST = 80
_FEWEST_AGENCIES = 40
_FEWEST_STATE = 20
_CODE = re.compile(r"^[A-Z]{3}$")
_SPACE = re.compile(r"[\s.]+")


@dataclass(frozen=True, slots=True)
class Outlet:
    """One agency, broadcaster, paper or office that publishes.

    `owner` is the ISO code of the state that owns it, else the owning body, else None. `agency`
    says whether other outlets print its copy.
    """

    id: str
    name: str
    aliases: tuple[str, ...]
    domains: tuple[str, ...]
    country: str
    kind: OutletKind
    owner: str | None
    agency: bool
    source: str

    @property
    def owner_state(self) -> str | None:
        """The code of the state that owns it, or None."""
        return self.owner if self.owner and _CODE.match(self.owner) else None

    @property
    def names(self) -> tuple[str, ...]:
        """All its names, the usual one first."""
        return (self.name, *self.aliases)


class Register:
    """All outlets, found by name or by domain."""

    def __init__(self, rows: tuple[Outlet, ...]) -> None:
        self._rows = rows
        self._names: dict[str, Outlet] = {}
        self._domains: dict[str, Outlet] = {}
        for row in rows:
            for domain in row.domains:
                self._domains[domain] = row
            for name in row.names:
                self._names.setdefault(name_key(name), row)

    def __iter__(self) -> Iterator[Outlet]:
        return iter(self._rows)

    def __len__(self) -> int:
        return len(self._rows)

    def by_name(self, name: str | None) -> Outlet | None:
        """The outlet that has this name or alias; case, full stops and a "The" do not matter."""
        return self._names.get(name_key(name)) if name else None

    def by_domain(self, host: str | None) -> Outlet | None:
        """The outlet that owns a host name or the nearest domain above it."""
        labels = (host or "").casefold().rstrip(".").split(".")
        for first in range(len(labels) - 1):
            found = self._domains.get(".".join(labels[first:]))
            if found:
                return found
        return None

    def by_url(self, url: str | None) -> Outlet | None:
        """The outlet at whose address a page stands."""
        return self.by_domain(host_of(url))


def name_key(name: str) -> str:
    """A name as it is compared: case folded, without full stops and a leading "the"."""
    return _SPACE.sub(" ", name.casefold().replace(".", "")).strip().removeprefix("the ")


def host_of(url: str | None) -> str | None:
    """The host of an address, without www., or None."""
    try:
        host = urlsplit(url).hostname if url else None
    except ValueError:
        return None
    return host.removeprefix("www.") if host else None


@cache
def outlets() -> Register:
    """The register that is shipped. Raises `DataFileError` where a row breaks the file's rules."""
    text = files("communique.reading").joinpath("data/outlets.tsv").read_text("utf-8")
    lines = [x for x in text.splitlines() if x and not x.startswith("#")]
    if tuple(lines[0].split("\t")) != _COLUMNS:
        raise DataFileError(what="other columns than expected", where="outlets.tsv")
    rows = tuple(_row(line) for line in lines[1:])
    _check(rows)
    return Register(rows)


def _row(line: str) -> Outlet:
    cells = line.split("\t")
    if len(cells) != len(_COLUMNS):
        raise DataFileError(what=f"{len(cells)} cells", where=f"outlets.tsv: {cells[0]}")
    row = dict(zip(_COLUMNS, cells, strict=True))
    if row["kind"] not in get_args(OutletKind) or not _CODE.match(row["country"]):
        raise DataFileError(what="no such kind or country", where=f"outlets.tsv: {row['id']}")
    if row["agency"] not in {"yes", "no"} or not row["source"]:
        raise DataFileError(what="agency or source missing", where=f"outlets.tsv: {row['id']}")
    return Outlet(
        id=row["id"],
        name=row["name"],
        aliases=tuple(a for a in row["aliases"].split("|") if a),
        domains=tuple(d for d in row["domains"].split("|") if d),
        country=row["country"],
        kind=cast(OutletKind, row["kind"]),
        owner=row["owner"] or None,
        agency=row["agency"] == "yes",
        source=row["source"],
    )


def _check(rows: tuple[Outlet, ...]) -> None:
    ids = [r.id for r in rows]
    if ids != sorted(set(ids)):
        raise DataFileError(what="ids are not sorted or not unique", where="outlets.tsv")
    domains = Counter(d for r in rows for d in r.domains)
    names = Counter(k for r in rows for k in {name_key(n) for n in r.names})
    twice = [x for x, n in (*domains.items(), *names.items()) if n > 1]
    if twice:
        raise DataFileError(what=f"names or domains of two rows: {twice}", where="outlets.tsv")
    agencies = sum(r.agency for r in rows)
    state = sum(r.kind == "state_media" for r in rows)
    if len(rows) < _FEWEST or agencies < _FEWEST_AGENCIES or state < _FEWEST_STATE:
        raise DataFileError(what="fewer rows than its bounds", where="outlets.tsv")
