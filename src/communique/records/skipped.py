"""An input that could not be coded."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

__all__ = ["Skipped", "SkippedReason"]

SkippedReason = Literal[
    "empty",
    "not_text",
    "encoding",
    "no_article",
    "language",
    "too_large",
    "malformed",
    "unreachable",
    "forbidden",
    "failed",
]


class Skipped(Struct, frozen=True, kw_only=True, tag_field="record", tag="skipped"):
    """What was left out, where it stood, and why. `source` names file and line, or the URL."""

    source: str
    reason: SkippedReason
    detail: str
