"""Times named by the calendar: days, months, years and seasons, their parts and their ranges.

Each function takes what a pattern of `data/times.toml` found; None where that is no time.
"""

from __future__ import annotations

import datetime as dt

from communique.events.time_days import (
    Days,
    Ends,
    Groups,
    Seen,
    days_between,
    in_years,
    part_of,
    shift_of,
    single,
    year_of,
)
from communique.events.time_words import times
from communique.language.times import add, month_number, unit_of

__all__ = [
    "decade",
    "iso",
    "month",
    "month_day",
    "month_days",
    "month_piece",
    "months",
    "piece",
    "season",
    "year",
    "years",
]

_SOON = 31
"""Days ahead within which a day of a month that names no year is told as one to come."""
_LONG_PAST = 180
"""Days back from which a day of a month, told as to come, is the next year's."""
_LENGTHS = {"half": 15, "week": 7, "day": 1}


def iso(groups: Groups, seen: Seen) -> Days | None:
    """ "2020-02-29"."""
    return single(dt.date(_number(groups, "year"), _number(groups, "m"), _number(groups, "day")))


def month_day(groups: Groups, seen: Seen) -> Days | None:
    """ "March 3", "the 3rd of March 2019"."""
    day = _day_of(groups, seen)
    return None if day is None else single(day)


def month_days(groups: Groups, seen: Seen) -> Days | None:
    """ "March 3-5"."""
    first = _day_of(groups, seen)
    if first is None:
        return None
    return days_between(first, first.replace(day=_number(groups, "until")))


def _day_of(groups: Groups, seen: Seen) -> dt.date | None:
    """The day of a month, of the year named or the nearest that fits."""
    month, number = _month(groups), _number(groups, "day")
    year = year_of(groups["year"], groups["that"], seen)
    if year:
        return dt.date(int(year), month, number)
    if seen.published is None:
        return None
    day = dt.date(seen.published.year, month, number)
    if day > seen.published + dt.timedelta(days=_SOON) and not seen.future:
        return dt.date(seen.published.year - 1, month, number)
    if seen.future and seen.published - day > dt.timedelta(days=_LONG_PAST):
        return dt.date(seen.published.year + 1, month, number)
    return day


def month(groups: Groups, seen: Seen) -> Days | None:
    """ "In March", "early March 2019", "last March"."""
    number = _month(groups)

    def days_of(year: int) -> Ends:
        whole = unit_of(dt.date(year, number, 1), "month")
        return part_of(whole, "month", groups.get("part"))

    now = seen.published
    if now is not None and now.month == number and groups.get("rel") and shift_of(groups) < 0:
        return (*days_of(now.year - 1), "month")
    days = in_years(seen, year_of(groups["year"], groups.get("that"), seen), days_of)
    return None if days is None else (*days, "month")


def months(groups: Groups, seen: Seen) -> Days | None:
    """ "From November to January"."""
    first, last = _month(groups), month_number(groups["until"] or "")

    def days_of(year: int) -> Ends:
        start = dt.date(year - (last < first), first, 1)
        return start, unit_of(dt.date(year, last, 1), "month")[1]

    days = in_years(seen, year_of(groups["year"], groups["that"], seen), days_of)
    return None if days is None else days_between(*days)


def year(groups: Groups, seen: Seen) -> Days | None:
    """ "In 1961", "late 2014"."""
    whole = unit_of(dt.date(_number(groups, "year"), 1, 1), "year")
    return (*part_of(whole, "year", groups.get("part")), "year")


def years(groups: Groups, seen: Seen) -> Days | None:
    """ "Between 2015 and 2017"."""
    first, last = _number(groups, "year"), _number(groups, "until")
    return days_between(dt.date(first, 1, 1), dt.date(last, 12, 31))


def decade(groups: Groups, seen: Seen) -> Days | None:
    """ "The late 1990s"."""
    whole = unit_of(dt.date(_number(groups, "decade"), 1, 1), "decade")
    return (*part_of(whole, "decade", groups["part"]), "decade")


def piece(groups: Groups, seen: Seen) -> Days | None:
    """Quarters and halves of a year: "the first quarter of 2020"."""
    unit = (groups["piece"] or "").lower()
    which = _ordinal(groups) or (4 if unit == "quarter" else 2)

    def days_of(year: int) -> Ends:
        return unit_of(add(dt.date(year, 1, 1), which - 1, unit), unit)

    days = in_years(seen, year_of(groups["year"], groups["rel"], seen), days_of)
    return None if days is None else (*days, "year")


def month_piece(groups: Groups, seen: Seen) -> Days | None:
    """Halves, weeks and days of a month: "the first week of July"."""
    which, length = _ordinal(groups), _LENGTHS[(groups["piece"] or "").lower()]

    def days_of(first: dt.date) -> Ends:
        last = unit_of(first, "month")[1]
        if length == 15 and which != 1:
            return first.replace(day=16), last
        if not which:
            return last - dt.timedelta(days=length - 1), last
        start = first + dt.timedelta(days=length * (which - 1))
        return start, start + dt.timedelta(days=length - 1)

    if groups["month"]:
        number, of = _month(groups), year_of(groups["year"], groups["that"], seen)
        days = in_years(seen, of, lambda y: days_of(dt.date(y, number, 1)))
        return None if days is None else days_between(*days)
    if seen.published is None:
        return None
    return days_between(*days_of(add(seen.published.replace(day=1), shift_of(groups), "month")))


def season(groups: Groups, seen: Seen) -> Days | None:
    """ "In the autumn of 2018", "last summer", in the northern half of the world."""
    name = groups["season"] or groups["dated"] or groups["bare"] or ""
    start, length = times().seasons[name.lower()]

    def days_of(year: int) -> Ends:
        first = dt.date(year, start, 1)
        return first, add(first, length, "month") - dt.timedelta(days=1)

    now, shift = seen.published, shift_of(groups)
    if now is None or not groups["rel"]:
        days = in_years(seen, groups["year"], days_of)
        return None if days is None else (*days, "year")
    if shift < 0:
        days = next(d for n in range(3) if (d := days_of(now.year - n))[1] < now)
    elif shift > 0:
        days = next(d for n in range(2) if (d := days_of(now.year + n))[0] > now)
    else:  # "this winter" in January began last year
        over_new_year = start + length > 13 and now.month <= (2 if seen.future else 6)
        days = days_of(now.year - over_new_year)
    return (*days, "year")


def _month(groups: Groups) -> int:
    return month_number(groups["month"] or "")


def _number(groups: Groups, name: str) -> int:
    return int(groups[name] or 0)


def _ordinal(groups: Groups) -> int:
    """The number that "first" or "second" says; 0 for the last."""
    return times().ordinals.get((groups["number"] or "").lower(), 0)
