"""Small articles, and what a store holds of them."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.records import encode
from communique.settings import Settings
from communique.store import Store

STATES = ("Kenya", "Ghana", "Peru", "Chile", "Norway", "Japan", "Mali", "Nepal", "Cuba", "Oman")
ACTS = (
    "{a}'s president met the president of {b} on Monday.",
    "{a} condemned {b} over the seizure of a ship.",
    "The foreign minister of {a} said that {b} had agreed to a truce.",
    "{a} imposed sanctions on {b}, the state news agency reported.",
)


def rows(count: int) -> list[dict[str, str]]:
    """Rows of small articles that all differ, some of which tell of the same event."""
    made = []
    for n in range(count):
        a, b = STATES[n % 10], STATES[(n // 10 + 1 + n) % 10]
        text = f"{ACTS[n % 4].format(a=a, b=b)} It was the {n}th such case, a diplomat said."
        day = f"2024-03-{1 + n % 28:02}"
        made.append({"id": str(n), "text": text, "outlet": f"Paper {n % 7}", "published": day})
    return made


@pytest.fixture
def jsonl(tmp_path: Path) -> Callable[[int], Path]:
    """Writes so many articles into a file of JSON Lines."""

    def write(count: int) -> Path:
        path = tmp_path / "news.jsonl"
        path.write_text("".join(json.dumps(row) + "\n" for row in rows(count)), encoding="utf-8")
        return path

    return write


@pytest.fixture
def contents() -> Callable[[Store], dict[str, list[bytes]]]:
    """All records that a store holds, in its order."""

    def of(store: Store) -> dict[str, list[bytes]]:
        return {
            "articles": [encode(r) for r in store.iter_articles()],
            "events": [encode(r) for r in store.iter_events(all=True)],
            "lines": [encode(r) for r in store.iter_events()],
            "quotes": [encode(r) for r in store.iter_quotes()],
            "passages": [encode(r) for r in store.iter_passages()],
            "ties": [encode(r) for r in store.iter_ties()],
            "skipped": [encode(r) for r in store.iter_skipped()],
        }

    return of


@pytest.fixture(scope="session")
def one() -> Settings:
    """Settings that code in this process."""
    return Settings(workers=1)
