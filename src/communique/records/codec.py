"""Records to JSON and back. The forms are derived from the structs; none is written twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from communique.errors import RecordError
from communique.records.article import Article
from communique.records.correction import Correction
from communique.records.event import Event
from communique.records.passage import Passage
from communique.records.quotation import Quotation
from communique.records.skipped import Skipped
from communique.records.tie import Tie

__all__ = ["Record", "decode", "decode_lines", "encode", "encode_lines", "to_dict"]

Record = Article | Event | Quotation | Passage | Tie | Skipped | Correction

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Record] = msgspec.json.Decoder(Record)


def encode(record: Record) -> bytes:
    """One record as one JSON object, without a line end."""
    return _encoder.encode(record)


def decode(data: bytes | str) -> Record:
    """The record that a JSON object says. Raises `RecordError` where it says none."""
    try:
        return _decoder.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        raise RecordError(what=str(error), where="a record's JSON") from error


def encode_lines(records: Iterable[Record]) -> Iterator[bytes]:
    """JSON Lines, one record a line, each with its line end."""
    for record in records:
        yield _encoder.encode(record) + b"\n"


def decode_lines(lines: Iterable[bytes | str]) -> Iterator[Record]:
    """Records from JSON Lines; empty lines are passed over."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            yield _decoder.decode(line)
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise RecordError(what=str(error), where=f"line {number}") from error


def to_dict(record: Record) -> dict[str, Any]:
    """A record as plain Python values, as its JSON would give them."""
    result: dict[str, Any] = msgspec.to_builtins(record)
    return result
