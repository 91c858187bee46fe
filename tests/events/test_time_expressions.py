"""Expressions of time and the days they mean."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.events.dates import find_dates

WEDNESDAY = dt.date(2021, 3, 24)


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("They met on Tuesday.", "2021-03-23", "2021-03-23", "day"),
        ("They met on Wednesday.", "2021-03-24", "2021-03-24", "day"),
        ("They met last Wednesday.", "2021-03-17", "2021-03-17", "day"),
        ("They meet next Monday.", "2021-03-29", "2021-03-29", "day"),
        ("It happened on March 3.", "2021-03-03", "2021-03-03", "day"),
        ("It happened on 28 December.", "2020-12-28", "2020-12-28", "day"),
        ("It happened on Feb. 5, 2014.", "2014-02-05", "2014-02-05", "day"),
        ("It happened on the 5th of May 2016.", "2016-05-05", "2016-05-05", "day"),
        ("It happened in early March.", "2021-03-01", "2021-03-31", "month"),
        ("It happened in November.", "2020-11-01", "2020-11-30", "month"),
        ("It happened in June 2019.", "2019-06-01", "2019-06-30", "month"),
        ("It happened in 1961.", "1961-01-01", "1961-12-31", "year"),
        ("It happened in the 1990s.", "1990-01-01", "1999-12-31", "decade"),
        ("It happened last week.", "2021-03-15", "2021-03-21", "week"),
        ("It happened last month.", "2021-02-01", "2021-02-28", "month"),
        ("It happened three days ago.", "2021-03-21", "2021-03-21", "day"),
        ("It happened two years ago.", "2019-01-01", "2019-12-31", "year"),
        ("It happened yesterday.", "2021-03-23", "2021-03-23", "day"),
        ("Nothing since Saturday.", "2021-03-20", "2021-03-24", "week"),
        ("It happened on 2020-02-29.", "2020-02-29", "2020-02-29", "day"),
    ],
)
def test_times_keep_their_granularity(text, first, last, precision):
    """A day is a day, "in March" a month, "last week" a week, seen from the day of publication."""
    (found,) = find_dates(text, WEDNESDAY)
    assert (found.date.isoformat(), found.enddate.isoformat(), found.precision) == (
        first,
        last,
        precision,
    )


def test_a_weekday_to_come_is_the_next_one():
    """ "Will meet on Tuesday" is the Tuesday after publication."""
    (found,) = find_dates("They will meet on Tuesday.", WEDNESDAY, future=True)
    assert found.date == dt.date(2021, 3, 30)


@pytest.mark.parametrize(
    "text",
    ["He may go.", "The march began.", "It cost 2000 dollars.", "on February 30", "May said so."],
)
def test_words_that_look_like_times_are_left_alone(text):
    """Names, verbs, sums and impossible days are no dates."""
    assert find_dates(text, WEDNESDAY) == []


def test_without_a_day_of_publication_only_full_dates_are_read():
    """Nothing is resolved against a day that is not known."""
    found = find_dates("On Monday, not on March 3, but on 3 March 2020.", None)
    assert [e.text for e in found] == ["3 March 2020"]


@given(st.text("onMarch 0123456789TuesdayinJn,.", max_size=40), st.dates(dt.date(1, 1, 1)))
def test_any_text_is_read_without_error(text, published):
    """Spans hold the words, in order, and the first day is not after the last."""
    position = 0
    for found in find_dates(text, published):
        assert position <= found.span[0] < found.span[1]
        assert text[slice(*found.span)].strip() == found.text
        assert found.date <= found.enddate
        position = found.span[1]
