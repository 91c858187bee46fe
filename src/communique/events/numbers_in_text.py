"""Numbers of a text that can be numbers of people, and what they mean at least and at most."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from communique.events.count_words import counts
from communique.events.phrases import any_of, plain
from communique.language.times import MONTHS, NUMBER_WORDS, SHORT_MONTHS, number_of

__all__ = ["Number", "numbers_in"]

_UNITS_BEHIND = re.compile(
    r"\s*(?:%|percent\b|per cent\b|[-–]\s?(?:year|month|week|day|hour|mile|nation|member|point|km)"
    rf"|(?:{'|'.join(MONTHS)})\b|(?:a\.?m|p\.?m)\b|:\d|km\b|(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:[$€£¥#:/.]|\b[A-Z]{1,3}-|\b(?:aged?|No\.|number|"
    rf"{'|'.join((*MONTHS, *SHORT_MONTHS))}))\s?$"
)
_IN = re.compile(rf"\s+in\s+(?:every\s+)?(?=(?:\d+|{'|'.join(NUMBER_WORDS)})\b(?!,))")
_AGE = re.compile(r",\s*$")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


@dataclass(frozen=True, slots=True)
class Number:
    """A number of the text: its offsets in the sentence and what it can mean at least and most."""

    span: tuple[int, int]
    low: int | None
    high: int | None


def numbers_in(text: str) -> Iterator[Number]:
    """Numbers that can be of people, in the order of the text; then where it says that there are
    none."""
    position, ratio = 0, -1
    while match := _pattern().search(text, position):
        position = match.end()
        number = _read(text, match)
        if number is None:
            position = max(match.start() + 1, match.start("b") if match["b"] else position)
            continue
        position = number.span[1]
        share = _IN.match(text, position)
        if share or match.start() == ratio:  # "one in five"
            ratio = share.end() if share else -1
            continue
        if not _other(text, match, number):
            yield number
    for match in _none_pattern().finditer(text):
        yield Number(match.span(), 0, 0)


def _other(text: str, match: re.Match[str], number: Number) -> bool:
    """Whether the words around a number say that it is no number of people."""
    start, end = number.span
    first = match.start("vague") if match["vague"] else match.start("a")
    if _UNITS_BEHIND.match(text, end) or _BEFORE.search(text[:first]):
        return True
    return text[end : end + 1] == "," and bool(_AGE.search(text[:start]))


@cache
def _none_pattern() -> re.Pattern[str]:
    """ "No one", "no civilians": nought."""
    other = counts().other
    nouns = any_of(other.nobody_of)
    return re.compile(
        rf"\b(?:{any_of(other.none)}"
        rf"|no(?=\s+(?:\w+\s+)?(?:{nouns}|casualties|fatalities|injuries)s?\b))\b",
        re.IGNORECASE,
    )


@cache
def _pattern() -> re.Pattern[str]:
    """A number with its bounds, or two as the ends of a range."""
    words = counts()
    tens = any_of(w for w, n in NUMBER_WORDS.items() if n >= 20)
    small = any_of(NUMBER_WORDS)
    digits = r"\d{1,3}(?:,\d{3})+(?!\d|,\d)|\d+(?:\.\d+)?"
    single = rf"(?:{digits}|(?:{tens})[- ](?:{small})|{small})"
    times = rf"(?:\s+(?:{any_of(words.multiples)}))"
    one = rf"(?:(?:half\s+)?an?{times}|{single}{times}{{0,2}})"
    vague = any_of(words.vague)
    bounds = any_of(p for phrases in words.bounds.values() for p in phrases)
    return re.compile(
        rf"(?<![\w.,/-])(?<!\b[Nn]o )(?:(?P<from>from)\s+(?=\S+(?:\s+\S+)?\s+to\b))?"
        rf"(?P<words>(?:(?P<bound>{bounds})\s+)?(?:(?P<second>{bounds})\s+)?"
        rf"(?:(?P<vague>{vague})\b|(?:(?P<between>between)\s+)?(?P<a>{one})"
        rf"(?:(?:\s*[-–—]\s*|\s+(?:to|and|or)\s+)(?P<b>{one}))?(?![\w-]*[A-Za-z])))"
        rf"(?P<more>\s+or\s+more\b)?",
        re.IGNORECASE,
    )


def _read(text: str, match: re.Match[str]) -> Number | None:
    """A match as a number or a range; None where it is neither."""
    start, end = match.span("words")
    bound = _bound(match["second"]) or _bound(match["bound"])
    if match["vague"]:
        low, high = counts().vague[plain(match["vague"])]
        return _bounded((start, end), low, high or None, bound)
    first = _value(match["a"])
    last = _value(match["b"]) if match["b"] else None
    if first is None or (last is None and match["between"]):
        return None
    if last is not None:
        if two_ends := _range(text, match, first, last):
            return two_ends
        end = match.end("a")
    if match["more"]:
        return Number((start, match.end()), first, None)
    if bound is None and _YEAR.fullmatch(match["a"]) and not _before_noun(text[end:]):
        return None
    return _bounded((start, end), first, first, bound)


def _range(text: str, match: re.Match[str], first: int, last: int) -> Number | None:
    """Two numbers as the ends of one; None where what joins them does not make them so. Of "from
    30 to 41" the second counts."""
    joined = text[match.end("a") : match.start("b")].strip().lower()
    if joined == "to" and match["from"]:
        return Number(match.span("b"), last, last)
    next_ones = joined == "or" and last == first + 1
    if first >= last or (joined in {"and", "or"} and not next_ones and not match["between"]):
        return None
    return Number(match.span("words"), _scaled(match["a"], first, match["b"]), last)


def _before_noun(rest: str) -> bool:
    """Whether what follows a number may be a noun that it counts."""
    return (
        re.match(r"\s+(?!(?:in|on|at|by|and|to|for|after|when|with)\b)[a-z]{3,}", rest) is not None
    )


def _scaled(a: str, first: int, b: str) -> int:
    """The lower end of "two to three million"."""
    multiples = counts().multiples
    own = [m for m in multiples if re.search(rf"\b{m}\b", b, re.IGNORECASE)]
    if own and not any(re.search(rf"\b{m}\b", a, re.IGNORECASE) for m in multiples):
        return first * multiples[own[-1]]
    return first


def _bound(words: str | None) -> str | None:
    """The bound that words before a number name: "at_least", "above"."""
    if not words:
        return None
    return next(name for name, phrases in counts().bounds.items() if plain(words) in phrases)


def _bounded(span: tuple[int, int], low: int, high: int | None, bound: str | None) -> Number:
    """A number, open to the side that its bound leaves open."""
    if bound == "at_least":
        return Number(span, low, None)
    if bound == "above":
        return Number(span, low + 1, None)
    if bound == "at_most":
        return Number(span, None, high)
    if bound == "below":
        return Number(span, None, None if high is None else high - 1)
    return Number(span, low, high)


def _value(words: str) -> int | None:
    """The whole number that words or digits say: "2.5 million", "a dozen", "two hundred"."""
    multiples = counts().multiples
    parts = plain(words).split(" ")
    scale = 1
    while parts and parts[-1] in multiples:
        scale *= multiples[parts.pop()]
    count = " ".join(parts)
    if count in {"", "a", "an"}:
        return scale
    if count in {"half a", "half an"}:
        return scale // 2
    if re.fullmatch(r"\d+\.\d+", count):
        return round(float(count) * scale) if scale > 1 else None
    number = number_of(count)
    return None if number is None else number * scale
