"""The day of publication where the outlet sits."""

from __future__ import annotations

import datetime as dt
from importlib.resources import files
from zoneinfo import ZoneInfo

import pytest

from communique.reading.zones import local_day, zone_of
from communique.records import Article


@pytest.mark.parametrize(
    ("published", "country", "day"),
    [
        ("2021-03-25T03:30:00Z", "USA", "2021-03-24"),
        ("2021-03-24T20:30:00Z", "JPN", "2021-03-25"),
        ("2021-03-24T20:30:00Z", None, "2021-03-24"),
        ("2021-03-24", "JPN", "2021-03-24"),
    ],
)
def test_local_day(published: str, country: str | None, day: str) -> None:
    """A time in UTC is the outlet's own day; a bare day, or a time of nowhere, stays."""
    article = Article(id="a", text="x", published=published, outlet_country=country)
    assert local_day(article) == dt.date.fromisoformat(day)


def test_no_day() -> None:
    """An article without a date has no day."""
    assert local_day(Article(id="a", text="x", outlet_country="JPN")) is None


def test_zones_exist() -> None:
    """Every zone of the table is one that the system or tzdata knows."""
    text = files("communique.reading").joinpath("data/zones.tsv").read_text("utf-8")
    rows = [x.split("\t") for x in text.splitlines() if x and not x.startswith("#")][1:]
    assert len(rows) >= 230
    assert {len(country) for country, _ in rows} == {3}
    for country, zone in rows:
        assert zone_of(country) == ZoneInfo(zone)
