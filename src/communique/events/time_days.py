"""Days that words can mean: units of the calendar and parts of them, with their precision."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.events.phrases import plain
from communique.events.time_words import times
from communique.language.times import add, unit_of

if TYPE_CHECKING:
    from communique.records.event import DatePrecision

__all__ = [
    "Days",
    "Ends",
    "Groups",
    "Seen",
    "days_between",
    "in_years",
    "part_of",
    "precision_of",
    "shift_of",
    "single",
    "year_of",
]

_LONGEST: tuple[tuple[int, DatePrecision], ...] = (
    (1, "day"),
    (7, "week"),
    (31, "month"),
    (366, "year"),
)

Ends = tuple[dt.date, dt.date]
"""First and last day."""
Days = tuple[dt.date, dt.date, "DatePrecision"]
"""First and last day, and the unit that is meant."""
Groups = dict[str, str | None]
"""The groups of a pattern of `data/times.toml`, by name."""


@dataclass(frozen=True, slots=True)
class Seen:
    """From where a time is seen: the day of publication, what was named last, and whether what is
    told lies ahead."""

    published: dt.date | None
    base: Days | None
    future: bool


def precision_of(first: dt.date, last: dt.date) -> DatePrecision:
    """The smallest unit that can hold the days."""
    days = (last - first).days + 1
    return next((unit for longest, unit in _LONGEST if days <= longest), "decade")


def days_between(first: dt.date, last: dt.date) -> Days:
    """Two days and those between, with the smallest unit that can hold them."""
    return first, last, precision_of(first, last)


def single(day: dt.date) -> Days:
    """One day."""
    return day, day, "day"


def shift_of(groups: Groups) -> int:
    """How many units from the present one "last", "this" or "next" is."""
    return times().relations.get((groups["rel"] or "").lower(), 0)


def year_of(year: str | None, relation: str | None, seen: Seen) -> str | None:
    """The year that goes with a day, month or quarter: "2019", "last year"."""
    if year or not relation or seen.published is None:
        return year
    return str(seen.published.year + times().relations.get(relation.lower(), 0))


def in_years(seen: Seen, year: str | None, days_of: Callable[[int], Ends]) -> Ends | None:
    """Days of the year named, else of the last year in which they have begun, or the next in which
    they have not ended."""
    if year:
        return days_of(int(year))
    if seen.published is None:
        return None
    now = seen.published.year
    if seen.future:
        return next(d for y in (now - 1, now, now + 1) if (d := days_of(y))[1] >= seen.published)
    return next(d for y in (now + 1, now, now - 1) if (d := days_of(y))[0] <= seen.published)


def part_of(days: Ends, unit: str, words: str | None) -> Ends:
    """The first, middle or last part of a unit of the calendar, or all of it where the words name
    no part of it."""
    bounds = times().part_bounds.get(unit)
    part = times().parts.get(re.sub(r"^the ", "", plain((words or "").strip(" -"))))
    if bounds is None or part is None:
        return days
    (first, last), (low, high) = days, bounds[part]
    if unit == "week":
        return first + dt.timedelta(days=low - 1), first + dt.timedelta(days=high - 1)
    if unit == "month":
        return first.replace(day=low), first.replace(day=min(high, last.day))
    if unit == "year":
        return first.replace(month=low), unit_of(first.replace(month=high), "month")[1]
    return add(first, low, "year"), unit_of(add(first, high, "year"), "year")[1]
