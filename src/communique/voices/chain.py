"""Through whose hands a claim came: one attribution inside another, and what carries over."""

from __future__ import annotations

from communique.language import Parsed
from communique.records import Entity, Hand
from communique.voices.draft import Draft
from communique.voices.near import Near

__all__ = ["carry_over", "hand_of", "nest"]

_SENTENCES_BACK = 3
_POINTS_BACK = ("the ", "this ", "that ", "its ", "he", "she", "it", "they")


def nest(parsed: Parsed, drafts: list[Draft]) -> None:
    """Fills each draft's `outer` with the drafts whose content holds its cue, outermost first."""
    near = Near(parsed, drafts)
    for draft in drafts:
        if draft.cue is None:
            continue
        cue = draft.cue
        around = [
            other
            for other in near.touching(cue)
            if other is not draft
            and other.carries
            and other.covers(cue)
            and not _inside(other, draft)
        ]
        draft.outer = sorted(around, key=lambda d: (-d.size, d.spans))


def _inside(other: Draft, draft: Draft) -> bool:
    """Whether two drafts hold each other's cue and `draft` is the wider one."""
    return other.cue is not None and draft.covers(other.cue) and draft.size >= other.size


def carry_over(parsed: Parsed, drafts: list[Draft]) -> None:
    """Gives a source that is spoken of again the hands through which it first spoke.

    "The agency said A, the newspaper reported. The agency also said B": B too came through the
    newspaper, where the agency is only pointed back at ("the agency", "it") within three
    sentences. The hand keeps the cue of the sentence that named it.
    """
    ordered = sorted(drafts, key=lambda d: (d.sentence, d.cue or (0, 0)))
    for position, draft in enumerate(ordered):
        if draft.source is None or draft.outer or draft.carried or not _points_back(draft):
            continue
        for earlier in reversed(ordered[:position]):
            if earlier.sentence < draft.sentence - _SENTENCES_BACK:
                break
            if earlier.sentence == draft.sentence or earlier.source is None:
                continue
            if _same(earlier.source.entity, draft.source.entity):
                draft.carried = (*earlier.carried, *_hands(parsed.article.text, earlier.outer))
                break
    for draft in drafts:
        if draft.outer and not draft.carried:
            draft.carried = draft.outer[0].carried


def _points_back(draft: Draft) -> bool:
    return draft.source is not None and draft.source.entity.raw_text.lower().startswith(
        _POINTS_BACK
    )


def _same(first: Entity, second: Entity) -> bool:
    if first.entity_id is not None and second.entity_id is not None:
        return first.entity_id == second.entity_id
    heads = first.raw_text.lower().split()[-1:], second.raw_text.lower().split()[-1:]
    return heads[0] == heads[1] and len(second.raw_text.split()) > 1


def _hands(text: str, drafts: list[Draft]) -> tuple[Hand, ...]:
    return tuple(hand for d in drafts if (hand := hand_of(text, d)) is not None)


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
