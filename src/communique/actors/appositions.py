"""Phrases that stand beside each other for the same party, and phrases joined by 'and'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.actors.mentions import Chunk
from communique.actors.phrase import Reading

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["alias_in_brackets", "appositions", "conjuncts", "lists"]


def appositions(
    doc: Doc, chunks: list[Chunk], readings: dict[int, Reading]
) -> dict[int, list[Chunk]]:
    """For a phrase (by its id()), the phrases in apposition to it, in order.

    Either the parse says so, or one phrase is a role and the other a name, side by side between
    commas. A plural role takes the names of a list: 'the leaders, A and B'.
    """
    found: dict[int, list[Chunk]] = {}
    outer = [c for c in chunks if not c.pronoun and not _possesses(c, chunks)]
    for i, chunk in enumerate(outer[:-1]):
        following = _beside(doc, outer, i, readings)
        if following is None:
            continue
        first, second = readings[id(chunk)], readings[id(following)]
        if not _fit(first, second):
            continue
        names = [following]
        if first.plural and first.role is not None and first.name is None and not first.persons:
            names = [c for c in conjuncts(doc, following, outer) if _is_name(readings[id(c)])]
            names = names or [following]
            if len(names) < 2:
                continue
        found[id(chunk)] = names
    return found


def alias_in_brackets(doc: Doc, chunk: Chunk) -> int | None:
    """The token of the acronym that stands in brackets right after a phrase: 'the Board (TB)'."""
    i = chunk.last + 1
    if i + 2 >= len(doc) or doc[i].text != "(" or doc[i + 2].text != ")":
        return None
    text = doc[i + 1].text
    return i + 1 if 2 <= len(text) <= 8 and text[:1].isupper() and text[-1:].isupper() else None


def conjuncts(doc: Doc, chunk: Chunk, chunks: list[Chunk]) -> list[Chunk]:
    """The phrase and those after it in the same list: 'A, B and C'. Only itself where none is.

    The list is taken from the parse or from the surface ('A and B', 'A, B and C'), since a
    small parser often loses the link between long names.
    """
    group = [chunk]
    outer = [c for c in chunks if not _possesses(c, chunks)]
    place = next((i for i, c in enumerate(outer) if c is chunk), len(outer))
    pending: list[Chunk] = []
    for later in outer[place + 1 :]:
        head = doc[later.head]
        if head.dep_ == "conj" and any(head.head.i == c.head for c in (*group, *pending)):
            group.extend((*pending, later))
            pending = []
            continue
        if head.dep_ == "appos":
            return group
        before = pending[-1] if pending else group[-1]
        gap = [t.text.lower() for t in doc[before.last + 1 : later.first]]
        if gap == ["and"] or gap == [",", "and"]:
            group.extend((*pending, later))
            return group
        if gap != [","]:
            return group
        pending.append(later)
    return group


def lists(doc: Doc, chunks: list[Chunk]) -> list[list[Chunk]]:
    """All lists of two phrases or more, none inside another."""
    found: list[list[Chunk]] = []
    seen: set[int] = set()
    for chunk in chunks:
        if id(chunk) in seen or chunk.pronoun:
            continue
        group = conjuncts(doc, chunk, chunks)
        if len(group) > 1:
            found.append(group)
            seen.update(id(c) for c in group)
    return found


def _possesses(chunk: Chunk, chunks: list[Chunk]) -> bool:
    return any(c.possessor is chunk for c in chunks)


def _beside(doc: Doc, outer: list[Chunk], i: int, readings: dict[int, Reading]) -> Chunk | None:
    """The phrase after the i-th that stands in apposition to it, by parse or by commas."""
    chunk = outer[i]
    for following in outer[i + 1 : i + 4]:
        head = doc[following.head]
        if head.dep_ == "appos" and chunk.first <= head.head.i <= chunk.last:
            return following
        gap = doc[chunk.last + 1 : following.first]
        if len(gap) == 1 and gap[0].text == ",":
            after = following.last + 1
            closed = after >= len(doc) or doc[after].text in (",", ".", ";", ")")
            if (
                closed
                and head.dep_ not in ("conj",)
                and _role_and_name(readings[id(chunk)], readings[id(following)])
            ):
                return following
    return None


def _is_name(reading: Reading) -> bool:
    return bool(reading.persons) or reading.name is not None


def _is_role(reading: Reading) -> bool:
    return reading.role is not None and not _is_name(reading)


def _role_and_name(first: Reading, second: Reading) -> bool:
    return (_is_role(first) and _is_name(second)) or (_is_name(first) and _is_role(second))


def _fit(first: Reading, second: Reading) -> bool:
    """Two different names of persons, or two lists, are no apposition but a parser's error."""
    if _is_name(first) and _is_name(second):
        return False
    if first.chunk.after is second.chunk:
        return False
    return _role_and_name(first, second) or bool(first.bodies) != bool(second.bodies)
