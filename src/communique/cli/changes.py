"""What coding again changed, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING

from communique.cli.words import parties, party, visible
from communique.records import Entity, Event, Quotation

if TYPE_CHECKING:
    from communique.store import Change

__all__ = ["change_lines", "count_line"]


def change_lines(change: Change) -> str:
    """Two lines: what happened to which record of which article, and its sentence or words.

    changed  CONSULT "met" (article 0f3a, at 12): actor PRK -> KOR
        The sentence.
    """
    record = change.new or change.old
    assert record is not None
    place = f"(article {record.article}, at {_start(record)})"
    head = f"{change.kind:8} {_name(record)} {place}"
    if change.fields and change.old is not None and change.new is not None:
        old, new = change.old, change.new
        head += ": " + "; ".join(_field(n, getattr(old, n), getattr(new, n)) for n in change.fields)
    words = record.sentence if isinstance(record, Event) else record.text
    return visible(f"{head}\n    {' '.join(words.split())}\n")


def count_line(kinds: Iterable[str], articles: int) -> str:
    """How many articles were coded, and how many records were added, removed and changed."""
    counts = Counter(kinds)
    told = ", ".join(f"{counts[kind]} {kind}" for kind in ("added", "removed", "changed"))
    return f"{articles} articles coded again; records: {told}"


def _start(record: Event | Quotation) -> int:
    return record.trigger.span[0] if isinstance(record, Event) else record.spans[0][0]


def _name(record: Event | Quotation) -> str:
    if isinstance(record, Event):
        return f'{record.event_type} "{" ".join(record.trigger.text.split())}"'
    return f"{record.kind} quotation of {party(record.speaker) if record.speaker else 'unnamed'}"


def _field(name: str, old: object, new: object) -> str:
    if name in ("actor", "recipient"):
        return f"{name} {_parties(old)} -> {_parties(new)}"
    if name in ("speaker", "addressee"):
        return f"{name} {_party(old)} -> {_party(new)}"
    if all(value is None or isinstance(value, str | int | float) for value in (old, new)):
        return f"{name} {_short(old)} -> {_short(new)}"
    return name


def _party(value: object) -> str:
    return party(value) if isinstance(value, Entity) else "nobody"


def _parties(value: object) -> str:
    return parties(value) if isinstance(value, tuple) and value else "nobody"


def _short(value: object) -> str:
    text = "none" if value is None else " ".join(str(value).split())
    return text if len(text) <= 60 else f"{text[:59]}…"
