"""Through whose hands a claim came: one attribution inside another, and what carries over."""

from __future__ import annotations

from communique.language import Parsed
from communique.records import Hand
from communique.voices.draft import Draft

__all__ = ["carry_over", "hand_of", "nest"]


def nest(drafts: list[Draft]) -> None:
    """Fills each draft's `outer` with the drafts whose content holds its cue, outermost first."""
    for draft in drafts:
        if draft.cue is None:
            continue
        around = [
            other
            for other in drafts
            if other is not draft and other.carries and other.covers(draft.cue)
            and not (other.cue is not None and draft.covers(other.cue) and draft.size > other.size)
        ]
        draft.outer = sorted(around, key=lambda d: -d.size)


def hand_of(text: str, draft: Draft) -> Hand | None:
    """A draft's source as a hand; None where it has none."""
    if draft.source is None:
        return None
    return Hand(
        source=draft.source.entity,
        cue=None if draft.cue is None else text[draft.cue[0] : draft.cue[1]],
        cue_kind=draft.cue_kind,
        span=draft.cue,
    )


def carry_over(text: str, parsed: Parsed, drafts: list[Draft]) -> None:
    """Gives drafts the hands that a sentence nearby named for them. TODO"""
