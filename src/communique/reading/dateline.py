"""Datelines: where and when a report was filed, and by which agency."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass

from communique.reading.dates import find_date
from communique.records import Span

__all__ = ["Dateline", "find_dateline"]

_DASH = r"(?:\s*(?:--+|[–—―])\s*|\s+-\s*|\s*:\s*|(?<=\))\s*-?\s*)"
_DATE = (
    r"(?:(?:mon|tues?|wednes|thurs?|fri|satur|sun)(?:day)?\.?,?\s+)?"
    r"(?:(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?\s+\d{1,2}"
    r"|\d{1,2}\s+(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?)(?:,?\s+\d{4})?"
)
_CAPITALS = r"[A-ZÀ-Þ][A-ZÀ-Þ.'’&/-]*(?:[ ][A-ZÀ-Þ&][A-ZÀ-Þ.'’&/-]*){0,4}"
_MIXED = r"[A-ZÀ-Þ][\w.'’-]+(?:[ -][A-ZÀ-Þ][\w.'’-]+){0,3}"
_MONTH = r"(?i:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d"
_REST = rf"(?:,\s*(?!{_MONTH})[A-ZÀ-Þ][\w.'’ -]{{1,30}}?)?(?:/[A-ZÀ-Þ][\w.'’ ,-]{{1,30}}?)?"
_AGENCY = r"\((?P<agency>[A-Z][^()\n]{1,60}|[a-z]{3,4})\)"
_PATTERNS = (
    re.compile(
        rf"(?P<place>{_CAPITALS}{_REST}),*\s*(?:(?i:(?P<date>{_DATE})),?\s*)?{_AGENCY}{_DASH}"
    ),
    re.compile(rf"(?P<place>{_MIXED}{_REST}),*\s*(?:(?i:(?P<date>{_DATE})),?\s*)?{_AGENCY}{_DASH}"),
    re.compile(
        rf"(?P<place>{_CAPITALS}{_REST}),*\s*(?:(?i:(?P<date>{_DATE}))\s*)?"
        r"(?:\s*--+\s*|\s*[–—―]\s*|\s+-\s+|:\s+)"
    ),
    re.compile(rf"(?P<place>{_MIXED}{_REST}),\s*(?i:(?P<date>{_DATE}))(?:\s*[–—]\s*|\s+-+\s+)"),
)
_NO_PLACE = re.compile(
    r"^(?:EXCLUSIVE|BREAKING|UPDATE|OPINION|ANALYSIS|WATCH|READ|VIDEO|PHOTOS?|LIVE|FILE|NEWS|NOTE"
    r"|CORRECTION|EXPLAINER|FACTBOX|TIMELINE|COMMENT|EDITORIAL|Q|A|UN|US|EU|NATO|UK|ADVERTISEMENT)\b"
)
_WITHIN = 160


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline: its words (without the dash), place, agency as written, and day.

    `date` is the day where the dateline names the year; `month_day` its words where it does not.
    """

    words: str
    span: Span
    place: str
    agency: str | None
    date: str | None
    month_day: str | None

    def day(self, published: dt.date | None) -> str | None:
        """The day meant: the dateline's own, else the one nearest before the day after
        publication."""
        if self.date or self.month_day is None or published is None:
            return self.date
        for year in (published.year, published.year - 1):
            found = find_date(f"{self.month_day} {year}") or find_date(f"{self.month_day}, {year}")
            if found and dt.date.fromisoformat(found) <= published + dt.timedelta(days=1):
                return found
        return None


def find_dateline(text: str, start: int = 0) -> Dateline | None:
    """The dateline that opens a text (or its body, from `start` on), else None.

    "BEIRUT, Jan 23 (Reuters) - ", "NAIROBI, Kenya (AP) -- ", "TORONTO — ", "Kuala Lumpur, 3 May
    2019 (Bernama) -". Offsets are those of `text`.
    """
    while start < len(text) and text[start].isspace():
        start += 1
    head = text[start : start + _WITHIN].partition("\n")[0]
    for pattern in _PATTERNS:
        match = pattern.match(head)
        if match is None or match.end() >= len(head):
            continue
        place = match["place"].strip(" ,")
        if _NO_PLACE.match(place) or sum(c.isalpha() for c in place) < 3:
            continue
        groups = match.groupdict()
        end = match.end("agency") + 1 if groups.get("agency") else _end(match)
        date = groups.get("date")
        return Dateline(
            words=head[:end].rstrip(" ,"),
            span=(start, start + end),
            place=place,
            agency=groups.get("agency"),
            date=find_date(date) if date else None,
            month_day=date,
        )
    return None


def _end(match: re.Match[str]) -> int:
    group = "date" if match.groupdict().get("date") else "place"
    return match.end(group)
