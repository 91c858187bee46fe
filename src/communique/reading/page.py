"""A page of HTML to the text of its article."""

from __future__ import annotations

import re
from collections import deque
from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from communique.reading.furniture import find_furniture
from communique.reading.page_dates import stated_date
from communique.reading.tidy import squeezed, tidy
from communique.reading.units import line_spans
from communique.records import Dropped

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["Page", "page_text"]

_SHORTEST = 250
_PARAGRAPH = 60
_MOST_LINKED = 0.5
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")


@dataclass(frozen=True, slots=True)
class Page:
    """The article of a page: paragraphs parted by an empty line, and what its metadata states.

    `guessed_date` is a day that stands somewhere on the page, without its saying what it means.
    """

    text: str
    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    guessed_date: str | None = None
    outlet: str | None = None
    url: str | None = None
    dropped: tuple[Dropped, ...] = ()


def page_text(html: str, url: str | None = None) -> Page:
    """The main text of a page, without its furniture; `text` is empty where there is none.

    Trafilatura finds the article in a tree that was tidied before; where it finds next to
    nothing, the untidied page and then the block with most paragraphs is tried. The furniture
    that is still in it goes to `dropped`. A page of nothing but `nav` has none.
    """
    from trafilatura.metadata import extract_metadata
    from trafilatura.utils import load_html

    html = _CONTROL.sub(" ", html)
    tree = load_html(html)
    if tree is None:
        return Page(text="")
    document = extract_metadata(tree, default_url=url)
    published = stated_date(tree)
    tidy(tree)
    if not _has_words(tree):
        return Page(text="")
    text = _extract(tree, url)
    if len(text) < _SHORTEST:
        text = max(text, _extract(html, url), _most_paragraphs(tree), key=len)
    title = getattr(document, "title", None)
    text, dropped = _sweep(text, title)
    author = getattr(document, "author", None) or ""
    return Page(
        text=text,
        title=title,
        byline=tuple(a.strip() for a in author.split(";") if a.strip()),
        published=published,
        guessed_date=getattr(document, "date", None),
        outlet=getattr(document, "sitename", None),
        url=getattr(document, "url", None),
        dropped=dropped,
    )


def _has_words(tree: HtmlElement) -> bool:
    """Whether anything is written on a page outside its head and its bars of links."""
    return any(
        words.strip() for words in tree.xpath(".//text()[not(ancestor::nav or ancestor::head)]")
    )


def _extract(page: Any, url: str | None) -> str:
    from trafilatura import bare_extraction

    page = page if isinstance(page, str) else deepcopy(page)
    document = bare_extraction(page, url=url, favor_precision=True, include_comments=False)
    return str(getattr(document, "text", None) or "")


def _most_paragraphs(tree: HtmlElement) -> str:
    """The paragraphs of the block that holds most text in paragraphs of its own."""
    best, most = "", 0
    blocks = dict.fromkeys(p.getparent() for p in tree.iter("p"))
    for block in blocks:
        if block is None:
            continue
        paragraphs = [squeezed(p) for p in block.iterchildren("p") if _is_prose(p)]
        size = sum(map(len, paragraphs))
        if size > most:
            best, most = "\n".join(paragraphs), size
    return best


def _is_prose(paragraph: HtmlElement) -> bool:
    words = squeezed(paragraph)
    linked = sum(len(squeezed(a)) for a in paragraph.iter("a"))
    return len(words) >= _PARAGRAPH and linked <= _MOST_LINKED * len(words)


def _sweep(text: str, title: str | None) -> tuple[str, tuple[Dropped, ...]]:
    """A page's text without furniture, an empty line between paragraphs, and what was taken out."""
    found = find_furniture(text, title, links_at_end=False)
    dropped = tuple(Dropped(kind=f.kind, text=text[f.span[0] : f.span[1]]) for f in found)
    kept: list[str] = []
    left = deque(f.span for f in found)
    for start, end in line_spans(text):
        piece, position = "", start
        while left and left[0][0] < end:
            first, last = left.popleft()
            piece += text[position:first]
            position = last
        piece = " ".join((piece + text[position:end]).split())
        if piece:
            kept.append(piece)
    return "\n\n".join(kept), dropped
