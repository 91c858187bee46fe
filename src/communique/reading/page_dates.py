"""The date of publication that a page states for machines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from communique.reading.dates import parse_date

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["stated_date"]

_NAMES = (
    "article:published_time",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "article:published",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "publish-date",
    "publish_date",
    "publishdate",
    "published_time",
    "publication_date",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dcterms.date",
    "dc.date",
    "dcsext.articlefirstpublished",
    "originalpublicationdate",
    "article_date_original",
    "article:post_date",
    "issue_date",
    "date",
)
_LD = re.compile(r'"datePublished"\s*:\s*"([^"]{8,40})"')


def stated_date(tree: HtmlElement) -> str | None:
    """The day or UTC time that a page's metadata, linked data or `time` element states, or None.

    Metadata go first, in the order of how strictly their names mean publication.
    """
    return next((found for words in _stated(tree) if (found := parse_date(words))), None)


def _stated(tree: HtmlElement) -> Iterator[str]:
    metas: dict[str, str] = {}
    for meta in tree.iter("meta"):
        name = meta.get("property") or meta.get("name") or meta.get("itemprop") or ""
        if content := meta.get("content"):
            metas.setdefault(name.strip().casefold(), content)
    yield from (metas[name] for name in _NAMES if name in metas)
    for script in tree.iter("script"):
        if script.get("type") == "application/ld+json":
            yield from _LD.findall(script.text or "")
    for element in tree.iter("time", "span", "abbr", "p", "div"):
        if (element.get("itemprop") or "").casefold() == "datepublished":
            yield element.get("datetime") or element.get("content") or element.text_content()
    for article in tree.iter("article", "main"):
        for element in article.iter("time"):
            if element.get("datetime"):
                yield element.get("datetime") or ""
            break
