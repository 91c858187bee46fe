"""`events`, `quotes`, `ties`, `articles`, `skipped`: filters reach the store, formats parse."""

from __future__ import annotations

import csv
import io
import json
import os
import sqlite3

import pyarrow.parquet as pq
import pytest
from jsonschema import Draft202012Validator

from communique.cli.options import FILTERS
from communique.records import decode
from communique.store import Filters, Store

LISTS = ("events", "quotes", "ties", "articles", "skipped")


def acts(ran) -> list[str]:
    assert ran.status == 0, ran.err
    return sorted(json.loads(line)["act"] for line in ran.lines)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ([], ["criticise"]),
        (["--all"], ["attack", "criticise"]),
        (["--actor", "PER"], ["criticise"]),
        (["--actor", "CHL"], []),
        (["--actor", "CHL", "--actor", "peru"], ["criticise"]),
        (["--recipient", "CHL/GOV"], ["criticise"]),
        (["--recipient", "PER"], []),
        (["--between", "CHL", "PER"], ["criticise"]),
        (["--between", "CHL", "MLI"], []),
        (["--all", "--speaker", "news agency"], ["attack"]),
        (["--all", "--source", "news agency"], ["attack"]),
        (["--all", "--source", "Ana Quispe"], []),
        (["--type", "accuse"], ["criticise"]),
        (["--type", "AID"], []),
        (["--quad", "3"], ["criticise"]),
        (["--quad", "1", "--quad", "2"], []),
        (["--act", "criticise"], ["criticise"]),
        (["--act", "praise"], []),
        (["--since", "2024-03"], ["criticise"]),
        (["--since", "2025"], []),
        (["--until", "2024-03-04"], ["criticise"]),
        (["--until", "2023"], []),
        (["--sector", "GOV"], ["criticise"]),
        (["--sector", "REB"], []),
        (["--place", "Lima"], []),
        (["--outlet", "The Paper"], ["criticise"]),
        (["--outlet", "The Other"], []),
        (["--voice", "outlet"], ["criticise"]),
        (["--voice", "opinion"], []),
        (["--modality", "negated"], ["attack"]),
        (["--modality", "future"], []),
        (["--min-confidence", "0.5"], []),
        (["--text", '"condemned Chile"'], ["criticise"]),
        (["--text", "elephant"], []),
        (["--all", "--limit", "1"], ["criticise"]),
    ],
)
def test_every_filter_of_events_reaches_the_store(run, filled, words, found):
    """A filter leaves the records that meet it, and none else."""
    assert acts(run("events", "--store", filled, "--format", "jsonl", *words)) == found


def test_the_options_are_the_filters_of_the_store():
    """No filter is missing on the command line, and none is invented there."""
    assert tuple(FILTERS) == Filters.__struct_fields__


@pytest.mark.parametrize("command", LISTS)
def test_json_lines_are_records_that_fit_the_schema(run, filled, schema, command):
    """Every line that a list prints validates against the contract."""
    ran = run(command, "--store", filled, "--format", "jsonl")
    validator = Draft202012Validator(schema)
    assert ran.lines
    for line in ran.lines:
        validator.validate(json.loads(line))


@pytest.mark.parametrize("command", LISTS)
def test_all_formats_tell_of_the_same_records(run, filled, command):
    """CSV and Parquet have the rows of JSON Lines; the table says how many there are."""
    lines = run(command, "--store", filled, "--format", "jsonl").lines
    rows = list(csv.DictReader(io.StringIO(run(command, "--store", filled, "--format", "csv").out)))
    parquet = run(command, "--store", filled, "--format", "parquet")
    table = pq.read_table(io.BytesIO(parquet.data))
    shown = run(command, "--store", filled)
    assert len(rows) == table.num_rows == len(lines) > 0
    key = "source" if command == "skipped" else "id"
    assert [r[key] for r in rows] == table[key].to_pylist()
    assert [r[key] for r in rows] == [json.loads(line)[key] for line in lines]
    assert shown.lines[-1].split()[0] == str(len(lines))
    assert max(map(len, shown.lines)) <= 80
    assert shown.err == parquet.err == ""


def test_events_in_plovers_own_format(run, filled):
    """`--format plover` gives the manual's field names, one object a line."""
    (line,) = run("events", "--store", filled, "--format", "plover").lines
    row = json.loads(line)
    assert row["event"] == ["ACCUSE"]
    assert row["actor"][0]["code"] == "PER"
    assert row["text"].startswith("The foreign minister of Peru")


def test_the_table_of_events_shows_the_sentence_and_who_says_so(run, filled):
    """Under each event stand the words that prove it, and the hands they came through."""
    text = " ".join(run("events", "--store", filled, "--all").out.split())
    assert "2024-03-04 Javier González-Olaechea (PER GOV) ACCUSE (criticise)" in text
    assert "condemned Chile on Monday over the seizure of a ship." in text
    assert "ASSAULT (attack, negated)" in text
    assert "according to the state news agency; The Paper" in text


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["events", "--type", "GREET"], ("'GREET' is not known here", "--type", "Choose among")),
        (["events", "--quad", "9"], ("9 is not known here", "--quad", "Choose among")),
        (["events", "--quad", "x"], ("integer", "--quad", "--help")),
        (["events", "--since", "soon"], ("'soon' is no date", "--since", "Write 2024-03-05")),
        (["events", "--since", "2025", "--until", "2024"], ("later than", "--since", "Give")),
        (["events", "--min-confidence", "7"], ("7.0 is not from 0 to 1", "--min-conf", "Give")),
        (["events", "--limit", "0"], ("0 is not from 1 on", "--limit", "Give a number")),
        (["events", "--actor", ""], ("'' is no name", "--actor", "Give a code")),
        (["events", "--format", "xml"], ("'xml'", "--format", "table")),
        (["events", "--between", "PER"], ("2 arguments", "--between")),
        (["quotes", "--format", "plover"], ("'plover'", "--format", "parquet")),
        (["ties", "--type", "ACCUSE"], ("'ACCUSE' is no kind of tie", "--type", "treaty")),
        (["events", "--type", "sanctions"], ("is a kind of tie", "--type", "Ask for ties")),
        (["skipped", "--actor", "PER"], ("No such option", "--actor", "--help")),
        (["ties", "--quad", "1"], ("No such option", "--quad", "--help")),
        (["elephants"], ("No such command", "elephants", "--help")),
    ],
)
def test_a_wrong_value_ends_with_2_and_says_what_where_and_what_to_do(run, filled, words, told):
    """Nothing goes to standard output, and standard error names the flag and the way out."""
    rest = ["--store", filled] if words[0] != "elephants" else []
    ran = run(words[0], *rest, *words[1:])
    assert (ran.status, ran.data) == (2, b"")
    for part in told:
        assert part in ran.err, ran.err


@pytest.mark.parametrize("words", [*((name,) for name in LISTS), ("sql", "SELECT 1"), ("recode",)])
def test_without_a_store_a_list_ends_with_2(run, tmp_path, words):
    """It says which file is missing and how to fill one, and makes none."""
    ran = run(*words, "--store", "none.sqlite")
    assert (ran.status, ran.data) == (2, b"")
    assert "none.sqlite" in ran.err and "communique read" in ran.err
    assert not (tmp_path / "none.sqlite").exists()


@pytest.mark.parametrize("command", ["events", "sql", "read", "recode"])
@pytest.mark.parametrize(
    ("kind", "told"),
    [
        ("text", "no communique store"),
        ("sqlite", "no communique store"),
        ("newer", "Use a newer communique"),
        ("folder", "store"),
    ],
)
def test_a_file_that_is_no_store_is_refused_and_left_alone(
    run, filled, tmp_path, command, kind, told
):
    """Neither another file nor a newer store is written to; the message names it."""
    path = tmp_path / "other.sqlite"
    if kind == "text":
        path.write_text("no store at all, but quite some text that fills the header " * 40)
    elif kind == "folder":
        path.mkdir()
    else:
        if kind == "newer":
            path.write_bytes(filled.read_bytes())
        with sqlite3.connect(path) as connection:
            connection.execute("PRAGMA user_version = 999")
            connection.execute("CREATE TABLE IF NOT EXISTS notes (words TEXT)")
        connection.close()
    before = None if path.is_dir() else path.read_bytes()
    words = {"sql": ["sql", "SELECT 1"], "read": ["read", filled.parent / "paper.txt"]}
    ran = run(*words.get(command, [command]), "--store", path)
    assert ran.status == 2, ran.err
    assert told in ran.err and str(path) in ran.err
    assert before is None or path.read_bytes() == before


def test_a_damaged_store_is_an_error_and_no_crash(run, filled, tmp_path):
    """A store whose pages are broken ends with 2."""
    path = tmp_path / "s.sqlite"
    data = bytearray(filled.read_bytes())
    data[4096 * 3 :] = b"\xff" * (len(data) - 4096 * 3)
    path.write_bytes(data)
    ran = run("events", "--store", path)
    assert ran.status == 2
    assert "store" in ran.err


def test_a_store_in_a_folder_that_takes_no_files(run, filled, tmp_path):
    """`read` into it ends with 2 and says so."""
    folder = tmp_path / "full"
    folder.mkdir(mode=0o500)
    if os.access(folder, os.W_OK):  # the system's owner may write anywhere
        folder = tmp_path / "file"
        folder.write_text("a file holds no files")
    ran = run("read", filled.parent / "paper.txt", "--store", folder / "s.sqlite")
    assert ran.status == 2
    assert "cannot be opened" in ran.err and "s.sqlite" in ran.err


def test_sql_prints_tables_csv_and_json(run, filled):
    """Columns and rows come as the query names them."""
    query = "SELECT event_type AS kind, 1 AS n, 2 AS n FROM events WHERE modality = 'asserted'"
    assert run("sql", query, "--store", filled, "--format", "csv").out == "kind,n,n\nACCUSE,1,2\n"
    (line,) = run("sql", query, "--store", filled, "--format", "jsonl").lines
    assert json.loads(line) == {"kind": "ACCUSE", "n": 1, "n_2": 2}
    assert run("sql", query, "--store", filled).out.split() == [
        "kind",
        "n",
        "n",
        "ACCUSE",
        "1",
        "2",
    ]


@pytest.mark.parametrize(
    "query",
    ["DELETE FROM events", "SELEKT", "SELECT abs(-9223372036854775808)", "PRAGMA x = 1", ""],
)
def test_sql_that_cannot_run_ends_with_2(run, filled, query):
    """Writing is refused, and a broken query is named."""
    before = filled.read_bytes()
    ran = run("sql", query, "--store", filled, "--format", "csv")
    assert ran.status == 2
    assert ran.err.startswith("communique: sql: ")
    assert filled.read_bytes() == before


def test_nothing_in_a_text_moves_the_terminal(run, tmp_path):
    """Escape sequences in an article are shown, not obeyed."""
    text = "Peru\x1b[2J condemned \x1b]0;title\x07Chile on Monday. \x9b31m“Yes,” Peru said.\r\n"
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    run("read", "a.txt", "--outlet", "\x1b[31mRed", "--workers", "1")
    shown = [run("code", "a.txt", "--format", "text")]
    shown += [run(name, *(["--all"] if name == "events" else [])) for name in LISTS]
    shown.append(run("sql", "SELECT json_extract(record, '$.text') FROM articles"))
    for ran in shown:
        assert ran.status == 0
        assert not [c for c in ran.out if c != "\n" and (c < " " or "\x7f" <= c < "\xa0")]
    (stored,) = Store("communique.sqlite").iter_articles()
    assert stored.text == text


def test_an_empty_store_has_empty_lists(run, tmp_path):
    """No records are no error."""
    Store("empty.sqlite").close()
    for command in LISTS:
        for form in ("table", "jsonl", "csv", "parquet"):
            assert run(command, "--store", "empty.sqlite", "--format", form).status == 0
        assert run(command, "--store", "empty.sqlite", "--format", "jsonl").data == b""


def test_json_lines_read_back_as_records(run, filled):
    """What `--format jsonl` prints is what the store holds."""
    with Store(filled) as store:
        expected = list(store.iter_events(all=True))
    lines = run("events", "--store", filled, "--all", "--format", "jsonl").lines
    assert [decode(line) for line in lines] == expected
