"""Phrases that stand beside each other for the same party."""

from __future__ import annotations

from collections.abc import Sequence

from communique.actors.coordination import outer_phrases
from communique.actors.mentions import Chunk
from communique.actors.phrase import Reading
from communique.language.document import Tokens

__all__ = ["alias_in_brackets", "appositions"]

_CLOSING = (",", ".", ";", ")", "respectively")


def appositions(
    doc: Tokens, chunks: list[Chunk], readings: dict[int, Reading], lists: list[list[Chunk]]
) -> dict[int, list[Chunk]]:
    """For a phrase (by its id()), the phrases in apposition to it, in order.

    Either the parse says so, or one phrase is a role and the other a name, side by side between
    commas. A plural role takes the names of a list: 'the leaders, A and B'.
    """
    found: dict[int, list[Chunk]] = {}
    outer = outer_phrases(chunks)
    for i, chunk in enumerate(outer[:-1]):
        following = _beside(doc, outer, i, readings, lists)
        if following is None:
            continue
        first, second = readings[id(chunk)], readings[id(following)]
        if not _fit(first, second):
            continue
        names = [following]
        if first.plural and first.role is not None and first.name is None and not first.persons:
            group = next((g for g in lists if g[0] is following), ())
            names = [c for c in group if _is_name(readings[id(c)])]
            if len(names) < 2:
                continue
        found[id(chunk)] = names
    return found


def alias_in_brackets(doc: Tokens, chunk: Chunk) -> int | None:
    """The token of the acronym that stands in brackets right after a phrase: 'the Board (TB)'."""
    i = chunk.last + 1
    if i + 2 >= len(doc) or doc[i].text != "(" or doc[i + 2].text != ")":
        return None
    text = doc[i + 1].text
    return i + 1 if 2 <= len(text) <= 8 and text[:1].isupper() and text[-1:].isupper() else None


def _beside(
    doc: Tokens, outer: list[Chunk], i: int, readings: dict[int, Reading], lists: list[list[Chunk]]
) -> Chunk | None:
    """The phrase after the i-th that stands in apposition to it, by parse or by commas.

    People told by a plural role take a list: 'the leaders of A and B, X and Y respectively'.
    """
    chunk = outer[i]
    reading = readings[id(chunk)]
    several = reading.plural and _is_role(reading) and _is_of_persons(reading)
    end = _end(chunk, lists) if several else chunk.last
    for following in outer[i + 1 : i + (8 if several else 4)]:
        head = doc[following.head]
        if head.dep_ == "appos" and chunk.first <= head.head.i <= chunk.last:
            return following
        if following.first - end > 2:
            continue
        gap = [t.text for t in doc[end + 1 : following.first]]
        group = next((g for g in lists if several and g[0] is following), [following])
        if several and len(group) > 1 and not gap and following.first > end:
            return following
        if gap == [","]:
            after = _end(group[-1], ()) + 1 if len(group) > 1 else following.last + 1
            closed = after >= len(doc) or doc[after].text in _CLOSING
            if (
                closed
                and (head.dep_ != "conj" or len(group) > 1)
                and _role_and_name(reading, readings[id(following)])
            ):
                return following
    return None


def _end(chunk: Chunk, lists: Sequence[list[Chunk]]) -> int:
    """Where a phrase ends with what its preposition hangs on it, all of a list."""
    if chunk.after is None:
        return chunk.last
    group = next((g for g in lists if g[0] is chunk.after), [chunk.after])
    return group[-1].last


def _is_of_persons(reading: Reading) -> bool:
    return reading.role is not None and reading.role.kind == "person"


def _is_name(reading: Reading) -> bool:
    return bool(reading.persons) or reading.name is not None


def _is_role(reading: Reading) -> bool:
    return (reading.role is not None or reading.heads) and not _is_name(reading)


def _role_and_name(first: Reading, second: Reading) -> bool:
    return (_is_role(first) and _is_name(second)) or (_is_name(first) and _is_role(second))


def _fit(first: Reading, second: Reading) -> bool:
    """Two different names of persons, or two lists, are no apposition but a parser's error."""
    if _is_name(first) and _is_name(second):
        return False
    if first.chunk.after is second.chunk:
        return False
    return _role_and_name(first, second) or bool(first.bodies) != bool(second.bodies)
