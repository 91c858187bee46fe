"""Candidate phrases of a sentence: runs of nominal words, with the phrases found in them.

The runs are taken from the surface (parts of speech and known names) and only their heads from
the parse, since a small parser often splits names and lists wrongly.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from communique.actors.index import Entry, PhraseIndex
from communique.actors.words import Words
from communique.language.document import Sentence

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["Chunk", "Unit", "find_chunks", "find_units"]

_ARGUMENTS = frozenset(
    ["nsubj", "nsubjpass", "dobj", "pobj", "dative", "attr", "oprd", "npadvmod", "ROOT", "conj", "appos", "agent"]
)
_NOMINAL = frozenset(("NOUN", "PROPN"))
_INSIDE = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "DET", "SYM"))
_NOMINAL_DEPENDENCIES = frozenset(["nsubj", "nsubjpass", "dobj", "pobj", "dative", "conj"])


@dataclass(frozen=True, slots=True)
class Unit:
    """A known phrase at tokens `first` to `last`, both included."""

    first: int
    last: int
    entries: tuple[Entry, ...]

    def get(self, *kinds: str) -> tuple[Entry, ...]:
        """The entries of these kinds."""
        return tuple(e for e in self.entries if e.kind in kinds)


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
    preposition: int | None = None
    """The token of the preposition right after the phrase, if one stands there."""
    after: Chunk | None = field(default=None, repr=False)
    """The phrase that this preposition governs."""


def find_units(sentence: Sentence, index: PhraseIndex) -> list[Unit]:
    """The known phrases of a sentence, as tokens."""
    starts = [t.idx for t in sentence.doc]
    units: list[Unit] = []
    for hit in index.find(sentence.text):
        first = bisect_right(starts, hit.start) - 1
        last = bisect_right(starts, hit.end - 1) - 1
        entries = hit.entries
        if not any(sentence.doc[i].pos_ in ("PROPN", "ADJ") for i in range(first, last + 1)):
            entries = tuple(
                e for e in entries if e.case != "name" or sentence.doc[first].pos_ == "NOUN"
            )
        if entries and not (units and units[-1].last >= first):
            units.append(Unit(first, last, entries))
    return units


def find_chunks(sentence: Sentence, units: list[Unit], words: Words) -> list[Chunk]:
    """The noun phrases of a sentence, possessors before what they possess, in order."""
    tokens = list(sentence.doc)
    unit_at: dict[int, Unit] = {i: u for u in units for i in range(u.first, u.last + 1)}
    chunks: list[Chunk] = []
    for first, last in _runs(tokens, unit_at, words):
        chunks.extend(_chunks_of_run(tokens, first, last, units))
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


def _runs(tokens: list[Token], unit_at: dict[int, Unit], words: Words) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    start: int | None = None
    i, count = 0, len(tokens)
    while i < count:
        unit = unit_at.get(i)
        named = unit is not None and (unit.first < unit.last or _is_acronym(tokens[i], unit))
        inside = named or _is_inside(tokens, i, start is not None, words)
        if start is not None and inside and _breaks(tokens, i, unit_at):
            runs.append((start, i - 1))
            start = None
        if not inside:
            if start is not None and _joins_adjectives(tokens, start, i, unit_at):
                i += 1
                continue
            if start is not None:
                runs.append((start, i - 1))
                start = None
            i += 1
            continue
        if start is None:
            start = i
        i = unit.last + 1 if named and unit is not None else i + 1
    if start is not None:
        runs.append((start, count - 1))
    return _join_titles(tokens, runs, unit_at)


def _is_acronym(token: Token, unit: Unit) -> bool:
    """A body's acronym that the tagger takes for a verb or pronoun, as IS or WHO."""
    text = token.text
    if not text.isupper() or len(text) < 2:
        return False
    return any(e.kind == "organisation" and e.case == "exact" for e in unit.entries)


def _is_inside(tokens: list[Token], i: int, begun: bool, words: Words) -> bool:
    token = tokens[i]
    pos, tag = token.pos_, token.tag_
    if pos == "PROPN" and words.is_a(token.text, "time") and token.text[:1].isupper():
        return token.dep_ in ("nsubj", "nsubjpass")
    if pos in _INSIDE:
        return True
    if pos == "PRON":
        return tag not in ("WDT", "WP", "EX")
    if tag == "POS" or tag == "HYPH":
        return begun
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None:
        return False
    if pos == "VERB":
        return token.dep_ in ("amod", "compound") and token.head.i > i
    if pos in ("ADV", "ADP"):
        return (
            token.dep_ in ("advmod", "quantmod", "amod")
            and token.head.i > i
            and token.head.pos_ in ("ADJ", "NUM")
            and following.pos_ in ("ADJ", "NUM", "ADV", "ADP", "SYM")
            and token.head.dep_ in ("amod", "nummod", "quantmod", "compound")
        )
    return False


def _breaks(tokens: list[Token], i: int, unit_at: dict[int, Unit]) -> bool:
    before, token = tokens[i - 1], tokens[i]
    unit = unit_at.get(i)
    if unit is not None and unit.first < i:
        return False
    if token.tag_ in ("POS", "HYPH") or before.tag_ in ("POS", "HYPH"):
        return False
    if token.tag_ in ("PRP", "PRP$") or before.tag_ == "PRP":
        return True
    if token.pos_ == "DET":
        return before.pos_ != "DET"
    ended = unit_at.get(i - 1)
    if ended is not None and ended.get("country", "adjective") and unit and unit.get("role"):
        return False
    if before.pos_ == "PROPN" and token.pos_ == "PROPN" and before.dep_ != "dative":
        return ended is not None and unit is not None and bool(ended.get("country", "organisation"))
    if before.pos_ in _NOMINAL and before.dep_ in _ARGUMENTS:
        return not (
            before.head.i > i - 1 and before.head.pos_ in _NOMINAL and before.dep_ == "appos"
        )
    return before.tag_ in ("DT", "PDT") and before.pos_ == "PRON" and before.dep_ in _ARGUMENTS


def _joins_adjectives(tokens: list[Token], start: int, i: int, unit_at: dict[int, Unit]) -> bool:
    """'the North Korean and Chinese regimes': the noun of the first adjective comes later."""
    if tokens[i].pos_ not in ("CCONJ", "PUNCT") or i + 1 >= len(tokens):
        return False
    before, after = unit_at.get(i - 1), unit_at.get(i + 1)
    if before is None or after is None:
        return False
    if not before.get("adjective", "country", "ambiguous") or not after.get("adjective", "country"):
        return False
    if any(t.pos_ not in ("DET", "NUM", "ADJ") for t in tokens[start : before.first]):
        return False
    if after.last + 1 >= len(tokens) or tokens[after.last + 1].pos_ not in ("NOUN", "PROPN", "ADJ"):
        return tokens[i].pos_ == "PUNCT" and tokens[i - 1].pos_ == "ADJ"
    noun = tokens[before.last]
    return noun.pos_ == "ADJ" or noun.dep_ in ("compound", "amod", "nmod")


def _join_titles(
    tokens: list[Token], runs: list[tuple[int, int]], unit_at: dict[int, Unit]
) -> list[tuple[int, int]]:
    """Puts a title and the name after it, which the parse may have parted, into one run."""
    joined: list[tuple[int, int]] = []
    for first, last in runs:
        if (
            joined
            and _is_title(tokens, joined[-1], unit_at)
            and _begins_name(tokens, first, unit_at)
        ):
            gap = first - joined[-1][1] - 1
            if gap == 0:
                joined[-1] = (joined[-1][0], last)
                continue
        if joined and _is_double_title(tokens, joined[-1], (first, last), unit_at):
            joined[-1] = (joined[-1][0], last)
            continue
        joined.append((first, last))
    return joined


def _is_title(tokens: list[Token], run: tuple[int, int], unit_at: dict[int, Unit]) -> bool:
    unit = unit_at.get(run[1])
    return unit is not None and bool(unit.get("role")) and not unit.get("role")[0].plural


def _begins_name(tokens: list[Token], i: int, unit_at: dict[int, Unit]) -> bool:
    unit = unit_at.get(i)
    if unit is not None:
        return bool(unit.get("person", "surname"))
    return tokens[i].pos_ == "PROPN"


def _is_double_title(
    tokens: list[Token], run: tuple[int, int], second: tuple[int, int], unit_at: dict[int, Unit]
) -> bool:
    """'Defence Minister and Deputy Premier' before one name."""
    if second[0] - run[1] != 2 or tokens[run[1] + 1].pos_ != "CCONJ":
        return False
    if tokens[run[0]].pos_ == "DET" or not _is_title(tokens, run, unit_at):
        return False
    title = unit_at.get(second[0])
    if title is None or not title.get("role") or not tokens[second[0]].text[:1].isupper():
        return False
    return tokens[run[1]].text[:1].isupper() and title.last < second[1]


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
