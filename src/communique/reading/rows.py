"""Rows of tables and of JSON to drafts of articles."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

import msgspec

from communique.errors import ReadingError
from communique.reading.article import Draft
from communique.reading.columns import NamedColumns
from communique.reading.decoding import decode, utf16_kind
from communique.reading.options import COLUMNS, ReadOptions
from communique.reading.streams import Line, Stream, bounded_lines
from communique.records import Skipped

__all__ = ["column_names", "draft_of_row", "json_lines", "skipped_by"]

_BOM = b"\xef\xbb\xbf"


def column_names(options: ReadOptions) -> dict[str, str]:
    """For each of our columns the input's name of it."""
    return {name: options.columns.get(name, name) for name in COLUMNS}


def draft_of_row(row: Mapping[str, Any], names: Mapping[str, str], where: str) -> Draft:
    """A row as a draft; the text is taken to the character.

    Raises `ReadingError` 'malformed' where the text is missing or no text. A row that has a title
    but an empty or missing text is kept: its title is then the text.
    """
    text, title = row.get(names["text"]), _word(row.get(names["title"]))
    if isinstance(text, bytes):
        text = decode(text, where=where)
    if text is not None and not isinstance(text, str):
        raise ReadingError(
            reason="malformed",
            what=f"{names['text']!r} holds no text but {type(text).__name__}",
            where=where,
        )
    if text is None and not title:
        there = ", ".join(sorted(map(str, row))[:12])
        raise ReadingError(
            reason="malformed" if names["text"] not in row else "empty",
            what=f"no {names['text']!r} in it" + (f"; it has: {there}" if there else ""),
            where=where,
            do="Name the column that holds the text, as in --columns text=body.",
        )
    return Draft(
        text=text,
        where=where,
        source_id=_word(row.get(names["id"])),
        url=_word(row.get(names["url"])),
        outlet=_word(row.get(names["outlet"])),
        title=title,
        given=row.get(names["published"]),
    )


def _word(value: object) -> str | None:
    """A cell that names something, as text; numbers keep their digits."""
    if value is None or isinstance(value, dict | list):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return str(value).strip() or None


def json_lines(stream: Stream, options: ReadOptions) -> Iterator[Draft | Skipped]:
    """The rows of JSON Lines, one at a time.

    A broken line becomes `Skipped` 'malformed', one beyond the bound 'too_large', each naming
    file and line; the rest goes on. A file that is one JSON value over several lines is read too.
    A column that `options.columns` names and no row has is `Skipped` 'malformed' at the end.
    """
    names, named = column_names(options), NamedColumns(options)
    lines = bounded_lines(stream, options.limits.line, utf16_kind(stream.head))
    opening: list[Line] = []
    for line in lines:
        where = f"{stream.label}:{line.number}"
        if line.data is not None and not line.data.strip(b" \t\r\xef\xbb\xbf"):
            continue
        if not opening and line.data is not None and _opens_value(line.data):
            yield from _spread_value(stream, line, lines, names, options, named)
            break
        opening.append(line)
        del opening[1:]
        yield from _one(line, where, names, options, named)
    yield from named.unmet(stream.label)


def _one(
    line: Line,
    where: str,
    names: Mapping[str, str],
    options: ReadOptions,
    named: NamedColumns,
) -> Iterator[Draft | Skipped]:
    try:
        if line.data is None:
            raise ReadingError(
                reason="too_large",
                what=f"a line of more than {options.limits.line} bytes",
                where=where,
            )
        row = as_object(line.data, where)
        named.see(row)
        yield draft_of_row(row, names, where)
    except ReadingError as error:
        yield skipped_by(error, where)


def skipped_by(error: ReadingError, where: str) -> Skipped:
    """The record of an input that could not be read."""
    detail = f"{error.what}. {error.do}" if error.do else error.what
    return msgspec.convert(
        {"record": "skipped", "source": error.where or where, "reason": error.reason}
        | {"detail": detail},
        Skipped,
    )


def as_object(data: bytes, where: str) -> dict[str, Any]:
    """A JSON object. Raises `ReadingError` 'malformed'."""
    value = as_json(data.removeprefix(_BOM), where)
    if not isinstance(value, dict):
        raise ReadingError(
            reason="malformed",
            what=f"no JSON object but {type(value).__name__}",
            where=where,
        )
    return value


def as_json(data: bytes, where: str) -> Any:
    """Any JSON value; lone surrogates, NaN and stray bytes are let pass."""
    try:
        return msgspec.json.decode(data)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
        try:
            return json.loads(decode(data, where=where), strict=False)
        except (ValueError, RecursionError) as error:
            raise ReadingError(
                reason="malformed", what=f"broken JSON: {error}", where=where
            ) from error


def _opens_value(data: bytes) -> bool:
    """Whether a first line only opens a JSON object that goes on below."""
    start = data.removeprefix(_BOM).strip()
    return start in {b"{", b"{}"[:1]} or (
        start.startswith(b"{") and start.endswith((b",", b"{", b"[")) and not start.endswith(b"},")
    )


def _spread_value(
    stream: Stream,
    first: Line,
    rest: Iterable[Line],
    names: Mapping[str, str],
    options: ReadOptions,
    named: NamedColumns,
) -> Iterator[Draft | Skipped]:
    """One JSON object that is written over several lines."""
    where = f"{stream.label}:{first.number}"
    data = bytearray(first.data or b"")
    try:
        for line in rest:
            data += b"\n" + (line.data or b"")
            if line.data is None or len(data) > options.limits.line:
                raise ReadingError(
                    reason="too_large",
                    what=f"a JSON object of more than {options.limits.line} bytes",
                    where=where,
                )
        value = as_object(bytes(data), where)
        named.see(value)
        yield draft_of_row(value, names, where)
    except ReadingError as error:
        yield skipped_by(error, where)
