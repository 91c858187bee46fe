"""The actor files: reading them, checking them, and a user's own file on top."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path

from communique.actors.periods import Period, read_period
from communique.actors.rows import (
    Ambiguous,
    Country,
    Metonym,
    Organisation,
    Role,
    Tables,
    Term,
)
from communique.actors.user_file import add_user_file
from communique.errors import DataFileError
from communique.reading.outlets import outlets

__all__ = ["FILES", "load", "read_rows"]

Row = dict[str, str]
FILES = (
    "countries.tsv",
    "metonyms.tsv",
    "organisations.tsv",
    "people.tsv",
    "extra_roles.tsv",
    "roles.tsv",
    "ambiguous.tsv",
    "words.tsv",
    "epithets.tsv",
)
"""The actor files, in the order in which they are read."""
_OF_THE_LANGUAGE = ("words.tsv", "extra_roles.tsv", "epithets.tsv")
"""Files that say how English is read; taken from the package where a folder has none."""


def load(
    user_file: Path | str | None = None, folder: Traversable | Path | str | None = None
) -> Tables:
    """Reads the actor files of `folder` (the package's own if None), the user's file on top.

    Raises `DataFileError` with file and line where a row cannot be read.
    """
    package = resources.files("communique.actors") / "data"
    root = package if folder is None else Path(folder) if isinstance(folder, str) else folder
    tables = Tables()
    digest = hashlib.sha256()
    readers = (
        _country,
        _metonym,
        _organisation,
        _person,
        _role,
        _role,
        _ambiguous,
        _word,
        _epithet,
    )
    for name, reader in zip(FILES, readers, strict=True):
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
    if folder is None:
        digest.update(_outlets(tables))
    if user_file is not None:
        digest.update(add_user_file(tables, Path(user_file)))
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
    sector, *others = row["sector"].split("|")
    tables.organisations[row["entity_id"]] = Organisation(
        entity_id=row["entity_id"],
        name=row["name"],
        aliases=_list(row["aliases"]),
        exact_aliases=_list(row.get("case_sensitive_aliases", "")),
        entity_code=row["entity_code"],
        country_code=row["country_code"],
        sector=sector,
        others=tuple(others),
        history=tuple(_spell(part) for part in _list(row.get("history", ""))),
        members=_list(row.get("members", "")),
        kind=row.get("kind", "") or "organisation",
        period=read_period(row.get("from", ""), row.get("to", "")),
    )


_SECTOR_OF_OUTLETS = {"ngo": "SOC", "government": "GOV"}
"""Kinds of outlets that are no press."""


def _outlets(tables: Tables) -> bytes:
    """Adds the outlets of the outlet register; returns what tells their version.

    Names that are common words, or acronyms of other bodies, are left out (words.tsv, class
    common-name): 'the Times' may be any of a dozen papers.
    """
    taken = {word for word, name in tables.words if name == "common-name"}
    taken.update(phrase.lower() for phrase in (*tables.metonyms, *tables.ambiguous))
    for row in tables.organisations.values():
        taken.update(n.lower() for n in (row.name, *row.aliases, *row.exact_aliases))
    for outlet in outlets():
        names = [n for n in outlet.names if n.removeprefix("The ").lower() not in taken]
        if not names or outlet.id in tables.organisations:
            continue
        tables.organisations[outlet.id] = Organisation(
            entity_id=outlet.id,
            name=names[0],
            aliases=tuple(names[1:]),
            exact_aliases=(),
            entity_code=outlet.country,
            country_code=outlet.country,
            sector=_SECTOR_OF_OUTLETS.get(outlet.kind, "JRN"),
            history=(),
            members=(),
            kind="media",
            period=("", ""),
        )
    return repr([(o.id, o.names, o.country, o.kind) for o in outlets()]).encode()


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
        wikidata=row.get("wikidata_id", ""),
    )
    tables.people.setdefault(term.entity_id, []).append(term)


def _role(tables: Tables, row: Row) -> None:
    office, _, country = row.get("office", "").partition("@")
    role = Role(
        word=row["word"],
        plural=row.get("plural", ""),
        sector=row["sector"],
        other_sectors=_list(row.get("other_sector", "")),
        kind=row["kind"],
        office=office,
        country=country,
    )
    tables.roles.setdefault(role.word, role)


def _ambiguous(tables: Tables, row: Row) -> None:
    tables.ambiguous[row["phrase"]] = Ambiguous(
        row["phrase"], _list(row["candidates"]), row["default"], row["rule"]
    )


def _epithet(tables: Tables, row: Row) -> None:
    tables.epithets[row["word"]] = frozenset(_list(row["codes"]))


def _word(tables: Tables, row: Row) -> None:
    tables.words.append((row["word"], row["class"]))
