"""A predicate in a sentence and what stands round it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

__all__ = ["PartOfSpeech", "Predication"]

PartOfSpeech = Literal["verb", "noun", "adj"]


@dataclass(frozen=True, slots=True)
class Predication:
    """A verb, noun or adjective that may tell of an act, with its arguments by slot.

    All numbers are token indices in the sentence's parse. `keys` are the ways to look it up in
    the lexicon, the most specific first ("pull out of deal", "pull out", "pull"). `slots` are those
    of `data/frames.toml`. `complements` are clauses and event nouns in its scope, by how they are
    linked ("xcomp", "ccomp", "obj", or a preposition). `support` is the light verb that carries
    a noun ("held talks").
    """

    token: int
    keys: tuple[str, ...]
    pos: PartOfSpeech
    slots: dict[str, tuple[int, ...]] = field(default_factory=dict)
    complements: dict[str, tuple[int, ...]] = field(default_factory=dict)
    passive: bool = False
    support: int | None = None
    words: tuple[int, ...] = ()

    def fill(self, slot: str) -> tuple[int, ...]:
        """Tokens that stand in a slot; none where it is empty."""
        return self.slots.get(slot, ())
