"""Rows of Parquet files."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from communique.errors import ReadingError
from communique.reading.article import Draft
from communique.reading.columns import NamedColumns
from communique.reading.options import ReadOptions
from communique.reading.rows import column_names, draft_of_row, skipped_by
from communique.reading.streams import Stream, read_chunks
from communique.records import Skipped

__all__ = ["parquet_rows"]

_BATCH = 256


def parquet_rows(
    stream: Stream, options: ReadOptions, path: Path | None = None
) -> Iterator[Draft | Skipped]:
    """The rows of a Parquet file as drafts, batch by batch, only the columns that are needed.

    A stream that is no file on disk is first written to a temporary file of at most
    `options.limits.spool` bytes. Raises `ReadingError` 'malformed' where the file is broken or no
    column holds the text.
    """
    if path is not None:
        with path.open("rb") as raw:
            yield from _rows(raw, stream.label, options)
        return
    with tempfile.TemporaryFile() as spool:
        size = 0
        for chunk in read_chunks(stream):
            size += len(chunk)
            if size > options.limits.spool:
                raise ReadingError(
                    reason="too_large",
                    what=f"more than {options.limits.spool} bytes",
                    where=stream.label,
                )
            spool.write(chunk)
        spool.seek(0)
        yield from _rows(cast(BinaryIO, spool), stream.label, options)


def _rows(raw: BinaryIO, label: str, options: ReadOptions) -> Iterator[Draft | Skipped]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    names = column_names(options)
    try:
        file = pq.ParquetFile(raw)
        there = file.schema_arrow.names
        if names["text"] not in there:
            raise ReadingError(
                reason="malformed",
                what=f"no column {names['text']!r}; it has: {', '.join(there)[:200]}",
                where=label,
                do="Name the column that holds the text, as in --columns text=body.",
            )
        named = NamedColumns(options)
        named.see(there)
        yield from named.unmet(label)
        wanted = [n for n in dict.fromkeys(names.values()) if n in there]
        number = 0
        for batch in file.iter_batches(batch_size=_BATCH, columns=wanted):
            for row in batch.to_pylist():
                number += 1
                where = f"{label}: row {number}"
                try:
                    yield draft_of_row(row, names, where)
                except ReadingError as error:
                    yield skipped_by(error, where)
    except (pa.ArrowException, OSError) as error:
        raise ReadingError(
            reason="malformed", what=f"broken Parquet: {error}", where=label
        ) from error
