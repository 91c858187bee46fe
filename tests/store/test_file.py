"""The store's file: opening, versions, several processes, killed ones."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
import time
from contextlib import closing
from pathlib import Path

import pytest

from communique.errors import StoreError
from communique.store import Store
from communique.store.connection import open_writer
from communique.store.migrate import APPLICATION_ID, VERSION, migrate

from .conftest import Dump
from .made import article, full_coding


def test_a_new_store_is_marked_as_one(store: Store) -> None:
    """The file's header says that it is a store and of which version."""
    with closing(sqlite3.connect(store.path)) as connection:
        assert connection.execute("PRAGMA application_id").fetchone() == (APPLICATION_ID,)
        assert connection.execute("PRAGMA user_version").fetchone() == (VERSION,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)


def test_a_file_that_is_no_store_is_left_alone(tmp_path: Path) -> None:
    """A text file, or another program's database, is refused by name and not touched."""
    text, other = tmp_path / "notes.txt", tmp_path / "other.sqlite"
    text.write_text("these are notes of mine, and no database at all\n" * 30)
    with closing(sqlite3.connect(other)) as connection:
        connection.execute("CREATE TABLE articles (id)")
    for path in (text, other):
        before = path.read_bytes()
        with pytest.raises(StoreError, match="no communique store") as error:
            Store(path)
        assert error.value.where == str(path)
        assert error.value.do
        assert path.read_bytes() == before


def test_a_newer_store_is_refused(store: Store) -> None:
    """A store of a later version is not opened, and the error says both versions."""
    store.close()
    with closing(sqlite3.connect(store.path)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(StoreError, match=f"version {VERSION + 1}.*up to {VERSION}"):
        Store(store.path)


@pytest.mark.parametrize("options", [{"create": False}, {"read_only": True}])
def test_a_missing_store_is_named(tmp_path: Path, options: dict[str, bool]) -> None:
    """Who only reads gets an error for a missing file, and none is made."""
    path = tmp_path / "none.sqlite"
    with pytest.raises(StoreError, match="no store here"):
        Store(path, **options)
    assert not path.exists()


def test_a_folder_cannot_be_a_store(tmp_path: Path) -> None:
    """A path at which no file can be is an error of the store's own."""
    with pytest.raises(StoreError):
        Store(tmp_path)
    with pytest.raises(StoreError):
        Store(tmp_path / "none" / "news.sqlite")


def test_a_reader_cannot_write(store: Store) -> None:
    """A store opened for reading reads, and refuses to write."""
    store.write(full_coding(article()))
    with Store(store.path, read_only=True) as reader:
        assert reader.counts()["articles"] == 1
        with pytest.raises(StoreError, match="opened for reading"):
            reader.write(full_coding(article("Two.")))


STEP = """
CREATE TABLE notes (article TEXT PRIMARY KEY, note TEXT NOT NULL) STRICT;
INSERT INTO notes SELECT id, 'from; the step' FROM articles;
"""


def test_an_old_store_is_brought_up_to_date(store: Store) -> None:
    """The steps between the versions run once, in one transaction, and keep what is there."""
    store.write(full_coding(article()))
    store.close()
    with closing(open_writer(store.path)) as connection:
        for _ in range(2):
            migrate(connection, store.path, {2: STEP}, version=2)
        assert connection.execute("SELECT note FROM notes").fetchall() == [("from; the step",)]
        assert connection.execute("PRAGMA user_version").fetchone() == (2,)
        assert connection.execute("SELECT count(*) FROM events").fetchone() == (1,)


def test_a_step_that_fails_leaves_the_old_store(store: Store, dump: Dump) -> None:
    """Where one statement of a step fails, the store stays of its version and whole."""
    store.write(full_coding(article()))
    store.close()
    before = dump(store.path)
    with closing(open_writer(store.path)) as connection, pytest.raises(sqlite3.Error):
        migrate(connection, store.path, {2: STEP + "INSERT INTO nowhere VALUES (1);"}, 2)
    assert dump(store.path) == before
    Store(store.path).close()


def test_a_new_file_takes_all_steps(tmp_path: Path) -> None:
    """A file made at version 2 has the schema and every step after it."""
    path = tmp_path / "new.sqlite"
    with closing(open_writer(path)) as connection:
        migrate(connection, path, {2: STEP}, version=2)
        assert connection.execute("SELECT count(*) FROM notes").fetchone() == (0,)


WRITER = """
    import sys
    sys.path.insert(0, sys.argv[1])
    from store.made import article, full_coding
    from communique.store import Store

    first, last = int(sys.argv[3]), int(sys.argv[4])
    with Store(sys.argv[2]) as store:
        for n in range(first, last):
            text = f"Report {n}. " + f"Missile {n} fell into sea {n}. " * 20
            of = article(text, published=f"2024-03-{1 + n % 28:02}")
            store.write(full_coding(of), done=(str(n), "h"))
            print(n, flush=True)
"""
TESTS = str(Path(__file__).parent.parent)


def writer(path: Path, first: int, last: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", textwrap.dedent(WRITER), TESTS, str(path)]
    return subprocess.Popen(
        [*command, str(first), str(last)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def assert_whole(path: Path) -> int:
    """How many articles the store holds; each has all of its records and nothing hangs over."""
    with Store(path) as store:
        connection = sqlite3.connect(path)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
        connection.close()
        counts = store.counts()
        articles = counts["articles"]
        assert counts["events"] == counts["quotations"] == counts["passages"] == articles
        inputs = store.sql("SELECT count(*) FROM inputs").rows
        lines = store.sql("SELECT sum(events) FROM dyad_weeks").rows
        searched = store.sql("SELECT count(*) FROM article_text WHERE article_text MATCH 'sea'")
        evidence = store.sql("SELECT count(*) FROM tie_evidence").rows
        assert next(inputs) == next(searched.rows) == next(evidence) == (articles,)
        assert (next(lines)[0] or 0) == counts["told_events"]
    return articles


@pytest.mark.parametrize("after", [0, 1, 7, 23])
def test_a_killed_process_leaves_whole_articles(tmp_path: Path, after: int) -> None:
    """Killed at any moment, the store opens, holds whole articles, and what was said written."""
    path = tmp_path / "news.sqlite"
    process = writer(path, 0, 10_000)
    assert process.stdout is not None
    said = after + 1
    for _ in range(said):
        process.stdout.readline()
    time.sleep(0.002 * after)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    assert assert_whole(path) >= said


def test_a_process_killed_while_it_opens_the_store(tmp_path: Path) -> None:
    """Killed while the file is made, there is a store or none, and the next one opens."""
    path = tmp_path / "news.sqlite"
    process = writer(path, 0, 1)
    while not path.exists() and process.poll() is None:
        time.sleep(0.0005)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    assert assert_whole(path) <= 1


def test_two_processes_write_beside_a_reader(tmp_path: Path) -> None:
    """Two writers, with articles in common, lose nothing while a reader reads."""
    path = tmp_path / "news.sqlite"
    processes = [writer(path, 0, 30), writer(path, 20, 50)]
    seen = [0]
    while any(process.poll() is None for process in processes):
        if path.exists() and path.stat().st_size:
            try:
                with Store(path, read_only=True) as reader:
                    seen.append(len(list(reader.iter_events(all=True))))
            except StoreError as error:
                assert "no communique store" in str(error) or "empty" in str(error)
        time.sleep(0.01)
    for process in processes:
        _, errors = process.communicate()
        assert process.returncode == 0, errors
    assert seen == sorted(seen)
    assert assert_whole(path) == 50
