"""Known names and role words of a sentence, as tokens."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass

from communique.actors.index import Entry, PhraseIndex
from communique.language.document import Sentence

__all__ = ["Unit", "find_units"]


@dataclass(frozen=True, slots=True)
class Unit:
    """A known phrase at tokens `first` to `last`, both included."""

    first: int
    last: int
    entries: tuple[Entry, ...]

    def get(self, *kinds: str) -> tuple[Entry, ...]:
        """The entries of these kinds."""
        return tuple(e for e in self.entries if e.kind in kinds)


def find_units(sentence: Sentence, index: PhraseIndex) -> list[Unit]:
    """The known phrases of a sentence, as tokens."""
    starts = [t.idx for t in sentence.tokens]
    units: list[Unit] = []
    for hit in index.find(sentence.text):
        first = bisect_right(starts, hit.start) - 1
        last = bisect_right(starts, hit.end - 1) - 1
        entries = hit.entries
        if not any(sentence.tokens[i].pos_ in ("PROPN", "ADJ") for i in range(first, last + 1)):
            entries = tuple(
                e for e in entries if e.case != "name" or sentence.tokens[first].pos_ == "NOUN"
            )
        if entries and not (units and units[-1].last >= first):
            units.append(Unit(first, last, entries))
    return units
