"""Writes outcomes into a store, several in a transaction, and notes files whose all is written."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable
from itertools import islice
from typing import TYPE_CHECKING

from communique.coder import Coding
from communique.engine.inputs import FileEnd
from communique.engine.summary import Summary
from communique.errors import StoreError
from communique.records import Skipped

if TYPE_CHECKING:
    from communique.store import Store

__all__ = ["Writer"]

_ARTICLES = 32
_SECONDS = 2.0
"""An article waits no longer than this for others to be written with it."""


class Writer:
    """Takes outcomes in the order in which their articles were handed out.

    A file is noted as done in the transaction that writes its last article, and only where all
    of it could be coded and written.
    """

    def __init__(self, store: Store, summary: Summary, advance: Callable[[int], None]) -> None:
        self._store = store
        self._summary = summary
        self._advance = advance
        self._in_work: dict[str, None] = {}
        self._handed = 0
        self._settled = 0
        self._failed = 0
        """Number of the last article that failed, from 1."""
        self._waiting: list[Coding] = []
        self._ends: deque[tuple[int, int, FileEnd]] = deque()
        self._file_start = 0
        self._due = time.monotonic() + _SECONDS

    def is_new(self, article_id: str) -> bool:
        """Whether the article is neither stored nor in work."""
        return article_id not in self._in_work and not self._store.has_article(article_id)

    def hand_out(self, article_id: str) -> None:
        """An article goes to be coded."""
        self._in_work[article_id] = None
        self._handed += 1

    def file_ended(self, end: FileEnd) -> None:
        """All articles of a file were handed out."""
        self._ends.append((self._file_start, self._handed, end))
        self._file_start = self._handed

    def skip(self, skipped: Skipped) -> None:
        """Writes down what could not be read."""
        self._store.write_skipped(skipped)
        self._summary.skipped.append(skipped)

    def settle(self, outcome: Coding | Skipped) -> None:
        """Takes the outcome of the next article."""
        if isinstance(outcome, Skipped):
            self.flush()
            self._fail(outcome)
            return
        self._waiting.append(outcome)
        if len(self._waiting) >= _ARTICLES or time.monotonic() >= self._due:
            self.flush()

    def flush(self) -> None:
        """Writes all that is waiting."""
        self._due = time.monotonic() + _SECONDS
        if self._waiting:
            try:
                new = self._store.write_many(self._waiting)
            except StoreError:
                self._one_by_one()
            else:
                self._count(self._waiting, new)
            self._waiting = []
        self._note_files()

    def _one_by_one(self) -> None:
        """One record that the store refuses must not cost the articles beside it."""
        for coding in self._waiting:
            try:
                new = self._store.write(coding)
            except StoreError as error:
                article = coding.article
                where = article.url or article.source_id or article.id
                self._fail(Skipped(source=where, reason="failed", detail=str(error)))
            else:
                self._count([coding], int(new))

    def _fail(self, skipped: Skipped) -> None:
        self._settle(1)
        self._failed = self._settled
        self.skip(skipped)

    def _count(self, written: list[Coding], new: int) -> None:
        self._settle(len(written))
        self._summary.articles += new
        self._summary.known += len(written) - new
        self._summary.events += sum(len(c.events) for c in written)
        self._summary.quotations += sum(len(c.quotations) for c in written)

    def _settle(self, count: int) -> None:
        for article_id in list(islice(self._in_work, count)):
            del self._in_work[article_id]
        self._settled += count
        self._advance(count)

    def _note_files(self) -> None:
        done = []
        while self._ends and self._ends[0][1] <= self._settled:
            start, _, end = self._ends.popleft()
            if self._failed <= start:
                done.append((end.source, end.hash))
                if not end.with_skipped:
                    self._store.forget_skipped(end.source)
        if done:
            self._store.write_many([], done=done)
