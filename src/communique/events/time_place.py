"""Where a time stands in the parse, seen from the trigger of an event."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from communique.events.dates import DateExpression
from communique.events.span_words import top_word
from communique.events.time_relations import Relation, outside
from communique.events.time_words import times

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.language import Sentence

__all__ = ["Place", "placed"]

_COARSE = {"year": 1, "decade": 3}
"""How much farther away a coarse time counts: "last decade, in March 2017" is March."""
_WEAK = 4
"""How much farther away a time counts that only points to the day told of ("overnight")."""
_INSIDE_NOUN_PHRASE = {"compound", "amod", "nmod", "poss", "nummod"}
_SUBJECTS = {"nsubj", "nsubjpass", "csubj", "expl"}
_OPENING = re.compile(r"\W*(?P<preposition>(?:On|In|At|Over|During)\s+)?(?:[Tt]he\s+)?")
_ON = re.compile(r"\b[Oo]n\s+$")
_OWNER = re.compile(r"['’]s\b")

_Rank = tuple[int, int, int, int]


@dataclass(frozen=True, slots=True)
class Place:
    """An expression of time at the word it hangs on; `own` where that is in the trigger's clause,
    so that it lies ahead if the act does."""

    expression: DateExpression
    word: Token | None
    rank: _Rank
    own: bool


def placed(
    sentence: Sentence, trigger: Token, expression: DateExpression, relations: list[Relation]
) -> Place | None:
    """The place of a time as seen from a trigger; None where it is the time of something else."""
    word = top_word(sentence, expression.span)
    coarse = _COARSE.get(expression.precision, 0) + _WEAK * expression.weak
    if word is None:  # blanked for the parser: a time of the main clause
        above = _clauses_over(trigger)
        return Place(expression, None, (above, coarse, 1, 0), own=not above)
    relation = outside(trigger, expression, word, relations)
    if relation is None and _of_what_follows(sentence, trigger, expression):
        return None
    at = relation.top if relation else _fronted(sentence, expression, word)
    steps = _steps(at, trigger)
    if steps is None:
        return None
    tier, distance, told = steps
    rank = (tier, coarse, distance, abs(word.i - trigger.i))
    return Place(expression, word, rank, own=not told)


def _fronted(sentence: Sentence, expression: DateExpression, word: Token) -> Token:
    """The word that a time hangs on; one that opens the sentence or stands after "on" hangs on
    the verb, though the parser may have drawn it into the name behind it ("On Monday rebels
    attacked")."""
    start, end = expression.span
    if _OWNER.match(sentence.text, end):
        return word
    drawn_in = word.dep_ in _INSIDE_NOUN_PHRASE and word.head.idx >= end
    after_on = drawn_in and expression.precision == "day" and _ON.search(sentence.text[:start])
    if not after_on and not _opens(sentence.text[:start], expression.text):
        return word
    return next((t for t in word.ancestors if t.pos_ in {"VERB", "AUX"}), word)


def _opens(before: str, time: str) -> bool:
    """Whether a time opens a sentence, with a preposition or in more than one word."""
    opening = _OPENING.fullmatch(before)
    return opening is not None and (opening["preposition"] is not None or len(time.split()) > 1)


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
    """ "The 1961 treaty", "sign a 1961 treaty", "at Monday's talks": what a time in a noun's phrase
    tells of the noun's own time or of its verb's."""
    if noun.i == trigger.i:
        return 0
    if noun.i in over and current.dep_ == "nummod":
        return 1  # "the 1961 treaty signed in Lima"
    governor = noun.head
    if noun.dep_ == "dobj" and governor.i == trigger.i:
        return 1 if trigger.lemma_.lower() in times().verbs["make"] else None
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


def _clauses_over(trigger: Token) -> int:
    """How many clauses a trigger lies below the main one."""
    return sum(
        1 for t in (trigger, *trigger.ancestors) if t.dep_ in {"ccomp", "relcl", "acl", "advcl"}
    )
