"""A user's own actors, on top of the package's files."""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from communique.actors.periods import read_period
from communique.actors.rows import Organisation, Tables, Term
from communique.errors import DataFileError

__all__ = ["add_user_file"]


def add_user_file(tables: Tables, path: Path) -> bytes:
    """Lays a user's TOML file over the tables and gives its content.

    Each [[actor]] has a name, and may have aliases, country, sector, entity_id, kind (person or
    any other), office, from, to. Raises `DataFileError` with the path and the actor's number.
    """
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
