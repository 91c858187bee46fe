"""A fresh store a test, and a picture of what a store's file holds."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from communique.store import Store

Dump = Callable[[Path], list[str]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "news.sqlite") as opened:
        yield opened


def dump_file(path: Path) -> list[str]:
    """Every row of every table of its own, as text."""
    lines = []
    with closing(sqlite3.connect(path)) as connection:
        query = "SELECT name FROM sqlite_schema WHERE type = 'table' AND instr(name, '_text') = 0"
        for (name,) in connection.execute(query).fetchall():
            lines += [f"{name} {row}" for row in connection.execute(f"SELECT * FROM {name}")]
    return sorted(lines)


def dump_set(path: Path) -> list[str]:
    """What the set of articles alone decides: row numbers, aliases and inputs left out."""
    queries = {
        "articles": "SELECT record FROM articles",
        "events": "SELECT event_id, identity, record FROM events",
        "lines": "SELECT * FROM event_lines",
        "dyads": "SELECT * FROM event_dyads",
        "weeks": "SELECT * FROM dyad_weeks",
        "ties": "SELECT * FROM ties",
        "quotations": "SELECT record FROM quotations",
        "passages": "SELECT record FROM passages",
        "marks": "SELECT mark, day, a.id FROM copy_marks JOIN articles a ON a.number = article",
    }
    with closing(sqlite3.connect(path)) as connection:
        return sorted(
            f"{name} {row}" for name, query in queries.items() for row in connection.execute(query)
        )


@pytest.fixture
def dump() -> Dump:
    return dump_file


@pytest.fixture
def the_set() -> Dump:
    return dump_set
