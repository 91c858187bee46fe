"""Lists of records in a fixed order. Each takes a connection that only reads."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import TypeVar

import msgspec

from communique.errors import UsageError
from communique.records import Article, Event, Passage, Quotation, Record, Skipped, Tie, decode
from communique.store.conditions import (
    article_conditions,
    event_conditions,
    passage_conditions,
    quotation_conditions,
    tie_conditions,
)
from communique.store.filters import Filters
from communique.store.sql import Conditions, terms

__all__ = [
    "list_articles",
    "list_events",
    "list_passages",
    "list_quotations",
    "list_skipped",
    "list_ties",
    "trace",
]

R = TypeVar("R", Article, Event, Passage, Quotation, Skipped, Tie)

_LINES = """
SELECT e.record, l.reports, l.independent_sources, l.only_own_media FROM (
    SELECT e.number, row_number() OVER (
        PARTITION BY e.event_id ORDER BY e.told DESC, e.unclear, e.published_order, e.id
    ) AS place
    FROM events e{where}
) AS chosen
JOIN events e ON e.number = chosen.number
JOIN event_lines l ON l.event_id = e.event_id
WHERE chosen.place = 1
ORDER BY coalesce(e.date, '~'), e.id{limit}
"""
_UNFILTERED = """
SELECT e.record, l.reports, l.independent_sources, l.only_own_media
FROM event_lines l JOIN events e ON e.id = l.record
WHERE l.told = 1
ORDER BY coalesce(l.date, '~'), l.record{limit}
"""
_ALL = """
SELECT e.record, l.reports, l.independent_sources, l.only_own_media
FROM events e JOIN event_lines l ON l.event_id = e.event_id{where}
ORDER BY coalesce(e.date, '~'), e.id{limit}
"""


def _limit(filters: Filters) -> str:
    return f" LIMIT {int(filters.limit)}" if filters.limit is not None else ""


def _as(record: Record, kind: type[R]) -> R:
    assert isinstance(record, kind)
    return record


def _records(
    connection: sqlite3.Connection, query: str, conditions: Conditions, kind: type[R]
) -> Iterator[R]:
    rows = connection.execute(query, conditions.values)
    return (_as(decode(record), kind) for (record,) in rows)


def _with_line(row: tuple[str, int, int, int | None]) -> Event:
    record, reports, sources, own = row
    return msgspec.structs.replace(
        _as(decode(record), Event),
        reports=reports,
        independent_sources=sources,
        only_own_media=None if own is None else bool(own),
    )


def list_events(connection: sqlite3.Connection, filters: Filters) -> Iterator[Event]:
    """By date (unknown last), then id. Each with its event's reports and sources.

    Without `all` one line an event: the clearest of its records that meet the filters.
    """
    if not filters.all and not filters.given():
        rows = connection.execute(_UNFILTERED.format(limit=_limit(filters)))
        return map(_with_line, rows)
    conditions = event_conditions(filters, told=not filters.all)
    query = (_ALL if filters.all else _LINES).format(
        where=conditions.where(), limit=_limit(filters)
    )
    return map(_with_line, connection.execute(query, conditions.values))


def trace(connection: sqlite3.Connection, event_id: str) -> Iterator[Event]:
    """All records of one event, the earliest first (published, null last, then id)."""
    query = (
        "SELECT e.record, l.reports, l.independent_sources, l.only_own_media"
        " FROM events e JOIN event_lines l ON l.event_id = e.event_id"
        " WHERE e.event_id = ? ORDER BY e.published_order, e.id"
    )
    return map(_with_line, connection.execute(query, (event_id,)))


def list_quotations(connection: sqlite3.Connection, filters: Filters) -> Iterator[Quotation]:
    """By the article's publication (unknown last), article id, place in the text, id."""
    conditions = quotation_conditions(filters)
    query = (
        f"SELECT q.record FROM quotations q{conditions.where()}"
        f" ORDER BY q.published_order, q.article, q.start, q.id{_limit(filters)}"
    )
    return _records(connection, query, conditions, Quotation)


def list_articles(connection: sqlite3.Connection, filters: Filters) -> Iterator[Article]:
    """By publication (unknown last), then id."""
    conditions = article_conditions(filters)
    query = (
        f"SELECT a.record FROM articles a{conditions.where()}"
        f" ORDER BY a.published_order, a.id{_limit(filters)}"
    )
    return _records(connection, query, conditions, Article)


def list_passages(connection: sqlite3.Connection, filters: Filters) -> Iterator[Passage]:
    """By the article's publication (unknown last), article id, place in the text."""
    conditions = passage_conditions(filters)
    query = (
        "SELECT p.record FROM articles a JOIN passages p ON p.article = a.id"
        f"{conditions.where()} ORDER BY a.published_order, a.id, p.start, p.id{_limit(filters)}"
    )
    return _records(connection, query, conditions, Passage)


def list_ties(connection: sqlite3.Connection, filters: Filters) -> Iterator[Tie]:
    """By the day since which they stand (unknown last), then id."""
    conditions = tie_conditions(filters)
    query = (
        f"SELECT t.record FROM ties t{conditions.where()}"
        f" ORDER BY coalesce(t.since, '~'), t.id{_limit(filters)}"
    )
    return _records(connection, query, conditions, Tie)


def list_skipped(connection: sqlite3.Connection, filters: Filters) -> Iterator[Skipped]:
    """By source, reason and detail. `text` is looked for in the three of them, in any case."""
    for name in filters.given():
        if name != "text":
            raise UsageError(
                what="what was skipped cannot be filtered by this",
                where="--" + name.replace("_", "-"),
                do="Leave it out, or use --text.",
            )
    conditions = Conditions()
    for term in terms(filters.text or ""):
        conditions.add("instr(lower(source || ' ' || reason || ' ' || detail), lower(?)) > 0", term)
    query = (
        f"SELECT record FROM skipped{conditions.where()}"
        f" ORDER BY source, reason, detail{_limit(filters)}"
    )
    return _records(connection, query, conditions, Skipped)
