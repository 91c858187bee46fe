"""What one sentence states of one relation."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.language import Sentence
    from communique.records import Entity, Span, TieKind, TieStatus

__all__ = ["Statement"]


@dataclass(frozen=True, slots=True)
class Statement:
    """A relation as a sentence states it; `trigger` are the offsets of the word that does."""

    kind: TieKind
    name: str | None
    parties: tuple[Entity, ...]
    towards: tuple[Entity, ...]
    since: str | None
    until: str | None
    status: TieStatus
    sentence: Sentence
    trigger: Span
