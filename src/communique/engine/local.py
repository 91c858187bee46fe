"""Reading and coding on this machine, in one process or several; one process writes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from functools import cache
from itertools import islice
from multiprocessing import get_context
from pathlib import Path
from typing import TYPE_CHECKING

from communique.coder import Coder, Coding
from communique.reading import ReadOptions
from communique.reading import read as read_sources
from communique.records import Article, Skipped
from communique.settings import Settings

if TYPE_CHECKING:
    from communique.store import Change, Store

__all__ = ["Summary", "read_into", "recode_store"]

_BATCH = 16
_AHEAD = 2
"""Batches in work for each process: memory stays flat however long the input is."""
_POOL_FROM = 48
"""Articles from which starting processes pays."""


class Summary:
    """What a run did: articles written, known before, what was skipped, counts of records."""

    def __init__(self) -> None:
        self.articles = 0
        self.known = 0
        self.events = 0
        self.quotations = 0
        self.skipped: list[Skipped] = []

    @property
    def failed(self) -> bool:
        """Whether some inputs could not be read (a text in another language is no failure)."""
        return any(item.reason != "language" for item in self.skipped)


def read_into(
    store: Store,
    sources: Iterable[str | Path],
    options: ReadOptions,
    settings: Settings,
    *,
    limit: int | None = None,
    advance: Callable[[int], None] = lambda more: None,
) -> Summary:
    """Reads sources, codes the articles that the store does not hold, and writes them, each in
    one transaction: a run that was killed goes on where it stopped. `limit` bounds how many
    articles are taken."""
    summary = Summary()

    def fresh() -> Iterator[Article]:
        seen: set[str] = set()
        for item in read_sources(sources, options):
            if isinstance(item, Skipped):
                store.write_skipped(item)
                summary.skipped.append(item)
                continue
            if limit is not None and len(seen) >= limit:
                return
            if item.id in seen or store.has_article(item.id):
                summary.known += 1
                advance(1)
            else:
                yield item
            seen.add(item.id)

    for outcome in _code(fresh(), settings):
        if isinstance(outcome, Skipped):
            store.write_skipped(outcome)
            summary.skipped.append(outcome)
            continue
        store.write(outcome)
        summary.articles += 1
        summary.events += len(outcome.events)
        summary.quotations += len(outcome.quotations)
        advance(1)
    return summary


def recode_store(
    store: Store, settings: Settings, *, advance: Callable[[int], None] = lambda more: None
) -> Iterator[Change]:
    """Codes the stored texts again and yields what changed; ids stay where spans do."""
    for outcome in _code(store.articles_to_recode(), settings):
        if isinstance(outcome, Coding):
            yield from store.replace(outcome)
        advance(1)


def _code(articles: Iterable[Article], settings: Settings) -> Iterator[Coding | Skipped]:
    """Codings in the order of the articles; one that fails becomes a `Skipped` and the rest goes
    on."""
    workers = settings.workers or os.cpu_count() or 1
    batches = _batches(articles)
    first = list(islice(batches, max(1, _POOL_FROM // _BATCH)))
    if workers == 1 or sum(map(len, first)) < _POOL_FROM:
        for batch in (*first, *batches):
            yield from _code_batch(batch, settings)
        return
    with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
        waiting: list[Future[list[Coding | Skipped]]] = []
        for batch in (*first, *batches):
            waiting.append(pool.submit(_code_batch, batch, settings))
            if len(waiting) >= workers * _AHEAD:
                wait(waiting[:1], return_when=FIRST_COMPLETED)
                yield from waiting.pop(0).result()
        for future in waiting:
            yield from future.result()


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    iterator = iter(articles)
    while batch := list(islice(iterator, _BATCH)):
        yield batch


@cache
def _coder(settings: Settings) -> Coder:
    return Coder(settings)


def _code_batch(batch: Sequence[Article], settings: Settings) -> list[Coding | Skipped]:
    coder = _coder(settings)
    try:
        return list(coder.code_many(batch))
    except Exception:  # noqa: BLE001 - one bad article must not cost its batch
        return [_code_one(coder, article) for article in batch]


def _code_one(coder: Coder, article: Article) -> Coding | Skipped:
    try:
        return coder.code(article)
    except Exception as error:  # noqa: BLE001 - it is named, counted and stored as skipped
        where = article.url or article.source_id or article.id
        return Skipped(source=where, reason="failed", detail=f"{type(error).__name__}: {error}")
