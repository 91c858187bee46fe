"""The store's version and the numbered steps that lead to it."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from importlib.resources import files
from pathlib import Path

from communique.errors import StoreError

__all__ = ["APPLICATION_ID", "STEPS", "VERSION", "check", "migrate"]

APPLICATION_ID = 0x434D_4E51
"""Stands in the file's header, so that a store can be told from any other SQLite file."""

VERSION = 1
"""The version that `schema.sql` describes."""

STEPS: Mapping[int, str] = {}
"""Version that a step leads to -> its SQL statements. Version 1 is made from `schema.sql`."""


def _pragma(connection: sqlite3.Connection, name: str) -> int:
    return int(connection.execute(f"PRAGMA {name}").fetchone()[0])


def _script(connection: sqlite3.Connection, script: str) -> None:
    """Runs statements inside the transaction that is open (`executescript` would commit it)."""
    statement = ""
    for line in script.splitlines(keepends=True):
        statement += line
        if line.rstrip().endswith(";") and sqlite3.complete_statement(statement):
            connection.execute(statement)
            statement = ""
    if statement.strip():
        connection.execute(statement)


def check(connection: sqlite3.Connection, path: Path, version: int = VERSION) -> int:
    """The version of the store that is open, 0 for an empty file.

    Raises `StoreError` for a file that is no store or a store of a newer version.
    """
    try:
        found = _pragma(connection, "user_version")
        mark = _pragma(connection, "application_id")
        tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    except sqlite3.DatabaseError as error:
        if isinstance(error, sqlite3.OperationalError):
            raise
        raise StoreError(
            what="this file is no communique store",
            where=str(path),
            do="Give another file with --store.",
        ) from error
    if mark != APPLICATION_ID and (mark or found or tables):
        raise StoreError(
            what="this SQLite file is no communique store",
            where=str(path),
            do="Give another file with --store.",
        )
    if found > version:
        raise StoreError(
            what=f"this store has version {found}, and this communique knows up to {version}",
            where=str(path),
            do="Use a newer communique, or another store with --store.",
        )
    return found


def migrate(
    connection: sqlite3.Connection,
    path: Path,
    steps: Mapping[int, str] = STEPS,
    version: int = VERSION,
) -> None:
    """Brings the store that is open to `version`, in one transaction: all steps or none."""
    if check(connection, path, version) == version:
        return
    connection.execute("BEGIN IMMEDIATE")
    try:
        found = check(connection, path, version)  # another process may have been first
        if found == 0:
            _script(connection, files("communique.store").joinpath("schema.sql").read_text("utf-8"))
            connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
            found = 1
        for step in range(found + 1, version + 1):
            _script(connection, steps[step])
        connection.execute(f"PRAGMA user_version = {version}")
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
