"""Files in any form become articles; every bad input becomes a reason."""

from __future__ import annotations

import csv
import gzip
import io
import json
import os
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.reading import Limits, ReadOptions, furniture_spans, read
from communique.records import Article, Skipped

TEXT = (
    "NAIROBI, Kenya (AP) -- Police in the capital fired tear gas at thousands of people who had "
    "gathered near parliament on Tuesday.\n\nThe interior minister said that the march was "
    "unlawful, and that the leaders of the opposition would be held to account.\n"
)


def articles(*sources: str | Path, options: ReadOptions | None = None) -> list[Article]:
    found = list(read(sources, options))
    assert all(isinstance(f, Article) for f in found), found
    return [f for f in found if isinstance(f, Article)]


def skipped(*sources: str | Path, options: ReadOptions | None = None) -> list[tuple[str, str]]:
    return [(s.source, s.reason) for s in read(sources, options) if isinstance(s, Skipped)]


def put(folder: Path, name: str, data: bytes | str) -> Path:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


# --- plain text ---------------------------------------------------------------------------------
def test_text_file(tmp_path: Path) -> None:
    """A text file is kept to the character; its name is its id."""
    found = articles(put(tmp_path, "a.txt", TEXT))[0]
    assert found.text == TEXT
    assert (found.source_id, found.dateline, found.wire) == (
        "a.txt",
        "NAIROBI, Kenya (AP)",
        "Associated Press",
    )
    assert (found.page_hash, found.retrieved, found.language) == (None, None, "en")


def test_line_ends_are_kept(tmp_path: Path) -> None:
    """Windows line ends stay as they are."""
    text = TEXT.replace("\n", "\r\n")
    assert articles(put(tmp_path, "a.txt", text))[0].text == text


def test_without_a_name(tmp_path: Path) -> None:
    """A file without an ending is told by its content."""
    row = json.dumps({"text": TEXT, "id": 7})
    assert articles(put(tmp_path, "rows", row))[0].source_id == "7"
    assert articles(put(tmp_path, "words", TEXT))[0].text == TEXT


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_encodings(tmp_path: Path, codec: str) -> None:
    """Text in UTF-8 with a mark, UTF-16 and Windows-1252 reads alike."""
    text = TEXT + "“No,” said Mr Müller."
    assert articles(put(tmp_path, "a.txt", text.encode(codec)))[0].text == text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \n\t\n", "empty"),
        (b"\x89PNG\r\n\x1a\n" + bytes(200), "not_text"),
        (b"%PDF-1.4 something", "not_text"),
        (bytes(range(256)) * 10, "not_text"),
        (bytes(range(0xC0, 0x100)) * 50, "encoding"),
    ],
)
def test_bad_files(tmp_path: Path, data: bytes, reason: str) -> None:
    """Empty, binary and undecodable files are named with their reason."""
    path = put(tmp_path, "bad.txt", data)
    assert skipped(path) == [(str(path), reason)]


def test_broken_utf8_goes_on(tmp_path: Path) -> None:
    """One broken byte in UTF-8 is replaced, and the text is read."""
    data = (TEXT + "“No,” he said.").encode().replace(b"unlawful", b"un\xfflawful")
    assert "un\ufffdlawful" in articles(put(tmp_path, "a.txt", data))[0].text


def test_one_enormous_line(tmp_path: Path) -> None:
    """Fifty megabytes on one line are refused without being held in memory."""
    for name in ("big.txt", "big.jsonl", "big.html", "big.csv"):
        start = b"text\n" if name.endswith("csv") else b"<html>" if name.endswith("html") else b""
        path = put(tmp_path, name, start + b"x" * (50 * 2**20))
        tracemalloc.start()
        assert [reason for _, reason in skipped(path)] == ["too_large"]
        assert tracemalloc.get_traced_memory()[1] < 64 * 2**20
        tracemalloc.stop()


def test_other_languages(tmp_path: Path) -> None:
    """A text that surely is in another language is skipped, unless all are asked for."""
    text = (
        "Le ministre des Affaires étrangères a déclaré lundi que les négociations reprendraient "
        "le mois prochain et que les deux pays souhaitaient parvenir rapidement à un accord."
    )
    path = put(tmp_path, "fr.txt", text)
    assert skipped(path) == [(str(path), "language")]
    assert articles(path, options=ReadOptions(language=None))[0].language == "fr"


def test_short_texts_pass(tmp_path: Path) -> None:
    """A few words are too little to tell a language from."""
    found = articles(put(tmp_path, "a.txt", "Kabul, Herat, Kandahar"))[0]
    assert found.language is None


# --- JSON ---------------------------------------------------------------------------------------
def test_json_lines(tmp_path: Path) -> None:
    """All columns of a row are taken over; numbers as ids become text."""
    row = {
        "text": TEXT,
        "id": 12,
        "url": "https://www.bbc.co.uk/news/1",
        "title": "Tear gas",
        "published": "2024-06-25T14:00:00+03:00",
        "outlet": "BBC News",
        "other": [1],
    }
    found = articles(put(tmp_path, "a.jsonl", json.dumps(row)))[0]
    assert (found.text, found.source_id, found.title) == (TEXT, "12", "Tear gas")
    assert (found.published, found.published_from) == ("2024-06-25T11:00:00Z", "given")
    assert (found.outlet, found.outlet_kind, found.outlet_country) == (
        "BBC News",
        "broadcaster",
        "GBR",
    )


def test_broken_lines_in_the_middle(tmp_path: Path) -> None:
    """Broken lines are named by file and line, and the rest goes on."""
    good = json.dumps({"text": TEXT})
    lines = [good, '{"text": "brok', "", "[1]", '{"text": 5}', '{"title": null}', good, "{}"]
    path = put(tmp_path, "a.jsonl", "\n".join(lines))
    found = list(read([path]))
    assert [isinstance(f, Article) for f in found] == [True, *[False] * 4, True, False]
    assert skipped(path) == [(f"{path}:{n}", "malformed") for n in (2, 4, 5, 6, 8)]


def test_a_long_line_between_others(tmp_path: Path) -> None:
    """A line beyond the bound is skipped alone."""
    good = json.dumps({"text": TEXT})
    long = json.dumps({"text": "x" * 5000})
    path = put(tmp_path, "a.jsonl", f"{good}\n{long}\n{good}\n")
    options = ReadOptions(limits=Limits(line=2000))
    assert [type(f) for f in read([path], options)] == [Article, Skipped, Article]
    assert skipped(path, options=options) == [(f"{path}:2", "too_large")]


def test_json_lines_in_utf16(tmp_path: Path) -> None:
    """JSON Lines in UTF-16 are read."""
    rows = "\n".join(json.dumps({"text": TEXT + c}, ensure_ascii=False) for c in "äßé")
    found = articles(put(tmp_path, "a.jsonl", rows.encode("utf-16")))
    assert [a.text[-1] for a in found] == list("äßé")


def test_title_alone(tmp_path: Path) -> None:
    """Where there is nothing but a title, the title is the text."""
    rows = [{"title": "Army takes town", "text": ""}, {"title": "Army leaves town"}]
    path = put(tmp_path, "a.jsonl", "\n".join(map(json.dumps, rows)))
    assert [a.text for a in articles(path)] == ["Army takes town", "Army leaves town"]


def test_empty_row(tmp_path: Path) -> None:
    """A row whose text is empty and that has no title is empty."""
    path = put(tmp_path, "a.jsonl", '{"text": "  "}')
    assert skipped(path) == [(f"{path}:1", "empty")]


def test_lone_surrogates(tmp_path: Path) -> None:
    """Half a surrogate pair in JSON becomes one replacement character."""
    path = put(tmp_path, "a.jsonl", '{"text": "The army \\ud800 left the town."}')
    assert articles(path)[0].text == "The army \ufffd left the town."


def test_json_array(tmp_path: Path) -> None:
    """A JSON array is read item by item, broken items named by number."""
    good = json.dumps({"text": TEXT}, indent=1)
    path = put(tmp_path, "a.json", f"[{good},\n{{'text': 1}},\n {good}, 5, {good}]")
    found = list(read([path]))
    assert [type(f) for f in found] == [Article, Skipped, Article, Skipped, Article]
    assert skipped(path) == [(f"{path}: item {n}", "malformed") for n in (2, 4)]


def test_json_array_without_objects(tmp_path: Path) -> None:
    """A .json file that is an array of something else is no text: its items are malformed."""
    for number, content in enumerate(("[1, 2]", '["The army left."]', "[[]]")):
        found = list(read([put(tmp_path, f"{number}.json", content)]))
        assert {getattr(item, "reason", None) for item in found} == {"malformed"}


def test_json_array_that_breaks_off(tmp_path: Path) -> None:
    """An array without its end gives what it holds, and says that it breaks off."""
    path = put(tmp_path, "a.json", f'[{json.dumps({"text": TEXT})}, {{"text": "and th')
    assert [type(f) for f in read([path])][:2] == [Article, Skipped]


def test_json_array_in_pieces(tmp_path: Path) -> None:
    """Items that cross the pieces in which a file is read are whole."""
    texts = [f"{n} " + "wörd " * 9000 for n in range(40)]
    path = put(tmp_path, "a.json", json.dumps([{"text": t} for t in texts], ensure_ascii=False))
    options = ReadOptions(language=None)
    assert [a.text for a in articles(path, options=options)] == texts


def test_one_object_over_several_lines(tmp_path: Path) -> None:
    """A file that is one JSON object, written over several lines, is one row."""
    path = put(tmp_path, "a.json", json.dumps({"text": TEXT, "id": "x"}, indent=2))
    assert articles(path)[0].source_id == "x"


def test_deep_json(tmp_path: Path) -> None:
    """JSON nested without end is malformed, not a crash."""
    path = put(tmp_path, "a.jsonl", "[" * 100_000 + "\n" + json.dumps({"text": TEXT}))
    assert all(isinstance(f, Article | Skipped) for f in read([path]))
    path = put(tmp_path, "b.jsonl", '{"text":' + "[" * 100_000)
    assert skipped(path) == [(f"{path}:1", "malformed")]


# --- tables -------------------------------------------------------------------------------------
def table(rows: list[list[str]], delimiter: str = ",") -> str:
    target = io.StringIO()
    csv.writer(target, delimiter=delimiter).writerows(rows)
    return target.getvalue()


@pytest.mark.parametrize(("name", "delimiter"), [("a.csv", ","), ("a.tsv", "\t"), ("a.csv", ";")])
def test_tables(tmp_path: Path, name: str, delimiter: str) -> None:
    """CSV and TSV rows are read, line ends inside quotation marks kept."""
    rows = [["id", "text", "published"], ["1", TEXT, "2024-06-25"], ["2", 'He said "no".', ""]]
    found = articles(put(tmp_path, name, table(rows, delimiter)))
    assert [(a.source_id, a.text, a.published) for a in found] == [
        ("1", TEXT, "2024-06-25"),
        ("2", 'He said "no".', None),
    ]


def test_columns(tmp_path: Path) -> None:
    """Columns of other names are mapped to ours."""
    path = put(tmp_path, "a.csv", table([["body", "date"], [TEXT, "5 April 2018"]]))
    options = ReadOptions(columns={"text": "body", "published": "date"})
    assert articles(path, options=options)[0].published == "2018-04-05"


def test_no_such_column(tmp_path: Path) -> None:
    """A table without the text's column says which columns it has."""
    path = put(tmp_path, "a.csv", table([["body", "date"], [TEXT, ""]]))
    found = list(read([path]))
    assert isinstance(found[0], Skipped) and len(found) == 1
    assert (found[0].source, found[0].reason) == (f"{path}:1", "malformed")
    assert "body, date" in found[0].detail


@pytest.mark.parametrize("form", ["csv", "tsv", "jsonl", "json", "parquet"])
def test_a_named_column_that_is_not_there(tmp_path: Path, form: str) -> None:
    """A column that --columns names and an input lacks is said, and the articles are read."""
    rows = [{"body": TEXT, "day": "2018-04-05"}, {"body": "The army left.", "day": None}]
    path = tmp_path / f"a.{form}"
    if form == "parquet":
        pa, pq = pytest.importorskip("pyarrow"), pytest.importorskip("pyarrow.parquet")
        pq.write_table(pa.Table.from_pylist(rows), path)
    elif form in {"csv", "tsv"}:
        cells = [list(rows[0]), *([r["body"], r["day"] or ""] for r in rows)]
        mark = "," if form == "csv" else "\t"
        out = io.StringIO()
        csv.writer(out, delimiter=mark).writerows(cells)
        put(tmp_path, path.name, out.getvalue())
    else:
        lines = "\n".join(map(json.dumps, rows))
        put(tmp_path, path.name, lines if form == "jsonl" else json.dumps(rows))
    options = ReadOptions(columns={"text": "body", "published": "date"})
    found = list(read([path], options))
    texts = [f.text for f in found if isinstance(f, Article)]
    assert texts == [TEXT, "The army left."]
    (said,) = (f for f in found if isinstance(f, Skipped))
    assert said.source.startswith(str(path)) and said.reason == "malformed"
    assert "'date'" in said.detail and "body, day" in said.detail
    there = ReadOptions(columns={"text": "body", "published": "day"})
    assert skipped(path, options=there) == []


def test_a_named_column_of_some_rows(tmp_path: Path) -> None:
    """In JSON Lines a column is there when one row has it."""
    rows = [{"text": TEXT}, {"text": "The army left.", "day": "2018-04-05"}]
    path = put(tmp_path, "a.jsonl", "\n".join(map(json.dumps, rows)))
    assert skipped(path, options=ReadOptions(columns={"published": "day"})) == []


def test_broken_rows(tmp_path: Path) -> None:
    """A row with too many or too few cells is named by its line, and the rest goes on."""
    path = put(tmp_path, "a.csv", "id,text\n1,The army left.\n2,No, not so\n3\n4,It came back.\n")
    assert skipped(path) == [(f"{path}:3", "malformed"), (f"{path}:4", "malformed")]
    assert [a.source_id for a in read([path]) if isinstance(a, Article)] == ["1", "4"]


def test_stray_quotation_mark(tmp_path: Path) -> None:
    """A quotation mark that is never closed costs its own row, not those below it."""
    data = (
        'id,text\n1,The army left.\n2,"It came, it saw\n3,It went home, "they, say\n4,It rests.\n'
    )
    found = list(read([put(tmp_path, "a.csv", data)]))
    assert [a.source_id for a in found if isinstance(a, Article)][-1] == "4"


def test_windows_table(tmp_path: Path) -> None:
    """A table in Windows-1252 and one in UTF-16 are read."""
    data = table([["text"], ["Mr Müller said “no”."]])
    for codec in ("cp1252", "utf-16"):
        assert articles(put(tmp_path, "a.csv", data.encode(codec)))[0].text == data[6:].strip()


def test_parquet(tmp_path: Path) -> None:
    """Parquet rows are read, with columns mapped and times of any kind."""
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    import datetime as dt

    rows = {
        "body": [TEXT, None, "The army left."],
        "date": [dt.datetime(2024, 6, 25, 12, tzinfo=dt.UTC), None, None],
        "id": [1, 2, 3],
    }
    pq.write_table(pa.table(rows), tmp_path / "a.parquet")
    options = ReadOptions(columns={"text": "body", "published": "date"})
    found = list(read([tmp_path / "a.parquet"], options))
    assert [type(f) for f in found] == [Article, Skipped, Article]
    assert isinstance(found[0], Article)
    assert (found[0].text, found[0].published) == (TEXT, "2024-06-25T12:00:00Z")
    assert skipped(tmp_path / "a.parquet", options=options) == [
        (f"{tmp_path / 'a.parquet'}: row 2", "empty")
    ]
    assert [r for _, r in skipped(tmp_path / "a.parquet")] == ["malformed"]
    packed = put(tmp_path, "b.parquet.gz", gzip.compress((tmp_path / "a.parquet").read_bytes()))
    assert len([f for f in read([packed], options) if isinstance(f, Article)]) == 2


def test_broken_parquet(tmp_path: Path) -> None:
    """A Parquet file that breaks off is malformed."""
    path = put(tmp_path, "a.parquet", b"PAR1" + bytes(100))
    assert skipped(path) == [(str(path), "malformed")]


# --- gzip, standard input, folders --------------------------------------------------------------
def test_gzip(tmp_path: Path) -> None:
    """Gzip round text, JSON Lines, tables and pages is taken off, whatever the name."""
    row = json.dumps({"text": TEXT})
    for name, data in (
        ("a.txt.gz", TEXT),
        ("a.jsonl.gz", row),
        ("a.csv.gz", table([["text"], [TEXT]])),
        ("a.bin", row),
    ):
        found = articles(put(tmp_path, name, gzip.compress(data.encode())))
        assert [a.text for a in found] == [TEXT]


def test_gzip_that_breaks_off(tmp_path: Path) -> None:
    """Rows before the place where gzip data break off are kept."""
    rows = "".join(json.dumps({"text": f"{n} {os.urandom(99).hex()}"}) + "\n" for n in range(9000))
    data = gzip.compress(rows.encode())
    path = put(tmp_path, "a.jsonl.gz", data[: len(data) // 2])
    found = list(read([path], ReadOptions(language=None)))
    assert len(found) > 1000
    assert isinstance(found[-1], Skipped) and found[-1].reason == "malformed"


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dash reads the bytes of standard input."""

    class Input:
        buffer = io.BytesIO(json.dumps({"text": TEXT, "id": "a"}).encode())

    monkeypatch.setattr(sys, "stdin", Input())
    found = articles("-")[0]
    assert (found.text, found.source_id) == (TEXT, "a")


def test_folder(tmp_path: Path) -> None:
    """A folder is read to the bottom, in order of names, hidden files left out."""
    for name in ("b/z.txt", "b/a.txt", "a.txt", ".hidden.txt", "b/.git/x.txt"):
        put(tmp_path, name, f"{name}: {TEXT}")
    assert [a.text.partition(":")[0] for a in articles(tmp_path)] == ["a.txt", "b/a.txt", "b/z.txt"]


def test_loops_of_links(tmp_path: Path) -> None:
    """A link to a folder above ends, and no file is read twice."""
    put(tmp_path, "a/x.txt", TEXT)
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "again").symlink_to(tmp_path / "a" / "x.txt")
    assert len(articles(tmp_path)) == 1


def test_broken_link(tmp_path: Path) -> None:
    """A link that leads nowhere is named."""
    (tmp_path / "gone").symlink_to(tmp_path / "nowhere")
    assert skipped(tmp_path) == [(str(tmp_path / "gone"), "unreachable")]


def test_glob(tmp_path: Path) -> None:
    """A glob gives its files in order, and is named where it matches nothing."""
    for name in ("b.txt", "a.txt", "c/d.txt", "e.md"):
        put(tmp_path, name, f"{name}: {TEXT}")
    assert [a.source_id for a in articles(f"{tmp_path}/*.txt")] == ["a.txt", "b.txt"]
    assert len(articles(f"{tmp_path}/**/*.txt")) == 3
    assert skipped(f"{tmp_path}/*.xyz") == [(f"{tmp_path}/*.xyz", "unreachable")]


def test_brackets_in_a_name(tmp_path: Path) -> None:
    """A file whose name looks like a glob is found by its name."""
    assert articles(put(tmp_path, "a[1].txt", TEXT))[0].source_id == "a[1].txt"


def test_missing_file(tmp_path: Path) -> None:
    """A missing file is unreachable, and the next source is read."""
    good = put(tmp_path, "a.txt", TEXT)
    found = list(read([tmp_path / "no.txt", good]))
    assert isinstance(found[0], Skipped) and found[0].reason == "unreachable"
    assert isinstance(found[1], Article)


# --- pages --------------------------------------------------------------------------------------
def test_page(tmp_path: Path, page: Callable[..., str]) -> None:
    """A page gives the article's paragraphs, its metadata and the hash of its bytes."""
    head = (
        '<meta property="article:published_time" content="2024-06-25T12:00:00Z">'
        '<meta property="og:site_name" content="Harbour Gazette">'
    )
    found = articles(put(tmp_path, "a.html", page(head=head, extra="<p>Share this article</p>")))[0]
    assert found.text.startswith("Negotiators from both islands")
    assert found.text.count("\n\n") == 2
    assert (found.title, found.outlet) == ("Ferry talks resume", "Harbour Gazette")
    assert (found.published, found.published_from) == ("2024-06-25T12:00:00Z", "metadata")
    assert found.page_hash is not None and len(found.page_hash) == 64
    assert "Share" not in found.text


def test_page_without_an_article(tmp_path: Path) -> None:
    """A page of nothing but links holds no article."""
    links = "".join(f"<li><a href='/{n}'>Link {n}</a></li>" for n in range(30))
    path = put(tmp_path, "a.html", f"<html><body><ul>{links}</ul></body></html>")
    assert skipped(path) == [(str(path), "no_article")]


def test_page_in_one_form(tmp_path: Path, page: Callable[..., str]) -> None:
    """A page that is wrapped in one form is read as others are."""
    html = page().replace("<body>", "<body><form action='/x' id='aspnetForm'>")
    found = articles(put(tmp_path, "a.html", html.replace("</body>", "</form></body>")))[0]
    assert found.text.count("\n\n") == 2


def test_page_in_another_charset(tmp_path: Path, page: Callable[..., str]) -> None:
    """A page's declared charset is heeded."""
    html = page(extra="<p>The minister, Zdeněk Šťastný, thanked the ferrymen for waiting so long.")
    data = html.replace("charset='utf-8'", "charset='iso-8859-2'").encode("iso-8859-2")
    assert "Zdeněk Šťastný" in articles(put(tmp_path, "a.html", data))[0].text


# --- ids, dates ---------------------------------------------------------------------------------
def test_ids(tmp_path: Path) -> None:
    """The id rests on the address, else on outlet and source id, and on the text."""

    def one(**row: str) -> str:
        path = put(tmp_path, "a.jsonl", json.dumps({"text": TEXT} | row))
        return articles(path)[0].id

    assert one() == one()
    assert one(id="1") != one(id="2")
    assert one(id="1", url="https://a.test/x") == one(id="2", url="http://www.a.test/x#top")
    assert one(url="https://a.test/x?utm_source=mail") == one(url="https://a.test/x")
    assert one(url="https://a.test/x?page=2") != one(url="https://a.test/x")
    assert one(text=TEXT + ".", url="https://a.test/x") != one(url="https://a.test/x")


def test_dates(tmp_path: Path) -> None:
    """A row's own date goes first, then the address, then the text, then the one for all; or the
    one for all right after the row's own, where it is to go first."""
    text = "BEIRUT, Nov. 27, 2024 (Northgate Wire) -- A truce took effect before dawn on Wednesday."

    def one(
        day: str | None = None, *, first: bool = False, **row: str
    ) -> tuple[str | None, str | None]:
        path = put(tmp_path, "a.jsonl", json.dumps({"text": text} | row))
        found = articles(path, options=ReadOptions(published=day, published_first=first))[0]
        return found.published, found.published_from

    url = "https://a.test/2024/11/28/truce"
    assert one("2020-01-01", url=url, published="2024-11-30") == ("2024-11-30", "given")
    assert one("2020-01-01", first=True, url=url) == ("2020-01-01", "given")
    assert one("2020-01-01", url=url) == ("2024-11-28", "url")
    assert one(url=url) == ("2024-11-28", "url")
    assert one() == ("2024-11-27", "text")
    assert one(text="A truce took effect.") == (None, None)


@settings(max_examples=60, deadline=None)
@given(
    text=st.text(alphabet=st.characters(exclude_categories=("Cs",)), min_size=1).filter(str.strip)
)
def test_text_is_kept(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    """Whatever text a row hands over is kept to the character, and spans fit what was dropped."""
    folder = tmp_path_factory.mktemp("rows")
    path = put(folder, "a.jsonl", json.dumps({"text": text}))
    found = articles(path, options=ReadOptions(language=None))[0]
    assert found.text == text
    assert [text[s:e] for s, e in furniture_spans(found)] == [d.text for d in found.dropped]


@settings(max_examples=60, deadline=None)
@given(data=st.binary(max_size=2000), name=st.sampled_from(["a.txt", "a.jsonl", "a.csv", "a.html"]))
def test_any_bytes(tmp_path_factory: pytest.TempPathFactory, data: bytes, name: str) -> None:
    """Whatever bytes a file holds, reading gives records and raises nothing."""
    path = put(tmp_path_factory.mktemp("bytes"), name, data)
    assert all(isinstance(f, Article | Skipped) for f in read([path], ReadOptions(language=None)))
