"""`code`, `read` and `recode`: statuses, streams and words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

import communique.coder
from communique.store import Store

TEXT = "Peru condemned Chile on Monday over the seizure of a ship.\n"


@pytest.fixture(autouse=True)
def _article(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")


def test_code_prints_records_of_standard_input(run, schema):
    """`communique code -` reads standard input; the records fit the contract."""
    ran = run("code", "-", "--date", "2024-03-06", stdin=TEXT.encode())
    records = [json.loads(line) for line in ran.lines]
    assert ran.status == 0
    assert [r["record"] for r in records][:2] == ["article", "event"]
    assert records[0]["text"] == TEXT
    assert records[1]["date"] == "2024-03-04"
    for record in records:
        Draft202012Validator(schema).validate(record)
    assert run("code", stdin=TEXT.encode()).status == 0


def test_code_shows_the_evidence(run):
    """`--format text` shows each sentence with its voice, its events and their parties."""
    ran = run("code", "a.txt", "--date", "2024-03-06", "--format", "text")
    assert "[outlet] Peru condemned Chile on Monday" in ran.out
    assert "• ACCUSE (criticise)  Peru (PER GOV) → Chile (CHL GOV)  2024-03-04" in ran.out
    assert (ran.status, ran.err) == (0, "")


def test_code_says_what_it_could_not_read(run):
    """A missing file ends with 1, is named on standard error, and is a record in JSON Lines."""
    ran = run("code", "none.txt", "--format", "jsonl")
    assert ran.status == 1
    assert ran.err.startswith("skipped  none.txt: unreachable: ")
    assert json.loads(ran.out)["reason"] == "unreachable"
    assert run("code", "none.txt", "--format", "text").data == b""


def test_code_of_a_text_that_the_coder_fails_on(run, monkeypatch):
    """The failure is a skipped record, not a traceback."""
    monkeypatch.setattr(communique.coder, "find_ties", lambda *_: 1 / 0)
    ran = run("code", "a.txt")
    assert ran.status == 1
    assert json.loads(ran.out)["reason"] == "failed"
    assert "ZeroDivisionError" in ran.err


def test_read_fills_a_store_and_a_second_run_finds_it_known(run):
    """Nothing but the summary is printed, on standard error."""
    first = run("read", "a.txt", "--workers", "1")
    again = run("read", "a.txt", "--workers", "1")
    assert (first.status, first.data, again.status, again.data) == (0, b"", 0, b"")
    assert first.err.startswith("1 articles read, 0 known already, 1 events, ")
    assert again.err.startswith("0 articles read, 0 articles and 1 files known already, 0 events")


def test_read_takes_standard_input(run):
    """`communique read -` stores the rows of a pipe, each once."""
    rows = "\n".join(json.dumps({"text": f"{TEXT} {n}"}) for n in "aab").encode()
    assert "2 articles read, 1 known already" in run("read", "-", "--workers", "1", stdin=rows).err
    assert "0 articles read, 3 known already" in run("read", "-", "--workers", "1", stdin=rows).err


def test_read_goes_on_after_what_it_cannot_read(run, tmp_path):
    """Each failed input is named with its reason, the rest is stored, the status is 1."""
    (tmp_path / "empty.txt").write_bytes(b"")
    ran = run("read", "none.txt", "empty.txt", "a.txt", "*.none", "--workers", "1")
    assert ran.status == 1
    for line in ("none.txt: unreachable", "empty.txt: empty", "*.none: unreachable: no file"):
        assert f"skipped  {line}" in ran.err
    assert len(run("articles", "--format", "jsonl").lines) == 1
    assert len(run("skipped", "--format", "jsonl").lines) == 3


def test_a_folder_of_nothing_readable(run, tmp_path):
    """Every file is named, the store is there and empty, the status is 1."""
    folder = tmp_path / "rubbish"
    folder.mkdir()
    (folder / "a.bin").write_bytes(bytes(range(256)) * 9)
    (folder / "b.pdf").write_bytes(b"%PDF-1.7 ...")
    (folder / "c.txt").write_bytes(b"")
    ran = run("read", folder, "--workers", "1")
    assert ran.status == 1
    assert ran.err.count("skipped  ") == 3
    assert "0 articles read, 0 known already" in ran.err
    assert run("articles", "--format", "jsonl").status == 0


def test_an_empty_folder_is_no_failure(run, tmp_path):
    """There was nothing to read, and nothing failed."""
    (tmp_path / "empty").mkdir()
    assert run("read", "empty", "--workers", "1").status == 0


def test_a_text_in_another_language_is_skipped_and_no_failure(run, tmp_path):
    """`read` leaves it out, says so, and ends with 0."""
    text = "Министр иностранных дел прибыл в столицу и провёл переговоры с президентом страны."
    (tmp_path / "ru.txt").write_text(text, encoding="utf-8")
    ran = run("read", "ru.txt", "--workers", "1")
    assert ran.status == 0
    assert "ru.txt: language" in ran.err


def test_columns_date_and_outlet_of_a_table(run, tmp_path):
    """`--columns` names a table's columns; `--date` and `--outlet` fill what a row lacks."""
    (tmp_path / "t.csv").write_text(f'body,paper\n"{TEXT}",\n"{TEXT}",Our Paper\n')
    ran = run(
        *("read", "t.csv", "--columns", "text=body, outlet=paper", "--workers", "1"),
        *("--date", "2024-03-06", "--outlet", "The Paper"),
    )
    assert ran.status == 0, ran.err
    rows = [json.loads(line) for line in run("articles", "--format", "jsonl").lines]
    assert sorted((r["outlet"], r["published"]) for r in rows) == [
        ("Our Paper", "2024-03-06"),
        ("The Paper", "2024-03-06"),
    ]


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["--columns", "body"], ("'body' names no column", "--columns", "text=body")),
        (["--columns", "words=body"], ("'words=body' names no column", "ours are text")),
        (["--date", "Monday"], ("'Monday' is no day", "--date", "YYYY-MM-DD")),
        (["--sample", "0"], ("--sample", "--help")),
        (["--workers", "-1"], ("--workers", "--help")),
        (["--parser", "none_such"], ("none_such", "install")),
        (["--actors", "none.toml"], ("none.toml", "cannot be read")),
    ],
)
def test_wrong_options_of_read_end_with_2(run, words, told):
    """The message says what is wrong and what to write."""
    ran = run("read", "a.txt", *words, *([] if "--workers" in words else ["--workers", "1"]))
    assert ran.status == 2, ran.err
    for part in told:
        assert part in ran.err


def test_sample_stops_after_so_many_articles(run, tmp_path):
    """`--sample 2` of three rows stores two."""
    rows = [json.dumps({"text": f"Peru condemned Chile {n}."}) for n in "abc"]
    (tmp_path / "r.jsonl").write_text("\n".join(rows))
    assert "2 articles read" in run("read", "r.jsonl", "--sample", "2", "--workers", "1").err


def test_recode_says_what_changed(run, tmp_path):
    """A line says which record of which kind changed in what, the next shows its sentence."""
    text = "The Blue Guild condemned Chile on Monday.\n"
    Path("b.txt").write_text(text, encoding="utf-8")
    run("read", "b.txt", "--workers", "1", "--date", "2024-03-06")
    same = run("recode", "--workers", "1")
    assert (same.status, same.data) == (0, b"")
    assert same.err.startswith("1 articles coded again; records: 0 added, 0 removed, 0 changed")
    Path("own.toml").write_text('[[actor]]\nname = "Blue Guild"\ncountry = "PER"\nsector = "LAB"\n')
    ran = run("recode", "--workers", "1", "--actors", "own.toml")
    assert ran.status == 0
    assert "(article " in ran.out and "ACCUSE" in ran.out and '"condemned"' in ran.out
    assert "PER LAB" in ran.out
    assert "    The Blue Guild condemned Chile on Monday." in ran.lines
    assert "Entity(" not in ran.out and "Change(" not in ran.out
    changed = sum(not line.startswith("    ") for line in ran.lines)
    assert changed > 0
    assert ran.err.startswith("1 articles coded again; records: ")
    with Store("communique.sqlite") as store:
        assert [e.country_code for r in store.iter_events(all=True) for e in r.actor] == ["PER"]


def test_recode_names_an_article_that_fails(run, monkeypatch):
    """The status is 1, and the old records stay."""
    run("read", "a.txt", "--workers", "1")
    before = run("events", "--format", "jsonl").data
    monkeypatch.setattr(communique.coder, "find_ties", lambda *_: 1 / 0)
    ran = run("recode", "--workers", "1")
    assert ran.status == 1
    assert "skipped  a.txt: failed: ZeroDivisionError" in ran.err
    assert run("events", "--format", "jsonl").data == before
