"""Singular phrases that point at one party of the article: 'the emirate', 'his host'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from communique.actors.discourse import clause_subjects
from communique.actors.identify import Who
from communique.actors.mentions import Chunk
from communique.actors.phrase import Reading
from communique.actors.rows import Role
from communique.actors.scene import Context

__all__ = ["pointed_out", "titled_of"]

_FAR = 10_000
_MEETING_REACH = 5
_BESIDE_REACH = 2
_MAINLY = 3
"""How much more often than any other kingdom 'the kingdom' must be told of in the article."""
_DEFINITE = ("the", "this", "that")


def pointed_out(context: Context, reading: Reading, role: Role) -> tuple[Who, ...]:
    """Whom a role word alone means where exactly one party of the article fits; empty if none.

    A kind of state ('the emirate', by epithets.tsv), a neighbour, host, guest or counterpart (the
    one who is not the owner), a title or office ('the captain', 'the strongman'). A party without
    codes for words that would mean a wrong one if they were taken to be of the article's country.
    """
    chunk = reading.chunk
    if reading.plural or reading.places or reading.bodies or reading.name or reading.persons:
        return ()
    noun = context.scene.doc[chunk.last].text
    words = context.words
    found: tuple[Who, ...] = ()
    if role.word in context.identify.tables.epithets and reading.determiner in _DEFINITE:
        found = _state_so_called(context, role) or (Who(kind="state", sector="GOV"),)
    elif words.is_a(noun, "neighbour") and chunk.possessor is not None:
        found = _other_state(context, chunk.possessor)
    elif words.is_a(noun, "host") or words.is_a(noun, "guest"):
        found = _met(context, reading, hosting=words.is_a(noun, "host"))
    elif words.is_a(noun, "relational") and role.kind == "person" and chunk.possessor is not None:
        found = _same_rank(context, chunk.possessor)
    elif role.kind == "person" and reading.determiner in _DEFINITE and chunk.after is None:
        found = _titled(context, role) or (_just_named(context) if reading.former else ())
    return tuple(replace(w, by="anaphora" if w.known else "unresolved") for w in found)


def _state_so_called(context: Context, role: Role) -> tuple[Who, ...]:
    codes = context.identify.tables.epithets[role.word]
    named = Counter(
        who.country for said in context.memory.said for who in said.whose if who.country in codes
    )
    found = [code for code in named if code] or sorted(codes & context.identify.named)
    if len(found) > 1 and len(named) > 1:
        (first, often), (_, less) = named.most_common(2)
        found = [first] if first and often >= _MAINLY * less else []
    if len(found) != 1:
        return ()
    return (context.identify.state(found[0], "anaphora", acting=True),)


def _other_state(context: Context, owner: Chunk) -> tuple[Who, ...]:
    own = {w.country for w in context.who(owner)}
    if None in own:
        return ()
    found = _nearest(
        context,
        _BESIDE_REACH,
        lambda w: w.kind == "state" and w.sector is not None and w.country not in own,
        lambda w: w.country,
    )
    codes = [w.country for w in found if w.country]
    return tuple(context.identify.state(c, "anaphora", acting=True) for c in codes)


def _met(context: Context, reading: Reading, *, hosting: bool) -> tuple[Who, ...]:
    """The person met: not the owner nor the subject of the clause; the host is at home."""
    scene, chunk = context.scene, reading.chunk
    token = scene.doc[chunk.head]
    if chunk.possessor is None and reading.determiner not in _DEFINITE:
        return ()
    if chunk.preposition is not None and scene.doc[chunk.preposition].lower_ == "of":
        return ()
    excluded = _owners(context, chunk.possessor)
    if token.dep_ not in ("nsubj", "nsubjpass"):
        subjects = clause_subjects(token)
        for other in scene.readings.values():
            if other.chunk.head in subjects:
                excluded |= {w.identity for w in context.who(other.chunk)}
    found = _persons(context, excluded)
    if chunk.possessor is None:
        place = _scene_of_meeting(context)
        found = tuple(w for w in _all_persons(context, excluded) if place and w.country)
        found = tuple(w for w in found if (w.country == place) is hosting)
    return found if len(found) == 1 else ()


def _scene_of_meeting(context: Context) -> str | None:
    """The country of the last place that was named as such."""
    number = context.scene.sentence.number
    for said in context.memory.back(number, _MEETING_REACH):
        who = said.whose[0]
        if who.kind == "state" and who.sector is None and len(said.whose) == 1:
            return who.country
    return None


def _all_persons(context: Context, excluded: set[object]) -> tuple[Who, ...]:
    number = context.scene.sentence.number
    found = {
        w.identity: w
        for said in context.memory.back(number, _MEETING_REACH)
        for w in said.whose
        if w.kind == "person" and w.name and w.identity not in excluded
    }
    return tuple(found.values())


def _same_rank(context: Context, owner: Chunk) -> tuple[Who, ...]:
    """'His counterpart': the other person near, of the same office if there are several."""
    owners = context.who(owner)
    found = _all_persons(context, _owners(context, owner))
    if len(owners) == 1 and len(found) > 1:
        titles = context.memory.titles_of(owners[0])
        found = tuple(
            w
            for w in found
            if (w.office is not None and w.office == owners[0].office)
            or any(context.memory.bears(w, t) for t in titles)
        )
    found = tuple(w for w in found if w.country not in {o.country for o in owners})
    return found if len(found) == 1 else ()


def _just_named(context: Context) -> tuple[Who, ...]:
    """'The former diplomat': the one person of the last sentence, if he holds no office."""
    number = context.scene.sentence.number
    persons = {
        w.identity: w
        for said in context.memory.back(number - 1, 0)
        for w in said.whose
        if said.sentence == number - 1 and w.kind == "person" and w.name
    }
    found = tuple(persons.values())
    return found if len(found) == 1 and found[0].office is None else ()


def _titled(context: Context, role: Role) -> tuple[Who, ...]:
    memory = context.memory

    def told(who: Who) -> bool:
        return who.kind == "person" and who.name is not None and memory.bears(who, role.word)

    def holding(who: Who) -> bool:
        return who.kind == "person" and context.identify.holds(who, role)

    for fits in (told, holding):
        found = _nearest(context, _FAR, fits, lambda w: w.identity)
        if found:
            return found
    rivals = any(holding(w) for said in memory.said for w in said.whose)
    return (Who(kind="person", sector=role.sector or None),) if rivals else ()


def titled_of(context: Context, role: Role, country: str) -> Who | None:
    """'The Turkish minister': the one of that country whom the article told by this role."""
    memory, identify = context.memory, context.identify
    found = _nearest(
        context,
        _FAR,
        lambda w: (
            w.kind == "person"
            and w.name is not None
            and w.country == country
            and (memory.bears(w, role.word) or identify.holds(w, role))
        ),
        lambda w: w.identity,
    )
    return replace(found[0], by="anaphora") if found else None


def _owners(context: Context, owner: Chunk | None) -> set[object]:
    return {w.identity for w in context.who(owner)} if owner is not None else set()


def _persons(context: Context, excluded: set[object]) -> tuple[Who, ...]:
    return _nearest(
        context,
        _MEETING_REACH,
        lambda w: w.kind == "person" and bool(w.name) and w.identity not in excluded,
        lambda w: w.identity,
    )


def _nearest(
    context: Context, reach: int, fits: Callable[[Who], bool], key: Callable[[Who], object]
) -> tuple[Who, ...]:
    """The one fitting party of the latest sentence that names any; empty where it names two."""
    found: dict[object, Who] = {}
    at: int | None = None
    for said in context.memory.back(context.scene.sentence.number, reach):
        if at is not None and said.sentence != at:
            break
        for who in said.whose:
            if fits(who):
                found[key(who)] = who
                at = said.sentence
    return tuple(found.values()) if len(found) == 1 else ()
