"""Makes the article record of a text and of what is known about where it stands."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass

from communique.errors import ReadingError
from communique.reading.addresses import canonical_url, place_key
from communique.reading.dateline import Dateline, find_dateline
from communique.reading.dates import day_of, find_date, parse_date, url_date
from communique.reading.furniture import Found, dropped_of, find_furniture
from communique.reading.languages import language_of
from communique.reading.options import ReadOptions
from communique.reading.outlets import Outlet, host_of, outlets
from communique.reading.units import line_spans
from communique.reading.wire import wire_of
from communique.records import Article, Dropped, PublishedFrom, make_id

__all__ = ["Draft", "make_article"]

_SURROGATE = re.compile("[\ud800-\udfff]")
_BY = re.compile(r"^\W*(?:written |reported |story |report )?(?:by|from)\s*:?\s+", re.I)
_AND = re.compile(r"\s*(?:,| and | & |;|\|)\s*")


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A text as it was read, before anything is concluded from it.

    `given` is the date that came with it, `stated` the one that its page states, `guessed` one
    that stands somewhere on the page. `is_page`
    and `dropped` are set for HTML, whose furniture was taken out; other text is kept to the
    character.
    """

    text: str | None
    where: str
    source_id: str | None = None
    url: str | None = None
    outlet: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    given: object = None
    stated: object = None
    guessed: object = None
    retrieved: str | None = None
    page_hash: str | None = None
    is_page: bool = False
    dropped: tuple[Dropped, ...] = ()


def make_article(draft: Draft, options: ReadOptions) -> Article:
    """The article of a draft.

    Raises `ReadingError`: 'empty' where there is neither text nor title, 'too_large' beyond
    `options.limits.text`, 'language' where it surely is in another language than asked for.
    """
    title = _clean(draft.title)
    text = _SURROGATE.sub("\ufffd", draft.text or "")
    if not text.strip():
        if not title:
            raise ReadingError(reason="empty", what="no text", where=draft.where)
        text = title
    if len(text) > options.limits.text:
        raise ReadingError(
            reason="too_large",
            what=f"a text of {len(text)} characters; the limit is {options.limits.text}",
            where=draft.where,
        )
    language = language_of(text)
    if options.language and language and language != options.language:
        raise ReadingError(
            reason="language", what=f"the text is in {language!r}", where=draft.where
        )
    found = () if draft.is_page else find_furniture(text, title)
    dropped = draft.dropped if draft.is_page else dropped_of(text, found)
    dateline = find_dateline(text, _body_start(text, found))
    published, published_from = _published(draft, options, dateline, dropped)
    outlet, known = _outlet(draft, options)
    byline = draft.byline or _bylines(dropped)
    url = _clean(draft.url)
    source_id = _clean(draft.source_id)
    return Article(
        id=_article_id(url, outlet, source_id, text),
        source_id=source_id,
        url=url,
        outlet=outlet,
        outlet_kind=known.kind if known else None,
        outlet_country=known.country if known else None,
        title=title or _title(text, found),
        byline=byline,
        published=published,
        published_from=published_from,
        retrieved=draft.retrieved,
        page_hash=draft.page_hash,
        dateline=dateline.words if dateline else None,
        language=language,
        text=text,
        dropped=dropped,
        wire=wire_of(dateline, byline, dropped, known),
    )


def _clean(words: str | None) -> str | None:
    return _SURROGATE.sub("\ufffd", words).strip() or None if words else None


def _article_id(url: str | None, outlet: str | None, source_id: str | None, text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    if url:
        return make_id("url", place_key(url), digest)
    return make_id("outlet", outlet, source_id, digest)


def _body_start(text: str, found: Iterable[Found]) -> int:
    taken = {f.span for f in found}
    return next((line[0] for line in line_spans(text) if line not in taken), 0)


def _title(text: str, found: Iterable[Found]) -> str | None:
    return next((text[f.span[0] : f.span[1]] for f in found if f.kind == "title"), None)


def _bylines(dropped: Iterable[Dropped]) -> tuple[str, ...]:
    for piece in dropped:
        if piece.kind == "byline":
            names = _AND.split(_BY.sub("", piece.text).strip(" .()—–-"))
            return tuple(n for n in (name.strip() for name in names) if n)
    return ()


def _published(
    draft: Draft, options: ReadOptions, dateline: Dateline | None, dropped: Iterable[Dropped]
) -> tuple[str | None, PublishedFrom | None]:
    """The date and what it rests on, by the order: given, metadata, address, text, fetched.

    A date for all articles (`options.published`) is given before fetched, or before all that the
    article states where `options.published_first` says so.
    """
    for_all = parse_date(options.published)
    given = parse_date(draft.given) or (for_all if options.published_first else None)
    if given:
        return given, "given"
    stated = parse_date(draft.stated)
    if stated:
        return stated, "metadata"
    in_url = url_date(draft.url)
    if in_url:
        return in_url, "url"
    fetched = day_of(draft.retrieved)
    if dateline and (day := dateline.date or dateline.day(fetched)):
        return day, "text"
    for piece in dropped:
        if piece.kind in {"stamp", "byline"} and (day := find_date(piece.text)):
            return day, "text"
    if guessed := parse_date(draft.guessed):
        return guessed, "text"
    if for_all:
        return for_all, "given"
    return (draft.retrieved, "fetched") if draft.retrieved else (None, None)


def _outlet(draft: Draft, options: ReadOptions) -> tuple[str | None, Outlet | None]:
    register = outlets()
    name = _clean(draft.outlet) or options.outlet
    by_url = register.by_url(draft.url)
    if name:
        return name, register.by_name(name) or register.by_domain(name) or by_url
    if by_url:
        return by_url.name, by_url
    host = host_of(canonical_url(draft.url)) if draft.url else None
    return host, None
