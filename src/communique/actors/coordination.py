"""Phrases joined by 'and', 'or' and commas."""

from __future__ import annotations

from communique.actors.mentions import Chunk
from communique.actors.phrase import Reading
from communique.language.document import Tokens

__all__ = ["find_lists", "outer_phrases"]

_PEOPLE = {"person", "role"}
_JOINTS = (["and"], [",", "and"], ["or"], [",", "or"], ["nor"], ["as", "well", "as"], ["&"])
_BEGINNINGS = frozenset(joint[0] for joint in _JOINTS)


def find_lists(doc: Tokens, chunks: list[Chunk], readings: dict[int, Reading]) -> list[list[Chunk]]:
    """All lists of two phrases or more, in order; none begins inside another.

    The surface goes before the parse, since a small parser often loses the link between long
    names: 'A, B and C' is a list if its members are of one sort (states, persons, bodies, people
    told by a role), whatever belongs to each ('President A of X and Prime Minister B of Y').
    Where the sort of a phrase is not known the parse must join it.
    """
    outer = outer_phrases(chunks)
    ends = {id(c): _end(c) for c in outer}
    found: list[list[Chunk]] = []
    seen: set[int] = set()
    for i, chunk in enumerate(outer):
        following = ends[id(chunk)] + 1
        if id(chunk) in seen or following >= len(doc) or doc[following].lower_ not in _BEGINNINGS:
            continue
        group = _list_from(doc, [c for c in outer[i:] if id(c) not in seen], ends, readings)
        if len(group) > 1:
            found.append(group)
            seen.update(id(c) for c in group)
    return found


def outer_phrases(chunks: list[Chunk]) -> list[Chunk]:
    """The phrases but for pronouns and those that only say whose another is."""
    owners = {id(o) for c in chunks for o in (c.possessor, *c.sharing)}
    return [c for c in chunks if not c.pronoun and id(c) not in owners]


def _list_from(
    doc: Tokens, chunks: list[Chunk], ends: dict[int, int], readings: dict[int, Reading]
) -> list[Chunk]:
    group, pending = [chunks[0]], list[Chunk]()
    sort = _sort(readings[id(chunks[0])])
    last = ends[id(chunks[0])]
    for later in chunks[1:]:
        if later.first <= last:
            continue
        gap = [t.lower_ for t in doc[last + 1 : later.first]]
        other = _sort(readings[id(later)])
        plain = last == group[-1].last and not pending
        same = sort != "" and sort == other
        mixed = plain and {sort, other} == _PEOPLE
        linked = _linked(doc, later, (*group, *pending))
        if gap in _JOINTS and (same or mixed or linked):
            group.extend((*pending, later))
            pending = []
        elif gap == [","] and (same or (linked and not sort)):
            pending.append(later)
        else:
            break
        last = ends[id(later)]
    return group


def _linked(doc: Tokens, later: Chunk, group: tuple[Chunk, ...]) -> bool:
    head = doc[later.head]
    return head.dep_ == "conj" and any(head.head.i == c.head for c in group)


def _end(chunk: Chunk) -> int:
    """Where a phrase ends with all that its prepositions hang on it."""
    end, after, steps = chunk.last, chunk.after, 0
    while after is not None and steps < 3:
        end, after, steps = after.last, after.after, steps + 1
    return end


def _sort(reading: Reading) -> str:
    """What sort of party a phrase names; '' where its words do not tell."""
    head = reading.chunk.head
    if reading.persons and reading.persons[-1].last >= head:
        return "person"
    if reading.name is not None and reading.name[1] >= head:
        role = reading.role
        told = role is not None and role.kind == "person"
        return "person" if told or reading.name[1] > reading.name[0] else ""
    if reading.ends_in_role:
        return "role"
    if reading.bodies and reading.bodies[-1].last >= head:
        return "state"
    if reading.places and reading.places[-1].last >= head:
        place = reading.places[-1]
        named = place.get("country", "ambiguous", "nationals", "capital")
        return "state" if named else "city"
    return ""
