"""Sources to articles."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from communique.errors import ReadingError
from communique.reading.article import Draft, make_article
from communique.reading.decoding import declared_charset, decode
from communique.reading.options import ReadOptions
from communique.reading.page import page_text
from communique.reading.rows import json_lines, skipped_by
from communique.reading.sniff import kind_of
from communique.reading.sources import LocalFile, Source, StandardInput, expand
from communique.reading.streams import Stream, read_bounded, ungzip
from communique.records import Article, Skipped

__all__ = ["read", "read_stream"]


def read(
    sources: Iterable[str | Path], options: ReadOptions | None = None
) -> Iterator[Article | Skipped]:
    """The articles that sources hold, in order, each input that could not be read as `Skipped`.

    A source is a file, a folder, a glob, "-" for standard input, or an http(s) address of a page,
    a table or a feed. Raises nothing on account of an input; memory is bounded by one row.
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


def _drafts(source: Source, options: ReadOptions) -> Iterator[Draft | Skipped]:
    try:
        if isinstance(source, LocalFile):
            with source.path.open("rb") as raw:
                yield from read_stream(Stream.of(raw, source.label, source.path.name), options)
        elif isinstance(source, StandardInput):
            yield from read_stream(Stream.of(sys.stdin.buffer, source.label, ""), options)
    except ReadingError as error:
        yield skipped_by(error, source.label)
    except PermissionError as error:
        yield Skipped(source=source.label, reason="forbidden", detail=str(error.strerror))
    except OSError as error:
        yield Skipped(source=source.label, reason="failed", detail=str(error))


def read_stream(stream: Stream, options: ReadOptions) -> Iterator[Draft | Skipped]:
    """The drafts that one stream of bytes holds, whatever its form."""
    kind = kind_of(stream.head, stream.name, options.columns.get("text", "text"))
    if kind == "gzip":
        yield from read_stream(ungzip(stream), options)
    elif kind == "jsonl":
        yield from json_lines(stream, options)
    elif kind == "html":
        yield _page(stream, options)
    else:
        yield _text(stream, options)


def _text(stream: Stream, options: ReadOptions) -> Draft:
    data = read_bounded(stream, options.limits.text)
    text = decode(data, where=stream.label)
    return Draft(text=text, where=stream.label, source_id=stream.name or None)


def _page(stream: Stream, options: ReadOptions) -> Draft:
    data = read_bounded(stream, options.limits.page)
    return draft_of_page(data, stream.label, stream.name or None)


def draft_of_page(
    data: bytes,
    where: str,
    source_id: str | None = None,
    url: str | None = None,
    charset: str | None = None,
    retrieved: str | None = None,
) -> Draft:
    """The article on a page. Raises `ReadingError` 'no_article' where there is none."""
    page = page_text(decode(data, declared=charset or declared_charset(data), where=where), url)
    if not page.text:
        raise ReadingError(reason="no_article", what="no article on this page", where=where)
    return Draft(
        text=page.text,
        where=where,
        source_id=source_id,
        url=page.url or url,
        outlet=page.outlet,
        title=page.title,
        byline=page.byline,
        stated=page.published,
        retrieved=retrieved,
        page_hash=hashlib.sha256(data).hexdigest(),
        dropped=page.dropped,
    )
