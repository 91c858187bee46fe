"""The 37 general contexts: what an event is about."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from communique.ontology._data import read_toml

__all__ = ["contexts"]


@cache
def contexts() -> Mapping[str, str]:
    """Each context's name with its definition, in the manual's order (table 2.1)."""
    return MappingProxyType(read_toml("contexts.toml", dict[str, str]))
