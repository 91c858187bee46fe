"""How many were killed, hurt or arrested, or took part."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from communique.events.count_words import counts
from communique.events.counted_kinds import kinds_of
from communique.events.counted_people import (
    counted_noun,
    first_joined,
    head_of,
    of_act,
    single_ones,
)
from communique.events.numbers_in_text import Number, numbers_in
from communique.records import Size, SizeItem

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.language import Sentence

__all__ = ["size_of"]


@dataclass(frozen=True, slots=True)
class _Counted:
    """A number and the word of the parse, by its place, at which those counted hang together."""

    number: Number
    of: int


def size_of(sentence: Sentence, event_type: str, token: int | None = None) -> Size | None:
    """Counts told with the event, or None. A number counts as dead, injured, arrested or taking
    part by the word that governs it; numbers of other things are left alone.

    Those that one act joins are added up ("two children and three women"). Where the event's
    trigger `token` is given, only counts of its own act are taken, not those of another that the
    sentence tells ("after clashes in which two were hurt").
    """
    found: dict[str, _Counted] = {}
    for number in numbers_in(sentence.text):
        head = head_of(sentence, number)
        if head is None or (token is not None and not of_act(head, sentence.doc[token])):
            continue
        first = first_joined(counted_noun(head) or head)
        for what in kinds_of(head, number):
            if what in counts().verbs:
                whole = number if what in found else _with_single_ones(number, first)
                found[what] = _with(found.get(what), _Counted(whole, first.i))
            elif event_type == "PROTEST":
                found.setdefault(what, _Counted(number, first.i))
    items = {what: _item(sentence, counted.number) for what, counted in found.items()}
    return Size(**items) if items else None


def _with(old: _Counted | None, new: _Counted) -> _Counted:
    """The first of several counts, or the sum of two that are joined."""
    if old is None:
        return new
    a, b = old.number, new.number
    if old.of != new.of or 0 in {a.high, b.high}:
        return old
    span = (a.span[0], b.span[1])
    return replace(old, number=Number(span, _sum(a.low, b.low), _sum(a.high, b.high)))


def _sum(a: int | None, b: int | None) -> int | None:
    return None if a is None or b is None else a + b


def _with_single_ones(number: Number, first: Token) -> Number:
    """A number with the single people that are joined to those counted: "six men and a child"."""
    single = single_ones(first)
    if number.high == 0 or not single:
        return number
    start = min(number.span[0], *(t.left_edge.idx for t in single))
    end = max(number.span[1], *(t.idx + len(t.text) for t in single))
    more = len(single)
    return Number((start, end), _sum(number.low, more), _sum(number.high, more))


def _item(sentence: Sentence, number: Number) -> SizeItem:
    start, end = number.span
    return SizeItem(
        low=number.low,
        high=number.high,
        text=sentence.text[start:end],
        span=(sentence.start + start, sentence.start + end),
    )
