"""Lists on a terminal: each line of a table with the words that prove it under it."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterable
from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from communique.cli.words import chain, day, kind, parties, party, visible
from communique.records import Article, Event, Quotation, Skipped, Tie

if TYPE_CHECKING:
    from communique.store import Coverage, Store

__all__ = [
    "make_console",
    "make_table",
    "print_articles",
    "print_events",
    "print_quotes",
    "print_skipped",
    "print_ties",
]

_QUADS = {1: "green", 2: "bold green", 3: "yellow", 4: "bold red"}
_WIDEST = 160
_NARROWEST = 60


class _PipedConsole(Console):
    def on_broken_pipe(self) -> None:
        """The program decides what a closed pipe means."""
        raise BrokenPipeError


def make_console() -> Console:
    """As wide as the terminal; where there is none, 100 columns."""
    width = shutil.get_terminal_size((100, 24)).columns
    return _PipedConsole(
        width=max(_NARROWEST, min(width, _WIDEST)), highlight=False, soft_wrap=False
    )


def make_table(*headings: str) -> Table:
    """A table without lines, its columns as wide as they need."""
    table = Table(box=None, pad_edge=False, header_style="bold", padding=(0, 2, 0, 0), expand=False)
    for heading in headings:
        table.add_column(heading, overflow="fold")
    return table


def print_events(store: Store, events: Iterable[Event]) -> None:
    """Date, actor, type, recipient, voice and chain; the sentence under each, its trigger
    underlined."""
    console = make_console()
    count = 0
    for event in events:
        count += 1
        console.print(_event_line(event))
        console.print(_evidence(event, console.width))
        console.print(Padding(_origin(store, event), (0, 0, 0, 4)))
    console.print(f"{count} events" if count != 1 else "1 event", style="dim")


def _event_line(event: Event) -> Text:
    line = Text()
    line.append(f"{day(event)}  ", style="bold")
    line.append(parties(event.actor), style="bold")
    line.append(f"  {kind(event)}", style=_QUADS[event.quad_code])
    if event.recipient:
        line.append("  → ")
        line.append(parties(event.recipient), style="bold")
    return line


def _evidence(event: Event, width: int) -> Text:
    words = visible(event.sentence.replace("\n", " "))
    text = Text(words)
    start = event.trigger.span[0] - event.sentence_span[0]
    end = event.trigger.span[1] - event.sentence_span[0]
    text.stylize("underline", start, end)
    text.stylize("dim", 0, start)
    text.stylize("dim", end)
    lines = text.wrap(Console(width=width), width - 4)
    return Text("\n").join(Text("    ") + line for line in lines)


def _origin(store: Store, event: Event) -> Text:
    article = store.article(event.article)
    line = Text(style="cyan")
    if event.attribution:
        line.append(f"according to {chain(event.attribution)}; ")
    elif event.voice == "opinion":
        line.append("opinion; ")
    where = (article.outlet or article.source_id or article.url) if article else None
    line.append(visible(where or event.article))
    if isinstance(event.reports, int) and event.reports > 1:
        line.append(f"; told by {event.reports} articles")
    if isinstance(event.independent_sources, int) and event.independent_sources > 1:
        line.append(f", {event.independent_sources} independent sources")
    if event.only_own_media is True:
        line.append("; only the parties' own media")
    return line


def print_quotes(store: Store, quotations: Iterable[Quotation]) -> None:
    """Speaker, kind and the words, with the hands they came through."""
    console = make_console()
    count = 0
    for quotation in quotations:
        count += 1
        line = Text()
        line.append(party(quotation.speaker) if quotation.speaker else "unnamed", style="bold")
        line.append(f"  {quotation.kind}", style="cyan")
        if quotation.cue:
            line.append(f"  {quotation.cue.text}", style="dim")
        if quotation.attribution:
            line.append(f"  through {chain(quotation.attribution)}", style="cyan")
        console.print(line)
        words = visible(" ".join(quotation.text.split()))
        console.print(Text(textwrap.indent(textwrap.fill(words, console.width - 4), "    ")))
    console.print(f"{count} quotations" if count != 1 else "1 quotation", style="dim")


def print_ties(store: Store, ties: Iterable[Tie], between: tuple[str, str] | None = None) -> None:
    """Kind, parties, dates, and the first sentence that states it; where there are none, what was
    read and since when, as that nothing is stated does not mean that nothing is there."""
    console = make_console()
    count = 0
    for tie in ties:
        count += 1
        line = Text()
        line.append(f"{tie.since or '?'}–{tie.until or ''}  ", style="bold")
        line.append(parties(tie.parties), style="bold")
        line.append(
            f"  {tie.kind.replace('_', ' ')} ({tie.status.replace('_', ' ')})", style="cyan"
        )
        if tie.towards:
            line.append("  → ")
            line.append(parties(tie.towards), style="bold")
        if tie.name:
            line.append(f"  {tie.name}", style="italic")
        console.print(line)
        words = visible(" ".join(tie.evidence[0].sentence.split()))
        console.print(
            Text(textwrap.indent(textwrap.fill(words, console.width - 4), "    "), style="dim")
        )
    if count == 0:
        console.print(Text(_no_ties(store.coverage(), between)))
    console.print(f"{count} ties" if count != 1 else "1 tie", style="dim")


def _no_ties(read: Coverage, between: tuple[str, str] | None) -> str:
    """'No tie between PRK and CHN is stated in the 26 articles that were read ...'"""
    parties = f" between {between[0]} and {between[1]}" if between else " of that kind"
    articles = "1 article that was" if read.articles == 1 else f"{read.articles} articles that were"
    told = f"No tie{parties} is stated in the {articles} read"
    if read.copies:
        told += f" ({read.copies} of them copies)"
    if read.first and read.last:
        told += f", published from {read.first[:10]} to {read.last[:10]}"
    if read.first_read and read.last_read:
        told += f", fetched from {read.first_read[:10]} to {read.last_read[:10]}"
    return visible(f"{told}. Ties that no article states are not known here.")


def print_articles(store: Store, articles: Iterable[Article]) -> None:
    """Day, outlet, title, and what it is a copy of."""
    table = make_table("published", "outlet", "title", "copy of")
    count = 0
    for article in articles:
        count += 1
        title = article.title or " ".join(article.text.split())[:70]
        table.add_row(
            (article.published or "")[:10],
            Text(visible(article.outlet or "")),
            Text(visible(title)),
            article.duplicate_of or "",
        )
    console = make_console()
    console.print(table)
    console.print(f"{count} articles" if count != 1 else "1 article", style="dim")


def print_skipped(store: Store, skipped: Iterable[Skipped]) -> None:
    """Source, reason and detail."""
    table = make_table("source", "reason", "detail")
    count = 0
    for item in skipped:
        count += 1
        table.add_row(Text(visible(item.source)), item.reason, Text(visible(item.detail)))
    console = make_console()
    if count:
        console.print(table)
    console.print(f"{count} inputs skipped" if count != 1 else "1 input skipped", style="dim")
