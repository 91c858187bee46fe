"""Labelled files, as `gold/README.md` describes them."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from communique.errors import UsageError
from communique.records import Span

__all__ = ["GoldArticle", "GoldEvent", "GoldParty", "read_gold_events", "read_gold_pages"]


class GoldParty(Struct, frozen=True):
    """A labelled party: where it stands and its code; None where it has none."""

    span: Span
    code: str | None = None
    sector: str | None = None


class GoldPlace(Struct, frozen=True):
    """A labelled place: its country and, of what is finer than a country, where it lies."""

    country: str
    name: str = ""
    lat: float | None = None
    lon: float | None = None


class GoldEvent(Struct, frozen=True):
    """One labelled row. `type2`, `modality2`, `voice2`, `date2` are right too. `place` is a
    country's code or a place."""

    sentence_span: Span
    trigger_span: Span
    type: str
    actor: tuple[GoldParty, ...] = ()
    recipient: tuple[GoldParty, ...] = ()
    type2: str | None = None
    date: str | None = None
    date2: str | None = None
    date_precision: str | None = None
    place: str | GoldPlace | None = None
    modality: str | None = None
    modality2: str | None = None
    voice: str | None = None
    voice2: str | None = None
    optional: bool = False


class GoldArticle(Struct, frozen=True):
    """A labelled article; `events` is None where a file has no labels. `kind` is political or
    other."""

    id: str
    text: str
    kind: str = "political"
    title: str | None = None
    url: str | None = None
    published: str | None = None
    events: tuple[GoldEvent, ...] | None = None


def read_gold_events(path: Path) -> Iterator[GoldArticle]:
    """Articles of a JSON Lines file. Raises `UsageError` naming the line that does not fit."""
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(what=str(error), where=str(path)) from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield msgspec.json.decode(line, type=GoldArticle)
        except msgspec.DecodeError as error:
            raise UsageError(
                what=str(error), where=f"{path}, line {number}", do="See gold/README.md."
            ) from error


def read_gold_pages(folder: Path) -> Iterator[tuple[str, bytes, str | None, str | None]]:
    """Pages of a folder as (id, HTML bytes, text or None, url or None), in the order of their
    names. The texts come from its `ground-truth.json`, where there is one."""
    try:
        pages = sorted(p for p in folder.iterdir() if p.name.endswith((".html", ".html.gz")))
        truth = _truth(folder / "ground-truth.json")
    except OSError as error:
        raise UsageError(what=str(error.strerror), where=str(folder)) from error
    if not pages:
        raise UsageError(what="no .html or .html.gz file", where=str(folder))
    for page in pages:
        try:
            data = page.read_bytes()
            if page.suffix == ".gz":
                data = gzip.decompress(data)
        except (OSError, EOFError, zlib.error) as error:
            raise UsageError(what=str(error), where=str(page)) from error
        name = page.name.removesuffix(".gz").removesuffix(".html")
        row = truth.get(name, {})
        yield name, data, row.get("articleBody"), row.get("url")


def _truth(path: Path) -> dict[str, dict[str, Any]]:
    if not path.exists():
        return {}
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, dict[str, Any]])
    except msgspec.DecodeError as error:
        raise UsageError(what=str(error), where=str(path), do="See gold/README.md.") from error
