"""Rows of one long JSON array, read item by item."""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Iterator

from communique.errors import ReadingError
from communique.reading.article import Draft
from communique.reading.columns import NamedColumns
from communique.reading.decoding import utf16_kind
from communique.reading.options import ReadOptions
from communique.reading.rows import column_names, draft_of_row, skipped_by
from communique.reading.streams import Stream, read_chunks
from communique.records import Skipped

__all__ = ["json_array"]

_NEXT_ITEM = re.compile(r"\}\s*,\s*(?=\{)")
_NOT_YET = 4096
_COMPACT = 1 << 20


class _Buffer:
    """Text that grows at its end and is forgotten at its start."""

    def __init__(self, stream: Stream) -> None:
        codec = utf16_kind(stream.head) or "utf-8-sig"
        self._decoder = codecs.getincrementaldecoder(codec)("replace")
        self._chunks = read_chunks(stream)
        self.text = ""
        self.at = 0
        self.ended = False

    def grow(self) -> bool:
        """Reads on; False where nothing is left."""
        chunk = next(self._chunks, None)
        self.ended = chunk is None
        more = self._decoder.decode(chunk or b"", final=self.ended)
        if self.at > _COMPACT:
            self.text, self.at = self.text[self.at :], 0
        self.text += more
        return not self.ended

    def skip(self, characters: str) -> str:
        """Passes over white space and the given characters; the next one, or "" at the end."""
        while True:
            while self.at < len(self.text) and (
                self.text[self.at].isspace() or self.text[self.at] in characters
            ):
                self.at += 1
            if self.at < len(self.text):
                return self.text[self.at]
            if not self.grow():
                return ""


def json_array(stream: Stream, options: ReadOptions) -> Iterator[Draft | Skipped]:
    """The objects of a JSON array as drafts, never more than one of them in memory.

    A broken item becomes `Skipped` 'malformed' naming its number, one beyond the bound
    'too_large'; reading goes on at the next object. A column that `options.columns` names and no
    object has is `Skipped` 'malformed' at the end.
    """
    names, named = column_names(options), NamedColumns(options)
    buffer = _Buffer(stream)
    if buffer.skip("\ufeff") == "[":
        buffer.at += 1
    number = 0
    while (opening := buffer.skip(",")) not in {"", "]"}:
        number += 1
        where = f"{stream.label}: item {number}"
        try:
            value = _item(buffer, options.limits.line, where)
            if not isinstance(value, dict):
                raise ReadingError(
                    reason="malformed", what=f"no object but {opening!r}", where=where
                )
            named.see(value)
            yield draft_of_row(value, names, where)
        except ReadingError as error:
            yield skipped_by(error, where)
    yield from named.unmet(stream.label)
    if opening == "":
        where = f"{stream.label}: item {number}"
        yield Skipped(source=where, reason="malformed", detail="the array breaks off after it")


def _item(buffer: _Buffer, limit: int, where: str) -> object:
    decoder = json.JSONDecoder(strict=False)
    while True:
        try:
            value, buffer.at = decoder.raw_decode(buffer.text, buffer.at)
            return value
        except (json.JSONDecodeError, RecursionError) as error:
            size = len(buffer.text) - buffer.at
            if _incomplete(error, buffer) and size <= limit:
                if buffer.grow():
                    continue
                size = len(buffer.text) - buffer.at
            _resynchronise(buffer)
            if size > limit:
                raise ReadingError(
                    reason="too_large", what=f"an item of more than {limit} bytes", where=where
                ) from error
            raise ReadingError(
                reason="malformed", what=f"broken JSON: {error}", where=where
            ) from error


def _incomplete(error: Exception, buffer: _Buffer) -> bool:
    if buffer.ended or not isinstance(error, json.JSONDecodeError):
        return False
    return error.msg.startswith("Unterminated") or error.pos >= len(buffer.text) - _NOT_YET


def _resynchronise(buffer: _Buffer) -> None:
    """Goes on to where the next object seems to begin, else to the end."""
    while True:
        match = _NEXT_ITEM.search(buffer.text, buffer.at)
        if match:
            buffer.at = match.end()
            return
        buffer.at = max(buffer.at, len(buffer.text) - 64)
        if not buffer.grow():
            buffer.at = len(buffer.text)
            return
