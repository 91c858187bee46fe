"""What is concluded about an article from what came with it."""

from __future__ import annotations

import pytest

from communique.errors import ReadingError
from communique.reading import Limits, ReadOptions
from communique.reading.addresses import canonical_url
from communique.reading.article import Draft, make_article
from communique.records import Article

BODY = "The two governments signed the border treaty on Monday after nine years of talks."


def make(text: str = BODY, **fields: object) -> Article:
    return make_article(Draft(text=text, where="test", **fields), ReadOptions())  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "wire"),
    [
        (f"BEIRUT (Reuters) - {BODY}", "Reuters"),
        (f"BERLIN (dpa) - {BODY}", "dpa"),
        (f"ASMARA (Halden News Agency) -- {BODY}", "Halden News Agency"),
        (f"{BODY} (Copyright 2018 The Associated Press. All rights reserved.)", "Associated Press"),
        (f"{BODY}\n\n{BODY}\n\nBy Ada Lund, The Canadian Press.", "The Canadian Press"),
        (f"DURBAN (CNN) - {BODY}", None),
        (f"BERLIN (he said) - {BODY}", None),
        (f"{BODY} amp/sms (Reuters, AFP)", None),
        (f"Treaty signed\nBy Associated Press\n\n{BODY}", "Associated Press"),
        (BODY, None),
    ],
)
def test_wire(text: str, wire: str | None) -> None:
    """The agency comes from the dateline, the byline, a credit; never from several at once."""
    assert make(text).wire == wire


def test_agency_outlet() -> None:
    """What an agency publishes itself is its own copy."""
    assert make(url="https://www.reuters.com/world/x").wire == "Reuters"


def test_byline() -> None:
    """A byline over the text names its authors."""
    found = make(f"Treaty signed\nBy Ada Lund and Per Holm\n\n{BODY}")
    assert (found.title, found.byline) == ("Treaty signed", ("Ada Lund", "Per Holm"))


def test_outlet() -> None:
    """A given outlet is kept as it is; else the register or the host names it."""
    assert make(url="https://www.dw.com/en/x").outlet == "Deutsche Welle"
    assert make(url="https://www.a.test/x").outlet == "a.test"
    given = make(url="https://www.dw.com/en/x", outlet="DW (English)")
    assert (given.outlet, given.outlet_kind) == ("DW (English)", "broadcaster")


def test_too_large() -> None:
    """A text beyond the bound is refused."""
    options = ReadOptions(limits=Limits(text=10))
    with pytest.raises(ReadingError) as caught:
        make_article(Draft(text=BODY, where="test"), options)
    assert caught.value.reason == "too_large"


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("HTTPS://A.Test:443/x?utm_source=m&b=1#top", "https://a.test/x?b=1"),
        ("http://a.test", "http://a.test/"),
        ("http://[::1]:8080/x", "http://[::1]:8080/x"),
        ("http://a.test/x?b=%20&a=", "http://a.test/x?b=%20&a="),
        ("no address", "no address"),
        ("http://[broken", "http://[broken"),
    ],
)
def test_canonical(url: str, expected: str) -> None:
    """One form for one address; what is none is left."""
    assert canonical_url(url) == expected
