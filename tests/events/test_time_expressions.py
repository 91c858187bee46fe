"""Expressions of time and the days they mean."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.events.dates import find_dates, find_times, times

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
        ("It happened in early March.", "2021-03-01", "2021-03-10", "month"),
        ("It happened in mid-March.", "2021-03-11", "2021-03-20", "month"),
        ("It happened in late March.", "2021-03-21", "2021-03-31", "month"),
        ("It happened in November.", "2020-11-01", "2020-11-30", "month"),
        ("It happened in June 2019.", "2019-06-01", "2019-06-30", "month"),
        ("It happened in 1961.", "1961-01-01", "1961-12-31", "year"),
        ("It happened in the 1990s.", "1990-01-01", "1999-12-31", "decade"),
        ("It happened last week.", "2021-03-15", "2021-03-21", "week"),
        ("It happened last month.", "2021-02-01", "2021-02-28", "month"),
        ("It happened three days ago.", "2021-03-21", "2021-03-21", "day"),
        ("It happened two years ago.", "2019-01-01", "2019-12-31", "year"),
        ("It happened yesterday.", "2021-03-23", "2021-03-23", "day"),
        ("It happened in the first quarter of 2019.", "2019-01-01", "2019-03-31", "year"),
        ("It happened late on Monday.", "2021-03-22", "2021-03-22", "day"),
        ("It happened over the weekend.", "2021-03-20", "2021-03-21", "week"),
        ("Nothing since Saturday.", "2021-03-20", "2021-03-20", "day"),
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


@pytest.mark.parametrize(
    ("text", "words", "bound"),
    [
        ("Nothing since Saturday.", "since Saturday", "since"),
        ("Nothing since early June.", "since early June", "since"),
        ("It lasts until Friday.", "until Friday", "until"),
        ("It ends by the end of the year.", "by the end of the year", "by"),
        ("It ends on Friday.", "Friday", None),
    ],
)
def test_beginnings_and_ends_are_marked(text, words, bound):
    """ "Since" and "until" belong to the expression and say which end of a time is named."""
    (found,) = find_times(text, WEDNESDAY)
    assert (found.text, found.bound) == (words, bound)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("They met on Monday and Tuesday.", ["Monday and Tuesday"]),
        ("They met from March 30 to April 2, 2019.", ["March 30 to April 2, 2019"]),
        ("They met on Monday and Tuesday's vote failed.", ["Monday", "Tuesday"]),
        ("They met in 2014, and two years later they fought.", ["in 2014", "two years later"]),
    ],
)
def test_two_ends_are_one_time(text, words):
    """What is joined is one time, unless the second has a noun or a clause of its own."""
    assert [e.text for e in find_times(text, WEDNESDAY)] == words


def test_single_times_stay_single():
    """`find_dates` gives each end of a range alone, for readers that look at each."""
    found = find_dates("They met on Monday and on Tuesday.", WEDNESDAY)
    assert [e.text for e in found] == ["Monday", "Tuesday"]


@pytest.mark.parametrize("pattern", times().patterns, ids=lambda p: f"{p.reads}: {p.example}")
def test_every_pattern_has_an_example(pattern):
    """A pattern of `data/times.toml` finds the words that it gives as its example."""
    found = find_times(f"Mali closed it {pattern.example} treaty.", WEDNESDAY, future=True)
    assert len(found) == 1
    assert found[0].text in pattern.example and len(found[0].text) > 3


def test_a_weekday_to_come_is_the_next_one():
    """ "Will meet on Tuesday" is the Tuesday after publication."""
    (found,) = find_dates("They will meet on Tuesday.", WEDNESDAY, future=True)
    assert found.date == dt.date(2021, 3, 30)


@pytest.mark.parametrize(
    "text",
    [
        "He may go.",
        "The march began.",
        "It cost 2000 dollars.",
        "on February 30",
        "May said so.",
        "They meet on Mondays.",
        "Bloody Sunday is a song.",
        "The Sunday Times wrote.",
        "a three-day visit",
        "spring a trap",
    ],
)
def test_words_that_look_like_times_are_left_alone(text):
    """Names, verbs, sums and impossible days are no dates."""
    assert find_dates(text, WEDNESDAY) == []


def test_without_a_day_of_publication_only_full_dates_are_read():
    """Nothing is resolved against a day that is not known."""
    found = find_dates("On Monday, not on March 3, but on 3 March 2020.", None)
    assert [e.text for e in found] == ["3 March 2020"]


WORDS = "on in the of and to since March Tuesday 3 5 2019 99 two days ago later next week early 's"


@given(
    st.one_of(
        st.text("onMarch 0123456789TuesdayinJn,.", max_size=40),
        st.lists(st.sampled_from(WORDS.split()), max_size=8).map(" ".join),
    ),
    st.dates(dt.date(1, 1, 1)),
    st.booleans(),
)
def test_any_text_is_read_without_error(text, published, future):
    """Spans hold the words, in order, and the first day is not after the last."""
    position = 0
    for found in find_times(text, published, future=future):
        assert position <= found.span[0] < found.span[1]
        assert text[slice(*found.span)].strip() == found.text
        assert found.date <= found.enddate
        position = found.span[1]
