"""One text from one place."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

__all__ = ["Article", "Dropped", "OutletKind", "PublishedFrom"]

OutletKind = Literal["wire", "state_media", "press", "broadcaster", "government", "ngo", "blog"]
PublishedFrom = Literal["given", "metadata", "url", "text", "fetched"]


class Dropped(Struct, frozen=True, kw_only=True):
    """Page furniture: what kind it is and its words. It is never coded."""

    kind: str
    text: str


class Article(Struct, frozen=True, kw_only=True, tag_field="record", tag="article"):
    """A news text and what is known of where it stands.

    `text` is kept to the character; every span of every record counts its code points.
    Two outlets that print one copy are two articles, the later pointing at the first.
    """

    id: str
    source_id: str | None = None
    url: str | None = None
    outlet: str | None = None
    outlet_kind: OutletKind | None = None
    outlet_country: str | None = None
    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    published_from: PublishedFrom | None = None
    retrieved: str | None = None
    page_hash: str | None = None
    dateline: str | None = None
    language: str | None = None
    text: str
    dropped: tuple[Dropped, ...] = ()
    wire: str | None = None
    duplicate_of: str | None = None
    revision_of: str | None = None
