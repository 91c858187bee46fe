"""One tie from what many articles state of it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence

import msgspec

from communique.records import Tie, decode, encode
from communique.store.rows import entity_row, tie_words

__all__ = ["merge_ties", "refresh_ties"]


def merge_ties(ties: Sequence[Tie]) -> Tie:
    """The tie that these together state, earliest article first.

    Parties and their spans are the first one's, the status the last one's, the end the last
    that any of them gives; the evidence of all follows in their order.
    """
    evidence = tuple(dict.fromkeys(e for tie in ties for e in tie.evidence))
    ends = [tie.until for tie in ties if tie.until is not None]
    return msgspec.structs.replace(
        ties[0], status=ties[-1].status, until=ends[-1] if ends else None, evidence=evidence
    )


def refresh_ties(connection: sqlite3.Connection, tie_ids: Iterable[str]) -> None:
    """Writes these ties anew from what the stored articles state of them."""
    for tie_id in sorted(set(tie_ids)):
        connection.execute("DELETE FROM ties WHERE id = ?", (tie_id,))
        shares = []
        query = "SELECT record FROM tie_evidence WHERE tie = ? ORDER BY published_order, article"
        for (record,) in connection.execute(query, (tie_id,)):
            share = decode(record)
            assert isinstance(share, Tie)
            shares.append(share)
        if not shares:
            continue
        tie = merge_ties(shares)
        connection.execute(
            "INSERT INTO ties VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                tie.id,
                tie.kind,
                tie.status,
                tie.since,
                tie.until,
                tie_words(tie),
                encode(tie).decode(),
            ),
        )
        connection.executemany(
            "INSERT INTO tie_entities VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            [
                (tie.id, role, position, *entity_row(entity))
                for role, entities in (("party", tie.parties), ("towards", tie.towards))
                for position, entity in enumerate(entities)
            ],
        )
