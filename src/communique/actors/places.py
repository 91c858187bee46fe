"""States, capitals and other places as phrases of their own."""

from __future__ import annotations

from dataclasses import replace

from communique.actors.identify import Who
from communique.actors.phrase import Reading
from communique.actors.scene import Context
from communique.actors.units import Unit
from communique.records import ResolvedBy

__all__ = ["inner_place", "place"]

_PERSON_REACH = 3
"""Sentences within which 'the American' means a person who was named."""


def place(context: Context, reading: Reading, unit: Unit) -> tuple[Who, ...]:
    """A state or place whose name is the whole phrase.

    A state acts (sector GOV) unless it is where something happens ('in Mali'); a capital acts
    unless any preposition but those of parties ('with', 'against', 'by') governs it; another city
    never does.
    """
    identify = context.identify
    preposition = context.scene.preposition_before(reading.chunk)
    kind = context.words.of(preposition) if preposition else ""
    if preposition.lower() == "for" and context.scene.governor_is_noun(reading.chunk):
        kind = "party"
    seat = identify.seat(unit) if kind in ("", "party") else None
    if seat is not None:
        return (seat,)
    bearer = _bearer(context, unit) if kind in ("", "party") else None
    if bearer is not None:
        return (bearer,)
    code = identify.country_of(unit)
    if code is None:
        return ()
    visitor = _person_of(context, reading, unit, code)
    if visitor is not None:
        return (visitor,)
    counted = bool(reading.number) and unit.get("adjective") and not unit.get("country")
    if unit.get("nationals") or counted:
        who = identify.state(code, "demonym", acting=False, kind="group")
        return (replace(who, entity_id=f"{who.code}/CVL", sector="CVL"),)
    if unit.get("capital") and not unit.get("country"):
        acting = kind in ("", "party")
        return (identify.state(code, "metonym" if acting else "name", acting=acting),)
    if unit.get("city") and not unit.get("country", "adjective"):
        return (identify.state(code, "name", acting=False),)
    by: ResolvedBy = "name" if unit.get("country", "ambiguous") else "demonym"
    return (identify.state(code, by, acting=kind != "within"),)


def _bearer(context: Context, unit: Unit) -> Who | None:
    """The person of the article whose surname a name of a place is: 'Jordan' after 'Jim Jordan'.

    Not where the article speaks of that state by other names too.
    """
    if unit.first < unit.last or not unit.get("country", "ambiguous", "capital", "city"):
        return None
    who = context.memory.named(context.scene.tokens(unit.first, unit.last))
    if who is None or who.kind != "person" or not who.name or " " not in who.name:
        return None
    number = context.scene.sentence.number
    if not any(
        who.identity in [w.identity for w in s.whose]
        for s in context.memory.said
        if s.sentence < number
    ):
        return None
    code = context.identify.country_of(unit)
    if code is not None and context.identify.names_besides(code, unit):
        return None
    return replace(who, by="name" if who.entity_id else "anaphora")


def _person_of(context: Context, reading: Reading, unit: Unit, code: str) -> Who | None:
    """'The American': the one person of that state whom the last sentences named."""
    chunk = reading.chunk
    if not unit.get("adjective") or unit.get("country", "nationals") or reading.number:
        return None
    token = context.scene.doc[chunk.last]
    if reading.determiner != "the" or unit.last != chunk.last or token.tag_ in ("NNS", "NNPS"):
        return None
    number = context.scene.sentence.number
    persons = {
        w.identity: w
        for said in context.memory.back(number, _PERSON_REACH)
        for w in said.whose
        if w.kind == "person" and w.name and w.country == code
    }
    found = tuple(persons.values())
    return replace(found[0], by="anaphora") if len(found) == 1 else None


def inner_place(context: Context, unit: Unit) -> Who | None:
    """A state or place named inside a phrase that means something else."""
    code = context.identify.country_of(unit)
    if code is None:
        return None
    adjective = bool(unit.get("adjective", "nationals")) and not unit.get("country")
    city = bool(unit.get("city", "capital")) and not unit.get("country", "adjective")
    return context.identify.state(code, "demonym" if adjective else "name", acting=not city)
