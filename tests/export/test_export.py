"""Exports: the same records under other people's names."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import msgspec
import pyarrow.parquet as pq
import pytest

from communique.export import (
    arrow_tables,
    columns,
    plover_event,
    write_csv,
    write_jsonl,
    write_parquet,
    write_plover,
)
from communique.export.origin import Origin
from communique.records import (
    Article,
    Entity,
    Event,
    Location,
    Passage,
    Quotation,
    Record,
    Size,
    SizeItem,
    Skipped,
    Tie,
    decode_lines,
)
from communique.records.arrow import from_arrow
from communique.store import Store
from store.made import KIM, article, event, full_coding, state

NEWS = article(outlet="The Paper", url="https://paper.example/1", published="2024-03-05")
CODED = full_coding(NEWS)
KINDS: list[tuple[type[Record], Record]] = [
    (Article, NEWS),
    (Event, CODED.events[0]),
    (Quotation, CODED.quotations[0]),
    (Passage, CODED.passages[0]),
    (Tie, CODED.ties[0]),
    (Skipped, Skipped(source="a;b", reason="empty", detail="nothing")),
]


def lookup(article_id: str) -> Article | None:
    return NEWS if article_id == NEWS.id else None


def rows(kind: type[Record], *records: Record) -> list[dict[str, str]]:
    stream = io.BytesIO()
    assert write_csv(records, stream, kind, lookup) == len(records)
    return list(csv.DictReader(io.StringIO(stream.getvalue().decode())))


def test_json_lines_read_back_as_the_same_records() -> None:
    """Records of all kinds go out one a line and come back equal."""
    records = [record for _, record in KINDS]
    stream = io.BytesIO()
    assert write_jsonl(records, stream) == len(records)
    assert list(decode_lines(stream.getvalue().splitlines())) == records


@pytest.mark.parametrize(("kind", "record"), KINDS)
def test_a_csv_row_fills_its_header(kind: type[Record], record: Record) -> None:
    """Every kind of record gives a row as long as its header, whose names stand once."""
    (row,) = rows(kind, record)
    assert tuple(row) == columns(kind)
    assert len(set(columns(kind))) == len(columns(kind))
    assert None not in row and None not in row.values()


@pytest.mark.parametrize(("kind", "record"), [k for k in KINDS if k[0] not in (Article, Skipped)])
def test_csv_rows_say_where_the_article_stands(kind: type[Record], record: Record) -> None:
    """Rows end in the article's url, outlet and day of publication."""
    (row,) = rows(kind, record)
    assert list(row.items())[-3:] == [
        ("url", "https://paper.example/1"),
        ("outlet", "The Paper"),
        ("published", "2024-03-05"),
    ]


def test_csv_lists_keep_their_places() -> None:
    """The n-th code of a list belongs to the n-th name; an absent one is empty between its ;."""
    crowd = Entity(raw_text="a crowd; angry", span=(5, 9), kind="group")
    (row,) = rows(Event, event(NEWS, actor=(state("PRK"), crowd, KIM)))
    assert row["actor_entity_code"] == "PRK;;PRK"
    assert row["actor_raw_text"] == "North Korea;a crowd\\; angry;Kim"
    assert row["actor_span"] == "0:3;5:9;0:3"


def test_an_empty_csv_has_a_header() -> None:
    """No records give the header alone."""
    stream = io.BytesIO()
    assert write_csv([], stream, Event) == 0
    assert stream.getvalue().decode().split(",")[:2] == ["id", "event_id"]


@pytest.mark.parametrize(("kind", "record"), KINDS)
def test_parquet_keeps_the_records(kind: type[Record], record: Record) -> None:
    """A Parquet file holds the nested records whole, with the article's columns beside them."""
    stream = io.BytesIO()
    assert write_parquet([record], stream, kind, lookup) == 1
    table = pq.read_table(io.BytesIO(stream.getvalue()))
    assert table.schema.names[-3:] == ["url", "outlet", "published"] or kind is Article
    own = table.select(list(kind.__struct_fields__))
    assert from_arrow(own, kind) == [record]  # type: ignore[type-var]


def test_an_empty_parquet_file_has_a_schema() -> None:
    """No records give a file of no rows with every column."""
    stream = io.BytesIO()
    assert write_parquet([], stream, Event) == 0
    table = pq.read_table(io.BytesIO(stream.getvalue()))
    assert table.num_rows == 0
    assert "actor" in table.schema.names and "url" in table.schema.names


def test_tables_come_in_pieces() -> None:
    """Many records come as several tables, each of a bounded number of rows, in order."""
    tables = list(arrow_tables((CODED.passages[0] for _ in range(9000)), Passage, lookup))
    assert [table.num_rows for table in tables] == [8192, 808]


PLOVER_FIELDS = {
    *("id", "has_event", "date", "time", "enddate", "endtime", "actor", "recipient", "event"),
    *("event_loc", "event_text", "quad_code", "event_scale", "mode", "context", "link", "text"),
    *("text_info", "cite_info", "coder", "coded_date", "coded_time", "comment", "size"),
}
ENTITY_FIELDS = {
    *("code", "sector", "entity_text", "identifier_id", "identifier_text", "religion"),
    *("ethnicity", "office", "gender", "age"),
}


def full_event() -> Event:
    return event(
        NEWS,
        modality="negated",
        mode=("artillery",),
        context=("territory",),
        location=Location(
            name="Yeonpyeong", country_code="KOR", lat=37.6, lon=125.7, resolution="place"
        ),
        size=Size(
            dead=SizeItem(low=12, high=None, text="at least 12", span=(3, 14)),
            injured=SizeItem(low=None, high=40, text="up to 40", span=(15, 23)),
        ),
        actor=(KIM, state("PRK")),
    )


def test_plover_rows_use_the_manuals_names_only() -> None:
    """No field stands in a PLOVER row, or in its entities, that the manual's tables do not name."""
    row = plover_event(full_event(), Origin())
    assert set(row) <= PLOVER_FIELDS
    assert {name for entity in row["actor"] for name in entity} <= ENTITY_FIELDS
    assert set(row["text_info"]) <= {"sequence", "start", "end", "text_story"}


def test_plover_rows_have_what_is_required() -> None:
    """The manual's required fields stand there even for an event without a date."""
    row = plover_event(event(NEWS, date=None, enddate=None), Origin())
    assert {"id", "date", "actor", "event"} <= set(row)
    assert row["date"] is None


def test_plover_values() -> None:
    """Parties, sizes, places and auxiliary modes stand where the manual puts them."""
    row = plover_event(full_event(), Origin(url="https://paper.example/1", outlet="The Paper"))
    assert row["event"] == ["ASSAULT"]
    assert row["actor"][0] == {
        "code": "PRK",
        "sector": "GOVELI",
        "entity_text": "Kim",
        "identifier_id": "person/kim-jong-un",
        "identifier_text": "Kim Jong Un",
    }
    assert row["size"] == {"dead": 12, "injured": 40}
    assert row["context"] == ["territory", "negation"]
    assert row["event_loc"]["resolution"] == 4
    assert row["cite_info"]["url"] == "https://paper.example/1"
    assert row["cite_info"]["publication"] == "The Paper"


def test_plover_without_text() -> None:
    """Who has no right to the text leaves sentence and trigger out."""
    row = plover_event(full_event(), Origin(), with_text=False)
    assert "text" not in row and "event_text" not in row


def test_plover_lines_are_json() -> None:
    """One JSON object a line, with the article's address in its citation."""
    stream = io.BytesIO()
    assert write_plover([CODED.events[0]], stream, lookup) == 1
    (row,) = map(json.loads, stream.getvalue().splitlines())
    assert row["link"] == CODED.events[0].event_id
    assert row["cite_info"]["url"] == NEWS.url


def test_exports_of_a_store_find_their_articles(tmp_path: Path) -> None:
    """A store's `article` is what an export asks for addresses."""
    with Store(tmp_path / "news.sqlite") as store:
        store.write(CODED)
        stream = io.BytesIO()
        write_csv(store.iter_events(), stream, Event, store.article)
    (row,) = csv.DictReader(io.StringIO(stream.getvalue().decode()))
    assert (row["url"], row["reports"], row["independent_sources"]) == (NEWS.url, "1", "1")
    assert row["only_own_media"] == "true"


def test_events_of_lists_and_of_articles_share_columns() -> None:
    """An event without the fields of lists leaves their cells empty."""
    (row,) = rows(Event, msgspec.structs.replace(CODED.events[0]))
    assert row["reports"] == ""
