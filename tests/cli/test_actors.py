"""`communique actors`: single phrases to parties, and what is doubtful in the actor files."""

from __future__ import annotations

import json
import re
from functools import cache
from importlib import import_module
from pathlib import Path

import pytest

from communique.actors import tables
from communique.language import parser
from communique.reading.dates import day_of

MACRON, SARKOZY = "person/emmanuel-macron", "person/nicolas-sarkozy"


@pytest.fixture(autouse=True)
def _loaded_once(monkeypatch) -> None:
    """The parser's model and the package's tables are read once for all tests of this file."""
    monkeypatch.setattr("communique.language.Parser", _parser)


@cache
def _parser(name: object = None):
    return parser.Parser() if name is None else parser.Parser(name)  # type: ignore[arg-type]


def rows(ran) -> list[dict[str, object]]:
    return [json.loads(line) for line in ran.lines]


def test_lines_of_json(run, tmp_path: Path) -> None:
    """A line of JSON comes back with its own fields, and those of the party on its day."""
    path = tmp_path / "in.jsonl"
    asked = [
        {"text": "the French president", "date": "2010-05-05", "n": 1},
        {"text": "the French president", "n": 2},
        {"text": "Georgia", "context": "Georgia voted, officials in Atlanta said.", "n": [3]},
    ]
    path.write_text("".join(json.dumps(row) + "\n\n" for row in asked), encoding="utf-8")
    ran = run("actors", "resolve", path, "--date", "2020-05-05")
    assert (ran.status, ran.err) == (0, "")
    found = rows(ran)
    assert [row["entity_id"] for row in found] == [SARKOZY, MACRON, "USA"]
    for row, given in zip(found, asked, strict=True):
        assert {key: row[key] for key in given} == given
        assert "also" not in row


def test_plain_lines(run, tmp_path: Path) -> None:
    """Any other line is a phrase, understood as on --date."""
    path = tmp_path / "in.txt"
    path.write_text("  the French president \n\nTurkish forces\n", encoding="utf-8")
    found = rows(run("actors", "resolve", path, "--date", "2010-05-05"))
    assert [(r["text"], r["entity_id"]) for r in found] == [
        ("the French president", SARKOZY),
        ("Turkish forces", "TUR/MIL"),
    ]


@pytest.mark.parametrize("words", [(), ("-",)])
def test_standard_input(run, words) -> None:
    """Without a file, and for -, standard input is read."""
    ran = run("actors", "resolve", *words, stdin="Turkish forces\nÜrümqi police\n".encode())
    assert [row["entity_id"] for row in rows(ran)] == ["TUR/MIL", "CHN/COP"]


def test_several_parties(run) -> None:
    """Of a list the first party stands in the line itself and the others in "also"."""
    (row,) = rows(run("actors", "resolve", "--phrase", "France, Germany and Italy"))
    assert row["entity_id"] == "FRA"
    assert [e["entity_id"] for e in row["also"]] == ["DEU", "ITA"]  # type: ignore[attr-defined]


def test_phrases(run) -> None:
    """--phrase may stand several times, and takes the place of a file."""
    ran = run(
        *("actors", "resolve", "none.txt", "--phrase", "Turkish forces", "--phrase", "xyzzy"),
        *("--date", "2020-05-05"),
    )
    first, second = rows(ran)
    assert (first["country_code"], first["sector_code"]) == ("TUR", "MIL")
    assert (second["entity_id"], second["resolved_by"]) == (None, "unresolved")


def test_text(run) -> None:
    """As text a line tells the phrase, codes, name, office, and how it was found."""
    words = ("the French president", "France and Germany", "the ministry", "the table")
    ran = run(
        *("actors", "resolve", "--format", "text", "--date", "2020-05-05"),
        *(w for phrase in words for w in ("--phrase", phrase)),
    )
    assert ran.lines == [
        "the French president: FRA GOV (Emmanuel Macron, President) office",
        "France and Germany: FRA GOV (France) name; DEU GOV (Germany) name",
        "the ministry: GOV unresolved",
        "the table: unresolved",
    ]


def test_bad_lines(run, tmp_path: Path) -> None:
    """Lines that cannot be read are named with their number, the others answered; status 1."""
    path = tmp_path / "in.jsonl"
    lines = [
        '{"text": 3}',
        "Turkish forces",
        '{"text": "x", "date": "spring"}',
        "",
        '{"text": "x", "context": 1}',
        '{"text": ',
        '{"text": " "}',
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    ran = run("actors", "resolve", path)
    assert ran.status == 1
    assert [row["text"] for row in rows(ran)] == ["Turkish forces"]
    told = ran.err.splitlines()
    assert [line.split(":")[1].strip() for line in told] == [f"line {n}" for n in (1, 3, 5, 6, 7)]
    assert '"text" is missing' in told[0]
    assert "'spring' cannot be read" in told[1]
    assert '"context" is no text' in told[2]


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("none.jsonl",), "none.jsonl"),
        (("--phrase", "x", "--date", "2020-02-31"), "2020-02-31"),
        (("--phrase", "x", "--actors", "none.toml"), "none.toml"),
        (("--phrase", "x", "--format", "xml"), "xml"),
    ],
)
def test_wrong_words(run, words, named: str) -> None:
    """A file that is not there, a day that is none, a format that is none: named, status 2."""
    ran = run("actors", "resolve", *words)
    assert ran.status == 2
    assert named in ran.err
    assert ran.data == b""


def test_input_that_is_no_text(run, tmp_path: Path) -> None:
    """A file that is no UTF-8 is named, with status 2."""
    path = tmp_path / "in.txt"
    path.write_bytes(b"\xff\xfe\x00x")
    ran = run("actors", "resolve", path)
    assert ran.status == 2
    assert "in.txt" in ran.err


USER = """\
[[actor]]
name = "Kasane River Commission"
aliases = ["the River Commission"]
country = "IGO"
kind = "igo"
entity_id = "user/kasane"

[[actor]]
name = "Tebogo Molefe"
kind = "person"
country = "BWA"
sector = "GOV"
office = "Minister of Water"
from = 2019-01-01
to = 2019-12-31
"""


def test_file_of_the_user(run, tmp_path: Path) -> None:
    """A user's file counts, on the days that it states."""
    (tmp_path / "mine.toml").write_text(USER, encoding="utf-8")
    asked = [
        {"text": "the River Commission", "date": "2019-05-15"},
        {"text": "Tebogo Molefe", "date": "2019-05-15"},
        {"text": "Tebogo Molefe", "date": "2021-05-15"},
    ]
    lines = "\n".join(map(json.dumps, asked)).encode()
    river, in_office, out_of_it = rows(
        run("actors", "resolve", "--actors", "mine.toml", stdin=lines)
    )
    assert (river["entity_id"], river["entity_code"]) == ("user/kasane", "IGO")
    assert river["resolved_by"] == in_office["resolved_by"] == "user"
    assert (in_office["country_code"], in_office["sector_code"]) == ("BWA", "GOV")
    assert in_office["office"] == "Minister of Water"
    assert out_of_it["office"] is None


def test_check_counts_rows(run) -> None:
    """Each actor file is named with its number of rows; the last line counts the doubts."""
    ran = run("actors", "check")
    assert ran.status == 0
    counts = {}
    for line in ran.lines:
        name, *rest = line.split()
        if rest[-1:] == ["rows"] and name.endswith(".tsv"):
            counts[name] = int(rest[0].replace(",", ""))
    assert set(counts) == {*tables.FILES, "places.tsv", "regions.tsv"}
    assert counts["places.tsv"] > 150_000
    assert counts["people.tsv"] > 18_000
    doubts = ran.lines[len(counts) : -1]
    assert ran.lines[-1] == f"{len(doubts)} doubts"
    assert not [line for line in doubts if "rows" in line]


def test_check_of_the_user(run, tmp_path: Path) -> None:
    """What is doubtful in a user's file is told as well."""
    before = run("actors", "check").lines
    (tmp_path / "mine.toml").write_text(USER.replace("2019-01-01", "1950-01-01"), encoding="utf-8")
    after = run("actors", "check", "--actors", "mine.toml").lines
    assert set(after[:-1]) - set(before[:-1]) == {
        "people: user/tebogo-molefe: Minister of Water for forty years"
    }


def test_check_of_bounds(run, monkeypatch) -> None:
    """A file that holds fewer rows than it states is a doubt."""
    module = import_module("communique.actors.check")
    real = module.bounds
    monkeypatch.setattr(
        module,
        "bounds",
        lambda name, content: real(name, content.replace("at least 240", "at least 900")),
    )
    ran = run("actors", "check")
    assert any(
        line.startswith("countries.tsv: ") and line.endswith("at least 900 are stated")
        for line in ran.lines
    )


@pytest.mark.xfail(strict=True, reason="the end of a term known by its month is told as its 31st")
def test_check_tells_days_that_are(run) -> None:
    """Days that doubts tell are days of the calendar."""
    told = re.findall(r"\d{4}-\d\d-\d\d", run("actors", "check").out)
    assert [day for day in told if day_of(day) is None] == []
