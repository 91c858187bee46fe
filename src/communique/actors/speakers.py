"""Whose words a first-person pronoun stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.actors.words import Words
from communique.language.document import Sentence, Tokens

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Quotations", "speakers"]

_MARKS = ('"', "``", "''")
_ALL_MARKS = (*_MARKS, "“", "”", "„", "«", "»", "‘‘", "’’")
"""The same as texts print them, before the parser sees plain ones."""
_SUBJECTS = ("nsubj", "nsubjpass")


class Quotations:
    """Follows the double quotation marks of an article from sentence to sentence.

    A quotation that is open at the end of a sentence goes on in the next one of its paragraph.
    """

    def __init__(self) -> None:
        self._paragraph = -1
        self._open = False

    def inside(self, sentence: Sentence) -> frozenset[int]:
        """The tokens of the next sentence that stand inside quotation marks."""
        if sentence.paragraph != self._paragraph:
            self._paragraph, self._open = sentence.paragraph, False
        if not self._open and not any(mark in sentence.text for mark in _ALL_MARKS):
            return frozenset()
        found = []
        for token in sentence.tokens:
            if token.text in _MARKS:
                self._open = not self._open
            elif self._open:
                found.append(token.i)
        return frozenset(found)


def speakers(doc: Tokens, inside: frozenset[int], words: Words) -> list[int]:
    """The head tokens of those who say something, outside quotation marks, in order.

    They are the subjects of saying verbs, the objects of 'quoted as saying', and what follows
    'according to'. `inside` are the tokens that stand in quotation marks.
    """
    found = []
    for token in doc:
        if token.i in inside:
            continue
        if token.lower_ == "according":
            found += [g.i for c in token.children for g in c.children if g.dep_ == "pobj"]
        elif token.pos_ == "VERB" and words.is_a(token.lemma_, "saying"):
            speaker = _speaker(token)
            if speaker is not None:
                found.append(speaker.i)
    return [i for i in found if i not in inside]


def _speaker(verb: Token) -> Token | None:
    if verb.dep_ == "pcomp" and verb.head.lower_ == "as":
        return next((c for c in verb.head.head.children if c.dep_ in ("dobj", "nsubjpass")), None)
    steps = 0
    while steps < 4:
        subject = next((c for c in verb.children if c.dep_ in _SUBJECTS), None)
        if subject is not None or verb.dep_ != "conj":
            return subject
        verb, steps = verb.head, steps + 1
    return None
