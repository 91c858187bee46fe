"""The acts: what lexicon and model decide, from which types, modes and codes follow."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Literal

from msgspec import Struct, structs

from communique.errors import UsageError
from communique.ontology._data import read_toml

__all__ = ["Act", "CodeBook", "Confusable", "act", "acts", "typed"]

CodeBook = Literal["plover-2.0", "plover-2021"]


class Confusable(Struct, frozen=True, forbid_unknown_fields=True):
    """The act that is most easily taken for another, and what tells the two apart."""

    act: str
    difference: str


class Act(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One act, such as `impose_sanctions`.

    `plover` and `mode` are of PLOVER 2.0, `plover_2021` and `mode_2021` of the crosswalk of
    2021 (CONCEDE and RETREAT apart, never YIELD). `departs_2021` gives the reason where they
    are not what the crosswalk says for `cameo`. `goldstein` runs from -10 to 10.
    """

    id: str = ""
    plover: str
    mode: tuple[str, ...]
    plover_2021: str
    mode_2021: tuple[str, ...]
    departs_2021: str | None = None
    cameo: str
    goldstein: float
    definition: str
    example: str
    not_to_confuse: Confusable


@cache
def acts() -> Mapping[str, Act]:
    """All acts by id, in the file's order (types in the manual's order)."""
    table = read_toml("acts.toml", dict[str, Act])
    return MappingProxyType({name: structs.replace(row, id=name) for name, row in table.items()})


def act(name: str) -> Act:
    """The act of that id. Raises UsageError where there is none."""
    try:
        return acts()[name]
    except KeyError:
        raise UsageError(
            what=f"No act is called {name!r}", do="Choose one of ontology/acts.toml"
        ) from None


def typed(name: str, codebook: CodeBook = "plover-2.0") -> tuple[str, tuple[str, ...]]:
    """The event type and the modes of an act in a code book. Raises UsageError as `act` does."""
    row = act(name)
    if codebook == "plover-2021":
        return row.plover_2021, row.mode_2021
    return row.plover, row.mode
