"""Puts a page's tree in order before its main text is sought."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.html import HtmlElement

__all__ = ["squeezed", "tidy"]

_SPACE = re.compile(r"\s+")
_HIDDEN_STYLE = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.I)
_TABLE_TAGS = frozenset({"table", "tbody", "thead", "tfoot", "tr", "td", "th"})
_MOST_OF_PAGE = 0.4
_HIDDEN_PARAGRAPHS = 2
_PARAGRAPH = 80
_LAYOUT_CELL = 400
_CARD_TEXT = 60
_CARD_LINKS = 0.8


def squeezed(element: HtmlElement) -> str:
    """The text of an element on one line."""
    return _SPACE.sub(" ", element.text_content()).strip()


def tidy(tree: HtmlElement) -> HtmlElement:
    """Mends what misleads the search for the main text; changes the tree and gives it back.

    Scripts and hidden parts go (but not where they hold most of the page: an article that a
    script shows later); a form round the whole page becomes a plain block; tables that lay out
    the page become blocks, their link lists gone; cards of links inside a sentence go.
    """
    for element in list(tree.iter("script", "style", "noscript", "template")):
        if element.get("type") != "application/ld+json":
            _drop(element)
    body = tree.find("body") if tree.tag == "html" else tree
    if body is None:
        return tree
    _unwrap_forms(body)
    _drop_hidden(body)
    _drop_cards(body)
    _lay_out_tables(body)
    return tree


def _drop(element: HtmlElement) -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _drop_hidden(body: HtmlElement) -> None:
    for element in list(body.iter("div", "span", "section", "aside", "p", "ul", "nav", "form")):
        hidden = "hidden" in element.attrib or _HIDDEN_STYLE.search(element.get("style") or "")
        if hidden:
            paragraphs = [p for p in element.iter("p") if len(squeezed(p)) >= _PARAGRAPH]
            if len(paragraphs) < _HIDDEN_PARAGRAPHS:
                _drop(element)


def _unwrap_forms(body: HtmlElement) -> None:
    whole = len(squeezed(body)) or 1
    for form in list(body.iter("form")):
        if len(squeezed(form)) > _MOST_OF_PAGE * whole:
            form.tag = "div"
            form.attrib.clear()


def _link_text(element: HtmlElement) -> tuple[int, int]:
    links = list(element.iter("a"))
    return len(links), sum(len(squeezed(a)) for a in links)


def _drop_cards(body: HtmlElement) -> None:
    """Lists of links inside a paragraph that open when the pointer rests on a name."""
    for paragraph in list(body.iter("p")):
        for element in reversed(list(paragraph.iter("span", "div", "aside"))):
            words = squeezed(element)
            count, linked = _link_text(element)
            if count >= 2 and len(words) >= _CARD_TEXT and linked >= _CARD_LINKS * len(words):
                _drop(element)


def _lay_out_tables(body: HtmlElement) -> None:
    for table in list(body.iter("table")):
        cells = [c for c in table.iter("td") if next(c.iter("table"), None) is None]
        if max((len(squeezed(c)) for c in cells), default=0) < _LAYOUT_CELL:
            continue
        for cell in cells:
            words = squeezed(cell)
            if _link_text(cell)[1] > len(words) / 2 or next(cell.iter("form"), None) is not None:
                _drop(cell)
        for element in list(table.iter(*_TABLE_TAGS)):
            if isinstance(element.tag, str):
                element.tag = "div"
