"""People told by whose they are: who heads a body or speaks for a leader, kin, those before."""

from __future__ import annotations

from dataclasses import replace

from communique.actors.belonging import countries_of
from communique.actors.identify import Who
from communique.actors.phrase import Reading
from communique.actors.rows import Role
from communique.actors.scene import Context

__all__ = [
    "head_of_body",
    "heading",
    "holder_by_title",
    "neighbour_in_office",
    "ousted_holder",
    "relative",
]

_HEAD = Role("head", "heads", "", (), "person", "IGO|BODY|SEC|REBLEAD|PTYLEAD|MIL|CB")
"""What 'head' means before a body."""


def means_holder(context: Context, reading: Reading) -> bool:
    """Whether a phrase can mean whoever holds the office: not 'the first president', 'a deputy
    head', 'former ministers'."""
    if reading.plural or reading.former or reading.determiner in ("a", "an"):
        return False
    chunk = reading.chunk
    own = context.scene.doc[chunk.core : chunk.last + 1]
    return not any(context.words.is_a(t.text, "no-holder") for t in own)


def ousted_holder(context: Context, reading: Reading, role: Role) -> Who | None:
    """'Niger's ousted president': who held the office last, and holds it no more."""
    first, _, office = role.word.partition(" ")
    if not context.words.is_a(first, "ousted"):
        unit, chunk = reading.role_unit, reading.chunk
        before = context.scene.doc[chunk.core : unit.first] if unit is not None else ()
        if not any(context.words.is_a(t.text, "ousted") for t in before):
            return None
        office = role.word
    meant = context.identify.tables.roles.get(office)
    countries = countries_of(context, reading)
    if meant is None or meant.office not in ("HOS", "HOG") or reading.plural:
        return None
    if len(countries) != 1:
        return None
    return context.identify.last_holder(countries[0], meant)


def neighbour_in_office(context: Context, reading: Reading, role: Role) -> Who | None:
    """'Biden's predecessor', 'his successor': who held the owner's office before or after."""
    words, owner = context.words, reading.chunk.possessor
    earlier = words.is_a(role.word, "predecessor")
    if owner is None or not (earlier or words.is_a(role.word, "successor")):
        return None
    whose = context.who(owner)
    if len(whose) != 1 or not whose[0].entity_id or whose[0].kind != "person":
        return None
    return context.identify.neighbour_in_office(whose[0].entity_id, earlier=earlier)


def holder_by_title(context: Context, reading: Reading, role: Role) -> Who | None:
    """Who holds the office whose title is the phrase: 'the mayor of London'."""
    if not means_holder(context, reading):
        return None
    chunk, scene = reading.chunk, context.scene
    title = " ".join((*(m.word for m in reading.modifiers), role.word))
    countries = countries_of(context, reading)
    country = countries[0] if len(countries) == 1 else None
    if chunk.after is not None and chunk.preposition is not None:
        after = scene.sentence.words(scene.sentence.span_of(chunk.after.first, chunk.after.last))
        word = scene.doc[chunk.preposition].lower_
        found = context.identify.titled(f"{title} {word} {after}", country)
        if found is not None:
            scene.take_in(chunk, chunk.after)
            return found
        if word in ("of", "to", "for"):
            return None
    return context.identify.titled(title, country) if country else None


def relative(context: Context, reading: Reading, base: Who | None) -> Who | None:
    """'The wife of the president', 'Kim's sister': families of officials are ELI (table 5.2)."""
    noun = context.scene.doc[reading.chunk.last].text
    if base is None or base.kind not in ("person", "state") or not context.words.is_a(noun, "kin"):
        return None
    if base.sector not in ("GOV", "ELI", "MIL", "LEG", "JUD"):
        return None
    return Who(
        kind="group" if reading.plural else "person",
        code=base.code,
        country=base.country,
        sector="ELI",
        by="role",
    )


def head_of_body(context: Context, reading: Reading, role: Role, base: Who | None) -> Who | None:
    """Who heads the body of which the role is told, or speaks for it, where one does."""
    if base is None or not means_holder(context, reading):
        return None
    if base.kind == "person":
        return context.identify.speaker_for(base) if role.office == "SPOX" else None
    noun = context.scene.doc[reading.chunk.last].text
    leads = role.office and role.kind == "person"
    if base.kind not in ("organisation", "group") or not (
        leads or context.words.is_a(noun, "head")
    ):
        return None
    return context.identify.head_of(base, role)


def heading(context: Context, reading: Reading) -> tuple[Who, ...]:
    """'The head of the agency': who heads the body after 'of', else somebody of that body."""
    chunk, doc = reading.chunk, context.scene.doc
    if chunk.after is None or chunk.preposition is None or reading.plural:
        return ()
    if (
        not context.words.is_a(doc[chunk.last].text, "head")
        or doc[chunk.preposition].lower_ != "of"
    ):
        return ()
    bodies = context.who(chunk.after)
    if len(bodies) != 1 or bodies[0].kind not in ("organisation", "group"):
        return ()
    body = bodies[0]
    context.scene.take_in(chunk, chunk.after)
    found = None
    if means_holder(context, reading):
        found = context.identify.head_of(body, _HEAD)
    if found is not None:
        return (found,)
    somebody = replace(body, kind="person", entity_id=None, name=None, by="role")
    if reading.former and body.sector:
        somebody = replace(somebody, sector="ELI", others=(body.sector,))
    return (somebody,)
