"""Sources to articles."""

from __future__ import annotations

import hashlib
import io
import sys
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from communique.errors import ReadingError
from communique.reading.article import Draft, make_article
from communique.reading.decoding import declared_charset, decode
from communique.reading.feeds import feed_entries
from communique.reading.json_array import json_array
from communique.reading.options import ReadOptions
from communique.reading.page import page_text
from communique.reading.parquet import parquet_rows
from communique.reading.rows import json_lines, skipped_by
from communique.reading.sniff import kind_of
from communique.reading.sources import LocalFile, Source, StandardInput, expand
from communique.reading.streams import Stream, read_bounded, ungzip
from communique.reading.tables import table_rows
from communique.records import Article, Skipped

if TYPE_CHECKING:
    from communique.reading.fetching import Fetched

__all__ = ["read"]

_WRAPPINGS = 2
Drafts = Iterator[Draft | Skipped]


def read(
    sources: Iterable[str | Path], options: ReadOptions | None = None
) -> Iterator[Article | Skipped]:
    """The articles that sources hold, in order, each input that could not be read as `Skipped`.

    A source is a file, a folder, a glob, "-" for standard input, or an http(s) address; what is
    in it (text, HTML, JSON Lines, a JSON array, CSV, TSV, Parquet, a feed, any of them in gzip)
    is told by its content first and its name second. Raises nothing on account of an input;
    memory is bounded by one row or one page.
    """
    options = options or ReadOptions()
    for source in expand(sources):
        if isinstance(source, Skipped):
            yield source
        else:
            for item in _drafts(source, options):
                yield _article(item, options)


def _article(item: Draft | Skipped, options: ReadOptions) -> Article | Skipped:
    if isinstance(item, Skipped):
        return item
    try:
        return make_article(item, options)
    except ReadingError as error:
        return skipped_by(error, item.where)


def _drafts(source: Source, options: ReadOptions) -> Drafts:
    try:
        if isinstance(source, LocalFile):
            with source.path.open("rb") as raw:
                stream = Stream.of(raw, source.label, source.path.name)
                yield from _opened(stream, options, path=source.path)
        elif isinstance(source, StandardInput):
            yield from _opened(Stream.of(sys.stdin.buffer, source.label, ""), options)
        else:
            yield from _fetched(source.url, options)
    except ReadingError as error:
        yield skipped_by(error, source.label)
    except PermissionError as error:
        yield Skipped(source=source.label, reason="forbidden", detail=str(error.strerror))
    except OSError as error:
        yield Skipped(source=source.label, reason="failed", detail=str(error))


def _opened(
    stream: Stream, options: ReadOptions, path: Path | None = None, wrapped: int = 0
) -> Drafts:
    """The drafts that one stream of bytes holds, whatever its form."""
    kind = kind_of(stream.head, stream.name, options.columns.get("text", "text"), stream.label)
    if kind == "gzip":
        if wrapped == _WRAPPINGS:
            what = "gzip within gzip within gzip"
            raise ReadingError(reason="not_text", what=what, where=stream.label)
        yield from _opened(ungzip(stream), options, None, wrapped + 1)
    elif kind == "jsonl":
        yield from json_lines(stream, options)
    elif kind == "json":
        yield from json_array(stream, options)
    elif kind == "table":
        yield from table_rows(stream, options)
    elif kind == "parquet":
        yield from parquet_rows(stream, options, path)
    elif kind == "feed":
        data = read_bounded(stream, options.limits.page)
        yield from feed_entries(data, stream.label, options, lambda url: _linked(url, options))
    elif kind == "html":
        data = read_bounded(stream, options.limits.page)
        yield _page(data, stream.label, source_id=stream.name or None)
    else:
        data = read_bounded(stream, options.limits.text)
        text = decode(data, where=stream.label)
        yield Draft(text=text, where=stream.label, source_id=stream.name or None)


def _fetched(url: str, options: ReadOptions) -> Drafts:
    """What stands at an address: a page, or anything that a file may hold."""
    from communique.reading.fetching import fetch

    page = fetch(url, options)
    stream = Stream.of(io.BytesIO(page.data), url, urlsplit(page.url).path.rpartition("/")[2])
    text_column = options.columns.get("text", "text")
    kind = kind_of(stream.head, stream.name, text_column, url)
    if kind == "html":
        yield _page_of(page, url)
        return
    for item in _opened(stream, options):
        if isinstance(item, Skipped) or kind == "feed":
            yield item
        elif kind == "text":
            digest = hashlib.sha256(page.data).hexdigest()
            yield replace(
                item, url=page.url, source_id=None, page_hash=digest, retrieved=page.retrieved
            )
        else:
            yield replace(item, retrieved=page.retrieved)


def _linked(url: str, options: ReadOptions) -> Draft:
    """The page that a feed's entry links to. Raises `ReadingError`."""
    from communique.reading.fetching import fetch

    page = fetch(url, options)
    if kind_of(page.data[:65536], "", "text", url) != "html":
        raise ReadingError(reason="no_article", what="no page of HTML", where=url)
    return _page_of(page, url)


def _page_of(page: Fetched, where: str) -> Draft:
    return _page(page.data, where, url=page.url, charset=page.charset, retrieved=page.retrieved)


def _page(
    data: bytes,
    where: str,
    source_id: str | None = None,
    url: str | None = None,
    charset: str | None = None,
    retrieved: str | None = None,
) -> Draft:
    """The article on a page. Raises `ReadingError` 'no_article' where there is none."""
    from lxml.etree import LxmlError

    html = decode(data, declared=charset or declared_charset(data), where=where)
    try:
        page = page_text(html, url)
    except (LxmlError, ValueError, TypeError, AttributeError, LookupError, RecursionError) as error:
        raise ReadingError(
            reason="failed", what=f"the page could not be taken apart: {error}", where=where
        ) from error
    if not page.text.strip():
        raise ReadingError(reason="no_article", what="no article on this page", where=where)
    return Draft(
        text=page.text,
        where=where,
        source_id=source_id,
        url=url or page.url,
        outlet=page.outlet,
        title=page.title,
        byline=page.byline,
        stated=page.published,
        guessed=page.guessed_date,
        retrieved=retrieved,
        page_hash=hashlib.sha256(data).hexdigest(),
        is_page=True,
        dropped=page.dropped,
    )
