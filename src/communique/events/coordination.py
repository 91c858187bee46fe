"""What is coordinated with a word, also where the parser took a list for something else."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["conjuncts"]


def conjuncts(token: Token) -> list[Token]:
    """A token and what is coordinated with it, in order.

    A list of names that the parser took for an apposition ("the United States, Canada and the
    European Union") is coordinated too; a true apposition ("the leaders, A and B") is not.
    """
    found = [token]
    for current in found:
        found.extend(
            c
            for c in current.children
            if c not in found and (c.dep_ == "conj" or _is_listed(current, c))
        )
        found.extend(c for c in _after_aside(current) if c not in found)
        if len(found) > 40:
            break
    return found


def _after_aside(token: Token) -> list[Token]:
    """What is coordinated with a token behind its apposition ("the minister, A, and his
    colleague, B"): the parser hangs it on the apposition."""
    return [
        conjunct
        for aside in token.children
        if aside.dep_ == "appos" and aside.i > token.i and _opens_aside(aside)
        for conjunct in aside.children
        if conjunct.dep_ == "conj"
        and conjunct.left_edge.i >= 2
        and conjunct.left_edge.nbor(-1).dep_ == "cc"
        and conjunct.left_edge.nbor(-2).text == ","
    ]


def _opens_aside(aside: Token) -> bool:
    first = aside.left_edge
    return first.i > 0 and first.nbor(-1).text == ","


def _is_listed(token: Token, apposition: Token) -> bool:
    return (
        apposition.dep_ == "appos"
        and token.pos_ == "PROPN"
        and apposition.pos_ == "PROPN"
        and apposition.i > token.i
        and any(c.dep_ in {"cc", "conj"} for c in apposition.children)
    )
