"""Codes many articles, in this process or in several, in the order in which they come."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from functools import lru_cache
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from pathlib import Path
from threading import Thread

from communique.coder import Coder, Coding
from communique.errors import CommuniqueError
from communique.records import Article, Skipped
from communique.settings import Settings

__all__ = ["code_article", "code_articles", "coder_of", "processors"]

_BATCH = 16
_AHEAD = 2
"""Batches in work for each process: memory stays flat however long the input is."""
_POOL_FROM = 48
"""Articles from which starting processes pays."""


_Outcomes = list[Coding | Skipped]


def processors() -> int:
    """Processors that this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on every system
        return os.cpu_count() or 1


def code_article(coder: Coder, article: Article) -> Coding | Skipped:
    """One article's coding; where the coder fails on it, a `Skipped` that says how."""
    try:
        return coder.code(article)
    except Exception as error:  # noqa: BLE001 - it is named, counted and stored as skipped
        where = article.url or article.source_id or article.id
        return Skipped(source=where, reason="failed", detail=f"{type(error).__name__}: {error}")


def code_articles(
    articles: Iterable[Article], settings: Settings
) -> Generator[Coding | Skipped, None, None]:
    """One outcome an article, in the order of the articles, the same with any number of workers.

    An article on which the coder fails becomes a `Skipped`, and the rest goes on. Raises
    `SettingsError` for a parser that is not installed, `CommuniqueError` where a worker dies.
    """
    workers = settings.workers or processors()
    batches = _batches(articles)
    first = list(islice(batches, _POOL_FROM // _BATCH))
    if workers == 1 or sum(map(len, first)) < _POOL_FROM:
        for batch in chain(first, batches):
            yield from _code_batch(batch, settings)
    else:
        yield from _in_processes(chain(first, batches), settings, workers)


def _batches(articles: Iterable[Article]) -> Iterator[list[Article]]:
    iterator = iter(articles)
    while batch := list(islice(iterator, _BATCH)):
        yield batch


def _in_processes(
    batches: Iterable[list[Article]], settings: Settings, workers: int
) -> Iterator[Coding | Skipped]:
    pool = ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_start_worker)
    waiting: deque[Future[_Outcomes]] = deque()
    try:
        for batch in batches:
            waiting.append(pool.submit(_code_batch, batch, settings))
            if len(waiting) >= workers * _AHEAD:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    except BrokenProcessPool as error:
        raise CommuniqueError(
            what="a process that codes has died, perhaps for want of memory",
            do="Run it again with fewer --workers: it goes on where this run stopped.",
        ) from error
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _start_worker() -> None:
    """Leaves interrupts to the process that started this one, and ends when that one ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def coder_of(settings: Settings) -> Coder:
    """The coder that settings ask for, loaded once; again when the user's actor file has changed.

    Raises `SettingsError` for a parser that is not installed.
    """
    path = settings.actors
    changed = path.stat().st_mtime_ns if path is not None and path.is_file() else 0
    return _coder(settings.parser, path, changed)


@lru_cache(maxsize=2)
def _coder(parser: str, actors: Path | None, changed: int) -> Coder:
    return Coder(Settings(parser=parser, actors=actors))


def _code_batch(batch: Sequence[Article], settings: Settings) -> _Outcomes:
    coder = coder_of(settings)
    try:
        return list(coder.code_many(batch))
    except Exception:  # noqa: BLE001 - one bad article must not cost its batch
        return [code_article(coder, article) for article in batch]
