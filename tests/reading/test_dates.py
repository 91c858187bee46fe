"""Dates of publication in the forms that inputs have."""

from __future__ import annotations

import datetime as dt

import pytest

from communique.reading.dates import find_date, parse_date, url_date


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2018-04-05", "2018-04-05"),
        ("2018-04-05T10:20:30Z", "2018-04-05T10:20:30Z"),
        ("2018-04-05T01:20:30+03:00", "2018-04-04T22:20:30Z"),
        ("2018-04-05T01:20:30.123+0300", "2018-04-04T22:20:30Z"),
        ("2018-04-05 10:20", "2018-04-05"),
        ("Thu, 05 Apr 2018 10:20:30 +0200", "2018-04-05T08:20:30Z"),
        ("April 5, 2018", "2018-04-05"),
        ("5th of April 2018", "2018-04-05"),
        ("Thursday, 5 Apr. 2018", "2018-04-05"),
        ("20180405", "2018-04-05"),
        (20180405, "2018-04-05"),
        ("20180405102030", "2018-04-05"),
        (1522923630, "2018-04-05T10:20:30Z"),
        (1522923630000, "2018-04-05T10:20:30Z"),
        ("25/12/2018", "2018-12-25"),
        ("12/25/2018", "2018-12-25"),
        (dt.date(2018, 4, 5), "2018-04-05"),
        (dt.datetime(2018, 4, 5, 10, 0), "2018-04-05"),
        (dt.datetime(2018, 4, 5, 10, 0, tzinfo=dt.UTC), "2018-04-05T10:00:00Z"),
    ],
)
def test_parse(given: object, expected: str) -> None:
    """Days stay days, times with a zone become UTC, times without one give their day."""
    assert parse_date(given) == expected


@pytest.mark.parametrize(
    "given", ["", "soon", "4/5/2018", "2018-13-40", None, True, -1, 7, {}, float("nan"), "9" * 400]
)
def test_doubtful(given: object) -> None:
    """What is no date, or a date whose order is not evident, is none."""
    assert parse_date(given) is None


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://a.test/2018/04/05/talks", "2018-04-05"),
        ("https://a.test/world/2018/apr/05/talks", "2018-04-05"),
        ("https://a.test/talks-20180405.html", "2018-04-05"),
        ("https://a.test/2018-4-5-talks", "2018-04-05"),
        ("https://a.test/2018/04/talks", None),
        ("https://a.test/id/1234567890123", None),
        ("https://20180405.test/talks", None),
        (None, None),
    ],
)
def test_url(url: str | None, expected: str | None) -> None:
    """An address's path may carry the day; its host and longer numbers do not."""
    assert url_date(url) == expected


def test_words() -> None:
    """The first full day that words name is found."""
    assert find_date("Food & Culture, 9 November 2019") == "2019-11-09"
    assert find_date("in November 2019") is None
