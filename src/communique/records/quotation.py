"""Words or views that somebody is said to have."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from communique.records.attribution import Attribution, CueKind
from communique.records.entity import Entity
from communique.records.span import Span

__all__ = ["Cue", "Quotation", "QuotationKind"]

QuotationKind = Literal["direct", "indirect", "mixed", "ascribed"]


class Cue(Struct, frozen=True, kw_only=True):
    """The word that shows somebody speaking, and how the outlet stands to it."""

    text: str
    span: Span
    kind: CueKind


class Quotation(Struct, frozen=True, kw_only=True, tag_field="record", tag="quotation"):
    """What is said, by whom, to whom, and through whose hands.

    `text` is the spans' words joined by a space. `attribution` holds the hands outside
    the speaker, outermost first; the speaker is not said again.
    """

    id: str
    article: str
    text: str
    spans: tuple[Span, ...]
    kind: QuotationKind
    speaker: Entity | None
    addressee: Entity | None
    cue: Cue | None
    ground: str | None
    attribution: Attribution
    sentence_span: Span
