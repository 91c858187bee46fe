"""Entries of RSS and Atom feeds."""

from __future__ import annotations

import calendar
import datetime as dt
import io
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from communique.errors import ReadingError
from communique.reading.addresses import is_url
from communique.reading.article import Draft
from communique.reading.options import ReadOptions
from communique.reading.rows import skipped_by
from communique.reading.tidy import squeezed
from communique.records import Skipped

__all__ = ["feed_entries", "plain_text"]

_BLOCKS = ("p", "div", "li", "blockquote", "h1", "h2", "h3", "h4", "br", "tr")
_MARK = "\ue000"
FetchPage = Callable[[str], Draft]


def feed_entries(
    data: bytes, where: str, options: ReadOptions, fetch_page: FetchPage
) -> Iterator[Draft | Skipped]:
    """The entries of a feed, in its order, each with the page it links to.

    Where the page cannot be had or holds no article, the entry's own content stands in, else its
    summary, else its title. Raises `ReadingError` 'malformed' where it is no feed.
    """
    import feedparser

    feed = feedparser.parse(io.BytesIO(data))
    if not feed.entries and not feed.version:
        raise ReadingError(reason="malformed", what="neither RSS nor Atom", where=where)
    if not feed.entries:
        raise ReadingError(reason="empty", what="a feed without entries", where=where)
    name = _words(feed.feed.get("title"))
    for entry in feed.entries[: options.limits.feed_entries]:
        yield _entry(entry, name, where, fetch_page)
    left_out = len(feed.entries) - options.limits.feed_entries
    if left_out > 0:
        yield Skipped(source=where, reason="too_large", detail=f"{left_out} further entries")


def _entry(entry: Any, feed_name: str | None, where: str, fetch_page: FetchPage) -> Draft | Skipped:
    link = _words(entry.get("link"))
    link = link if link and is_url(link) else None
    own = Draft(
        text=_content(entry),
        where=link or where,
        source_id=_words(entry.get("id")) or link,
        url=link,
        outlet=None if link else feed_name,
        title=plain_text(entry.get("title") or "").replace("\n", " ").strip() or None,
        byline=tuple(a for a in (_words(entry.get("author")),) if a),
        stated=_moment(entry),
    )
    problem: ReadingError | None = None
    if link:
        try:
            page = fetch_page(link)
            return replace(
                page,
                source_id=own.source_id,
                title=page.title or own.title,
                byline=page.byline or own.byline,
                stated=own.stated or page.stated,
            )
        except ReadingError as error:
            problem = error
    if own.text or own.title:
        return own
    return skipped_by(problem or ReadingError(reason="empty", what="an empty entry"), own.where)


def _words(value: object) -> str | None:
    return value.strip() or None if isinstance(value, str) else None


def _moment(entry: Any) -> dt.datetime | None:
    parsed = entry.get("published_parsed") or entry.get("updated_parsed")
    if not parsed:
        return None
    try:
        return dt.datetime.fromtimestamp(calendar.timegm(parsed), dt.UTC)
    except (OverflowError, ValueError, OSError):
        return None


def _content(entry: Any) -> str:
    pieces = [str(c.get("value") or "") for c in entry.get("content") or ()]
    pieces.append(str(entry.get("summary") or ""))
    return max((plain_text(p) for p in pieces), key=len)


def plain_text(markup: str) -> str:
    """The words of a piece of HTML, its blocks parted by an empty line."""
    if "<" not in markup and "&" not in markup:
        return markup.strip()
    from lxml import etree
    from lxml.html import fragment_fromstring

    try:
        tree = fragment_fromstring(markup, create_parent="div")
    except (etree.LxmlError, ValueError):
        return markup.strip()
    for element in list(tree.iter("script", "style")):
        element.drop_tree()
    for element in tree.iter(*_BLOCKS):
        element.tail = _MARK + (element.tail or "")
        element.text = _MARK + (element.text or "") if element.tag != "br" else element.text
    lines = squeezed(tree).split(_MARK)
    return "\n\n".join(line.strip() for line in lines if line.strip())
