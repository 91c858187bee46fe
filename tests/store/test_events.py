"""Lists of events: filters, one line an event, who tells it."""

from __future__ import annotations

from typing import Any

import pytest

from communique.errors import UsageError
from communique.records import Event, Location
from communique.store import Filters, Store

from .made import KCNA, KIM, SOMEBODY, article, coding, event, said, state

ONE = article("Report one.", published="2024-03-05", outlet="The Paper", outlet_kind="press")
TWO = article("Report two.", published="2024-03-06", outlet="Xinhua", outlet_kind="state_media")
SEOUL = Location(name="Séoul", country_code="KOR", resolution="place")

EVENTS = {
    "fired": event(ONE, sentence="North Korea fired two ballistic missiles."),
    "met": event(
        ONE,
        10,
        event_type="CONSULT",
        quad_code=1,
        act="meet",
        actor=(state("CHN"), state("USA")),
        recipient=(),
        date="2024-03-01",
        location=SEOUL,
    ),
    "kim": event(
        TWO,
        20,
        event_type="ACCUSE",
        quad_code=3,
        act="accuse",
        actor=(KIM,),
        recipient=(state("USA"),),
        confidence=0.4,
        voice="reported",
        attribution=said(SOMEBODY, KCNA),
        date="2024-03-06",
    ),
    "denied": event(TWO, 30, modality="negated", recipient=(state("USA"),)),
    "comment": event(TWO, 40, voice="opinion", recipient=(state("CHN"),)),
}
NAMES = {record.id: name for name, record in EVENTS.items()}


@pytest.fixture
def news(store: Store) -> Store:
    for of in (ONE, TWO):
        store.write(coding(of, *(e for e in EVENTS.values() if e.article == of.id)))
    return store


def named(store: Store, **filters: Any) -> list[str]:
    return [NAMES[e.id] for e in store.iter_events(**filters)]


def test_lists_tell_what_is_asserted_in_order_of_days(news: Store) -> None:
    """Without filters: asserted events that are not the outlet's comment, by date and id."""
    assert named(news) == ["met", "fired", "kim"]


def test_all_shows_every_record(news: Store) -> None:
    """With `all` negated records and opinions stand in the list too."""
    assert set(named(news, all=True)) == set(EVENTS)


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({"actor": "PRK"}, ["fired", "kim"]),
        ({"actor": "prk"}, ["fired", "kim"]),
        ({"actor": "PRK/GOV"}, ["fired", "kim"]),
        ({"actor": "PRK/ELI"}, ["kim"]),
        ({"actor": "PRK/MIL"}, []),
        ({"actor": "Kim Jong Un"}, ["kim"]),
        ({"actor": "kim jong"}, ["kim"]),
        ({"actor": "KIM JO"}, ["kim"]),
        ({"actor": "Jong Un"}, ["kim"]),
        ({"actor": "ong un"}, []),
        ({"actor": "person/kim-jong-un"}, ["kim"]),
        ({"actor": "org/kim-jong-un"}, []),
        ({"actor": "UN"}, ["kim"]),
        ({"actor": "US"}, []),
        ({"actor": ["CHN", "Kim"]}, ["met", "kim"]),
        ({"recipient": "united st"}, ["kim"]),
        ({"actor": "PRK", "recipient": "KOR"}, ["fired"]),
        ({"between": ("USA", "CHN")}, ["met"]),
        ({"between": ("KOR", "PRK")}, ["fired"]),
        ({"between": ("USA", "KOR")}, []),
        ({"speaker": "KCNA"}, ["kim"]),
        ({"speaker": "official"}, []),
        ({"source": "official"}, ["kim"]),
        ({"source": "PRK/MED"}, ["kim"]),
        ({"type": "consult"}, ["met"]),
        ({"type": ["CONSULT", "ACCUSE"]}, ["met", "kim"]),
        ({"quad": 4}, ["fired"]),
        ({"since": "2024-03-05"}, ["fired", "kim"]),
        ({"until": "2024-03-05"}, ["met", "fired"]),
        ({"since": "2024-03", "until": "2024-03"}, ["met", "fired", "kim"]),
        ({"since": "2025"}, []),
        ({"sector": "ELI"}, ["kim"]),
        ({"place": "Seoul"}, ["met"]),
        ({"place": "KOR"}, ["met"]),
        ({"outlet": "xinhua"}, ["kim"]),
        ({"voice": "reported"}, ["kim"]),
        ({"voice": "opinion"}, ["comment"]),
        ({"modality": "negated"}, ["denied"]),
        ({"min_confidence": 0.5}, ["met", "fired"]),
        ({"text": "missiles two"}, ["fired"]),
        ({"text": '"ballistic missiles"'}, ["fired"]),
        ({"text": '"missiles ballistic"'}, []),
        ({"limit": 1}, ["met"]),
    ],
)
def test_filters(news: Store, filters: dict[str, Any], expected: list[str]) -> None:
    """Each filter keeps what meets it; several values of one mean any of them."""
    assert named(news, **filters) == expected


@pytest.mark.parametrize(
    "text",
    [
        '"',
        "AND",
        "missile OR",
        "NEAR(",
        "a*b",
        "col:x",
        "-",
        "'; DROP TABLE events; --",
        "\x00",
        "",
    ],
)
def test_any_text_can_be_searched(news: Store, text: str) -> None:
    """No search of a user is an operator, an error or a statement."""
    assert named(news, text=text) == []
    assert news.counts()["events"] == len(EVENTS)


@pytest.mark.parametrize("name", ["actor", "recipient", "speaker", "source", "place", "outlet"])
def test_names_are_values_never_statements(news: Store, name: str) -> None:
    """A name with SQL in it names nobody."""
    assert named(news, **{name: "x' OR 1=1 --"}) == []


@pytest.mark.parametrize(
    "filters",
    [
        {"actor": "  "},
        {"actor": 3},
        {"between": ("USA",)},
        {"type": "WAR"},
        {"act": "no_such_act"},
        {"quad": 5},
        {"sector": "XXX"},
        {"voice": "loud"},
        {"modality": "perhaps"},
        {"since": "yesterday"},
        {"since": "2024-02-30"},
        {"since": "2024-03-05", "until": "2024-03-01"},
        {"min_confidence": 2},
        {"limit": 0},
    ],
)
def test_a_filter_that_cannot_be_is_named(filters: dict[str, Any]) -> None:
    """A value that no record can meet is refused, and the error names its flag."""
    with pytest.raises(UsageError) as error:
        Filters(**filters)
    assert str(error.value.where).startswith("--")


def test_events_refuse_kinds_of_ties(news: Store) -> None:
    """A kind of tie is no type of events."""
    with pytest.raises(UsageError, match="kind of tie"):
        news.iter_events(type="sanctions")


def line(store: Store, *records: Event, **filters: Any) -> Event:
    (found,) = store.iter_events(**filters)
    return found


def told_by(store: Store, *outlets: tuple[str, str, str | None], **fields: Any) -> Event:
    """The line of an event that these outlets (name, kind, country) tell."""
    for n, (outlet, kind, country) in enumerate(outlets):
        of = article(f"Report {n}.", outlet=outlet, outlet_kind=kind, outlet_country=country)
        store.write(coding(of, event(of, **fields)))
    (found,) = store.iter_events()
    return found


PRESS = ("The Paper", "press", "GBR")
STATE = ("The Voice", "state_media", "PRK")


def test_two_outlets_are_two_sources(store: Store) -> None:
    """Two outlets that tell it themselves are two reports and two sources."""
    found = told_by(store, PRESS, ("The Post", "press", "FRA"))
    assert (found.reports, found.independent_sources) == (2, 2)


def test_outlets_that_quote_one_source_are_one(store: Store) -> None:
    """Two outlets that have it from the same source are two reports of one source."""
    outlets = (PRESS, ("The Post", "press", "FRA"))
    found = told_by(store, *outlets, voice="reported", attribution=said(KCNA))
    assert (found.reports, found.independent_sources) == (2, 1)


def test_copies_are_no_further_source(store: Store) -> None:
    """An article that is a copy is a report, and no source of its own."""
    text = "North Korea fired a missile into the sea off its eastern coast. " + (
        "Nobody was hurt, said fishermen who saw it fall some forty miles away from their boats."
    )
    for outlet in ("A", "B"):
        of = article(text, outlet=outlet, url=f"https://{outlet}.example/")
        store.write(coding(of, event(of)))
    (found,) = store.iter_events()
    assert (found.reports, found.independent_sources) == (2, 1)


def test_an_agency_is_the_source_of_its_copy(store: Store) -> None:
    """Outlets that print one agency's copy have it from one source."""
    for outlet in ("A", "B"):
        of = article(f"Report of {outlet}.", outlet=outlet, wire="Reuters")
        store.write(coding(of, event(of)))
    (found,) = store.iter_events()
    assert (found.reports, found.independent_sources) == (2, 1)


@pytest.mark.parametrize(
    ("outlets", "expected"),
    [
        ([STATE], True),
        ([STATE, PRESS], False),
        ([("The Voice", "state_media", "CHN")], False),
        ([STATE, ("Somewhere", None, None)], None),
        ([PRESS, ("Somewhere", None, None)], False),
    ],
)
def test_only_own_media(
    store: Store, outlets: list[tuple[str, str, str | None]], expected: bool | None
) -> None:
    """True where all who tell it are the parties' state media; null where that is not known."""
    assert told_by(store, *outlets).only_own_media is expected


def test_quoted_state_media_are_own_media(store: Store) -> None:
    """What a free paper has only from a party's state agency, only own media say."""
    found = told_by(store, PRESS, voice="reported", attribution=said(KCNA))
    assert found.only_own_media is True


def test_the_line_shows_the_clearest_record(store: Store) -> None:
    """Of an event's records the one shown has its day and no hedge, however late it came."""
    hedged = article("One.", published="2024-03-05", outlet="A")
    vague = article("Two.", published="2024-03-05", outlet="B")
    clear = article("Three.", published="2024-03-07", outlet="C")
    store.write(coding(hedged, event(hedged, attribution=said(SOMEBODY), voice="reported")))
    wide = event(vague, date="2024-03-04", enddate="2024-03-05", date_precision="week")
    store.write(coding(vague, wide))
    shown = event(clear, date="2024-03-05")
    store.write(coding(clear, shown))
    assert line(store).id == shown.id
    assert line(store, outlet="B").id == wide.id


def test_lines_come_as_arrow(news: Store) -> None:
    """`events` gives the list as an Arrow table with the fields of lists."""
    table = news.events(actor="PRK")
    assert table.num_rows == 2
    assert table["reports"].to_pylist() == [1, 1]


def test_a_list_is_of_one_moment(news: Store) -> None:
    """A list that is being read does not see what is written meanwhile."""
    found = news.iter_events()
    next(found)
    late = article("Late.")
    news.write(coding(late, event(late, event_type="AID", quad_code=2)))
    assert len(list(found)) == 2
    assert len(list(news.iter_events())) == 4


def test_weekly_counts_follow_writing(store: Store) -> None:
    """Weeks begin on Monday; a second report of an event is no second event."""
    one, two = article("One."), article("Two.")
    store.write(coding(one, event(one)))
    store.write(coding(two, event(two), event(two, 9, date="2024-03-10")))
    (week,) = store.dyad_weeks("PRK", "KOR")
    assert (week.week, week.actor, week.recipient) == ("2024-03-04", "PRK", "KOR")
    assert (week.quad_code, week.events, week.scale, week.mutual) == (4, 2, -19.0, False)
    assert store.dyad_weeks("KOR") == (week,)
    store.replace(coding(one))
    store.replace(coding(two))
    assert store.dyad_weeks("PRK") == ()


def test_mutual_events_count_once_a_pair(store: Store) -> None:
    """A meeting of three is one event of each pair."""
    of = article()
    three = (state("CHN"), state("USA"), state("KOR"))
    store.write(coding(of, event(of, event_type="CONSULT", actor=three, recipient=())))
    weeks = store.dyad_weeks("KOR")
    assert [(w.actor, w.recipient, w.mutual) for w in weeks] == [
        ("CHN", "KOR", True),
        ("KOR", "USA", True),
    ]
