"""The main text of a page, without what stands round it."""

from __future__ import annotations

import gzip
import json
import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from communique.reading import page_text
from communique.reading.decoding import declared_charset, decode

GOLD = Path(__file__).parents[3] / "shared" / "gold" / "pages-dev"


def test_furniture_is_swept(page: Callable[..., str]) -> None:
    """Furniture inside the article goes to `dropped`, its words as they stood."""
    extra = "<p>Sign up for our newsletter to get more like this.</p><p>Copyright 2024 Gazette.</p>"
    found = page_text(page(extra=extra))
    assert found.text.endswith("since the line was closed last year.")
    assert {"newsletter", "rights"} <= {d.kind for d in found.dropped}


def test_hidden_parts(page: Callable[..., str]) -> None:
    """What the page hides is not read."""
    extra = (
        "<div style='display: none'><p>This is a secret that nobody was meant to read.</p></div>"
    )
    assert "secret" not in page_text(page(extra=extra)).text


def test_hidden_article() -> None:
    """An article that a script shows later is read although it is hidden at first."""
    words = "The two governments signed the border treaty on Monday after nine years of talks. "
    body = "".join(f"<p>{words * 2}{n}</p>" for n in range(4))
    html = f"<html><body><div style='display:none'><article>{body}</article></div></body></html>"
    assert page_text(html).text.count("border treaty") == 8


@pytest.mark.parametrize("title", ["", "<title>Gazette</title>"])
def test_a_page_of_links_alone_has_no_text(title: str) -> None:
    """Where nothing is written but the bar of links, there is no article, not even "Home"."""
    html = f"<html><head>{title}</head><body><nav><a href='/'>Home</a></nav></body></html>"
    assert page_text(html).text == ""


def test_cards_of_links(page: Callable[..., str]) -> None:
    """A card of links that opens over a name does not break the sentence."""
    card = (
        "<p>The governor, <span><a href='/p'>Ada Lund</a><span class='card'><a href='/p'>Ada Lund"
        "</a><a href='/1'>Governor opens the new harbour wall at last</a> <a href='/2'>Governor "
        "closes the old one</a></span></span>, welcomed the end of the dispute on Monday.</p>"
    )
    assert "Ada Lund, welcomed the end" in page_text(page(extra=card)).text


def test_layout_tables() -> None:
    """A page that is laid out by tables gives its main cell."""
    words = "The two governments signed the border treaty on Monday after nine years of talks. "
    html = (
        "<html><body><table><tr><td><a href='/1'>Home</a> <a href='/2'>Weather</a></td><td>"
        f"{(words * 3 + '<br><br>') * 3}</td><td><form>Mail: <input></form></td></tr></table>"
    )
    text = page_text(html).text
    assert text.count("border treaty") == 9
    assert "|" not in text and "Weather" not in text


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (
            '<meta property="article:published_time" content="2024-06-25T01:00:00+03:00">',
            "2024-06-24T22:00:00Z",
        ),
        ('<meta name="DC.date.issued" content="2024-06-25">', "2024-06-25"),
        (
            '<script type="application/ld+json">{"datePublished": "2024-06-25"}</script>',
            "2024-06-25",
        ),
        ("<time datetime='2024-06-25'>", None),
    ],
)
def test_stated_date(page: Callable[..., str], head: str, expected: str | None) -> None:
    """The date that metadata or linked data state is taken, with its time where it has a zone."""
    assert page_text(page(head=head)).published == expected


@pytest.mark.parametrize("html", ["", "<html></html>", "<p>", "<a>" * 3000, "words only", "<!--"])
def test_odd_pages(html: str) -> None:
    """Odd pages give an empty or a short text, never an error."""
    assert isinstance(page_text(html).text, str)


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    words = re.findall(r"\w+", text)
    return Counter(tuple(words[i : i + 4]) for i in range(max(1, len(words) - 3)))


def _f1(gold: str, found: str) -> float:
    a, b = _shingles(gold), _shingles(found)
    common = sum((a & b).values())
    return 2 * common / (sum(a.values()) + sum(b.values()))


@pytest.mark.slow
@pytest.mark.skipif(not GOLD.exists(), reason="the labelled pages lie beside the checkout only")
def test_not_below_the_bare_library() -> None:
    """On labelled pages the text is at least as good as the bare library's."""
    from trafilatura import extract

    ours, bare = 0.0, 0.0
    for name, row in sorted(json.loads((GOLD / "ground-truth.json").read_text()).items()):
        data = gzip.decompress((GOLD / f"{name}.html.gz").read_bytes())
        html = decode(data, declared=declared_charset(data))
        ours += _f1(row["articleBody"], page_text(html).text)
        text = extract(html, favor_precision=True, include_comments=False)
        bare += _f1(row["articleBody"], text or "")
    assert ours >= bare
