"""When an event happened: the expression of time that belongs to its trigger."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.events.dates import DateExpression, find_dates, points_back

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.language import Sentence
    from communique.records.event import DateFrom, DatePrecision

__all__ = ["EventDate", "date_of", "last_day"]

_WHOLE_SENTENCE = 4
"""Steps in the parse that a time of the whole sentence is away from every trigger in it."""
_COARSE = {"year": 1, "decade": 3}
"""Steps that a coarse time counts as farther away: "last decade, in March 2017" is March."""
_INSIDE_NOUN_PHRASE = {"compound", "amod", "nmod", "poss", "nummod"}


@dataclass(frozen=True, slots=True)
class EventDate:
    """First and last day that an event can have happened on, and what they rest on."""

    date: str | None
    enddate: str | None
    precision: DatePrecision | None
    source: DateFrom | None
    text: str | None


def last_day(sentence: Sentence, published: dt.date | None) -> dt.date | None:
    """The last single day that a sentence names, to which "that day" can point back."""
    days = [e.date for e in find_dates(sentence.text, published) if e.precision == "day"]
    return days[-1] if days else None


def date_of(
    sentence: Sentence,
    token: int,
    published: dt.date | None,
    *,
    future: bool,
    before: dt.date | None = None,
) -> EventDate:
    """The date of the event whose trigger is `token`; `before` is the day that was last named
    before its sentence, which "that day" means.

    The expression nearest in the parse counts; one that sits in another noun's phrase ("the 1961
    treaty") does not. Where the sentence names no time, the day of publication stands in.
    """
    trigger = sentence.doc[token]
    best: tuple[int, int, DateExpression] | None = None
    under = {t.i for t in trigger.subtree}
    told = {e.span: e for e in find_dates(sentence.text, published)}
    for expression in find_dates(sentence.text, published, future=future):
        word = _last_token(sentence, expression)
        if word is None:  # blanked for the parser: a time of the whole sentence
            rank = (_WHOLE_SENTENCE, 0)
        elif _belongs(word, trigger):
            rank = (_tree_distance(word, trigger), abs(word.i - trigger.i))
        else:
            continue
        if word is None or word.i not in under:
            # "announced on Friday that they would": Friday is past, whatever is to come
            expression = told.get(expression.span, expression)
        rank = (rank[0] + _COARSE.get(expression.precision, 0), rank[1])
        if best is None or rank < best[:2]:
            best = (*rank, expression)
    if best is not None:
        chosen = best[2]
        return EventDate(
            date=chosen.date.isoformat(),
            enddate=chosen.enddate.isoformat(),
            precision=chosen.precision,
            source="text",
            text=chosen.text,
        )
    back = points_back(sentence.text)
    if back is not None and before is not None:
        named = before.isoformat()
        words = sentence.text[slice(*back)]
        return EventDate(date=named, enddate=named, precision="day", source="text", text=words)
    if published is None:
        return EventDate(date=None, enddate=None, precision=None, source=None, text=None)
    day = published.isoformat()
    return EventDate(date=day, enddate=day, precision="day", source="published", text=None)


def _last_token(sentence: Sentence, expression: DateExpression) -> Token | None:
    """The expression's word that is highest in the parse."""
    inside = [
        t
        for t in sentence.doc
        if expression.span[0] <= t.idx < expression.span[1] and not t.is_punct and not t.is_space
    ]
    return min(inside, key=lambda t: len(list(t.ancestors)), default=None)


def _belongs(word: Token, trigger: Token) -> bool:
    if (
        word.dep_ in _INSIDE_NOUN_PHRASE
        and word.head.i != trigger.i
        and word.head.pos_ in {"NOUN", "PROPN"}
    ):
        return word.head.i in {t.i for t in trigger.ancestors} and word.dep_ == "nummod"
    current = word
    while current.head.i != current.i:
        if current.dep_ in {"relcl", "acl"} and trigger.i not in {t.i for t in current.subtree}:
            return False  # a time told of another party's deed
        current = current.head
    return True


def _tree_distance(a: Token, b: Token) -> int:
    up_a = [a.i, *(t.i for t in a.ancestors)]
    up_b = {i: n for n, i in enumerate([b.i, *(t.i for t in b.ancestors)])}
    for steps, i in enumerate(up_a):
        if i in up_b:
            return steps + up_b[i]
    return len(up_a) + len(up_b)
