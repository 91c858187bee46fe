"""CSV: one row a record, nested fields as columns of their own."""

from __future__ import annotations

import csv
import io
import typing
from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, BinaryIO, get_args, get_origin

import msgspec

from communique.export.origin import ADDED, ArticleLookup, Origins
from communique.records import Article, Record, Span

__all__ = ["columns", "write_csv"]


def _inner(hint: Any) -> Any:
    """The hint without None and without Unset."""
    if type(None) in get_args(hint) or msgspec.UnsetType in get_args(hint):
        kept = [a for a in get_args(hint) if a not in (type(None), msgspec.UnsetType)]
        return _inner(kept[0]) if len(kept) == 1 else hint
    return hint


def _is_struct(hint: Any) -> bool:
    return isinstance(hint, type) and issubclass(hint, msgspec.Struct)


def _paths(hint: Any, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    hint = _inner(hint)
    if get_origin(hint) is tuple and hint != Span:
        hint = _inner(get_args(hint)[0])
    if _is_struct(hint):
        hints = typing.get_type_hints(hint)
        for name in hint.__struct_fields__:
            yield from _paths(hints[name], (*path, name))
    else:
        yield path


@cache
def _record_paths(kind: type[msgspec.Struct]) -> tuple[tuple[str, ...], ...]:
    return tuple(_paths(kind, ()))


def columns(kind: type[msgspec.Struct]) -> tuple[str, ...]:
    """The columns of one kind of record: its fields in the contract's order, those of nested
    records behind the name of what holds them (`actor_entity_code`), then the article's `url`,
    `outlet` and `published`."""
    own = tuple("_".join(path) for path in _record_paths(kind))
    return (*own, *(name for name in ADDED if kind is not Article))


def _plain(value: Any) -> str:
    if value is None or value is msgspec.UNSET:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, dict):
        return msgspec.json.encode(value).decode()
    if _is_span(value):
        return f"{value[0]}:{value[1]}"
    return str(value)


def _is_span(value: Any) -> bool:
    return isinstance(value, tuple) and len(value) == 2 and all(type(n) is int for n in value)


def _cell(value: Any, path: tuple[str, ...]) -> str:
    if isinstance(value, tuple) and not _is_span(value):
        return ";".join(_cell(item, path).replace(";", "\\;") for item in value)
    if path and isinstance(value, msgspec.Struct):
        return _cell(getattr(value, path[0]), path[1:])
    return _plain(value)


def write_csv(
    records: Iterable[Record],
    stream: BinaryIO,
    kind: type[Record],
    articles: ArticleLookup | None = None,
) -> int:
    """Writes records of one kind as UTF-8 CSV with a header; how many.

    Lists are joined by ";" (one inside a value is written "\\;"), so that the n-th item of
    `actor_entity_code` belongs to the n-th of `actor_raw_text`. Spans read "start:end", absent
    values are empty. `articles` finds what the added columns need.
    """
    origins = Origins(articles)
    text = io.TextIOWrapper(stream, "utf-8", newline="", write_through=True)
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(columns(kind))
    paths = _record_paths(kind)
    count = 0
    for count, record in enumerate(records, start=1):  # noqa: B007
        row = [_cell(record, path) for path in paths]
        if kind is not Article:
            origin = origins.of(record)
            row += [_plain(getattr(origin, name)) for name in ADDED]
        writer.writerow(row)
    text.flush()
    text.detach()
    return count
