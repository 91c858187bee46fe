"""What the parts of this room share while one sentence of one article is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from communique.actors.identify import Identifier, Who
from communique.actors.memory import Memory
from communique.actors.mentions import Chunk
from communique.actors.phrase import Reading
from communique.actors.words import Words
from communique.language.document import Sentence, Tokens

__all__ = ["Context", "Focus", "Scene", "focus_of"]

_FOCUS_SHARE = 0.4
_SURE_SHARE = 0.75
_ONLY_SHARE = 0.9
_ENOUGH = 20
_ENOUGH_MENTIONS = 3
"""Weight and mentions that a country must have before a bare name is taken for one of its people.
One mention of another party says nothing of where "John Smith" is from."""


@dataclass(frozen=True, slots=True)
class Focus:
    """The country that an article is about, as far as it may be supposed.

    `likely` is named clearly more than any other (for 'the police'), `sure` is three quarters of
    all that is named (for persons of whom only the name is told), `only` nine tenths (for bodies).
    """

    likely: str | None
    sure: str | None
    only: str | None

    @classmethod
    def of(cls, weights: Counter[str], mentions: Counter[str]) -> Focus:
        """From how much and how often each country is named."""
        likely = focus_of(weights)
        if likely is None or weights[likely] < _ENOUGH or mentions[likely] < _ENOUGH_MENTIONS:
            return cls(likely, None, None)
        return cls(likely, focus_of(weights, _SURE_SHARE), focus_of(weights, _ONLY_SHARE))


def focus_of(weights: Counter[str], share: float = _FOCUS_SHARE) -> str | None:
    """The country of at least that share of the weight; None where it is none or a tie."""
    total = sum(weights.values())
    if not total:
        return None
    (code, weight), *rest = weights.most_common(2)
    if weight < share * total or (rest and rest[0][1] == weight):
        return None
    return code


@dataclass(slots=True)
class Scene:
    """One sentence: its phrases' readings and lists, and what has been found of them so far.

    `whose` holds, by id() of a chunk, whom it names; `last` the last token of those that take in
    what follows them ('a spokesman for the ministry'). `in_quotation` are the tokens inside
    quotation marks, `speakers` the head tokens of those who say something outside of them.
    """

    sentence: Sentence
    readings: dict[int, Reading]
    lists: list[list[Chunk]]
    in_quotation: frozenset[int] = frozenset()
    speakers: tuple[int, ...] = ()
    whose: dict[int, tuple[Who, ...]] = field(default_factory=dict)
    last: dict[int, int] = field(default_factory=dict)

    @property
    def doc(self) -> Tokens:
        """The sentence's parse."""
        return self.sentence.tokens

    def tokens(self, first: int, last: int) -> tuple[str, ...]:
        """The words from one token to another, both included, parted where the text parts them."""
        start, end = self.doc[first].idx, self.doc[last].idx + len(self.doc[last].text)
        return tuple(self.sentence.text[start:end].split())

    def preposition_before(self, chunk: Chunk) -> str:
        """The preposition that governs a phrase, or the list that it is in; '' if none does."""
        head = self.doc[chunk.head]
        steps = 0
        while head.dep_ == "conj" and steps < 5:
            head, steps = head.head, steps + 1
        return str(head.head.text) if head.dep_ == "pobj" else ""

    def begins(self, chunk: Chunk) -> bool:
        """Whether the sentence begins with the phrase and its preposition: 'In the city of X,'."""
        head = self.doc[chunk.head]
        words = [t for t in self.doc[: chunk.first] if not t.is_punct and not t.is_space]
        return head.dep_ == "pobj" and len(words) < 5 and bool(words) and words[0].pos_ == "ADP"

    def governor_is_noun(self, chunk: Chunk) -> bool:
        """Whether the preposition that governs a phrase hangs on a noun: 'a setback for X'."""
        head = self.doc[chunk.head]
        return bool(head.dep_ == "pobj" and head.head.head.pos_ in ("NOUN", "PROPN"))

    def take_in(self, chunk: Chunk, following: Chunk | None) -> None:
        """Lets a phrase end where what follows it ends."""
        if following is not None:
            self.last[id(chunk)] = self.last.get(id(following), following.last)


@dataclass(slots=True)
class Context:
    """The article's identifier, memory and focus, the sentence at hand, and how to ask for more.

    `who` tells whom another phrase of the sentence names, reading it first if need be.
    """

    identify: Identifier
    words: Words
    focus: Focus
    memory: Memory
    scene: Scene
    who: Callable[[Chunk], tuple[Who, ...]]
