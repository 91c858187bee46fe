"""What a reader says of a record."""

from __future__ import annotations

from typing import Any, Literal

from msgspec import Struct

__all__ = ["Correction"]


class Correction(Struct, frozen=True, kw_only=True, tag_field="record", tag="correction"):
    """A verdict on a record, kept apart from it; the record stays as it was coded."""

    of: str
    verdict: Literal["right", "wrong", "no_event"]
    fields: dict[str, Any]
    reason: str | None
    by: str
    at: str
