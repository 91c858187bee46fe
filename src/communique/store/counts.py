"""Counts that writing keeps, so that a page never scans a million rows."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

__all__ = ["Coverage", "DyadWeek", "counts", "coverage", "dyad_weeks"]

_TABLES = ("articles", "events", "quotations", "passages", "ties", "skipped", "corrections")


@dataclass(frozen=True, slots=True)
class DyadWeek:
    """How many told events of a quad there were in the week that begins on that Monday.

    `actor` and `recipient` are countries, else entity codes, "" for nobody. In a `mutual`
    event both act, and `actor` is the first in the alphabet. `scale` is the sum of the
    events' scales.
    """

    week: str
    actor: str
    recipient: str
    mutual: bool
    quad_code: int
    events: int
    scale: float


def dyad_weeks(connection: sqlite3.Connection, a: str, b: str | None) -> tuple[DyadWeek, ...]:
    """The weeks of one country (b is None), or of two with each other, in order."""
    query = "SELECT week, actor, recipient, mutual, quad_code, events, scale FROM dyad_weeks"
    if b is None:
        query += " WHERE ? IN (actor, recipient)"
        values = [a.upper()]
    else:
        query += " WHERE (actor = ? AND recipient = ?) OR (actor = ? AND recipient = ?)"
        values = [a.upper(), b.upper(), b.upper(), a.upper()]
    query += " ORDER BY week, actor, recipient, mutual, quad_code"
    return tuple(
        DyadWeek(week, actor, recipient, bool(mutual), quad, events, scale / 100)
        for week, actor, recipient, mutual, quad, events, scale in connection.execute(query, values)
    )


def counts(connection: sqlite3.Connection) -> dict[str, int]:
    """Rows of each kind of record, and under `told_events` the events that are told."""
    found = {
        table: int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
        for table in _TABLES
    }
    query = "SELECT count(*) FROM event_lines WHERE told = 1"
    found["told_events"] = int(connection.execute(query).fetchone()[0])
    return found


@dataclass(frozen=True, slots=True)
class Coverage:
    """What a store rests on: how many articles (copies among them), the first and last day of
    publication, and when the first and the last of them was fetched; None where no article says."""

    articles: int
    copies: int
    first: str | None
    last: str | None
    first_read: str | None
    last_read: str | None


def coverage(connection: sqlite3.Connection) -> Coverage:
    """What was read, and since when."""
    row = connection.execute(
        "SELECT count(*), count(duplicate_of), min(published), max(published),"
        " min(retrieved), max(retrieved) FROM articles"
    ).fetchone()
    return Coverage(*row)
