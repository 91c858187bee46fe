"""Expressions of time in a sentence, and the days they can mean, seen from the day of publication.

The granularity is kept: "in March" is a month, "last week" a week. What a weekday means follows
news usage: the last one up to the day of publication, or the next one for what is to come. The
words are in `data/times.toml`.
"""

from __future__ import annotations

import datetime as dt
import re
import tomllib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Literal

import msgspec
from msgspec import Struct

from communique.language.times import (
    DAYS,
    MONTHS,
    NUMBER_WORDS,
    SHORT_MONTHS,
    add,
    month_number,
    number_of,
    unit_of,
)

if TYPE_CHECKING:
    from communique.records.event import DatePrecision

__all__ = [
    "DateExpression",
    "amount",
    "amounts",
    "find_dates",
    "find_times",
    "points_back",
    "precision_of",
    "times",
]

_YEAR_NAMED = re.compile(r"1[89]\d\d|20\d\d")
_ANY = re.compile(
    r"\d|day|night|morning|evening|afternoon|week|month|year|decade|quarter|tomorrow|recent"
    r"|spring|summer|autumn|fall|winter|hour|later|earlier|(?:"
    + "|".join(m[:3] for m in MONTHS)
    + ")"
)
"""A text without any of these has no expression of time."""
_BACK = re.compile(
    r"\b(?:(?:earlier|later)\s+)?(?:that|the same|the very same)\s+"
    r"(?:day|morning|afternoon|evening|night)\b",
    re.IGNORECASE,
)
_JOIN = re.compile(r"\s*(?:and|to|through|until|till|-|–|—)\s*(?:(?:on|late|early|in)\s+)*")
_BOUND = re.compile(
    r"\b(?P<bound>since|by|until|till)\s+(?:(?:the|late|early|on|at)\s+)*$", re.IGNORECASE
)
_LONGEST: tuple[tuple[int, DatePrecision], ...] = (
    (1, "day"),
    (7, "week"),
    (31, "month"),
    (366, "year"),
)
_SOON = 31
"""Days ahead within which a day of a month that names no year is told as one to come."""


class _Names(Struct, frozen=True):
    before: tuple[str, ...]
    after: tuple[str, ...]


class TimePattern(Struct, frozen=True):
    """A pattern of `data/times.toml`, with words that it finds."""

    reads: str
    text: str
    example: str
    kind: Literal["single", "range", "noun"] = "single"
    has: tuple[str, ...] = ()


class Times(Struct, frozen=True):
    """The words of `data/times.toml`."""

    shifts: dict[str, int]
    relations: dict[str, int]
    vague: dict[str, tuple[int, int]]
    parts: dict[str, int]
    part_bounds: dict[str, tuple[tuple[int, int], ...]]
    seasons: dict[str, tuple[int, int]]
    recent: dict[str, int]
    ordinals: dict[str, int]
    names: _Names
    verbs: dict[str, tuple[str, ...]]
    prepositions: dict[str, tuple[str, ...]]
    patterns: tuple[TimePattern, ...]


@cache
def times() -> Times:
    """The words of time, read once."""
    source = files("communique.events") / "data" / "times.toml"
    return msgspec.convert(tomllib.loads(source.read_text(encoding="utf-8")), Times)


@dataclass(frozen=True, slots=True)
class DateExpression:
    """Words of time at `span` (offsets in the string searched) and the days they can mean.

    `bound` is set where it is named as a beginning ("since") or an end ("until"). A `weak` one is
    seen from the day that is told of: it gives way to any other of the same clause.
    """

    text: str
    span: tuple[int, int]
    date: dt.date
    enddate: dt.date
    precision: DatePrecision
    bound: str | None = None
    weak: bool = False


Days = tuple[dt.date, dt.date, "DatePrecision"]
Groups = dict[str, str | None]
_Compiled = tuple[tuple[str, ...], re.Pattern[str], str]


@dataclass(frozen=True, slots=True)
class _Seen:
    """From where a time is seen: the day of publication, what was named last, and whether what is
    told lies ahead."""

    published: dt.date | None
    base: Days | None
    future: bool


Reader = Callable[[Groups, _Seen], "Days | None"]


def points_back(text: str) -> tuple[int, int] | None:
    """Where a text says "that day" or "the same evening": the day named before it."""
    match = _BACK.search(text)
    return match.span() if match else None


def find_dates(
    text: str,
    published: dt.date | None,
    *,
    future: bool = False,
    before: dt.date | None = None,
) -> list[DateExpression]:
    """Expressions of time in a text, in order, not overlapping. Without a day of publication only
    those are found that name their year themselves. `before` is the day named last before the
    text, from which "two days earlier" counts."""
    return _find(text, _Seen(published, _base(before), future), _patterns("single"))


def find_times(
    text: str,
    published: dt.date | None,
    *,
    future: bool = False,
    before: dt.date | None = None,
) -> list[DateExpression]:
    """As `find_dates`, with ranges taken as one ("between 3 and 5 March", "on Monday and Tuesday")
    and with what is a beginning or an end marked so ("since June 5")."""
    found = _find(
        text, _Seen(published, _base(before), future), _patterns("range", "single", "noun")
    )
    return [_bounded(text, e) for e in _joined(text, found, future)]


def amounts(pattern: str = "n") -> str:
    """A regular expression, with a group of this name, for a number of units of time."""
    words = sorted([*times().vague, *NUMBER_WORDS], key=len, reverse=True)
    tens = "|".join(w for w, n in NUMBER_WORDS.items() if n >= 20)
    return rf"(?P<{pattern}>\d{{1,3}}|(?:{tens})[- ]\w+|{'|'.join(words)})"


def _base(before: dt.date | None) -> Days | None:
    return None if before is None else (before, before, "day")


def _find(text: str, seen: _Seen, patterns: tuple[_Compiled, ...]) -> list[DateExpression]:
    found: list[DateExpression] = []
    for match, reads in _matches(text, patterns):
        groups = match.groupdict()
        try:
            days = _READERS[reads](groups, seen)
        except (ValueError, OverflowError):
            continue  # "February 30" is no day
        if days is None or days[0] > days[1]:
            continue
        seen = replace(seen, base=days)
        start, end = match.span("at") if "at" in groups else match.span()
        words = text[start:end]
        weak = words.lower() == "overnight" or (reads == "same" and groups["unit"] is None)
        found.append(DateExpression(words.strip(), (start, end), *days, weak=weak))
    return found


def _matches(text: str, patterns: tuple[_Compiled, ...]) -> list[tuple[re.Match[str], str]]:
    """What the patterns find, in the order of the text; an earlier pattern goes before a later."""
    if not _ANY.search(text):
        return []
    small = text.lower()
    matches: list[tuple[re.Match[str], str]] = []
    for has, pattern, reads in patterns:
        if has and not any(word in small for word in has):
            continue
        for match in pattern.finditer(text):
            if all(match.end() <= m.start() or m.end() <= match.start() for m, _ in matches):
                matches.append((match, reads))
    return sorted(matches, key=lambda m: m[0].start())


def _bounded(text: str, found: DateExpression) -> DateExpression:
    start, end = found.span
    match = _BOUND.search(text[:start])
    if match:
        start = match.start()
        return replace(
            found, text=text[start:end].strip(), span=(start, end), bound=match["bound"].lower()
        )
    first = found.text.split()[0].lower()
    return replace(found, bound=first) if first in {"since", "by", "until", "till"} else found


def _joined(text: str, found: list[DateExpression], future: bool) -> list[DateExpression]:
    """Neighbours that are the two ends of one time, as one: "from Monday to Wednesday"."""
    joined: list[DateExpression] = []
    for expression in found:
        last = joined[-1] if joined else None
        both = None if last is None else _join(text, last, expression, future)
        if both is None:
            joined.append(expression)
        else:
            joined[-1] = both
    return joined


def _join(text: str, a: DateExpression, b: DateExpression, future: bool) -> DateExpression | None:
    between = text[a.span[1] : b.span[0]]
    own = text[b.span[1] : b.span[1] + 2] in {"'s", "’s"}
    if own or a.weak or b.weak or a.precision != b.precision or not _JOIN.fullmatch(between):
        return None
    first, last = a.date, b.enddate
    if _YEAR_NAMED.search(b.text) and not _YEAR_NAMED.search(a.text):
        first = add(
            first,
            last.year - first.year - ((first.month, first.day) > (last.month, last.day)),
            "year",
        )
    week = dt.timedelta(days=7)
    if first > last and last + week > first:
        first, last = (first, last + week) if future else (first - week, last)
    if first > last:
        return None
    span = (a.span[0], b.span[1])
    return DateExpression(text[slice(*span)], span, first, last, precision_of(first, last))


def precision_of(first: dt.date, last: dt.date) -> DatePrecision:
    """The smallest unit that can hold the days."""
    days = (last - first).days + 1
    return next((unit for longest, unit in _LONGEST if days <= longest), "decade")


def _whole(day: dt.date, unit: str) -> Days:
    first, last = unit_of(day, unit)
    return first, last, precision_of(first, last)


def _range(first: dt.date, last: dt.date) -> Days:
    return first, last, precision_of(first, last)


def _year_of(groups: Groups, seen: _Seen) -> str | None:
    """The year that goes with a day or month: "2019", "last year"."""
    if groups.get("year") or not groups.get("that") or seen.published is None:
        return groups.get("year")
    return str(seen.published.year + times().relations[(groups["that"] or "").lower()])


def _of_years(
    seen: _Seen, year: str | None, days_of: Callable[[int], tuple[dt.date, dt.date]]
) -> tuple[dt.date, dt.date] | None:
    """Days of the year named, else of the last year in which they have begun, or the next in which
    they have not ended."""
    if year:
        return days_of(int(year))
    if seen.published is None:
        return None
    now = seen.published.year
    years = (now - 1, now, now + 1) if seen.future else (now + 1, now, now - 1)
    for candidate in years:
        first, last = days_of(candidate)
        if (last >= seen.published) if seen.future else (first <= seen.published):
            return first, last
    return None


def _iso(groups: Groups, seen: _Seen) -> Days | None:
    day = dt.date(int(groups["year"] or 0), int(groups["m"] or 0), int(groups["day"] or 0))
    return day, day, "day"


def _month_day(groups: Groups, seen: _Seen) -> Days | None:
    month, number = month_number(groups["month"] or ""), int(groups["day"] or 0)
    day = _day_of(month, number, _year_of(groups, seen), seen)
    return None if day is None else (day, day, "day")


def _day_of(month: int, number: int, year: str | None, seen: _Seen) -> dt.date | None:
    if year:
        return dt.date(int(year), month, number)
    if seen.published is None:
        return None
    day = dt.date(seen.published.year, month, number)
    if day > seen.published + dt.timedelta(days=_SOON) and not seen.future:
        return dt.date(seen.published.year - 1, month, number)
    if seen.future and seen.published - day > dt.timedelta(days=180):
        return dt.date(seen.published.year + 1, month, number)
    return day


def _month_days(groups: Groups, seen: _Seen) -> Days | None:
    month = month_number(groups["month"] or "")
    first = _day_of(month, int(groups["day"] or 0), _year_of(groups, seen), seen)
    if first is None:
        return None
    return _range(first, first.replace(day=int(groups["until"] or 0)))


def _months(groups: Groups, seen: _Seen) -> Days | None:
    first, last = month_number(groups["month"] or ""), month_number(groups["until"] or "")

    def days_of(year: int) -> tuple[dt.date, dt.date]:
        start = dt.date(year - (last < first), first, 1)
        return start, unit_of(dt.date(year, last, 1), "month")[1]

    days = _of_years(seen, _year_of(groups, seen), days_of)
    return None if days is None else _range(*days)


def _years(groups: Groups, seen: _Seen) -> Days | None:
    return _range(
        dt.date(int(groups["year"] or 0), 1, 1), dt.date(int(groups["until"] or 0), 12, 31)
    )


def _part(words: str | None) -> int | None:
    """Whether words name the first, middle or last part of a period."""
    if not words:
        return None
    plain = re.sub(r"^the\s+", "", words.lower().strip(" -"))
    return times().parts.get(re.sub(r"\s+", " ", plain))


def _part_of(first: dt.date, last: dt.date, unit: str, part: int) -> tuple[dt.date, dt.date]:
    low, high = times().part_bounds[unit][part]
    if unit == "week":
        return first + dt.timedelta(days=low - 1), first + dt.timedelta(days=high - 1)
    if unit == "month":
        return first.replace(day=low), first.replace(day=min(high, last.day))
    if unit == "year":
        return first.replace(month=low), unit_of(first.replace(month=high), "month")[1]
    return add(first, low, "year"), unit_of(add(first, high, "year"), "year")[1]


def _month(groups: Groups, seen: _Seen) -> Days | None:
    month, part = month_number(groups["month"] or ""), _part(groups.get("part"))
    relation = (groups.get("rel") or "").lower()
    now = seen.published
    if now is not None and relation in {"last", "previous"} and month == now.month:
        days: tuple[dt.date, dt.date] | None = unit_of(add(now, -1, "year"), "month")
    elif now is not None and relation in {"next", "coming"}:
        after = add(unit_of(now, "month")[0], 1, "month")
        seen = replace(seen, published=after, future=True)
        days = _of_years(seen, None, lambda y: unit_of(dt.date(y, month, 1), "month"))
    else:

        def days_of(year: int) -> tuple[dt.date, dt.date]:
            whole = unit_of(dt.date(year, month, 1), "month")
            return whole if part is None else _part_of(*whole, "month", part)

        days = _of_years(seen, _year_of(groups, seen), days_of)
    return None if days is None else (*days, "month")


def _year(groups: Groups, seen: _Seen) -> Days | None:
    whole = unit_of(dt.date(int(groups["year"] or 0), 1, 1), "year")
    part = _part(groups.get("part"))
    return (*(whole if part is None else _part_of(*whole, "year", part)), "year")


def _decade(groups: Groups, seen: _Seen) -> Days | None:
    whole = unit_of(dt.date(int(groups["decade"] or 0), 1, 1), "decade")
    part = _part(groups.get("part"))
    return (*(whole if part is None else _part_of(*whole, "decade", part)), "decade")


def _piece(groups: Groups, seen: _Seen) -> Days | None:
    """Quarters and halves of a year: "the first quarter of 2020"."""
    unit = (groups["piece"] or "").lower()
    number = (groups["number"] or "").lower()
    most = 4 if unit == "quarter" else 2
    which = most if number in {"last", "final"} else times().ordinals[number]
    if which > most:
        return None
    year = groups["year"]
    if not year and groups["rel"] and seen.published is not None:
        year = str(seen.published.year + times().relations.get(groups["rel"].lower(), 0))

    def days_of(of: int) -> tuple[dt.date, dt.date]:
        return unit_of(add(dt.date(of, 1, 1), which - 1, unit), unit)

    days = _of_years(seen, year, days_of)
    return None if days is None else (*days, "year")


def _month_piece(groups: Groups, seen: _Seen) -> Days | None:
    """Halves, weeks and days of a month: "the first week of July"."""
    number = (groups["number"] or "").lower()
    which = 0 if number in {"last", "final"} else times().ordinals[number]
    length = {"half": 15, "week": 7, "day": 1}[(groups["piece"] or "").lower()]

    def days_of(first: dt.date) -> tuple[dt.date, dt.date]:
        last = unit_of(first, "month")[1]
        rest = not which or (length == 15 and which == 2)
        if rest:
            back = last.day - 15 if length == 15 else length
            return last - dt.timedelta(days=back - 1), last
        start = first + dt.timedelta(days=length * (which - 1))
        return start, start + dt.timedelta(days=length - 1)

    if groups["month"]:
        month = month_number(groups["month"])
        days = _of_years(seen, _year_of(groups, seen), lambda y: days_of(dt.date(y, month, 1)))
    elif seen.published is not None:
        shift = times().relations.get((groups["rel"] or "").lower(), 0)
        days = days_of(add(seen.published.replace(day=1), shift, "month"))
    else:
        return None
    return None if days is None else _range(*days)


def _season(groups: Groups, seen: _Seen) -> Days | None:
    season = groups["season"] or groups["dated"] or groups["bare"] or ""
    start, length = times().seasons[season.lower()]
    relation = (groups["rel"] or "").lower()

    def days_of(year: int) -> tuple[dt.date, dt.date]:
        first = dt.date(year, start, 1)
        return first, add(first, length, "month") - dt.timedelta(days=1)

    now = seen.published
    if groups["year"] or now is None:
        days = _of_years(seen, groups["year"], days_of)
    elif relation in {"last", "past", "previous"}:
        before = [d for y in (now.year, now.year - 1, now.year - 2) if (d := days_of(y))[1] < now]
        days = before[0]
    elif relation in {"next", "coming"}:
        days = next(d for y in (now.year, now.year + 1) if (d := days_of(y))[0] > now)
    elif relation == "this":
        last_month = 2 if seen.future else 6
        days = days_of(now.year - (start + length > 13 and now.month <= last_month))
    else:
        days = _of_years(seen, None, days_of)
    return None if days is None else (*days, "year")


def amount(words: str | None) -> tuple[int, int] | None:
    """The lowest and the highest number that words for a number of units can mean."""
    plain = re.sub(r"\s+", " ", (words or "").lower())
    if plain in times().vague:
        return times().vague[plain]
    number = number_of(plain)
    return None if number is None else (number, number)


def _counted(day: dt.date, count: tuple[int, int], sign: int, unit: str) -> Days:
    """A number of units after a day, or before it."""
    ends = sorted(add(day, sign * n, unit) for n in count)
    return _range(unit_of(ends[0], unit)[0], unit_of(ends[1], unit)[1])


def _ago(groups: Groups, seen: _Seen) -> Days | None:
    count = amount(groups["n"])
    if seen.published is None or count is None:
        return None
    if (groups["unit"] or "").lower() in {"hour", "minute"}:
        return seen.published, seen.published, "day"
    if groups["weekday"]:
        near = add(seen.published, -count[0], (groups["unit"] or "").lower())
        number = DAYS.index(groups["weekday"].capitalize())
        day = near + dt.timedelta(days=(number - near.weekday() + 3) % 7 - 3)
        return day, day, "day"
    return _counted(seen.published, count, -1, (groups["unit"] or "").lower())


def _ahead(groups: Groups, seen: _Seen) -> Days | None:
    count = amount(groups["n"])
    if seen.published is None or count is None or not seen.future:
        return None
    unit = (groups["unit"] or "").lower()
    if unit == "hour":
        unit, count = "day", (count[0] // 24, -(-count[1] // 24))
    days = _counted(seen.published, count, 1, unit)
    return _range(seen.published, days[1]) if groups["within"] else days


def _rolling(groups: Groups, seen: _Seen) -> Days | None:
    """ "In the past two weeks", "over the next month": up to the day of publication, or from it."""
    if seen.published is None:
        return None
    unit = (groups["unit"] or "").lower()
    sign = times().relations[(groups["rel"] or "").lower()] or -1
    count = amount(groups["n"]) if groups["n"] else (1, 1)
    if count is None:
        return None
    other = add(seen.published, sign * count[1], "day" if unit == "hour" else unit)
    return _range(*sorted((seen.published, other)))


def _recent(groups: Groups, seen: _Seen) -> Days | None:
    if seen.published is None:
        return None
    sign = 1 if (groups["rel"] or "").lower() == "coming" else -1
    days = dt.timedelta(days=times().recent[(groups["unit"] or "").lower()])
    return _range(*sorted((seen.published, seen.published + sign * days)))


def _period(groups: Groups, seen: _Seen) -> Days | None:
    if seen.published is None:
        return None
    relation = (groups["rel"] or "").lower()
    unit = (groups["unit"] or "").lower()
    base = seen.published
    if relation == "previous" and seen.base is not None:
        base = seen.base[0]
    day = add(base, times().relations.get(relation, 0), unit)
    return _within(groups, _whole(day, unit), unit, seen.published)


def _within(groups: Groups, whole: Days, unit: str, published: dt.date) -> Days | None:
    """The part of a period that is told: "late last month", "earlier this week", "on Monday last
    week"."""
    first, last, precision = whole
    part = (groups.get("edge") or groups.get("part") or "").lower()
    weekday = groups.get("weekday") or groups.get("of_weekday")
    if weekday and unit == "week":
        day = first + dt.timedelta(days=DAYS.index(weekday.capitalize()))
        return day, day, "day"
    if part == "earlier":
        return first, min(last, published), precision
    if part == "later":
        return max(first, published), last, precision
    which = _part(part)
    if which is None or unit not in times().part_bounds:
        return whole
    return (*_part_of(first, last, unit, which), precision)


def _weekend(groups: Groups, seen: _Seen) -> Days | None:
    if seen.published is None:
        return None
    relation = (groups["rel"] or "").lower()
    saturday = unit_of(seen.published, "week")[0] + dt.timedelta(days=5)
    if relation in {"next", "coming"} or (seen.future and relation in {"the", "this"}):
        sign = 7 if relation == "next" and saturday <= seen.published else 0
    elif relation in {"last", "past", "previous"}:
        sign = -7
    else:
        sign = -7 if saturday > seen.published else 0
    saturday += dt.timedelta(days=sign)
    return saturday, saturday + dt.timedelta(days=1), "week"


def _named(groups: Groups, seen: _Seen) -> Days | None:
    if seen.published is None:
        return None
    words = re.sub(r"\s+", " ", (groups["named"] or "").lower())
    day = seen.published + dt.timedelta(days=times().shifts[words])
    return day, day, "day"


def _weekday(groups: Groups, seen: _Seen) -> Days | None:
    if seen.published is None:
        return None
    number = DAYS.index(groups["weekday"] or "")
    relation = (groups["rel"] or "").lower()
    now = seen.published
    if relation == "following" and seen.base is not None:
        day = seen.base[1] + dt.timedelta(days=(number - seen.base[1].weekday() - 1) % 7 + 1)
    elif relation in {"next", "coming", "following"} or (seen.future and relation in {"", "this"}):
        day = now + dt.timedelta(days=(number - now.weekday()) % 7)
        if relation in {"next", "coming"} and day == now:
            day += dt.timedelta(days=7)
    else:
        back = (now.weekday() - number) % 7
        if relation in {"last", "previous"} and back == 0:
            back = 7
        day = now - dt.timedelta(days=back)
    return day, day, "day"


def _same(groups: Groups, seen: _Seen) -> Days | None:
    """ "That day", "later the same week", "hours later": the time that was named before."""
    if seen.base is None:
        today = seen.published if groups["unit"] is None else None
        return None if today is None else (today, today, "day")
    unit = (groups["unit"] or "day").lower()
    if unit not in {"week", "month", "year"}:
        return seen.base
    first, last, precision = _whole(seen.base[0], unit)
    edge = (groups.get("edge") or "").lower()
    if edge == "later":
        return max(first, seen.base[0]), last, precision
    return (
        (first, min(last, seen.base[1]), precision)
        if edge == "earlier"
        else (
            first,
            last,
            precision,
        )
    )


def _shifted(groups: Groups, seen: _Seen) -> Days | None:
    """ "Two days earlier", "the next day", "a year later": from the time named before. What is
    earlier than nothing named is earlier than publication."""
    names = ("side", "other", "which")
    side = next((groups[n] or "" for n in names if groups.get(n)), "").lower()
    sign = 1 if side in {"later", "after", "afterward", "afterwards", "next", "following"} else -1
    unit = (groups["unit"] or groups.get("whole") or "").lower()
    unit = "day" if unit in {"morning", "night", "evening", "afternoon"} else unit
    count = amount(groups.get("n")) or (1, 1)
    if seen.base is None:
        if seen.published is None or (sign > 0 and not seen.future):
            return None
        return _counted(seen.published, count, sign, unit)
    first, last, precision = seen.base
    coarse = {"day": 1, "week": 2, "fortnight": 2, "month": 3, "year": 4, "decade": 5}
    if coarse[unit] >= coarse[precision]:
        return _counted(first if sign < 0 else last, count, sign, unit)
    ends = [add(d, sign * n, unit) for d, n in ((first, count[sign < 0]), (last, count[sign > 0]))]
    return ends[0], ends[1], precision


_READERS: dict[str, Reader] = {
    "ago": _ago,
    "ahead": _ahead,
    "decade": _decade,
    "iso": _iso,
    "month": _month,
    "month_day": _month_day,
    "month_days": _month_days,
    "month_piece": _month_piece,
    "months": _months,
    "named": _named,
    "period": _period,
    "piece": _piece,
    "recent": _recent,
    "rolling": _rolling,
    "same": _same,
    "season": _season,
    "shifted": _shifted,
    "weekday": _weekday,
    "weekend": _weekend,
    "year": _year,
    "years": _years,
}
"""What the patterns of `data/times.toml` mean, by the name that they give."""


@cache
def _fragments() -> dict[str, str]:
    """What stands between at signs in the patterns."""
    words = times()
    month = rf"(?:{'|'.join(MONTHS)}|(?:{'|'.join(SHORT_MONTHS)})\b\.?)"
    day = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?\b(?![:.,]\d|\d|\s*(?:%|percent))"
    year = rf"(?P<year>{_YEAR_NAMED.pattern})\b"
    weekday = rf"(?P<weekday>{'|'.join(DAYS)})\b"
    of_weekday = weekday.replace("<weekday>", "<of_weekday>")
    parts = _any(p for p in words.parts if p != "mid")
    return {
        "and_weekday": rf"(?:{of_weekday},?\s+(?:the\s+)?)?",
        "and_year": rf"(?:,?\s+(?:{year}|(?:of\s+)?(?P<that>last|this|next)\s+year\b))?",
        "day": day,
        "ends": r"(?=\s*(?:[,.;:?!)\"'”’]|$|-|–|—|(?:and|but|when|in|at|as|by|on)\b))",
        "from": r"\b(?:(?:between|from|in|on)\s+)?",
        "hour": r"(?:\s+(?:morning|afternoon|evening|night|lunchtime|noon)\b)?",
        "month": rf"(?P<month>{month})(?![a-z])",
        "n": amounts(),
        "named": _any(words.shifts),
        "names": _any(words.names.after),
        "no_name": "".join(rf"(?<!\b{w} )" for w in words.names.before),
        "of_weekday": of_weekday,
        "part": rf"(?:(?P<part>(?:the\s+)?(?:{parts})|mid)(?:\s+|-))",
        "preposed": r"(?:in|since|until|till|by|of|from|during|before|after|through|throughout)",
        "seasons": _any(s for s in words.seasons if s != "fall"),
        "to": r"\s*(?:-|–|—|to|and|through|until|till)\s*",
        "unit": r"(?P<unit>day|week|month|year|decade|fortnight)",
        "until_day": day.replace("<day>", "<until>"),
        "until_month": rf"(?P<until>{month})",
        "until_year": year.replace("<year>", "<until>"),
        "weekday": weekday,
        "year": year,
    }


def _any(words: Iterable[str]) -> str:
    """One of several words or phrases, the longest first."""
    longest = sorted(words, key=len, reverse=True)
    return "|".join(w.replace(" ", r"\s+") for w in longest)


@cache
def _patterns(*kinds: str) -> tuple[_Compiled, ...]:
    """The patterns of these kinds, in the order of the file, ready to search."""
    return tuple(
        (p.has, re.compile(re.sub(r"@(\w+)@", lambda m: _fragments()[m[1]], p.text)), p.reads)
        for p in times().patterns
        if p.kind in kinds
    )
