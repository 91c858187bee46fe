from __future__ import annotations

import datetime as dt

import pytest

from communique.actors.periods import covers, read_period


@pytest.mark.parametrize(
    ("start", "end", "day", "inside"),
    [
        ("2020", "2021", "2021-12-31", True),
        ("2020-03", "", "2020-02-29", False),
        ("2020-03", "", "2035-01-01", True),
        ("", "2021-08-14", "2021-08-14", True),
        ("", "2021-08-14", "2021-08-15", False),
    ],
)
def test_open_and_coarse_ends(start: str, end: str, day: str, inside: bool) -> None:
    """A year or month stands for all its days, an empty end for no end, and both ends count."""
    assert covers(read_period(start, end), dt.date.fromisoformat(day)) is inside


def test_no_date() -> None:
    """What is no date is refused."""
    with pytest.raises(ValueError, match="spring"):
        read_period("spring", "")
