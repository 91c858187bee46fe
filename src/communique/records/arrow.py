"""Records as Arrow: the schema is derived from the structs by their type hints."""

from __future__ import annotations

import types
import typing
from collections.abc import Sequence
from functools import cache
from typing import Any, Literal, Union, get_args, get_origin

import msgspec
import pyarrow as pa

__all__ = ["arrow_schema", "from_arrow", "to_arrow"]

T = typing.TypeVar("T", bound=msgspec.Struct)


def _arrow_type(hint: Any) -> pa.DataType:
    origin = get_origin(hint)
    if origin in (Union, types.UnionType):
        kept = [a for a in get_args(hint) if a is not type(None) and a is not msgspec.UnsetType]
        return _arrow_type(kept[0])
    if origin is Literal:
        return pa.string()
    if origin is tuple:
        return pa.list_(_arrow_type(get_args(hint)[0]))
    if origin is dict:
        return pa.string()  # free-form fields travel as JSON
    if isinstance(hint, type) and issubclass(hint, msgspec.Struct):
        return pa.struct([(f, _arrow_type(h)) for f, h in typing.get_type_hints(hint).items()])
    return {str: pa.string(), int: pa.int64(), float: pa.float64(), bool: pa.bool_()}[hint]


@cache
def arrow_schema(record_type: type[msgspec.Struct]) -> pa.Schema:
    """The Arrow schema of one kind of record, fields in the contract's order.

    Spans are lists of two integers, absent values null, free-form maps JSON text.
    """
    hints = typing.get_type_hints(record_type)
    names = record_type.__struct_fields__
    return pa.schema([(name, _arrow_type(hints[name])) for name in names])


def to_arrow(records: Sequence[msgspec.Struct], record_type: type[msgspec.Struct]) -> pa.Table:
    """Records of one kind as a table; no records give a table of no rows with the same schema."""
    schema = arrow_schema(record_type)
    free = {f.name for f in msgspec.structs.fields(record_type) if get_origin(f.type) is dict}
    rows = []
    for record in records:
        row = msgspec.to_builtins(record)
        row.pop("record", None)
        for name in free:
            row[name] = msgspec.json.encode(row[name]).decode()
        rows.append(row)
    return pa.Table.from_pylist(rows, schema=schema)


def from_arrow(table: pa.Table, record_type: type[T]) -> list[T]:
    """The records of a table that `to_arrow` made. List-only fields that are null are left out."""
    config = record_type.__struct_config__
    fields = msgspec.structs.fields(record_type)
    free = {f.name for f in fields if get_origin(f.type) is dict}
    unset = {f.name for f in fields if f.default is msgspec.UNSET}
    result = []
    for row in table.to_pylist():
        values = {k: v for k, v in row.items() if not (k in unset and v is None)}
        for name in free:
            values[name] = msgspec.json.decode(values[name])
        values[str(config.tag_field)] = config.tag
        result.append(msgspec.convert(values, record_type))
    return result
