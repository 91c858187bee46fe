"""Reads the package's own data files."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import TypeVar

import msgspec

from communique.errors import DataFileError

__all__ = ["MODE", "read_rows", "read_toml"]

Shape = TypeVar("Shape")

# A mode as PLOVER writes it in a record: lower case, words joined by a hyphen.
MODE = r"^[a-z]+(-[a-z]+)*$"


def _read(name: str) -> str:
    return files("communique.ontology").joinpath(name).read_text(encoding="utf-8")


def read_toml(name: str, shape: type[Shape]) -> Shape:
    """The TOML file `name` of this package as a value of `shape`.

    Raises DataFileError where it is no TOML (a table named twice is none) or has another shape.
    """
    try:
        return msgspec.convert(tomllib.loads(_read(name)), shape)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise DataFileError(
            what=str(error), where=f"ontology/{name}", do="Correct the file; its header says how"
        ) from error


def read_rows(name: str) -> list[tuple[int, dict[str, str]]]:
    """Rows of the tab-separated file `name`, each with its line number (from 1).

    Lines that begin with "#" are comments; the first other line names the columns.
    Raises DataFileError where a row has more or fewer cells than there are columns.
    """
    rows: list[tuple[int, dict[str, str]]] = []
    columns: list[str] = []
    for number, line in enumerate(_read(name).splitlines(), start=1):
        if line.startswith("#") or not line:
            continue
        cells = line.split("\t")
        if not columns:
            columns = cells
            continue
        if len(cells) != len(columns):
            raise DataFileError(
                what=f"{len(cells)} cells, not {len(columns)}",
                where=f"ontology/{name}:{number}",
                do="Separate cells by one tab each",
            )
        rows.append((number, dict(zip(columns, cells, strict=True))))
    return rows
