"""Event identity: who tells of the same event."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.events.identity import (
    MAX_DAYS,
    Claim,
    assign_event_ids,
    event_ids,
    identity_key,
    published_order,
)
from communique.records import Entity, Event, Trigger
from communique.store import Store

from .made import KIM, article, coding, event, state

NEWS = article()


def same(*events: Event, published: str | None = "2024-03-05") -> bool:
    return len({e.event_id for e in assign_event_ids(events, published)}) == 1


def test_equal_type_parties_and_day_are_one_event() -> None:
    """Two sentences that tell of one act of one day share the id of the earlier record."""
    one, other = event(NEWS), event(NEWS, at=30)
    found = assign_event_ids([one, other], "2024-03-05")
    assert {e.event_id for e in found} == {min(one.id, other.id)}


@pytest.mark.parametrize(
    "changes",
    [
        {"event_type": "COERCE"},
        {"actor": (state("CHN"),)},
        {"recipient": (state("USA"),)},
        {"recipient": ()},
        {"actor": (state("KOR"),), "recipient": (state("PRK"),)},
        {"date": "2024-03-06"},
        {"modality": "future"},
    ],
)
def test_what_differs_is_another_event(changes: dict[str, object]) -> None:
    """Another type, party, side, day, or an act only expected is another event."""
    assert not same(event(NEWS), event(NEWS, at=30, **changes))


@pytest.mark.parametrize("modality", ["negated", "historical"])
def test_denied_and_recalled_events_are_the_event(modality: str) -> None:
    """Who denies an event, or recalls it, tells of the same one."""
    assert same(event(NEWS), event(NEWS, at=30, modality=modality))


def test_the_order_of_parties_is_nothing() -> None:
    """Parties are sets."""
    both = (state("PRK"), state("CHN"))
    assert same(event(NEWS, actor=both), event(NEWS, at=30, actor=both[::-1]))


def test_a_meeting_has_no_sides() -> None:
    """A meeting of two is the event of one's visit to the other."""
    met = event(NEWS, event_type="CONSULT", actor=(state("CHN"), state("USA")), recipient=())
    visit = event(
        NEWS, at=30, event_type="CONSULT", actor=(state("USA"),), recipient=(state("CHN"),)
    )
    assert same(met, visit)


def test_nameless_parties_meet_nobody() -> None:
    """Where no party has an id or a code, two records are two events."""
    gunmen = Entity(raw_text="gunmen", span=(0, 6), kind="group")
    record = event(NEWS, actor=(gunmen,), recipient=())
    assert identity_key(record) is None
    assert not same(record, event(NEWS, at=30, actor=(gunmen,), recipient=()))


def test_overlapping_days_are_one_event() -> None:
    """A day within the three days that another record leaves open is the same event."""
    wide = event(NEWS, date="2024-03-03", enddate="2024-03-05")
    assert same(wide, event(NEWS, at=30, date="2024-03-04"))


def test_a_month_meets_only_itself() -> None:
    """A record of some day in March is not the event of the fifth, but that of another such."""
    month = event(NEWS, date="2024-03-01", enddate="2024-03-31")
    assert not same(month, event(NEWS, at=30, date="2024-03-05"))
    assert same(month, event(NEWS, at=30, date="2024-03-01", enddate="2024-03-31"))


def test_chains_of_days_are_cut() -> None:
    """Records that overlap one by one never make an event of more than three days."""
    chain = [
        event(NEWS, at=10 * i, date=f"2024-03-{1 + 2 * i:02}", enddate=f"2024-03-{3 + 2 * i:02}")
        for i in range(6)
    ]
    found = assign_event_ids(chain, None)
    for event_id in {e.event_id for e in found}:
        group = [e for e in found if e.event_id == event_id]
        days = [int(str(day)[-2:]) for e in group for day in (e.date, e.enddate)]
        assert max(days) - min(days) < MAX_DAYS


def test_undated_records_meet_within_their_article() -> None:
    """Records without a day are one event in one article, and two in two."""
    other = article("Another text.")
    assert same(event(NEWS, date=None), event(NEWS, at=30, date=None))
    assert not same(event(NEWS, date=None), event(other, date=None))


def test_records_keep_their_order() -> None:
    """Records come back in the order in which they were given."""
    records = [event(NEWS, at=at) for at in (60, 0, 30)]
    assert [e.id for e in assign_event_ids(records, None)] == [e.id for e in records]


def test_times_sort_in_utc() -> None:
    """A bare day comes before its hours, hours compare in UTC, the unknown comes last."""
    times = [None, "2024-03-05T10:00:00+09:00", "2024-03-05", "2024-03-05T00:30:00Z"]
    assert sorted(times, key=published_order) == [times[2], times[3], times[1], None]


_CLAIMS = st.lists(
    st.tuples(st.sampled_from("ab"), st.integers(1, 20), st.integers(0, 4), st.integers(0, 3)),
    max_size=12,
).map(
    lambda rows: [
        Claim(f"{n:024}", key, f"2024-03-{day:02}", f"2024-03-{day + more:02}", str(order))
        for n, (key, day, more, order) in enumerate(rows)
    ]
)


@given(_CLAIMS, st.randoms(use_true_random=False))
def test_the_rule_knows_no_order(claims: list[Claim], random: object) -> None:
    """The same claims in another order give every record the same event id."""
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert event_ids(claims) == event_ids(shuffled)


@given(_CLAIMS)
def test_an_event_is_named_by_one_of_its_own(claims: list[Claim]) -> None:
    """Every event id is the id of a record of that event, the earliest of them."""
    ids = event_ids(claims)
    by_id = {c.id: c for c in claims}
    for claim in claims:
        name = by_id[ids[claim.id]]
        assert ids[name.id] == name.id
        assert (name.order, name.id) <= (claim.order, claim.id)


@settings(max_examples=60, deadline=None)
@given(_CLAIMS, st.randoms(use_true_random=False))
def test_the_store_follows_the_rule(claims: list[Claim], random: object) -> None:
    """Written one article at a time in any order, records have the ids that the rule gives all."""
    codings = []
    for n, claim in enumerate(claims):
        of = article(f"Report {n}.", published=f"2024-04-0{1 + int(claim.order)}", outlet=None)
        actor = (state("PRK" if claim.key == "a" else "CHN"),)
        codings.append(coding(of, event(of, actor=actor, date=claim.date, enddate=claim.enddate)))
    records = [e for c in codings for e in c.events]
    published = {c.article.id: c.article.published for c in codings}
    expected = {e.id: e.event_id for e in assign_event_ids(records, published)}
    random.shuffle(codings)  # type: ignore[attr-defined]
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "s.sqlite") as store:
        for each in codings:
            store.write(each)
        assert {e.id: e.event_id for e in store.iter_events(all=True)} == expected


def test_replaced_event_ids_lead_on(store: Store) -> None:
    """When an earlier report comes later, the event takes its id, and the old id leads there."""
    late, early = (
        article("Late.", published="2024-03-06"),
        article("Early.", published="2024-03-05"),
    )
    first = event(late, date="2024-03-05")
    second = event(early)
    store.write(coding(late, first))
    assert store.event_id(first.id) == first.id
    store.write(coding(early, second))
    assert store.event_id(first.id) == second.id
    assert [e.id for e in store.trace(first.id)] == [second.id, first.id]
    assert list(store.sql("SELECT old, new FROM aliases").rows) == [(first.id, second.id)]


def test_ids_of_records_that_went_lead_on(store: Store) -> None:
    """When a text is coded anew and a record goes, its event id leads to what took its place."""
    of = article("North Korea fired a missile at the sea.")
    old = event(of, actor=(KIM,))
    new = event(of, actor=(state("PRK", (5, 9)),), trigger=Trigger(text="fired", span=(2, 7)))
    store.write(coding(of, old))
    store.replace(coding(of, new))
    assert store.event_id(old.event_id) == new.id
    assert store.event_id("0" * 24) is None
