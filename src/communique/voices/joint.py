"""Sources that are several parties: "A and B said in a joint statement"."""

from __future__ import annotations

from communique.actors.mention import Mention, Mentions
from communique.records import Entity
from communique.voices.syntax import Syntax

__all__ = ["joint", "members_of"]

_BETWEEN = frozenset({",", "and", "&"})
_TWO = frozenset({"and", "&"})


def members_of(
    syntax: Syntax, token: int, mention: Mention | None, mentions: Mentions
) -> tuple[Entity, ...]:
    """The parties of a joint source; empty for a single one.

    They are those of one mention ("both ministries"), or those named in a row that only commas
    and "and" part. The row may reach left of the token, where the parse took the last for the
    head.
    """
    if mention is not None and len(mention.entities) > 1:
        return mention.entities
    row = [] if mention is None else _row(syntax, token, mention, mentions)
    if len(row) < 2 or not _TWO & set(syntax.word[row[0].first : row[-1].last + 1]):
        row = _conjuncts(syntax, token, mentions)
    return tuple(entity for other in row for entity in other.entities) if len(row) > 1 else ()


def _conjuncts(syntax: Syntax, token: int, mentions: Mentions) -> list[Mention]:
    """The mentions that the parse joins by "and", or of which each is named beside one."""
    heads = [token]
    while (following := syntax.child(heads[-1], "conj")) is not None:
        heads.append(following)
    row = []
    for head in heads:
        beside = syntax.child(head, "appos")
        places = [head] if beside is None else [head, beside]
        named = [m for p in places if (m := mentions.at(syntax.sentence.number, p)) is not None]
        if not named:
            return []
        row.append(named[0])
    return row


def _row(syntax: Syntax, token: int, mention: Mention, mentions: Mentions) -> list[Mention]:
    """The mentions of the token's phrase that stand in one row with its own."""
    row: list[Mention] = []
    for other in mentions.in_sentence(syntax.sentence.number):
        inside = syntax.left[token] <= other.first and other.last <= syntax.right[token]
        if (
            not inside
            or other.attributive
            or syntax.label[other.head] == "poss"
            or (row and other.first <= row[-1].last)
        ):
            continue
        between = set(syntax.word[row[-1].last + 1 : other.first]) if row else set()
        if row and not (between and between <= _BETWEEN):
            if mention in row:
                break
            row = []
        row.append(other)
    return row if mention in row else []


def joint(syntax: Syntax, entity: Entity, members: tuple[Entity, ...]) -> Entity:
    """One party of the record for several that speak together, in the words that name them."""
    spans = [m.span for m in (entity, *members) if m.span is not None]
    within = [s for s in spans if syntax.start[0] <= s[0] and s[1] <= syntax.end[-1]]
    if not within:
        return entity
    start, end = min(s for s, _ in within), max(e for _, e in within)
    return Entity(raw_text=syntax.sentence.words((start, end)), span=(start, end), kind="group")
