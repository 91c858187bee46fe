"""Copies in the store are those of the reading room, whatever the order."""

from __future__ import annotations

import random
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.reading import Copies
from communique.reading.copies import are_alike, near
from communique.store import Store
from communique.store.copies import imprint

from .made import article, coding

WORDS = [f"w{n}" for n in range(900)]


def story(seed: int, sentences: int = 12) -> list[str]:
    source = random.Random(seed)
    return [" ".join(source.choices(WORDS, k=14)) + "." for _ in range(sentences)]


VARIANTS = {
    "equal": story(1),
    "abridged": story(1)[:5],
    "lead": [*story(9, 2), *story(1)[2:]],
    "half": [*story(9, 6), *story(1)[6:]],
    "other": story(7),
    "short": ["Army takes town."],
}


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(sorted(VARIANTS)), st.sampled_from(sorted(VARIANTS)), st.integers(0, 9))
def test_the_store_and_the_reading_room_agree(one: str, other: str, days: int) -> None:
    """Two texts are copies in the store just where the reading room says so, in either order."""
    first = article(" ".join(VARIANTS[one]), url="https://a.example/", published="2024-03-01")
    second = article(
        " ".join(VARIANTS[other]), url="https://b.example/", published=f"2024-03-{1 + days:02}"
    )
    copies = Copies()
    copies.add(first)
    expected = copies.add(second) is not None
    for order in ((first, second), (second, first)):
        with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "s.sqlite") as store:
            for of in order:
                store.write(coding(of))
            found = [a.duplicate_of for a in store.iter_articles()]
        assert (found != [None, None]) is expected


def test_a_bridge_joins_two_groups(store: Store) -> None:
    """An article that copies from two originals makes one group of both."""
    left, right = story(1, 20), story(2, 20)
    originals = [
        article(" ".join(left), url="https://a.example/", published="2024-03-01"),
        article(" ".join(right), url="https://b.example/", published="2024-03-02"),
    ]
    bridge = article(" ".join([*left, *right]), url="https://c.example/", published="2024-03-03")
    for of in (*originals, bridge):
        store.write(coding(of))
    found = {a.id: a.duplicate_of for a in store.iter_articles()}
    assert found == {
        originals[0].id: None,
        originals[1].id: originals[0].id,
        bridge.id: originals[0].id,
    }


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("2024-03-01", "2024-03-08T23:00:00Z", True),
        ("2024-03-01", "2024-03-09", False),
        (None, "2024-03-09", True),
        ("some day", "2024-03-09", True),
    ],
)
def test_copies_lie_within_a_week(a: str | None, b: str, expected: bool) -> None:
    """A week apart is near; a day that is not known may be near."""
    assert near(a, b) is near(b, a) is expected


def test_imprints_ignore_case_and_spacing() -> None:
    """The same words in other case and spacing leave the same imprint."""
    text = " ".join(story(3))
    one, other = imprint(article(text)), imprint(article(text.upper().replace(" ", "  ")))
    assert one == other
    assert are_alike(one.shingles, other.shingles)
