"""A standing relation between parties, as articles state it."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from communique.records.attribution import Attribution, Voice
from communique.records.entity import Entity
from communique.records.span import Span

__all__ = ["Evidence", "Tie", "TieKind", "TieStatus"]

TieKind = Literal[
    "treaty", "alliance", "membership", "diplomatic_relations", "sanctions", "dispute"
]
TieStatus = Literal["in_force", "ended", "suspended", "announced"]


class Evidence(Struct, frozen=True, kw_only=True):
    """A sentence that states the tie."""

    article: str
    sentence: str
    sentence_span: Span
    voice: Voice
    attribution: Attribution


class Tie(Struct, frozen=True, kw_only=True, tag_field="record", tag="tie"):
    """A treaty, an alliance, a membership, sanctions, with its dates and its evidence.

    `since` and `until` are a year, a month or a day. For a membership the member stands in
    `parties`, the organisation in `towards`. Entities' spans are those of the first evidence.
    """

    id: str
    kind: TieKind
    name: str | None
    parties: tuple[Entity, ...]
    towards: tuple[Entity, ...]
    since: str | None
    until: str | None
    status: TieStatus
    evidence: tuple[Evidence, ...]
