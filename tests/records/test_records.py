"""The records: JSON both ways, Arrow, ids."""

from __future__ import annotations

import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.errors import RecordError
from communique.records import (
    Article,
    Correction,
    Cue,
    Dropped,
    Entity,
    Event,
    Evidence,
    Hand,
    Loaded,
    Location,
    Passage,
    Quotation,
    Size,
    SizeItem,
    Skipped,
    Tie,
    Trigger,
    Why,
    decode,
    decode_lines,
    encode,
    encode_lines,
    make_id,
    span_key,
    to_dict,
)
from communique.records.arrow import arrow_schema, from_arrow, to_arrow

texts = st.text(max_size=20)
maybe = st.none() | texts
ids = st.text("abcdef0123456789", min_size=24, max_size=24)
spans = st.tuples(st.integers(0, 10_000), st.integers(1, 10_000))
voices = st.sampled_from(["reported", "outlet", "opinion"])
cue_kinds = st.sampled_from(["neutral", "endorsing", "doubting", "denying"])


def tuples(of: st.SearchStrategy) -> st.SearchStrategy:
    return st.lists(of, max_size=3).map(tuple)


entities = st.builds(
    Entity,
    raw_text=texts,
    span=st.none() | spans,
    kind=st.sampled_from(["state", "person", "organisation", "group", "document", "unnamed"]),
    entity_id=maybe,
    entity_name=maybe,
    entity_code=st.sampled_from([None, "PRK", "UNO"]),
    other_sector_codes=tuples(st.sampled_from(["GOV", "MIL"])),
    resolved_by=st.sampled_from(["name", "anaphora", "unresolved"]),
)
chains = tuples(
    st.builds(Hand, source=entities, cue=maybe, cue_kind=cue_kinds, span=st.none() | spans)
)
articles = st.builds(
    Article,
    id=ids,
    text=st.text(),
    title=maybe,
    byline=tuples(texts),
    dropped=tuples(st.builds(Dropped, kind=texts, text=texts)),
    outlet_kind=st.sampled_from([None, "wire", "press"]),
)
counts = st.none() | st.builds(
    SizeItem, low=st.none() | st.integers(0, 99), high=st.none(), text=texts, span=spans
)
events = st.builds(
    Event,
    id=ids,
    event_id=ids,
    article=ids,
    date=st.sampled_from([None, "2021-03-23"]),
    enddate=st.sampled_from([None, "2021-03-23"]),
    date_precision=st.sampled_from([None, "day", "week"]),
    date_from=st.sampled_from([None, "text", "published"]),
    date_text=maybe,
    event_type=st.sampled_from(["CONSULT", "ASSAULT"]),
    act=texts,
    mode=tuples(texts),
    context=tuples(texts),
    quad_code=st.integers(1, 4),
    event_scale=st.floats(-10, 10),
    cameo=st.sampled_from([None, "040"]),
    goldstein=st.none() | st.floats(-10, 10),
    actor=tuples(entities),
    recipient=tuples(entities),
    size=st.none()
    | st.builds(Size, dead=counts, injured=counts, arrested=counts, taking_part=counts),
    location=st.none()
    | st.builds(
        Location,
        name=texts,
        country_code=st.sampled_from([None, "FRA"]),
        resolution=st.sampled_from(["place", "country"]),
        span=st.none() | spans,
    ),
    modality=st.sampled_from(["asserted", "negated", "future", "hypothetical", "historical"]),
    voice=voices,
    attribution=chains,
    trigger=st.builds(Trigger, text=texts, span=spans),
    sentence=texts,
    sentence_span=spans,
    sentence_number=st.integers(1, 99),
    type_probability=st.none() | st.floats(0, 1),
    confidence=st.none() | st.floats(0, 1),
    why=st.builds(Why, decided_by=st.just("lexicon"), pattern=maybe),
    coder=texts,
)
quotations = st.builds(
    Quotation,
    id=ids,
    article=ids,
    text=texts,
    spans=st.lists(spans, min_size=1, max_size=3).map(tuple),
    kind=st.sampled_from(["direct", "indirect", "mixed", "ascribed"]),
    speaker=st.none() | entities,
    addressee=st.none() | entities,
    cue=st.none() | st.builds(Cue, text=texts, span=spans, kind=cue_kinds),
    ground=maybe,
    attribution=chains,
    sentence_span=spans,
)
passages = st.builds(
    Passage,
    id=ids,
    article=ids,
    span=spans,
    voice=voices,
    loaded=tuples(st.builds(Loaded, text=texts, span=spans, kind=st.just("loaded_term"))),
)
ties = st.builds(
    Tie,
    id=ids,
    kind=st.sampled_from(["treaty", "sanctions"]),
    name=maybe,
    parties=st.lists(entities, min_size=1, max_size=3).map(tuple),
    towards=tuples(entities),
    since=st.sampled_from([None, "1961", "1961-07-11"]),
    until=st.none(),
    status=st.sampled_from(["in_force", "ended"]),
    evidence=tuples(
        st.builds(
            Evidence,
            article=ids,
            sentence=texts,
            sentence_span=spans,
            voice=voices,
            attribution=chains,
        )
    ),
)
skipped = st.builds(
    Skipped, source=texts, reason=st.sampled_from(["empty", "language"]), detail=texts
)
corrections = st.builds(
    Correction,
    of=ids,
    verdict=st.sampled_from(["right", "wrong", "no_event"]),
    fields=st.dictionaries(texts, texts | st.integers(0, 9) | st.none(), max_size=3),
    reason=maybe,
    by=texts,
    at=texts,
)
records = st.one_of(articles, events, quotations, passages, ties, skipped, corrections)


@given(records)
def test_decoding_what_was_encoded_gives_the_record(record):
    """decode(encode(r)) == r for every record."""
    assert decode(encode(record)) == record


@given(st.lists(records, max_size=4))
def test_json_lines_keep_records_and_order(several):
    """Records written as JSON Lines come back in order, one a line."""
    lines = list(encode_lines(several))
    assert all(line.endswith(b"\n") and line.count(b"\n") == 1 for line in lines)
    assert list(decode_lines(lines)) == several


@given(st.one_of(articles, events, quotations, passages, ties, corrections))
def test_arrow_gives_the_records_back(record):
    """from_arrow(to_arrow(r)) == r: nothing is lost in a table."""
    kind = type(record)
    assert from_arrow(to_arrow([record], kind), kind) == [record]


def test_no_records_give_an_empty_table_with_the_schema():
    """A table of no records has the columns of all."""
    table = to_arrow([], Event)
    assert table.num_rows == 0
    assert table.schema == arrow_schema(Event)
    assert table.schema.field("actor").type.value_type.field("country_code").type == pa.string()


def test_fields_that_only_lists_have_are_left_out_of_json():
    """`reports` and its kin stand in lists of events only."""
    entity = Entity(raw_text="x", span=(0, 1), kind="state")
    assert "reports" not in to_dict(_event(entity))


def _event(entity: Entity) -> Event:
    return Event(
        id="a" * 24,
        event_id="a" * 24,
        article="b" * 24,
        date=None,
        enddate=None,
        date_precision=None,
        date_from=None,
        date_text=None,
        event_type="CONSULT",
        act="meet",
        mode=(),
        context=(),
        quad_code=1,
        event_scale=2.5,
        cameo=None,
        goldstein=None,
        actor=(entity,),
        recipient=(),
        size=None,
        location=None,
        modality="asserted",
        voice="outlet",
        attribution=(),
        trigger=Trigger(text="x", span=(0, 1)),
        sentence="x",
        sentence_span=(0, 1),
        sentence_number=1,
        type_probability=None,
        confidence=None,
        why=Why(decided_by="lexicon", pattern=None),
        coder="test",
    )


@pytest.mark.parametrize("line", ["{", '{"record": "event"}', '{"record": "tale"}', "[]", b"\xff"])
def test_json_that_is_no_record_is_refused_with_its_line(line):
    """A broken line is named by its number."""
    with pytest.raises(RecordError) as caught:
        list(decode_lines(["", line]))
    assert caught.value.where == "line 2"


def test_ids_depend_on_content_and_on_where_the_parts_end():
    """Equal parts give equal ids; shifted parts do not."""
    assert make_id("a", 1, None) == make_id("a", 1, None)
    assert make_id("ab", "c") != make_id("a", "bc")
    assert make_id("a", None) != make_id("a", "")
    assert len(make_id("a")) == 24


def test_span_keys_tell_spans_apart():
    """A missing span is not an empty one."""
    assert span_key(((1, 2), None)) == "1:2 -"
