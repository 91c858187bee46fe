"""One line an event, and what it adds to the weekly counts: kept by writing."""

from __future__ import annotations

import datetime
import sqlite3
from collections.abc import Iterable

from communique.reading.outlets import outlets
from communique.records import Event, decode
from communique.store.rows import dyads
from communique.store.words import words

__all__ = ["events_of", "refresh"]

_RECORDS = """
SELECT e.id, e.told, e.origin, e.origin_own, a.place, a.id,
    o.wire, o.outlet, o.id, o.outlet_kind, o.outlet_country
FROM events e
JOIN articles a ON a.id = e.article
JOIN articles o ON o.id = coalesce(a.duplicate_of, a.id)
WHERE e.event_id = ?
ORDER BY e.told DESC, e.unclear, e.published_order, e.id
"""
_OWNED = ("state_media", "government")


def _outlet(wire: str | None, outlet: str | None, article: str) -> str:
    return words(wire) or words(outlet) or article


def _outlet_is_own(
    wire: str | None, kind: str | None, country: str | None, own: set[str]
) -> bool | None:
    if wire:
        agency = outlets().by_name(wire)
        kind, country = (agency.kind, agency.country) if agency else (None, None)
    if kind is None:
        return None
    if kind not in _OWNED:
        return False
    return None if country is None or not own else country in own


def _all_own(verdicts: Iterable[bool | None]) -> bool | None:
    known = list(verdicts)
    if any(verdict is False for verdict in known):
        return False
    return None if any(verdict is None for verdict in known) else True


def _refresh(connection: sqlite3.Connection, event_id: str) -> None:
    connection.execute("DELETE FROM event_dyads WHERE event_id = ?", (event_id,))
    connection.execute("DELETE FROM event_lines WHERE event_id = ?", (event_id,))
    rows = connection.execute(_RECORDS, (event_id,)).fetchall()
    if not rows:
        return
    told = rows[0][1]
    rows = [row for row in rows if row[1] == told]
    query = "SELECT record FROM events WHERE id = ?"
    clearest = decode(connection.execute(query, (rows[0][0],)).fetchone()[0])
    assert isinstance(clearest, Event)
    own = {e.country_code for e in (*clearest.actor, *clearest.recipient) if e.country_code}
    reports, sources, verdicts = set(), set(), []
    for _, _, origin, origin_own, place, article, wire, outlet, original, kind, country in rows:
        reports.add(place or article)
        sources.add(origin or _outlet(wire, outlet, original))
        if origin:
            verdicts.append(None if origin_own is None else bool(origin_own))
        else:
            verdicts.append(_outlet_is_own(wire, kind, country, own))
    only_own = _all_own(verdicts)
    connection.execute(
        "INSERT INTO event_lines VALUES (?, ?, ?, ?, ?, ?, ?)",
        (event_id, clearest.id, told, clearest.date, len(reports), len(sources), only_own),
    )
    if not told or clearest.date is None:
        return
    day = datetime.date.fromisoformat(clearest.date)
    week = (day - datetime.timedelta(days=day.weekday())).isoformat()
    scale = round(clearest.event_scale * 100)
    connection.executemany(
        "INSERT INTO event_dyads VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (event_id, actor, recipient, mutual, clearest.date, week, clearest.quad_code, scale)
            for (actor, recipient), mutual in dyads(clearest).items()
        ],
    )


def refresh(connection: sqlite3.Connection, event_ids: Iterable[str]) -> None:
    """Writes the lines of these events anew, from the records that now bear their ids.

    - The clearest record: told, both parties, day known, not hedged, then the earliest.
    - `reports`: articles that tell of it; revisions at one URL are one.
    - `independent_sources`: different origins. The origin of a record is the innermost source
      of its chain; where the outlet itself says it or the source is unnamed, the agency whose
      copy the article is, else the outlet; a copy has its original's.
    - `only_own_media`: whether all origins are state media of the parties' countries; False
      where one is not, None where none is known to be other but one is unknown.
    Only told records count, or all where none is told.
    """
    for event_id in sorted(set(event_ids)):
        _refresh(connection, event_id)


def events_of(connection: sqlite3.Connection, articles: Iterable[str]) -> set[str]:
    """The event ids of all records of these articles."""
    query = "SELECT DISTINCT event_id FROM events WHERE article = ?"
    return {row[0] for article in articles for row in connection.execute(query, (article,))}
