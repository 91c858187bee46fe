"""The lexicon: predicates, frames and operators, loaded, checked and compiled for look-up."""

from __future__ import annotations

import hashlib
import tomllib
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from typing import TypeVar

import msgspec
from msgspec import Struct

from communique.errors import DataFileError
from communique.events.predication import PartOfSpeech, Predication
from communique.ontology import acts

__all__ = [
    "Bounds",
    "Frame",
    "Lexicon",
    "ModalityWords",
    "Operator",
    "Predicate",
    "lexicon_hash",
    "load_lexicon",
]


class Frame(Struct, frozen=True, forbid_unknown_fields=True):
    """Slots from which actor and recipient come; see `data/frames.toml`."""

    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    reciprocal: bool = False


class Predicate(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of `data/predicates/`: words in a frame, and the act they tell of."""

    lemma: tuple[str, ...]
    pos: PartOfSpeech = "verb"
    frame: str
    act: str
    object: tuple[str, ...] = ()
    object_not: tuple[str, ...] = ()
    predicative: tuple[str, ...] = ()
    needs: tuple[str, ...] = ()
    support: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    example: str
    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()


class Operator(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One entry of `data/operators.toml`: a word that makes an act of an act."""

    lemma: tuple[str, ...]
    pos: PartOfSpeech = "verb"
    complement: tuple[str, ...]
    through: tuple[str, ...] = ()
    modal: tuple[str, ...] = ()
    needs_object: bool = False
    actor: tuple[str, ...]
    recipient: tuple[str, ...]
    acts: dict[str, str]
    default: str = ""
    bare: str = ""
    bare_needs: tuple[str, ...] = ()
    keeps: bool = False
    joint: bool = False
    example: str
    gives: str

    def outer(self, act: str) -> str | None:
        """The act that the operator makes of an inner act; None where it makes none."""
        found = self.acts.get(act) or self.acts.get(acts()[act].plover) or self.default
        return (act if found == "same" else found) or None


class ModalityWords(Struct, frozen=True):
    """Words that put an act out of the asserted present; see `data/modality.toml`."""

    auxiliaries: dict[str, tuple[str, ...]]
    conditional: dict[str, tuple[str, ...]]
    governors: dict[str, tuple[str, ...]]
    negation: dict[str, tuple[str, ...]]
    future_acts: dict[str, str]
    modifiers: dict[str, tuple[str, ...]]


class Bounds(Struct, frozen=True, forbid_unknown_fields=True):
    """What keeps words that look like an act from becoming an event; see `data/decide.toml`."""

    political: frozenset[str]
    anybody: frozenset[str]
    dyadic: frozenset[str]
    carried: frozenset[str]


class Lexicon:
    """Everything that the events room knows of words, by key."""

    def __init__(
        self,
        predicates: list[Predicate],
        operators: list[Operator],
        frames: Mapping[str, Frame],
        support: Mapping[str, tuple[str, ...]],
        modality: ModalityWords,
        bounds: Bounds,
    ) -> None:
        self.predicates = tuple(predicates)
        self.operators = tuple(operators)
        self.frames = frames
        self.light = frozenset(support["light"])
        self.support: dict[str, frozenset[str]] = {}
        for predicate in predicates:
            for lemma in predicate.lemma if predicate.support else ():
                noun = lemma.split()[-1]
                self.support[noun] = self.support.get(noun, frozenset()) | set(predicate.support)
        self.occurrence = frozenset(support["occurrence"])
        self.outer = frozenset(support["outer"])
        self.idioms = frozenset(support["idioms"])
        self.quantities = frozenset(support["quantities"])
        self.modality = modality
        self.bounds = bounds
        self._by_key: dict[tuple[str, str], list[Predicate]] = defaultdict(list)
        self._operators: dict[tuple[str, str], list[Operator]] = defaultdict(list)
        self._words: set[tuple[str, str]] = set()
        for predicate in predicates:
            for lemma in predicate.lemma:
                self._by_key[predicate.pos, lemma].append(predicate)
                self._words.add((predicate.pos, _anchor(lemma, predicate.pos)))
        for operator in operators:
            for lemma in operator.lemma:
                self._operators[operator.pos, lemma].append(operator)
                self._words.add((operator.pos, _anchor(lemma, operator.pos)))
        for entries in self._by_key.values():
            entries.sort(
                key=lambda p: (not (p.object or p.predicative), not p.support, -len(p.needs), p.act)
            )

    def wanted(self, lemma: str, pos: PartOfSpeech) -> bool:
        """Whether any entry has this word."""
        return (pos, lemma) in self._words

    def predicates_for(self, predication: Predication) -> Iterator[tuple[str, Predicate]]:
        """Entries for a predication with the key that found them, the most specific key first."""
        for key in predication.keys:
            for predicate in self._by_key.get((predication.pos, key), ()):
                yield key, predicate

    def operators_for(self, predication: Predication) -> Iterator[tuple[str, Operator]]:
        """Operators for a predication, the most specific key first."""
        for key in predication.keys:
            for operator in self._operators.get((predication.pos, key), ()):
                yield key, operator


def _anchor(lemma: str, pos: str) -> str:
    words = lemma.split()
    return words[-1] if pos == "noun" else words[0]


def _read(name: str) -> dict[str, object]:
    source = files("communique.events") / "data" / name
    try:
        return tomllib.loads(source.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise DataFileError(what=str(error), where=f"events/data/{name}") from error


def _as_list(entry: dict[str, object]) -> dict[str, object]:
    for name in ("lemma", "actor", "recipient", "object", "predicative"):
        if isinstance(entry.get(name), str):
            entry[name] = [entry[name]] if entry[name] else []
    return entry


Entry = TypeVar("Entry", Predicate, Operator)


def _entries(name: str, table: str, kind: type[Entry]) -> list[Entry]:
    found: list[Entry] = []
    rows = _read(name).get(table, [])
    if not isinstance(rows, list):
        raise DataFileError(what=f"{table} is no list of tables", where=f"events/data/{name}")
    for number, entry in enumerate(rows, start=1):
        try:
            found.append(msgspec.convert(_as_list(dict(entry)), kind))
        except msgspec.ValidationError as error:
            raise DataFileError(
                what=str(error),
                where=f"events/data/{name}, entry {number} ({entry.get('lemma')})",
                do="See the comments of frames.toml for the fields.",
            ) from error
    return found


def _check(lexicon: Lexicon) -> Lexicon:
    known = acts()
    for predicate in lexicon.predicates:
        where = f"predicate {predicate.lemma[0]!r}"
        if predicate.act not in known:
            raise DataFileError(what=f"no act {predicate.act!r}", where=where)
        if predicate.frame not in lexicon.frames:
            raise DataFileError(what=f"no frame {predicate.frame!r}", where=where)
    types = {a.plover for a in known.values()}
    for operator in lexicon.operators:
        outer = [*operator.acts.values(), operator.default, operator.bare, operator.gives]
        for act in outer:
            if act not in known and act not in {"", "same"}:
                raise DataFileError(what=f"no act {act!r}", where=f"operator {operator.lemma[0]!r}")
        for inner in operator.acts:
            if inner not in known and inner not in types:
                raise DataFileError(
                    what=f"no act or type {inner!r}", where=f"operator {operator.lemma[0]!r}"
                )
    return lexicon


@cache
def lexicon_hash() -> str:
    """Eight hexadecimal digits over all data files of the room: the lexicon's version."""
    folder = files("communique.events") / "data"
    digest = hashlib.sha256()
    for place in (folder, folder / "predicates"):
        for file in sorted(place.iterdir(), key=lambda f: f.name):
            if file.name.endswith(".toml"):
                digest.update(file.name.encode() + b"\0" + file.read_bytes())
    return digest.hexdigest()[:8]


@cache
def load_lexicon() -> Lexicon:
    """The lexicon of the package. Raises `DataFileError` where a file breaks its rules."""
    folder = files("communique.events") / "data" / "predicates"
    names = sorted(f.name for f in folder.iterdir() if f.name.endswith(".toml"))
    predicates = [p for n in names for p in _entries(f"predicates/{n}", "predicate", Predicate)]
    frames = _read("frames.toml")
    return _check(
        Lexicon(
            predicates=predicates,
            operators=_entries("operators.toml", "operator", Operator),
            frames=msgspec.convert(frames["frame"], dict[str, Frame]),
            support=msgspec.convert(frames["support"], dict[str, tuple[str, ...]]),
            modality=msgspec.convert(_read("modality.toml"), ModalityWords),
            bounds=msgspec.convert(_read("decide.toml"), Bounds),
        )
    )
