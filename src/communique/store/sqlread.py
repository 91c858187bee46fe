"""A user's own SQL, which can only read."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from communique.errors import UsageError

__all__ = ["Rows", "read_only"]

_ALLOWED = frozenset(
    {
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_READ,
        sqlite3.SQLITE_FUNCTION,
        sqlite3.SQLITE_RECURSIVE,
    }
)
_VIRTUAL = ("article_text", "event_text", "quotation_text", "json_each('[]')", "json_tree('[]')")
_FUNCTIONS_REFUSED = frozenset(
    {"load_extension", "readfile", "writefile", "edit", "fts3_tokenizer"}
)


@dataclass(frozen=True, slots=True)
class Rows:
    """The columns' names, and the rows one by one."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


def _authorize(
    action: int, first: str | None, second: str | None, database: str | None, _: str | None
) -> int:
    if action == sqlite3.SQLITE_FUNCTION and (second or "").lower() in _FUNCTIONS_REFUSED:
        return sqlite3.SQLITE_DENY
    # full text asks for its own data version; nothing is set by it
    if action == sqlite3.SQLITE_PRAGMA and first == "data_version" and second is None:
        return sqlite3.SQLITE_OK
    return sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY


def read_only(connection: sqlite3.Connection, query: str) -> Rows:
    """Runs one SELECT. Anything else, or broken SQL, raises `UsageError`."""
    # the first use of a virtual table declares it, which the authorizer would refuse
    for table in _VIRTUAL:
        connection.execute(f"SELECT 1 FROM {table} LIMIT 0")
    connection.set_authorizer(_authorize)
    try:
        cursor = connection.execute(query)
    except (sqlite3.Error, sqlite3.Warning, ValueError) as error:
        raise UsageError(
            what=f"this is no SELECT that can be run ({error})",
            where="sql",
            do="Write one SELECT; its tables and columns stand in the manual.",
        ) from error
    if cursor.description is None:
        raise UsageError(what="this is no SELECT", where="sql", do="Write one SELECT.")
    columns = tuple(column[0] for column in cursor.description)
    return Rows(columns, iter(cursor))
