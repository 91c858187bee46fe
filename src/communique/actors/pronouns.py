"""Whom a pronoun means, in its sentence and its quotation."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.actors import discourse
from communique.actors.counted import counted
from communique.actors.identify import Who
from communique.actors.mentions import Chunk
from communique.actors.roles import partitive
from communique.actors.scene import Context
from communique.actors.speech import speaker_near
from communique.records import EntityKind

if TYPE_CHECKING:
    from spacy.tokens import Token

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
        reading = scene.readings[id(chunk)]
        return partitive(context, reading) or counted(context, reading)
    unknown = _UNKNOWN.get(kind)
    if unknown is None or (kind == "it" and _is_empty(context, token)):
        return ()
    found: tuple[Who, ...] | None = None
    if kind in ("we", "i"):
        found = _speaker(context, token.i)
    elif kind != "those":
        found = discourse.pronoun(
            token,
            kind,
            context.memory,
            scene.sentence.number,
            lambda lemma: context.words.is_a(lemma, "saying"),
        )
    return tuple(replace(w, by="anaphora") for w in found or (Who(kind=unknown),))


def _is_empty(context: Context, token: Token) -> bool:
    """'It is clear that', 'it was his second visit': what is no party."""
    if discourse.is_empty_it(token):
        return True
    if token.dep_ != "nsubj" or token.head.lemma_ != "be":
        return False
    said = [c.i for c in token.head.children if c.dep_ == "attr" and c.pos_ == "NOUN"]
    told = [r for r in context.scene.readings.values() if r.chunk.head in said]
    return bool(told) and not any(r.ends_in_role or r.bodies or r.persons for r in told)


def _speaker(context: Context, token: int) -> tuple[Who, ...] | None:
    """The speaker of the quotation that a first-person pronoun stands in; None outside of any."""
    scene, said = context.scene, context.memory.speaker
    if token not in scene.in_quotation:
        return None
    here = speaker_near(context, token)
    if here or said is None:
        return here
    return said[1] if said[0] == scene.sentence.paragraph else None
