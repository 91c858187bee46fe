"""Expressions of time in a sentence, and the days they can mean, seen from the day of publication.

The granularity is kept: "in March" is a month, "last week" a week. What a weekday means follows
news usage: the last one up to the day of publication, or the next one for what is to come. The
words are in `data/times.toml`.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from communique.events import calendar_times, relative_times
from communique.events.time_days import Seen, precision_of, single
from communique.events.time_patterns import YEAR_NAMED, matches
from communique.events.time_words import times
from communique.language.times import add

if TYPE_CHECKING:
    from collections.abc import Callable

    from communique.events.time_days import Days, Groups
    from communique.records.event import DatePrecision

__all__ = ["DateExpression", "find_dates", "find_times", "points_back", "times"]

_BACK = re.compile(
    r"\b(?:(?:earlier|later)\s+)?(?:that|the same|the very same)\s+"
    r"(?:day|morning|afternoon|evening|night)\b",
    re.IGNORECASE,
)
_JOIN = re.compile(r"\s*(?:and|to|through|until|till|-|–|—)\s*(?:(?:on|late|early|in)\s+)*")
_BOUNDS = ("since", "by", "until", "till")
_BOUND = re.compile(
    rf"\b(?P<bound>{'|'.join(_BOUNDS)})\s+(?:(?:the|late|early|on|at)\s+)*$", re.IGNORECASE
)
_WEEK = dt.timedelta(days=7)
_READERS: dict[str, Callable[[Groups, Seen], Days | None]] = {
    "ago": relative_times.ago,
    "ahead": relative_times.ahead,
    "decade": calendar_times.decade,
    "iso": calendar_times.iso,
    "month": calendar_times.month,
    "month_day": calendar_times.month_day,
    "month_days": calendar_times.month_days,
    "month_piece": calendar_times.month_piece,
    "months": calendar_times.months,
    "named": relative_times.named,
    "period": relative_times.period,
    "piece": calendar_times.piece,
    "recent": relative_times.recent,
    "rolling": relative_times.rolling,
    "same": relative_times.same,
    "season": calendar_times.season,
    "shifted": relative_times.shifted,
    "weekday": relative_times.weekday,
    "weekend": relative_times.weekend,
    "year": calendar_times.year,
    "years": calendar_times.years,
}
"""What the patterns of `data/times.toml` mean, by the name that they give."""


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
    return _find(text, _seen(published, before, future), "single")


def find_times(
    text: str,
    published: dt.date | None,
    *,
    future: bool = False,
    before: dt.date | None = None,
) -> list[DateExpression]:
    """As `find_dates`, with ranges taken as one ("between 3 and 5 March", "on Monday and Tuesday")
    and with what is a beginning or an end marked so ("since June 5")."""
    found = _find(text, _seen(published, before, future), "range", "single", "noun")
    return [_bounded(text, e) for e in _joined(text, found, future)]


def _seen(published: dt.date | None, before: dt.date | None, future: bool) -> Seen:
    return Seen(published, None if before is None else single(before), future)


def _find(text: str, seen: Seen, *kinds: str) -> list[DateExpression]:
    """What patterns of these kinds find and their readers understand; each time that is read is
    the one named before for the next."""
    found: list[DateExpression] = []
    for match, reads in matches(text, *kinds):
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


def _bounded(text: str, found: DateExpression) -> DateExpression:
    """A time with the word before it, or in it, that makes it a beginning or an end."""
    start, end = found.span
    match = _BOUND.search(text[:start])
    if match:
        start = match.start()
        return replace(
            found, text=text[start:end].strip(), span=(start, end), bound=match["bound"].lower()
        )
    first = found.text.split()[0].lower()
    return replace(found, bound=first) if first in _BOUNDS else found


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
    """Two times as the ends of one; None where the words between do not join them, or the second
    has a noun of its own ("Monday and Tuesday's vote")."""
    between = text[a.span[1] : b.span[0]]
    own = text[b.span[1] : b.span[1] + 2] in {"'s", "’s"}
    if own or a.weak or b.weak or a.precision != b.precision or not _JOIN.fullmatch(between):
        return None
    first, last = a.date, b.enddate
    if YEAR_NAMED.search(b.text) and not YEAR_NAMED.search(a.text):
        over_new_year = (first.month, first.day) > (last.month, last.day)
        first = add(first, last.year - first.year - over_new_year, "year")
    if first > last and last + _WEEK > first:  # weekdays around the day of publication
        first, last = (first, last + _WEEK) if future else (first - _WEEK, last)
    if first > last:
        return None
    span = (a.span[0], b.span[1])
    return DateExpression(text[slice(*span)], span, first, last, precision_of(first, last))
