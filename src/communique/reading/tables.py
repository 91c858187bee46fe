"""Rows of CSV and TSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence

from communique.errors import ReadingError
from communique.reading.article import Draft
from communique.reading.columns import NamedColumns
from communique.reading.decoding import decode, utf16_kind
from communique.reading.options import ReadOptions
from communique.reading.rows import column_names, draft_of_row, skipped_by
from communique.reading.streams import Stream, bounded_lines
from communique.records import Skipped

__all__ = ["table_rows"]

_DELIMITERS = (",", "\t", ";", "|")


class _Lines:
    """The lines of a table as text, and those that the current row is made of."""

    def __init__(self, stream: Stream, limit: int) -> None:
        self._lines = bounded_lines(stream, limit, utf16_kind(stream.head))
        self._label = stream.label
        self._limit = limit
        self.current: list[tuple[int, str]] = []
        self.skipped: list[Skipped] = []

    def __iter__(self) -> Iterator[str]:
        for line in self._lines:
            where = f"{self._label}:{line.number}"
            try:
                if line.data is None:
                    what = f"a line of more than {self._limit} bytes"
                    raise ReadingError(reason="too_large", what=what, where=where)
                text = decode(line.data, where=where).removeprefix("\ufeff") + "\n"
            except ReadingError as error:
                self.skipped.append(skipped_by(error, where))
                continue
            self.current.append((line.number, text))
            yield text

    def taken(self) -> list[tuple[int, str]]:
        """The lines read since the last call."""
        lines, self.current = self.current, []
        return lines


def table_rows(stream: Stream, options: ReadOptions) -> Iterator[Draft | Skipped]:
    """The rows of a CSV or TSV file as drafts; its first row names the columns.

    The delimiter is the one that makes the text's column appear in the first row. A row with
    more or fewer cells than columns is `Skipped` 'malformed' by file and line; where a stray
    quotation mark swallowed several lines, each of them is tried by itself. A column that
    `options.columns` names and the first row lacks is `Skipped` too, and the rows are read.
    Raises `ReadingError` 'malformed' where no column holds the text.
    """
    csv.field_size_limit(max(csv.field_size_limit(), options.limits.text))
    names = column_names(options)
    lines = _Lines(stream, options.limits.line)
    source = iter(lines)
    first = next(source, None)
    yield from lines.skipped
    if first is None:
        return
    delimiter, columns = _header(first, names["text"], stream.label)
    named = NamedColumns(options)
    named.see(columns)
    yield from named.unmet(f"{stream.label}:1")
    lines.taken()
    lines.skipped.clear()
    reader = csv.reader(source, delimiter=delimiter)
    while True:
        problem = ""
        try:
            cells = next(reader, None)
        except csv.Error as error:
            cells, problem = [], str(error)
        yield from lines.skipped
        lines.skipped.clear()
        if cells is None:
            return
        taken = lines.taken()
        if cells or problem:
            for where, row in _rows(taken, cells, columns, delimiter, stream.label, problem):
                yield row if isinstance(row, Skipped) else _draft(row, names, where)


def _header(first: str, text_column: str, label: str) -> tuple[str, list[str]]:
    for delimiter in _DELIMITERS:
        columns = [c.strip() for c in _split(first, delimiter)]
        if text_column in columns:
            return delimiter, columns
    columns = [c.strip() for c in _split(first, ",")]
    raise ReadingError(
        reason="malformed",
        what=f"no column {text_column!r}; the first row has: {', '.join(columns)[:200]}",
        where=f"{label}:1",
        do="Name the column that holds the text, as in --columns text=body.",
    )


def _split(line: str, delimiter: str) -> list[str]:
    """The cells of one line by itself; none where it cannot be split."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _rows(
    taken: list[tuple[int, str]],
    cells: Sequence[str],
    columns: Sequence[str],
    delimiter: str,
    label: str,
    problem: str,
) -> Iterator[tuple[str, dict[str, str] | Skipped]]:
    where = f"{label}:{taken[0][0] if taken else 0}"
    row = None if problem else _fit(cells, columns)
    if row is not None:
        yield where, row
        return
    if len(taken) > 1:
        for number, text in taken:
            alone = _split(text, delimiter)
            yield from _rows([(number, text)], alone, columns, delimiter, label, "")
        return
    what = problem or f"{len(cells)} cells in a row of a table of {len(columns)} columns"
    yield where, Skipped(source=where, reason="malformed", detail=what)


def _fit(cells: Sequence[str], columns: Sequence[str]) -> dict[str, str] | None:
    extra = cells[len(columns) :]
    if len(cells) < len(columns) or any(c.strip() for c in extra):
        return None
    return dict(zip(columns, cells, strict=False))


def _draft(row: dict[str, str], names: dict[str, str], where: str) -> Draft | Skipped:
    try:
        return draft_of_row(row, names, where)
    except ReadingError as error:
        return skipped_by(error, where)
