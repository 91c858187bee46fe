"""Whose words a first-person pronoun stands in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.language.document import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["Quotations", "in_quotation", "quoted_speaker", "speaker_of"]

_MARKS = ('"', "``", "''")


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
        found = []
        for token in sentence.doc:
            if token.text in _MARKS:
                self._open = not self._open
            elif self._open:
                found.append(token.i)
        return frozenset(found)


def in_quotation(doc: Doc, token: int) -> bool:
    """Whether a token stands after an odd number of double quotation marks of its sentence."""
    return sum(1 for t in doc[:token] if t.text in _MARKS) % 2 == 1


def quoted_speaker(doc: Doc) -> int | None:
    """The subject, outside quotation marks, of a verb whose complement stands inside them."""
    if not any(t.text == '"' for t in doc):
        return None
    for token in doc:
        if token.dep_ not in ("nsubj", "nsubjpass") or in_quotation(doc, token.i):
            continue
        for child in token.head.children:
            if child.dep_ in ("ccomp", "parataxis") and in_quotation(doc, child.i):
                return int(token.i)
    return None


def speaker_of(doc: Doc, token: int) -> int | None:
    """The head token of the subject that governs the clause of a first-person pronoun.

    It is the subject, outside the quotation, of the nearest verb above that has the pronoun's
    clause as its complement. None where there is none in the sentence.
    """
    node, steps = doc[token], 0
    while node.head.i != node.i and steps < 12:
        complement = node.dep_ in ("ccomp", "parataxis", "xcomp", "advcl", "conj")
        node, steps = node.head, steps + 1
        if not complement:
            continue
        for child in node.children:
            subject = child.dep_ in ("nsubj", "nsubjpass") and child.i != token
            if subject and not in_quotation(doc, child.i):
                return int(child.i)
    return None
