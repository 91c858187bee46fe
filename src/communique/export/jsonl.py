"""JSON Lines: the records as they are, one a line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import BinaryIO

from communique.records import Record, encode_lines

__all__ = ["write_jsonl"]


def write_jsonl(records: Iterable[Record], stream: BinaryIO) -> int:
    """Writes records of any kinds in the order given; how many. Each fits the contract's schema."""
    count = 0
    for count, line in enumerate(encode_lines(records), start=1):  # noqa: B007
        stream.write(line)
    return count
