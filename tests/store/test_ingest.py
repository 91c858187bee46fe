"""Records made elsewhere come into a store."""

from __future__ import annotations

import msgspec

from communique.records import Record, Skipped
from communique.store import Store, StoredCoding
from communique.store.ingest import ingest

from .conftest import Dump
from .made import article, event, full_coding, tie

ONE, TWO = article("Report one."), article("Report two.")


def records_of(coding: StoredCoding) -> list[Record]:
    return [
        *coding.ties,
        *coding.passages,
        *coding.quotations,
        *coding.events,
        coding.article,
    ]


def test_records_in_any_order_are_as_codings(store: Store, the_set: Dump) -> None:
    """Records whose article comes last leave what writing their coding leaves."""
    codings = [full_coding(ONE), full_coding(TWO)]
    found = ingest(store, [record for coding in codings for record in records_of(coding)])
    with Store(store.path.with_name("other.sqlite")) as other:
        for coding in codings:
            other.write(coding)
    assert found == (2, ())
    assert the_set(store.path) == the_set(other.path)


def test_a_store_moves_by_its_lists(store: Store, the_set: Dump) -> None:
    """What the lists of one store print makes an equal store elsewhere."""
    for of in (ONE, TWO):
        store.write(full_coding(of))
    store.write_skipped(Skipped(source="c.html", reason="empty", detail=""))
    printed: list[Record] = [
        *store.iter_events(all=True),
        *store.iter_quotes(),
        *store.iter_ties(),
        *store.iter_passages(),
        *store.iter_skipped(),
        *store.iter_articles(),
    ]
    with Store(store.path.with_name("other.sqlite")) as other:
        assert ingest(other, printed) == (2, ())
        assert list(other.iter_skipped()) == list(store.iter_skipped())
    left = [x for x in the_set(store.path) if not x.startswith("ties")]
    assert [x for x in the_set(other.path) if not x.startswith("ties")] == left
    assert [t.evidence for t in other.iter_ties()] == [t.evidence for t in store.iter_ties()]


def test_twice_is_once(store: Store, dump: Dump) -> None:
    """Records that are given twice, or stored already, change nothing."""
    records = records_of(full_coding(ONE))
    ingest(store, [*records, *records])
    before = dump(store.path)
    assert ingest(store, records) == (0, ())
    assert dump(store.path) == before


def test_what_has_no_article_is_named(store: Store) -> None:
    """Records without their article are named by it, and the rest is written."""
    orphan = event(TWO)
    shared = tie(ONE)
    shared = msgspec.structs.replace(shared, evidence=(*shared.evidence, *tie(TWO).evidence))
    new, failed = ingest(store, [orphan, ONE, shared])
    assert new == 1
    assert [(s.source, s.reason) for s in failed] == [(TWO.id, "malformed")]
    assert [e.article for t in store.iter_ties() for e in t.evidence] == [ONE.id]
