"""Datelines give place, agency and day."""

from __future__ import annotations

import datetime as dt

import pytest

from communique.reading.dateline import find_dateline


@pytest.mark.parametrize(
    ("text", "place", "agency", "month_day"),
    [
        ("NAIROBI, Kenya (AP) -- Police fired.", "NAIROBI, Kenya", "AP", None),
        ("BEIRUT, Jan 23 (Reuters) - Shells fell.", "BEIRUT", "Reuters", "Jan 23"),
        ("SOUTH PASS, April 5 (APP):The general spoke.", "SOUTH PASS", "APP", "April 5"),
        ("TORONTO — A court ruled.", "TORONTO", None, None),
        ("HAVANA - The rebels agreed.", "HAVANA", None, None),
        ("DURBAN, South Africa (CNN) - The court sat.", "DURBAN, South Africa", "CNN", None),
        ("Kuala Lumpur (Bernama) -- The party split.", "Kuala Lumpur", "Bernama", None),
        ("UNITED NATIONS (AFP) – The council met.", "UNITED NATIONS", "AFP", None),
        ("MOSCOW, 3 May 2019 (TASS) -- The envoy left.", "MOSCOW", "TASS", "3 May 2019"),
    ],
)
def test_found(text: str, place: str, agency: str | None, month_day: str | None) -> None:
    """Capitals or an agency in brackets, then a dash, make a dateline."""
    found = find_dateline(text)
    assert found is not None
    assert (found.place, found.agency, found.month_day) == (place, agency, month_day)
    assert text[found.span[0] : found.span[1]].startswith(found.words)


@pytest.mark.parametrize(
    "text",
    [
        "The army said it had taken Kyiv - a claim nobody could check.",
        "EXCLUSIVE - The minister will resign.",
        "NATO - the alliance of 32 states - met on Monday.",
        "UPDATE: The road is open.",
        "Mr Doe (a lawyer) - who was not there - said so.",
        "",
    ],
)
def test_none(text: str) -> None:
    """Ordinary sentences with a dash and labels in capitals are no datelines."""
    assert find_dateline(text) is None


def test_year() -> None:
    """A day without a year is the last such day before the day after publication."""
    found = find_dateline("BEIRUT, Dec 31 (Reuters) - Shells fell.")
    assert found is not None
    assert found.day(dt.date(2018, 1, 1)) == "2017-12-31"
    assert found.day(dt.date(2017, 12, 30)) == "2017-12-31"
    assert found.day(None) is None
