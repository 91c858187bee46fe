"""Proper names: of persons on file, and of persons and bodies that no file knows."""

from __future__ import annotations

from dataclasses import replace

from communique.actors.atlas import atlas
from communique.actors.belonging import base_of, body_behind, countries_of
from communique.actors.identify import Who
from communique.actors.index import fold
from communique.actors.phrase import Reading
from communique.actors.roles import scene_of
from communique.actors.rows import Role
from communique.actors.scene import Context
from communique.actors.sectors import choose_sector
from communique.actors.units import Unit
from communique.records import EntityKind

__all__ = ["known_person", "unknown_name"]


def known_person(context: Context, reading: Reading, unit: Unit) -> Who:
    """Whom a name on file means here: the article's own bearer of a surname goes first."""
    identify, memory = context.identify, context.memory
    who = identify.named_person(unit, countries_of(context, reading), reading.role, identify.named)
    words = context.scene.tokens(unit.first, unit.last)
    local = memory.named(words, reading.role.word if reading.role is not None else "")
    if local is not None and who is not None and _is_another(context, local, who, reading.role):
        local = None
    if local is not None and (who is None or not unit.get("person")):
        return replace(local, by="name" if local.entity_id else "anaphora")
    if who is None:
        return _stranger_with_role(context, reading, words)
    if who.office is None and reading.role is not None and not reading.former:
        told, others = choose_sector(reading.role.sector, [m.sector for m in reading.modifiers])
        if told not in ("", "GOV", "ELI") or reading.role.word.endswith("-elect"):
            kept = (who.sector,) if who.sector else ()
            who = replace(who, sector=told, others=(*others, *kept))
    base, sectors = base_of(context, reading) if reading.bodies else (None, [])
    if who.office is None and base is not None and reading.role is not None:
        of_body = identify.role(reading, reading.role, None, sectors, base)
        who = replace(
            who,
            code=of_body.code,
            country=of_body.country,
            sector=of_body.sector,
            others=tuple(s for s in who.others if s != of_body.sector),
        )
    if not reading.former and (who.sector is None or _has_risen(context, reading, who)):
        who = _told_sector(context, reading, who)
    if reading.former and who.office is None and who.sector:
        who = replace(who, sector="ELI")
    elif who.office is None and who.sector != "ELI":
        who = replace(who, office=_told_office(reading))
    memory.learn_name(words, who, person=True)
    if who.entity_id and len(words) > 1:
        memory.learn_surname(identify.surname(who.entity_id), who)
    return who


def _has_risen(context: Context, reading: Reading, who: Who) -> bool:
    """Whether a title tells an office that one who is out of office on file never held before."""
    role = reading.role
    if who.sector != "ELI" or who.office is not None or role is None or not role.office:
        return False
    return bool(who.entity_id) and not context.identify.held(who.entity_id or "", role)


def _told_office(reading: Reading) -> str | None:
    """The office that a title before a name tells: 'health minister' in 'Health Minister X'."""
    role = reading.role
    if role is None or reading.former or role.word.endswith("."):
        return None
    if not role.office and not role.word.endswith("-elect"):
        return None
    return " ".join((*(m.word for m in reading.modifiers), role.word))


def _told_sector(context: Context, reading: Reading, who: Who) -> Who:
    """A person without an office on file, of the sector that the title or a body behind tells."""
    if reading.role is not None and reading.role.sector not in ("", "CVL", "UNK"):
        told, others = choose_sector(reading.role.sector, [m.sector for m in reading.modifiers])
        return replace(who, sector=told, others=others)
    body = body_behind(context, reading) if reading.role is None else None
    return replace(who, sector=body.sector) if body is not None else who


def unknown_name(context: Context, reading: Reading) -> Who:
    """Who bears a name that is on no file: as the article told before, else a stranger."""
    assert reading.name is not None
    words, memory = context.scene.tokens(*reading.name), context.memory
    local = memory.named(words, reading.role.word if reading.role is not None else "")
    if local is None and reading.role is None and len(words) > 1:
        local = memory.named(words[-1:])
        if local is not None and not _may_be(local, words):
            local = None
    if local is not None and (len(words) == 1 or local.kind == "person"):
        return replace(local, by="name" if local.entity_id else "anaphora")
    if reading.role is not None and reading.role.kind in ("person", "group"):
        return _stranger_with_role(context, reading, words)
    spot = _spot(context, reading, words)
    if spot is not None:
        return spot
    if _looks_personal(context, reading, words):
        return _stranger(context, reading, words)
    places = [context.identify.country_of(u) for u in reading.places]
    country = places[0] if places else _supposed(context, context.focus.only)
    state = context.identify.state(country, "demonym", acting=False) if country else None
    who = Who(
        kind="organisation",
        name=" ".join(words),
        code=state.code if state else None,
        country=state.country if state else None,
        by="demonym" if places and state else "unresolved",
    )
    memory.learn_name(words, who, person=False)
    return who


def _spot(context: Context, reading: Reading, words: tuple[str, ...]) -> Who | None:
    """The state of a place that only the atlas knows, where a preposition says that it is one.

    After 'in', 'near' or 'at' a place of a state that the article names, or one that there is only
    once; after 'from' and 'of' only the former.
    """
    preposition = context.words.of(context.scene.preposition_before(reading.chunk))
    if preposition not in ("within", "at", "fromto", "of") or reading.places or reading.bodies:
        return None
    named = context.identify.named
    found = atlas().choose(" ".join(words), dict.fromkeys(named, 1.0))
    if found is None or found.country not in context.identify.tables.countries:
        return None
    if found.country not in named and preposition in ("fromto", "of"):
        return None
    return context.identify.state(found.country, "name", acting=False)


def _is_another(context: Context, local: Who, who: Who, role: Role | None) -> bool:
    """Whether a title tells the holder of an office from a namesake whom the article named."""
    if role is None or not role.office or local.entity_id == who.entity_id:
        return False
    return context.identify.holds(who, role) and not context.memory.bears(local, role.word)


def _may_be(known: Who, words: tuple[str, ...]) -> bool:
    """Whether a longer name can be that of one whose surname alone or first name was told."""
    before = {fold(w).lower() for w in (known.name or "").split()}
    return len(before) < 2 or bool(before & {fold(w).lower() for w in words[:-1]})


def _looks_personal(context: Context, reading: Reading, words: tuple[str, ...]) -> bool:
    if reading.places or reading.bodies or reading.determiner:
        return False
    particles = [w for w in words if context.words.is_a(w, "name-particle")]
    if not 2 <= len(words) - len(particles) <= 5:
        return False
    return all(w[:1].isupper() for w in words if w not in particles)


def _likely(context: Context, reading: Reading) -> str | None:
    """The state of a titled stranger: where the sentence is set, else the article's."""
    role = reading.role
    travels = role is None or bool(role.office)
    return scene_of(context, reading, leading=travels) or context.focus.likely


def _supposed(context: Context, code: str | None) -> str | None:
    """The article's country, unless it stands in the sentence as a party of its own.

    "John Smith condemned Peru" tells that he is no part of Peru rather than that he is.
    """
    for reading in context.scene.readings.values():
        unit = reading.places[-1] if reading.places else None
        if code is None or unit is None or unit.last < reading.chunk.head:
            continue
        who = context.who(reading.chunk)
        if any(w.kind == "state" and w.sector is not None and w.country == code for w in who):
            return None
    return code


def _stranger(context: Context, reading: Reading, words: tuple[str, ...]) -> Who:
    """Of whom only the name is told: of the country after it, else of the article's only one."""
    body = body_behind(context, reading)
    told = countries_of(context, reading)
    code = told[0] if told else None
    if code is None and body is None:
        code = scene_of(context, reading, leading=True) or _supposed(context, context.focus.sure)
    who = Who(
        kind="person",
        name=" ".join(words),
        code=code if body is None else body.code or code,
        country=code if body is None else body.country or code,
        sector=body.sector if body is not None else None,
        by="demonym" if told else "role" if body is not None and body.code else "unresolved",
    )
    context.memory.learn_name(words, who, person=True)
    return who


def _stranger_with_role(context: Context, reading: Reading, words: tuple[str, ...]) -> Who:
    role = reading.role
    if role is None:
        return _stranger(context, reading, words)
    countries = countries_of(context, reading)
    base, sectors = base_of(context, reading)
    country = countries[0] if countries else None if base is not None else _likely(context, reading)
    who = context.identify.office_holder(country, role, words[-1]) if country else None
    if who is None:
        who = context.identify.role(reading, role, country, sectors, base)
        body = reading.collective or (len(words) == 1 and words[0].isupper() and len(words[0]) > 1)
        kind: EntityKind = "organisation" if body else "person"
        office = _told_office(reading) if kind == "person" and who.sector != "ELI" else None
        who = replace(who, kind=kind, entity_id=None, name=" ".join(words), office=office)
    context.memory.learn_name(words, who, person=who.kind == "person")
    return who
