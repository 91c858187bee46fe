"""Copies and revisions among the stored articles, kept true as articles come in any order."""

from __future__ import annotations

import datetime
import sqlite3
from collections import Counter
from collections.abc import Iterable
from typing import Any

import msgspec

from communique.reading.copies import DAYS_APART, MARKS_IN_COMMON, are_alike, near
from communique.reading.dates import day_of
from communique.records import Article, decode, encode
from communique.store.copies import Imprint, imprint

__all__ = ["change_article", "place_copies", "place_revisions"]


def _load(connection: sqlite3.Connection, number: int) -> Article:
    query = "SELECT record FROM articles WHERE number = ?"
    article = decode(connection.execute(query, (number,)).fetchone()[0])
    assert isinstance(article, Article)
    return article


def change_article(connection: sqlite3.Connection, article_id: str, **changes: Any) -> None:
    """Changes columns of an article, in its row and in its record alike."""
    query = "SELECT number FROM articles WHERE id = ?"
    number = connection.execute(query, (article_id,)).fetchone()[0]
    record = encode(msgspec.structs.replace(_load(connection, number), **changes)).decode()
    columns = ", ".join(f"{name} = :{name}" for name in changes)
    connection.execute(
        f"UPDATE articles SET {columns}, record = :record WHERE number = :number",
        {**changes, "record": record, "number": number},
    )


def place_revisions(connection: sqlite3.Connection, place: str | None) -> None:
    """Points each text that stood at an address at the one before it.

    Before: published, then fetched earlier (unknown last); where the times do not say,
    written to the store earlier.
    """
    if place is None:
        return
    rows = connection.execute(
        "SELECT id, revision_of FROM articles WHERE place = ?"
        " ORDER BY published_order, coalesce(retrieved, '~'), number",
        (place,),
    ).fetchall()
    before = None
    for article_id, revision_of in rows:
        if revision_of != before:
            change_article(connection, article_id, revision_of=before)
        before = article_id


def _days(published: str | None) -> tuple[str, str]:
    """The first and the last day on which a copy can have been published."""
    known = day_of(published)
    if known is None:
        return "", "9999"
    day = known.toordinal()
    low = max(day - DAYS_APART, datetime.date.min.toordinal())
    high = min(day + DAYS_APART, datetime.date.max.toordinal())
    return datetime.date.fromordinal(low).isoformat(), datetime.date.fromordinal(high).isoformat()


def _candidates(
    connection: sqlite3.Connection, marks: tuple[int, ...], published: str | None
) -> list[int]:
    """Numbers of the articles that share enough marks, or the exact one (below zero)."""
    query = (
        "SELECT article FROM copy_marks WHERE mark = ? AND day BETWEEN ? AND ?"
        " UNION ALL SELECT article FROM copy_marks WHERE mark = ? AND day = '' AND ? <> ''"
    )
    low, high = _days(published)
    common: Counter[int] = Counter()
    for mark in marks:
        weight = MARKS_IN_COMMON if mark < 0 else 1
        for (number,) in connection.execute(query, (mark, low, high, mark, low)):
            common[number] += weight
    return sorted(number for number, count in common.items() if count >= MARKS_IN_COMMON)


def _members(connection: sqlite3.Connection, originals: Iterable[str]) -> list[tuple[str, ...]]:
    query = (
        "SELECT published_order, id, duplicate_of FROM articles WHERE id = ? OR duplicate_of = ?"
    )
    return [row for o in originals for row in connection.execute(query, (o, o))]


def place_copies(
    connection: sqlite3.Connection, number: int, article: Article, own: Imprint
) -> set[str]:
    """Files a new article (already a row) under its marks and finds its copies.

    Articles joined by copying, directly or through others, are one group; all of it point at
    the earliest (published, null last, then id). Texts at one address are revisions, not
    copies. Returns the ids of the articles whose original changed.
    """
    query = "SELECT place, coalesce(duplicate_of, id), published FROM articles WHERE number = ?"
    place = connection.execute(query, (number,)).fetchone()[0]
    originals = {article.id}
    for candidate in _candidates(connection, own.marks, article.published):
        where, original, published = connection.execute(query, (candidate,)).fetchone()
        if original in originals or (place is not None and where == place):
            continue
        if near(article.published, published):
            other = imprint(_load(connection, candidate))
            if are_alike(own.shingles, other.shingles):
                originals.add(original)
    known = day_of(article.published)
    day = known.isoformat() if known else ""
    connection.executemany(
        "INSERT INTO copy_marks VALUES (?, ?, ?)", [(mark, day, number) for mark in own.marks]
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
