"""The patterns of `data/times.toml`, ready to search, and what they find in a text."""

from __future__ import annotations

import re
from functools import cache

from communique.events.phrases import any_of
from communique.events.time_words import amounts, times
from communique.language.times import DAYS, MONTHS, SHORT_MONTHS

__all__ = ["YEAR_NAMED", "matches"]

YEAR_NAMED = re.compile(r"1[89]\d\d|20\d\d")
_ANY = re.compile(
    r"\d|day|night|morning|evening|afternoon|week|month|year|decade|quarter|tomorrow|recent"
    r"|spring|summer|autumn|fall|winter|hour|later|earlier|(?:"
    + "|".join(m[:3] for m in MONTHS)
    + ")"
)
"""A text without any of these has no expression of time."""

_Compiled = tuple[tuple[str, ...], re.Pattern[str], str]


def matches(text: str, *kinds: str) -> list[tuple[re.Match[str], str]]:
    """What patterns of these kinds find, in the order of the text, each with the name of its
    reader; an earlier pattern goes before a later."""
    if not _ANY.search(text):
        return []
    small = text.lower()
    found: list[tuple[re.Match[str], str]] = []
    for has, pattern, reads in _patterns(*kinds):
        if has and not any(word in small for word in has):
            continue
        for match in pattern.finditer(text):
            if all(match.end() <= m.start() or m.end() <= match.start() for m, _ in found):
                found.append((match, reads))
    return sorted(found, key=lambda m: m[0].start())


@cache
def _patterns(*kinds: str) -> tuple[_Compiled, ...]:
    """The patterns of these kinds, in the order of the file, ready to search."""
    return tuple(
        (p.has, re.compile(re.sub(r"@(\w+)@", lambda m: _fragments()[m[1]], p.text)), p.reads)
        for p in times().patterns
        if p.kind in kinds
    )


@cache
def _fragments() -> dict[str, str]:
    """What stands between at signs in the patterns."""
    words = times()
    month = rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(SHORT_MONTHS)})\b\.?)"
    day = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?![:.,]\d|\d|\s*(?:%|percent))"
    year = rf"(?P<year>{YEAR_NAMED.pattern})\b"
    weekday = rf"(?P<weekday>{'|'.join(DAYS)})\b"
    of_weekday = weekday.replace("<weekday>", "<of_weekday>")
    parts = any_of(p for p in words.parts if p != "mid")
    return {
        "and_weekday": rf"(?:{of_weekday},?\s+(?:the\s+)?)?",
        "and_year": rf"(?:,?\s+(?:{year}|(?:of\s+)?(?P<that>last|this|next)\s+year\b))?",
        "day": day,
        "ends": r"(?=\s*(?:[,.;:?!)\"'”’]|$|-|–|—|(?:and|but|when|in|at|as|by|on)\b))",
        "from": r"\b(?:(?:between|from|in|on)\s+)?",
        "hour": r"(?:\s+(?:morning|afternoon|evening|night|lunchtime|noon)\b)?",
        "month": rf"(?P<month>{month})(?![a-z])",
        "n": amounts(),
        "named": any_of(words.shifts),
        "names": any_of(words.names.after),
        "no_name": "".join(rf"(?<!\b{w} )" for w in words.names.before),
        "of_weekday": of_weekday,
        "part": rf"(?:(?P<part>(?:the\s+)?(?:{parts})|mid)(?:\s+|-))",
        "preposed": r"(?:in|since|until|till|by|of|from|during|before|after|through|throughout)",
        "seasons": any_of(s for s in words.seasons if s != "fall"),
        "to": r"\s*(?:-|–|—|to|and|through|until|till)\s*",
        "unit": r"(?P<unit>day|week|month|year|decade|fortnight)",
        "until_day": day.replace("<day>", "<until>"),
        "until_month": rf"(?P<until>{month})",
        "until_year": year.replace("<year>", "<until>"),
        "weekday": weekday,
        "year": year,
    }
