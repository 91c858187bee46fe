"""Times told from the day of publication, or from the time that was named before.

Each function takes what a pattern of `data/times.toml` found; None where that is no time.
"""

from __future__ import annotations

import datetime as dt

from communique.events.phrases import plain
from communique.events.time_days import (
    Days,
    Groups,
    Seen,
    days_between,
    part_of,
    precision_of,
    shift_of,
    single,
)
from communique.events.time_words import amount, times
from communique.language.times import DAYS, add, unit_of

__all__ = [
    "ago",
    "ahead",
    "named",
    "period",
    "recent",
    "rolling",
    "same",
    "shifted",
    "weekday",
    "weekend",
]

_SIZES = {"day": 1, "week": 2, "fortnight": 2, "month": 3, "year": 4, "decade": 5}
"""Units of the calendar, the larger the higher."""


def ago(groups: Groups, seen: Seen) -> Days | None:
    """ "Three days ago", "two weeks ago on Monday"."""
    count = amount(groups["n"])
    if seen.published is None or count is None:
        return None
    unit = _unit(groups)
    if unit in {"hour", "minute"}:
        return single(seen.published)
    if groups["weekday"]:
        near = add(seen.published, -count[0], unit)
        number = DAYS.index(groups["weekday"].capitalize())
        return single(near + dt.timedelta(days=(number - near.weekday() + 3) % 7 - 3))
    return _counted(seen.published, count, -1, unit)


def ahead(groups: Groups, seen: Seen) -> Days | None:
    """ "In two weeks", "within 48 hours"."""
    count = amount(groups["n"])
    if seen.published is None or count is None or not seen.future:
        return None
    unit = _unit(groups)
    if unit == "hour":
        unit, count = "day", (count[0] // 24, -(-count[1] // 24))
    days = _counted(seen.published, count, 1, unit)
    return days_between(seen.published, days[1]) if groups["within"] else days


def _counted(day: dt.date, count: tuple[int, int], sign: int, unit: str) -> Days:
    """A number of units after a day, or before it."""
    ends = sorted(add(day, sign * n, unit) for n in count)
    return days_between(unit_of(ends[0], unit)[0], unit_of(ends[1], unit)[1])


def rolling(groups: Groups, seen: Seen) -> Days | None:
    """ "In the past two weeks", "over the next month": up to the day of publication, or from it."""
    count = amount(groups["n"] or "a")
    if seen.published is None or count is None:
        return None
    unit = _unit(groups)
    other = add(seen.published, shift_of(groups) * count[1], "day" if unit == "hour" else unit)
    return days_between(*sorted((seen.published, other)))


def recent(groups: Groups, seen: Seen) -> Days | None:
    """ "In recent days", "in the coming weeks"."""
    if seen.published is None:
        return None
    days = dt.timedelta(days=times().recent[_unit(groups)])
    other = seen.published + days if shift_of(groups) > 0 else seen.published - days
    return days_between(*sorted((seen.published, other)))


def period(groups: Groups, seen: Seen) -> Days | None:
    """ "Late last month", "earlier this week", "on Monday last week", "the end of the year"."""
    if seen.published is None:
        return None
    unit = _unit(groups)
    first, last = unit_of(add(seen.published, shift_of(groups), unit), unit)
    precision = precision_of(first, last)
    of_day = groups.get("weekday") or groups.get("of_weekday")
    if of_day and unit == "week":
        return single(first + dt.timedelta(days=DAYS.index(of_day.capitalize())))
    edge = (groups.get("edge") or "").lower()
    if edge == "earlier":
        return first, min(last, seen.published), precision
    if edge == "later":
        return max(first, seen.published), last, precision
    return (*part_of((first, last), unit, groups["part"]), precision)


def weekend(groups: Groups, seen: Seen) -> Days | None:
    """ "The weekend", "next weekend"."""
    if seen.published is None:
        return None
    saturday = unit_of(seen.published, "week")[0] + dt.timedelta(days=5)
    shift, begun = shift_of(groups), saturday <= seen.published
    if shift < 0 or (shift == 0 and not seen.future and not begun):
        saturday -= dt.timedelta(days=7)
    elif begun and (groups["rel"] or "").lower() == "next":
        saturday += dt.timedelta(days=7)
    return saturday, saturday + dt.timedelta(days=1), "week"


def named(groups: Groups, seen: Seen) -> Days | None:
    """ "Yesterday evening"."""
    if seen.published is None:
        return None
    return single(seen.published + dt.timedelta(days=times().shifts[plain(groups["named"] or "")]))


def weekday(groups: Groups, seen: Seen) -> Days | None:
    """ "Late on Monday", "next Monday", "the following Monday"."""
    if seen.published is None:
        return None
    number, now = DAYS.index(groups["weekday"] or ""), seen.published
    shift = shift_of(groups)
    if seen.base is not None and (groups["rel"] or "").lower() == "following":
        now = seen.base[1]
    if shift > 0:  # not the day itself
        return single(now + dt.timedelta(days=(number - now.weekday() - 1) % 7 + 1))
    if shift == 0 and seen.future:
        return single(now + dt.timedelta(days=(number - now.weekday()) % 7))
    back = (now.weekday() - number) % 7
    return single(now - dt.timedelta(days=back or (7 if shift < 0 else 0)))


def same(groups: Groups, seen: Seen) -> Days | None:
    """ "That day", "later the same week", "hours later": the time that was named before."""
    unit = _unit(groups)
    if seen.base is None:
        return single(seen.published) if seen.published and not unit else None
    if _SIZES.get(unit, 0) < _SIZES["week"]:
        return seen.base
    first, last = unit_of(seen.base[0], unit)
    precision = precision_of(first, last)
    edge = (groups["edge"] or "").lower()
    if edge == "later":
        return seen.base[0], last, precision
    return first, min(last, seen.base[1]) if edge == "earlier" else last, precision


def shifted(groups: Groups, seen: Seen) -> Days | None:
    """ "Two days earlier", "the next day", "a year later": from the time named before. What is
    earlier than nothing named is earlier than publication."""
    side = groups.get("side") or groups.get("other") or groups.get("which") or ""
    sign = -1 if side.lower() in {"earlier", "before", "previously", "previous"} else 1
    unit = _unit(groups) or (groups.get("whole") or "").lower()
    unit = unit if unit in _SIZES else "day"
    count = amount(groups.get("n")) or (1, 1)
    if seen.base is None:
        if seen.published is None or (sign > 0 and not seen.future):
            return None
        return _counted(seen.published, count, sign, unit)
    first, last, precision = seen.base
    if _SIZES[unit] >= _SIZES[precision]:
        return _counted(first if sign < 0 else last, count, sign, unit)
    ends = [add(d, sign * n, unit) for d, n in ((first, count[sign < 0]), (last, count[sign > 0]))]
    return ends[0], ends[1], precision


def _unit(groups: Groups) -> str:
    return (groups["unit"] or "").lower()
