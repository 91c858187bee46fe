"""The sixteen event types of PLOVER 2.0, their modes, quads and scores."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Annotated, Literal

from msgspec import Meta, Struct, convert

from communique.errors import UsageError
from communique.ontology._data import MODE, read_toml

__all__ = ["QUADS", "EventType", "Mode", "QuadCode", "event_types", "quad_code", "score"]

QuadCode = Literal[1, 2, 3, 4]
QUADS: Mapping[int, str] = MappingProxyType(
    {
        1: "verbal cooperation",
        2: "material cooperation",
        3: "verbal conflict",
        4: "material conflict",
    }
)
Score = Annotated[float, Meta(ge=-10, le=10)]


class Mode(Struct, frozen=True, forbid_unknown_fields=True):
    """How an act of a type is done. `score` is None where the manual's table gives none."""

    name: Annotated[str, Meta(pattern=MODE)]
    definition: str
    score: Score | None = None


class EventType(Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A type of PLOVER 2.0. `score` runs from -10 (conflict) to 10 (cooperation).

    `rules` say what decides where another type is near.
    """

    name: str
    quad_code: QuadCode
    score: Score
    requires_recipient: bool
    definition: str
    rules: tuple[str, ...]
    modes: tuple[Mode, ...] = ()

    def mode(self, name: str) -> Mode:
        """The mode of that name. Raises UsageError where this type has none."""
        for mode in self.modes:
            if mode.name == name:
                return mode
        raise UsageError(
            what=f"{self.name} has no mode {name!r}",
            do=f"Its modes are: {', '.join(m.name for m in self.modes) or 'none'}",
        )


@cache
def event_types() -> Mapping[str, EventType]:
    """All types by name, in the manual's order."""
    table = read_toml("types.toml", dict[str, dict[str, object]])
    return MappingProxyType(
        {name: convert({"name": name, **row}, EventType) for name, row in table.items()}
    )


def _event_type(name: str) -> EventType:
    try:
        return event_types()[name]
    except KeyError:
        raise UsageError(
            what=f"PLOVER 2.0 has no event type {name!r}",
            do=f"Choose one of: {', '.join(event_types())}",
        ) from None


def score(event_type: str, modes: Iterable[str] = ()) -> float:
    """PLOVER's conflict-cooperation score (manual, table 2.2), from -10 to 10.

    One mode: its score, or the type's where the manual scores only the type. Several: the
    score farthest from nought, of two equally far the lower. None: the type's.
    Raises UsageError where the type or a mode of it is unknown.
    """
    kind = _event_type(event_type)
    scores = [kind.score if (own := kind.mode(m).score) is None else own for m in modes]
    return max(scores, key=lambda s: (abs(s), -s), default=kind.score)


def quad_code(event_type: str) -> QuadCode:
    """1 verbal, 2 material cooperation, 3 verbal, 4 material conflict. Raises UsageError where
    the type is unknown."""
    return _event_type(event_type).quad_code
