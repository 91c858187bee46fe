"""`communique evaluate`: labelled files to figures, predictions to a file."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from communique.cli.main import app
from communique.records import Article, Event, decode_lines

TEXT = "Peru condemned Chile on Monday.\n\nThe soup was cold."


@pytest.fixture
def labelled(tmp_path) -> Path:
    """One political article with one row, one other article with none."""
    event = {
        "sentence_span": [0, 31],
        "trigger_span": [5, 14],
        "type": "ACCUSE",
        "actor": [{"span": [0, 4], "code": "PER", "sector": "GOV"}],
        "recipient": [{"span": [15, 20], "code": "CHL", "sector": "GOV"}],
        "date": "2024-03-04",
        "date_precision": "day",
        "modality": "asserted",
        "voice": "outlet",
        "chain": [],
    }
    rows = [
        {"id": "one", "text": TEXT, "published": "2024-03-06", "events": [event]},
        {"id": "two", "text": "The soup was\u2028cold.", "kind": "other", "events": []},
    ]
    path = tmp_path / "labels.jsonl"
    lines = (json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text("\n".join(lines) + "\n\n", encoding="utf-8")
    return path


def evaluate(*words: str | Path):
    return CliRunner().invoke(app, ["evaluate", *map(str, words)], catch_exceptions=False)


def test_events_are_scored_and_predictions_read_back(labelled, tmp_path):
    """The figures stand on standard output; the predictions are records, article by article."""
    out = tmp_path / "out.jsonl"
    ran = evaluate("events", labelled, "--predictions", out)
    assert ran.exit_code == 0, ran.output
    told = " ".join(ran.stdout.split())
    assert (
        "event type precision 1.000 recall 1.000 F1 1.000 (1 right, 1 predicted, 1 asked)" in told
    )
    assert "with both parties precision 1.000" in told
    assert "date right 1.000 of the matched (1 of 1)" in told
    assert "false alarms 0.00 a hundred sentences" in told
    records = list(decode_lines(out.read_bytes().splitlines()))
    assert [r.source_id for r in records if isinstance(r, Article)] == ["one", "two"]
    (event,) = (r for r in records if isinstance(r, Event))
    assert (event.event_type, event.date) == ("ACCUSE", "2024-03-04")
    assert event.article == records[0].id


def test_a_file_without_labels_is_predicted_only(tmp_path):
    """Unlabelled articles give predictions and no figures."""
    path, out = tmp_path / "bare.jsonl", tmp_path / "out.jsonl"
    path.write_text(json.dumps({"id": "x", "text": TEXT}))
    ran = evaluate("events", path, "--predictions", out)
    assert "the file has no labels" in ran.stdout
    assert len(out.read_bytes().splitlines()) == 2


@pytest.mark.parametrize("line", ["{", '{"id": 1, "text": "x"}', '{"text": "x"}'])
def test_a_line_that_does_not_fit_is_named(labelled, line):
    """File and line are named, the status is 2."""
    with labelled.open("a") as file:
        file.write(line)
    ran = evaluate("events", labelled)
    assert ran.exit_code == 2
    assert f"{labelled}, line 4" in ran.stderr


def test_what_is_not_there_is_named(labelled, tmp_path):
    """A missing file, a missing folder, and a place that cannot be written end with 2."""
    for words in (
        ["events", tmp_path / "none.jsonl"],
        ["reading", tmp_path / "none"],
        ["reading", tmp_path],
        ["events", labelled, "--predictions", tmp_path / "none" / "out.jsonl"],
    ):
        ran = evaluate(*words)
        assert ran.exit_code == 2
        assert str(tmp_path) in ran.stderr


def test_pages_are_scored_beside_the_bare_library(tmp_path):
    """Plain and gzipped pages; the texts are written in the order of their names."""
    body = " ".join(f"Sentence number {n} of the article says something." for n in range(20))
    page = f"<html><body><article><h1>Head</h1><p>{body}</p></article></body></html>"
    (tmp_path / "b.html").write_text(page)
    (tmp_path / "a.html.gz").write_bytes(gzip.compress(page.encode()))
    truth = {"a": {"articleBody": body, "url": "https://a.example/"}}
    (tmp_path / "ground-truth.json").write_text(json.dumps(truth))
    out = tmp_path / "out.jsonl"
    ran = evaluate("reading", tmp_path, "--predictions", out)
    assert ran.exit_code == 0, ran.output
    assert f"{tmp_path.name}: 1 pages" in ran.stdout
    assert "communique           precision" in ran.stdout
    assert "trafilatura alone    precision" in ran.stdout
    rows = [json.loads(line) for line in out.read_text().splitlines()]
    assert [r["id"] for r in rows] == ["a", "b"]
    assert all("Sentence number 19" in r["text"] for r in rows)
    (tmp_path / "ground-truth.json").write_text("{")
    assert evaluate("reading", tmp_path).exit_code == 2
    (tmp_path / "ground-truth.json").unlink()
    assert "no ground-truth.json" in evaluate("reading", tmp_path).stdout
