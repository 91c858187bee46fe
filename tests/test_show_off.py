"""The show-off runs as it stands, and the shortest ways in do what they say."""

from __future__ import annotations

import datetime as dt
import runpy
from pathlib import Path

import pytest

import communique
from communique.errors import ReadingError, UsageError

ROOT = Path(__file__).resolve().parent.parent


@pytest.mark.slow
def test_the_show_off_runs(capsys, monkeypatch):
    """It prints an event with its sentence, a quotation, a summary and a table."""
    monkeypatch.chdir(ROOT)
    runpy.run_path("show_off.py", run_name="__main__")
    shown = capsys.readouterr()
    assert shown.err == ""
    assert "ACCUSE (" in shown.out
    assert "Kenya's foreign minister condemned the attack on Mali on Monday." in shown.out
    assert "articles, " in shown.out
    assert "events of material conflict since 2020" in shown.out


def test_every_public_name_is_there():
    """`from communique import *` gives what `__all__` promises."""
    for name in communique.__all__:
        assert getattr(communique, name) is not None
    assert set(communique.__all__) <= set(dir(communique))


def test_one_text_is_coded_with_the_day_that_is_given():
    """A day may be text or a date; "Monday" is counted from it."""
    text = "Peru condemned Chile on Monday."
    one = communique.code(text, date="2024-03-06", outlet="The Paper", title="News")
    other = communique.code(text, date=dt.date(2024, 3, 6), outlet="The Paper", title="News")
    assert one == other
    assert [e.date for e in one.events] == ["2024-03-04"]
    assert (one.article.outlet, one.article.title) == ("The Paper", "News")


def test_a_text_that_cannot_be_coded_raises():
    """Nothing in it, another language, and a date that is none each say so."""
    with pytest.raises(ReadingError, match="no text"):
        communique.code(" ")
    with pytest.raises(ReadingError, match="'ru'"):
        communique.code("Министр прибыл в столицу и провёл переговоры с президентом страны. " * 3)
    with pytest.raises(UsageError, match="'Monday' is no day"):
        communique.code("Peru condemned Chile.", date="Monday")


def test_sources_are_read_into_a_store(tmp_path):
    """One path or several; the store then lists what was found."""
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(f"Peru condemned Chile over port {name}.")
    path = tmp_path / "s.sqlite"
    assert communique.read(tmp_path / "a.txt", store=path).articles == 1
    summary = communique.read([tmp_path / "a.txt", str(tmp_path / "b.txt")], store=path)
    assert (summary.articles, summary.known_files) == (1, 1)
    with communique.Store(path) as store:
        assert store.articles().num_rows == 2
