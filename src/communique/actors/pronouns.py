"""Whom a pronoun means, in its sentence and its quotation."""

from __future__ import annotations

from dataclasses import replace

from communique.actors import discourse
from communique.actors.identify import Who
from communique.actors.mentions import Chunk
from communique.actors.roles import partitive
from communique.actors.scene import Context
from communique.actors.speakers import speaker_of
from communique.records import EntityKind

__all__ = ["pronoun_phrase"]

_UNKNOWN: dict[str, EntityKind] = {
    "he": "person",
    "she": "person",
    "i": "person",
    "it": "organisation",
    "they": "group",
    "we": "group",
    "those": "group",
}


def pronoun_phrase(context: Context, chunk: Chunk) -> tuple[Who, ...]:
    """Whom a pronoun means; a party without codes where it stays open, never a guess.

    Empty for pronouns that name no party: 'it' in 'it is clear that', relative pronouns.
    """
    scene = context.scene
    token = scene.doc[chunk.head]
    kind = context.words.of(token.text)
    if kind == "partitive":
        return partitive(context, scene.readings[id(chunk)]) if chunk.after is not None else ()
    unknown = _UNKNOWN.get(kind)
    if unknown is None or (kind == "it" and discourse.is_empty_it(token)):
        return ()
    found: tuple[Who, ...] | None = None
    if kind in ("we", "i"):
        found = _speaker(context, token.i)
    elif kind != "those":
        found = discourse.pronoun(token, kind, context.memory, scene.sentence.number)
    return tuple(replace(w, by="anaphora") for w in found or (Who(kind=unknown),))


def _speaker(context: Context, token: int) -> tuple[Who, ...] | None:
    """The speaker of the quotation that a first-person pronoun stands in."""
    scene = context.scene
    speaker = speaker_of(scene.doc, token)
    if speaker is not None:
        for reading in scene.readings.values():
            if reading.chunk.head == speaker:
                whose = context.who(reading.chunk)
                if whose:
                    return whose
    return context.memory.speaker if token in scene.in_quotation else None
