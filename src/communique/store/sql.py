"""Pieces of SQL conditions. Users' values are parameters, never parts of a statement."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any

from communique.store.words import words

__all__ = [
    "CODE",
    "Conditions",
    "Option",
    "among",
    "between",
    "match_query",
    "named",
    "terms",
    "who",
]

CODE = re.compile(r"[A-Za-z]{3}")
_SECTORED = re.compile(r"([A-Za-z]{3})/([A-Za-z]{3})")
_TERM = re.compile(r'"([^"]*)"|(\S+)')


@dataclass
class Conditions:
    """Conditions that must all hold, with the parameters of each in order."""

    clauses: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, clause: str, *values: Any) -> None:
        """One more condition; its question marks stand for the values."""
        self.clauses.append(f"({clause})")
        self.values.extend(values)

    def any_of(self, options: Sequence[tuple[str, list[Any]]]) -> None:
        """One more condition: at least one of these, where there are any."""
        if options:
            self.add(
                " OR ".join(f"({c})" for c, _ in options), *(v for _, vs in options for v in vs)
            )

    def one_of(self, column: str, values: Sequence[Any]) -> None:
        """One more condition: the column has one of the values, where there are any."""
        if values:
            self.add(f"{column} IN ({', '.join('?' * len(values))})", *values)

    def where(self) -> str:
        """The conditions as a WHERE clause, empty where there are none."""
        return f" WHERE {' AND '.join(self.clauses)}" if self.clauses else ""


def terms(text: str) -> list[str]:
    """The words and the quoted phrases of a user's search, without quotation marks."""
    found = [(phrase or word).replace('"', " ") for phrase, word in _TERM.findall(text)]
    return [term.replace("\x00", " ") for term in found if words(term)]


def match_query(text: str) -> str | None:
    """A full-text query in which every word of the user stands in quotation marks, so that none
    is an operator; None where the text holds no word. Quoted words stay a phrase."""
    return " ".join(f'"{term}"' for term in terms(text)) or None


def named(column: str, name: str) -> tuple[str, list[Any]]:
    """Whether words of a name stand in a `words` column; the last may be cut short."""
    acronym = name.isupper() and len(name.strip()) <= 4
    wanted = words(name)
    return f"instr({column}, ?) > 0", [wanted if acronym else wanted.rstrip()]


def who(value: str, alias: str = "") -> tuple[str, list[Any]]:
    """Whether a row of entity columns is who the user means."""
    value = value.strip()
    sectored = _SECTORED.fullmatch(value)
    if sectored:
        code, sector = value.upper().split("/")
        clause = (
            f"{alias}entity_id = ? OR (({alias}country_code = ? OR {alias}entity_code = ?)"
            f" AND ({alias}sector_code = ? OR instr({alias}other_sectors, ?) > 0))"
        )
        return clause, [value.upper(), code, code, sector, f" {sector} "]
    if "/" in value:
        return f"{alias}entity_id = ?", [value]
    name, values = named(f"{alias}words", value)
    if CODE.fullmatch(value):
        code = value.upper()
        clause = f"{alias}entity_id = ? OR {alias}entity_code = ? OR {alias}country_code = ?"
        return f"{clause} OR {name}", [code, code, code, *values]
    return f"{alias}entity_id = ? OR {name}", [value, *values]


Option = tuple[str, list[Any]]
_Place = Callable[[str], Option]


def among(key: str, table: str, column: str, extra: str) -> _Place:
    """A function from who is meant to the condition that `key` is one of the table's column,
    in rows that are he and for which `extra` holds."""

    def option(value: str) -> Option:
        is_who, values = who(value)
        return f"{key} IN (SELECT {column} FROM {table} WHERE {extra} AND ({is_who}))", values

    return option


def between(first: _Place, second: _Place, pair: tuple[str, ...], mutual: str) -> list[Option]:
    """Options under which two parties face each other."""
    a, b = pair
    options = []
    for left, right in ((a, b), (b, a)):
        (one, one_values), (two, two_values) = first(left), second(right)
        options.append((f"{one} AND {two}", [*one_values, *two_values]))
    (one, one_values), (two, two_values) = first(a), first(b)
    options.append((f"{mutual} AND {one} AND {two}", [*one_values, *two_values]))
    return options
