"""`communique code`: one input, coded and shown, nothing stored."""

from __future__ import annotations

import sys
from typing import Annotated, Literal

import typer

from communique.cli.options import ActorsOption, AllowPrivateOption, ParserOption, settings_of

__all__ = ["code"]


def code(
    file: Annotated[
        str, typer.Argument(help="A file, a URL, or - for standard input.", metavar="FILE")
    ] = "-",
    date: Annotated[
        str | None,
        typer.Option(
            help="Day of publication (YYYY-MM-DD), whatever the text states.", metavar="DAY"
        ),
    ] = None,
    format: Annotated[
        Literal["text", "jsonl"] | None,
        typer.Option(
            help="text: marked and explained; jsonl: the records. Without it text on a "
            "terminal, jsonl elsewhere.",
            show_default=False,
        ),
    ] = None,
    parser: ParserOption = None,
    actors: ActorsOption = None,
    allow_private: AllowPrivateOption = None,
) -> None:
    """Code one article and show what is in it; nothing is stored."""
    from communique.cli.dates import checked_day
    from communique.engine import code_article, coder_of
    from communique.engine.inputs import encodable
    from communique.reading import ReadOptions, read
    from communique.records import Article, Skipped, encode

    settings = settings_of(parser=parser, actors=actors, allow_private=allow_private)
    options = ReadOptions(
        published=checked_day(date),
        published_first=True,
        language=settings.language,
        allow_private=settings.allow_private,
    )
    failed = False
    shown = format or ("text" if sys.stdout.isatty() else "jsonl")
    for item in read([file], options):
        if isinstance(item, Article):
            outcome = code_article(coder_of(settings), item)
        else:
            outcome = encodable(item)
        if isinstance(outcome, Skipped):
            failed = True
            sys.stderr.write(f"skipped  {outcome.source}: {outcome.reason}: {outcome.detail}\n")
            if shown == "jsonl":
                sys.stdout.buffer.write(encode(outcome) + b"\n")
        elif shown == "jsonl":
            for record in outcome.records():
                sys.stdout.buffer.write(encode(record) + b"\n")
        else:
            from communique.cli.marked import print_coding

            print_coding(outcome)
        sys.stdout.flush()
    if failed:
        raise typer.Exit(1)
