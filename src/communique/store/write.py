"""Writing one article's records. Every function works inside a transaction that is open."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Mapping
from typing import Any

import msgspec

from communique.errors import StoreError
from communique.events.identity import identity_key, published_order
from communique.records import Article, Attribution, Event, Passage, Quotation, Tie, decode, encode
from communique.store.coded import Coded
from communique.store.copies import Imprint
from communique.store.duplicates import place_copies, place_revisions
from communique.store.identity import Place, reunite
from communique.store.lines import events_of
from communique.store.rows import (
    article_row,
    entity_row,
    event_row,
    hand_rows,
    quotation_row,
)
from communique.store.ties import refresh_ties

__all__ = ["remove_records", "write_article", "write_records"]


def _insert(connection: sqlite3.Connection, table: str, row: Mapping[str, Any]) -> int:
    columns = ", ".join(row)
    values = ", ".join(f":{name}" for name in row)
    cursor = connection.execute(f"INSERT INTO {table} ({columns}) VALUES ({values})", row)
    return int(cursor.lastrowid or 0)


def _in_utc(article: Article) -> Article:
    """The article with its publication time in UTC; a bare day stays a day."""
    if article.published is None or len(article.published) <= 10:
        return article
    try:
        time = datetime.datetime.fromisoformat(article.published)
    except ValueError:
        return article
    if time.utcoffset() is None:
        return article
    text = time.astimezone(datetime.UTC).isoformat().replace("+00:00", "Z")
    return msgspec.structs.replace(article, published=text)


def _write_chain(
    connection: sqlite3.Connection, record_id: str, article: str, chain: Attribution
) -> None:
    connection.executemany(
        "INSERT INTO attributions VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        hand_rows(record_id, article, chain),
    )


def write_article(connection: sqlite3.Connection, article: Article, own: Imprint) -> set[str]:
    """Writes an article's row and finds its copies and revisions by its imprint.

    Returns the event ids of other articles whose original changed.
    """
    article = msgspec.structs.replace(_in_utc(article), duplicate_of=None, revision_of=None)
    row = article_row(article)
    number = _insert(connection, "articles", row)
    connection.execute(
        "INSERT INTO article_text (rowid, title, text) VALUES (?, ?, ?)",
        (number, article.title, article.text),
    )
    place_revisions(connection, row["place"])
    changed = place_copies(connection, number, article, own)
    return events_of(connection, changed)


def _write_event(connection: sqlite3.Connection, event: Event, order: str) -> Place:
    event = _as_coded(event)
    row = event_row(event, order)
    number = _insert(connection, "events", row)
    connection.execute(
        "INSERT INTO event_text (rowid, sentence) VALUES (?, ?)", (number, event.sentence)
    )
    connection.executemany(
        "INSERT INTO event_entities VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (number, role, position, *entity_row(entity))
            for role, entities in (("actor", event.actor), ("recipient", event.recipient))
            for position, entity in enumerate(entities)
        ],
    )
    _write_chain(connection, event.id, event.article, event.attribution)
    return row["identity"], row["date"], row["enddate"]


def _as_coded(event: Event) -> Event:
    """Without the fields of lists; alone in its event where nothing else can tell of it."""
    return msgspec.structs.replace(
        event,
        event_id=event.event_id if identity_key(event) else event.id,
        reports=msgspec.UNSET,
        independent_sources=msgspec.UNSET,
        only_own_media=msgspec.UNSET,
    )


def _write_tie(connection: sqlite3.Connection, tie: Tie, article: str, order: str) -> None:
    evidence = tuple(e for e in tie.evidence if e.article == article)
    share = msgspec.structs.replace(tie, evidence=evidence)
    connection.execute(
        "INSERT INTO tie_evidence VALUES (?, ?, ?, ?)",
        (tie.id, article, order, encode(share).decode()),
    )
    for item in evidence:
        _write_chain(connection, tie.id, article, item.attribution)


def _check(coding: Coded) -> None:
    article = coding.article.id
    records: list[Event | Quotation | Passage] = [*coding.events, *coding.quotations]
    for record in [*records, *coding.passages]:
        if record.article != article:
            raise StoreError(
                what=f"record {record.id} belongs to article {record.article}",
                where=f"article {article}",
                do="Write the records of one article together.",
            )
    for tie in coding.ties:
        if all(e.article != article for e in tie.evidence):
            raise StoreError(
                what=f"tie {tie.id} has no evidence in this article", where=f"article {article}"
            )


def write_records(connection: sqlite3.Connection, coding: Coded) -> set[str]:
    """Writes the records of an article that is a row already. Returns the event ids touched."""
    _check(coding)
    article, order = coding.article.id, published_order(coding.article.published)
    places: list[Place] = []
    alone = set()
    for event in coding.events:
        place = _write_event(connection, event, order)
        places.append(place)
        if place[0] is None:
            alone.add(event.id)
    for quotation in coding.quotations:
        number = _insert(connection, "quotations", quotation_row(quotation, order))
        connection.execute(
            "INSERT INTO quotation_text (rowid, text) VALUES (?, ?)", (number, quotation.text)
        )
        connection.executemany(
            "INSERT INTO quotation_entities VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (number, role, *entity_row(entity))
                for role, entity in (
                    ("speaker", quotation.speaker),
                    ("addressee", quotation.addressee),
                )
                if entity is not None
            ],
        )
        _write_chain(connection, quotation.id, article, quotation.attribution)
    connection.executemany(
        "INSERT INTO passages (id, article, start, voice, loaded, record)"
        " VALUES (?, ?, ?, ?, ?, ?)",
        [
            (p.id, article, p.span[0], p.voice, len(p.loaded), encode(p).decode())
            for p in coding.passages
        ],
    )
    for tie in coding.ties:
        _write_tie(connection, tie, article, order)
    refresh_ties(connection, {tie.id for tie in coding.ties})
    coders = {event.coder for event in coding.events}
    if coders:
        connection.execute("INSERT INTO coders VALUES (?, ?)", (article, "\n".join(sorted(coders))))
    return reunite(connection, places) | alone


def remove_records(connection: sqlite3.Connection, article: str) -> tuple[list[Place], set[str]]:
    """Removes all that was coded from an article; the article stays.

    Returns where its event records were, and the event ids that they bore. The caller
    reunites those places and refreshes those ids.
    """
    touched = events_of(connection, [article])
    places: list[Place] = []
    query = "SELECT number, identity, date, enddate, record FROM events WHERE article = ?"
    for number, identity, date, end, record in connection.execute(query, (article,)).fetchall():
        places.append((identity, date, end))
        event = decode(record)
        assert isinstance(event, Event)
        connection.execute(
            "INSERT INTO event_text (event_text, rowid, sentence) VALUES ('delete', ?, ?)",
            (number, event.sentence),
        )
    query = "SELECT number, json_extract(record, '$.text') FROM quotations WHERE article = ?"
    for number, text in connection.execute(query, (article,)).fetchall():
        connection.execute(
            "INSERT INTO quotation_text (quotation_text, rowid, text) VALUES ('delete', ?, ?)",
            (number, text),
        )
    query = "SELECT tie FROM tie_evidence WHERE article = ?"
    ties = [row[0] for row in connection.execute(query, (article,))]
    for table in ("events", "quotations", "passages", "attributions", "tie_evidence", "coders"):
        connection.execute(f"DELETE FROM {table} WHERE article = ?", (article,))
    refresh_ties(connection, ties)
    return places, touched
