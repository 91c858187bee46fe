"""The program `communique`: its commands, its errors and its exit codes."""

from __future__ import annotations

import os
import sys
from typing import Annotated

import typer

import communique
from communique.cli import coding, evaluating, lists, reading, sql
from communique.errors import CommuniqueError

__all__ = ["app", "main"]

app = typer.Typer(
    name="communique",
    help="Reads news and writes down who did what to whom, when, and according to whom.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"communique {communique.__version__}")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version.")
    ] = False,
) -> None:
    pass


app.command("code")(coding.code)
app.command("read")(reading.read)
app.command("recode")(reading.recode)
app.command("events")(lists.events)
app.command("quotes")(lists.quotes)
app.command("ties")(lists.ties)
app.command("articles")(lists.articles)
app.command("skipped")(lists.skipped)
app.command("sql")(sql.sql)
app.add_typer(evaluating.app, name="evaluate")


def main() -> None:
    """Runs the program. Exit status: 0 done; 1 some inputs failed, each named; 2 the call itself
    was wrong."""
    try:
        app()
    except CommuniqueError as error:
        sys.stderr.write(f"communique: {error}\n")
        sys.exit(2)
    except BrokenPipeError:  # the reader of a pipe has seen enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except KeyboardInterrupt:
        sys.stderr.write("communique: interrupted; what was done is stored\n")
        sys.exit(130)
