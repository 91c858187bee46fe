"""Candidate phrases of a sentence: its runs of nominal words, parted into noun phrases.

The runs are taken from the surface (parts of speech and known names) and only their heads from
the parse, since a small parser often splits names and lists wrongly.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.actors.runs import find_runs
from communique.actors.units import Unit
from communique.actors.words import Words
from communique.language.document import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Chunk", "find_chunks"]

_NOMINAL_DEPENDENCIES = frozenset(["nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj"])


@dataclass(slots=True)
class Chunk:
    """A noun phrase without what follows its head, at tokens `first` to `last`, both included.

    `core` is where the phrase begins after its possessor, `possessor` the possessor's chunk.
    """

    first: int
    last: int
    core: int
    head: int
    units: list[Unit]
    pronoun: bool = False
    possessor: Chunk | None = None
    sharing: list[Chunk] = field(default_factory=list, repr=False)
    """Those who own it together with the possessor: 'A's and B's ministers'."""
    preposition: int | None = None
    """The token of the preposition right after the phrase, if one stands there."""
    after: Chunk | None = field(default=None, repr=False)
    """The phrase that this preposition governs."""


def find_chunks(sentence: Sentence, units: list[Unit], words: Words) -> list[Chunk]:
    """The noun phrases of a sentence, possessors before what they possess, in order."""
    tokens = list(sentence.tokens)
    unit_at: dict[int, Unit] = {i: u for u in units for i in range(u.first, u.last + 1)}
    chunks: list[Chunk] = []
    for first, last in find_runs(tokens, unit_at, words):
        here = _chunks_of_run(tokens, first, last, units)
        _share(tokens, chunks, here)
        chunks.extend(here)
    by_first = {c.first: c for c in reversed(chunks)}
    for chunk in chunks:
        i = chunk.last + 1
        if i < len(tokens) and tokens[i].pos_ == "ADP":
            chunk.preposition = i
            chunk.after = by_first.get(i + 1)
            while chunk.after is not None and chunk.after.last + 1 < len(tokens):
                outer = next((c for c in chunks if c.possessor is chunk.after), None)
                if outer is None:
                    break
                chunk.after = outer
    return chunks


def _share(tokens: list[Token], before: list[Chunk], here: list[Chunk]) -> None:
    """Gives a phrase the possessor that stands alone before it: 'A's and B's ministers'."""
    if not before or not here or here[-1].possessor is None:
        return
    owner, owned = before[-1], here[-1]
    gap = tokens[owner.last + 1 : owned.first]
    if [t.tag_ for t in gap] == ["POS", "CC"]:
        owned.sharing.append(owner)
        owned.first = owner.first


def _chunks_of_run(tokens: list[Token], first: int, last: int, units: list[Unit]) -> list[Chunk]:
    while last > first and tokens[last].pos_ not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"):
        last -= 1
    own = [u for u in units if first <= u.first and u.last <= last]
    chunks: list[Chunk] = []
    possessor: Chunk | None = None
    core = first
    inside_unit = {i for u in own for i in range(u.first, u.last + 1) if u.first < u.last}
    for i in range(first, last + 1):
        if i in inside_unit and not (tokens[i].tag_ == "POS" and i + 1 not in inside_unit):
            continue
        if tokens[i].tag_ == "POS" and i > core:
            possessor = _chunk(tokens, first, i - 1, core, own, possessor)
            chunks.append(possessor)
            core = i + 1
        elif tokens[i].tag_ == "PRP$" and i == core and i < last:
            possessor = Chunk(i, i, i, i, [], pronoun=True)
            chunks.append(possessor)
            core = i + 1
    if core <= last and _can_stand(tokens, core, last, own):
        chunks.append(_chunk(tokens, first, last, core, own, possessor))
    return chunks


def _can_stand(tokens: list[Token], core: int, last: int, units: list[Unit]) -> bool:
    if any(t.pos_ in ("NOUN", "PROPN", "PRON") for t in tokens[core : last + 1]):
        return True
    if any(core <= u.first for u in units):
        return True
    return tokens[last].dep_ in _NOMINAL_DEPENDENCIES


def _chunk(
    tokens: list[Token],
    first: int,
    last: int,
    core: int,
    units: list[Unit],
    possessor: Chunk | None,
) -> Chunk:
    head = last
    for i in range(last, core - 1, -1):
        if not first <= tokens[i].head.i <= last or tokens[i].head.i == i:
            head = i
            break
    if tokens[head].pos_ not in ("NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"):
        head = last
    own = [u for u in units if core <= u.first and u.last <= last]
    pronoun = first == last and tokens[first].pos_ == "PRON"
    return Chunk(first, last, core, head, own, pronoun, possessor)
