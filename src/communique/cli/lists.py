"""`communique events`, `quotes`, `ties`, `articles`, `skipped`: lists from the store."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, BinaryIO, Literal

import typer

from communique.cli.options import FILTERS, StoreOption, settings_of, with_filters

if TYPE_CHECKING:
    from communique.records import Record
    from communique.store import Store

__all__ = ["articles", "events", "open_store", "quotes", "skipped", "ties"]

EventFormat = Annotated[
    Literal["table", "jsonl", "csv", "parquet", "plover"],
    typer.Option("--format", help="How to print."),
]
Format = Annotated[
    Literal["table", "jsonl", "csv", "parquet"], typer.Option("--format", help="How to print.")
]


@with_filters()
def events(filters: Any, store: StoreOption = None, format: EventFormat = "table") -> None:
    """Who did what to whom, when, and according to whom."""
    from communique.cli.tables import print_events
    from communique.records import Event

    opened = open_store(store)
    found = opened.iter_events(filters)
    if format == "plover":
        from communique.export import write_plover

        write_plover(found, _binary(), opened.article)
    else:
        _write(opened, found, Event, format, print_events)


@with_filters()
def quotes(filters: Any, store: StoreOption = None, format: Format = "table") -> None:
    """Who said what, through whose hands."""
    from communique.cli.tables import print_quotes
    from communique.records import Quotation

    opened = open_store(store)
    _write(opened, opened.iter_quotes(filters), Quotation, format, print_quotes)


@with_filters(without=("quad", "act", "place", "modality", "min_confidence", "all"))
def ties(filters: Any, store: StoreOption = None, format: Format = "table") -> None:
    """Treaties, memberships, sanctions, as articles state them."""
    from functools import partial

    from communique.cli.tables import print_ties
    from communique.records import Tie

    opened = open_store(store)
    show = partial(print_ties, between=filters.between)
    _write(opened, opened.iter_ties(filters), Tie, format, show)


@with_filters()
def articles(filters: Any, store: StoreOption = None, format: Format = "table") -> None:
    """What was read, which is a copy of which."""
    from communique.cli.tables import print_articles
    from communique.records import Article

    opened = open_store(store)
    _write(opened, opened.iter_articles(filters), Article, format, print_articles)


@with_filters(without=set(FILTERS) - {"text", "limit"})
def skipped(filters: Any, store: StoreOption = None, format: Format = "table") -> None:
    """What was left out, and why."""
    from communique.cli.tables import print_skipped
    from communique.records import Skipped

    opened = open_store(store)
    _write(opened, opened.iter_skipped(filters), Skipped, format, print_skipped)


def open_store(path: Path | None) -> Store:
    """The store for reading. Raises `StoreError` where there is none."""
    from communique.store import Store

    return Store(settings_of(store=path).store, read_only=True)


def _binary() -> BinaryIO:
    return sys.stdout.buffer


def _write(
    store: Store,
    records: Iterable[Any],
    kind: type[Record],
    format: str,
    show: Callable[[Store, Iterable[Any]], None],
) -> None:
    from communique.export import write_csv, write_jsonl, write_parquet

    if format == "table":
        show(store, records)
    elif format == "jsonl":
        write_jsonl(records, _binary())
    elif format == "csv":
        write_csv(records, _binary(), kind, store.article)
    else:
        if sys.stdout.isatty():
            from communique.errors import UsageError

            raise UsageError(
                what="Parquet is no text",
                where="--format",
                do="Send it to a file: > events.parquet",
            )
        write_parquet(records, _binary(), kind, store.article)
    sys.stdout.flush()
