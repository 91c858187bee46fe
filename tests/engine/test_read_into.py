"""Many articles into a store: nothing twice, nothing lost, the rest goes on."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import communique.coder
from communique.engine import Summary, code_articles, read_into, recode_store
from communique.errors import SettingsError, StoreError
from communique.reading import ReadOptions, read
from communique.records import Article
from communique.settings import Settings
from communique.store import Store

OPTIONS = ReadOptions()


def test_a_second_run_reads_nothing_again(jsonl, tmp_path, one, contents, monkeypatch):
    """A file that was read to its end is known by its content and not opened again."""
    path = jsonl(20)
    with Store(tmp_path / "s.sqlite") as store:
        first = read_into(store, [path], OPTIONS, one)
        before = contents(store)
        monkeypatch.setattr("communique.engine.inputs.read", None)
        second = read_into(store, [path], OPTIONS, one)
        assert contents(store) == before
    assert (first.articles, first.known, first.known_files) == (20, 0, 0)
    assert (second.articles, second.known, second.known_files) == (0, 0, 1)


def test_rows_added_to_a_file_are_read_and_the_others_known(jsonl, tmp_path, one):
    """A file that grew is read again, and only its new articles are coded."""
    with Store(tmp_path / "s.sqlite") as store:
        read_into(store, [jsonl(20)], OPTIONS, one)
        summary = read_into(store, [jsonl(25)], OPTIONS, one)
    assert (summary.articles, summary.known, summary.known_files) == (5, 20, 0)


def test_other_options_read_a_file_again(jsonl, tmp_path, one):
    """A file that is done is done for the options it was read with."""
    path = jsonl(2)
    with Store(tmp_path / "s.sqlite") as store:
        read_into(store, [path], OPTIONS, one)
        summary = read_into(store, [path], ReadOptions(columns={"title": "headline"}), one)
    assert (summary.known, summary.known_files) == (2, 0)


def test_a_known_file_says_again_what_was_skipped_of_it(jsonl, tmp_path, one):
    """The second run of a file with a broken line fails as the first did."""
    path = jsonl(3)
    path.write_text(path.read_text() + '{"text": \n', encoding="utf-8")
    with Store(tmp_path / "s.sqlite") as store:
        first = read_into(store, [path], OPTIONS, one)
        second = read_into(store, [path], OPTIONS, one)
        assert second.known_files == 1
        assert second.skipped == first.skipped == list(store.iter_skipped())
    assert [s.reason for s in second.skipped] == ["malformed"]
    assert second.failed


def test_a_file_that_was_mended_has_nothing_skipped(jsonl, tmp_path, one):
    """What was skipped of a file goes when the file is read again and nothing is left out."""
    path = jsonl(2)
    whole = path.read_text(encoding="utf-8")
    with Store(tmp_path / "s.sqlite") as store:
        path.write_text(whole + "{broken\n", encoding="utf-8")
        assert read_into(store, [path], ReadOptions(), one).failed
        path.write_text(whole, encoding="utf-8")
        assert not read_into(store, [path], ReadOptions(), one).failed
        assert list(store.iter_skipped()) == []


def test_the_same_article_twice_in_one_run_is_stored_once(jsonl, tmp_path, one):
    """A row that comes again in another file of the same run is known."""
    path = jsonl(4)
    copy = tmp_path / "again.jsonl"
    copy.write_bytes(path.read_bytes())
    with Store(tmp_path / "s.sqlite") as store:
        summary = read_into(store, [copy, path], OPTIONS, one)
        assert len(list(store.iter_articles())) == 4
    assert (summary.articles, summary.known) == (4, 4)


def test_articles_are_taken_as_they_are_coded(jsonl, one):
    """Reading goes on only as far as coding needs it: memory is bounded by some batches."""
    taken = 0

    def articles():
        nonlocal taken
        for item in read([jsonl(120)]):
            taken += 1
            yield item

    next(code_articles(articles(), one))
    assert taken < 100


def test_a_sample_takes_the_first_articles_and_leaves_the_file_open(jsonl, tmp_path, one):
    """`limit` counts articles, known ones too; a run without it takes the rest."""
    path = jsonl(12)
    with Store(tmp_path / "s.sqlite") as store:
        first = read_into(store, [path], OPTIONS, one, limit=5)
        again = read_into(store, [path], OPTIONS, one, limit=5)
        rest = read_into(store, [path], OPTIONS, one)
    assert (first.articles, again.articles, again.known) == (5, 0, 5)
    assert (rest.articles, rest.known) == (7, 5)


@pytest.fixture
def poisoned(monkeypatch):
    """A coder that fails on every text in which a word stands."""
    find_ties = communique.coder.find_ties

    def failing(parsed, mentions, voices):
        if "7th" in parsed.article.text:
            raise RecursionError("too deep")
        return find_ties(parsed, mentions, voices)

    monkeypatch.setattr(communique.coder, "find_ties", failing)
    return monkeypatch


def test_one_article_that_cannot_be_coded_does_not_stop_the_rest(jsonl, tmp_path, one, poisoned):
    """The coder's failure becomes a skipped record, and the file is read again next time."""
    path = jsonl(12)
    with Store(tmp_path / "s.sqlite") as store:
        summary = read_into(store, [path], OPTIONS, one)
        (skipped,) = store.iter_skipped()
        assert (skipped.source, skipped.reason) == ("7", "failed")
        assert "RecursionError: too deep" in skipped.detail
        assert summary.articles == 11
        assert summary.failed
        poisoned.undo()
        healed = read_into(store, [path], OPTIONS, one)
        assert (healed.articles, healed.known) == (1, 11)


def test_one_article_that_the_store_refuses_does_not_stop_the_rest(
    jsonl, tmp_path, one, monkeypatch
):
    """A coding that cannot be written is skipped, those beside it are written."""
    write_many = Store.write_many

    def refusing(self, codings, **rest):
        codings = list(codings)
        if any(c.article.source_id == "3" for c in codings):
            raise StoreError(what="an id stands twice")
        return write_many(self, codings, **rest)

    monkeypatch.setattr(Store, "write_many", refusing)
    with Store(tmp_path / "s.sqlite") as store:
        summary = read_into(store, [jsonl(6)], OPTIONS, one)
        assert [a.source_id for a in store.articles_to_recode()] == ["0", "1", "2", "4", "5"]
    assert [(s.source, s.reason) for s in summary.skipped] == [("3", "failed")]


def test_an_interrupt_stores_what_is_coded(jsonl, tmp_path, one, contents, monkeypatch):
    """Ctrl-C leaves whole articles, and the next run ends as an unbroken one does."""
    path = jsonl(40)
    find_ties = communique.coder.find_ties

    def interrupted(parsed, mentions, voices):
        if "20th" in parsed.article.text:
            raise KeyboardInterrupt
        return find_ties(parsed, mentions, voices)

    with Store(tmp_path / "whole.sqlite") as store:
        read_into(store, [path], OPTIONS, one)
        expected = contents(store)
    with Store(tmp_path / "s.sqlite") as store:
        monkeypatch.setattr(communique.coder, "find_ties", interrupted)
        with pytest.raises(KeyboardInterrupt):
            read_into(store, [path], OPTIONS, one)
        assert len(list(store.iter_articles())) == 16
        monkeypatch.undo()
        assert read_into(store, [path], OPTIONS, one).articles == 24
        assert contents(store) == expected


@pytest.mark.slow
def test_several_workers_give_the_same_store_as_one(jsonl, tmp_path, one, contents):
    """Two processes code, one writes: the records are those of a single process."""
    path = jsonl(60)
    stores = []
    for name, settings in (("one", one), ("two", Settings(workers=2))):
        with Store(tmp_path / f"{name}.sqlite") as store:
            assert read_into(store, [path], OPTIONS, settings).articles == 60
            stores.append(contents(store))
    assert stores[0] == stores[1]


@pytest.mark.slow
def test_what_a_worker_cannot_load_is_said_by_the_run():
    """An error of all workers is the error of the run, with what to do."""
    articles = [Article(id=str(n), text="Peru condemned Chile.") for n in range(48)]
    with pytest.raises(SettingsError, match="no_such_model"):
        list(code_articles(articles, Settings(workers=2, parser="no_such_model")))


def test_columns_of_other_names_reach_the_reader(tmp_path, one):
    """A table whose columns are named otherwise is read with `columns`."""
    table = tmp_path / "t.csv"
    table.write_text("body,day\nPeru condemned Chile.,2024-03-05\n", encoding="utf-8")
    options = ReadOptions(columns={"text": "body", "published": "day"})
    with Store(tmp_path / "s.sqlite") as store:
        read_into(store, [table], options, one)
        (article,) = store.iter_articles()
    assert (article.text, article.published) == ("Peru condemned Chile.", "2024-03-05")


def test_a_file_that_is_named_like_an_option_or_an_address_is_a_file(tmp_path, one, monkeypatch):
    """What a folder holds is files, whatever their names."""
    (tmp_path / "in" / "http:").mkdir(parents=True)
    for name in ("-", "http:/x", "[a]*.txt"):
        (tmp_path / "in" / name).write_text(f"Peru condemned Chile {name}.", encoding="utf-8")
    monkeypatch.chdir(tmp_path / "in")
    with Store(tmp_path / "s.sqlite") as store:
        summary = read_into(store, [Path()], OPTIONS, one)
    assert (summary.articles, summary.skipped) == (3, [])


def test_coding_again_names_an_article_that_fails_and_keeps_its_records(
    jsonl, tmp_path, one, contents, poisoned
):
    """A new coder that fails on a text leaves what was coded of it before."""
    path = jsonl(9)
    summary = Summary()
    with Store(tmp_path / "s.sqlite") as store:
        poisoned.undo()
        read_into(store, [path], OPTIONS, one)
        before = contents(store)
        poisoned.setattr(communique.coder, "find_ties", lambda *_: 1 / 0)
        assert list(recode_store(store, one, summary=summary)) == []
        assert contents(store) == before
    assert summary.articles == 0
    assert {s.reason for s in summary.skipped} == {"failed"}
    assert len(summary.skipped) == 9


def test_a_changed_actor_file_is_loaded_again(tmp_path):
    """The coder that is kept is not that of an older actor file."""
    from communique.engine import coder_of

    actors = tmp_path / "actors.toml"
    settings = Settings(actors=actors)
    actors.write_text('[[actor]]\nname = "Old Guild"\ncountry = "PER"\n', encoding="utf-8")
    old = coder_of(settings)
    assert coder_of(settings) is old
    actors.write_text('[[actor]]\nname = "New Guild"\ncountry = "CHL"\n', encoding="utf-8")
    import os

    os.utime(actors, ns=(1, 1))
    assert coder_of(settings).name != old.name


def test_rows_are_what_the_other_tests_think(jsonl):
    """The small articles are articles, and none is like another."""
    found = [json.loads(line)["text"] for line in jsonl(200).read_text().splitlines()]
    assert len(set(found)) == 200
