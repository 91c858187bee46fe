"""Bytes in pieces: heads, gzip, and lines of bounded length, never a whole file at once."""

from __future__ import annotations

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO, cast

from communique.errors import ReadingError
from communique.reading.sniff import HEAD

__all__ = ["Line", "Stream", "bounded_lines", "read_bounded", "read_chunks", "ungzip"]

_CHUNK = 1 << 18


@dataclass(frozen=True, slots=True)
class Stream:
    """A readable stream whose first bytes are known. `label` names it in messages."""

    raw: BinaryIO
    head: bytes
    label: str
    name: str

    @classmethod
    def of(cls, raw: BinaryIO, label: str, name: str) -> Stream:
        """Looks at the first bytes of a stream; they are read again from the result."""
        buffered = raw if isinstance(raw, io.BufferedReader) else _buffered(raw)
        head = bytearray(buffered.peek(HEAD)[:HEAD])
        if len(head) >= HEAD:
            return cls(cast(BinaryIO, buffered), bytes(head), label, name)
        first = _read_up_to(cast(BinaryIO, buffered), HEAD)
        return cls(cast(BinaryIO, _Rejoined(first, cast(BinaryIO, buffered))), first, label, name)


class _Rejoined:
    """What was read for a look, and then the rest."""

    def __init__(self, first: bytes, rest: BinaryIO) -> None:
        self._first = first
        self._rest = rest

    def read(self, size: int = -1) -> bytes:
        if self._first:
            if size < 0:
                data, self._first = self._first + self._rest.read(), b""
                return data
            data, self._first = self._first[:size], self._first[size:]
            return data
        return self._rest.read(size)


class _Raw(io.RawIOBase):
    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]
        data = self._raw.read(len(view))
        view[: len(data)] = data
        return len(data)


def _buffered(raw: BinaryIO) -> io.BufferedReader:
    return io.BufferedReader(_Raw(raw), buffer_size=HEAD)


def _read_up_to(raw: BinaryIO, size: int) -> bytes:
    parts: list[bytes] = []
    left = size
    while left > 0:
        data = raw.read(min(left, _CHUNK))
        if not data:
            break
        parts.append(data)
        left -= len(data)
    return b"".join(parts)


def ungzip(stream: Stream) -> Stream:
    """The stream inside a gzip stream, its name without .gz. Raises `ReadingError` 'malformed'."""
    inner = gzip.GzipFile(fileobj=stream.raw, mode="rb")
    try:
        return Stream.of(cast(BinaryIO, inner), stream.label, stream.name.removesuffix(".gz"))
    except (OSError, EOFError, zlib.error) as error:
        raise ReadingError(
            reason="malformed", what=f"broken gzip data: {error}", where=stream.label
        ) from error


def read_bounded(stream: Stream, limit: int) -> bytes:
    """All bytes of a stream. Raises `ReadingError` 'too_large' beyond `limit` bytes, having read
    no more than that."""
    try:
        data = _read_up_to(stream.raw, limit + 1)
    except (EOFError, zlib.error, gzip.BadGzipFile) as error:
        raise ReadingError(
            reason="malformed", what=f"broken gzip data: {error}", where=stream.label
        ) from error
    if len(data) > limit:
        raise ReadingError(reason="too_large", what=f"more than {limit} bytes", where=stream.label)
    return data


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a stream, numbered from 1; `data` is None where it was longer than the bound."""

    number: int
    data: bytes | None


def bounded_lines(stream: Stream, limit: int, encoding: str | None = None) -> Iterator[Line]:
    """The lines of a stream without their ends, each at most `limit` bytes.

    With `encoding` (UTF-16, UTF-32) the bytes are brought to UTF-8 first. A line beyond the bound
    is passed over without being kept. Raises `ReadingError` 'malformed' where gzip data break off.
    """
    buffer = bytearray()
    number, skipping = 1, False
    for chunk in _chunks(stream, encoding):
        start = 0
        while (end := chunk.find(b"\n", start)) >= 0:
            if skipping:
                yield Line(number, None)
            else:
                buffer += chunk[start:end]
                yield Line(number, bytes(buffer) if len(buffer) <= limit else None)
            buffer.clear()
            number, skipping, start = number + 1, False, end + 1
        if not skipping:
            buffer += chunk[start:]
            if len(buffer) > limit:
                buffer.clear()
                skipping = True
    if skipping:
        yield Line(number, None)
    elif buffer:
        yield Line(number, bytes(buffer))


def read_chunks(stream: Stream) -> Iterator[bytes]:
    """All of a stream in pieces. Raises `ReadingError` 'malformed' where gzip data break off."""
    while True:
        try:
            chunk = stream.raw.read(_CHUNK)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise ReadingError(
                reason="malformed", what=f"broken gzip data: {error}", where=stream.label
            ) from error
        if not chunk:
            return
        yield chunk


def _chunks(stream: Stream, encoding: str | None) -> Iterator[bytes]:
    decoder = codecs.getincrementaldecoder(encoding)("replace") if encoding else None
    for chunk in read_chunks(stream):
        yield decoder.decode(chunk).encode("utf-8", "surrogatepass") if decoder else chunk
    if decoder and (rest := decoder.decode(b"", final=True)):
        yield rest.encode("utf-8", "surrogatepass")
