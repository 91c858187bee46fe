"""From parties to mentions and entities of the contract."""

from __future__ import annotations

from communique.actors.identify import Who
from communique.actors.mention import Mention
from communique.actors.mentions import Chunk
from communique.actors.scene import Scene
from communique.actors.units import Unit
from communique.records import Entity, Span

__all__ = ["entity", "inner_mention", "phrase_mention"]


def entity(who: Who, text: str, span: Span) -> Entity:
    """A party as the words at a span name it."""
    return Entity(
        raw_text=text,
        span=span,
        kind=who.kind,
        entity_id=who.entity_id,
        entity_name=who.name,
        entity_code=who.code,
        country_code=who.country,
        sector_code=who.sector,
        other_sector_codes=who.others,
        office=who.office,
        wikidata_id=who.wikidata,
        resolved_by=who.by if who.known else "unresolved",
    )


def phrase_mention(scene: Scene, chunk: Chunk, whose: tuple[Who, ...]) -> Mention:
    """The mention of a whole noun phrase."""
    last = max(chunk.last, scene.last.get(id(chunk), -1))
    span = scene.sentence.span_of(chunk.first, last)
    text = scene.sentence.words(span)
    entities = tuple(entity(w, text, span) for w in whose)
    return Mention(scene.sentence.number, chunk.head, chunk.first, last, span, entities)


def inner_mention(scene: Scene, unit: Unit, who: Who) -> Mention:
    """The attributive mention of words inside a phrase that means something else."""
    outward = (i for i in range(unit.last, unit.first - 1, -1) if _leads_out(scene, unit, i))
    head = next(outward, unit.last)
    span = scene.sentence.span_of(unit.first, unit.last)
    found = entity(who, scene.sentence.words(span), span)
    return Mention(scene.sentence.number, head, unit.first, unit.last, span, (found,), True)


def _leads_out(scene: Scene, unit: Unit, token: int) -> bool:
    return not unit.first <= scene.doc[token].head.i <= unit.last
