"""What a stream of bytes holds, by its content first and its name second."""

from __future__ import annotations

import re
from typing import Literal

from communique.errors import ReadingError
from communique.reading.decoding import is_binary, utf16_kind

__all__ = ["HEAD", "Kind", "kind_of"]

Kind = Literal["text", "html", "feed", "jsonl", "json", "table", "parquet", "gzip"]
HEAD = 65536
"""How many of the first bytes are looked at."""

_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)\b", re.I)
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body)\b", re.I)
_XML = re.compile(r"<\?xml\b", re.I)
_TAG = re.compile(r"<(?:p|div|article|section|h1|h2|span|table|ul|br|main|meta|script)\b", re.I)
_SUFFIXES: dict[str, Kind] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".xml": "feed",
    ".rss": "feed",
    ".atom": "feed",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "table",
    ".tsv": "table",
    ".tab": "table",
}


def kind_of(head: bytes, name: str, text_column: str = "text", where: str | None = None) -> Kind:
    """What the first bytes of a source are. `name` is its file name, or the last of its address.

    Raises `ReadingError`: 'empty' for nothing but white space, 'not_text' for binary data.
    """
    if head.startswith(b"\x1f\x8b"):
        return "gzip"
    if head.startswith(b"PAR1"):
        return "parquet"
    if is_binary(head):
        raise ReadingError(reason="not_text", what="binary data, no text", where=where or name)
    wide = utf16_kind(head)
    text = head.decode(wide or "utf-8", "replace").lstrip("\ufeff")
    if not text.strip() and len(head) < HEAD:
        raise ReadingError(reason="empty", what="nothing in it", where=where or name)
    by_name = _SUFFIXES.get(_suffix(name))
    return _by_content(text.lstrip(), by_name, text_column)


def _suffix(name: str) -> str:
    stem = name.lower().removesuffix(".gz")
    return "." + stem.rpartition(".")[2] if "." in stem else ""


def _by_content(text: str, by_name: Kind | None, text_column: str) -> Kind:
    start = text[:4096]
    if by_name in {"jsonl", "json"} and start.startswith("["):
        return "json"
    if by_name in {"jsonl", "table"}:
        return by_name
    if start.startswith("<"):
        if _FEED.search(start):
            return "feed"
        if _HTML.search(start) or _TAG.search(start) or by_name == "html" or _XML.match(start):
            return "html"
    if start.startswith("{") and re.match(r"\{\s*(?:\"|\})", start):
        return "jsonl"
    if re.match(r"\[\s*(?:\{|\]\s*$)", start):
        return "json"
    if by_name == "html" and _TAG.search(text):
        return "html"
    first = start.partition("\n")[0].strip().lstrip("\ufeff")
    for delimiter in (",", "\t", ";", "|"):
        cells = [c.strip().strip('"').casefold() for c in first.split(delimiter)]
        if len(cells) > 1 and text_column.casefold() in cells:
            return "table"
    return "text"
