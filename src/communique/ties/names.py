"""Proper names of treaties and alliances, and of what is disputed."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.events.predication import Predication
    from communique.language import Sentence
    from communique.ties.lexicon import Lexicon

__all__ = ["disputed_name", "proper_name"]

_INSIDE = {"compound", "amod", "nmod", "punct", "poss", "case"}


def proper_name(sentence: Sentence, noun: Token) -> str | None:
    """The name that a noun in capitals heads ("Treaty of Rome", "North Atlantic Treaty")."""
    if not noun.text[:1].isupper() or noun.i == 0:
        return None
    first = noun
    for child in sorted(noun.children, key=lambda t: -t.i):
        if child.i < first.i and child.dep_ in _INSIDE - {"poss"} and child.text[:1].isupper():
            first = min(child.subtree, key=lambda t: t.i)
    last = noun
    for child in noun.children:
        if child.dep_ == "prep" and child.lower_ in {"of", "on"} and child.i == noun.i + 1:
            for inner in child.children:
                if inner.dep_ == "pobj" and inner.text[:1].isupper():
                    last = inner
    if first.i == last.i:
        return None
    return sentence.words(sentence.span_of(first.i, last.i))


def disputed_name(
    sentence: Sentence,
    predication: Predication,
    slots: Iterable[str],
    lexicon: Lexicon,
    *,
    treaty: bool,
) -> str | None:
    """The proper name in one of the slots; with `treaty`, that of a treaty."""
    for slot in slots:
        for i in predication.fill(slot):
            word = sentence.doc[i]
            if word.pos_ != "PROPN" and not word.text[:1].isupper():
                continue
            if treaty:
                if lexicon.wanted(word.lemma_.lower(), "noun"):
                    return proper_name(sentence, word)
                continue
            first = min(
                [
                    word.i,
                    *(c.i for c in word.children if c.dep_ in _INSIDE and c.text[:1].isupper()),
                ]
            )
            return sentence.words(sentence.span_of(first, word.i))
    return None
