"""Lists of quotations, articles, ties, passages and of what was skipped."""

from __future__ import annotations

from typing import Any

import pytest

from communique.errors import UsageError
from communique.records import Skipped
from communique.store import Store, StoredCoding

from .made import KCNA, article, event, passage, quotation, said, state, tie

LATE = article("Seoul answered.", published="2024-03-07", outlet="The Post", title="Seoul answers")
EARLY = article("Kim spoke of missiles.", published="2024-03-05T10:00:00Z", outlet="The Paper")
UNDATED = article("Nothing.", published=None, outlet=None)


@pytest.fixture
def news(store: Store) -> Store:
    store.write(
        StoredCoding(
            LATE,
            (event(LATE, event_type="ACCUSE", quad_code=3, actor=(state("KOR"),)),),
            (quotation(LATE, 5, speaker=state("KOR"), text="we are ready"),),
            (passage(LATE, 0, "reported"),),
            (tie(LATE),),
        )
    )
    quotes = (
        quotation(EARLY, 20, sentence_span=(90, 95), text="the missiles flew"),
        quotation(EARLY, 0, attribution=said(KCNA)),
    )
    store.write(StoredCoding(EARLY, (event(EARLY),), quotes, (passage(EARLY),), (tie(EARLY),)))
    store.write(StoredCoding(UNDATED))
    return store


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, ["we shall answer", "the missiles flew", "we are ready"]),
        ({"speaker": "Kim"}, ["we shall answer", "the missiles flew"]),
        ({"speaker": "KOR"}, ["we are ready"]),
        ({"source": "KCNA"}, ["we shall answer"]),
        ({"source": "Kim"}, ["we shall answer", "the missiles flew"]),
        ({"text": "missile"}, ["the missiles flew"]),
        ({"outlet": "post"}, ["we are ready"]),
        ({"since": "2024-03-06"}, ["we are ready"]),
        ({"until": "2024-03-05"}, ["we shall answer", "the missiles flew"]),
        ({"type": "ACCUSE"}, ["we are ready"]),
        ({"actor": "PRK"}, ["we shall answer"]),
        ({"limit": 1}, ["we shall answer"]),
    ],
)
def test_quotations(news: Store, filters: dict[str, Any], expected: list[str]) -> None:
    """By time and place in the text; filters of events look at the quotation's sentence."""
    assert [q.text for q in news.iter_quotes(**filters)] == expected


@pytest.mark.parametrize(
    ("filters", "expected"),
    [
        ({}, [EARLY, LATE, UNDATED]),
        ({"text": "missile"}, [EARLY]),
        ({"text": "answers seoul"}, [LATE]),
        ({"outlet": "The P"}, [EARLY, LATE]),
        ({"since": "2024-03-06"}, [LATE]),
        ({"until": "2024-03-05"}, [EARLY]),
        ({"actor": "PRK", "type": "ASSAULT"}, [EARLY]),
        ({"actor": "PRK", "type": "ACCUSE"}, []),
        ({"speaker": "Kim"}, [EARLY]),
        ({"source": "KCNA"}, [EARLY]),
        ({"limit": 2}, [EARLY, LATE]),
    ],
)
def test_articles(news: Store, filters: dict[str, Any], expected: list[Any]) -> None:
    """By publication, the undated last; filters of events must be met by one of its events."""
    assert [a.id for a in news.iter_articles(**filters)] == [a.id for a in expected]


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({}, True),
        ({"type": "sanctions"}, True),
        ({"type": "treaty"}, False),
        ({"actor": "USA"}, True),
        ({"actor": "PRK"}, False),
        ({"recipient": "PRK"}, True),
        ({"between": ("PRK", "USA")}, True),
        ({"between": ("PRK", "CHN")}, False),
        ({"until": "2015"}, False),
        ({"since": "2024", "until": "2024"}, True),
        ({"outlet": "post"}, True),
        ({"outlet": "xinhua"}, False),
        ({"text": "sanctions stand"}, True),
        ({"text": "treaty"}, False),
        ({"voice": "outlet"}, True),
        ({"voice": "opinion"}, False),
    ],
)
def test_ties(news: Store, filters: dict[str, Any], found: bool) -> None:
    """Ties are found by kind, parties, the time in which they stood, and their evidence."""
    assert bool(list(news.iter_ties(**filters))) is found


def test_passages(news: Store) -> None:
    """Passages by time and place in the text, by voice and outlet."""
    assert [p.article for p in news.iter_passages()] == [EARLY.id, LATE.id]
    assert [p.article for p in news.iter_passages(voice="reported")] == [LATE.id]
    assert [p.article for p in news.iter_passages(outlet="paper")] == [EARLY.id]


def test_skipped(news: Store) -> None:
    """What was skipped is listed by its source and found by its words."""
    for name in ("b.html", "a.html"):
        news.write_skipped(Skipped(source=name, reason="no_article", detail="a list of links"))
    assert [s.source for s in news.iter_skipped()] == ["a.html", "b.html"]
    assert [s.source for s in news.iter_skipped(text="B.HTML links")] == ["b.html"]


@pytest.mark.parametrize(
    ("what", "filters"),
    [
        ("ties", {"quad": 1}),
        ("ties", {"type": "AID"}),
        ("passages", {"actor": "PRK"}),
        ("skipped", {"outlet": "The Paper"}),
        ("quotes", {"type": "treaty"}),
    ],
)
def test_filters_that_do_not_fit_are_refused(
    news: Store, what: str, filters: dict[str, Any]
) -> None:
    """A filter that means nothing for a list is refused by name, at once."""
    with pytest.raises(UsageError) as error:
        getattr(news, f"iter_{what}")(**filters)
    assert str(error.value.where) == "--" + next(iter(filters))


@pytest.mark.parametrize("what", ["events", "quotes", "ties", "articles", "passages", "skipped"])
def test_every_list_is_a_table(news: Store, what: str) -> None:
    """Every list also comes as an Arrow table with as many rows."""
    assert getattr(news, what)().num_rows == len(list(getattr(news, f"iter_{what}")()))
