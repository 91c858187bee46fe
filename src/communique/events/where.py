"""Where an event happened: the place named with its trigger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.records import Location

if TYPE_CHECKING:
    from communique.actors import Mentions
    from communique.language import Sentence

__all__ = ["location_of"]

_LOCATIVE = {"in", "at", "near", "outside", "inside", "around", "across", "over", "off", "along"}


def location_of(sentence: Sentence, token: int, mentions: Mentions) -> Location | None:
    """The nearest place after "in", "at", "near" ... in the trigger's clause; None where there is
    none. Its country is the place's own; coordinates come with the gazetteer."""
    trigger = sentence.doc[token]
    around = {trigger.i, *(t.i for t in trigger.ancestors)}
    best: tuple[int, Location] | None = None
    for mention in mentions.in_sentence(sentence.number):
        entity = mention.entity
        head = sentence.doc[mention.head]
        if entity.country_code is None or entity.kind != "state" or head.dep_ != "pobj":
            continue
        if head.head.lower_ not in _LOCATIVE:
            continue
        if head.head.head.i not in around and trigger.i not in {t.i for t in head.ancestors}:
            continue
        distance = abs(mention.head - token)
        is_country = entity.raw_text.casefold().removeprefix("the ") == (
            entity.entity_name or ""
        ).casefold().removeprefix("the ")
        if best is None or distance < best[0]:
            best = (
                distance,
                Location(
                    name=sentence.words(mention.span),
                    country_code=entity.country_code,
                    resolution="country" if is_country else "place",
                    span=mention.span,
                ),
            )
    return best[1] if best else None
