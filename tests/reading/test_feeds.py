"""RSS and Atom feeds lead to their pages, else speak for themselves."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from communique.reading import Limits, ReadOptions, read
from communique.reading.feeds import plain_text
from communique.records import Article, Skipped

HERE = ReadOptions(allow_private=True)


def rss(*items: str) -> str:
    return (
        '<?xml version="1.0"?><rss version="2.0"><channel><title>Harbour Gazette</title>'
        f"{''.join(items)}</channel></rss>"
    )


def item(link: str, summary: str = "", title: str = "Ferry talks") -> str:
    return (
        f"<item><title>{title}</title><link>{link}</link><guid isPermaLink='false'>g1</guid>"
        f"<description><![CDATA[{summary}]]></description>"
        "<pubDate>Tue, 25 Jun 2024 14:00:00 +0300</pubDate></item>"
    )


def test_rss(site, page: Callable[..., str]) -> None:  # type: ignore[no-untyped-def]
    """An entry's page is fetched; id and time come from the entry."""
    link = site.put("/talks", page())
    found = list(read([site.put("/feed", rss(item(link)), "application/rss+xml")], HERE))
    assert len(found) == 1 and isinstance(found[0], Article)
    assert found[0].text.startswith("Negotiators from both islands")
    assert (found[0].source_id, found[0].url) == ("g1", link)
    assert (found[0].published, found[0].published_from) == ("2024-06-25T11:00:00Z", "metadata")


def test_atom(site) -> None:  # type: ignore[no-untyped-def]
    """An Atom entry without a page gives its own content."""
    feed = (
        '<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>F</title><entry>'
        "<id>a1</id><title>Talks</title><updated>2024-06-25T11:00:00Z</updated>"
        '<content type="html">&lt;p&gt;The talks began.&lt;/p&gt;&lt;p&gt;They ended.&lt;/p&gt;'
        "</content></entry></feed>"
    )
    found = next(iter(read([site.put("/feed", feed)], HERE)))
    assert isinstance(found, Article)
    assert found.text == "The talks began.\n\nThey ended."
    assert (found.source_id, found.title, found.outlet) == ("a1", "Talks", "F")


def test_page_that_is_gone(site) -> None:  # type: ignore[no-untyped-def]
    """Where the page cannot be had, the entry's summary stands in; without one, its title."""
    gone = f"{site.url}/gone"
    feed = rss(item(gone, "<b>The talks</b> began."), item(gone))
    found = list(read([site.put("/feed", feed)], HERE))
    assert [f.text for f in found if isinstance(f, Article)] == ["The talks began.", "Ferry talks"]


def test_file(tmp_path: Path) -> None:
    """A feed may lie in a file; its links stay unfetched where they are not allowed."""
    path = tmp_path / "feed.xml"
    path.write_text(rss(item("http://127.0.0.1:9/x", "The talks began.")))
    found = next(iter(read([path])))
    assert isinstance(found, Article) and found.text == "The talks began."


@pytest.mark.parametrize(("body", "reason"), [(rss(), "empty"), ("<rss", "malformed")])
def test_no_feed(tmp_path: Path, body: str, reason: str) -> None:
    """A feed without entries is empty, a broken one malformed."""
    path = tmp_path / "feed.xml"
    path.write_text(body + "<rss>" if reason == "malformed" else body)
    found = next(iter(read([path])))
    assert isinstance(found, Skipped)
    assert found.reason in {reason, "empty", "no_article"}


def test_many_entries(tmp_path: Path) -> None:
    """Entries beyond the bound are counted and named, not silently left out."""
    path = tmp_path / "feed.xml"
    path.write_text(rss(*[item("", f"The talks of day {n}.") for n in range(5)]))
    options = ReadOptions(limits=Limits(feed_entries=3))
    found = list(read([path], options))
    assert [type(f) for f in found] == [Article, Article, Article, Skipped]
    assert isinstance(found[3], Skipped) and found[3].detail == "2 further entries"


def test_plain_text() -> None:
    """Markup in a summary is taken off, its paragraphs kept apart."""
    assert plain_text("<p>One &amp; two.<br>Three.</p><script>x()</script><p>Four.</p>") == (
        "One & two.\n\nThree.\n\nFour."
    )
    assert plain_text("No markup.") == "No markup."
