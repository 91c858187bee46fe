"""The store: one SQLite file of what was read and coded."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterable
from contextlib import closing
from types import TracebackType
from typing import TypeVar

from communique.errors import StoreError
from communique.records import Correction, Skipped, encode
from communique.store.coded import Coded
from communique.store.connection import open_reader, open_writer, transaction, use_wal
from communique.store.copies import imprint
from communique.store.diff import Change, diff, pair_events
from communique.store.identity import add_alias, current_event_id, reunite
from communique.store.lines import refresh
from communique.store.migrate import VERSION, check, migrate
from communique.store.reader import Reader
from communique.store.skipped import forget_skipped, write_skipped
from communique.store.write import remove_records, write_article, write_records

__all__ = ["Store"]

_ADDRESS_READ = "DELETE FROM skipped WHERE source = ?"
Done = tuple[str, str]
R = TypeVar("R")


class Store(Reader):
    """A context manager around a store's file, which is made where there is none.

    Each write is one transaction: a process killed at any moment leaves whole articles only.
    Readers see the store as it was when their list began. Several processes may write; each
    waits its turn. With `create=False` or `read_only=True` a missing file is an error.
    Raises `StoreError` for a file that is no store or is of a newer version.
    """

    def __init__(
        self, path: str | os.PathLike[str], *, create: bool = True, read_only: bool = False
    ) -> None:
        super().__init__(path)
        self._writer: sqlite3.Connection | None = None
        if read_only or not create or self.path.is_file():
            with closing(open_reader(self.path)) as reader:
                version = check(reader, self.path)
            if read_only and version == 0:
                raise StoreError(what="this file is empty", where=str(self.path))
            if read_only and version == VERSION:
                return
        writer = open_writer(self.path)
        try:
            use_wal(writer, self.path)
            migrate(writer, self.path)
        except BaseException:
            writer.close()
            raise
        self._writer = writer

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets the file go. Closing twice does nothing."""
        super().close()
        if self._writer is not None:
            self._writer.close()
            self._writer = None

    def _write(self, work: Callable[[sqlite3.Connection], R]) -> R:
        if self._writer is None:
            raise StoreError(
                what="the store is closed, or was opened for reading", where=str(self.path)
            )
        try:
            with transaction(self._writer, self.path):
                return work(self._writer)
        except sqlite3.Error as error:
            raise StoreError(
                what=f"nothing was written ({error})",
                where=str(self.path),
                do="See that the disk has room and that no record's id stands twice.",
            ) from error

    def write(self, coding: Coded, *, done: Done | None = None) -> bool:
        """Writes an article and what was coded from it; False where the article is there already.

        `done` (source, hash) notes in the same transaction that this input was read.
        """
        return self.write_many([coding], done=[done] if done else []) == 1

    def write_many(self, codings: Iterable[Coded], *, done: Iterable[Done] = ()) -> int:
        """Writes several articles in one transaction, all or none; how many were new.

        Where an article's address was skipped before, that is forgotten.
        """
        filed = [(coding, imprint(coding.article)) for coding in codings]
        inputs = list(done)

        def work(connection: sqlite3.Connection) -> int:
            known = "SELECT 1 FROM articles WHERE id = ?"
            touched: set[str] = set()
            new = 0
            for coding, found in filed:
                if connection.execute(known, (coding.article.id,)).fetchone():
                    continue
                touched |= write_article(connection, coding.article, found)
                touched |= write_records(connection, coding)
                if coding.article.url:
                    connection.execute(_ADDRESS_READ, (coding.article.url,))
                new += 1
            refresh(connection, touched)
            _note(connection, inputs)
            return new

        return self._write(work)

    def write_skipped(self, skipped: Skipped, *, done: Done | None = None) -> None:
        """Writes what could not be coded, once."""

        def work(connection: sqlite3.Connection) -> None:
            write_skipped(connection, skipped)
            _note(connection, [done] if done else [])

        self._write(work)

    def forget_skipped(self, source: str) -> None:
        """Removes what was skipped of a file, or at places in it: it could be read whole since."""
        self._write(lambda connection: forget_skipped(connection, source))

    def write_correction(self, correction: Correction) -> None:
        """Writes what a reader says of a record, once. The record itself stays."""
        row = (correction.of, encode(correction).decode())
        query = 'INSERT OR IGNORE INTO corrections ("of", record) VALUES (?, ?)'

        def work(connection: sqlite3.Connection) -> None:
            connection.execute(query, row)

        self._write(work)

    def mark_done(self, source: str, hash: str) -> None:
        """Notes that the input `source`, whose content has this hash, was read."""
        self._write(lambda connection: _note(connection, [(source, hash)]))

    def replace(self, coding: Coded) -> tuple[Change, ...]:
        """Puts a new coding of a stored article in the place of the old one; what changed.

        Event ids that no record bears any more become aliases of those that took their place.
        """
        article = coding.article.id
        old = self.coding(article)
        if old is None:
            raise StoreError(what="this article is not stored", where=f"article {article}")

        def work(connection: sqlite3.Connection) -> None:
            places, touched = remove_records(connection, article)
            touched |= write_records(connection, coding)
            touched |= reunite(connection, places)
            for before, after in pair_events(old.events, coding.events):
                new = current_event_id(connection, after.id) if before and after else None
                if before and new:
                    add_alias(connection, before.event_id, new)
            refresh(connection, touched)

        self._write(work)
        return diff(old, coding)


def _note(connection: sqlite3.Connection, inputs: Iterable[Done]) -> None:
    connection.executemany("INSERT OR REPLACE INTO inputs VALUES (?, ?)", inputs)
