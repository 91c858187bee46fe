"""Puts the finders' drafts in order: one attribution a content, one a cue, spans joined."""

from __future__ import annotations

from itertools import permutations

from communique.language import Parsed
from communique.records import Span
from communique.voices.draft import Draft, joined
from communique.voices.near import Near

__all__ = ["settled", "untangle"]


def settled(parsed: Parsed, drafts: list[Draft]) -> list[Draft]:
    """Drafts in the order of their text, without those that say the same thing again.

    Of two with one cue, or with equal content, the one that carries its content stays, else the
    one whose cue stands first.
    """
    near = Near(parsed, drafts)
    kept: list[Draft] = []
    cues: set[Span | None] = set()
    contents: set[tuple[Span, ...]] = set()
    for draft in sorted(drafts, key=lambda d: (not d.carries, d.cue or (0, 0))):
        draft.spans = joined(draft.spans)
        content = tuple(draft.spans)
        if not content or content in contents or _own_view(draft, near):
            continue
        if draft.cue is not None and draft.cue in cues:
            continue
        cues.add(draft.cue)
        contents.add(content)
        kept.append(draft)
    return sorted(kept, key=lambda d: (d.spans, d.cue or (0, 0)))


def untangle(text: str, drafts: list[Draft]) -> None:
    """Cuts from contents what reports them: "it was so, the radio said, the agency reported".

    Where two contents hold each other's cues, that of the first cue ends before the second's
    source and cue.
    """
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    for beside in by_sentence.values():
        for draft, other in permutations(beside, 2):
            if draft.cue is None or other.cue is None or draft.cue[1] > other.cue[0]:
                continue
            if draft.covers(other.cue) and other.covers(draft.cue):
                _cut(text, draft, draft.cue[1], other)


def _cut(text: str, draft: Draft, after: int, other: Draft) -> None:
    """Ends a draft's spans before another's cue, and before its source if that follows `after`."""
    end = 0 if other.cue is None else other.cue[0]
    named = None if other.source is None else other.source.entity.span
    if named is not None and after <= named[0] < end:
        end = named[0]
    cut = ((s, s + len(text[s : min(e, end)].rstrip(" ,–—-"))) for s, e in draft.spans)
    draft.spans = [(s, e) for s, e in cut if s < e] or draft.spans


def _own_view(draft: Draft, near: Near) -> bool:
    """Whether a thought stands inside a saying of, it seems, the same: "he said he hoped"."""
    if draft.speech or draft.apart or draft.cue is None:
        return False
    cue = draft.cue
    around = [d for d in near.touching(cue) if d is not draft and d.carries and d.covers(cue)]
    return any(not _somebody_else(d, draft) for d in around)


def _somebody_else(outer: Draft, draft: Draft) -> bool:
    """Whether who says so is known to be another than who thinks so: an agency and a "he"."""
    if outer.source is None or draft.source is None:
        return False
    said, thought = outer.source.entity, draft.source.entity
    known = said.entity_id is not None and thought.entity_id is not None
    return known and said.entity_id != thought.entity_id and thought.kind == "person"
