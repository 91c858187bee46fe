"""Event identity over the whole store: the rule of `communique.events.identity`, kept true."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterable

import msgspec

from communique.events.identity import MAX_DAYS, Claim, event_ids
from communique.records import Event, decode, encode

__all__ = ["Place", "add_alias", "current_event_id", "reunite"]

Place = tuple[str | None, str | None, str | None]
"""Identity, date and enddate of a record that came, changed or went."""

_COLUMNS = "id, identity, date, enddate, published_order, event_id"
_SHORT = f"julianday(enddate) - julianday(date) < {MAX_DAYS}"

_Row = tuple[str, str, str | None, str | None, str, str]


def _earlier(day: str, days: int) -> str:
    floor = datetime.date.min.toordinal()
    then = datetime.date.fromisoformat(day).toordinal() - days
    return datetime.date.fromordinal(max(floor, then)).isoformat()


def _is_long(date: str, end: str) -> bool:
    days = datetime.date.fromisoformat(end) - datetime.date.fromisoformat(date)
    return days.days >= MAX_DAYS


def _around(connection: sqlite3.Connection, place: Place) -> list[_Row]:
    """All records whose event id a record at that place can decide, with it or without it."""
    identity, date, end = place
    if date is None or end is None:
        query = f"SELECT {_COLUMNS} FROM events WHERE identity = ?"
        return connection.execute(query, (identity,)).fetchall()
    if _is_long(date, end):
        query = f"SELECT {_COLUMNS} FROM events WHERE identity = ? AND date = ? AND enddate = ?"
        return connection.execute(query, (identity, date, end)).fetchall()
    query = (
        f"SELECT {_COLUMNS} FROM events"
        f" WHERE identity = ? AND date BETWEEN ? AND ? AND enddate >= ? AND {_SHORT}"
    )
    low, high = date, end
    while True:
        found: list[_Row] = connection.execute(
            query, (identity, _earlier(low, MAX_DAYS - 1), high, low)
        ).fetchall()
        wider_low = min([low, *(str(row[2]) for row in found)])
        wider_high = max([high, *(str(row[3]) for row in found)])
        if (wider_low, wider_high) == (low, high):
            return found
        low, high = wider_low, wider_high


def _set_event_id(connection: sqlite3.Connection, record_id: str, event_id: str) -> None:
    query = "SELECT record FROM events WHERE id = ?"
    event = decode(connection.execute(query, (record_id,)).fetchone()[0])
    assert isinstance(event, Event)
    record = encode(msgspec.structs.replace(event, event_id=event_id)).decode()
    connection.execute(
        "UPDATE events SET event_id = ?, record = ? WHERE id = ?", (event_id, record, record_id)
    )


def add_alias(connection: sqlite3.Connection, old: str, new: str) -> None:
    """Notes that an event id was replaced, unless a record still bears it."""
    query = "SELECT 1 FROM events WHERE event_id = ? LIMIT 1"
    if old == new or connection.execute(query, (old,)).fetchone():
        return
    connection.execute("UPDATE aliases SET new = ? WHERE new = ?", (new, old))
    connection.execute("INSERT OR REPLACE INTO aliases VALUES (?, ?)", (old, new))


def reunite(connection: sqlite3.Connection, places: Iterable[Place]) -> set[str]:
    """Gives every record near those places the event id that the rule gives it.

    Returns all event ids that gained or lost a record there, or may have.
    """
    rows: dict[str, _Row] = {}
    for place in sorted({p for p in places if p[0] is not None}, key=str):
        rows.update((row[0], row) for row in _around(connection, place))
    ids = event_ids(Claim(*row[:5]) for row in rows.values())
    replaced: dict[str, str] = {}
    for record_id in sorted(rows):
        old, new = rows[record_id][5], ids[record_id]
        if old != new:
            _set_event_id(connection, record_id, new)
            replaced.setdefault(old, new)
    for old, new in replaced.items():
        add_alias(connection, old, new)
    for new in set(ids.values()):
        connection.execute("DELETE FROM aliases WHERE old = ?", (new,))
    return {row[5] for row in rows.values()} | set(ids.values())


def current_event_id(connection: sqlite3.Connection, name: str) -> str | None:
    """The event id that a record's id, an event id or a replaced event id leads to today."""
    for query in (
        "SELECT event_id FROM events WHERE event_id = ? LIMIT 1",
        "SELECT event_id FROM events WHERE id = ?",
        "SELECT new FROM aliases WHERE old = ?",
    ):
        row = connection.execute(query, (name,)).fetchone()
        if row:
            return str(row[0])
    return None
