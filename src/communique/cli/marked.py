"""One coding on a terminal: the text with its evidence in colour, and what was read out of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from communique.cli.tables import make_console
from communique.cli.words import chain, day, kind, parties, party, visible
from communique.reading import furniture_spans
from communique.records import Event, Passage, Quotation

if TYPE_CHECKING:
    from communique.coder import Coding

__all__ = ["print_coding"]

_VOICES = {"reported": "cyan", "outlet": "white", "opinion": "magenta"}
_QUADS = {1: "green", 2: "bold green", 3: "yellow", 4: "bold red"}


def print_coding(coding: Coding, console: Console | None = None) -> None:
    """Sentence by sentence: its voice, its words with triggers and parties marked, its events and
    quotations; then ties, and what was dropped."""
    out = console or make_console()
    article = coding.article
    head = [p for p in (article.title, article.outlet, article.published) if p]
    if head:
        out.print(Text(visible(" | ".join(head)), style="bold"))
    for passage in coding.passages:
        events = [e for e in coding.events if e.sentence_span == passage.span]
        quotations = [q for q in coding.quotations if q.sentence_span == passage.span]
        out.print()
        out.print(_sentence(coding, passage, events))
        for event in events:
            out.print(Padding(_event(event), (0, 0, 0, 4)))
        for quotation in quotations:
            out.print(Padding(_quotation(quotation), (0, 0, 0, 4)))
    _print_ties(coding, out)
    _print_dropped(coding, out)


def _sentence(coding: Coding, passage: Passage, events: list[Event]) -> Text:
    start, end = passage.span
    text = Text(visible(coding.article.text[start:end].replace("\n", " ")))

    def mark(span: tuple[int, int] | None, style: str) -> None:
        if span and start <= span[0] < end:
            text.stylize(style, span[0] - start, min(span[1], end) - start)

    for loaded in passage.loaded:
        mark(loaded.span, "italic magenta")
    for event in events:
        for entity in (*event.actor, *event.recipient):
            mark(entity.span, "bold blue")
        mark(event.trigger.span, f"underline {_QUADS[event.quad_code]}")
    return Text.assemble((f"[{passage.voice}] ", _VOICES[passage.voice]), text)


def _event(event: Event) -> Text:
    line = Text()
    line.append("• ", style=_QUADS[event.quad_code])
    line.append(kind(event), style=_QUADS[event.quad_code])
    line.append(f"  {parties(event.actor)}")
    if event.recipient:
        line.append(f" → {parties(event.recipient)}")
    line.append(f"  {day(event)}", style="dim")
    if event.attribution:
        line.append(f"  according to {chain(event.attribution)}", style="cyan")
    elif event.voice == "opinion":
        line.append("  opinion", style="magenta")
    return line


def _quotation(quotation: Quotation) -> Text:
    line = Text()
    line.append("» ", style="cyan")
    line.append(party(quotation.speaker) if quotation.speaker else "unnamed", style="cyan")
    said = visible(quotation.text.replace("\n", " "))
    line.append(f" ({quotation.kind}): {said}")
    if quotation.attribution:
        line.append(f"  through {chain(quotation.attribution)}", style="dim")
    return line


def _print_ties(coding: Coding, out: Console) -> None:
    if coding.ties:
        out.print()
        out.print(Text("Ties", style="bold"))
    for tie in coding.ties:
        towards = f" towards {parties(tie.towards)}" if tie.towards else ""
        since = f", since {tie.since}" if tie.since else ""
        until = f", until {tie.until}" if tie.until else ""
        name = f" “{tie.name}”" if tie.name else ""
        out.print(
            f"  {tie.kind}{name}: {parties(tie.parties)}{towards}{since}{until} ({tie.status})",
            markup=False,
        )


def _print_dropped(coding: Coding, out: Console) -> None:
    if not coding.article.dropped and not furniture_spans(coding.article):
        return
    out.print()
    out.print(Text("Dropped as page furniture", style="bold"))
    for dropped in coding.article.dropped:
        text = visible(" ".join(dropped.text.split()))
        out.print(Text(f"  {dropped.kind}: {text[:160]}", style="dim"))
