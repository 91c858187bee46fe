"""Reading and coding into a store on this machine; one process writes, several may code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from communique.coder import Coding
from communique.engine.coding import code_articles
from communique.engine.inputs import FileEnd, KnownFile, inputs
from communique.engine.summary import Summary
from communique.engine.writing import Writer
from communique.reading import ReadOptions
from communique.records import Article, Skipped
from communique.settings import Settings

if TYPE_CHECKING:
    from communique.store import Change, Store

__all__ = ["read_into", "recode_store"]


def read_into(
    store: Store,
    sources: Iterable[str | Path],
    options: ReadOptions,
    settings: Settings,
    *,
    limit: int | None = None,
    advance: Callable[[int], None] = lambda more: None,
) -> Summary:
    """Reads sources, codes the articles that the store does not hold, and writes them.

    Whole articles are written, some at a time, so that a run that was killed goes on where it
    stopped. A file that was read to its end is not opened again while its content and `options`
    are the same. `limit` takes the first so many articles, known ones among them, whatever files
    are done. `advance` is told how many articles more are dealt with. An interrupt writes what is
    coded, then goes on its way.
    """
    summary = Summary()
    writer = Writer(store, summary, advance)
    before = _SkippedBefore(store)

    def fresh() -> Iterator[Article]:
        taken = 0
        for item in inputs(sources, options, store, again=limit is not None):
            if isinstance(item, FileEnd):
                writer.file_ended(item)
            elif isinstance(item, KnownFile):
                summary.known_files += 1
                if item.with_skipped:
                    summary.skipped.extend(before.of(item.source))
            elif isinstance(item, Skipped):
                writer.skip(item)
            else:
                if writer.is_new(item.id):
                    writer.hand_out(item.id)
                    yield item
                else:
                    summary.known += 1
                    advance(1)
                taken += 1
                if taken == limit:
                    return

    with closing(code_articles(fresh(), settings)) as outcomes:
        try:
            for outcome in outcomes:
                writer.settle(outcome)
        except KeyboardInterrupt:
            writer.flush()
            raise
        writer.flush()
    return summary


class _SkippedBefore:
    """What was skipped of a file that is done: a run that finds it done says so again."""

    def __init__(self, store: Store) -> None:
        self._store = store

    @cached_property
    def _by_file(self) -> dict[str, list[Skipped]]:
        from communique.store.skipped import input_of

        found: dict[str, list[Skipped]] = {}
        for item in self._store.iter_skipped():
            found.setdefault(input_of(item.source), []).append(item)
        return found

    def of(self, source: str) -> list[Skipped]:
        return self._by_file.get(source, [])


def recode_store(
    store: Store,
    settings: Settings,
    *,
    summary: Summary | None = None,
    advance: Callable[[int], None] = lambda more: None,
) -> Iterator[Change]:
    """Codes the stored texts again and yields what changed; ids stay where spans do.

    An article on which the coder fails keeps its records, and is counted in `summary`.
    """
    counts = summary if summary is not None else Summary()
    with closing(code_articles(store.articles_to_recode(), settings)) as outcomes:
        for outcome in outcomes:
            if isinstance(outcome, Coding):
                counts.articles += 1
                counts.events += len(outcome.events)
                counts.quotations += len(outcome.quotations)
                yield from store.replace(outcome)
            else:
                counts.skipped.append(outcome)
            advance(1)
