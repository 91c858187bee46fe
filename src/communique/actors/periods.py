"""Stretches of time whose ends may be known to the year or month only, or not at all."""

from __future__ import annotations

import datetime as dt

__all__ = ["ALWAYS", "Period", "covers", "read_period"]

Period = tuple[str, str]
"""First and last day as ISO text, both included; '' where an end is open."""

ALWAYS: Period = ("", "")


def read_period(start: str, end: str) -> Period:
    """A period from dates of the form YYYY, YYYY-MM or YYYY-MM-DD, or ''.

    A start without month or day is the first day of its year or month, an end the last
    (day 31 in any month: the texts are only compared). Raises ValueError for anything else.
    """
    return (_filled(start, "-01-01"), _filled(end, "-12-31"))


def _filled(text: str, rest: str) -> str:
    if len(text) == 10 and text[4] == text[7] == "-":
        return text
    if not text:
        return ""
    if len(text) not in (4, 7) or not text[:4].isdigit():
        raise ValueError(f"{text!r} is no date")
    return text + (rest if len(text) == 4 else rest[3:])


def covers(period: Period, day: dt.date) -> bool:
    """Whether the day lies in the period."""
    text = day.isoformat()
    return (not period[0] or period[0] <= text) and (not period[1] or text <= period[1])
