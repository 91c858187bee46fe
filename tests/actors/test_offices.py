from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from communique.actors.offices import Offices
from communique.actors.tables import load

DATA = Path(__file__).parent / "data"


@pytest.fixture(scope="module")
def offices() -> Offices:
    return Offices(load(folder=DATA))


@pytest.mark.parametrize(
    ("day", "holder"),
    [
        ("2011-12-16", "person/kim-jong-il"),
        ("2011-12-17", "person/kim-jong-un"),
        ("1980-01-01", None),
    ],
)
def test_holder_on_day(offices: Offices, day: str, holder: str | None) -> None:
    """An office is held by one person a day; on the day of a handover by the successor."""
    term = offices.holder("PRK", "LEAD", dt.date.fromisoformat(day))
    assert (term.entity_id if term else None) == holder


def test_no_day_no_holder(offices: Offices) -> None:
    """Without a day nobody is said to hold an office."""
    assert offices.holder("PRK", "LEAD", None) is None


def test_namesakes(offices: Offices) -> None:
    """Of two of a surname the one in office on the day is meant."""
    both = ["person/kim-jong-il", "person/kim-jong-un"]
    assert offices.choose(both, dt.date(2005, 1, 1), (), "") == "person/kim-jong-il"
    assert offices.choose(both, dt.date(2020, 1, 1), (), "") == "person/kim-jong-un"


def test_term_of_day(offices: Offices) -> None:
    """A person's office is the one of the day, and none between two."""
    biden = "person/joe-biden"
    assert offices.term(biden, dt.date(2012, 5, 1)).office == "Vice President"  # type: ignore[union-attr]
    assert offices.term(biden, dt.date(2019, 5, 1)) is None
    assert offices.term(biden, dt.date(2022, 5, 1)).office == "President"  # type: ignore[union-attr]
