"""Whatever comes in, nothing crashes: each input is coded or named as skipped, the rest goes on."""

from __future__ import annotations

import gzip
import json
import os
from pathlib import Path

import pytest

from communique.cli.marked import print_coding
from communique.engine import code_article, coder_of
from communique.reading import ReadOptions, read
from communique.records import Article, Skipped, encode
from communique.settings import Settings
from communique.store import Store

GOOD = "Peru condemned Chile on Monday over the seizure of a ship."
LONG = " ".join([GOOD] * 4) + " The minister said that talks would go on in Lima."
PAGE = "<html><head><title>Ships</title></head><body>{}</body></html>"


@pytest.fixture
def taken(run, tmp_path):
    """Writes a file, reads it beside a good one, and gives what became of it.

    The good one must be stored whatever stands beside it.
    """

    def take(name: str, data: bytes) -> list[Article] | list[Skipped]:
        folder = tmp_path / "in"
        folder.mkdir()
        (folder / name).write_bytes(data)
        (folder / "zz-good.txt").write_text(f"{GOOD} It stays good.", encoding="utf-8")
        ran = run("read", folder, "--store", "s.sqlite", "--workers", "1")
        with Store("s.sqlite") as store:
            articles = [a for a in store.iter_articles() if a.source_id != "zz-good.txt"]
            skipped = list(store.iter_skipped())
            assert len(list(store.iter_articles())) == len(articles) + 1
            passages = {p.article for p in store.iter_passages()}
            assert {a.id for a in articles} <= passages
        assert ran.status == int(any(s.reason != "language" for s in skipped)), ran.err
        for item in skipped:
            assert f"{item.source}: {item.reason}: " in ran.err
        assert not (articles and skipped)
        return articles or skipped

    return take


@pytest.mark.parametrize(
    ("name", "data", "reason"),
    [
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\t\n", "empty"),
        ("binary.txt", bytes(range(256)) * 40, "not_text"),
        ("image.html", b"\x89PNG\r\n\x1a\n" + bytes(200), "not_text"),
        ("broken.txt.gz", gzip.compress(GOOD.encode() * 99, mtime=0)[:-30], "malformed"),
        ("table.csv", b"headline,date\nShips,2024-03-05\n", "malformed"),
        ("bottomless.html", PAGE.format("<div>" * 9000 + LONG).encode(), "no_article"),
        ("void.html", b"<html></html>", "no_article"),
        ("broken.json", b'[{"text": "Peru', "malformed"),
        ("list.json", b'[{"words": 1}, 2]', "malformed"),
        ("broken.parquet", b"PAR1" + bytes(40), "malformed"),
        ("rubbish.txt", bytes(range(128, 256)) * 30, "encoding"),
        ("russian.txt", ("Министр иностранных дел прибыл в столицу. " * 9).encode(), "language"),
        ("russian-1251.txt", ("Министр прибыл в столицу. " * 9).encode("cp1251"), "encoding"),
    ],
)
def test_what_cannot_be_read_is_skipped_with_its_reason(taken, name, data, reason):
    """One skipped record names the file and says why; the file beside it is read."""
    found = taken(name, data)
    assert found and {s.reason for s in found} == {reason}
    assert all(name in s.source for s in found)


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("windows.txt", (GOOD + " “Never,” said the café’s owner.").encode("cp1252"), "“Never,”"),
        ("utf16.txt", GOOD.encode("utf-16"), GOOD),
        ("utf16-bare.txt", GOOD.encode("utf-16-be"), GOOD),
        ("utf16.jsonl", (json.dumps({"text": GOOD}) + "\n").encode("utf-16"), GOOD),
        ("bom.txt", b"\xef\xbb\xbf" + GOOD.encode(), GOOD),
        ("broken-utf8.txt", GOOD.encode() + b" Caf\xc3\xa9 \xff na\xc3\xafve \xc3.", "Café \ufffd"),
        ("nul.txt", (GOOD[:20] + "\x00\x01" + GOOD[20:]).encode(), "\x00\x01"),
        ("emoji.txt", (f"🚢🏴‍☠️ {GOOD} 👨‍👩‍👧 e\u0301\u200b\u202e.").encode(), "🏴‍☠️"),
        ("rtl.txt", (f"\u202b{GOOD}\u202c قال الوزير. {GOOD}").encode(), "قال"),
        ("crlf.txt", (f"{GOOD}\r\n\r\n{GOOD}\r\n").encode(), "\r\n\r\n"),
        ("surrogate.jsonl", b'{"text": "' + GOOD.encode() + b' \\ud83d lone"}', "\ufffd lone"),
        ("form.html", PAGE.format(f"<form><p>{LONG}</p><p>{LONG}</p></form>").encode(), GOOD),
        ("deep.html", PAGE.format("<div>" * 150 + f"<p>{LONG}</p>").encode(), GOOD),
        ("nonsense.html", PAGE.format(f"<p>{LONG}<td></b><![CDATA[ <p x='").encode(), GOOD),
        ("line.txt", b"\n\n" + b"-" * 70000 + GOOD.encode(), GOOD),
    ],
)
def test_what_can_be_read_is_read(taken, schema, name, data, words):
    """Old encodings, damage and odd characters cost neither the text nor its spans."""
    found = taken(name, data)
    assert isinstance(found[0], Article), found
    assert words in found[0].text
    coding = code_article(coder_of(Settings()), found[0])
    assert not isinstance(coding, Skipped)
    for event in coding.events:
        assert found[0].text[slice(*event.sentence_span)] == event.sentence
    for record in coding.records():
        encode(record)
    print_coding(coding)


def test_broken_lines_among_good_ones(run, tmp_path):
    """Each broken line is named with its number, and the good ones are stored."""
    lines = [json.dumps({"text": f"{GOOD} {n}"}) for n in range(6)]
    lines[1], lines[3], lines[4] = '{"text": "Peru', "[1]", '{"words": "x"}'
    Path("r.jsonl").write_text("\n".join(lines))
    ran = run("read", "r.jsonl", "--workers", "1")
    assert ran.status == 1
    rows = [json.loads(line) for line in run("skipped", "--format", "jsonl").lines]
    assert [r["source"] for r in rows] == ["r.jsonl:2", "r.jsonl:4", "r.jsonl:5"]
    assert {r["reason"] for r in rows} == {"malformed"}
    assert len(run("articles", "--format", "jsonl").lines) == 3


@pytest.mark.slow
@pytest.mark.parametrize("name", ["big.txt", "big.jsonl", "big.html", "big.csv"])
def test_fifty_megabytes_on_one_line(taken, name):
    """It is skipped as too large, having been held in memory no further than the bound."""
    found = taken(
        name,
        b'{"text": "' + b"a" * 50_000_000 if "csv" not in name else (b"text\n" + b"a" * 50_000_000),
    )
    assert [s.reason for s in found] == ["too_large"]


def test_a_folder_with_a_loop_of_links(run, tmp_path):
    """Every file is read once."""
    inner = tmp_path / "in" / "deep"
    inner.mkdir(parents=True)
    (inner / "a.txt").write_text(GOOD)
    (inner / "up").symlink_to(tmp_path / "in")
    (inner / "self").symlink_to(inner / "self")
    (inner / "b.txt").symlink_to(inner / "a.txt")
    ran = run("read", "in", "--workers", "1")
    assert "1 articles read" in ran.err
    assert ran.status == 1
    assert "self: unreachable" in ran.err


def test_a_file_whose_name_is_no_text(run, tmp_path):
    """Its name is written with escapes, in the record and on standard error."""
    folder = os.fsencode(tmp_path / "in")
    os.mkdir(folder)  # noqa: PTH102
    for name in (b"bad\xff.txt", b"empty\xff.txt"):
        with open(folder + b"/" + name, "wb") as file:  # noqa: PTH123
            file.write(GOOD.encode() if name.startswith(b"bad") else b"")
    ran = run("read", "in", "--workers", "1")
    assert "1 articles read" in ran.err
    (row,) = run("skipped", "--format", "jsonl").lines
    assert "empty\\udcff.txt" in json.loads(row)["source"]
    assert run("read", "in", "--workers", "1").status == ran.status == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a" * 3_000_000, marks=pytest.mark.slow, id="one word"),
        pytest.param("“" * 10_000 + GOOD, id="opening quotation marks"),
        pytest.param('"' * 10_001 + GOOD, id="straight quotation marks"),
        pytest.param(f"{GOOD} ‘“" * 600, id="marks that never close"),
        pytest.param("(" * 5_000 + GOOD + ")" * 5_000, id="brackets"),
        pytest.param("Peru, " * 3_000 + "condemned Chile.", id="list of names"),
        pytest.param("said Peru said " * 1_500, id="said"),
        pytest.param("\ufffd\u200b" * 5_000 + GOOD, id="nothing visible"),
        pytest.param("0" * 20_000 + " dead. " + GOOD, id="digits"),
    ],
)
def test_texts_that_no_one_writes(text):
    """A text of one word, of marks, of names alone is coded, in time that grows with it."""
    (item,) = read_text(text)
    outcome = code_article(coder_of(Settings()), item)
    assert not isinstance(outcome, Skipped), outcome
    assert outcome.passages


def read_text(text: str) -> list[Article]:
    path = Path("text.txt")
    path.write_text(text, encoding="utf-8")
    found = list(read([path], ReadOptions(language=None)))
    assert all(isinstance(item, Article) for item in found), found
    return [item for item in found if isinstance(item, Article)]
