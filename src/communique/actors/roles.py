"""Phrases that tell people, bodies and places by a common noun."""

from __future__ import annotations

from dataclasses import replace

from communique.actors.belonging import base_of, countries_of, is_elsewhere, is_relational
from communique.actors.counted import counted_role
from communique.actors.earlier import earlier
from communique.actors.heads import (
    head_of_body,
    holder_by_title,
    neighbour_in_office,
    ousted_holder,
    relative,
)
from communique.actors.identify import Who
from communique.actors.phrase import Reading
from communique.actors.pointing import pointed_out, titled_of
from communique.actors.rows import Role
from communique.actors.scene import Context

__all__ = ["partitive", "role_phrase", "scene_of"]

_SENT = ("AMB", "ENV", "UNREP")
"""Offices of those who are sent to somebody; the phrase takes in to whom."""
_LOCAL = ("GOV", "MIL", "COP", "JUD", "LEG", "SPY", "CVL", "UAF", "LAB", "EDU", "MED", "AGR", "PRM")
"""Sectors of people and bodies that are of the state in which they act, unless another is told."""


def role_phrase(context: Context, reading: Reading, role: Role) -> tuple[Who, ...]:
    """Whom a role word with what stands by it names; empty where it names no party."""
    if role.kind == "document" or (role.kind == "unnamed" and not countries_of(context, reading)):
        return (Who(kind="document" if role.kind == "document" else "unnamed"),)
    if not _counts(context, reading, role):
        return ()
    if _is_privy(context, reading, role):
        return (Who(kind="unnamed"),)
    if _is_displaced(context, reading, role):
        role = replace(role, sector="REF")
    rank = neighbour_in_office(context, reading, role) or ousted_holder(context, reading, role)
    if rank is not None:
        return (rank,)
    if role.kind == "place":
        return _site(context, reading, role)
    counterpart = _counterpart(context, reading, role)
    if counterpart is not None:
        return (counterpart,)
    if not role.country:
        pointed = counted_role(context, reading, role) or pointed_out(context, reading, role)
        if pointed:
            return pointed
    _take_in_receiver(context, reading, role)
    base, sectors = base_of(context, reading)
    countries = countries_of(context, reading)
    kin = relative(context, reading, base)
    if kin is not None:
        return (kin,)
    headed = holder_by_title(context, reading, role) or head_of_body(context, reading, role, base)
    if headed is not None:
        return (headed,)
    if not countries and base is not None and _is_seat(base) and _leads(context, reading):
        role = replace(role, office=role.office or "LEAD")
        countries = [base.country] if base.country else []
    if role.country and not countries and base is None:
        countries = [role.country]
    if not countries and base is None:
        before = earlier(context, reading, role)
        if before:
            return before
        countries = _supposed(context, reading, role)
    options: list[str | None] = [*countries] or [None]
    found = tuple(_one(context, reading, role, c, sectors, base) for c in options)
    title = _title(context, reading)
    if title and len(found) == 1 and found[0].kind in ("organisation", "group"):
        who = replace(found[0], kind="organisation", entity_id=None, name=" ".join(title))
        context.memory.learn_name(title, who, person=False)
        if reading.places and reading.places[0].first <= reading.chunk.core + 1:
            context.memory.learn_name(title[1:], who, person=False)
        return (who,)
    return found


def _is_privy(context: Context, reading: Reading, role: Role) -> bool:
    """'Two people close to the talks', 'a person familiar with the matter': unnamed sources."""
    after = reading.chunk.last + 1
    doc = context.scene.doc
    if role.sector not in ("", "CVL", "UNK") or after >= len(doc) or reading.places:
        return False
    return context.words.is_a(doc[after].text, "privy")


def _is_displaced(context: Context, reading: Reading, role: Role) -> bool:
    """'People displaced by the fighting', 'residents uprooted from the town'."""
    after, doc = reading.chunk.last + 1, context.scene.doc
    return (
        role.sector in ("", "CVL", "UNK")
        and after < len(doc)
        and context.words.is_a(doc[after].text, "displaced")
    )


def partitive(context: Context, reading: Reading) -> tuple[Who, ...]:
    """'Hundreds of rebels', 'one of the officers': whom the phrase after 'of' names."""
    chunk, doc = reading.chunk, context.scene.doc
    if chunk.after is None or chunk.preposition is None:
        return ()
    head = doc[chunk.head]
    if head.pos_ != "NUM" and not context.words.is_a(head.text, "partitive"):
        return ()
    if doc[chunk.preposition].lower_ != "of":
        return ()
    found = context.who(chunk.after)
    context.scene.take_in(chunk, chunk.after)
    return found


def _one(
    context: Context,
    reading: Reading,
    role: Role,
    country: str | None,
    sectors: list[str],
    base: Who | None,
) -> Who:
    identify = context.identify
    of_body = base is not None and _is_named_body(base)
    if country and not of_body and _asks_holder(context, reading, role):
        holder = identify.office_holder(country, role)
        if holder is not None:
            return holder
        named = titled_of(context, role, country) if _is_one(reading) else None
        if named is not None:
            return named
    if country and role.office == "AGENCY":
        agency = identify.national_agency(country, role)
        if agency is not None:
            return agency
    return identify.role(reading, role, country, sectors, base)


def _is_ours(context: Context, reading: Reading) -> bool:
    """'Our reporter' outside quotation marks is the outlet's, whatever the article is about."""
    owner, scene = reading.chunk.possessor, context.scene
    if owner is None or not owner.pronoun or owner.head in scene.in_quotation:
        return False
    return context.words.of(scene.doc[owner.head].text) in ("we", "i")


def _is_from_afar(context: Context, reading: Reading) -> bool:
    """'Farmers from half a dozen countries' are not of the country that the article is about."""
    chunk, doc = reading.chunk, context.scene.doc
    if chunk.preposition is None or chunk.after is None or doc[chunk.preposition].lower_ != "from":
        return False
    return any(t.tag_ == "NNS" for t in doc[chunk.after.first : chunk.after.last + 1])


def _is_named_body(base: Who) -> bool:
    """A body of its own, whose head is not the state's: a party, not 'the parliament'."""
    named = base.kind in ("organisation", "group") and base.name is not None
    return named and not _is_seat(base)


def _is_seat(base: Who) -> bool:
    return base.by == "metonym" and base.sector == "GOV" and base.kind == "organisation"


def _leads(context: Context, reading: Reading) -> bool:
    """'The Kremlin chief' holds the highest office of the state whose seat it is."""
    noun = context.scene.doc[reading.chunk.last].text
    return not reading.plural and reading.determiner == "the" and context.words.is_a(noun, "head")


def _counts(context: Context, reading: Reading, role: Role) -> bool:
    """Whether the noun is no mass noun here: 'in power', 'state of affairs'."""
    if role.kind not in ("state", "organisation") or reading.plural:
        return True
    chunk = reading.chunk
    if role.word == "state" and chunk.after is not None and chunk.preposition is not None:
        of = context.scene.doc[chunk.preposition].lower_ == "of"
        return not of or any(w.known for w in context.who(chunk.after))
    return chunk.last > chunk.core or chunk.possessor is not None or reading.collective


def _take_in_receiver(context: Context, reading: Reading, role: Role) -> None:
    chunk = reading.chunk
    if role.office not in _SENT or chunk.preposition is None:
        return
    if context.scene.doc[chunk.preposition].lower_ == "to":
        context.scene.take_in(chunk, chunk.after)


def _supposed(context: Context, reading: Reading, role: Role) -> list[str]:
    """The country that the article is about, for the police, officials, teachers in it."""
    if is_elsewhere(context, reading.chunk) or is_relational(context, reading):
        return []
    if role.kind == "unnamed" or _is_ours(context, reading):
        return []
    if _is_from_afar(context, reading):
        return []
    here = _scene(context, reading, role)
    if here is not None:
        return [here]
    if context.focus.likely is None:
        return []
    if reading.determiner == "the" and role.sector in ("", "UNK") and not reading.plural:
        return []
    if role.kind == "state" and (reading.plural or reading.determiner != "the"):
        return []
    if role.kind == "state" and context.scene.doc[reading.chunk.last].text[:1].isupper():
        return []
    return [context.focus.likely]


def _scene(context: Context, reading: Reading, role: Role) -> str | None:
    """The one state in which the sentence says that it happens: 'in Rabat the ministry rejected'.

    Of those who travel, holders of an office and envoys, only where the sentence begins with it.
    """
    travels = bool(role.office and role.kind == "person" and not reading.plural)
    return scene_of(context, reading, leading=travels or role.sector not in _LOCAL)


def scene_of(context: Context, reading: Reading, *, leading: bool) -> str | None:
    """The one state of the places that a sentence says something happens in.

    `leading`: only of those with which it begins, as in 'In Rabat, the minister ...'.
    """
    scene, found = context.scene, set[str]()
    for other in scene.readings.values():
        unit = other.places[-1] if other.places else None
        if unit is None or unit.last != other.chunk.last or other.chunk is reading.chunk:
            continue
        preposition = scene.preposition_before(other.chunk)
        if leading and not scene.begins(other.chunk):
            continue
        if context.words.of(preposition) not in ("within", "at"):
            continue
        found.update(w.country for w in context.who(other.chunk) if w.sector is None and w.country)
    return found.pop() if len(found) == 1 else None


def _is_one(reading: Reading) -> bool:
    return reading.determiner == "the" and not reading.plural and reading.chunk.after is None


def _asks_holder(context: Context, reading: Reading, role: Role) -> bool:
    """Whether the phrase means whoever holds the office: 'the French president'."""
    if not role.office or role.kind not in ("person", "group") or reading.former:
        return False
    if reading.plural and len(countries_of(context, reading)) < 2:
        return False
    told = context.scene.doc[reading.chunk.core : reading.chunk.last + 1]
    if any(context.words.is_a(t.text, "no-holder") for t in told):
        return False
    return reading.determiner in ("the", "", "this", "these", "both")


def _site(context: Context, reading: Reading, role: Role) -> tuple[Who, ...]:
    """A place told by a common noun, as 'a town in northern Syria': its country, no sector."""
    countries = countries_of(context, reading)
    if not countries and reading.determiner == "the":
        before = earlier(context, reading, role)
        if before:
            return before
    if not countries and context.focus.sure:
        countries = [context.focus.sure]
    return tuple(context.identify.state(c, "role", acting=False) for c in countries[:2])


def _counterpart(context: Context, reading: Reading, role: Role) -> Who | None:
    """'His Chinese counterpart': who holds in China the office of 'him', or the person named last.

    Where no such holder is on file, somebody of that country and of the other's sector.
    """
    if role.office or not reading.places or not is_relational(context, reading):
        return None
    country = context.identify.country_of(reading.places[-1])
    if country is None or role.kind != "person" or reading.plural:
        return None
    owner = reading.chunk.possessor
    last = [s.whose for s in context.memory.back(context.scene.sentence.number, 2)]
    for whose in [context.who(owner), *last] if owner is not None else last:
        if len(whose) == 1 and whose[0].kind == "person" and whose[0].known:
            return _peer(context, whose[0], country)
    return None


def _peer(context: Context, who: Who, country: str) -> Who:
    holder = context.identify.same_office(who.entity_id, country) if who.entity_id else None
    if holder is not None:
        return holder
    state = context.identify.state(country, "role", acting=True)
    sector = "GOV" if who.sector == "ELI" else who.sector
    return Who(kind="person", code=state.code, country=state.country, sector=sector, by="role")


def _title(context: Context, reading: Reading) -> tuple[str, ...]:
    """The words of a body's own name that ends in a role word: 'Lagos Transport Board'."""
    local = any(u.get("city", "capital") for u in reading.places)
    if (reading.name is None and not local) or reading.plural:
        return ()
    chunk, scene = reading.chunk, context.scene
    first = chunk.core + (scene.doc[chunk.core].pos_ == "DET")
    words = scene.tokens(first, chunk.last)
    return words if all(w[:1].isupper() or w in ("-", "&", ".") for w in words) else ()
