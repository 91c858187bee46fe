"""The program `communique`: its commands."""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from communique.cli import actors, coding, evaluating, lists, reading, sql
from communique.cli.program import Program
from communique.version import __version__

__all__ = ["app", "main"]

app = typer.Typer(
    name="communique",
    cls=Program,
    help="Reads news and writes down who did what to whom, when, and according to whom.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"communique {__version__}")
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
app.add_typer(actors.app, name="actors")
app.add_typer(evaluating.app, name="evaluate")


def main() -> None:
    """Runs the program on the words of the command line, and leaves with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        # a terminal of few characters shows the others as escapes
        if (reconfigure := getattr(stream, "reconfigure", None)) is not None:
            reconfigure(errors="backslashreplace")
    app(prog_name="communique")
