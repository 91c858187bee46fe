"""Expressions of time in a sentence, and the days they can mean, seen from the day of publication.

The granularity is kept: "in March" is a month, "last week" a week. What a weekday means follows
news usage: the last one up to the day of publication, or the next one for what is to come.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.language.times import DAYS, MONTHS

if TYPE_CHECKING:
    from communique.records.event import DatePrecision

__all__ = ["DateExpression", "find_dates", "points_back"]

_WEEKDAYS = [d.lower() for d in DAYS]
_MONTHS = [m.lower() for m in MONTHS]
_SHORT_MONTHS = {"jan": 1, "feb": 2, "mar": 3, "apr": 4, "jun": 6, "jul": 7, "aug": 8} | {
    "sept": 9,
    "sep": 9,
    "oct": 10,
    "nov": 11,
    "dec": 12,
}
_SMALL = "one two three four five six seven eight nine ten eleven twelve".split()
_NUMBERS = {w: n for n, w in enumerate(_SMALL, start=1)} | {
    "a": 1,
    "an": 1,
    "several": 3,
    "a few": 3,
    "a couple of": 2,
}
_NAMED = (
    r"today|tonight|yesterday|tomorrow|this (?:morning|afternoon|evening)|last night|overnight"
    r"|earlier in the day"
)
_RELATIONS = (
    r"last|past|previous|next|this|coming|earlier this|later this|late last|earlier last"
    r"|early this"
)
_MONTH = (
    r"(?P<month>"
    + "|".join(m.capitalize() for m in _MONTHS)
    + r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?"
)
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?![:.,]\d|\d)"
_YEAR = r"(?P<year>1[89]\d\d|20\d\d)\b"
_WEEKDAY = r"(?P<weekday>" + "|".join(d.capitalize() for d in _WEEKDAYS) + r")\b"

_PATTERNS: list[tuple[str, re.Pattern[str]]] = [
    ("iso", re.compile(r"\b(?P<year>\d{4})-(?P<m>\d\d)-(?P<day>\d\d)\b")),
    ("day", re.compile(rf"\b{_MONTH}\s+{_DAY}(?:,?\s+{_YEAR})?")),
    ("day", re.compile(rf"\b(?:the\s+)?{_DAY}(?:\s+of)?\s+{_MONTH}(?:,?\s+{_YEAR})?")),
    ("month", re.compile(rf"\b{_MONTH}(?:,?\s+(?:of\s+)?{_YEAR})")),
    (
        "month_alone",
        re.compile(
            rf"\b(?:in|since|until|by|of|from|last|next|this|early|late|mid-?|during)\s+(?:early\s+|late\s+|mid-?)?{_MONTH}",
        ),
    ),
    (
        "ago",
        re.compile(
            rf"\b(?P<n>\d+|an?|a few|a couple of|several|{'|'.join(_SMALL)})"
            r"\s+(?P<unit>day|week|month|year|decade)s?\s+(?:ago|earlier|before)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "relative",
        re.compile(
            rf"\b(?P<rel>{_RELATIONS})\s+"
            r"(?P<unit>day|week|weekend|month|year|decade)\b",
            re.IGNORECASE,
        ),
    ),
    (
        "named",
        re.compile(
            rf"\b(?P<named>{_NAMED})\b",
            re.IGNORECASE,
        ),
    ),
    (
        "weekday",
        re.compile(
            rf"\b(?P<since>since\s+)?(?:(?P<rel>last|next|this|coming|previous)\s+)?{_WEEKDAY}(?!\s+(?:Times|Post|Mail|Night|Club|Agreement|Accord))"
        ),
    ),
    (
        "decade",
        re.compile(r"\b(?:the\s+)?(?:(?:early|late|mid-?)\s*)?(?P<decade>(?:1[89]|20)\d0)s\b"),
    ),
    (
        "year",
        re.compile(
            r"\b(?:in|since|from|until|by|of|during|before|after|early|late|mid-?|back in)\s+"
            rf"{_YEAR}(?!-\d)"
        ),
    ),
]


_BACK = re.compile(
    r"\b(?:(?:earlier|later)\s+)?(?:that|the same|the very same)\s+"
    r"(?:day|morning|afternoon|evening|night)\b",
    re.IGNORECASE,
)


def points_back(text: str) -> tuple[int, int] | None:
    """Where a text says "that day" or "the same evening": the day named before it."""
    match = _BACK.search(text)
    return match.span() if match else None


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words of time at `span` (offsets in the string searched) and the days they can mean."""

    text: str
    span: tuple[int, int]
    date: dt.date
    enddate: dt.date
    precision: DatePrecision


def find_dates(
    text: str, published: dt.date | None, *, future: bool = False
) -> list[DateExpression]:
    """Expressions of time in a text, in order, not overlapping. Without a day of publication only
    those are found that name their year themselves."""
    found: list[DateExpression] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(text):
            if any(match.start() < e.span[1] and e.span[0] < match.end() for e in found):
                continue
            for start, end, precision in _days(kind, match, published, future):
                found.append(
                    DateExpression(match.group().strip(), match.span(), start, end, precision)
                )
    return sorted(found, key=lambda e: e.span)


Days = tuple[dt.date, dt.date, "DatePrecision"]


def _days(
    kind: str, match: re.Match[str], published: dt.date | None, future: bool
) -> Iterator[Days]:
    groups = match.groupdict()
    try:
        if kind == "iso":
            day = dt.date(int(groups["year"]), int(groups["m"]), int(groups["day"]))
            yield day, day, "day"
        elif kind == "day":
            yield from _month_day(groups, published, future)
        elif kind == "month":
            yield _month(int(groups["year"]), _month_number(groups["month"]))
        elif kind == "year":
            yield _year(int(groups["year"]))
        elif kind == "decade":
            first = int(groups["decade"])
            yield dt.date(first, 1, 1), dt.date(first + 9, 12, 31), "decade"
        elif published is not None:
            yield from _relative_days(kind, groups, match.group(), published, future)
    except (ValueError, OverflowError):
        return  # "February 30" is no day


def _relative_days(
    kind: str, groups: dict[str, str | None], text: str, published: dt.date, future: bool
) -> Iterator[Days]:
    if kind == "month_alone":
        month = _month_number(groups["month"] or "")
        year = published.year
        ahead = future or text.lower().startswith("next")
        if month > published.month and not ahead:
            year -= 1
        elif month < published.month and ahead:
            year += 1
        yield _month(year, month)
    elif kind == "ago":
        yield _ago(groups["n"] or "", groups["unit"] or "", published)
    elif kind == "relative":
        yield _period(groups["rel"] or "", groups["unit"] or "", published)
    elif kind == "named":
        named = (groups["named"] or "").lower()
        shift = {"yesterday": -1, "last night": -1, "tomorrow": 1}.get(named, 0)
        day = published + dt.timedelta(days=shift)
        yield day, day, "day"
    elif kind == "weekday":
        day = _weekday(groups, published, future)
        if groups["since"]:
            yield day, published, "week"
        else:
            yield day, day, "day"


def _month_number(name: str) -> int:
    key = name.lower().rstrip(".")
    return _MONTHS.index(key) + 1 if key in _MONTHS else _SHORT_MONTHS[key]


def _month_day(
    groups: dict[str, str | None], published: dt.date | None, future: bool
) -> Iterator[Days]:
    month, number = _month_number(groups["month"] or ""), int(groups["day"] or 0)
    if groups.get("year"):
        day = dt.date(int(groups["year"] or 0), month, number)
    elif published is None:
        return
    else:
        day = dt.date(published.year, month, number)
        if day > published + dt.timedelta(days=31) and not future:
            day = dt.date(published.year - 1, month, number)
        elif day < published and future and published - day > dt.timedelta(days=180):
            day = dt.date(published.year + 1, month, number)
    yield day, day, "day"


def _month(year: int, month: int) -> Days:
    last = calendar.monthrange(year, month)[1]
    return dt.date(year, month, 1), dt.date(year, month, last), "month"


def _year(year: int) -> Days:
    return dt.date(year, 1, 1), dt.date(year, 12, 31), "year"


def _weekday(groups: dict[str, str | None], published: dt.date, future: bool) -> dt.date:
    number = _WEEKDAYS.index((groups["weekday"] or "").lower())
    relation = groups["rel"]
    if relation in {"next", "coming"} or (future and relation is None):
        ahead = (number - published.weekday()) % 7
        return published + dt.timedelta(days=ahead or 7)
    back = (published.weekday() - number) % 7
    if relation in {"last", "previous"} and back == 0:
        back = 7
    return published - dt.timedelta(days=back)


def _ago(number: str, unit: str, published: dt.date) -> Days:
    count = int(number) if number.isdigit() else _NUMBERS[number.lower()]
    if unit == "day":
        day = published - dt.timedelta(days=count)
        return day, day, "day"
    if unit == "week":
        monday = published - dt.timedelta(days=7 * count + published.weekday())
        return monday, monday + dt.timedelta(days=6), "week"
    if unit == "month":
        total = published.year * 12 + published.month - 1 - count
        return _month(total // 12, total % 12 + 1)
    if unit == "year":
        return _year(published.year - count)
    first = published.year - 10 * count
    return dt.date(first - first % 10, 1, 1), dt.date(first - first % 10 + 9, 12, 31), "decade"


def _period(relation: str, unit: str, published: dt.date) -> Days:
    words = relation.lower().split()
    shift = (
        -1
        if {"last", "past", "previous"} & set(words)
        else 1
        if {"next", "coming"} & set(words)
        else 0
    )
    if unit == "day":
        day = published + dt.timedelta(days=shift)
        return day, day, "day"
    if unit in {"week", "weekend"}:
        monday = published + dt.timedelta(days=7 * shift - published.weekday())
        if unit == "weekend":
            return monday + dt.timedelta(days=5), monday + dt.timedelta(days=6), "week"
        return monday, monday + dt.timedelta(days=6), "week"
    if unit == "month":
        total = published.year * 12 + published.month - 1 + shift
        return _month(total // 12, total % 12 + 1)
    if unit == "year":
        return _year(published.year + shift)
    first = published.year + 10 * shift
    return dt.date(first - first % 10, 1, 1), dt.date(first - first % 10 + 9, 12, 31), "decade"
