"""The words that state a standing relation, loaded and checked."""

from __future__ import annotations

import tomllib
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec
from msgspec import Struct

from communique.errors import DataFileError
from communique.events.predication import PartOfSpeech, Predication
from communique.records import TieKind, TieStatus

__all__ = ["Counted", "Entry", "Gives", "Lexicon", "VerbClass", "load_lexicon"]

VerbClass = Literal["begin", "end", "suspend", "propose", "talk", "keep"]

_WHERE = "ties/data/ties.toml"
_LEAST = 18


class Gives(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What an entry's example must state: codes or words of the parties, dates, status."""

    parties: tuple[str, ...]
    towards: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    status: TieStatus = "in_force"


class Entry(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of `data/ties.toml`; its header explains the fields."""

    kind: TieKind
    lemma: tuple[str, ...]
    pos: PartOfSpeech
    one: tuple[str, ...]
    other: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    towards: tuple[str, ...] = ()
    least: int
    pairs: bool = False
    each: bool = False
    targets: bool = False
    modifiers: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    about: tuple[str, ...] = ()
    about_names: bool = False
    support: tuple[str, ...] = ()
    named_by: tuple[str, ...] = ()
    treaty_name: bool = False
    example: str
    gives: Gives


class Verbs(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Phrases by what they say of a relation; the lists after `keep` say whose
    it is."""

    begin: frozenset[str]
    end: frozenset[str]
    suspend: frozenset[str]
    propose: frozenset[str]
    talk: frozenset[str]
    keep: frozenset[str]
    bind: frozenset[str]
    naming: frozenset[str]
    accession: frozenset[str]
    become: frozenset[str]
    placed: frozenset[str]
    suffer: frozenset[str]
    send: frozenset[str]


class Nouns(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Nouns over a relation's noun: those that date it and those that only talk of it."""

    begin: frozenset[str]
    talk: frozenset[str]


class Modifiers(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words at a relation's noun that say whether it stands."""

    ended: frozenset[str]
    announced: frozenset[str]
    suspended: frozenset[str]
    standing: frozenset[str]
    indefinite: frozenset[str]


class Counted(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Words and numbers from which a beginning is counted ("the sixtieth anniversary of")."""

    nouns: frozenset[str]
    anniversaries: frozenset[str]
    rough: frozenset[str]
    before_other: frozenset[str]
    units: tuple[str, ...]
    tens: tuple[str, ...]
    ordinals: dict[str, int]


class _File(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    tie: tuple[Entry, ...]
    verbs: Verbs
    nouns: Nouns
    modifiers: Modifiers
    counted: Counted


_CLASSES: tuple[VerbClass, ...] = ("begin", "end", "suspend", "propose", "talk", "keep")


class Lexicon:
    """The entries by key, and the words that say whether a relation stands."""

    def __init__(self, source: _File) -> None:
        self.entries = source.tie
        self.verbs = source.verbs
        self.nouns = source.nouns
        self.modifiers = source.modifiers
        self.counted = source.counted
        self._by_key: dict[tuple[str, str], list[Entry]] = defaultdict(list)
        self._words: set[tuple[str, str]] = set()
        for entry in self.entries:
            for lemma in entry.lemma:
                self._by_key[entry.pos, lemma].append(entry)
                words = lemma.split()
                self._words.add((entry.pos, words[-1] if entry.pos == "noun" else words[0]))
        self._class = {
            phrase: name for name in reversed(_CLASSES) for phrase in getattr(self.verbs, name)
        }
        self.light = frozenset(phrase.split()[0] for phrase in self._class)

    def wanted(self, lemma: str, pos: PartOfSpeech) -> bool:
        """Whether any entry has this word."""
        return (pos, lemma) in self._words

    def entries_for(self, predication: Predication) -> Iterator[Entry]:
        """Entries for a predication, the most specific key first, none twice."""
        seen: set[int] = set()
        for key in predication.keys:
            for entry in self._by_key.get((predication.pos, key), ()):
                if id(entry) not in seen:
                    seen.add(id(entry))
                    yield entry

    def verb_class(self, phrase: str) -> VerbClass | None:
        """What a verb, or a verb with one word at it, says of the relation it governs."""
        return self._class.get(phrase)


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of the package. Raises `DataFileError` where the file breaks its rules."""
    source = files("communique.ties") / "data" / "ties.toml"
    try:
        content = tomllib.loads(source.read_text(encoding="utf-8"))
        lexicon = Lexicon(msgspec.convert(content, _File))
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataFileError(
            what=str(error), where=_WHERE, do="See the comments at its head for the fields."
        ) from error
    if len(lexicon.entries) < _LEAST:
        raise DataFileError(what=f"fewer than {_LEAST} entries", where=_WHERE)
    return lexicon
