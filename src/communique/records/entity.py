"""Who is meant by some words of an article."""

from __future__ import annotations

from typing import Literal

from msgspec import Struct

from communique.records.span import Span

__all__ = ["Entity", "EntityKind", "ResolvedBy"]

EntityKind = Literal["state", "person", "organisation", "group", "document", "unnamed"]
ResolvedBy = Literal[
    "name", "office", "role", "demonym", "metonym", "anaphora", "apposition", "user", "unresolved"
]


class Entity(Struct, frozen=True, kw_only=True):
    """A party or a source, as its words at `span` name it on the article's date.

    `span` counts code points of the article's text and is None where no words name it
    ("reportedly"); `raw_text` is then empty. Codes are PLOVER's (manual, chapter 5).
    """

    raw_text: str
    span: Span | None
    kind: EntityKind
    entity_id: str | None = None
    entity_name: str | None = None
    entity_code: str | None = None
    country_code: str | None = None
    sector_code: str | None = None
    other_sector_codes: tuple[str, ...] = ()
    office: str | None = None
    wikidata_id: str | None = None
    resolved_by: ResolvedBy = "unresolved"
