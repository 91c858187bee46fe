"""`communique read` and `recode`: many articles into the store."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.options import (
    ActorsOption,
    AllowPrivateOption,
    ParserOption,
    StoreOption,
    settings_of,
)

if TYPE_CHECKING:
    from communique.engine import Summary

__all__ = ["read", "recode"]

WorkersOption = Annotated[
    int | None,
    typer.Option(
        "--workers",
        help="Processes that code; 0: one a processor.",
        metavar="N",
        min=0,
        show_default=False,
    ),
]


def read(
    sources: Annotated[
        list[str],
        typer.Argument(
            help="Files, folders, globs, http(s) URLs, feeds, or - for standard input.",
            metavar="SOURCE",
        ),
    ],
    store: StoreOption = None,
    workers: WorkersOption = None,
    sample: Annotated[
        int | None,
        typer.Option(help="Stop after so many articles.", metavar="N", min=1, show_default=False),
    ] = None,
    columns: Annotated[
        str | None,
        typer.Option(
            help="Names of a table's columns: text=body,published=date",
            metavar="PAIRS",
            show_default=False,
        ),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(
            help="Day of publication where an article bears none.",
            metavar="DAY",
            show_default=False,
        ),
    ] = None,
    outlet: Annotated[
        str | None,
        typer.Option(
            help="Outlet where an article names none.", metavar="NAME", show_default=False
        ),
    ] = None,
    parser: ParserOption = None,
    actors: ActorsOption = None,
    allow_private: AllowPrivateOption = None,
) -> None:
    """Read sources, code every article and store it.

    What the store holds is left: a run that was killed goes on where it stopped.
    """
    from communique.cli.dates import checked_day
    from communique.cli.progress import progress
    from communique.engine import read_into
    from communique.reading import ReadOptions
    from communique.store import Store

    settings = settings_of(
        store=store, workers=workers, parser=parser, actors=actors, allow_private=allow_private
    )
    options = ReadOptions(
        columns=_columns(columns),
        published=checked_day(date),
        outlet=outlet,
        language=settings.language,
        allow_private=settings.allow_private,
    )
    with Store(settings.store) as opened, progress("reading") as advance:
        summary = read_into(opened, sources, options, settings, limit=sample, advance=advance)
    _report(summary, str(settings.store))


def recode(
    store: StoreOption = None,
    workers: WorkersOption = None,
    parser: ParserOption = None,
    actors: ActorsOption = None,
) -> None:
    """Code the stored texts again and say what changed."""
    from communique.cli.changes import change_lines, count_line
    from communique.cli.program import drop_output
    from communique.cli.progress import progress
    from communique.engine import Summary, recode_store
    from communique.store import Store

    settings = settings_of(store=store, workers=workers, parser=parser, actors=actors)
    summary = Summary()
    kinds: list[str] = []
    read_by_somebody = True
    with Store(settings.store, create=False) as opened, progress("coding again") as advance:
        for change in recode_store(opened, settings, summary=summary, advance=advance):
            kinds.append(change.kind)
            try:
                if read_by_somebody:
                    sys.stdout.write(change_lines(change))
                    sys.stdout.flush()
            except BrokenPipeError:  # a store must not stay half coded because of a pipe
                read_by_somebody = False
                drop_output()
    _name_skipped(summary)
    sys.stderr.write(f"{count_line(kinds, summary.articles)} -> {settings.store}\n")
    if summary.failed:
        raise typer.Exit(1)


def _columns(text: str | None) -> dict[str, str]:
    from communique.errors import UsageError
    from communique.reading.options import COLUMNS

    if not text:
        return {}
    found = {}
    for pair in text.split(","):
        ours, sign, theirs = pair.partition("=")
        if not sign or ours.strip() not in COLUMNS or not theirs.strip():
            raise UsageError(
                what=f"{pair!r} names no column",
                where="--columns",
                do=f"Write text=body,published=date; ours are {', '.join(COLUMNS)}.",
            )
        found[ours.strip()] = theirs.strip()
    return found


def _name_skipped(summary: Summary) -> None:
    for item in summary.skipped:
        sys.stderr.write(f"skipped  {item.source}: {item.reason}: {item.detail}\n")


def _report(summary: Summary, store: str) -> None:
    _name_skipped(summary)
    files = f" articles and {summary.known_files} files" if summary.known_files else ""
    sys.stderr.write(
        f"{summary.articles} articles read, {summary.known}{files} known already, "
        f"{summary.events} events, {summary.quotations} quotations, "
        f"{len(summary.skipped)} skipped -> {store}\n"
    )
    if summary.failed:
        raise typer.Exit(1)
