"""`communique sql`: the store's tables, read only."""

from __future__ import annotations

import csv
import io
import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import Annotated, Any, Literal, TextIO

import typer

from communique.cli.options import StoreOption

__all__ = ["sql"]

Row = tuple[Any, ...]


def sql(
    query: Annotated[str, typer.Argument(help="One SELECT.", metavar="QUERY")],
    store: StoreOption = None,
    format: Annotated[
        Literal["table", "csv", "jsonl"], typer.Option("--format", help="How to print.")
    ] = "table",
) -> None:
    """Run a SELECT on the store; nothing can be changed by it."""
    from communique.cli.lists import open_store

    rows = open_store(store).sql(query)
    found = _until_it_fails(rows.rows)
    if format == "table":
        _print(rows.columns, found)
    else:
        out = io.TextIOWrapper(sys.stdout.buffer, "utf-8", newline="", write_through=True)
        (_write_csv if format == "csv" else _write_jsonl)(rows.columns, found, out)
        out.detach()
    sys.stdout.flush()


def _until_it_fails(rows: Iterator[Row]) -> Iterator[Row]:
    """Some mistakes in a query show only at the row that they meet."""
    import sqlite3

    from communique.errors import UsageError

    try:
        yield from rows
    except sqlite3.Error as error:
        raise UsageError(what=f"the query fails on a row ({error})", where="sql") from error


def _write_csv(columns: Sequence[str], rows: Iterable[Row], out: TextIO) -> None:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    writer.writerows(rows)


def _write_jsonl(columns: Sequence[str], rows: Iterable[Row], out: TextIO) -> None:
    import msgspec

    names: list[str] = []
    for column in columns:
        same = sum(name == column or name.startswith(f"{column}_") for name in names)
        names.append(f"{column}_{same + 1}" if column in names else column)
    for row in rows:
        out.write(msgspec.json.encode(dict(zip(names, row, strict=True))).decode() + "\n")


def _print(columns: Sequence[str], rows: Iterable[Row]) -> None:
    from rich.text import Text

    from communique.cli.tables import make_console, make_table
    from communique.cli.words import visible

    table = make_table(*columns)
    for row in rows:
        table.add_row(*(Text("" if value is None else visible(str(value))) for value in row))
    make_console().print(table)
