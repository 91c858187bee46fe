"""Words that point back: pronouns, 'the ministry', 'the agency'."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from communique.actors.identify import Who
from communique.actors.memory import Memory, Said

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = [
    "clause_subjects",
    "is_empty_it",
    "last_medium",
    "last_minister",
    "own_subjects",
    "pronoun",
    "same_kind",
    "same_people",
    "same_role",
]

_REACH = 3
_PERSON_REACH = 5
_FAR = 10_000


def pronoun(
    token: Token, kind: str, memory: Memory, sentence: int, saying: Callable[[str], bool]
) -> tuple[Who, ...] | None:
    """Whom a third-person pronoun means, or None where nothing fits.

    `kind` is he, she, it or they. A person for he and she (never one met by the other gender), a
    body or a state for it, several or a group for they; never the subject of the verb whose
    object the pronoun is. A possessor is first of all the subject of its own clause, and 'they' in
    what is said those who say it (`saying` tells verbs of saying by their base form).
    """
    subjects = own_subjects(token)
    near = clause_subjects(token) if token.tag_ == "PRP$" else frozenset()

    acting = {
        who.identity
        for said in memory.back(sentence, 0)
        if said.token in subjects and len(said.whose) == 1
        for who in said.whose
    }

    def allowed(said: Said) -> bool:
        if said.sentence != sentence:
            return not acting or said.whose[0].identity not in acting
        return said.token not in subjects and said.whose[0].identity not in acting

    def beside(said: Said) -> bool:
        return said.sentence == sentence and said.token in near

    telling = _telling_subjects(token, saying)

    def tells(said: Said) -> bool:
        return said.sentence == sentence and said.token in telling

    if kind == "they" and telling:
        teller = memory.last(sentence, 0, lambda s: tells(s) and _is_several(s))
        if teller is not None and teller.whose[0].identity not in acting:
            return teller.whose
    if kind in ("he", "she"):
        own = _person(kind, memory, sentence, beside) if near else None
        return own or _person(kind, memory, sentence, allowed)
    fits = {"it": _is_body, "they": _is_several}.get(kind)
    if fits is None:
        return None
    found = memory.last(sentence, 0, lambda s: beside(s) and fits(s)) if near else None
    found = found or memory.last(sentence, _REACH, lambda s: allowed(s) and fits(s))
    return found.whose if found else None


def _telling_subjects(token: Token, saying: Callable[[str], bool]) -> frozenset[int]:
    """The subjects of the verb of saying in whose complement a token stands."""
    node, steps = token, 0
    while node.head.i != node.i and steps < 12:
        if node.dep_ == "ccomp" and saying(node.head.lemma_):
            return frozenset(
                c.i for c in node.head.children if c.dep_ == "nsubj" and c.i != token.i
            )
        node, steps = node.head, steps + 1
    return frozenset()


def clause_subjects(token: Token) -> frozenset[int]:
    """The subjects of the nearest verb above a token that has any."""
    node, steps = token, 0
    while node.head.i != node.i and steps < 10:
        node, steps = node.head, steps + 1
        if node.pos_ in ("VERB", "AUX"):
            found = [c.i for c in node.children if c.dep_ in ("nsubj", "nsubjpass")]
            if found and token.i not in found:
                return frozenset(i for i in found if not _holds(token.doc[i], token))
    return frozenset()


def _holds(head: Token, token: Token) -> bool:
    return head.i == token.i or head.is_ancestor(token)


def own_subjects(token: Token) -> frozenset[int]:
    """The subjects that an object pronoun cannot mean: 'X praised him'."""
    if token.dep_ not in ("dobj", "dative", "pobj"):
        return frozenset()
    verb = token.head.head if token.dep_ == "pobj" else token.head
    while True:
        subjects = frozenset(c.i for c in verb.children if c.dep_ in ("nsubj", "nsubjpass"))
        if subjects or verb.dep_ not in ("conj", "xcomp", "advcl") or verb.head.i == verb.i:
            return subjects
        verb = verb.head


def _person(
    gender: str, memory: Memory, sentence: int, allowed: Callable[[Said], bool]
) -> tuple[Who, ...] | None:
    other = "she" if gender == "he" else "he"

    def fits(said: Said) -> bool:
        if len(said.whose) != 1 or said.plural or not allowed(said):
            return False
        who = said.whose[0]
        return who.kind == "person" and memory.gender(who) != other

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


def same_role(word: str, memory: Memory, sentence: int, plural: bool) -> tuple[Who, ...] | None:
    """Whom a definite role without a country means: the last that bore the same word.

    Else the last whose role has this word in it, or is in this, with the same head noun: 'the
    ministry', 'the ministry of trade' after 'their trade ministry'. Those of the same number go
    first. A body whose name ends in the word counts as well: 'the agency' after 'the U.N. refugee
    agency'.
    """
    wanted, head = _content(word), _head(word)
    best: tuple[int, tuple[Who, ...]] | None = None
    for said in memory.back(sentence, _FAR):
        if not said.whose[0].known:
            continue
        if not said.word:
            if said.noun == word and not plural and len(said.whose) == 1:
                return said.whose if best is None else best[1]
            continue
        has = _content(said.word)
        if said.word != word and (_head(said.word) != head or not (wanted <= has or has <= wanted)):
            continue
        score = 2 * (said.word == word) + (said.plural == plural)
        if best is None or score > best[0]:
            best = (score, said.whose)
        if score == 3:
            break
    return best[1] if best else None


def _content(word: str) -> frozenset[str]:
    return frozenset(word.split()) - {"of", "the", "for"}


def _head(word: str) -> str:
    return word.partition(" of ")[0].split()[-1]


def same_kind(
    fits: Callable[[Who], bool], memory: Memory, sentence: int, reach: int | None = None
) -> tuple[Who, ...] | None:
    """The last body of a kind that was named: one that is known goes before one that is not.

    `reach` is how many sentences back; without it the whole article counts.
    """
    unknown: tuple[Who, ...] | None = None
    for said in memory.back(sentence, _FAR if reach is None else reach):
        who = said.whose[0]
        if len(said.whose) != 1 or who.kind not in ("organisation", "group"):
            continue
        if not who.name or not fits(who):
            continue
        if who.known:
            return said.whose
        if unknown is None and " " in who.name:
            unknown = said.whose
    return unknown


def same_people(sector: str, memory: Memory, sentence: int, reach: int) -> tuple[Who, ...] | None:
    """Whom 'the monitors' mean after 'observers from X': the last people of the same sector."""
    for said in memory.back(sentence, reach):
        who = said.whose[0]
        if len(said.whose) == 1 and said.plural and who.kind == "group" and who.sector == sector:
            return said.whose if who.known else None
    return None


def last_minister(memory: Memory, sentence: int, reach: int | None = None) -> str | None:
    """The country of the minister, or speaker for a ministry, who was named last.

    `reach` is how many sentences back; without it the whole article counts.
    """
    for said in memory.back(sentence, _FAR if reach is None else reach):
        who = said.whose[0]
        titles = (said.word, *memory.titles_of(who))
        if who.country is not None and any("minister" in t for t in titles):
            return who.country
    return None


def last_medium(memory: Memory, sentence: int) -> tuple[Who, ...] | None:
    """Whom 'the agency' means where it reports: the news agency or medium that was named last."""
    for said in memory.back(sentence, _FAR):
        who = said.whose[0]
        medium = who.kind == "organisation" and who.sector == "JRN"
        if medium and len(said.whose) == 1 and (who.name or who.entity_id):
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
