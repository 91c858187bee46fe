"""Sentences to events: acts, parties, modes, operators."""

from __future__ import annotations

import pytest

from communique import code
from communique.records import Event


def only(text: str, act: str) -> Event:
    found = [e for e in code(text, date="2021-03-24").events if e.act == act]
    assert len(found) == 1, [(e.act, e.trigger.text) for e in code(text, date="2021-03-24").events]
    return found[0]


def codes(entities) -> list[str | None]:
    return [e.entity_code or e.country_code for e in entities]


@pytest.mark.parametrize(
    ("text", "act", "actor", "recipient"),
    [
        ("Norway imposed sanctions on Mali.", "impose_sanctions", ["NOR"], ["MLI"]),
        ("Norway lifted sanctions on Mali.", "lift_sanctions", ["NOR"], ["MLI"]),
        ("Norway threatened to impose sanctions on Mali.", "threaten_sanctions", ["NOR"], ["MLI"]),
        ("Serbia refused to recognise Kosovo.", "reject_change", ["SRB"], ["KOS"]),
        ("Chad accused Sudan of arming rebels.", "accuse", ["TCD"], ["SDN"]),
        ("Kenya called on Somalia to release the pilots.", "request_yield", ["KEN"], ["SOM"]),
        ("Japan agreed to hold talks with Peru.", "agree_meet", ["JPN"], ["PER"]),
    ],
)
def test_operators_make_acts_of_acts(text, act, actor, recipient):
    """Refuse to, threaten to, lift, agree to: one event, the outer act."""
    event = only(text, act)
    assert codes(event.actor) == actor
    assert codes(event.recipient) == recipient


def test_parties_of_a_meeting_all_act():
    """A reciprocal event has its parties in actor and no recipient (PLOVER 2.4.2)."""
    event = only("The foreign ministers of Peru and Chile met in Lima on Monday.", "meet")
    assert sorted(codes(event.actor)) == ["CHL", "PER"]
    assert event.recipient == ()
    assert (event.date, event.date_precision, event.date_from) == ("2021-03-22", "day", "text")


def test_a_joint_act_is_one_event():
    """A list of parties is one event with a list of actors."""
    event = only(
        "The United States, Canada and the European Union imposed sanctions on Myanmar.",
        "impose_sanctions",
    )
    assert codes(event.actor) == ["USA", "CAN", "EUR"]


@pytest.mark.parametrize(
    ("text", "modality"),
    [
        ("Turkey attacked Greece.", "asserted"),
        ("Turkey did not attack Greece.", "negated"),
        ("Turkey will attack Greece.", "future"),
        ("Turkey may attack Greece.", "hypothetical"),
        ("If Turkey attacks Greece, ships will stop.", "hypothetical"),
        ("Turkey plans to attack Greece.", "future"),
        ("Turkey attacked Greece in 1897.", "historical"),
    ],
)
def test_the_mode_in_which_an_act_is_told(text, modality):
    """Asserted, negated, future, hypothetical, historical (PLOVER 2.3)."""
    assert only(text, "attack").modality == modality


def test_a_future_meeting_is_an_agreement():
    """PLOVER 3.1: a future CONSULT is AGREE, asserted."""
    event = only("Peru will meet Chile on Monday.", "agree_meet")
    assert (event.event_type, event.modality) == ("AGREE", "asserted")
    assert event.date == "2021-03-29"


def test_the_day_of_publication_stands_in_where_no_time_is_named():
    """`date_from` says what the date rests on."""
    event = only("Norway condemned Mali.", "criticise")
    assert (event.date, event.date_from, event.date_text) == ("2021-03-24", "published", None)


def test_that_day_is_the_day_named_before():
    """ "The same evening" takes the day of the sentence before."""
    event = only(
        "Peru closed its port on Monday. The same evening Chile condemned Peru.", "criticise"
    )
    assert (event.date, event.date_text) == ("2021-03-22", "The same evening")


def test_counts_of_people_are_read():
    """At least twelve is low 12 and open above."""
    (event,) = [
        e
        for e in code(
            "Rebels killed at least 12 soldiers in Mali on Friday.", date="2021-03-24"
        ).events
        if e.event_type == "ASSAULT"
    ]
    assert event.size is not None and event.size.dead is not None
    assert (event.size.dead.low, event.size.dead.high) == (12, None)


@pytest.mark.parametrize(
    "text",
    [
        "The striker attacked the near post and the hosts surrendered their lead.",
        "Shares of the bank were hit by a wave of selling, and the market rallied.",
        "The chef fought with the dough and it finally surrendered.",
        "An earthquake killed 12 people in Peru.",
        "The film was shot in Morocco and praised by critics.",
    ],
)
def test_political_words_without_a_political_act_give_nothing(text):
    """Sport, markets, kitchens, disasters and films are no events."""
    assert code(text, date="2021-03-24").events == ()


def test_the_record_explains_itself():
    """`why` shows the pattern, `coder` everything that made the record."""
    event = only("Norway threatened to impose sanctions on Mali.", "threaten_sanctions")
    assert event.why.pattern and "threaten" in event.why.pattern
    for part in ("communique", "lexicon", "en_core_web_sm", "plover", "actors"):
        assert part in event.coder
