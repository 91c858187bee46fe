"""Parquet: the records with their nested fields, and where their articles stand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING, Any, BinaryIO

from communique.export.origin import ADDED, ArticleLookup, Origins
from communique.records import Article, Record

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = ["arrow_tables", "write_parquet"]

_ROWS = 8192


def arrow_tables(
    records: Iterable[Record], kind: type[Record], articles: ArticleLookup | None = None
) -> Iterator[pa.Table]:
    """Records of one kind as Arrow tables of at most 8,192 rows; no records give one of none.

    The columns are the record's, then the article's `url`, `outlet` and `published`.
    """
    import pyarrow as pa

    from communique.records.arrow import to_arrow

    origins = Origins(articles)
    source = iter(records)
    first = True
    while True:
        batch: list[Any] = list(islice(source, _ROWS))
        if not batch and not first:
            return
        table = to_arrow(batch, kind)
        if kind is not Article:
            found = [origins.of(record) for record in batch]
            for name in ADDED:
                column = pa.array([getattr(origin, name) for origin in found], pa.string())
                table = table.append_column(name, column)
        yield table
        first = False


def write_parquet(
    records: Iterable[Record],
    stream: BinaryIO,
    kind: type[Record],
    articles: ArticleLookup | None = None,
) -> int:
    """Writes records of one kind as one Parquet file (Zstandard); how many."""
    import pyarrow.parquet as pq

    count = 0
    tables = arrow_tables(records, kind, articles)
    table = next(tables)
    with pq.ParquetWriter(stream, table.schema, compression="zstd") as writer:
        while table is not None:
            writer.write_table(table)
            count += table.num_rows
            table = next(tables, None)
    return count
