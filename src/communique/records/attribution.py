"""Through whose hands a claim came."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from communique.records.entity import Entity
from communique.records.span import Span

__all__ = ["Attribution", "CueKind", "Hand", "Voice"]

CueKind = Literal["neutral", "endorsing", "doubting", "denying"]
Voice = Literal["reported", "outlet", "opinion"]


class Hand(Struct, frozen=True, kw_only=True):
    """One source and the word that shows it speaking; `span` is the cue's."""

    source: Entity
    cue: str | None = None
    cue_kind: CueKind = "neutral"
    span: Span | None = None


Attribution = tuple[Hand, ...]
"""Outermost first; empty where the outlet itself says it."""
