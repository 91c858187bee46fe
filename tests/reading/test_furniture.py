"""Page furniture is found, and reporting that resembles it is left alone."""

from __future__ import annotations

import re

import pytest

from communique.reading import ReadOptions, furniture_spans
from communique.reading.article import Draft, make_article
from communique.reading.furniture import Pattern, find_furniture, load_patterns
from communique.records import Article, Dropped

BODY = (
    "The two governments signed the border treaty on Monday after nine years of talks.\n\n"
    "Soldiers on both sides will leave the valley within six months, the ministers said.\n\n"
    "Farmers in the valley welcomed the treaty and asked for the road to be opened soon."
)


def kinds(text: str, title: str | None = None) -> list[tuple[str, str]]:
    return [(f.kind, text[f.span[0] : f.span[1]]) for f in find_furniture(text, title)]


def article(text: str, **fields: str) -> Article:
    return make_article(Draft(text=text, where="test", **fields), ReadOptions())


@pytest.mark.parametrize("row", load_patterns()[0], ids=lambda p: f"{p.kind}: {p.example[:40]}")
def test_example(row: Pattern) -> None:
    """Every pattern matches its own example in full."""
    assert re.fullmatch(rf"(?:{row.pattern})[\s.!?»…:>]*", row.example, re.I)


@pytest.mark.parametrize("row", load_patterns()[0], ids=lambda p: f"{p.kind}: {p.example[:40]}")
def test_example_in_text(row: Pattern) -> None:
    """Every example, as a line of its own over or under a body, is found in the text."""
    text = f"{row.example}\n\n{BODY}" if row.at == "start" else f"{BODY}\n\n{row.example}"
    assert row.example in [words for _, words in kinds(text)]


@pytest.mark.parametrize("sentence", load_patterns()[1])
def test_keep(sentence: str) -> None:
    """Reporting that mentions cookies, subscribers, terms or photographs survives everywhere."""
    for text in (f"{BODY}\n\n{sentence}", f"{sentence} {BODY}", f"{BODY} {sentence}\n\n{BODY}"):
        assert kinds(text) == []


def test_furniture_inside_a_paragraph() -> None:
    """A sentence of furniture in the middle of a flat text is cut out alone."""
    text = (
        "The army took the town on Friday. Sign up for our newsletter to get more. Residents fled."
    )
    assert kinds(text) == [("newsletter", "Sign up for our newsletter to get more.")]


def test_title_byline_and_date_over_the_body() -> None:
    """Short lines over the body are its title, byline and date, and are not coded."""
    text = f"Treaty ends a long quarrel\n\nBy Jonas Weidlich\n27 March 2023\n\n{BODY}"
    assert [k for k, _ in kinds(text)] == ["title", "byline", "stamp"]


def test_a_first_sentence_is_no_title() -> None:
    """A first line that ends in a full stop or a question mark belongs to the text."""
    assert kinds(f"Is the long quarrel over?\n\n{BODY}") == []
    assert kinds(BODY) == []


def test_the_given_title_is_dropped_where_the_text_repeats_it() -> None:
    """A line that says the given title again is furniture, even with a full stop."""
    text = f"Treaty ends a long quarrel.\n\n{BODY}"
    assert kinds(text, "Treaty Ends a Long Quarrel") == [("title", "Treaty ends a long quarrel.")]


def test_links_at_the_end() -> None:
    """Short lines without a full stop that end a text are links; one alone is kept."""
    links = "Harbour dues explained\nTen old ferries"
    assert kinds(f"{BODY}\n{links}") == [("links", line) for line in links.split("\n")]
    assert kinds(f"{BODY}\nHarbour dues explained") == []


def test_spans_at_their_own_occurrence() -> None:
    """The same words inside a sentence are not taken for the furniture that repeats them."""
    text = f"The word was Advertisement in red.\n\n{BODY}\n\nAdvertisement"
    found = article(text)
    assert [d.text for d in found.dropped] == ["Advertisement"]
    assert furniture_spans(found) == ((len(text) - len("Advertisement"), len(text)),)


def test_spans_say_what_was_dropped() -> None:
    """The spans' words are those of `dropped`, in the same order."""
    text = f"Treaty signed at last\nBy Ada Lund\n\n{BODY}\n\nShare this article\n\nRead more: Ice"
    found = article(text)
    words = [found.text[s:e] for s, e in furniture_spans(found)]
    assert words == [d.text for d in found.dropped]
    assert len(words) == 4


def test_spans_of_an_older_list() -> None:
    """What an older list of patterns dropped is found between its neighbours."""
    text = f"{BODY}\n\nA line of old.\n\nShare this article"
    dropped = (Dropped(kind="old", text="A line of old."),)
    older = Article(id="0" * 24, text=text, dropped=dropped)
    start = text.index("A line of old.")
    assert furniture_spans(older) == ((start, start + len("A line of old.")),)


def test_a_page_holds_its_furniture_no_more() -> None:
    """For a page the furniture was taken out of the text, and no span is given."""
    dropped = (Dropped(kind="share", text="treaty"),)
    assert furniture_spans(Article(id="0" * 24, text=BODY, page_hash="f", dropped=dropped)) == ()
