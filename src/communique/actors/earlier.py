"""Whom a definite phrase without a country points back to: 'the group', 'the ministry'."""

from __future__ import annotations

from dataclasses import replace

from communique.actors import discourse
from communique.actors.belonging import is_elsewhere
from communique.actors.identify import Who
from communique.actors.phrase import Reading
from communique.actors.rows import Role
from communique.actors.scene import Context

__all__ = ["earlier"]

_POINTING = ("the", "this", "that", "these", "those", "")
_NEAR = 2
"""Sentences within which a minister goes before a ministry that was named earlier."""
_FAR = 5
"""Sentences within which 'the agency', 'the mission' mean the international body named last."""
_RESTRICTING = ("relcl", "acl")
_TELLING = ("SOC", "MED", "EDU", "LAB", "REL", "AGR", "BUS", "REB", "PRM", "REF")
"""Sectors that tell people apart well enough to find them again by another word for them."""


def earlier(context: Context, reading: Reading, role: Role) -> tuple[Who, ...]:
    """Whom a definite phrase without a country points back to."""
    scene = context.scene
    if reading.determiner not in _POINTING or is_elsewhere(context, reading.chunk):
        return ()
    if role.kind == "state" and reading.plural:
        children = scene.doc[reading.chunk.head].children
        if any(c.dep_ in _RESTRICTING for c in children):
            return ()
    if reading.determiner == "the" and _is_wire(context, reading, role):
        medium = discourse.last_medium(context.memory, scene.sentence.number)
        if medium is not None:
            return tuple(replace(w, by="anaphora") for w in medium)
    number = scene.sentence.number
    found = discourse.same_role(role.word, context.memory, number, reading.plural)
    if context.words.is_a(role.word, "ministry"):
        reach = _NEAR if found is not None else None
        country = discourse.last_minister(context.memory, number, reach)
        if country is not None:
            return (
                replace(context.identify.role(reading, role, country, [], None), by="anaphora"),
            )
    if found is None and context.words.is_a(role.word, "international"):
        agency = context.words.is_a(role.word, "wire")
        fits = _is_of_the_un if agency else _is_international
        found = discourse.same_kind(fits, context.memory, number, _FAR)
    if found is None and _is_wire(context, reading, role):
        return (Who(kind="organisation", sector=role.sector if role.sector == "JRN" else None),)
    bare = _is_bare(context, reading)
    if found is None and bare and reading.determiner in ("the", "this", "that", "these"):
        found = _of_same_kind(context, reading, role)
    if found is None and bare and reading.plural and role.sector in _TELLING:
        found = discourse.same_people(role.sector, context.memory, number, _NEAR)
    return tuple(replace(w, by="anaphora") for w in found or ())


def _is_of_the_un(who: Who) -> bool:
    return who.code == "UNO" and who.sector != "JRN"


def _is_international(who: Who) -> bool:
    return who.country is None and who.code is not None and who.sector != "JRN"


def _is_bare(context: Context, reading: Reading) -> bool:
    """Whether nothing stands between the determiner and the noun but 'same' and its like."""
    unit, doc = reading.role_unit, context.scene.doc
    between = doc[reading.chunk.core : unit.first] if unit is not None else doc
    return all(t.pos_ == "DET" or context.words.is_a(t.text, "same") for t in between)


def _of_same_kind(context: Context, reading: Reading, role: Role) -> tuple[Who, ...] | None:
    """The last named body of the kind that a bare noun tells: 'the group', 'the rebels'."""
    fighters = role.sector in ("REB", "PRM") and role.kind == "group"
    if not fighters and (role.kind not in ("organisation", "group") or reading.plural):
        return None
    tables = context.identify.tables

    def armed(who: Who) -> bool:
        row = tables.organisations.get(who.entity_id or "")
        return (row is not None and row.kind == "armed") or who.sector in ("REB", "PRM")

    def fits(who: Who) -> bool:
        if fighters or context.words.is_a(role.word, "armed"):
            return armed(who)
        if role.sector == "UNK":
            return who.sector != "JRN"
        if not role.sector:
            return who.country is None and who.code is not None
        if role.sector == "SOC" and who.code == "NGO":
            return True
        return who.sector == role.sector or (who.sector is None and not who.known)

    return discourse.same_kind(fits, context.memory, context.scene.sentence.number)


def _is_wire(context: Context, reading: Reading, role: Role) -> bool:
    """'The agency', 'the news agency', 'the state news agency': none of an unnamed kind."""
    words = role.word.split()
    if reading.plural or not context.words.is_a(words[-1], "wire"):
        return False
    return len(words) == 1 or role.sector == "JRN"
