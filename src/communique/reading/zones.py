"""The day on which an article came out where its outlet sits.

A time of publication is kept in UTC; "today" and the weekdays of its text are those of the outlet's
own clock.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from communique.reading.dates import day_of

if TYPE_CHECKING:
    from communique.records import Article

__all__ = ["local_day", "zone_of"]


@cache
def _zones() -> dict[str, str]:
    text = files("communique.reading").joinpath("data/zones.tsv").read_text("utf-8")
    rows = [x.split("\t") for x in text.splitlines() if x and not x.startswith("#")]
    return {row[0]: row[1] for row in rows[1:]}


@cache
def zone_of(country: str | None) -> ZoneInfo | None:
    """The time zone of a state's seat of government; None where the table has none."""
    name = _zones().get(country or "")
    return ZoneInfo(name) if name else None


def local_day(article: Article) -> dt.date | None:
    """The day of an article's publication by its outlet's clock.

    Where only a day is known, or no state of the outlet, the day as it stands; None without one.
    """
    published = article.published
    zone = zone_of(article.outlet_country)
    if published is None or zone is None or "T" not in published:
        return day_of(published)
    try:
        moment = dt.datetime.fromisoformat(published)
    except ValueError:
        return day_of(published)
    return moment.astimezone(zone).date() if moment.tzinfo is not None else moment.date()
