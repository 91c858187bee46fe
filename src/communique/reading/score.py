"""Weighs how far a line or a sentence speaks for the site instead of reporting."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from communique.errors import DataFileError

__all__ = ["Cue", "Weighed", "Weights", "load_weights", "unquoted", "weigh"]

_WORD = re.compile(r"[$€£#]?\w+(?:[-'’&.@]\w+)*")
_OPENS_AFTER = re.compile(r"[:!?|;•·—–>»]\s*(?:please\s+|and\s+|or\s+|to\s+)?$")
_POLITE = re.compile(r"^\W*(?:(?:please|to|now|simply|just|yes)\s+)?$")
_STOP = re.compile(r"[.!?…:;,][\"”’'»)\]]*$")
_FULL_STOP = re.compile(r"[.…][\"”’'»)\]]*$")
_ASKS = re.compile(r"[?!]\W*$")
_NUMBER = re.compile(r"[$€£#]?\d[\d.,:]*[kKmM]?$")
_BULLET = re.compile(r"^\s*[►▶→»›*•·#>–—-]")
_NAME = re.compile(r"(?<=[\w,;] )[A-Z][a-z]{2,}")
_QUOTED = re.compile(
    r"“[^“”]*(?:”|$)|«[^«»]*(?:»|$)|‘[^‘’\n]*(?:’\w+[^‘’\n]*)*’(?!\w)|(?<![\w])\"[^\"]*(?:\"|$)"
)
_CLOSED_ONLY = re.compile(r"^[^“”]*”")
_SIGNS = frozenset({"labels", "separators"})
_QUOTATION = 20
_NUMBER_SIGNS = frozenset("#0123456789$€£")
_GROUPS = ("address", "noun", "against")


@dataclass(frozen=True, slots=True)
class Cue:
    """One row of words with its weight; furniture.toml says what each field means."""

    name: str
    group: str
    weight: float
    words: tuple[str, ...]
    kind: str = ""
    where: str = "any"
    again: float = 0.0
    most: float = 0.0


@dataclass(frozen=True, slots=True)
class Weights:
    """All numbers and words of the score; `by_first` leads from a phrase's first
    and second word to the rest of it."""

    numbers: dict[str, float]
    marks: frozenset[str]
    labels: frozenset[str]
    doubtful: frozenset[str]
    by_first: dict[str, dict[str, list[tuple[tuple[str, ...], Cue]]]]

    def __getitem__(self, name: str) -> float:
        return self.numbers[name]


@dataclass(frozen=True, slots=True)
class Weighed:
    """The score of a unit, the kind it would be, and what each reason added.

    `is_prose`: it reads as a line of reporting; `addresses`: it speaks to the reader or of itself;
    `has_sign`: it has at least one word or shape that speaks for the site.
    """

    value: float
    kind: str
    reasons: tuple[tuple[str, float], ...]
    is_prose: bool
    addresses: bool
    has_sign: bool


_PLAIN = Weighed(-1.0, "", (("no sign of the site", -1.0),), True, False, False)


@cache
def load_weights() -> Weights:
    """The weights of furniture.toml. Raises `DataFileError` where a row is of no known group.

    The file's own comment says what each number means.
    """
    raw = files("communique.reading").joinpath("data/furniture.toml").read_bytes()
    data = tomllib.loads(raw.decode("utf-8"))
    score = data["score"]
    starts: dict[str, dict[str, list[tuple[tuple[str, ...], Cue]]]] = {}
    for row in data["cue"]:
        cue = Cue(**{**row, "words": tuple(row["words"])})
        if cue.group not in _GROUPS or cue.where not in {"any", "opening"}:
            raise DataFileError(what=f"no such group or place: {cue.name}", where="furniture.toml")
        for phrase in cue.words:
            first, *rest = phrase.split()
            second = "#" if rest and "#" in rest[0] else "".join(rest[:1])
            starts.setdefault(first, {}).setdefault(second, []).append((tuple(rest), cue))
    if len(data["cue"]) < data["bounds"]["cues"]:
        raise DataFileError(what="fewer cues than its bounds", where="furniture.toml")
    return Weights(
        numbers={k: float(v) for k, v in score.items() if isinstance(v, int | float)},
        marks=frozenset(score["separator_marks"]),
        labels=frozenset(score["labels_of"]["words"]),
        doubtful=frozenset(score["doubtful"]),
        by_first=starts,
    )


def unquoted(line: str) -> str:
    """The line with blanks for what stands in quotation marks, its length kept.

    A quotation that is not closed runs to the end of the line, one that is only closed began
    before it.
    """
    if not any(mark in line for mark in '“”"«‘'):
        return line
    line = _CLOSED_ONLY.sub(lambda m: "\x00" * len(m[0]), line)
    return _QUOTED.sub(lambda m: "\x00" * len(m[0]), line)


def weigh(unit: str, plain: str) -> Weighed:
    """The score of a unit by its own words and shape, not yet by its place.

    `plain` is the unit as `unquoted` leaves it, of the same length.
    """
    lowered = plain.lower()
    if len(lowered) != len(plain):
        lowered = plain
    starts: list[int] = []
    words = _WORD.findall(lowered)
    hits: dict[str, tuple[Cue, set[str]]] = {}
    for i, word, rest, cue in _phrases(words):
        if cue.where == "opening":
            starts = starts or [m.start() for m in _WORD.finditer(lowered)]
            if not _opens(lowered, starts[i], i):
                continue
        hits.setdefault(cue.name, (cue, set()))[1].add(" ".join((word, *rest)))
    return _sum(unit, plain, words, [(cue, len(found)) for cue, found in hits.values()])


def _phrases(words: list[str]) -> Iterator[tuple[int, str, tuple[str, ...], Cue]]:
    """Every cue's word or phrase among the words: where, its first word, the others, the row."""
    by_first = load_weights().by_first
    last = len(words) - 1
    for i, word in enumerate(words):
        form = word if word[0] not in _NUMBER_SIGNS else "#"
        seconds = by_first.get(form)
        if seconds is None:
            continue
        following = words[i + 1] if i < last else "-"
        keys = ("", following, "#") if following[0] in _NUMBER_SIGNS else ("", following)
        for key in keys:
            for rest, cue in seconds.get(key, ()):
                if len(rest) < 2 or _follows(words, i + 1, rest):
                    yield i, form, rest, cue


def _follows(words: list[str], at: int, rest: tuple[str, ...]) -> bool:
    if at + len(rest) > len(words):
        return False
    return all(
        want == words[at + k] or ("#" in want and _NUMBER.match(words[at + k]) is not None)
        for k, want in enumerate(rest)
    )


def _opens(text: str, at: int, number: int) -> bool:
    if number <= 1 and _POLITE.match(text, 0, at):
        return True
    return _OPENS_AFTER.search(text[max(0, at - 16) : at]) is not None


def _sum(unit: str, plain: str, words: list[str], hits: list[tuple[Cue, int]]) -> Weighed:
    weights = load_weights()
    reasons: list[tuple[str, float]] = []
    totals = dict.fromkeys(_GROUPS, 0.0)
    kinds: dict[str, float] = {}
    for cue, count in hits:
        value = cue.weight + cue.again * (count - 1)
        if cue.most:
            value = max(value, cue.most) if cue.most < 0 else min(value, cue.most)
        reasons.append((cue.name, value))
        totals[cue.group] += value
        if cue.kind:
            kinds[cue.kind] = kinds.get(cue.kind, 0.0) + value
    stop = _STOP.search(unit) is not None
    signs = any(cue.group != "against" for cue, _ in hits)
    if stop and not signs and len(words) > weights["short_words"]:
        return _PLAIN
    noun = min(totals["noun"], weights["most_nouns"])
    address = min(totals["address"], weights["most_address"])
    reasons.append(("together", noun - totals["noun"] + address - totals["address"]))
    if address and not noun:
        reasons.append(("no noun", -weights["no_noun"]))
    if noun and not address and stop:
        reasons.append(("no address", -weights["no_address"]))
    reasons.extend(_shape(unit, plain, words, stop))
    value = sum(v for _, v in reasons)
    sign = bool(address or noun or any(name in _SIGNS for name, _ in reasons))
    prose = stop and value < weights["prose"] and len(words) >= weights["prose_words"]
    kind = max(sorted(kinds), key=lambda k: kinds[k]) if kinds else ""
    return Weighed(value, kind, tuple(r for r in reasons if r[1]), prose, address > 0, sign)


def _shape(unit: str, plain: str, words: list[str], stop: bool) -> list[tuple[str, float]]:
    weights = load_weights()
    result: list[tuple[str, float]] = []
    if len(words) <= weights["short_words"]:
        result.append(("short", weights["short"]))
    if not stop:
        result.append(("no stop", weights["no_stop"]))
    elif _ASKS.search(unit):
        result.append(("asks", weights["asks"]))
    table = unit.startswith("|") and unit.endswith("|")
    marks = 0 if table else sum(plain.count(m) for m in weights.marks) + plain.count(" / ")
    if marks:
        result.append(("separators", weights["separators"] * min(marks, 2)))
    if _BULLET.match(unit):
        result.append(("bullet", weights["bullet"]))
    if unit.isupper() and len(words) > 1:
        result.append(("capitals", weights["capitals"]))
    plain_words = [w for w in words if not _NUMBER.match(w)]
    labels = sum(w in weights.labels for w in plain_words)
    is_label = not stop or unit.endswith(("...", "…"))
    if is_label and labels >= max(1.0, weights["label_share"] * len(plain_words)):
        result.append(("labels", weights["labels"]))
    if plain.count("\x00") >= _QUOTATION:
        result.append(("quotation", weights["quotation"]))
    if _FULL_STOP.search(unit):
        names = len(_NAME.findall(plain))
        result.append(("named", weights["named"] * min(names, 3)))
    return result
