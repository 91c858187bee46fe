"""What could not be coded: written once, and forgotten when it could be read later."""

from __future__ import annotations

import re
import sqlite3

from communique.records import Skipped, encode

__all__ = ["forget_skipped", "input_of", "write_skipped"]

_PLACE = re.compile(r":(?: item | row )?\d+$")
_LAST = "\U0010ffff"


def input_of(source: str) -> str:
    """The file or address of a source, without the line, item or row in it."""
    return _PLACE.sub("", source)


def write_skipped(connection: sqlite3.Connection, skipped: Skipped) -> None:
    """Writes what was skipped, once."""
    connection.execute(
        "INSERT OR IGNORE INTO skipped (source, reason, detail, record) VALUES (?, ?, ?, ?)",
        (skipped.source, skipped.reason, skipped.detail, encode(skipped).decode()),
    )


def forget_skipped(connection: sqlite3.Connection, source: str) -> None:
    """Removes what was skipped of a file as a whole, or at places in it."""
    query = "SELECT number, source FROM skipped WHERE source BETWEEN ? AND ?"
    rows = connection.execute(query, (source, source + _LAST)).fetchall()
    connection.executemany(
        "DELETE FROM skipped WHERE number = ?",
        [(number,) for number, place in rows if place == source or input_of(place) == source],
    )
