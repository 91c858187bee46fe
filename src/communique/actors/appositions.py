"""Phrases that stand beside each other for the same party, and phrases joined by 'and'."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.actors.mentions import Chunk
from communique.actors.phrase import Reading
from communique.actors.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["appositions", "conjuncts"]


def appositions(
    doc: Doc, chunks: list[Chunk], readings: dict[int, Reading], words: Words
) -> dict[int, list[Chunk]]:
    """For the first token of a phrase, the phrases in apposition to it, in order.

    Either the parse says so, or one phrase is a role and the other a name, side by side between
    commas. A plural role takes the names of a list: 'the leaders, A and B'.
    """
    found: dict[int, list[Chunk]] = {}
    outer = [c for c in chunks if not c.pronoun and not _possesses(c, chunks)]
    for i, chunk in enumerate(outer[:-1]):
        following = _beside(doc, outer, i, readings, words)
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
        found[chunk.first] = names
    return found


def conjuncts(doc: Doc, chunk: Chunk, chunks: list[Chunk]) -> list[Chunk]:
    """The phrase and those after it in the same list: 'A, B and C'. Empty unless it is first."""
    if doc[chunk.head].dep_ == "conj":
        return []
    group = [chunk]
    place = next((i for i, c in enumerate(chunks) if c is chunk), len(chunks))
    for later in chunks[place + 1 :]:
        if doc[later.head].dep_ == "conj" and any(doc[later.head].head.i == c.head for c in group):
            group.append(later)
    return group


def _possesses(chunk: Chunk, chunks: list[Chunk]) -> bool:
    return any(c.possessor is chunk for c in chunks)


def _beside(
    doc: Doc, outer: list[Chunk], i: int, readings: dict[int, Reading], words: Words
) -> Chunk | None:
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
            if closed and head.dep_ not in ("conj",) and _role_and_name(
                readings[id(chunk)], readings[id(following)]
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
