"""CAMEO codes: Goldstein scores, and what they are in PLOVER."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from msgspec import Struct

from communique.errors import DataFileError, UsageError
from communique.ontology._data import read_rows

__all__ = ["CameoCode", "cameo_codes", "from_cameo"]


class CameoCode(Struct, frozen=True, kw_only=True):
    """A CAMEO code with its Goldstein score (-10 to 10) and its PLOVER equivalent of 2021.

    `plover` is None where the crosswalk has none (families 01 and 02).
    """

    code: str
    goldstein: float
    plover: str | None
    mode: tuple[str, ...]
    context: tuple[str, ...]


def _split(cell: str) -> tuple[str, ...]:
    return tuple(cell.split(";")) if cell else ()


@cache
def cameo_codes() -> Mapping[str, CameoCode]:
    """All CAMEO codes, sorted. Raises DataFileError where a row is broken or stands twice."""
    table: dict[str, CameoCode] = {}
    for number, row in read_rows("cameo.tsv"):
        where = f"ontology/cameo.tsv:{number}"
        code = row["code"]
        if code in table:
            raise DataFileError(what=f"{code} stands twice", where=where, do="Drop one row")
        try:
            goldstein = float(row["goldstein"])
        except ValueError as error:
            raise DataFileError(what=str(error), where=where, do="Write a number") from error
        table[code] = CameoCode(
            code=code,
            goldstein=goldstein,
            plover=row["plover"] or None,
            mode=_split(row["mode"]),
            context=_split(row["context"]),
        )
    return MappingProxyType(table)


def from_cameo(code: str) -> CameoCode:
    """What the code is worth and what PLOVER calls it. Raises UsageError where CAMEO has no
    such code."""
    try:
        return cameo_codes()[code]
    except KeyError:
        raise UsageError(
            what=f"CAMEO has no code {code!r}", do="Codes have 2 to 4 digits, as in 036"
        ) from None
