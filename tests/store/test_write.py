"""Writing: whole articles, once, in any order."""

from __future__ import annotations

import tempfile
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.errors import StoreError
from communique.records import Article, Correction, Skipped
from communique.store import Store, StoredCoding

from .conftest import Dump, dump_file, dump_set
from .made import article, coding, event, full_coding, passage, state, tie


def test_records_come_back_as_they_went_in(store: Store) -> None:
    """An article comes back with every record that was coded from it."""
    written = full_coding(article())
    assert store.write(written)
    assert store.coding(written.article.id) == written


def test_the_same_article_twice_changes_nothing(store: Store, dump: Dump) -> None:
    """Writing a stored article again says so and leaves every row as it was."""
    assert store.write(full_coding(article())) is True
    before = dump(store.path)
    assert store.write(full_coding(article())) is False
    assert dump(store.path) == before


def _news(choice: tuple[int, int, str, str, str | None]) -> StoredCoding:
    number, day, modality, recipient, outlet = choice
    published = None if day == 0 else f"2024-03-0{day}"
    text = f"North Korea fired a missile, report {number}. " + "It fell far out at sea. " * 8
    of = article(text, url=f"https://{number}.example/", published=published, outlet=outlet)
    return coding(
        of,
        event(of, modality=modality, recipient=(state(recipient),)),
        event(of, at=30, date="2024-03-02", enddate="2024-03-04", date_precision="week"),
        passages=(passage(of),),
        ties=(tie(of, status="in_force" if number % 2 else "ended"),),
    )


_CODINGS = st.lists(
    st.tuples(
        st.integers(0, 9),
        st.integers(0, 5),
        st.sampled_from(["asserted", "negated", "future"]),
        st.sampled_from(["KOR", "USA"]),
        st.sampled_from(["KCNA", "The Paper", None]),
    ),
    max_size=5,
    unique_by=lambda choice: choice[0],
).map(lambda choices: [_news(choice) for choice in choices])


def _file(codings: list[StoredCoding], folder: str, name: str) -> Path:
    path = Path(folder) / name
    with Store(path) as store:
        for each in codings:
            store.write(each)
    return path


@settings(max_examples=40, deadline=None)
@given(_CODINGS)
def test_writing_is_idempotent(codings: list[StoredCoding]) -> None:
    """Whatever was written, writing all of it again changes no row."""
    with tempfile.TemporaryDirectory() as folder:
        path = _file(codings, folder, "a.sqlite")
        before = dump_file(path)
        _file(codings, folder, "a.sqlite")
        assert dump_file(path) == before


@settings(max_examples=60, deadline=None)
@given(_CODINGS, st.randoms(use_true_random=False))
def test_the_order_of_writing_is_nothing(codings: list[StoredCoding], random: object) -> None:
    """Copies, event ids, lines, counts and ties follow from the set of articles alone."""
    shuffled = list(codings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    with tempfile.TemporaryDirectory() as folder:
        one = _file(codings, folder, "a.sqlite")
        other = _file(shuffled, folder, "b.sqlite")
        assert dump_set(one) == dump_set(other)


@settings(max_examples=30, deadline=None)
@given(_CODINGS)
def test_many_at_once_are_as_one_by_one(codings: list[StoredCoding]) -> None:
    """A batch in one transaction leaves what single writes leave."""
    with tempfile.TemporaryDirectory() as folder:
        one = _file(codings, folder, "a.sqlite")
        with Store(Path(folder) / "b.sqlite") as store:
            assert store.write_many(codings) == len(codings)
        assert dump_set(one) == dump_set(store.path)


def test_a_batch_is_all_or_nothing(store: Store, dump: Dump) -> None:
    """Where one article of a batch cannot be written, none of the batch is."""
    before = dump(store.path)
    good, bad = article("One."), article("Two.")
    with pytest.raises(StoreError, match="nothing was written"):
        store.write_many([coding(good, event(good)), coding(bad, event(bad), event(bad))])
    assert dump(store.path) == before


def test_records_of_another_article_are_refused(store: Store) -> None:
    """A coding whose records belong to another article names both and writes nothing."""
    one, other = article("One."), article("Two.")
    with pytest.raises(StoreError, match=other.id):
        store.write(coding(one, event(other)))
    assert store.counts()["articles"] == 0


def test_skipped_inputs_are_kept_once(store: Store) -> None:
    """What could not be coded is listed once, however often it is met."""
    skipped = Skipped(source="news.jsonl:7", reason="malformed", detail="no text")
    store.write_skipped(skipped)
    store.write_skipped(skipped)
    assert list(store.iter_skipped()) == [skipped]


def test_skipped_inputs_that_were_read_since_are_forgotten(store: Store) -> None:
    """A page that could be had later, and a file that was read whole, are no longer skipped."""
    page = "https://a.example/news"
    for source in (page, "a.jsonl", "a.jsonl:7", "a.json: item 2", "a.jsonl.gz:7", "b.jsonl:7"):
        store.write_skipped(Skipped(source=source, reason="unreachable", detail="no answer"))
    store.write(coding(article(url=page)))
    store.forget_skipped("a.jsonl")
    left = [skipped.source for skipped in store.iter_skipped()]
    assert left == ["a.json: item 2", "a.jsonl.gz:7", "b.jsonl:7"]


def test_inputs_that_were_read_are_known(store: Store) -> None:
    """An input is done when its source was read with just this content."""
    of = article()
    store.write(coding(of), done=("news.jsonl:1", "abc"))
    store.mark_done("news.jsonl:2", "def")
    assert store.is_done("news.jsonl:1", "abc")
    assert store.is_done("news.jsonl:2", "def")
    assert not store.is_done("news.jsonl:1", "changed")


def test_corrections_stand_beside_the_record(store: Store) -> None:
    """A correction is kept once and the record it speaks of stays as it was coded."""
    of = article()
    record = event(of)
    store.write(coding(of, record))
    correction = Correction(
        of=record.id,
        verdict="wrong",
        fields={"event_type": "COERCE"},
        reason=None,
        by="reader",
        at="2024-03-06T08:00:00Z",
    )
    store.write_correction(correction)
    store.write_correction(correction)
    assert store.corrections(record.id) == (correction,)
    assert store.coding(of.id).events == (record,)  # type: ignore[union-attr]


def test_publication_times_are_utc_in_the_store(store: Store) -> None:
    """A time with a zone is stored in UTC; a bare day stays a day."""
    timed = article("One.", published="2024-03-05T08:00:00+09:00")
    store.write(coding(timed))
    store.write(coding(article("Two.", published="2024-03-05")))
    assert [a.published for a in store.iter_articles()] == ["2024-03-04T23:00:00Z", "2024-03-05"]


COPY = "The foreign minister of a small coastal state said on Monday that talks would go on. " + (
    "No date was set for the next round, and both delegations left the hotel by the side door "
    "without answering the questions that some thirty reporters put to them in the rain. "
)


def _originals(articles: list[Article]) -> dict[str | None, str | None]:
    by_id = {a.id: a.outlet for a in articles}
    return {a.outlet: by_id.get(a.duplicate_of or "") for a in articles}


@pytest.mark.parametrize("order", list(permutations(range(3))))
def test_copies_point_at_the_earliest(store: Store, order: tuple[int, ...]) -> None:
    """In whatever order copies are written, the earliest published is the original."""
    copies = [
        article(COPY, url="https://a.example/", outlet="A", published=None),
        article(f"DOHA - {COPY}", url="https://b.example/", outlet="B", published="2024-03-04"),
        article(f"{COPY} Our desk.", url="https://c.example/", outlet="C", published="2024-03-05"),
    ]
    for place in order:
        store.write(coding(copies[place]))
    assert _originals(list(store.iter_articles())) == {"A": "B", "B": None, "C": "B"}


def test_other_texts_are_no_copies(store: Store) -> None:
    """Two texts of their own words are both originals."""
    store.write(coding(article(COPY)))
    store.write(coding(article("The minister said talks would go on, one reporter wrote. " * 9)))
    assert [a.duplicate_of for a in store.iter_articles()] == [None, None]


def test_another_text_at_one_url_is_a_revision(store: Store) -> None:
    """A later text at the same URL points at the one before it, which is kept."""
    url = "https://paper.example/1"
    first, second = article(COPY, url=url), article(f"{COPY} Corrected.", url=url)
    store.write(coding(first))
    store.write(coding(second))
    found = {a.id: (a.revision_of, a.duplicate_of) for a in store.iter_articles()}
    assert found == {first.id: (None, None), second.id: (first.id, None)}


def test_revisions_follow_their_times(store: Store) -> None:
    """Where texts of one URL say when they were published, the earlier one is revised."""
    url = "https://paper.example/1"
    late = article("Late.", url=url, published="2024-03-05T12:00:00Z")
    early = article("Early.", url=url, published="2024-03-05T09:00:00Z")
    store.write(coding(late))
    store.write(coding(early))
    assert {a.text: a.revision_of for a in store.iter_articles()} == {
        "Early.": None,
        "Late.": early.id,
    }


def test_evidence_of_a_tie_gathers(store: Store) -> None:
    """One tie of two articles has the evidence of both and the later one's status."""
    first, second = article("One.", published="2024-03-05"), article("Two.", published="2024-06-01")
    store.write(coding(second, ties=(tie(second, status="ended", until="2024-05"),)))
    store.write(coding(first, ties=(tie(first),)))
    (found,) = store.iter_ties()
    assert [e.article for e in found.evidence] == [first.id, second.id]
    assert (found.status, found.until) == ("ended", "2024-05")
