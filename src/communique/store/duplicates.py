"""Copies and revisions among the stored articles, kept true as articles come in any order."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import msgspec

from communique.records import Article, decode, encode
from communique.store.copies import bands, similar

__all__ = ["change_article", "place_copies", "place_revisions"]


@dataclass(frozen=True, slots=True)
class _Stored:
    number: int
    id: str
    url: str | None
    order: str
    original: str  # its own id where it is no copy


def change_article(connection: sqlite3.Connection, article_id: str, **changes: Any) -> None:
    """Changes columns of an article, in its row and in its record alike."""
    query = "SELECT record FROM articles WHERE id = ?"
    article = decode(connection.execute(query, (article_id,)).fetchone()[0])
    assert isinstance(article, Article)
    record = encode(msgspec.structs.replace(article, **changes)).decode()
    columns = ", ".join(f"{name} = :{name}" for name in changes)
    connection.execute(
        f"UPDATE articles SET {columns}, record = :record WHERE id = :id",
        {**changes, "record": record, "id": article_id},
    )


def place_revisions(connection: sqlite3.Connection, url: str | None) -> None:
    """Points each text that stood at the URL at the one before it.

    Before: published, then fetched earlier (unknown last); where the times do not say,
    written to the store earlier.
    """
    if url is None:
        return
    rows = connection.execute(
        "SELECT id, revision_of FROM articles WHERE url = ?"
        " ORDER BY published_order, coalesce(retrieved, '~'), number",
        (url,),
    ).fetchall()
    before = None
    for article_id, revision_of in rows:
        if revision_of != before:
            change_article(connection, article_id, revision_of=before)
        before = article_id


def _candidates(connection: sqlite3.Connection, numbers: tuple[int, ...]) -> list[_Stored]:
    found: set[int] = set()
    for band, value in bands(numbers):
        query = "SELECT article FROM copy_bands WHERE band = ? AND value = ?"
        found.update(row[0] for row in connection.execute(query, (band, value)))
    query = (
        "SELECT number, id, url, published_order, coalesce(duplicate_of, id)"
        " FROM articles WHERE number = ?"
    )
    return [_Stored(*connection.execute(query, (n,)).fetchone()) for n in sorted(found)]


def _text(connection: sqlite3.Connection, number: int) -> str:
    query = "SELECT record FROM articles WHERE number = ?"
    article = decode(connection.execute(query, (number,)).fetchone()[0])
    assert isinstance(article, Article)
    return article.text


def _members(connection: sqlite3.Connection, originals: Iterable[str]) -> list[tuple[str, ...]]:
    query = (
        "SELECT published_order, id, duplicate_of FROM articles WHERE id = ? OR duplicate_of = ?"
    )
    return [row for o in originals for row in connection.execute(query, (o, o))]


def place_copies(
    connection: sqlite3.Connection, number: int, article: Article, numbers: tuple[int, ...]
) -> set[str]:
    """Files a new article (already a row) under its signature and finds its copies.

    Articles joined by copying, directly or through others, are one group; all of it point at
    the earliest (published, null last, then id). Texts at one URL are revisions, not copies.
    Returns the ids of the articles whose original changed.
    """
    originals = {article.id}
    for stored in _candidates(connection, numbers):
        if stored.original in originals or (stored.url and stored.url == article.url):
            continue
        if similar(article.text, _text(connection, stored.number)):
            originals.add(stored.original)
    connection.executemany(
        "INSERT INTO copy_bands VALUES (?, ?, ?)",
        [(band, value, number) for band, value in bands(numbers)],
    )
    members = _members(connection, originals)
    original = min(members)[1]
    changed = set()
    for _, member, duplicate_of in members:
        new = None if member == original else original
        if duplicate_of != new:
            change_article(connection, member, duplicate_of=new)
            changed.add(member)
    return changed
