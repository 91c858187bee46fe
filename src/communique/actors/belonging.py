"""Where people and bodies belong that are told by a role: country, body, sectors."""

from __future__ import annotations

from communique.actors.identify import Who
from communique.actors.mentions import Chunk
from communique.actors.phrase import Reading
from communique.actors.scene import Context

__all__ = ["base_of", "body_behind", "countries_of", "is_elsewhere", "is_relational"]

_OWNERS = ("of", "for", "within", "at", "fromto")
_ON_BEHALF = ("SPOX", "ENV", "AMB")
_ABSORBED = ("", "CVL", "LAB", "UNK")
"""Sectors of people that give way to the sector of the body whose people they are."""


def countries_of(context: Context, reading: Reading) -> list[str]:
    """The countries that a phrase states: by its adjectives, its possessor, or what follows it."""
    codes = [c for u in reading.places if (c := context.identify.country_of(u))]
    if codes and _is_name_of_body(context, reading):
        after = _countries_after(context, reading)
        if after:
            return after
    if codes:
        several = reading.plural or (reading.role is not None and reading.role.kind == "place")
        return list(dict.fromkeys(codes)) if several else codes[-1:]
    if is_relational(context, reading):
        return []
    possessor = reading.chunk.possessor
    if possessor is not None:
        owners = (*reading.chunk.sharing, possessor)
        codes = [code for c in owners for code in _codes_of(context, c)]
        if codes:
            return list(dict.fromkeys(codes))
    if reading.bodies:
        return []
    return _countries_after(context, reading) or _loyalty(context, reading)


def _loyalty(context: Context, reading: Reading) -> list[str]:
    """The country of whom people are loyal to: 'troops loyal to President X'."""
    doc, after = context.scene.doc, reading.chunk.last + 1
    if after + 1 >= len(doc) or doc[after + 1].lower_ != "to":
        return []
    if not context.words.is_a(doc[after].text, "loyal"):
        return []
    readings = context.scene.readings.values()
    lord = next((r.chunk for r in readings if r.chunk.first == after + 2), None)
    if lord is None:
        return []
    context.scene.take_in(reading.chunk, lord)
    return _codes_of(context, lord)


def _is_name_of_body(context: Context, reading: Reading) -> bool:
    """'The American University of Beirut': a title in capitals, of the place after 'of'."""
    unit, chunk = reading.role_unit, reading.chunk
    if unit is None or reading.role is None or reading.role.kind == "person":
        return False
    token = context.scene.doc[unit.last]
    if chunk.preposition is None or context.scene.doc[chunk.preposition].lower_ != "of":
        return False
    return token.text[:1].isupper() and reading.role.sector in ("EDU", "MED", "REL", "BUS", "JRN")


def _countries_after(context: Context, reading: Reading) -> list[str]:
    chunk, scene = reading.chunk, context.scene
    following = _attached(context, chunk)
    if following is None:
        return []
    owning = [following]
    if reading.plural:
        owning = next((g for g in scene.lists if g[0] is following), owning)
    codes = [code for c in owning for code in _codes_of(context, c)]
    beyond = _attached(context, following)
    if not codes and beyond is not None:
        owning = [beyond]
        codes = _codes_of(context, beyond)
    if codes:
        scene.take_in(chunk, owning[-1])
    return list(dict.fromkeys(codes))


def _codes_of(context: Context, chunk: Chunk) -> list[str]:
    """The countries of a phrase; of a partially recognised entity its own code, as its offices
    are not those of the state that claims it."""
    reading = context.scene.readings.get(id(chunk))
    unit = reading.places[-1] if reading is not None and reading.places else None
    if unit is not None and unit.last >= chunk.head:
        code = context.identify.country_of(unit)
        known = context.identify.tables.countries.get(code or "")
        if known is not None and known.partial:
            return [known.code]
    return [w.country for w in context.who(chunk) if w.country]


def base_of(context: Context, reading: Reading) -> tuple[Who | None, list[str]]:
    """The body that a role belongs to, and the sectors that modifiers and body tell."""
    sectors = [m.sector for m in reading.modifiers]
    if is_relational(context, reading):
        return None, sectors
    base = _body_of(context, reading)
    head = reading.role.sector if reading.role is not None else ""
    if base is None or not base.sector:
        return base, sectors
    if base.kind == "state":
        if not head:
            sectors.append(base.sector)
    elif (
        base.country is None and head == "GOV" and reading.role is not None and reading.role.office
    ):
        return base, sectors
    elif base.kind == "organisation" and head in (*_ABSORBED, "GOV"):
        return base, [*(s for s in sectors if s not in _ABSORBED), base.sector]
    elif head in ("", "GOV") or reading.bodies or (head == "UNK" and base.kind == "person"):
        sectors.append(base.sector)
    return base, sectors


def _body_of(context: Context, reading: Reading) -> Who | None:
    chunk = reading.chunk
    for unit in reversed(reading.bodies):
        body = context.identify.body(unit)
        if body is not None:
            return body
    if chunk.possessor is not None:
        owners = context.who(chunk.possessor)
        if owners and owners[0].known:
            return owners[0]
    following = _attached(context, chunk)
    if following is not None:
        owners = context.who(following)
        if owners and (owners[0].known or owners[0].sector):
            context.scene.take_in(chunk, following)
            return owners[0]
    return None


def body_behind(context: Context, reading: Reading) -> Who | None:
    """The body that is told with a person's name: 'X of the Red Party', 'the Daily's X'."""
    owner = reading.chunk.possessor
    if owner is not None:
        owners = context.who(owner)
        if len(owners) == 1 and owners[0].kind == "organisation" and owners[0].sector:
            return owners[0]
    following = _attached(context, reading.chunk)
    if following is None:
        return None
    bodies = context.who(following)
    if len(bodies) != 1 or bodies[0].kind not in ("organisation", "group") or not bodies[0].sector:
        return None
    context.scene.take_in(reading.chunk, following)
    return bodies[0]


def is_relational(context: Context, reading: Reading) -> bool:
    """'Its allies', 'the enemies of X' are not of the country of whom they are told by."""
    unit = reading.role_unit
    if unit is None:
        return False
    return context.words.is_a(context.scene.doc[unit.last].text, "relational")


def is_elsewhere(context: Context, chunk: Chunk) -> bool:
    """'Foreign diplomats', 'Western allies' are not of the country that the article is about."""
    return any(
        context.words.is_a(context.scene.doc[i].text, "elsewhere")
        for i in range(chunk.core, chunk.last + 1)
    )


def _attached(context: Context, chunk: Chunk) -> Chunk | None:
    """The phrase that tells to whom this one belongs: 'of', 'for', and near it 'in', 'from'."""
    if chunk.preposition is None or chunk.after is None:
        return None
    preposition = context.scene.doc[chunk.preposition]
    kind = context.words.of(preposition.text)
    if kind not in _OWNERS or preposition.lower_ == "to":
        return None
    if preposition.lower_ == "for" and not _speaks_for(context, chunk, preposition.head.i):
        return None
    reading = context.scene.readings.get(id(chunk))
    named = reading is not None and bool(reading.persons or reading.name is not None)
    if named and kind != "of":
        return None
    near = kind in ("of", "for") or chunk.first <= preposition.head.i <= chunk.last
    return chunk.after if near else None


def _speaks_for(context: Context, chunk: Chunk, governor: int) -> bool:
    """'A spokesman for X', 'the ministry for X'; not 'praised A for X', 'asked the Y for X'."""
    reading = context.scene.readings.get(id(chunk))
    if reading is None or reading.role is None or reading.persons or reading.name is not None:
        return False
    if reading.role.office in _ON_BEHALF:
        return True
    return chunk.first <= governor <= chunk.last and (
        reading.role.kind == "person" or not (reading.places or chunk.possessor)
    )
