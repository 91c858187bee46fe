"""When an event happened: the expression of time that belongs to its trigger."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.events.dates import (
    DateExpression,
    amount,
    amounts,
    find_dates,
    find_times,
    points_back,
    precision_of,
    times,
)
from communique.language.times import add, unit_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.language import Sentence
    from communique.records.event import DateFrom, DatePrecision

__all__ = ["EventDate", "date_of", "last_day"]

_COARSE = {"year": 1, "decade": 3}
"""How much farther away a coarse time counts: "last decade, in March 2017" is March."""
_WEAK = 4
"""How much farther away a time counts that only points to the day told of ("overnight")."""
_INSIDE_NOUN_PHRASE = {"compound", "amod", "nmod", "poss", "nummod"}
_CLAUSES = {"ROOT", "ccomp", "advcl", "relcl", "acl", "pcomp", "xcomp", "csubj", "parataxis"}
_SUBJECTS = {"nsubj", "nsubjpass", "csubj", "expl"}
_REACH = 100
"""Characters within which a time after "a day after" is the one that it counts from."""
_OPENING = re.compile(r"\W*(?P<preposition>(?:On|In|At|Over|During)\s+(?:the\s+)?|The\s+)?")
_ON = re.compile(r"\b[Oo]n\s+$")
_OWNER = re.compile(r"['’]s\b")
_BREAK = re.compile(r"[,;:]|\bthat\b")

_Rank = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class EventDate:
    """First and last day that an event can have happened on, and what they rest on."""

    date: str | None
    enddate: str | None
    precision: DatePrecision | None
    source: DateFrom | None
    text: str | None


@dataclass(frozen=True, slots=True)
class _Place:
    """An expression of time at the word it hangs on; `own` where that is in the trigger's clause,
    so that it lies ahead if the act does."""

    expression: DateExpression
    word: Token | None
    rank: _Rank
    own: bool


@dataclass(frozen=True, slots=True)
class _Relation:
    """ "Two days after", "on the eve of", "the 60th anniversary of": how far a time is from the one
    told of in the words that follow (`inside`)."""

    span: tuple[int, int]
    top: Token
    inside: frozenset[int]
    count: int | None
    unit: str
    celebrates: bool


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

    The expression in the trigger's own clause counts, else the nearest in a clause over it; one
    that sits in another noun's phrase ("the 1961 treaty") does not. Where the sentence names no
    time, the day of publication stands in. What is told as done is not later than publication,
    what is to come not earlier.
    """
    trigger = sentence.doc[token]
    ahead = future and not any(c.dep_ == "aux" and c.lemma_ == "have" for c in trigger.children)
    told = find_times(sentence.text, published, before=before)
    coming = told
    if ahead:
        coming = find_times(sentence.text, published, future=True, before=before)
    relations = list(_relations(sentence))
    place = _nearest(sentence, trigger, _seen(told, coming), relations, published, ahead)
    counted = _counted_back(sentence, trigger, place, told, relations, published)
    if counted is not None:
        return _dated(counted)
    if place is not None:
        clipped = _clipped(place.expression, published, ahead=ahead and place.own)
        return _dated(clipped)
    back = points_back(sentence.text)
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


def _seen(
    told: list[DateExpression], coming: list[DateExpression]
) -> list[tuple[DateExpression | None, DateExpression | None]]:
    """Each expression as it is meant of what is told, and of what is to come."""
    both: dict[tuple[int, int], list[DateExpression | None]] = {e.span: [e, None] for e in told}
    for expression in coming:
        both.setdefault(expression.span, [None, None])[1] = expression
    return [(both[span][0], both[span][1]) for span in sorted(both)]


def _nearest(
    sentence: Sentence,
    trigger: Token,
    seen: list[tuple[DateExpression | None, DateExpression | None]],
    relations: list[_Relation],
    published: dt.date | None,
    ahead: bool,
) -> _Place | None:
    best: _Place | None = None
    for told, coming in seen:
        expression = told or coming
        if expression is None:
            continue
        place = _placed(sentence, trigger, expression, relations)
        if place is None:
            continue
        meant = coming if ahead and place.own else told
        if meant is None:
            continue
        meant = _shifted(sentence, trigger, meant, relations)
        if meant is None:
            continue
        if not (ahead and place.own) and _aimed_at(place):
            continue
        if published is not None and meant.date > published and not (ahead and place.own):
            continue  # what is told as done was not done after publication
        if best is None or place.rank < best.rank:
            best = replace(place, expression=meant)
    return best


def _aimed_at(place: _Place) -> bool:
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
    if found.bound in {"by", "until", "till"}:
        return replace(found, date=published, precision=precision_of(published, last))
    return replace(found, date=max(first, published))


def _placed(
    sentence: Sentence, trigger: Token, expression: DateExpression, relations: list[_Relation]
) -> _Place | None:
    word = _top(sentence, expression.span)
    coarse = _COARSE.get(expression.precision, 0) + _WEAK * expression.weak
    if word is None:  # blanked for the parser: a time of the main clause
        above = _clauses_over(trigger, trigger.doc[:].root)
        return _Place(expression, None, (above, coarse, 1, 0), own=not above)
    relation = _outside(trigger, expression, word, relations)
    if relation is None and _of_what_follows(sentence, trigger, expression):
        return None
    at = relation.top if relation else _fronted(sentence, expression, word)
    steps = _steps(at, trigger)
    if steps is None:
        return None
    tier, distance, told = steps
    rank = (tier, coarse, distance, abs(word.i - trigger.i))
    return _Place(expression, word, rank, own=not told)


def _top(sentence: Sentence, span: tuple[int, int]) -> Token | None:
    """The word within a span that is highest in the parse."""
    inside = [
        t for t in sentence.doc if span[0] <= t.idx < span[1] and not t.is_punct and not t.is_space
    ]
    return min(inside, key=lambda t: sum(1 for _ in t.ancestors), default=None)


def _fronted(sentence: Sentence, expression: DateExpression, word: Token) -> Token:
    """The word that a time hangs on; one that opens the sentence or stands after "on" hangs on
    the verb, though the parser may have drawn it into the name behind it ("On Monday rebels
    attacked")."""
    start, end = expression.span
    if _OWNER.match(sentence.text, end):
        return word
    drawn_in = word.dep_ in _INSIDE_NOUN_PHRASE and word.head.idx >= end
    if drawn_in and expression.precision == "day" and _ON.search(sentence.text[:start]):
        return next((t for t in word.ancestors if t.pos_ in {"VERB", "AUX"}), word)
    opening = _OPENING.fullmatch(sentence.text[:start])
    bare = len(expression.text.split()) == 1 and (
        opening is None or (opening["preposition"] or "The")[:3] == "The"
    )
    if opening is None or bare:
        return word
    return next((t for t in word.ancestors if t.pos_ in {"VERB", "AUX"}), word)


def _of_what_follows(sentence: Sentence, trigger: Token, expression: DateExpression) -> bool:
    """Whether a time is that of what is still ahead of a trigger: "before the vote on Sunday"."""
    match = _ahead_of().search(sentence.text[: expression.span[0]])
    return match is not None and not match.start() <= trigger.idx < expression.span[0]


@cache
def _ahead_of() -> re.Pattern[str]:
    words = "|".join(times().prepositions["ahead"])
    facing = "".join(rf"(?<!\b{v}ed )" for v in times().verbs["face"])
    return re.compile(rf"{facing}\b(?:{words})(?:\s+of)?\s+(?:[\w'-]+\s+){{1,4}}(?:on|in)\s+$")


def _steps(word: Token, trigger: Token) -> tuple[int, int, bool] | None:
    """How far a time is from a trigger: clauses between them, steps in the parse, and whether it
    belongs to a verb that tells of the trigger. None where it is told of something else."""
    over = [trigger, *trigger.ancestors]
    numbers = {t.i: n for n, t in enumerate(over)}
    below = 0
    current, path = word, 0
    while current.i not in numbers:
        step = _step_up(current, trigger, numbers, path)
        if step is None:
            return None
        below += step
        if current.head.i == current.i:
            return None
        current, path = current.head, path + 1
    meet = numbers[current.i]
    above, told = _above(over, meet, word)
    return below + above, path + meet, told


def _step_up(current: Token, trigger: Token, over: dict[int, int], path: int) -> int | None:
    """What it costs a time to climb from a word to its head; None where it may not."""
    head = current.head
    if current.dep_ in _INSIDE_NOUN_PHRASE and head.pos_ in {"NOUN", "PROPN"}:
        return _out_of_noun_phrase(current, head, trigger, over)
    if path > 1 and current.lower_ in times().prepositions["ahead"]:
        return 0 if head.lemma_.lower() in times().verbs["face"] else None
    if current.dep_ == "prep" and path > 1 and current.lower_ in {"after", "following"}:
        return 2
    if current.dep_ in {"relcl", "acl"}:
        return _out_of_clause_at_noun(current, trigger, over)
    if current.dep_ in {"ccomp", "csubj"}:
        infinitive = any(c.dep_ == "aux" and c.tag_ == "TO" for c in current.children)
        return 3 if infinitive else None
    if current.dep_ == "advcl":
        return 3 if _at_one_time(current) else None
    if current.dep_ == "pcomp":
        return 3 if head.lower_ in times().prepositions["means"] else None
    if current.dep_ == "conj" and current.pos_ in {"VERB", "AUX"}:
        return None if any(c.dep_ in _SUBJECTS for c in current.children) else 3
    return 2 if current.dep_ in {"xcomp", "parataxis"} else 0


def _at_one_time(clause: Token) -> bool:
    """Whether an adverbial clause tells what went on at the time of its verb: "when he spoke"."""
    links = [c.lower_ for c in clause.children if c.dep_ in {"mark", "advmod"} and c.i < clause.i]
    if any(link in times().prepositions["while"] for link in links):
        return True
    bare = all(c.dep_ not in {"mark", *_SUBJECTS} for c in clause.children)
    return bare and clause.tag_ in {"VBG", "VBN"}


def _out_of_clause_at_noun(verb: Token, trigger: Token, over: dict[int, int]) -> int | None:
    """ "Talks held on Monday", "in a statement issued on Monday", "the envoys, meeting on Monday,
    agreed": what a clause at a noun tells of the noun's own time or of its verb's."""
    noun = verb.head
    tells_when = verb.lemma_.lower() in times().verbs["occur"]
    if noun.i == trigger.i:
        return 1 if tells_when else None
    if verb.dep_ == "acl" and noun.dep_ in _SUBJECTS and (tells_when or verb.tag_ == "VBG"):
        return 3 if noun.head.i in over else None
    within = noun.dep_ == "pobj" and noun.head.lower_ in times().prepositions["within"]
    at = noun.head.head  # where the parser hung "in a statement" on an object, its verb is one up
    return 2 if within and tells_when and (at.i in over or at.head.i in over) else None


def _out_of_noun_phrase(
    current: Token, noun: Token, trigger: Token, over: dict[int, int]
) -> int | None:
    if noun.i == trigger.i:
        return 0
    if noun.i in over and current.dep_ == "nummod":
        return 1  # "the 1961 treaty signed in Lima"
    governor = noun.head
    if noun.dep_ == "dobj" and governor.i == trigger.i:
        return 1 if trigger.lemma_.lower() in times().verbs["make"] else None
    if noun.dep_ in {"compound", "npadvmod"} or (noun.dep_ == "nsubj" and noun.i in over):
        return None
    if noun.dep_ == "pobj" and governor.lower_ in times().prepositions["within"]:
        return 2 if governor.head.i in over and current.dep_ != "nummod" else None
    return None


def _above(over: list[Token], meet: int, word: Token) -> tuple[int, bool]:
    """Clauses that the trigger lies below the place where the time meets it; and whether one of
    them is told of by the verb at that place."""
    cost, told = 0, False
    for token, head in pairwise(over[: meet + 1]):
        if token.dep_ == "ccomp":
            cost, told = cost + 2, True
        elif token.dep_ == "xcomp":
            cost, told = cost + 1, told or word.i < token.i
        elif token.dep_ == "conj" and token.pos_ in {"VERB", "AUX"}:
            own = any(c.dep_ in _SUBJECTS for c in token.children)
            cost += 2 if own else 1
        elif token.dep_ in {"relcl", "acl", "advcl", "pcomp", "parataxis", "csubj"}:
            cost += 2
            at_noun = token.dep_ in {"relcl", "acl"} and head.i != word.i
            told = told or at_noun or (token.dep_ == "advcl" and head.i < word.i < token.i)
    return cost, told


def _clauses_over(trigger: Token, root: Token) -> int:
    """How many clauses a trigger lies below the main one."""
    return sum(
        1 for t in (trigger, *trigger.ancestors) if t.dep_ in {"ccomp", "relcl", "acl", "advcl"}
    )


@cache
def _relation_patterns() -> tuple[re.Pattern[str], ...]:
    ordinals = "|".join(times().ordinals)
    return (
        re.compile(
            rf"\b(?:{amounts()}\s+(?P<unit>hour|day|week|month|year|decade)s?"
            r"|(?P<whole>the\s+day|the\s+night|hours|minutes|moments|days|weeks))\s+"
            r"(?P<side>after|before|following|since|prior to|ahead of)\s+(?=[\w\"'])",
            re.IGNORECASE,
        ),
        re.compile(r"\b(?P<eve>(?:the\s+)?eve)\s+of\s+", re.IGNORECASE),
        re.compile(
            rf"\b(?:(?P<n>\d{{1,3}})(?:st|nd|rd|th)|(?P<word>{ordinals}))\s+anniversary\s+of\s+"
            r"|\b(?P<hundred>(?:bi)?centenary)\s+of\s+",
            re.IGNORECASE,
        ),
        re.compile(rf"\b{amounts()}\s+years\s+of\s+(?=(?:the|its|their|this)\b)", re.IGNORECASE),
    )


def _relations(sentence: Sentence) -> Iterator[_Relation]:
    for kind, pattern in enumerate(_relation_patterns()):
        for match in pattern.finditer(sentence.text):
            relation = _relation(sentence, match, celebrates=kind >= 2)
            if relation is not None:
                yield relation


def _relation(sentence: Sentence, match: re.Match[str], *, celebrates: bool) -> _Relation | None:
    groups = match.groupdict()
    top = _top(sentence, match.span())
    words = [t for t in sentence.doc if match.start() <= t.idx < match.end() and not t.is_space]
    if top is None or not words:
        return None
    last = words[-1]
    clause = last.head if last.dep_ == "mark" else last
    inside = frozenset(t.i for t in clause.subtree if t.i > last.i)
    if groups.get("eve"):
        inside |= {t.i for t in top.subtree if t.i > last.i}
        return _Relation(match.span(), top, inside, -1, "day", celebrates=False)
    head = top if last.dep_ != "mark" else words[-2] if len(words) > 1 else top
    return _Relation(match.span(), head, inside, _count(groups), _unit_named(groups), celebrates)


def _count(groups: dict[str, str | None]) -> int | None:
    """Units from the time told of in the words that follow; None for "days after"."""
    if groups.get("word"):
        return times().ordinals[(groups["word"] or "").lower()]
    if groups.get("hundred"):
        return 200 if (groups["hundred"] or "").lower().startswith("bi") else 100
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
    if groups.get("unit"):
        return (groups["unit"] or "").lower().replace("hour", "day")
    return "day" if groups.get("whole") else "year"


def _follows(relation: _Relation, expression: DateExpression, word: Token | None) -> bool:
    """Whether a time is the one that a relation counts from."""
    start, end = relation.span[1], expression.span[0]
    if end < start:
        return False
    text = relation.top.doc.text[start:end]
    near = len(text) <= _REACH and not _BREAK.search(text)
    return near or (word is not None and word.i in relation.inside and not _BREAK.search(text))


def _within(relation: _Relation, trigger: Token, expression: DateExpression | None) -> bool:
    """Whether a trigger stands in the words that a relation counts from."""
    if trigger.i in relation.inside:
        return True
    if expression is None:
        return False
    return relation.span[1] <= trigger.idx < expression.span[0]


def _outside(
    trigger: Token, expression: DateExpression, word: Token, relations: list[_Relation]
) -> _Relation | None:
    """The relation that counts from an expression, for a trigger that stands outside it."""
    for relation in relations:
        if relation.celebrates:
            continue
        if _follows(relation, expression, word) and not _within(relation, trigger, expression):
            return relation
    return None


def _shifted(
    sentence: Sentence, trigger: Token, found: DateExpression, relations: list[_Relation]
) -> DateExpression | None:
    """An expression as it is meant of a trigger: "a day after Friday's attack" is Saturday."""
    word = _top(sentence, found.span)
    relation = None if word is None else _outside(trigger, found, word, relations)
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
    return replace(found, text=sentence.text[slice(*span)], date=first, enddate=last)


def _counted_back(
    sentence: Sentence,
    trigger: Token,
    place: _Place | None,
    told: list[DateExpression],
    relations: list[_Relation],
    published: dt.date | None,
) -> DateExpression | None:
    """The date of an act that the sentence counts from: "60 years after the accord was signed"."""
    for relation in relations:
        inner = place is not None and place.word is not None and place.word.i in relation.inside
        if not relation.count or inner or not _within(relation, trigger, None):
            continue
        base = _outer_day(sentence, relation, told, relations, published)
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
    relation: _Relation,
    told: list[DateExpression],
    relations: list[_Relation],
    published: dt.date | None,
) -> dt.date | None:
    """The day of the clause that a relation stands in, else of publication."""
    outer = relation.top.head
    others = [
        e
        for e in told
        if (w := _top(sentence, e.span)) is not None
        and w.i not in relation.inside
        and not (e.span[0] < relation.span[1] and relation.span[0] < e.span[1])
    ]
    seen = _seen(others, others)
    place = _nearest(sentence, outer, seen, [], published, ahead=False)
    return published if place is None else place.expression.date
