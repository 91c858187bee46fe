"""What a verb says of those counted: that they were killed, hurt or arrested, or took part."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.events.count_words import counts
from communique.events.counted_people import first_joined

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["done_to", "kind_in", "kind_of_verb"]

_DEPTH = 4


def kind_in(table: dict[str, frozenset[str]], *keys: str) -> str | None:
    """The kind in a table of `data/counts.toml` that has the first of the keys to be found."""
    return next((k for key in keys for k, words in table.items() if key in words), None)


def kind_of_verb(table: dict[str, frozenset[str]], verb: Token) -> str | None:
    """The kind of a verb with its particle, object or preposition, else of the verb alone."""
    lemma = verb.lemma_.lower()
    keys: list[str] = []
    for child in verb.children:
        if child.dep_ in {"prt", "advmod", "acomp", "oprd", "prep", "dobj"}:
            keys.append(f"{lemma} {child.lemma_.lower()}")
        if child.dep_ == "prep":
            keys += [f"{lemma} {child.lemma_.lower()} {g.lemma_.lower()}" for g in child.children]
            keys += [f"{lemma} {g.lemma_.lower()}" for g in child.children if child.lower_ == "to"]
    return kind_in(table, *keys, lemma)


def done_to(noun: Token) -> str | None:
    """What is done to those counted, or what they do, by the verb that governs them."""
    verbs, intransitive = counts().verbs, counts().intransitive
    for child in noun.children:
        if child.dep_ in {"acl", "relcl"} and (kind := _modifying(child)):
            return kind
    first = first_joined(noun)
    verb = first.head
    if first.dep_ in {"dobj", "obj"}:
        return kind_of_verb(verbs, verb) or _drawn(verb)
    if first.dep_ == "nsubjpass":
        return _told_of_subject(verb, passive=True)
    if first.dep_ == "nsubj":
        return kind_of_verb(intransitive, verb) or _told_of_subject(verb, passive=False)
    if first.dep_ == "pobj" and verb.lower_ == "by":
        return _only_taking_part(kind_of_verb(intransitive, verb.head))
    return None


def _only_taking_part(kind: str | None) -> str | None:
    return kind if kind == "taking_part" else None


def _modifying(verb: Token) -> str | None:
    """What a clause behind those counted tells of them: "12 who died", "30 people wounded by"."""
    verbs, intransitive = counts().verbs, counts().intransitive
    if _is_passive(verb):
        return kind_of_verb(verbs, verb) or kind_of_verb(intransitive, verb)
    subject = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if subject is None or subject.lower_ in {"who", "that", "which"}:
        return kind_of_verb(intransitive, verb)
    return kind_of_verb(verbs, verb)  # "the 12 people whom they killed"


def _is_passive(verb: Token) -> bool:
    if any(c.dep_ in {"nsubjpass", "auxpass"} for c in verb.children):
        return True
    return verb.tag_ == "VBN" and not any(c.dep_ in {"dobj", "aux"} for c in verb.children)


def _told_of_subject(verb: Token, *, passive: bool) -> str | None:
    """What a verb says of its subject, or one that shares it: "were shot and killed"."""
    current: Token | None = verb
    for _ in range(_DEPTH):
        if current is None:
            return None
        shares = current.i != verb.i
        done = passive or (shares and _is_passive(current))
        if done and (kind := kind_of_verb(counts().verbs, current)):
            return kind
        if shares and (kind := kind_of_verb(counts().intransitive, current)):
            return kind
        current = _next_with_subject(current)
    return None


def _next_with_subject(verb: Token) -> Token | None:
    """A verb below another that has its subject from it."""
    return next(
        (
            c
            for c in verb.children
            if c.dep_ in {"xcomp", "conj", "oprd", "acomp"}
            and not any(d.dep_ in {"nsubj", "nsubjpass"} for d in c.children)
        ),
        None,
    )


def _drawn(verb: Token) -> str | None:
    """ "The rally drew 5,000 people"."""
    if verb.lemma_.lower() not in counts().other.draws:
        return None
    subjects = [c.lemma_.lower() for c in verb.children if c.dep_ == "nsubj"]
    return _only_taking_part(kind_in(counts().nouns, *subjects))
