"""Every record of the contract, one noun a file. Records are frozen values."""

from communique.records.article import Article, Dropped, OutletKind, PublishedFrom
from communique.records.attribution import Attribution, CueKind, Hand, Voice
from communique.records.codec import Record, decode, decode_lines, encode, encode_lines, to_dict
from communique.records.correction import Correction
from communique.records.entity import Entity, EntityKind, ResolvedBy
from communique.records.event import (
    Candidate,
    DateFrom,
    DatePrecision,
    Event,
    Location,
    Modality,
    Size,
    SizeItem,
    Trigger,
    Why,
)
from communique.records.ids import make_id, span_key
from communique.records.passage import Loaded, LoadedKind, Passage
from communique.records.quotation import Cue, Quotation, QuotationKind
from communique.records.skipped import Skipped, SkippedReason
from communique.records.span import Span, contains, overlap
from communique.records.tie import Evidence, Tie, TieKind, TieStatus

__all__ = [
    "Article",
    "Attribution",
    "Candidate",
    "Correction",
    "Cue",
    "CueKind",
    "DateFrom",
    "DatePrecision",
    "Dropped",
    "Entity",
    "EntityKind",
    "Event",
    "Evidence",
    "Hand",
    "Loaded",
    "LoadedKind",
    "Location",
    "Modality",
    "OutletKind",
    "Passage",
    "PublishedFrom",
    "Quotation",
    "QuotationKind",
    "Record",
    "ResolvedBy",
    "Size",
    "SizeItem",
    "Skipped",
    "SkippedReason",
    "Span",
    "Tie",
    "TieKind",
    "TieStatus",
    "Trigger",
    "Voice",
    "Why",
    "contains",
    "decode",
    "decode_lines",
    "encode",
    "encode_lines",
    "make_id",
    "overlap",
    "span_key",
    "to_dict",
]
