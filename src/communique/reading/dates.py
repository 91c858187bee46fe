"""Dates of publication: as given in any usual form, and as an address shows them."""

from __future__ import annotations

import datetime as dt
import math
import re
from email.utils import parsedate_to_datetime

__all__ = ["day_of", "find_date", "parse_date", "url_date"]

_EARLIEST, _LATEST = 1800, 2100
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january",
            "feb february",
            "mar march",
            "apr april",
            "may",
            "jun june",
            "jul july",
            "aug august",
            "sep sept september",
            "oct october",
            "nov november",
            "dec december",
        ),
        start=1,
    )
    for name in names.split()
}
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_ISO = re.compile(
    r"^\s*(\d{4})-(\d\d)-(\d\d)(?:[T ]+(\d\d):(\d\d)(?::(\d\d)(?:[.,]\d+)?)?\s*"
    r"(Z|UTC|GMT|[+-]\d\d:?\d\d)?)?\s*$",
    re.I,
)
_COMPACT = re.compile(r"^\s*(\d{4})(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)(Z)?)?\s*$")
_DAY_FIRST = re.compile(
    rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?(?: of)?[ -]{_MONTH},?[ -](?P<year>\d{{4}})\b", re.I
)
_MONTH_FIRST = re.compile(
    rf"\b{_MONTH}[ -](?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?[ -]+(?P<year>\d{{4}})\b", re.I
)
_NUMERIC = re.compile(r"\b(\d{1,4})[/.](\d{1,2})[/.](\d{2,4})\b")
_ISO_WITHIN = re.compile(r"\b(\d{4})-(\d\d)-(\d\d)\b")
_URL_DATES = (
    re.compile(r"(?<!\d)((?:19|20)\d\d)[/-](\d{1,2})[/-](\d{1,2})(?!\d)"),
    re.compile(r"(?<!\d)((?:19|20)\d\d)[/-]([a-z]{3,9})[/-](\d{1,2})(?!\d)", re.I),
    re.compile(r"(?<!\d)((?:19|20)\d\d)(\d\d)(\d\d)(?!\d)"),
)


def _day(year: int, month: int, day: int) -> str | None:
    try:
        value = dt.date(year, month, day)
    except ValueError:
        return None
    return value.isoformat() if _EARLIEST <= year <= _LATEST else None


def _moment(value: dt.datetime) -> str | None:
    if not _EARLIEST <= value.year <= _LATEST:
        return None
    if value.tzinfo is None:
        return value.date().isoformat()
    try:
        return value.astimezone(dt.UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    except (OverflowError, ValueError):
        return None


def parse_date(value: object) -> str | None:
    """A date of publication as an ISO 8601 day, or as a UTC time where its zone is known.

    Takes dates and times, ISO and RFC 2822 text, English month names, 20180405 with or without a
    time, and seconds or milliseconds since 1970. A time without a zone gives its day; a numeric
    date whose order is not evident (4/5/2018) gives None rather than a guess.
    """
    if isinstance(value, dt.datetime):
        return _moment(value)
    if isinstance(value, dt.date):
        return _day(value.year, value.month, value.day)
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _from_number(value)
    if not isinstance(value, str) or not value.strip():
        return None
    return _from_text(value.strip()[:200])


def _from_number(value: int | float) -> str | None:
    if not math.isfinite(value):
        return None
    if value == int(value) and _COMPACT.match(str(int(value))):
        found = _from_text(str(int(value)))
        if found:
            return found
    for scale in (1, 1000):
        if 1e8 <= value / scale < 4.2e9:
            return _moment(dt.datetime.fromtimestamp(value / scale, dt.UTC))
    return None


def _from_text(value: str) -> str | None:
    match = _ISO.match(value)
    if match:
        year, month, day, hour, minute, second, zone = match.groups()
        if hour is None or zone is None:
            return _day(int(year), int(month), int(day))
        stamp = f"{year}-{month}-{day}T{hour}:{minute}:{second or '00'}{_offset(zone)}"
        try:
            return _moment(dt.datetime.fromisoformat(stamp))
        except ValueError:
            return _day(int(year), int(month), int(day))
    match = _COMPACT.match(value)
    if match:
        year, month, day, hour, minute, second, zone = match.groups()
        if hour is not None and zone:
            return _from_text(f"{year}-{month}-{day}T{hour}:{minute}:{second}Z")
        return _day(int(year), int(month), int(day))
    if re.fullmatch(r"\d{9,13}(?:\.\d+)?", value):
        return _from_number(float(value))
    if re.match(r"^(?:[A-Za-z]{3},? )?\d{1,2} [A-Za-z]{3} \d{4} \d", value):
        try:
            return _moment(parsedate_to_datetime(value))
        except (ValueError, TypeError, IndexError):
            return find_date(value)
    return find_date(value)


def _offset(zone: str) -> str:
    return "+00:00" if zone.upper() in {"Z", "UTC", "GMT"} else zone


def find_date(words: str) -> str | None:
    """The first full calendar day (with its year) that some words name, else None."""
    for pattern in (_ISO_WITHIN, _DAY_FIRST, _MONTH_FIRST):
        match = pattern.search(words)
        if match is None:
            continue
        if pattern is _ISO_WITHIN:
            found = _day(*(int(g) for g in match.groups()))
        else:
            month = _MONTHS[match["month"].lower()]
            found = _day(int(match["year"]), month, int(match["day"]))
        if found:
            return found
    match = _NUMERIC.search(words)
    return _numeric(*match.groups()) if match else None


def _numeric(first: str, second: str, third: str) -> str | None:
    if len(first) == 4:
        return _day(int(first), int(second), int(third))
    if len(third) != 4:
        return None
    a, b, year = int(first), int(second), int(third)
    if a > 12 >= b:
        return _day(year, b, a)
    if b > 12 >= a:
        return _day(year, a, b)
    return _day(year, a, a) if a == b else None


def url_date(url: str | None) -> str | None:
    """The day that an address carries (/2018/04/05/, /2018/apr/05/, -20180405), else None."""
    if not url:
        return None
    path = url.split("://", 1)[-1].partition("/")[2].partition("?")[0]
    for pattern in _URL_DATES:
        for year, month, day in pattern.findall(path):
            number = _MONTHS.get(month.lower()) if month.isalpha() else int(month)
            found = _day(int(year), number, int(day)) if number else None
            if found and int(year) >= 1990:
                return found
    return None


def day_of(published: str | None) -> dt.date | None:
    """The day of an ISO 8601 day or time; None where there is none that can be read."""
    try:
        return dt.date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
