"""Who a party is: sector codes, and codes that stand where a country's would."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from msgspec import Struct, structs

from communique.ontology._data import read_toml

__all__ = ["EntityCodes", "Sector", "entity_codes", "sectors"]


class Sector(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A role in society. `secondary` codes stand beside another; `cameo` is CAMEO's code."""

    code: str = ""
    definition: str
    frequent: bool
    secondary: bool = False
    cameo: str | None = None


class EntityCodes(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Codes besides ISO 3166 alpha-3 (manual, 5.1).

    `non_state` and `own_code` map a code to its meaning, `partially_recognised` a name to the
    code of the state that claims it.
    """

    non_state: Mapping[str, str]
    own_code: Mapping[str, str]
    partially_recognised: Mapping[str, str]


@cache
def sectors() -> Mapping[str, Sector]:
    """All sectors by code, in the manual's order (table 5.2)."""
    table = read_toml("sectors.toml", dict[str, Sector])
    return MappingProxyType({code: structs.replace(row, code=code) for code, row in table.items()})


@cache
def entity_codes() -> EntityCodes:
    """The non-state codes, territories with a code of their own, disputed entities."""
    codes = read_toml("entities.toml", EntityCodes)
    return EntityCodes(
        non_state=MappingProxyType(dict(codes.non_state)),
        own_code=MappingProxyType(dict(codes.own_code)),
        partially_recognised=MappingProxyType(dict(codes.partially_recognised)),
    )
