"""Whose number a number is, and whether they belong to an act of the sentence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.events.count_words import counts
from communique.events.span_words import top_word, words_in

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.events.numbers_in_text import Number
    from communique.language import Sentence

__all__ = ["counted_noun", "first_joined", "head_of", "of_act", "single_ones"]

_NOUNS = {"NOUN", "PROPN", "PRON", "NUM"}


def head_of(sentence: Sentence, number: Number) -> Token | None:
    """The word of a number that is highest in the parse; where the parser took "around" for a
    preposition, the last."""
    top = top_word(sentence, number.span)
    if top is None or top.pos_ not in {"ADP", "SCONJ"}:
        return top
    return words_in(sentence, number.span)[-1]


def of_act(head: Token, trigger: Token) -> bool:
    """Whether a number belongs to the act of a trigger, not to another one of the sentence."""
    over = {t.i for t in (trigger, *trigger.ancestors)}
    current = head
    while current.i not in over:
        if current.dep_ in {"relcl", "acl"} and current.head.i != trigger.i:
            return False
        if _sets_apart(current):
            return False
        current = current.head
    meet, current = current, trigger
    while current.i != meet.i:
        if _sets_apart(current) or (current.dep_ == "relcl" and current.i != head.i):
            return False
        current = current.head
    return True


def _sets_apart(word: Token) -> bool:
    """Whether a word begins what was before or after: "after clashes", "since rebels attacked"."""
    apart = counts().other.apart
    if word.dep_ == "prep" and word.lower_ in apart:
        return any(c.pos_ != "NUM" for c in word.children)
    if word.dep_ in {"advcl", "pcomp"}:
        return any(c.dep_ == "mark" and c.lower_ in apart for c in word.children)
    return False


def counted_noun(head: Token) -> Token | None:
    """The word whose number it is; None where that is no people."""
    noun = head
    while noun.dep_ in {"nummod", "quantmod", "compound", "det", "amod", "advmod"} and (
        noun.head.i != noun.i and noun.head.pos_ in {*_NOUNS, "ADJ"}
    ):
        if noun.dep_ == "nummod" and noun.head.i < noun.i and noun.head.pos_ == "PROPN":
            return None  # "Flight 370"
        noun = noun.head
    return None if noun.lemma_.lower() in counts().other.things else noun


def first_joined(noun: Token) -> Token:
    """The first of the nouns that "and" joins to one."""
    while noun.dep_ == "conj" and noun.head.pos_ in _NOUNS:
        noun = noun.head
    return noun


def single_ones(first: Token) -> list[Token]:
    """The single people among nouns that are joined: "six men and a child"."""
    return [noun for noun in (first, *_joined_to(first)) if _is_one(noun)]


def _joined_to(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "conj" and child.pos_ in _NOUNS:
            yield child
            yield from _joined_to(child)


def _is_one(noun: Token) -> bool:
    """Whether a noun is one person: "a child", "the commander"."""
    if noun.tag_ != "NN" or noun.lemma_.lower() in counts().other.things:
        return False
    before = [c for c in noun.children if c.i < noun.i]
    named = any(c.dep_ == "det" and c.lower_ in {"a", "an", "the"} for c in before)
    return named and not any(c.dep_ == "nummod" for c in before)
