"""How many were killed, hurt or arrested, or took part."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from communique.records import Size, SizeItem

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.language import Sentence

__all__ = ["size_of"]

_SMALL = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
).split()
_UNITS = {"thousand": 1_000, "million": 1_000_000}


class _Counts(Struct, frozen=True):
    people: dict[str, tuple[str, ...]]
    vague: dict[str, tuple[int, int]]
    bounds: dict[str, tuple[str, ...]]


@cache
def _counts() -> _Counts:
    source = files("communique.events") / "data" / "counts.toml"
    return msgspec.convert(tomllib.loads(source.read_text(encoding="utf-8")), _Counts)


def size_of(sentence: Sentence, event_type: str) -> Size | None:
    """Counts told with the event, or None. A number counts as dead, injured, arrested or taking
    part by the word that governs it; numbers of other things are left alone."""
    found: dict[str, SizeItem] = {}
    for word in sentence.doc:
        reading = _number(sentence, word)
        if reading is None:
            continue
        what = _counted(word, event_type)
        if what and what not in found:
            found[what] = reading
    return Size(**found) if found else None


def _counted(word: Token, event_type: str) -> str | None:
    people = _counts().people
    climbing: Token = word
    for _ in range(4):
        lemma = climbing.lemma_.lower()
        for what, lemmas in people.items():
            if lemma in lemmas and not (what == "taking_part" and event_type != "PROTEST"):
                return what
        for child in climbing.children:
            if child.dep_ in {"acl", "acomp", "oprd", "attr"} and child.i != word.i:
                for what, lemmas in people.items():
                    if child.lemma_.lower() in lemmas and what != "taking_part":
                        return what
        if climbing.head.i == climbing.i:
            return None
        climbing = climbing.head
    return None


def _number(sentence: Sentence, word: Token) -> SizeItem | None:
    counts = _counts()
    low: int | None
    high: int | None
    first, last = word.i, word.i
    if word.lower_ in counts.vague and word.pos_ in {"NOUN", "ADJ", "NUM"}:
        before = sentence.doc[max(0, word.i - 2) : word.i].text.lower()
        name = f"{before} {word.lower_}"
        if name in counts.vague:
            first = word.i - 2
        else:
            name = word.lower_
        if name == "thousands" and sentence.doc[max(0, word.i - 2) : word.i].text.lower().endswith(
            "of"
        ):
            return None
        low, maximum = counts.vague[name]
        high = maximum or None
    else:
        value = _value(word)
        if value is None or word.dep_ not in {
            "nummod",
            "nsubj",
            "nsubjpass",
            "dobj",
            "pobj",
            "appos",
            "conj",
        }:
            return None
        low = high = value
        start = max(0, word.i - 3)
        before = sentence.doc[start : word.i].text.lower()
        for name, phrases in counts.bounds.items():
            for phrase in phrases:
                if before.endswith(phrase):
                    first = word.i - len(phrase.split())
                    low, high = (low, None) if name == "at_least" else (None, high)
    span = sentence.span_of(first, last)
    return SizeItem(low=low, high=high, text=sentence.words(span), span=span)


def _value(word: Token) -> int | None:
    if word.pos_ != "NUM" or word.ent_type_ == "DATE":
        return None
    text = word.lower_.replace(",", "")
    if re.fullmatch(r"\d{1,7}", text):
        value = int(text)
        return None if 1900 <= value <= 2100 and word.dep_ != "nummod" else value
    if text in _SMALL:
        return _SMALL.index(text) + 1
    return _UNITS.get(text)
