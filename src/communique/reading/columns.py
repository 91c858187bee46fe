"""Columns that the user names and an input does not have."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.reading.options import ReadOptions
from communique.records import Skipped

__all__ = ["NamedColumns"]

_SHOWN = 200


class NamedColumns:
    """Watches an input for the columns that `options.columns` names, but for the text's.

    Of JSON each row is seen, of a table its first row: a column that none of them has is said.
    (Where the text's is missing the input or the row is refused elsewhere.)
    """

    def __init__(self, options: ReadOptions) -> None:
        named = (theirs for ours, theirs in options.columns.items() if ours != "text")
        self._missing = dict.fromkeys(named)
        self._there: dict[str, None] = {}

    def see(self, columns: Iterable[str]) -> None:
        """Takes note of the columns of a table or of a row."""
        if not self._missing:
            return
        for column in columns:
            self._missing.pop(column, None)
            if len(self._there) < _SHOWN:
                self._there[column] = None

    def unmet(self, where: str) -> Iterator[Skipped]:
        """A `Skipped` 'malformed' for each column that was not seen, where anything was."""
        there = ", ".join(self._there)[:_SHOWN]
        for column in self._missing if there else ():
            what = f"no column {column!r}, which --columns names; it has: {there}"
            yield Skipped(source=where, reason="malformed", detail=what)
