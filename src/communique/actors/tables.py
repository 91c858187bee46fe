"""The actor files: reading them, checking them, and a user's own file on top."""

from __future__ import annotations

import datetime as dt
import hashlib
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from communique.actors.periods import Period, read_period
from communique.errors import DataFileError

__all__ = [
    "Ambiguous",
    "Country",
    "Metonym",
    "Organisation",
    "Role",
    "Tables",
    "Term",
    "load",
    "read_rows",
]

Row = dict[str, str]
_OF_THE_LANGUAGE = ("words.tsv", "extra_roles.tsv")
"""Files that say how English is read; taken from the package where a folder has none."""


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory: `code` is its own, `state` that of the state that controls it."""

    code: str
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]
    cities: tuple[str, ...]
    state: str
    period: Period
    region: str
    partial: bool = False
    """Whether it is a partially recognised entity (manual 5.1.3: sector PRE beside others)."""


@dataclass(frozen=True, slots=True)
class Metonym:
    """A seat or name that stands for an institution, as a palace does for a government."""

    phrase: str
    code: str
    sector: str
    entity_id: str
    entity_name: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation; `history` holds its sector and the period in which it had that sector."""

    entity_id: str
    name: str
    aliases: tuple[str, ...]
    exact_aliases: tuple[str, ...]
    entity_code: str
    country_code: str
    sector: str
    history: tuple[tuple[str, Period], ...]
    members: tuple[str, ...]
    kind: str
    period: Period
    user: bool = False


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in one office."""

    entity_id: str
    name: str
    aliases: tuple[str, ...]
    surname: str
    country: str
    office: str
    role: str
    sector: str
    period: Period
    user: bool = False


@dataclass(frozen=True, slots=True)
class Role:
    """A word for people or bodies by what they do, and the sector that it says they are of."""

    word: str
    plural: str
    sector: str
    other_sectors: tuple[str, ...]
    kind: str
    office: str


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A name that several bear. `rule` says what chooses among `candidates`."""

    phrase: str
    candidates: tuple[str, ...]
    default: str
    rule: str


@dataclass(slots=True)
class Tables:
    """All actor files, by key. `version` changes with any of their contents."""

    countries: dict[str, Country] = field(default_factory=dict)
    metonyms: dict[str, Metonym] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, list[Term]] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    ambiguous: dict[str, Ambiguous] = field(default_factory=dict)
    words: list[tuple[str, str]] = field(default_factory=list)
    version: str = ""


def load(user_file: Path | None = None, folder: Traversable | Path | None = None) -> Tables:
    """Reads the actor files of `folder` (the package's own if None), the user's file on top.

    Raises `DataFileError` with file and line where a row cannot be read.
    """
    package = resources.files("communique.actors") / "data"
    root = folder if folder is not None else package
    tables = Tables()
    digest = hashlib.sha256()
    readers = {
        "countries.tsv": _country,
        "metonyms.tsv": _metonym,
        "organisations.tsv": _organisation,
        "people.tsv": _person,
        "extra_roles.tsv": _role,
        "roles.tsv": _role,
        "ambiguous.tsv": _ambiguous,
        "words.tsv": _word,
    }
    for name, reader in readers.items():
        path = root / name
        if not path.is_file() and name in _OF_THE_LANGUAGE:
            path = package / name
        if not path.is_file():
            continue
        content = path.read_bytes()
        digest.update(content)
        for line, row in read_rows(content.decode(), name):
            try:
                reader(tables, row)
            except (KeyError, ValueError) as error:
                raise DataFileError(
                    what=f"a row cannot be read ({error})", where=f"{name}:{line}"
                ) from error
    if user_file is not None:
        digest.update(_read_user_file(tables, user_file))
    tables.version = digest.hexdigest()[:8]
    return tables


def read_rows(content: str, name: str) -> Iterator[tuple[int, Row]]:
    """Line numbers and rows of a TSV file: lines that begin with '#' first, then a header."""
    header: list[str] | None = None
    for number, line in enumerate(content.split("\n"), start=1):
        if not line.strip() or (line.startswith("#") and "\t" not in line[:2]):
            continue
        cells = line.rstrip("\r").split("\t")
        if header is None:
            header = cells
            continue
        if len(cells) > len(header):
            raise DataFileError(
                what=f"{len(cells)} cells under {len(header)} headings", where=f"{name}:{number}"
            )
        yield number, dict(zip(header, cells + [""] * (len(header) - len(cells)), strict=True))


def _list(cell: str) -> tuple[str, ...]:
    return tuple(part for part in cell.split("|") if part) if cell else ()


def _country(tables: Tables, row: Row) -> None:
    controlling = row.get("controlling", "")
    state, _, mark = controlling.partition(":")
    country = Country(
        code=row["code"],
        name=row["name"],
        aliases=_list(row["aliases"]),
        adjectives=_list(row["adjectives"]),
        capitals=_list(row["capitals"]),
        cities=_list(row.get("cities", "")),
        state=state or row["code"],
        period=read_period(row.get("from", ""), row.get("to", "")),
        region=row.get("region", ""),
        partial=mark == "PRE",
    )
    tables.countries[country.code] = country


def _metonym(tables: Tables, row: Row) -> None:
    tables.metonyms[row["phrase"]] = Metonym(
        row["phrase"], row["code"], row["sector"], row["entity_id"], row["entity_name"]
    )


def _organisation(tables: Tables, row: Row) -> None:
    tables.organisations[row["entity_id"]] = Organisation(
        entity_id=row["entity_id"],
        name=row["name"],
        aliases=_list(row["aliases"]),
        exact_aliases=_list(row.get("case_sensitive_aliases", "")),
        entity_code=row["entity_code"],
        country_code=row["country_code"],
        sector=row["sector"],
        history=tuple(_spell(part) for part in _list(row.get("history", ""))),
        members=_list(row.get("members", "")),
        kind=row.get("kind", "") or "organisation",
        period=read_period(row.get("from", ""), row.get("to", "")),
    )


def _spell(text: str) -> tuple[str, Period]:
    """'GOV:2021-08-15-' or 'REB:1994-2021-08-14': a sector, then two dates of 1 to 3 parts.

    The dash that parts the two dates is the one that four digits or nothing follow.
    """
    sector, _, dates = text.partition(":")
    for i, letter in enumerate(dates):
        rest = dates[i + 1 :]
        if letter == "-" and (not rest or (rest[:4].isdigit() and len(rest) >= 4)):
            return sector, read_period(dates[:i], rest)
    return sector, read_period(dates, "")


def _person(tables: Tables, row: Row) -> None:
    term = Term(
        row["entity_id"],
        row["name"],
        _list(row["aliases"]),
        row["surname"],
        row["country"],
        row["office"],
        row["role"],
        row["sector"],
        read_period(row["from"], row["to"]),
    )
    tables.people.setdefault(term.entity_id, []).append(term)


def _role(tables: Tables, row: Row) -> None:
    role = Role(
        word=row["word"],
        plural=row.get("plural", ""),
        sector=row["sector"],
        other_sectors=_list(row.get("other_sector", "")),
        kind=row["kind"],
        office=row.get("office", ""),
    )
    tables.roles.setdefault(role.word, role)


def _ambiguous(tables: Tables, row: Row) -> None:
    tables.ambiguous[row["phrase"]] = Ambiguous(
        row["phrase"], _list(row["candidates"]), row["default"], row["rule"]
    )


def _word(tables: Tables, row: Row) -> None:
    tables.words.append((row["word"], row["class"]))


def _read_user_file(tables: Tables, path: Path) -> bytes:
    try:
        content = path.read_bytes()
        data = tomllib.loads(content.decode())
    except OSError as error:
        raise DataFileError(what="the actor file cannot be read", where=str(path)) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataFileError(
            what=f"the actor file is not TOML ({error})", where=str(path)
        ) from error
    for number, actor in enumerate(data.get("actor", []), start=1):
        _add_user_actor(tables, actor, f"{path}: [[actor]] number {number}")
    return content


def _add_user_actor(tables: Tables, actor: Mapping[str, Any], where: str) -> None:
    known = {"name", "aliases", "country", "sector", "entity_id", "kind", "office", "from", "to"}
    unknown = sorted(set(actor) - known)
    if "name" not in actor or unknown:
        raise DataFileError(
            what="an actor has no name" if not unknown else f"unknown keys {', '.join(unknown)}",
            where=where,
            do=f"An [[actor]] may have: {', '.join(sorted(known))}.",
        )
    name, code = str(actor["name"]), str(actor.get("country", ""))
    kind = str(actor.get("kind", "organisation"))
    identity = str(actor.get("entity_id") or f"user/{'-'.join(name.casefold().split())}")
    aliases = tuple(str(a) for a in actor.get("aliases", ()))
    period = read_period(_iso(actor.get("from")), _iso(actor.get("to")))
    sector = str(actor.get("sector", ""))
    if kind == "person":
        surname, office = name.split()[-1], str(actor.get("office", ""))
        term = Term(identity, name, aliases, surname, code, office, "", sector, period, True)
        tables.people.setdefault(identity, []).append(term)
        return
    state = code if code in tables.countries else ""
    tables.organisations[identity] = Organisation(
        identity, name, aliases, (), code, state, sector, (), (), kind, period, True
    )


def _iso(value: object) -> str:
    return value.isoformat() if isinstance(value, dt.date) else str(value or "")
