"""Phrases that tell people, bodies and places by a common noun."""

from __future__ import annotations

from dataclasses import replace

from communique.actors import discourse
from communique.actors.belonging import base_of, countries_of, is_elsewhere, is_relational
from communique.actors.counted import counted_role
from communique.actors.identify import Who
from communique.actors.phrase import Reading
from communique.actors.pointing import pointed_out, titled_of
from communique.actors.rows import Role
from communique.actors.scene import Context

__all__ = ["heading", "partitive", "role_phrase", "scene_of"]

_SENT = ("AMB", "ENV", "UNREP")
"""Offices of those who are sent to somebody; the phrase takes in to whom."""
_POINTING = ("the", "this", "that", "these", "those", "")
_NEAR = 2
"""Sentences within which a minister goes before a ministry that was named earlier."""
_RESTRICTING = ("relcl", "acl")
_HEAD = Role("head", "heads", "", (), "person", "IGO|BODY|SEC|REBLEAD|PTYLEAD|MIL|CB")
"""What 'head' means before a body."""


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
    rank = _neighbour_in_office(context, reading, role)
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
    relative = _relative(context, reading, base)
    if relative is not None:
        return (relative,)
    headed = _in_title(context, reading, role) or _head(context, reading, role, base)
    if headed is not None:
        return (headed,)
    if not countries and base is not None and _is_seat(base) and _leads(context, reading):
        role = replace(role, office=role.office or "LEAD")
        countries = [base.country] if base.country else []
    if role.country and not countries and base is None:
        countries = [role.country]
    if not countries and base is None:
        earlier = _earlier(context, reading, role)
        if earlier:
            return earlier
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


def _neighbour_in_office(context: Context, reading: Reading, role: Role) -> Who | None:
    """'Biden's predecessor', 'his successor': who held the owner's office before or after."""
    words, owner = context.words, reading.chunk.possessor
    earlier = words.is_a(role.word, "predecessor")
    if owner is None or not (earlier or words.is_a(role.word, "successor")):
        return None
    whose = context.who(owner)
    if len(whose) != 1 or not whose[0].entity_id or whose[0].kind != "person":
        return None
    return context.identify.neighbour_in_office(whose[0].entity_id, earlier=earlier)


def _in_title(context: Context, reading: Reading, role: Role) -> Who | None:
    """Who holds the office whose title is the phrase: 'the mayor of London'."""
    if reading.plural or reading.former or reading.determiner in ("a", "an"):
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


def _relative(context: Context, reading: Reading, base: Who | None) -> Who | None:
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


def _head(context: Context, reading: Reading, role: Role, base: Who | None) -> Who | None:
    """Who heads the body of which the role is told, or speaks for it, where one does."""
    if base is None or reading.plural or reading.former or reading.determiner in ("a", "an"):
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
    if reading.determiner not in ("a", "an") and not reading.former:
        found = context.identify.head_of(body, _HEAD)
    return (found or replace(body, kind="person", entity_id=None, name=None, by="role"),)


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
    if country and _asks_holder(context, reading, role):
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


def _earlier(context: Context, reading: Reading, role: Role) -> tuple[Who, ...]:
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
    if found is None and _is_wire(context, reading, role):
        return (Who(kind="organisation", sector=role.sector if role.sector == "JRN" else None),)
    bare = _is_bare(context, reading)
    if found is None and bare and reading.determiner in ("the", "this", "that", "these"):
        found = _of_same_kind(context, reading, role)
    return tuple(replace(w, by="anaphora") for w in found or ())


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
        return who.sector == role.sector

    return discourse.same_kind(fits, context.memory, context.scene.sentence.number)


def _is_wire(context: Context, reading: Reading, role: Role) -> bool:
    """'The agency', 'the news agency', 'the state news agency': none of an unnamed kind."""
    words = role.word.split()
    if reading.plural or not context.words.is_a(words[-1], "wire"):
        return False
    return len(words) == 1 or role.sector == "JRN"


def _supposed(context: Context, reading: Reading, role: Role) -> list[str]:
    """The country that the article is about, for the police, officials, teachers in it."""
    if is_elsewhere(context, reading.chunk) or is_relational(context, reading):
        return []
    if role.kind == "unnamed" or _is_ours(context, reading):
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


_LOCAL = ("GOV", "MIL", "COP", "JUD", "LEG", "SPY", "CVL", "UAF", "LAB", "EDU", "MED", "AGR", "PRM")
"""Sectors of people and bodies that are of the state in which they act, unless another is told."""


def _scene(context: Context, reading: Reading, role: Role) -> str | None:
    """The one state in which the sentence says that it happens: 'in Rabat the ministry rejected'.

    Of those who travel, holders of an office and envoys, only where the sentence begins with it.
    """
    if role.sector not in _LOCAL:
        return None
    travels = bool(role.office and role.kind == "person" and not reading.plural)
    return scene_of(context, reading, leading=travels)


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
    return reading.determiner in ("the", "", "this", "these", "both")


def _site(context: Context, reading: Reading, role: Role) -> tuple[Who, ...]:
    """A place told by a common noun, as 'a town in northern Syria': its country, no sector."""
    countries = countries_of(context, reading)
    if not countries and reading.determiner == "the":
        earlier = _earlier(context, reading, role)
        if earlier:
            return earlier
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
