"""When an event happened: the expression of time that belongs to its trigger."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from communique.events.dates import DateExpression, find_dates, find_times, points_back
from communique.events.span_words import top_word
from communique.events.time_days import precision_of
from communique.events.time_place import Place, placed
from communique.events.time_relations import Relation, counts_from, relations_in, shifted
from communique.events.time_words import times
from communique.language.times import add, unit_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.language import Sentence
    from communique.records.event import DateFrom, DatePrecision

__all__ = ["EventDate", "date_of", "last_day"]

_Pair = tuple[DateExpression | None, DateExpression | None]


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
    days = [e.date for e in find_dates(sentence.told, published) if e.precision == "day"]
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

    The expression in the trigger's own clause counts, else the nearest in a clause over it; one
    that sits in another noun's phrase ("the 1961 treaty") does not. Where the sentence names no
    time, the day of publication stands in. What is told as done is not later than publication,
    what is to come not earlier.
    """
    trigger = sentence.doc[token]
    ahead = future and not any(c.dep_ == "aux" and c.lemma_ == "have" for c in trigger.children)
    told = find_times(sentence.told, published, before=before)
    coming = told
    if ahead:
        coming = find_times(sentence.told, published, future=True, before=before)
    relations = list(relations_in(sentence))
    place = _nearest(sentence, trigger, _pairs(told, coming), relations, published, ahead)
    counted = _counted_back(sentence, trigger, place, told, relations, published)
    if counted is not None:
        return _dated(counted)
    if place is not None:
        return _dated(_clipped(place.expression, published, ahead=ahead and place.own))
    return _without_time(sentence, published, before)


def _without_time(
    sentence: Sentence, published: dt.date | None, before: dt.date | None
) -> EventDate:
    """The day named before that "that day" means, else the day of publication."""
    back = points_back(sentence.told)
    if back is not None and before is not None:
        named = before.isoformat()
        words = sentence.text[slice(*back)]
        return EventDate(date=named, enddate=named, precision="day", source="text", text=words)
    if published is None:
        return EventDate(date=None, enddate=None, precision=None, source=None, text=None)
    day = published.isoformat()
    return EventDate(date=day, enddate=day, precision="day", source="published", text=None)


def _dated(found: DateExpression) -> EventDate:
    return EventDate(
        date=found.date.isoformat(),
        enddate=found.enddate.isoformat(),
        precision=found.precision,
        source="text",
        text=found.text,
    )


def _pairs(told: list[DateExpression], coming: list[DateExpression]) -> list[_Pair]:
    """Each expression as it is meant of what is told, and of what is to come."""
    of_told, of_coming = {e.span: e for e in told}, {e.span: e for e in coming}
    spans = sorted({*of_told, *of_coming})
    return [(of_told.get(span), of_coming.get(span)) for span in spans]


def _nearest(
    sentence: Sentence,
    trigger: Token,
    pairs: list[_Pair],
    relations: list[Relation],
    published: dt.date | None,
    ahead: bool,
) -> Place | None:
    """The time that lies nearest to a trigger, as it is meant of it. What is told as done was not
    done after publication, nor at the day that it is aimed at."""
    best: Place | None = None
    for told, coming in pairs:
        found = told or coming
        place = None if found is None else placed(sentence, trigger, found, relations)
        if place is None or (best is not None and place.rank >= best.rank):
            continue
        to_come = ahead and place.own
        meant = coming if to_come else told
        meant = None if meant is None else shifted(trigger, meant, place.word, relations)
        if meant is None:
            continue
        late = published is not None and meant.date > published
        if to_come or not (late or _aimed_at(place)):
            best = replace(place, expression=meant)
    return best


def _aimed_at(place: Place) -> bool:
    """Whether a time is what an act is aimed at: "put off to June 8", "suspended until Monday"."""
    aims = times().prepositions["target"]
    word = place.word
    under = word is not None and word.dep_ == "pobj" and word.head.lower_ in aims
    return under or place.expression.bound in aims


def _clipped(found: DateExpression, published: dt.date | None, *, ahead: bool) -> DateExpression:
    """No later than publication what is told as done, no earlier what is to come."""
    if published is None:
        return found
    first, last = found.date, found.enddate
    if not ahead:
        if found.bound == "since" and first <= published:
            return replace(found, enddate=published, precision=precision_of(first, published))
        return replace(found, enddate=min(last, published))
    if last < published:
        return found
    if found.bound not in {None, "since"}:
        return replace(found, date=published, precision=precision_of(published, last))
    return replace(found, date=max(first, published))


def _counted_back(
    sentence: Sentence,
    trigger: Token,
    place: Place | None,
    told: list[DateExpression],
    relations: list[Relation],
    published: dt.date | None,
) -> DateExpression | None:
    """The date of an act that the sentence counts from: "60 years after the accord was signed"."""
    for relation in relations:
        inner = place is not None and place.word is not None and place.word.i in relation.inside
        if not relation.count or inner or not counts_from(relation, trigger, None):
            continue
        base = _outer_day(sentence, relation, told, published)
        if base is None:
            continue
        try:
            first, last = unit_of(add(base, -relation.count, relation.unit), relation.unit)
        except (OverflowError, ValueError):
            continue
        words = sentence.text[slice(*relation.span)].strip()
        return DateExpression(words, relation.span, first, last, precision_of(first, last))
    return None


def _outer_day(
    sentence: Sentence,
    relation: Relation,
    told: list[DateExpression],
    published: dt.date | None,
) -> dt.date | None:
    """The day of the clause that a relation stands in, else of publication."""
    others = [
        e
        for e in told
        if (w := top_word(sentence, e.span)) is not None
        and w.i not in relation.inside
        and not (e.span[0] < relation.span[1] and relation.span[0] < e.span[1])
    ]
    place = _nearest(
        sentence, relation.top.head, _pairs(others, others), [], published, ahead=False
    )
    return published if place is None else place.expression.date
