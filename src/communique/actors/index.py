"""One phrase matcher over a text, for all names and role words at once."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

__all__ = ["Case", "Entry", "Hit", "PhraseIndex", "fold"]

Case = Literal["any", "name", "exact"]
"""How a phrase may be written in a text: anyhow; with a capital first; just as it stands."""

_WORD = re.compile(r"[^\W_]+|[^\w\s]")
_PLAIN_WORDS = re.compile(r"[a-zA-Z]+(?: [a-zA-Z]+)*\Z")


@dataclass(frozen=True, slots=True)
class Entry:
    """What a phrase is: the `kind` of table row it comes from, and that row's `key`."""

    kind: str
    key: str
    case: Case
    phrase: str
    plural: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in a text, at [start, end) in code points, and all that it can be."""

    start: int
    end: int
    entries: tuple[Entry, ...]


class _Folding(dict[int, int]):
    """Letters without their accents, one for one, so that offsets stay."""

    def __missing__(self, code: int) -> int:
        base = unicodedata.normalize("NFKD", chr(code))[:1]
        code_out = ord(base) if base and base.isalpha() else code
        self[code] = code_out
        return code_out


_APOSTROPHES = {ord("’"): ord("'"), ord("‘"): ord("'"), ord("\u2011"): ord("-")}


def fold(text: str) -> str:
    """The text without accents and with plain apostrophes; as long as before."""
    return text if text.isascii() else text.translate(_Folding(_APOSTROPHES))


class PhraseIndex:
    """Finds the longest phrases from the left, at word boundaries.

    A dictionary of whole phrases and, for each first word, the lengths (in words) of the
    phrases that begin with it: loads faster than an automaton and, as few words of a text begin
    any phrase, is as fast.
    """

    def __init__(self) -> None:
        self._entries: dict[str, tuple[Entry, ...]] = {}
        self._lengths: dict[str, tuple[int, ...]] = {}

    def __len__(self) -> int:
        return len(self._entries)

    def add(self, phrase: str, kind: str, key: str, case: Case, plural: bool = False) -> None:
        """Makes a phrase known. The same phrase may stand for several things."""
        folded = _bare(fold(phrase))
        if _PLAIN_WORDS.match(folded):
            lowered = folded.lower()
            first, _, rest = lowered.partition(" ")
            count = rest.count(" ") + 2 if rest else 1
        else:
            words = _WORD.findall(folded.lower())
            if not words:
                return
            lowered, first, count = " ".join(words), words[0], len(words)
        entry = Entry(kind, key, case, folded, plural)
        known = self._entries.get(lowered, ())
        if not known:
            lengths = self._lengths.get(first, ())
            if count not in lengths:
                self._lengths[first] = tuple(sorted((*lengths, count), reverse=True))
        if entry not in known:
            self._entries[lowered] = (*known, entry)

    def find(self, text: str) -> Iterator[Hit]:
        """The phrases in a text, from the left; of those that begin together, the longest."""
        folded = fold(text)
        spans = [m.span() for m in _WORD.finditer(folded)]
        lowered = folded.lower()
        if len(lowered) != len(folded):
            lowered = "".join(c.lower()[:1] for c in folded)
        words = [lowered[a:b] for a, b in spans]
        lengths, table = self._lengths, self._entries
        i, count = 0, len(words)
        while i < count:
            step = 1
            for n in lengths.get(words[i], ()):
                if i + n > count:
                    continue
                entries = table.get(words[i] if n == 1 else " ".join(words[i : i + n]))
                if entries is None:
                    continue
                start, end = spans[i][0], spans[i + n - 1][1]
                fitting = tuple(e for e in entries if _fits(e, folded[start:end]))
                if fitting:
                    yield Hit(start, end, fitting)
                    step = n
                    break
            i += step


def _bare(phrase: str) -> str:
    """Without the article, so that 'the North' is no longer than 'North' and loses to longer."""
    for article in ("the ", "The "):
        if phrase.startswith(article):
            return phrase[4:]
    return phrase


def _fits(entry: Entry, words: str) -> bool:
    if entry.case == "any":
        return True
    if entry.case == "exact":
        return words == entry.phrase
    return words[:1].isupper() or (not entry.phrase[:1].isupper() and words == entry.phrase)
