"""Mentions to the parties of a tie: leaders and governments stand for their states."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec

from communique.actors.tables import read_rows
from communique.records import Entity

if TYPE_CHECKING:
    from communique.actors import Mention

__all__ = ["is_place", "key_of", "organisation_named", "organisations", "parties_of", "targets_of"]

_NEVER = {"document", "unnamed"}
_STATE_SECTORS = {"GOV", "MIL"}
_NO_PARTY = {
    "JRN",
    "MED",
    "CVL",
    "ELI",
    "BUS",
    "EDU",
    "UNK",
    "LAB",
    "CRM",
    "REF",
    "LEG",
    "JUD",
    "NON",
    "SPY",
    "SOC",
    "REL",
}
_ORGANISATION_CODES = {"IGO", "EUR", "UNO", "NGO", "ISM", "IMG", "MNC"}


def parties_of(mentions: Iterable[Mention]) -> tuple[Entity, ...]:
    """The parties that some mentions name, each once, in order.

    A person in office, a government or a state's forces give the state. Private persons, media
    and those of whom nothing is known are no parties to a relation between powers.
    """
    return _once(p for m in mentions for e in m.entities if (p := _party(e)) is not None)


def targets_of(mentions: Iterable[Mention]) -> tuple[Entity, ...]:
    """Those whom sanctions strike: anybody of whom it is known who is meant."""
    return _once(
        e
        for m in mentions
        for e in m.entities
        if e.kind not in _NEVER
        and (e.entity_id or e.entity_code or e.country_code or _is_named(e.raw_text))
    )


def organisations(mentions: Iterable[Mention]) -> tuple[Entity, ...]:
    """Organisations of states that some mentions name."""
    found = []
    for mention in mentions:
        for entity in mention.entities:
            if entity.kind != "organisation" or entity.sector_code in {
                "LEG",
                "JUD",
                "JRN",
                "BUS",
                "PTY",
            }:
                continue
            if entity.entity_code in _ORGANISATION_CODES - {"NGO", "MNC"}:
                found.append(entity)
    return _once(found)


def organisation_named(words: str, span: tuple[int, int]) -> Entity | None:
    """The organisation of states that these words name, by the actor files; None where none."""
    row = _organisations().get(words.removeprefix("the ").removeprefix("The "))
    if row is None or row[2] not in _ORGANISATION_CODES:
        return None
    identity, name, code = row
    return Entity(
        raw_text=words,
        span=span,
        kind="organisation",
        entity_id=identity,
        entity_name=name,
        entity_code=code,
        resolved_by="name",
    )


def key_of(entity: Entity) -> str:
    """What tells one party from another."""
    return (
        entity.entity_id
        or entity.entity_code
        or " ".join(w for w in entity.raw_text.casefold().split() if w != "the")
    )


def is_place(mention: Mention) -> bool:
    """Whether a mention's words are a town's, which may be no more than where a treaty was made
    ("the Paris accord")."""
    return mention.entity.raw_text.removeprefix("the ") in _places()


def _party(entity: Entity) -> Entity | None:
    if entity.kind in _NEVER:
        return None
    code = entity.entity_code or entity.country_code
    if (
        code is not None
        and code not in _ORGANISATION_CODES
        and entity.sector_code in {None, *_STATE_SECTORS}
    ):
        if entity.kind == "state" and entity.entity_id == code and entity.sector_code == "GOV":
            return entity
        return msgspec.structs.replace(
            entity,
            kind="state",
            entity_id=code,
            entity_name=_states().get(code),
            sector_code="GOV",
            other_sector_codes=(),
            office=None,
            wikidata_id=None,
        )
    if entity.kind == "person":
        return None
    if entity.kind == "organisation" and entity.entity_code in _ORGANISATION_CODES:
        return entity
    if entity.sector_code in _NO_PARTY:
        return None
    return entity if entity.entity_id or code else None


def _is_named(words: str) -> bool:
    return any(w[:1].isupper() for w in words.split()[1:] or words.split())


def _once(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    found: dict[str, Entity] = {}
    for entity in entities:
        found.setdefault(key_of(entity), entity)
    return tuple(found.values())


@cache
def _states() -> dict[str, str]:
    return {row["code"]: row["name"] for row in _rows("countries.tsv")}


@cache
def _places() -> frozenset[str]:
    cells = (cell for row in _rows("countries.tsv") for cell in (row["capitals"], row["cities"]))
    return frozenset(name for cell in cells for name in cell.split("|") if name)


@cache
def _organisations() -> dict[str, tuple[str, str, str]]:
    found: dict[str, tuple[str, str, str]] = {}
    for row in _rows("organisations.tsv"):
        for name in (
            row["name"],
            *row["aliases"].split("|"),
            *row["case_sensitive_aliases"].split("|"),
        ):
            if name:
                found.setdefault(name, (row["entity_id"], row["name"], row["entity_code"]))
    return found


def _rows(name: str) -> Iterable[dict[str, str]]:
    content = (files("communique.actors") / "data" / name).read_text(encoding="utf-8")
    return (row for _, row in read_rows(content, name))
