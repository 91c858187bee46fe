"""Reading a store: lists of records, tables, traces, and a user's own SQL."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from communique.records import (
    Article,
    Correction,
    Event,
    Passage,
    Quotation,
    Record,
    Skipped,
    Tie,
    decode,
)
from communique.store import queries
from communique.store.coded import StoredCoding
from communique.store.connection import open_reader
from communique.store.counts import Coverage, DyadWeek, counts, coverage, dyad_weeks
from communique.store.filters import Filters
from communique.store.identity import current_event_id
from communique.store.sqlread import Rows, read_only

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["Reader"]

R = TypeVar("R", Article, Event, Passage, Quotation, Skipped, Tie)
_PAGE = 64


def _filters(filters: Filters | None, values: dict[str, Any]) -> Filters:
    return filters if filters is not None and not values else Filters(**values)


class Reader:
    """The reading half of a store. Each list sees the store as it was when the list began.

    Lists take their filters as one `Filters` or by name: `iter_events(actor="PRK", quad=4)`.
    """

    def __init__(self, path: str | os.PathLike[str]) -> None:
        self.path = Path(path)
        self._lookups: sqlite3.Connection | None = None

    def close(self) -> None:
        """Lets the file go. Closing twice does nothing."""
        if self._lookups is not None:
            self._lookups.close()
            self._lookups = None

    def _exists(self, query: str, *values: str) -> bool:
        """Whether a query gives a row; it is asked on one connection that is kept."""
        if self._lookups is None:
            self._lookups = open_reader(self.path)
        return bool(self._lookups.execute(query, values).fetchall())

    @contextmanager
    def _reading(self) -> Iterator[sqlite3.Connection]:
        with closing(open_reader(self.path)) as connection:
            yield connection

    def _list(
        self, query: Callable[[sqlite3.Connection, Filters], Iterator[R]], filters: Filters
    ) -> Iterator[R]:
        connection = open_reader(self.path)
        try:
            found = query(connection, filters)
        except BaseException:
            connection.close()
            raise
        return _until_read(connection, found)

    def iter_events(self, filters: Filters | None = None, /, **values: Any) -> Iterator[Event]:
        """Event records by date and id; without `all` one line an event."""
        return self._list(queries.list_events, _filters(filters, values))

    def iter_quotes(self, filters: Filters | None = None, /, **values: Any) -> Iterator[Quotation]:
        """Quotations by publication and place in the text."""
        return self._list(queries.list_quotations, _filters(filters, values))

    def iter_ties(self, filters: Filters | None = None, /, **values: Any) -> Iterator[Tie]:
        """Ties by the day since which they stand."""
        return self._list(queries.list_ties, _filters(filters, values))

    def iter_articles(self, filters: Filters | None = None, /, **values: Any) -> Iterator[Article]:
        """Articles by publication."""
        return self._list(queries.list_articles, _filters(filters, values))

    def iter_passages(self, filters: Filters | None = None, /, **values: Any) -> Iterator[Passage]:
        """Passages by publication and place in the text."""
        return self._list(queries.list_passages, _filters(filters, values))

    def iter_skipped(self, filters: Filters | None = None, /, **values: Any) -> Iterator[Skipped]:
        """What could not be coded, by source."""
        return self._list(queries.list_skipped, _filters(filters, values))

    def events(self, filters: Filters | None = None, /, **values: Any) -> pa.Table:
        """`iter_events` as an Arrow table."""
        return _table(list(self.iter_events(filters, **values)), Event)

    def quotes(self, filters: Filters | None = None, /, **values: Any) -> pa.Table:
        """`iter_quotes` as an Arrow table."""
        return _table(list(self.iter_quotes(filters, **values)), Quotation)

    def ties(self, filters: Filters | None = None, /, **values: Any) -> pa.Table:
        """`iter_ties` as an Arrow table."""
        return _table(list(self.iter_ties(filters, **values)), Tie)

    def articles(self, filters: Filters | None = None, /, **values: Any) -> pa.Table:
        """`iter_articles` as an Arrow table."""
        return _table(list(self.iter_articles(filters, **values)), Article)

    def passages(self, filters: Filters | None = None, /, **values: Any) -> pa.Table:
        """`iter_passages` as an Arrow table."""
        return _table(list(self.iter_passages(filters, **values)), Passage)

    def skipped(self, filters: Filters | None = None, /, **values: Any) -> pa.Table:
        """`iter_skipped` as an Arrow table."""
        return _table(list(self.iter_skipped(filters, **values)), Skipped)

    def has_article(self, article_id: str) -> bool:
        """Whether the article is stored."""
        return self._exists("SELECT 1 FROM articles WHERE id = ?", article_id)

    def article(self, article_id: str) -> Article | None:
        """The stored article of that id, or None."""
        with self._reading() as connection:
            query = "SELECT record FROM articles WHERE id = ?"
            found = _decoded(connection, query, article_id)
        return _only(found, Article)[0] if found else None

    def coding(self, article_id: str) -> StoredCoding | None:
        """A stored article with all its records, or None. Its ties have its evidence alone."""
        with self._reading() as connection:
            article = _decoded(connection, "SELECT record FROM articles WHERE id = ?", article_id)
            if not article:
                return None

            def records(table: str, order: str) -> list[Record]:
                query = f"SELECT record FROM {table} WHERE article = ? ORDER BY {order}"
                return _decoded(connection, query, article_id)

            return StoredCoding(
                article=_only(article, Article)[0],
                events=_only(records("events", "number"), Event),
                quotations=_only(records("quotations", "number"), Quotation),
                passages=_only(records("passages", "number"), Passage),
                ties=_only(records("tie_evidence", "tie"), Tie),
            )

    def articles_to_recode(self) -> Iterator[Article]:
        """All stored articles in the order in which they came; writing meanwhile is allowed."""
        query = "SELECT number, record FROM articles WHERE number > ? ORDER BY number LIMIT ?"
        last = 0
        while True:
            with self._reading() as connection:
                rows = connection.execute(query, (last, _PAGE)).fetchall()
            if not rows:
                return
            last = rows[-1][0]
            yield from _only([decode(record) for _, record in rows], Article)

    def is_done(self, source: str, hash: str) -> bool:
        """Whether the input was read with just this content."""
        return self._exists("SELECT 1 FROM inputs WHERE source = ? AND hash = ?", source, hash)

    def event_id(self, name: str) -> str | None:
        """The event id that a record's id, an event id or a replaced event id leads to."""
        with self._reading() as connection:
            return current_event_id(connection, name)

    def trace(self, name: str) -> Iterator[Event]:
        """All records of one event, the earliest first; `name` as in `event_id`."""
        event_id = self.event_id(name)
        if event_id is None:
            return iter(())
        connection = open_reader(self.path)
        return _until_read(connection, queries.trace(connection, event_id))

    def corrections(self, of: str | None = None) -> tuple[Correction, ...]:
        """What readers said of a record, or of all, in the order in which they said it."""
        query = 'SELECT record FROM corrections WHERE ? IS NULL OR "of" = ? ORDER BY number'
        with self._reading() as connection:
            rows = connection.execute(query, (of, of)).fetchall()
        return _only([decode(record) for (record,) in rows], Correction)

    def dyad_weeks(self, a: str, b: str | None = None) -> tuple[DyadWeek, ...]:
        """Weekly counts of the told events of a country, or between two, by week and quad."""
        with self._reading() as connection:
            return dyad_weeks(connection, a, b)

    def counts(self) -> dict[str, int]:
        """How many of each kind of record are stored, and how many events they tell of."""
        with self._reading() as connection:
            return counts(connection)

    def coverage(self) -> Coverage:
        """How many articles were read, of which days, and since when."""
        with self._reading() as connection:
            return coverage(connection)

    def sql(self, query: str) -> Rows:
        """Runs one SELECT of the user's; whatever would write raises `UsageError`."""
        connection = open_reader(self.path)
        try:
            rows = read_only(connection, query)
        except BaseException:
            connection.close()
            raise
        return Rows(rows.columns, _until_read(connection, rows.rows))


T = TypeVar("T")


def _until_read(connection: sqlite3.Connection, found: Iterator[T]) -> Iterator[T]:
    with closing(connection):
        yield from found


def _table(records: list[Any], kind: type[Record]) -> pa.Table:
    from communique.records.arrow import to_arrow  # only tables need Arrow

    return to_arrow(records, kind)


def _decoded(connection: sqlite3.Connection, query: str, value: str) -> list[Record]:
    return [decode(record) for (record,) in connection.execute(query, (value,))]


def _only(records: list[Record], kind: type[T]) -> tuple[T, ...]:
    return tuple(record for record in records if isinstance(record, kind))
