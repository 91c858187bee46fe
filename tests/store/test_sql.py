"""A user's own SQL."""

from __future__ import annotations

import pytest

from communique.errors import UsageError
from communique.store import Store

from .made import article, full_coding


def test_a_select_gives_columns_and_rows(store: Store) -> None:
    """A SELECT gives the names of its columns, then its rows."""
    store.write(full_coding(article()))
    found = store.sql("SELECT event_type AS type, count(*) AS n FROM events GROUP BY 1")
    assert found.columns == ("type", "n")
    assert list(found.rows) == [("ASSAULT", 1)]


@pytest.mark.parametrize(
    "query",
    [
        "SELECT json_extract(record, '$.trigger.text') FROM events",
        "SELECT rowid FROM event_text WHERE event_text MATCH 'missile'",
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION SELECT i + 1 FROM n WHERE i < 3) SELECT * FROM n",
    ],
)
def test_reading_is_allowed(store: Store, query: str) -> None:
    """JSON, full text and recursion can be used."""
    store.write(full_coding(article()))
    assert list(store.sql(query).rows)


@pytest.mark.parametrize(
    "query",
    [
        "DELETE FROM events",
        "INSERT INTO skipped VALUES (1, 'a', 'b', 'c', 'd')",
        "DROP TABLE events",
        "PRAGMA query_only = OFF",
        "PRAGMA writable_schema = ON",
        "ATTACH DATABASE 'other.sqlite' AS other",
        "VACUUM INTO 'copy.sqlite'",
        "SELECT 1; DELETE FROM events",
        "SELECT load_extension('x')",
        "BEGIN",
        "SELEC 1",
        "SELECT * FROM no_such_table",
        "",
        "SELECT '\x00",
    ],
)
def test_all_else_is_refused(store: Store, query: str) -> None:
    """Whatever is not one SELECT that can be run is an error of usage, and changes nothing."""
    store.write(full_coding(article()))
    with pytest.raises(UsageError):
        store.sql(query)
    assert store.counts()["events"] == 1
