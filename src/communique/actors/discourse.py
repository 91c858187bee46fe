"""Words that point back: pronouns, 'both sides', 'the two leaders', 'the ministry'."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from communique.actors.identify import Who
from communique.actors.memory import Memory, Said

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["is_empty_it", "pair", "pronoun", "same_role", "same_sector", "several"]

_REACH = 3
_PERSON_REACH = 5
_PAIR_REACH = 6
_FAR = 10_000
_PERSONS_REACH = 12
_NUMBERS = {"both": 2, "two": 2, "2": 2, "three": 3, "3": 3, "four": 4, "4": 4, "five": 5}


def pronoun(token: Token, kind: str, memory: Memory, sentence: int) -> tuple[Who, ...] | None:
    """Whom a third-person pronoun means, or None where nothing fits.

    `kind` is he, she, it or they. A person for he and she (never one met by the other gender), a
    body or a state for it, several or a group for they; never the subject of the verb whose
    object the pronoun is.
    """
    subjects = _own_subjects(token)

    def allowed(said: Said) -> bool:
        return said.sentence != sentence or said.token not in subjects

    if kind in ("he", "she"):
        return _person(kind, memory, sentence, allowed)
    fits = {"it": _is_body, "they": _is_several}.get(kind)
    if fits is None:
        return None
    found = memory.last(sentence, _REACH, lambda s: allowed(s) and fits(s))
    return found.whose if found else None


def _own_subjects(token: Token) -> frozenset[int]:
    """The subjects that an object pronoun cannot mean: 'X praised him'."""
    if token.dep_ not in ("dobj", "dative", "pobj"):
        return frozenset()
    verb = token.head.head if token.dep_ == "pobj" else token.head
    return frozenset(c.i for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))


def _person(
    gender: str, memory: Memory, sentence: int, allowed: Callable[[Said], bool]
) -> tuple[Who, ...] | None:
    other = "she" if gender == "he" else "he"

    def fits(said: Said) -> bool:
        if len(said.whose) != 1 or said.plural or not allowed(said):
            return False
        who = said.whose[0]
        return who.kind == "person" and memory.genders.get(who.identity) != other

    found = memory.last(sentence, _PERSON_REACH, fits)
    if found is None:
        return None
    memory.genders.setdefault(found.whose[0].identity, gender)
    return found.whose


def _is_body(said: Said) -> bool:
    return (
        len(said.whose) == 1
        and not said.plural
        and said.whose[0].kind in ("state", "organisation", "group")
    )


def _is_several(said: Said) -> bool:
    return said.plural or len(said.whose) > 1 or said.whose[0].kind == "group"


def several(determiner: str, number: str) -> int:
    """How many 'both', 'the two', 'the three' are; 0 where no number is told."""
    return _NUMBERS.get(determiner, 0) or _NUMBERS.get(number, 0)


def pair(kind: str, count: int, memory: Memory, sentence: int) -> tuple[Who, ...]:
    """The last `count` different persons, states or sides that were named, in their order.

    `kind` is that of the role word: 'person' looks for persons first ('the two leaders'),
    'state' for what has a country ('both countries'), any other for all but the press ('both
    sides'). Empty where not enough were named.
    """
    if kind == "person":
        found = _distinct(
            memory, sentence, count, lambda w: w.kind == "person", reach=_PERSONS_REACH
        )
        if len(found) == count:
            return found
    return _distinct(
        memory,
        sentence,
        count,
        lambda w: _is_side(w) and (kind != "state" or w.country is not None),
        by_country=True,
    )


def _is_side(who: Who) -> bool:
    return who.known and who.sector != "JRN" and who.kind not in ("document", "unnamed")


def _distinct(
    memory: Memory,
    sentence: int,
    count: int,
    fits: Callable[[Who], bool],
    *,
    by_country: bool = False,
    reach: int = _PAIR_REACH,
) -> tuple[Who, ...]:
    found: dict[object, Who] = {}
    for said in memory.back(sentence, reach):
        for who in reversed(said.whose):
            if not fits(who):
                continue
            key = (who.country or who.code) if by_country else who.identity
            if key in found:
                if by_country and who.kind == "state" and found[key].kind != "state":
                    found[key] = who
                continue
            if len(found) == count:
                continue
            found[key] = who
        if len(found) == count and not by_country:
            break
    return tuple(reversed(found.values())) if len(found) == count else ()


def same_role(word: str, memory: Memory, sentence: int, plural: bool) -> tuple[Who, ...] | None:
    """Whom a definite role without a country means: the last that bore the same word.

    Else the last whose role has this word in it, or is in this: 'the ministry', 'the ministry of
    trade' after 'their trade ministry'. Those of the same number go first.
    """
    wanted = _content(word)
    best: tuple[int, tuple[Who, ...]] | None = None
    for said in memory.back(sentence, _FAR):
        if not said.word or not said.whose[0].known:
            continue
        has = _content(said.word)
        if said.word != word and not (wanted <= has or has <= wanted):
            continue
        score = 2 * (said.word == word) + (said.plural == plural)
        if best is None or score > best[0]:
            best = (score, said.whose)
        if score == 3:
            break
    return best[1] if best else None


def _content(word: str) -> frozenset[str]:
    return frozenset(word.split()) - {"of", "the", "for"}


def same_sector(sector: str, memory: Memory, sentence: int) -> tuple[Who, ...] | None:
    """Whom 'the agency', 'the bloc', 'the company' mean: the last named body of that sector.

    A sector of UNK ('the group') fits any, none ('the bloc') what is of no one state.
    """
    for said in memory.back(sentence, _FAR):
        who = said.whose[0]
        if len(said.whose) != 1 or who.kind not in ("organisation", "group") or not who.name:
            continue
        if sector == who.sector or sector == "UNK" or (not sector and who.country is None):
            return said.whose
    return None


def is_empty_it(token: Token) -> bool:
    """Whether an 'it' only holds the subject's place: 'it is likely that', 'it was X who'."""
    if token.dep_ not in ("nsubj", "nsubjpass"):
        return False
    verb = token.head
    deps = {c.dep_ for c in verb.children}
    if verb.lemma_ == "be" or token.dep_ == "nsubjpass":
        return bool(deps & {"ccomp", "xcomp", "advcl", "csubj", "relcl"})
    return verb.lemma_ in ("seem", "appear") and "ccomp" in deps
