"""A run that is killed goes on where it stopped."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from communique.engine import read_into
from communique.errors import StoreError
from communique.reading import ReadOptions
from communique.store import Store

COUNT = 200


def start(path: Path, store: Path, workers: int) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "communique", "read", str(path)]
    return subprocess.Popen(
        [*command, "--store", str(store), "--workers", str(workers)],
        stderr=subprocess.PIPE,
        start_new_session=True,
        env={**os.environ, "COMMUNIQUE_STORE": ""},
    )


def stored(path: Path) -> int:
    try:
        with Store(path, read_only=True) as store:
            return store.counts()["articles"]
    except (StoreError, sqlite3.Error):  # it is only being made
        return 0


def kill_when(process: subprocess.Popen[bytes], store: Path, articles: int) -> None:
    deadline = time.monotonic() + 60
    while stored(store) < articles:
        if process.poll() is not None:  # it was faster
            assert process.returncode == 0
            break
        assert time.monotonic() < deadline
        time.sleep(0.02)
    process.send_signal(signal.SIGKILL)
    # who holds the other end of standard error still runs
    process.communicate(timeout=20)


def whole_articles(store: Store) -> None:
    """Every stored article has all that its text gives: at least its passages, to the end."""
    with_passages = {p.article for p in store.iter_passages()}
    assert {a.id for a in store.iter_articles()} == with_passages


@pytest.mark.slow
def test_killed_at_several_moments_it_ends_as_an_unbroken_run(jsonl, tmp_path, one, contents):
    """Killed early, midway and late, the records end up the same."""
    path, broken = jsonl(COUNT), tmp_path / "broken.sqlite"
    with Store(tmp_path / "whole.sqlite") as store:
        read_into(store, [path], ReadOptions(), one)
        expected = contents(store)
    for at in (1, 60, 130):
        kill_when(start(path, broken, 1), broken, at)
        with Store(broken) as store:
            assert at <= len(list(store.iter_articles())) <= COUNT
            whole_articles(store)
    with Store(broken) as store:
        before = len(list(store.iter_articles()))
        summary = read_into(store, [path], ReadOptions(), one)
        known = before if summary.known_files == 0 else 0  # it may have ended before the kill
        assert (summary.articles, summary.known) == (COUNT - before, known)
        assert contents(store) == expected


@pytest.mark.slow
def test_workers_end_with_the_run_that_started_them(jsonl, tmp_path):
    """After a kill no process is left over, and the store is whole."""
    path, store_path = jsonl(COUNT), tmp_path / "s.sqlite"
    kill_when(start(path, store_path, 2), store_path, 1)
    with Store(store_path) as store:
        whole_articles(store)


@pytest.mark.slow
def test_an_interrupt_ends_with_130_and_a_line(jsonl, tmp_path):
    """Ctrl-C says that what was done is stored, and no worker complains."""
    path, store_path = jsonl(COUNT), tmp_path / "s.sqlite"
    process = start(path, store_path, 2)
    while stored(store_path) < 1:
        assert process.poll() is None
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)  # as a terminal does: to the workers too
    _, err = process.communicate(timeout=30)
    assert process.returncode == 130
    assert err.decode().strip() == "communique: interrupted; what was done is stored"
