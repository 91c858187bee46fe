"""Coding again: what changed, and what the store then holds."""

from __future__ import annotations

import pytest

from communique.errors import StoreError
from communique.records import Trigger
from communique.store import Store, StoredCoding, diff

from .conftest import Dump
from .made import article, coding, event, full_coding, quotation, state, tie

OF = article("North Korea fired a missile at the sea.")


def test_equal_codings_differ_in_nothing() -> None:
    """The coder's name alone is no difference."""
    other = coding(OF, event(OF, coder="communique 1"))
    assert diff(coding(OF, event(OF)), other) == ()


def test_a_record_that_keeps_its_id_is_compared() -> None:
    """Of records with one id the differing fields are named, with both coders."""
    (change,) = diff(
        coding(OF, event(OF)), coding(OF, event(OF, event_type="COERCE", coder="communique 1"))
    )
    assert (change.kind, change.fields) == ("changed", ("event_type",))
    assert change.coders == ("communique 0", "communique 1")


def test_other_records_are_paired_by_their_triggers() -> None:
    """A record whose parties moved is the same act where the triggers share characters."""
    old = (event(OF, 12), event(OF, 30))
    new = event(OF, 12, actor=(state("CHN", (3, 9)),))
    changes = diff(coding(OF, *old), coding(OF, new))
    assert [(c.kind, c.old, c.new) for c in changes] == [
        ("changed", old[0], new),
        ("removed", old[1], None),
    ]
    assert changes[0].fields == ("actor",)


def test_the_nearest_trigger_wins() -> None:
    """Pairs are one to one, most characters in common first."""
    old = event(OF, 12)
    near = event(OF, 12, actor=(state("CHN", (3, 9)),))
    far = event(OF, 14, actor=(state("USA", (3, 9)),), trigger=Trigger(text="red", span=(14, 17)))
    kinds = {c.new.id: c.kind for c in diff(coding(OF, old), coding(OF, far, near)) if c.new}
    assert kinds == {near.id: "changed", far.id: "added"}


def test_quotations_are_compared_too() -> None:
    """Quotations that came or changed are named after the events."""
    old = StoredCoding(OF, (), (quotation(OF),))
    new = StoredCoding(OF, (event(OF),), (quotation(OF, kind="mixed"), quotation(OF, 20)))
    assert [c.kind for c in diff(old, new)] == ["added", "changed", "added"]


def test_a_change_reads_as_a_line() -> None:
    """A change says in one line what became of which words."""
    (change,) = diff(coding(OF, event(OF)), coding(OF, event(OF, event_type="COERCE")))
    assert str(change) == f"{OF.id} 0 changed 'fired': event_type ASSAULT -> COERCE"
    (gone,) = diff(coding(OF, event(OF)), coding(OF))
    assert str(gone) == f"{OF.id} 0 removed 'fired': ASSAULT"


def test_replacing_puts_the_new_records_in_place(store: Store) -> None:
    """After `replace` the article has its new records alone, in every list and search."""
    store.write(full_coding(OF))
    new = coding(OF, event(OF, 3, event_type="AID", quad_code=2, sentence="Grain was sent."))
    changes = store.replace(new)
    assert {c.kind for c in changes} == {"changed", "removed"}
    assert store.coding(OF.id) == new
    assert list(store.iter_quotes()) == list(store.iter_ties()) == []
    assert list(store.iter_events(text="missile")) == []
    assert len(list(store.iter_events(text="grain"))) == 1
    assert list(store.iter_events(source="KCNA")) == []


def test_replacing_by_the_same_changes_nothing(store: Store, the_set: Dump) -> None:
    """Coding again with equal records leaves what the store says as it was."""
    other = article("Another report.")
    store.write(full_coding(OF))
    store.write(full_coding(other))
    before = the_set(store.path)
    assert store.replace(full_coding(OF)) == ()
    assert the_set(store.path) == before


def test_replacing_is_as_writing_the_new_alone(store: Store, the_set: Dump) -> None:
    """A replaced coding leaves nothing of the old: the store is as if it had never been."""
    other = article("Another report.")
    new = StoredCoding(OF, (event(OF, 3, recipient=()),), (), (), (tie(OF, status="ended"),))
    store.write(full_coding(other))
    store.write(full_coding(OF))
    store.replace(new)
    with Store(store.path.with_name("fresh.sqlite")) as fresh:
        fresh.write(full_coding(other))
        fresh.write(new)
    assert the_set(store.path) == the_set(fresh.path)


def test_only_stored_articles_are_replaced(store: Store) -> None:
    """A coding of an article that is not stored is refused by the article's id."""
    with pytest.raises(StoreError, match=OF.id):
        store.replace(coding(OF))


def test_articles_are_given_for_coding_again(store: Store) -> None:
    """All stored articles come once, in the order of writing, while they are being replaced."""
    articles = [article(f"Report {n}.") for n in range(70)]
    store.write_many([coding(a) for a in articles])
    seen = []
    for of in store.articles_to_recode():
        seen.append(of.id)
        store.replace(coding(of, event(of)))
    assert seen == [a.id for a in articles]
