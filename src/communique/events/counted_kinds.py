"""What a number counts: the dead, the injured, the arrested or those who take part."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.events.count_words import counts
from communique.events.counted_people import counted_noun
from communique.events.counting_verbs import done_to, kind_in, kind_of_verb

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.events.numbers_in_text import Number

__all__ = ["kinds_of"]


def kinds_of(head: Token, number: Number) -> list[str]:
    """What a number counts: one thing, or for nought all that is told together."""
    beside = _beside(head, number)
    if beside is not None:
        return [beside]
    noun = counted_noun(head)
    if noun is None:
        return []
    if number.high == 0:
        return list(_all_kinds(noun))
    found = done_to(noun) or _own(noun, alone=noun.i == head.i)
    return [found] if found else []


def _all_kinds(noun: Token) -> Iterator[str]:
    """What nought counts: "no one was killed or injured", "no casualties"."""
    verbs, nouns = counts().verbs, counts().nouns
    lemma = noun.lemma_.lower()
    if lemma in counts().other.casualties:
        yield from ("dead", "injured")
        return
    if kind := done_to(noun) or _own(noun, alone=False):
        yield kind
    others = [c for c in noun.children if c.dep_ == "conj"]
    if noun.dep_ in {"nsubjpass", "nsubj"}:
        others += [c for c in noun.head.children if c.dep_ == "conj"]
    for other in others:
        if kind := kind_of_verb(verbs, other) or kind_in(nouns, other.lemma_.lower()):
            yield kind


def _beside(head: Token, number: Number) -> str | None:
    """ "12 dead", "30 others injured": the state of those counted, right behind their number."""
    rest = [t for t in head.doc if t.idx >= number.span[1] and not t.is_space][:3]
    for position, token in enumerate(rest):
        kind = kind_in(counts().states, token.lower_)
        if kind is not None:
            return None if _has_object(token) else kind
        if position or token.pos_ not in {"NOUN", "ADJ", "PRON"} or token.dep_ == "prep":
            return None
        if token.lemma_.lower() in counts().other.things:
            return None
    return None


def _has_object(verb: Token) -> bool:
    """Whether a participle is a verb in the active: "two gunmen killed 12"."""
    return any(c.dep_ in {"dobj", "dative"} for c in verb.children)


def _own(noun: Token, *, alone: bool) -> str | None:
    """What the noun itself says that is counted: "40 arrests", "a crowd of 5,000"; a number that
    stands `alone` says it by what is told of it."""
    nouns = counts().nouns
    if not alone and (kind := kind_in(nouns, noun.lemma_.lower())):
        return kind
    if alone and (kind := kind_in(nouns, *_behind_of(noun))):
        return kind
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        return kind_in(nouns, noun.head.head.lemma_.lower())
    return _told_as_toll(noun)


def _behind_of(noun: Token) -> list[str]:
    """Lemmas of the nouns that "of" joins to one: "thousands of protesters"."""
    return [
        g.lemma_.lower()
        for c in noun.children
        if c.dep_ == "prep" and c.lower_ == "of"
        for g in c.children
    ]


def _told_as_toll(noun: Token) -> str | None:
    """ "The death toll rose to 41"."""
    verb = noun.head
    if noun.dep_ not in {"pobj", "dobj", "attr"} or (
        noun.dep_ == "pobj" and verb.lower_ not in {"to", "at"}
    ):
        return None
    while verb.dep_ == "prep":
        verb = verb.head
    if verb.lemma_.lower() not in {*counts().other.rises, "be"}:
        return None
    counted = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"}]
    if verb.dep_ in {"acl", "relcl"}:
        counted.append(verb.head)  # "the crowd, put at 10,000"
    for subject in counted:
        compounds = [c.lemma_.lower() for c in subject.children if c.dep_ == "compound"]
        names = (*compounds, *reversed(_behind_of(subject)), subject.lemma_.lower())
        if subject.i != noun.i and (kind := kind_in(counts().nouns, *names)):
            return kind
    return None
