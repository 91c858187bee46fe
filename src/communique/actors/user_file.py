"""A user's own actors, on top of the package's files."""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from communique.actors.periods import Period, read_period
from communique.actors.rows import INTERNATIONAL, Organisation, Tables, Term
from communique.actors.sectors import SECTORS
from communique.errors import DataFileError

__all__ = ["add_user_file"]

_TEXTS = ("name", "country", "sector", "entity_id", "kind", "office")
_KEYS = frozenset((*_TEXTS, "aliases", "from", "to"))
_KINDS = frozenset(
    "person organisation igo ngo party armed group company media union court state other".split()
)
_DATE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
_HEADING = "Write each actor under its own heading [[actor]], with two brackets."


def add_user_file(tables: Tables, path: Path) -> bytes:
    """Lays a user's TOML file over the tables and gives its content.

    Each [[actor]] has a name, and may have aliases, country, sector, entity_id, kind, office, from,
    to. Raises `DataFileError` with the path, the actor's number and name, and what to write, for
    the first field that is wrong; the tables may then hold the actors before it.
    """
    try:
        content = path.read_bytes()
        data = tomllib.loads(content.decode())
    except OSError as error:
        raise DataFileError(
            what="the actor file cannot be read",
            where=str(path),
            do="Name an existing TOML file.",
        ) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise DataFileError(
            what=f"the actor file is not TOML ({error})",
            where=str(path),
            do="Correct it there; it must be TOML in UTF-8.",
        ) from error
    unknown = sorted(set(data) - {"actor"})
    if unknown:
        raise DataFileError(what=f"unknown keys {', '.join(unknown)}", where=str(path), do=_HEADING)
    actors = data.get("actor", [])
    if not isinstance(actors, list):
        raise DataFileError(what="actor is not a list of tables", where=str(path), do=_HEADING)
    for number, actor in enumerate(actors, start=1):
        where = f"{path}: [[actor]] number {number}"
        if not isinstance(actor, dict):
            raise DataFileError(what="an actor is not a table", where=where, do=_HEADING)
        _add_user_actor(tables, actor, where)
    return content


def _add_user_actor(tables: Tables, actor: Mapping[str, Any], where: str) -> None:
    unknown = sorted(set(actor) - _KEYS)
    if "name" not in actor or unknown:
        raise DataFileError(
            what="an actor has no name" if not unknown else f"unknown keys {', '.join(unknown)}",
            where=where,
            do=f"An [[actor]] may have: {', '.join(sorted(_KEYS))}.",
        )
    where = f"{where} ({_text(actor, 'name', where)})"
    texts = {key: _text(actor, key, where) for key in _TEXTS}
    name, code, sector = texts["name"], texts["country"], texts["sector"]
    kind = texts["kind"] or "organisation"
    if code not in tables.countries and code not in INTERNATIONAL:
        bodies = ", ".join(sorted(INTERNATIONAL - {""}))
        raise _wrong("country", code, where, f"Write an ISO 3166-1 alpha-3 code or {bodies}.")
    if sector not in SECTORS:
        raise _wrong("sector", sector, where, f"Write one of {', '.join(sorted(SECTORS - {''}))}.")
    if kind not in _KINDS:
        raise _wrong("kind", kind, where, f"Write one of {', '.join(sorted(_KINDS))}.")
    identity = texts["entity_id"] or f"user/{'-'.join(name.casefold().split())}"
    aliases = _aliases(actor, where)
    period = _period(actor, where)
    if kind == "person":
        surname, office = name.split()[-1], texts["office"]
        term = Term(identity, name, aliases, surname, code, office, "", sector, period, True)
        tables.people.setdefault(identity, []).append(term)
        return
    state = code if code in tables.countries else ""
    tables.organisations[identity] = Organisation(
        identity, name, aliases, (), code, state, sector, (), (), kind, period, True
    )


def _wrong(key: str, value: object, where: str, do: str) -> DataFileError:
    return DataFileError(what=f"{key} cannot be {value!r}", where=where, do=do)


def _text(actor: Mapping[str, Any], key: str, where: str) -> str:
    value = actor.get(key, "")
    if not isinstance(value, str) or (key in actor and not value.strip()):
        raise _wrong(key, value, where, f'Write text in quotation marks: {key} = "...".')
    return value.strip()


def _aliases(actor: Mapping[str, Any], where: str) -> tuple[str, ...]:
    value = actor.get("aliases", [])
    if isinstance(value, list) and all(isinstance(a, str) and a.strip() for a in value):
        return tuple(a.strip() for a in value)
    raise _wrong("aliases", value, where, 'Write a list of names: aliases = ["...", "..."].')


def _period(actor: Mapping[str, Any], where: str) -> Period:
    start, end = (_date(actor, key, where) for key in ("from", "to"))
    period = read_period(start, end)
    if start and end and period[1] < period[0]:
        raise _wrong("to", end, where, f"Write a date that is not before from, {start}.")
    return period


def _date(actor: Mapping[str, Any], key: str, where: str) -> str:
    """A TOML date, a year, or text of the form YYYY, YYYY-MM or YYYY-MM-DD."""
    if key not in actor:
        return ""
    value = actor[key]
    if isinstance(value, dt.date) and not isinstance(value, dt.datetime):
        return value.isoformat()
    text = value if isinstance(value, str) else str(value) if type(value) is int else ""
    try:
        if not _DATE.fullmatch(text):
            raise ValueError(text)
        dt.date.fromisoformat(text + "-01-01"[len(text) - 4 :])
    except ValueError as error:
        do = f"Write a date such as {key} = 2019-01-31, or a year."
        raise _wrong(key, value, where, do) from error
    return text
