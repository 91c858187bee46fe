"""`communique sql`: the store's tables, read only."""

from __future__ import annotations

import csv
import sys
from typing import Annotated, Any, Literal

import typer

from communique.cli.options import StoreOption

__all__ = ["sql"]


def sql(
    query: Annotated[str, typer.Argument(help="One SELECT.")],
    store: StoreOption = None,
    format: Annotated[Literal["table", "csv", "jsonl"], typer.Option("--format", help="How to print.")] = "table",
) -> None:
    """Run a SELECT on the store; nothing can be changed by it."""
    from communique.cli.lists import open_store

    rows = open_store(store).sql(query)
    if format == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(rows.columns)
        writer.writerows(rows.rows)
    elif format == "jsonl":
        import msgspec

        for row in rows.rows:
            sys.stdout.buffer.write(msgspec.json.encode(dict(zip(rows.columns, row, strict=True))) + b"\n")
    else:
        _print(rows.columns, rows.rows)
    sys.stdout.flush()


def _print(columns: tuple[str, ...], rows: Any) -> None:
    from rich.text import Text

    from communique.cli.tables import make_console, make_table

    table = make_table(*columns)
    for row in rows:
        table.add_row(*(Text("" if value is None else str(value)) for value in row))
    make_console().print(table)
