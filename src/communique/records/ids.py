"""Readable-length ids that depend on content alone."""

from __future__ import annotations

import hashlib

from communique.records.span import Span

__all__ = ["make_id", "span_key"]

_LENGTH = 24


def make_id(*parts: str | int | None) -> str:
    """24 hexadecimal digits of SHA-256 over the parts, each marked off so that none can run into
    the next. Equal parts give equal ids on every machine."""
    digest = hashlib.sha256()
    for part in parts:
        piece = b"\x00" if part is None else str(part).encode("utf-8", "surrogatepass")
        digest.update(len(piece).to_bytes(8, "big"))
        digest.update(piece)
    return digest.hexdigest()[:_LENGTH]


def span_key(spans: tuple[Span | None, ...]) -> str:
    """Spans as one string, for use inside an id."""
    return " ".join("-" if s is None else f"{s[0]}:{s[1]}" for s in spans)
