"""One event as one sentence of one article tells it."""

from __future__ import annotations

from typing import Literal

from msgspec import UNSET, Struct, UnsetType

from communique.records.attribution import Attribution, Voice
from communique.records.entity import Entity
from communique.records.span import Span

__all__ = [
    "Candidate",
    "DateFrom",
    "DatePrecision",
    "Event",
    "Location",
    "Modality",
    "Size",
    "SizeItem",
    "Trigger",
    "Why",
]

DatePrecision = Literal["day", "week", "month", "year", "decade"]
DateFrom = Literal["text", "dateline", "published"]
Modality = Literal["asserted", "negated", "future", "hypothetical", "historical"]
Resolution = Literal["place", "district", "province", "country"]
DecidedBy = Literal["lexicon", "model", "both", "user"]


class SizeItem(Struct, frozen=True, kw_only=True):
    """A count in the text: "at least 12" is low 12, high None."""

    low: int | None
    high: int | None
    text: str
    span: Span


class Size(Struct, frozen=True, kw_only=True):
    """How many were killed, hurt, arrested, or took part."""

    dead: SizeItem | None = None
    injured: SizeItem | None = None
    arrested: SizeItem | None = None
    taking_part: SizeItem | None = None


class Location(Struct, frozen=True, kw_only=True):
    """Where it happened; `country_code` is the place's own ISO code."""

    name: str
    country_code: str | None
    lat: float | None = None
    lon: float | None = None
    geonames_id: int | None = None
    resolution: Resolution
    span: Span | None = None


class Trigger(Struct, frozen=True, kw_only=True):
    """The words that tell of the act."""

    text: str
    span: Span


class Candidate(Struct, frozen=True, kw_only=True):
    """An act that was weighed, with its probability."""

    type: str
    p: float


class Why(Struct, frozen=True, kw_only=True):
    """How the type was decided: by whom, by which pattern, against which others."""

    decided_by: DecidedBy
    pattern: str | None
    candidates: tuple[Candidate, ...] = ()


class Event(Struct, frozen=True, kw_only=True, tag_field="record", tag="event"):
    """Who did what to whom, when, and according to whom, with the words that prove it.

    In a reciprocal event all parties stand in `actor` and `recipient` is empty (PLOVER
    manual, 2.4.2). The last three fields stand only in lists of events.
    """

    id: str
    event_id: str
    article: str
    date: str | None
    enddate: str | None
    date_precision: DatePrecision | None
    date_from: DateFrom | None
    date_text: str | None
    event_type: str
    act: str
    mode: tuple[str, ...]
    context: tuple[str, ...]
    quad_code: int
    event_scale: float
    cameo: str | None
    goldstein: float | None
    actor: tuple[Entity, ...]
    recipient: tuple[Entity, ...]
    size: Size | None
    location: Location | None
    modality: Modality
    voice: Voice
    attribution: Attribution
    trigger: Trigger
    sentence: str
    sentence_span: Span
    sentence_number: int
    type_probability: float | None
    confidence: float | None
    why: Why
    coder: str
    reports: int | UnsetType = UNSET
    independent_sources: int | UnsetType | None = UNSET
    only_own_media: bool | UnsetType | None = UNSET
