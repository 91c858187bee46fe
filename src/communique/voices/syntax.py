"""A sentence's parse as plain lists, and the few questions that attribution asks of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.language import Sentence
from communique.records import Span

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Syntax", "is_fragment"]

_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_STOPS = tuple(".!?…\"”’'")
_CLOSERS = frozenset(",;:-–—―")


class Syntax:
    """Words, lemmas, tags, labels, heads and subtree edges of one sentence's tokens.

    All indices are token indices of the sentence. `left[i]` and `right[i]` are the first and
    last token of the subtree under `i`, both included.
    """

    def __init__(self, sentence: Sentence) -> None:
        doc = sentence.doc
        self.sentence = sentence
        tokens = list(doc)
        self.size = len(tokens)
        self.word = [token.lower_ for token in tokens]
        self.lemma = [token.lemma_.lower() for token in tokens]
        self.tag = [token.tag_ for token in tokens]
        self.label = [token.dep_ for token in tokens]
        steps = doc.to_array("HEAD").astype("int64").tolist()
        self.head = [index + int(step) for index, step in enumerate(steps)]
        for index, label in enumerate(self.label):
            # "the agency reports" after a comma is often tagged as a plural noun
            if label == "parataxis" and self.tag[index] == "NNS" and _has_subject(tokens[index]):
                self.tag[index] = "VBZ"
        self.start = [sentence.start + token.idx for token in tokens]
        self.end = [s + len(token) for s, token in zip(self.start, tokens, strict=True)]
        self.children: list[list[int]] = [[] for _ in range(self.size)]
        self.left = list(range(self.size))
        self.right = list(range(self.size))
        for index, head in enumerate(self.head):
            if head != index:
                self.children[head].append(index)
            if tokens[index].is_space:  # a dateline that was blanked belongs to no phrase
                continue
            climb = index
            while self.head[climb] != climb:
                climb = self.head[climb]
                if index < self.left[climb]:
                    self.left[climb] = index
                elif index > self.right[climb]:
                    self.right[climb] = index

    def child(self, index: int, *labels: str) -> int | None:
        """The first child of a token that has one of these labels."""
        for child in self.children[index]:
            if self.label[child] in labels:
                return child
        return None

    def span(self, first: int, last: int) -> Span:
        """Offsets in the article's text of the tokens `first` to `last`, both included."""
        return (self.start[first], self.end[last])

    def is_verb(self, index: int) -> bool:
        """Whether a token is tagged as a verb."""
        return self.tag[index].startswith("VB")

    def is_passive(self, index: int) -> bool:
        """Whether a verb stands in the passive, or is a participle that follows its noun."""
        if self.tag[index] != "VBN":
            return False
        labels = {self.label[child] for child in self.children[index]}
        if labels & {"auxpass", "nsubjpass", "agent"}:
            return True
        return self.label[index] == "acl" and "aux" not in labels

    def subject(self, index: int) -> int | None:
        """The token that heads a verb's own subject, on whichever side it stands."""
        return next((c for c in self.children[index] if self.label[c] in _SUBJECTS), None)

    def trimmed(self, first: int, last: int) -> tuple[int, int] | None:
        """A token range without the commas, dashes, stops and conjunctions at its edges."""
        while first <= last and (
            self.word[first] in _CLOSERS
            or self.word[first] in {".", "--", ")"}
            or (self.word[first] in {"and", "but", "or"} and self.label[first] == "cc")
        ):
            first += 1
        while last >= first and (
            self.word[last] in _CLOSERS or self.word[last] in {".", "--", "(", "and", "but"}
        ):
            last -= 1
        return (first, last) if first <= last else None

    def ancestors(self, index: int) -> list[int]:
        """The tokens above a token, nearest first."""
        found = []
        while self.head[index] != index:
            index = self.head[index]
            found.append(index)
        return found


def _has_subject(token: Token) -> bool:
    return any(child.dep_ == "nsubj" for child in token.lefts)


def is_fragment(syntax: Syntax) -> bool:
    """Whether a line is no sentence: no finite verb, and no stop at its end."""
    ends = syntax.sentence.text.rstrip().endswith(_STOPS)
    return not ends and not any(tag in _FINITE for tag in syntax.tag)
