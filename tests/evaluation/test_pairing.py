"""How records are paired with labelled rows, and what is counted."""

from __future__ import annotations

from typing import Any

import pytest

from communique.evaluation import (
    GoldArticle,
    GoldEvent,
    GoldParty,
    pair_article,
    parties_right,
    score_events,
)
from communique.evaluation.scores import Score
from communique.records import Entity, Event, Trigger, Why

SENTENCE = (0, 100)


def row(**fields: Any) -> GoldEvent:
    for side in ("actor", "recipient"):
        if side in fields:
            fields[side] = tuple(GoldParty((0, 1), code) for code in fields[side])
    values = {"sentence_span": SENTENCE, "trigger_span": (10, 15), "type": "ACCUSE"}
    return GoldEvent(**{**values, **fields})


def party(code: str | None) -> Entity:
    country = code if code and code not in ("EUR", "IGO") else None
    return Entity(raw_text="x", span=(0, 1), kind="state", entity_code=code, country_code=country)


def record(at: int = 10, actor=("PER",), recipient=("CHL",), **fields: Any) -> Event:
    values: dict[str, Any] = {
        "id": f"at {at}",
        "event_id": f"at {at}",
        "article": "a",
        "date": "2024-03-05",
        "enddate": "2024-03-05",
        "date_precision": "day",
        "date_from": "text",
        "date_text": None,
        "event_type": "ACCUSE",
        "act": "criticise",
        "mode": (),
        "context": (),
        "quad_code": 3,
        "event_scale": -2.0,
        "cameo": "111",
        "goldstein": -2.0,
        "size": None,
        "location": None,
        "modality": "asserted",
        "voice": "outlet",
        "attribution": (),
        "trigger": Trigger(text="words", span=(at, at + 5)),
        "sentence": "x" * 100,
        "sentence_span": SENTENCE,
        "sentence_number": 1,
        "type_probability": None,
        "confidence": None,
        "why": Why(decided_by="lexicon", pattern="x"),
        "coder": "test",
        "actor": tuple(map(party, actor)),
        "recipient": tuple(map(party, recipient)),
    }
    return Event(**{**values, **fields})


def test_a_record_meets_a_row_of_its_type_in_whose_sentence_its_trigger_starts():
    """The sentence's end is outside; another type or sentence meets nothing."""
    rows = [row(actor=["PER"], recipient=["CHL"])]
    assert len(pair_article(rows, [record(99)]).matched) == 1
    for other in (record(100), record(event_type="AID")):
        pairing = pair_article(rows, [other])
        assert (pairing.matched, pairing.missed) == ((), tuple(rows))
        assert pairing.false == (other,)


def test_the_second_type_is_right_too():
    """`type2` counts as `type` does."""
    assert pair_article([row(type="AID", type2="ACCUSE")], [record()]).matched


def test_both_parties_go_before_the_actor_and_the_actor_before_the_trigger():
    """Pairs are made one to one, best first, whatever the order of records."""
    rows = [row(actor=["PER"], recipient=["CHL"])]
    both = record(60)
    actor = record(50, recipient=["BOL"])
    near = record(10, actor=["BOL"], recipient=["BOL"])
    nothing = record(70, actor=["BOL"], recipient=["BOL"])
    ranked = [both, actor, near, nothing]
    while ranked:
        pairing = pair_article(rows, list(reversed(ranked)))
        assert [r for r, _ in pairing.matched] == [ranked[0]]
        assert set(pairing.false) == set(ranked[1:])
        ranked = ranked[1:]


def test_one_record_meets_one_row():
    """Two rows alike and one record: one is found, one is missed."""
    rows = [row(actor=["PER"]), row(actor=["PER"], trigger_span=(60, 65))]
    pairing = pair_article(rows, [record(61)])
    assert [r for _, r in pairing.matched] == [rows[1]]
    assert pairing.missed == (rows[0],)


def test_optional_rows_count_neither_way():
    """Meeting one is no hit and no false alarm, missing one no miss."""
    optional = row(optional=True, actor=["PER"])
    assert pair_article([optional], []).missed == ()
    pairing = pair_article([optional], [record()])
    assert (pairing.matched, pairing.missed, pairing.false) == ((), (), ())


def test_of_two_rows_met_alike_the_one_that_must_be_found_is_met():
    """An optional row takes no record from one that counts as well."""
    optional, wanted = row(optional=True), row()
    pairing = pair_article([optional, wanted], [record()])
    assert [r for _, r in pairing.matched] == [wanted]


@pytest.mark.parametrize(
    ("gold", "found", "right"),
    [
        (["PER"], ["PER"], True),
        (["PER"], ["CHL"], False),
        (["PER"], [], False),
        (["PER", "CHL"], ["PER"], True),
        (["PER"], ["PER", "CHL"], True),
        (["PER"], ["PER", "CHL", "BOL"], False),
        (["PER", "CHL", "BOL"], ["PER"], False),
        (["PER", "CHL", "BOL"], ["PER", "CHL", "ECU"], True),
        ([None], ["PER"], True),
        ([None], [], True),
        (["EUR"], ["EUR"], True),
    ],
)
def test_a_side_is_right_with_half_of_the_union(gold, found, right):
    """Of all codes on either side at least half are common; no code is right with any."""
    with_recipient = row(actor=gold, recipient=["XXX"])
    assert parties_right(with_recipient, record(actor=found, recipient=["XXX"]))[0] is right
    other = row(actor=["XXX"], recipient=gold)
    assert parties_right(other, record(actor=["XXX"], recipient=found)) == (True, right)


def test_both_sides_are_right_only_with_the_actor():
    """A right recipient does not make up for a wrong actor."""
    wanted = row(actor=["PER"], recipient=["CHL"])
    assert parties_right(wanted, record(actor=["BOL"])) == (False, False)


def test_several_actors_without_recipient_are_looked_for_on_both_sides():
    """A meeting of two may be recorded as one with the other."""
    wanted = row(actor=["PER", "CHL"])
    assert parties_right(wanted, record(actor=["CHL"], recipient=["PER"])) == (True, True)
    assert parties_right(wanted, record(actor=["BOL"], recipient=["ECU"])) == (False, False)
    alone = row(actor=["PER"])
    assert parties_right(alone, record(actor=["CHL"], recipient=["PER"])) == (False, False)


def scores(rows, records, kind="political", sentences=1):
    article = GoldArticle(id="a", text="x" * 200, kind=kind, events=tuple(rows))
    return score_events([(article, records, sentences)])


def test_the_figures_count_hits_misses_and_false_alarms():
    """Types, actors and both parties each have their own counts."""
    rows = [
        row(actor=["PER"], recipient=["CHL"]),
        row(type="AID"),
        row(optional=True, type="YIELD"),
    ]
    found = [record(recipient=["BOL"]), record(20, event_type="PROTEST")]
    result = scores(rows, found)
    assert (result.type.right, result.type.predicted, result.type.gold) == (1, 2, 2)
    assert (result.actor.right, result.actor.predicted, result.actor.gold) == (1, 2, 2)
    assert (result.both.right, result.both.predicted, result.both.gold) == (0, 2, 2)
    assert (result.type.precision, result.type.recall, result.type.f1) == (0.5, 0.5, 0.5)
    assert {name: s.f1 for name, s in result.by_type.items()} == {
        "ACCUSE": 1.0,
        "AID": 0.0,
        "PROTEST": 0.0,
    }
    assert result.false_alarms is None


def test_no_records_and_no_rows_give_no_figures_and_no_error():
    """Nothing asked and nothing found is 0 of 0."""
    assert (Score().precision, Score().recall, Score().f1) == (0.0, 0.0, 0.0)


def test_modality_voice_and_date_are_shares_of_the_matched():
    """Either alternative counts; a date counts where the row's is exact."""
    exact = {"date": "2024-03-04", "date2": "2024-03-05", "date_precision": "day"}
    rows = [row(modality="future", modality2="asserted", voice="reported", **exact)]
    result = scores(rows, [record()])
    assert (result.modality, result.voice, result.date) == ((1, 1), (0, 1), (1, 1))
    vague = row(date="2024-03-01", date_precision="month")
    assert scores([vague], [record()]).date == (0, 0)


def test_a_record_without_a_date_has_no_right_date():
    """A row with one date only is not met by none."""
    exact = row(date="2024-03-05", date_precision="published")
    assert scores([exact], [record(date=None, enddate=None)]).date == (0, 1)


def test_false_alarms_are_counted_on_a_hundred_sentences_of_other_articles():
    """Political articles have no part in them."""
    assert scores([], [record(), record(20)], kind="other", sentences=50).false_alarms == 4.0


def test_articles_without_labels_are_left_out():
    """`events` null is not an empty list."""
    article = GoldArticle(id="a", text="x")
    assert score_events([(article, [record()], 1)]).type.predicted == 0
