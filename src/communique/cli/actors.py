"""`communique actors`: who is meant by single phrases, and what is doubtful in the actor files."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Literal

import typer

from communique.cli.options import ActorsOption, ParserOption, settings_of

if TYPE_CHECKING:
    from communique.actors.single import Phrase
    from communique.records import Entity

__all__ = ["app"]

app = typer.Typer(help="Who is meant by words.", no_args_is_help=True, rich_markup_mode=None)


@app.command("resolve")
def resolve(
    file: Annotated[
        str,
        typer.Argument(
            help="JSON Lines of text, date and context, or one phrase a line; - for standard "
            "input.",
            metavar="FILE",
        ),
    ] = "-",
    phrase: Annotated[
        list[str] | None,
        typer.Option("--phrase", help="A phrase, instead of a file.", metavar="WORDS"),
    ] = None,
    date: Annotated[
        str | None,
        typer.Option(help="Day of the phrases that state none (YYYY-MM-DD).", metavar="DAY"),
    ] = None,
    format: Annotated[
        Literal["text", "jsonl"] | None,
        typer.Option(
            help="Without it text on a terminal, jsonl elsewhere.",
            show_default=False,
        ),
    ] = None,
    parser: ParserOption = None,
    actors: ActorsOption = None,
) -> None:
    """Say who is meant by single phrases on a day, one line a phrase.

    A line of JSON holds the row's own fields and those of the party; several parties ("France and
    Germany") stand in "also". Lines that cannot be read are named on standard error.
    """
    from communique.actors import Resolver
    from communique.actors.single import resolve_phrases
    from communique.cli.dates import checked_day
    from communique.language import Parser
    from communique.reading.dates import day_of

    day = day_of(checked_day(date))
    settings = settings_of(parser=parser, actors=actors)
    lines = phrase if phrase else _lines(file)
    rows = _Rows(lines, day)
    shown = format or ("text" if sys.stdout.isatty() else "jsonl")
    found = resolve_phrases(
        (p for _, p in rows), Parser(settings.parser), Resolver(settings.actors)
    )
    for entities in found:
        row, asked = rows.next()
        sys.stdout.write(_json(row, entities) if shown == "jsonl" else _text(asked, entities))
    sys.stdout.flush()
    if rows.failed:
        raise typer.Exit(1)


@app.command("check")
def check_files(actors: ActorsOption = None) -> None:
    """What is doubtful in the actor files."""
    from importlib import resources

    from communique.actors.check import bounds, check
    from communique.actors.tables import FILES, load

    settings = settings_of(actors=actors)
    folder = resources.files("communique.actors") / "data"
    doubts = check(load(settings.actors))
    for name in sorted((*FILES, "places.tsv", "regions.tsv")):
        count, wrong = bounds(name, (folder / name).read_text(encoding="utf-8"))
        typer.echo(f"{name:20} {count:7,} rows")
        if wrong:
            doubts.append(wrong)
    for line in doubts:
        typer.echo(line)
    typer.echo(f"{len(doubts)} doubts")


class _Rows:
    """Lines to phrases. Keeps what was handed on until its answer comes."""

    def __init__(self, lines: Iterable[str], day: Any) -> None:
        self._lines, self._day = lines, day
        self._waiting: list[tuple[dict[str, Any], Phrase]] = []
        self.failed = False

    def __iter__(self) -> Iterator[tuple[dict[str, Any], Phrase]]:
        for number, line in enumerate(self._lines, start=1):
            if not line.strip():
                continue
            try:
                row = self._read(line.strip())
            except ValueError as error:
                self.failed = True
                sys.stderr.write(f"communique: line {number}: {error}\n")
                continue
            self._waiting.append(row)
            yield row

    def next(self) -> tuple[dict[str, Any], Phrase]:
        """The oldest row that was not answered."""
        return self._waiting.pop(0)

    def _read(self, line: str) -> tuple[dict[str, Any], Phrase]:
        import msgspec

        from communique.actors.single import Phrase
        from communique.reading.dates import day_of

        if not line.startswith("{"):
            return {"text": line}, Phrase(text=line, date=self._day)
        row = msgspec.json.decode(line, type=dict[str, Any])
        text, date, context = row.get("text"), row.get("date"), row.get("context")
        if not isinstance(text, str) or not text.strip():
            raise ValueError('"text" is missing. Give each row a "text".')
        if not isinstance(context, str | None):
            raise ValueError('"context" is no text.')
        day = self._day if date is None else day_of(str(date))
        if date is not None and day is None:
            raise ValueError(f'the date {date!r} cannot be read. Write it as "2021-03-24".')
        return row, Phrase(text=text, date=day, context=context)


def _lines(file: str) -> Iterator[str]:
    from communique.errors import UsageError

    if file == "-":
        yield from sys.stdin
        return
    try:
        with Path(file).open(encoding="utf-8") as lines:
            yield from lines
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(
            what=str(error), where=file, do="Name a file, or a phrase with --phrase."
        ) from error


def _json(row: dict[str, Any], entities: tuple[Entity, ...]) -> str:
    import msgspec

    first = msgspec.to_builtins(entities[0])
    line = {**row, **first}
    if len(entities) > 1:
        line["also"] = [msgspec.to_builtins(e) for e in entities[1:]]
    return msgspec.json.encode(line).decode() + "\n"


def _text(asked: Phrase, entities: tuple[Entity, ...]) -> str:
    from communique.cli.words import visible

    told = "; ".join(_told(e) for e in entities)
    return visible(f"{asked.text}: {told}\n")


def _told(entity: Entity) -> str:
    codes = [entity.entity_code or entity.country_code, entity.sector_code]
    codes += entity.other_sector_codes
    known = " ".join(c for c in codes if c)
    named = ", ".join(w for w in (entity.entity_name, entity.office) if w)
    if not known and not named:
        return "unresolved"
    return " ".join(w for w in (known, f"({named})" if named else "", entity.resolved_by) if w)
