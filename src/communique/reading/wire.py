"""Which agency's copy an article is."""

from __future__ import annotations

import re
from collections.abc import Iterable

from communique.reading.dateline import Dateline
from communique.reading.outlets import Outlet, outlets
from communique.records import Dropped

__all__ = ["wire_of"]

_LOOKS_LIKE_AGENCY = re.compile(r"\b(?:agency|wire|press|news service)\b", re.I)
_SPLIT = re.compile(
    r"\s*(?:[,;/|()©\[\]]|\band\b|\bby\b|\bthe\b|\bvia\b|\bcopyright\b|\d{4})\s*", re.I
)
_STAFF = re.compile(r"\b(?:staff|news|reporters?|writers?|correspondents?)\b", re.I)


def wire_of(
    dateline: Dateline | None,
    byline: Iterable[str],
    dropped: Iterable[Dropped],
    outlet: Outlet | None,
) -> str | None:
    """The agency that wrote the text, by its usual name, or None.

    The dateline decides, then the byline, then a credit or a line of rights that names exactly
    one agency, then the outlet where it is an agency itself. An agency that the register lacks
    is given in the dateline's own words.
    """
    if dateline and dateline.agency:
        agency = _agency(dateline.agency)
        if agency:
            return agency.name
        known = outlets().by_name(dateline.agency)
        if known is None and _plausible(dateline.agency):
            return dateline.agency.strip()
    for name in byline:
        agency = _agency(name)
        if agency:
            return agency.name
        if _LOOKS_LIKE_AGENCY.search(name) and re.search(r"\bagency\b", name, re.I):
            return name.strip()
    for piece in dropped:
        if piece.kind in {"credit", "rights", "byline", "origin"}:
            named = {a.name for a in map(_agency, _SPLIT.split(piece.text)) if a}
            if len(named) == 1:
                return named.pop()
    return outlet.name if outlet and outlet.agency else None


def _agency(words: str) -> Outlet | None:
    register = outlets()
    words = words.strip(" .–—-:")
    found = register.by_name(words) or register.by_name(_STAFF.sub("", words).strip())
    return found if found and found.agency else None


def _plausible(words: str) -> bool:
    """Whether unknown words in a dateline's brackets can be an agency: a name, not a remark."""
    words = words.strip()
    return (
        bool(re.fullmatch(r"[A-Z][\w.&'’-]*(?: (?:[A-Z][\w.&'’-]*|of|and|de|for)){0,4}", words))
        and not words.isdigit()
    )
