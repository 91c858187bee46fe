"""The lexicon of words that show somebody speaking, thinking, wishing or judging."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, get_args

from communique.errors import DataFileError
from communique.records import CueKind

__all__ = ["CueWord", "Part", "cue_words", "lookup"]

Part = Literal["verb", "noun", "adjective", "adverb", "preposition"]
Act = Literal["speech", "thought", "wish", "stance"]
_FILE = "data/cues.toml"


@dataclass(frozen=True, slots=True)
class CueWord:
    """One row of the lexicon; its fields are explained at the head of data/cues.toml."""

    word: str
    part: Part
    kind: CueKind
    act: Act
    frames: tuple[str, ...]
    example: str
    misread: tuple[str, ...] = ()

    @property
    def quotes(self) -> bool:
        """Whether words in quotation marks beside it can be what it brings."""
        return self.part == "verb" and ("clause" in self.frames or "quoted" in self.frames)


@cache
def cue_words() -> tuple[CueWord, ...]:
    """All rows, in the file's order. Raises `DataFileError` where a row breaks the file's rules."""
    table = tomllib.loads(files("communique.voices").joinpath(_FILE).read_text("utf-8"))
    rows = tuple(
        CueWord(
            word=row["word"],
            part=row["part"],
            kind=row["kind"],
            act=row["act"],
            frames=tuple(row["frames"]),
            example=row["example"],
            misread=tuple(row.get("misread", ())),
        )
        for row in table["cue"]
    )
    for row in rows:
        _check(row)
    if len({(row.word, row.part) for row in rows}) < len(rows):
        raise DataFileError(what="a word stands twice", where=_FILE, do="Join its rows.")
    if len(rows) < table["at_least"]:
        raise DataFileError(what=f"only {len(rows)} rows", where=_FILE, do="Restore the file.")
    return rows


def _check(row: CueWord) -> None:
    allowed = {
        "part": (row.part, get_args(Part)),
        "kind": (row.kind, get_args(CueKind)),
        "act": (row.act, get_args(Act)),
    }
    for field, (value, values) in allowed.items():
        if value not in values:
            raise DataFileError(
                what=f"{row.word}: {field} is {value!r}", where=_FILE, do=f"Use one of {values}."
            )
    if not row.frames:
        raise DataFileError(what=f"{row.word}: no frame", where=_FILE, do="Name one.")


@cache
def _index() -> Mapping[tuple[str, str], CueWord]:
    rows: dict[tuple[str, str], CueWord] = {}
    for row in cue_words():
        for form in (row.word, *row.misread):
            rows.setdefault((row.part, form), row)
    return rows


def lookup(part: Part, lemma: str) -> CueWord | None:
    """The row of a lemma as this part of speech."""
    return _index().get((part, lemma))
