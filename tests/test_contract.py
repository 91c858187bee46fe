"""Every record keeps the contract: schema, spans, and sameness in any order and batch."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from itertools import pairwise

import pytest
from jsonschema import Draft202012Validator

from communique.records import Article, Entity, Event, Passage, Quotation, Tie, encode


@pytest.fixture(scope="module")
def validator(schema) -> Draft202012Validator:
    return Draft202012Validator(schema)


def test_the_schema_is_the_contract(shared, schema):
    """The schema in docs is the project's contract, to the letter."""
    contract = shared / "contract" / "records.schema.json"
    assert json.loads(contract.read_text(encoding="utf-8")) == schema


def test_every_record_validates(validator, codings, items):
    """Records of all examples, and of what was skipped, fit the schema."""
    records = [r for c in codings for r in c.records()]
    records += [i for i in items if not isinstance(i, Article)]
    assert len(records) > 1000
    for record in records:
        errors = list(validator.iter_errors(json.loads(encode(record))))
        assert not errors, f"{errors[0].json_path}: {errors[0].message}"


def entities(record: Event | Quotation | Tie) -> Iterator[Entity]:
    if isinstance(record, Event):
        yield from (*record.actor, *record.recipient, *(h.source for h in record.attribution))
    elif isinstance(record, Quotation):
        yield from (e for e in (record.speaker, record.addressee) if e)
        yield from (h.source for h in record.attribution)
    else:
        yield from (*record.parties, *record.towards)


def test_every_span_holds_the_words_that_it_is_said_to(codings):
    """text[start:end] is the quoted string: parties, triggers, cues, sentences, loaded words."""
    checked = 0
    for coding in codings:
        text = coding.article.text
        for record in (*coding.events, *coding.quotations, *coding.ties):
            for entity in entities(record):
                if entity.span is None:
                    assert entity.raw_text == ""
                else:
                    assert text[slice(*entity.span)] == entity.raw_text
                    checked += 1
        for event in coding.events:
            assert text[slice(*event.trigger.span)] == event.trigger.text
            assert text[slice(*event.sentence_span)] == event.sentence
            assert event.sentence_span[0] <= event.trigger.span[0] < event.sentence_span[1]
            for hand in event.attribution:
                assert hand.span is None or text[slice(*hand.span)] == hand.cue
            for item in (event.size.dead, event.size.injured) if event.size else ():
                assert item is None or text[slice(*item.span)] == item.text
            if event.location and event.location.span:
                assert text[slice(*event.location.span)] == event.location.name
        for quotation in coding.quotations:
            assert quotation.text == " ".join(text[slice(*s)] for s in quotation.spans)
            if quotation.cue:
                assert text[slice(*quotation.cue.span)] == quotation.cue.text
        for passage in coding.passages:
            for loaded in passage.loaded:
                assert text[slice(*loaded.span)] == loaded.text
    assert checked > 300


def test_passages_are_the_sentences_in_order(codings):
    """Passages do not overlap, stand in order, and every event stands in one."""
    for coding in codings:
        spans = [p.span for p in coding.passages]
        assert spans == sorted(spans)
        assert all(a[1] <= b[0] for a, b in pairwise(spans))
        assert {e.sentence_span for e in coding.events} <= set(spans)


def test_coding_in_another_order_and_in_other_batches_gives_equal_records(coder, articles, codings):
    """Shuffled, and one at a time, every article gives the same records."""
    shuffled = articles[:]
    random.Random(7).shuffle(shuffled)
    expected = {c.article.id: c for c in codings}
    for coding in coder.code_many(shuffled):
        assert coding == expected[coding.article.id]
    for article in random.Random(8).sample(articles, 5):
        assert coder.code(article) == expected[article.id]


def test_ids_are_not_shared_by_two_records(codings):
    """An id names one record."""
    ids = [r.id for c in codings for r in (*c.events, *c.quotations, *c.passages)]
    assert len(ids) == len(set(ids))


def test_reciprocal_and_one_sided_events_keep_their_parties_apart(codings):
    """Nobody stands twice in an event by id, and every event names somebody."""
    for coding in codings:
        for event in coding.events:
            named = [e.entity_id for e in (*event.actor, *event.recipient) if e.entity_id]
            assert event.actor or event.recipient
            assert len(named) == len(set(named)), event.sentence


def test_confidence_is_empty_until_a_model_votes(codings):
    """The lexicon decides alone and claims no probability."""
    for coding in codings:
        for event in coding.events:
            assert event.confidence is None
            assert event.type_probability is None
            assert event.why.decided_by == "lexicon"
            assert event.why.pattern


def test_every_kind_of_record_is_there(codings):
    """The examples give events, quotations, passages in all voices, and ties."""
    assert {p.voice for c in codings for p in c.passages} == {"reported", "outlet", "opinion"}
    assert any(isinstance(t, Tie) for c in codings for t in c.ties)
    assert any(isinstance(p, Passage) for c in codings for p in c.passages)
    assert len({e.event_type for c in codings for e in c.events}) == 16
