"""Names of days and months, words for numbers, and the days that a unit of the calendar holds."""

from __future__ import annotations

import calendar
import datetime as dt
import re

__all__ = [
    "DAYS",
    "MONTHS",
    "NUMBER_WORDS",
    "SHORT_MONTHS",
    "add",
    "month_number",
    "number_of",
    "unit_of",
]

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
SHORT_MONTHS = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
NUMBER_WORDS = {w: n for n, w in enumerate(_SMALL)} | {
    w: 10 * n for n, w in enumerate(_TENS, start=2)
}
"""Words for numbers below a hundred, without the compounds."""

_MONTHS_IN_YEAR = {"quarter": 3, "half": 6}


def number_of(text: str) -> int | None:
    """The whole number that digits or words below a hundred say: "1,500", "twenty-three"."""
    plain = text.lower().replace(",", "")
    if plain.isascii() and plain.isdigit():
        return int(plain)
    if plain in NUMBER_WORDS:
        return NUMBER_WORDS[plain]
    tens, *rest = re.split(r"[\s-]+", plain, maxsplit=1)
    if tens in _TENS and rest and rest[0] in _SMALL[1:10]:
        return NUMBER_WORDS[tens] + NUMBER_WORDS[rest[0]]
    return None


def month_number(name: str) -> int:
    """A month's number, from its name or the beginning of it; raises `ValueError` otherwise."""
    start = name[:3].capitalize()
    return [m[:3] for m in MONTHS].index(start) + 1


def add(day: dt.date, count: int, unit: str) -> dt.date:
    """The day `count` units after a day (before it, where negative), within the month's length."""
    if unit in {"day", "week", "fortnight"}:
        return day + dt.timedelta(days=count * {"day": 1, "week": 7, "fortnight": 14}[unit])
    months = count * {"month": 1, "quarter": 3, "half": 6, "year": 12, "decade": 120}[unit]
    total = day.year * 12 + day.month - 1 + months
    year, month = total // 12, total % 12 + 1
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        raise OverflowError(f"no year {year}")
    return dt.date(year, month, min(day.day, calendar.monthrange(year, month)[1]))


def unit_of(day: dt.date, unit: str) -> tuple[dt.date, dt.date]:
    """First and last day of the week (from Monday), month, quarter, half, year or decade that
    holds a day."""
    if unit == "day":
        return day, day
    if unit in {"week", "fortnight"}:
        first = day - dt.timedelta(days=day.weekday())
        return first, first + dt.timedelta(days=6)
    if unit == "month":
        first = day.replace(day=1)
    elif unit in _MONTHS_IN_YEAR:
        length = _MONTHS_IN_YEAR[unit]
        first = dt.date(day.year, (day.month - 1) // length * length + 1, 1)
    elif unit == "year":
        first = dt.date(day.year, 1, 1)
    else:
        first = dt.date(max(day.year - day.year % 10, 1), 1, 1)
    after = dt.date.max if first.year + 10 > dt.MAXYEAR else add(first, 1, unit)
    return first, after - dt.timedelta(days=1)
