"""What a reader may be told, and the bounds it keeps."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

__all__ = ["COLUMNS", "Limits", "ReadOptions"]

COLUMNS = ("text", "id", "url", "title", "published", "outlet")
"""The columns of a table of articles; only `text` is required."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of what is read. Sizes are bytes, times are seconds.

    `line` bounds one line of JSON Lines or of a table, `text` one text file (and, in characters,
    the text of a row), `page` one HTML page or feed, fetched or in a file, `spool` a Parquet file
    that does not lie on disk.
    """

    line: int = 16 * 2**20
    text: int = 8 * 2**20
    page: int = 8 * 2**20
    connect_seconds: float = 10.0
    fetch_seconds: float = 40.0
    redirects: int = 6
    feed_entries: int = 500
    spool: int = 2 * 2**30


@dataclass(frozen=True, slots=True)
class ReadOptions:
    """How sources are read.

    `columns` maps our column names to those of the input ({"text": "body"}). `published` is the
    day of every article that brings none of its own; with `published_first` it goes before what
    the article states. `language` is the ISO 639-1 code to keep,
    or None to keep all. `allow_private` lets URLs reach private and loopback addresses.
    """

    columns: Mapping[str, str] = field(default_factory=dict)
    published: str | None = None
    published_first: bool = False
    outlet: str | None = None
    language: str | None = "en"
    allow_private: bool = False
    user_agent: str = "communique (news reader)"
    limits: Limits = field(default_factory=Limits)
