"""Slots of a predication to parties: predications x mentions."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import TYPE_CHECKING

from communique.actors import Mention, Mentions
from communique.records import Entity

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.language import Sentence

__all__ = ["Parties", "count_parties", "distinct"]

_DEPTH = 3
_INTO = {"of", "in", "for", "from", "to", "at"}


def distinct(mentions: Iterable[Mention]) -> tuple[Mention, ...]:
    """Mentions in order, none twice."""
    found: dict[tuple[int, int], Mention] = {}
    for mention in mentions:
        found.setdefault(mention.span, mention)
    return tuple(found.values())


def count_parties(mentions: Iterable[Mention]) -> int:
    """How many parties are meant: "the two leaders" are two; an unresolved plural is one."""
    return sum(len(m.entities) for m in mentions)


class Parties:
    """Finds who stands at a token of one sentence."""

    def __init__(
        self, sentence: Sentence, mentions: Mentions, quantities: Container[str] = ()
    ) -> None:
        self._doc = sentence.doc
        self._whole = sentence
        self._sentence = sentence.number
        self._mentions = mentions
        self._quantities = quantities

    def at(self, token: int) -> tuple[Mention, ...]:
        """The party that a noun phrase names, or whose it is.

        `token` is the phrase's head. Where the head is no party itself ("Iran's programme",
        "the government of Mali's decision", "towns in Syria"), its owner is looked for inside.
        """
        found = self._find(self._doc[token], 0) or self._crowd(self._doc[token])
        return (*found, *self._lifted(self._doc[token], found))

    def _crowd(self, token: Token) -> tuple[Mention, ...]:
        """People who are only counted: "hundreds were arrested", "tens of thousands marched"."""
        subject = token.dep_ in {"nsubj", "nsubjpass"} or token.head.dep_ == "agent"
        if not subject or token.lower_ not in self._quantities or token.tag_ != "NNS":
            return ()
        first, last = token.left_edge.i, token.i
        span = self._whole.span_of(first, last)
        crowd = Entity(raw_text=self._whole.words(span), span=span, kind="group")
        return (Mention(self._sentence, token.i, first, last, span, (crowd,)),)

    def _lifted(self, token: Token, found: tuple[Mention, ...]) -> tuple[Mention, ...]:
        """Persons coordinated one level too deep: in "president X of A and minister Y of B" the
        parser hangs Y on A."""
        if len(found) != 1 or found[0].entity.kind != "person" or found[0].head != token.i:
            return ()
        return tuple(
            other
            for child in token.children
            if child.dep_ == "prep" and child.lower_ == "of"
            for place in child.children
            if place.dep_ == "pobj"
            for conjunct in place.conjuncts
            if (other := self._mentions.holding(self._sentence, conjunct.i))
            and other.entity.kind == "person"
            and other.first > found[0].last
        )

    def modifier(self, token: int) -> tuple[Mention, ...]:
        """The party that an adjective or compound names ("the Iranian strike")."""
        found = self._mentions.at(self._sentence, token)
        if found is None:
            holding = self._mentions.holding(self._sentence, token)
            found = holding if holding and holding.attributive else None
        return (found,) if found and found.entity.kind != "document" else ()

    def _find(self, token: Token, depth: int) -> tuple[Mention, ...]:
        mention = self._mentions.at(self._sentence, token.i)
        if mention is None:
            holding = self._mentions.holding(self._sentence, token.i)
            if holding is not None and holding.head in {t.i for t in token.subtree}:
                mention = holding if not holding.attributive else None
            elif (
                holding is not None
                and token.head.i == holding.head
                and token.dep_ in {"compound", "amod", "nmod"}
            ):
                mention = holding
        if mention is not None and mention.entity.kind != "document":
            return (mention,)
        if depth >= _DEPTH or token.pos_ not in {"NOUN", "PROPN", "NUM", "PRON", "ADJ"}:
            return ()
        for child in token.children:
            if child.dep_ == "poss" and (found := self._find(child, depth + 1)):
                return found
        for child in token.children:
            if child.dep_ in {"amod", "compound", "nmod"} and (found := self.modifier(child.i)):
                return found
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in _INTO:
                for inner in child.children:
                    if inner.dep_ == "pobj" and (found := self._find(inner, depth + 1)):
                        return found
        for child in token.children:
            if child.dep_ == "appos" and (found := self._find(child, depth + 1)):
                return found
        return ()
