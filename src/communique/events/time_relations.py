"""Times told by their distance from the time of another act: "two days after", "on the eve of"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from communique.events.dates import DateExpression
from communique.events.phrases import any_of
from communique.events.span_words import top_word, words_in
from communique.events.time_words import amount, amounts, times
from communique.language.times import add

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.language import Sentence

__all__ = ["Relation", "counts_from", "outside", "relations_in", "shifted"]

_REACH = 100
"""Characters within which a time after "a day after" is the one that it counts from."""
_BREAK = re.compile(r"[,;:]|\bthat\b")


@dataclass(frozen=True, slots=True)
class Relation:
    """ "Two days after", "on the eve of", "the 60th anniversary of": how far a time is from the one
    told of in the words that follow (`inside`)."""

    span: tuple[int, int]
    top: Token
    inside: frozenset[int]
    count: int | None
    unit: str
    celebrates: bool


def relations_in(sentence: Sentence) -> Iterator[Relation]:
    """The relations that a sentence tells of."""
    for kind, pattern in enumerate(_patterns()):
        for match in pattern.finditer(sentence.text):
            relation = _relation_of(sentence, match, celebrates=kind >= 2)
            if relation is not None:
                yield relation


def _relation_of(sentence: Sentence, match: re.Match[str], *, celebrates: bool) -> Relation | None:
    groups = match.groupdict()
    top, words = top_word(sentence, match.span()), words_in(sentence, match.span())
    if top is None:
        return None
    last = words[-1]
    clause = last.head if last.dep_ == "mark" else last
    inside = frozenset(t.i for t in clause.subtree if t.i > last.i)
    if groups.get("eve"):
        inside |= {t.i for t in top.subtree if t.i > last.i}
        return Relation(match.span(), top, inside, -1, "day", celebrates=False)
    head = top if last.dep_ != "mark" else words[-2] if len(words) > 1 else top
    return Relation(match.span(), head, inside, _count(groups), _unit_named(groups), celebrates)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    ordinals = any_of(times().ordinals)
    return (
        re.compile(
            rf"\b(?:{amounts()}\s+(?P<unit>hour|day|week|month|year|decade)s?"
            r"|(?P<whole>the\s+day|the\s+night|hours|minutes|moments|days|weeks))\s+"
            r"(?P<side>after|before|following|since|prior to|ahead of)\s+(?=[\w\"'])",
            re.IGNORECASE,
        ),
        re.compile(r"\b(?P<eve>(?:the\s+)?eve)\s+of\s+", re.IGNORECASE),
        re.compile(
            rf"\b(?:(?P<n>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{ordinals}))\s+anniversary\s+of\s+",
            re.IGNORECASE,
        ),
        re.compile(rf"\b{amounts()}\s+years\s+of\s+(?=(?:the|its|their|this)\b)", re.IGNORECASE),
    )


def _count(groups: dict[str, str | None]) -> int | None:
    """Units from the time told of in the words that follow; None for "days after"."""
    if groups.get("word"):
        return times().ordinals[(groups["word"] or "").lower()]
    whole = (groups.get("whole") or "").lower()
    if whole in {"days", "weeks"}:
        return None
    if whole in {"hours", "minutes", "moments"} or (groups.get("unit") or "").lower() == "hour":
        return 0
    number = (1, 1) if whole else amount(groups.get("n"))
    if number is None or number[0] != number[1]:
        return None
    behind = (groups.get("side") or "after").lower() in {"after", "following", "since"}
    return number[0] if behind else -number[0]


def _unit_named(groups: dict[str, str | None]) -> str:
    """The unit of the calendar that a relation counts in."""
    if groups.get("unit"):
        return (groups["unit"] or "").lower().replace("hour", "day")
    return "day" if groups.get("whole") else "year"


def _follows(relation: Relation, expression: DateExpression, word: Token) -> bool:
    """Whether a time is the one that a relation counts from."""
    start, end = relation.span[1], expression.span[0]
    if end < start:
        return False
    text = relation.top.doc.text[start:end]
    near = len(text) <= _REACH or word.i in relation.inside
    return near and not _BREAK.search(text)


def counts_from(relation: Relation, trigger: Token, expression: DateExpression | None) -> bool:
    """Whether a trigger stands in the words that a relation counts from."""
    if trigger.i in relation.inside:
        return True
    if expression is None:
        return False
    return relation.span[1] <= trigger.idx < expression.span[0]


def outside(
    trigger: Token, expression: DateExpression, word: Token, relations: list[Relation]
) -> Relation | None:
    """The relation that counts from an expression, for a trigger that stands outside it."""
    for relation in relations:
        if relation.celebrates:
            continue
        if _follows(relation, expression, word) and not counts_from(relation, trigger, expression):
            return relation
    return None


def shifted(
    trigger: Token, found: DateExpression, word: Token | None, relations: list[Relation]
) -> DateExpression | None:
    """An expression as it is meant of a trigger: "a day after Friday's attack" is Saturday. `word`
    is the one of its words that is highest in the parse."""
    relation = None if word is None else outside(trigger, found, word, relations)
    if relation is None:
        return found
    if relation.count is None:
        return None
    try:
        first = add(found.date, relation.count, relation.unit)
        last = add(found.enddate, relation.count, relation.unit)
    except (OverflowError, ValueError):
        return None
    span = (relation.span[0], found.span[1])
    return replace(found, text=relation.top.doc.text[slice(*span)], date=first, enddate=last)
