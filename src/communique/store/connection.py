"""Connections to the store's file, and transactions on them."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from communique.errors import StoreError

__all__ = ["open_reader", "open_writer", "transaction"]

_BUSY_SECONDS = 60.0
_PAUSE = 0.02


def _is_busy(error: sqlite3.OperationalError) -> bool:
    code = getattr(error, "sqlite_errorcode", None)
    return code is not None and code & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def _connect(path: Path, mode: str) -> sqlite3.Connection:
    uri = f"{path.absolute().as_uri()}?mode={mode}"
    try:
        return sqlite3.connect(
            uri, uri=True, timeout=_BUSY_SECONDS, isolation_level=None, check_same_thread=False
        )
    except sqlite3.OperationalError as error:
        raise StoreError(
            what=f"the store cannot be opened ({error})",
            where=str(path),
            do="Check the path and its permissions.",
        ) from error


def open_writer(path: Path) -> sqlite3.Connection:
    """A connection that writes; the file is made where there is none.

    Write-ahead logging lets readers work beside it. A killed process loses at most its last
    transaction, and so may a power cut; neither leaves half of one.
    """
    connection = _connect(path, "rwc")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = NORMAL")
    connection.execute("PRAGMA cache_size = -65536")
    connection.execute("PRAGMA wal_autocheckpoint = 8192")  # pages: fewer, longer pauses
    return connection


def use_wal(connection: sqlite3.Connection, path: Path) -> None:
    """Turns write-ahead logging on, waiting for others who do the same. It stays in the file."""
    deadline = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if not _is_busy(error) or time.monotonic() > deadline:
                raise StoreError(
                    what=f"the store cannot be written ({error})",
                    where=str(path),
                    do="Check the permissions of the file and its folder.",
                ) from error
        time.sleep(_PAUSE)


def open_reader(path: Path) -> sqlite3.Connection:
    """A connection that cannot write, whatever is asked of it."""
    if not path.is_file():
        raise StoreError(
            what="there is no store here",
            where=str(path),
            do="Read something first (communique read SOURCE), or name a store with --store.",
        )
    connection = _connect(path, "ro")
    try:
        connection.execute("PRAGMA query_only = ON")
        connection.execute("PRAGMA cache_size = -16384")
    except sqlite3.DatabaseError as error:
        connection.close()
        raise StoreError(
            what=f"this file is no communique store, or it cannot be read ({error})",
            where=str(path),
            do="Give another file with --store.",
        ) from error
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection, path: Path) -> Iterator[None]:
    """All of the block or nothing of it. Waits its turn while another process writes.

    Raises `StoreError` where the turn does not come within a minute.
    """
    deadline = time.monotonic() + _BUSY_SECONDS
    while True:
        try:
            connection.execute("BEGIN IMMEDIATE")
            break
        except sqlite3.OperationalError as error:
            if not _is_busy(error) or time.monotonic() > deadline:
                raise StoreError(
                    what=f"the store cannot be written ({error})",
                    where=str(path),
                    do="See whether another program holds it, then try again.",
                ) from error
        time.sleep(_PAUSE)
    try:
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise
