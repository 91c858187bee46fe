"""Every record of the contract, one noun a file. Records are frozen values."""

from communique.records.article import Article, Dropped
from communique.records.attribution import Attribution, CueKind, Hand, Voice
from communique.records.codec import Record, decode, decode_lines, encode, encode_lines, to_dict
from communique.records.correction import Correction
from communique.records.entity import Entity, EntityKind, ResolvedBy
from communique.records.event import (
    Candidate,
    Event,
    Location,
    Modality,
    Size,
    SizeItem,
    Trigger,
    Why,
)
from communique.records.ids import make_id, span_key
from communique.records.passage import Loaded, Passage
from communique.records.quotation import Cue, Quotation
from communique.records.skipped import Skipped
from communique.records.span import Span, contains, overlap
from communique.records.tie import Evidence, Tie

__all__ = [
    "Article",
    "Attribution",
    "Candidate",
    "Correction",
    "Cue",
    "CueKind",
    "Dropped",
    "Entity",
    "EntityKind",
    "Event",
    "Evidence",
    "Hand",
    "Loaded",
    "Location",
    "Modality",
    "Passage",
    "Quotation",
    "Record",
    "ResolvedBy",
    "Size",
    "SizeItem",
    "Skipped",
    "Span",
    "Tie",
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
