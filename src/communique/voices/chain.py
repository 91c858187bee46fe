"""Through whose hands a claim came: one attribution inside another, and what carries over."""

from __future__ import annotations

from dataclasses import replace

from communique.language import Parsed
from communique.records import Entity, Hand
from communique.voices.draft import Draft, Link, Source
from communique.voices.near import Near
from communique.voices.same import in_other_words, spoken_of_again
from communique.voices.speaker import source_words

__all__ = ["carry_over", "link_of", "nest", "path"]

_SENTENCES_BACK = 3
_POINTS_BACK = frozenset({"the", "this", "that", "its", "he", "she", "it", "they"})


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
    newspaper, where an agency, a text or another institution is pointed back at ("the agency",
    "it") within three sentences. A person's next words carry the hands on within the paragraph
    alone: by name in the very next sentence, by "he" or "the minister" within three. The hand
    keeps the cue of the sentence that named it.
    """
    text = parsed.article.text
    ordered = sorted(drafts, key=lambda d: (d.sentence, len(path(text, d)), d.cue or (0, 0)))
    for position, draft in enumerate(ordered):
        if draft.source is None or draft.outer or draft.cue_kind == "denying":
            continue
        for earlier in reversed(ordered[:position]):
            if earlier.sentence < draft.sentence - _SENTENCES_BACK:
                break
            if earlier.sentence == draft.sentence or not earlier.shown:
                continue
            if not _may_carry(parsed, earlier, draft):
                continue
            before = _before(text, earlier, draft.source.entity)
            if before is not None:
                draft.carried = before[:-1]
                draft.source = _known_as(draft.source, before[-1].hand.source)
                break
    for draft in drafts:
        if draft.outer and not draft.carried:
            draft.carried = draft.outer[0].carried


def _may_carry(parsed: Parsed, earlier: Draft, draft: Draft) -> bool:
    """Whether what is said in `draft` may be thought to come as what was said in `earlier` did."""
    if draft.source is None:
        return False
    entity = draft.source.entity
    points = bool(_POINTS_BACK & set(entity.raw_text.lower().split()[:1]))
    if points and (
        _any_outlet(entity)
        or entity.kind in {"document", "organisation"}
        or entity.sector_code == "JRN"
    ):
        return True
    numbers = sorted((earlier.sentence, draft.sentence))
    first, second = (parsed.sentences[n - 1].paragraph for n in numbers)
    return first == second and (points or numbers[1] - numbers[0] == 1)


def _known_as(source: Source, earlier: Entity) -> Source:
    """A source whose words alone say nothing of who it is, as the party that they point back at."""
    entity = source.entity
    if earlier.entity_id is None or (entity.entity_id is not None and not _any_outlet(entity)):
        return source
    return replace(
        source, entity=in_other_words(earlier, entity.raw_text, entity.span, earlier.kind)
    )


def _before(text: str, earlier: Draft, entity: Entity) -> tuple[Link, ...] | None:
    """The hands to the one that is spoken of again; None where an earlier draft has no such."""
    links = (*path(text, earlier), *_own(text, earlier))
    for index in range(len(links) - 1, -1, -1):
        earlier_source = links[index].hand.source
        outlet = earlier_source.sector_code == "JRN" and _any_outlet(entity)
        if outlet or spoken_of_again(earlier_source, entity):
            return links[: index + 1]
    return None


def _any_outlet(entity: Entity) -> bool:
    """Whether words name an outlet or a report by what it is alone: "the agency", "the report"."""
    words = entity.raw_text.lower().split()
    if words[:1] not in (["the"], ["this"], ["that"]) or (entity.entity_id or "").startswith("org"):
        return False
    kinds = source_words("outlets") | source_words("reports") | {"news", "state"}
    return len(words) > 1 and set(words[1:]) <= kinds


def path(text: str, draft: Draft) -> tuple[Link, ...]:
    """The hands outside a draft's own source, outermost first."""
    outer = (link for d in draft.outer for link in _own(text, d))
    return (*draft.carried, *outer)


def _own(text: str, draft: Draft) -> tuple[Link, ...]:
    link = link_of(text, draft)
    return draft.behind if link is None else (link, *draft.behind)


def link_of(text: str, draft: Draft) -> Link | None:
    """A draft's source as a hand; None where it has none."""
    if draft.source is None:
        return None
    hand = Hand(
        source=draft.source.entity,
        cue=None if draft.cue is None else text[draft.cue[0] : draft.cue[1]],
        cue_kind=draft.cue_kind,
        span=draft.cue,
    )
    return Link(hand=hand, members=draft.source.members)
