"""A sentence of an article and the voice it speaks in."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from communique.records.attribution import Voice
from communique.records.span import Span

__all__ = ["Loaded", "LoadedKind", "Passage"]

LoadedKind = Literal["loaded_term", "value_judgement", "intensifier", "speculation", "rhetorical"]


class Loaded(Struct, frozen=True, kw_only=True):
    """Words that judge, exaggerate, guess or exhort."""

    text: str
    span: Span
    kind: LoadedKind


class Passage(Struct, frozen=True, kw_only=True, tag_field="record", tag="passage"):
    """Every sentence of the text, in order, with who speaks in it."""

    id: str
    article: str
    span: Span
    voice: Voice
    loaded: tuple[Loaded, ...]
