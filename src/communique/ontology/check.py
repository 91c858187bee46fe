"""Whether the ontology's data files agree with one another and keep their own bounds."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from communique.ontology.acts import Act, acts
from communique.ontology.contexts import contexts
from communique.ontology.crosswalk import CameoCode, cameo_codes
from communique.ontology.sectors import EntityCodes, Sector, entity_codes, sectors
from communique.ontology.types import EventType, event_types

__all__ = [
    "check",
    "check_acts",
    "check_contexts",
    "check_crosswalk",
    "check_entity_codes",
    "check_sectors",
    "check_types",
]

_ACTS_AT_LEAST = 130
_TYPES = 16
_CONTEXTS = 37
_SECTORS = 25
_CAMEO_AT_LEAST = 310
_NON_STATE = 7
_PARTIALLY_RECOGNISED = 9
# Requests score from -1 to .5 (manual, table 2.2), other conflict below nought.
_CONFLICT_AT_MOST = 0.5

_ACT_ID = re.compile(r"[a-z]+(_[a-z]+)*")
_CODE = re.compile(r"[A-Z]{3}")
_CAMEO_CODE = re.compile(r"\d{2,4}")


def check() -> list[str]:
    """All problems of the data files, each with its file and entry; empty when all is well."""
    return [
        *check_acts(acts(), event_types(), cameo_codes()),
        *check_types(event_types(), acts()),
        *check_crosswalk(cameo_codes(), event_types(), contexts()),
        *check_contexts(contexts()),
        *check_sectors(sectors()),
        *check_entity_codes(entity_codes(), sectors()),
    ]


def _line(text: str, end: str) -> bool:
    return bool(text) and text == text.strip() and "\n" not in text and text.endswith(end)


def check_acts(
    table: Mapping[str, Act], types: Mapping[str, EventType], cameo: Mapping[str, CameoCode]
) -> Iterator[str]:
    """Problems of the acts: ids, types, modes, codes, scores, texts, neighbours."""
    if len(table) < _ACTS_AT_LEAST:
        yield f"acts.toml: {len(table)} acts, fewer than {_ACTS_AT_LEAST}"
    order = list(types)
    ranks = [order.index(row.plover) for row in table.values() if row.plover in types]
    if ranks != sorted(ranks):
        yield "acts.toml: acts do not stand in the order of their types"
    examples: dict[str, str] = {}
    for name, row in table.items():
        for problem in (
            *_act_codes(row, types, cameo),
            *_act_texts(row, table),
        ):
            yield f"acts.toml [{name}]: {problem}"
        if row.example in examples:
            yield f"acts.toml [{name}]: has the example of {examples[row.example]}"
        examples[row.example] = name


def _act_codes(
    row: Act, types: Mapping[str, EventType], cameo: Mapping[str, CameoCode]
) -> Iterator[str]:
    kind = types.get(row.plover)
    if kind is None:
        yield f"unknown type {row.plover}"
    else:
        known = {mode.name for mode in kind.modes}
        yield from (f"{row.plover} has no mode {m}" for m in row.mode if m not in known)
    if row.plover_2021 not in types:
        yield f"unknown type {row.plover_2021}"
    code = cameo.get(row.cameo)
    if code is None:
        yield f"CAMEO has no code {row.cameo}"
        return
    if code.goldstein != row.goldstein:
        yield f"goldstein is {row.goldstein}, CAMEO's for {row.cameo} is {code.goldstein}"
    departs = (row.plover_2021, row.mode_2021) != (code.plover, code.mode)
    if departs and not row.departs_2021:
        yield f"the crosswalk has {code.plover} {code.mode} for {row.cameo}; say why not here"
    if row.departs_2021 and not departs:
        yield "departs_2021 stands though the crosswalk is followed"


def _act_texts(row: Act, table: Mapping[str, Act]) -> Iterator[str]:
    if not _ACT_ID.fullmatch(row.id):
        yield "an id is lower-case words joined by underscores"
    if not _line(row.definition, "."):
        yield "the definition is not one line that ends in a full stop"
    if not _line(row.example, "."):
        yield "the example is not one sentence that ends in a full stop"
    if not _line(row.not_to_confuse.difference, "."):
        yield "the difference is not one line that ends in a full stop"
    other = row.not_to_confuse.act
    if other not in table or other == row.id:
        yield f"not_to_confuse names {other}, which is no other act"


def check_types(types: Mapping[str, EventType], table: Mapping[str, Act]) -> Iterator[str]:
    """Problems of the types: number, signs of scores, modes or types that no act has."""
    if len(types) != _TYPES:
        yield f"types.toml: {len(types)} types, not {_TYPES}"
    used = {row.plover for row in table.values()}
    used_modes = {(row.plover, mode) for row in table.values() for mode in row.mode}
    for name, kind in types.items():
        where = f"types.toml [{name}]"
        if name not in used:
            yield f"{where}: no act has this type"
        names = [mode.name for mode in kind.modes]
        if len(set(names)) != len(names):
            yield f"{where}: a mode stands twice"
        yield from (
            f"{where}: no act has the mode {m}" for m in names if (name, m) not in used_modes
        )
        for score in (kind.score, *(m.score for m in kind.modes if m.score is not None)):
            if score <= 0 if kind.quad_code in (1, 2) else score > _CONFLICT_AT_MOST:
                yield f"{where}: {score} is no score of quad {kind.quad_code}"
        if not _line(kind.definition, "."):
            yield f"{where}: the definition is not one line that ends in a full stop"
        if not kind.rules or not all(_line(rule, ".") for rule in kind.rules):
            yield f"{where}: rules are missing, or one is not a line that ends in a full stop"


def check_crosswalk(
    cameo: Mapping[str, CameoCode], types: Mapping[str, EventType], known: Mapping[str, str]
) -> Iterator[str]:
    """Problems of the CAMEO table: number, order, scores, types, contexts, parents."""
    if len(cameo) < _CAMEO_AT_LEAST:
        yield f"cameo.tsv: {len(cameo)} codes, fewer than {_CAMEO_AT_LEAST}"
    if list(cameo) != sorted(cameo):
        yield "cameo.tsv: codes are not sorted"
    for code, row in cameo.items():
        where = f"cameo.tsv {code}"
        if not _CAMEO_CODE.fullmatch(code):
            yield f"{where}: a code has 2 to 4 digits"
        if len(code) > 2 and code[:-1] not in cameo:
            yield f"{where}: its parent {code[:-1]} is missing"
        if not -10 <= row.goldstein <= 10:
            yield f"{where}: {row.goldstein} is no Goldstein score"
        if row.plover is not None and row.plover not in types:
            yield f"{where}: unknown type {row.plover}"
        yield from (f"{where}: unknown context {c}" for c in row.context if c not in known)


def check_contexts(table: Mapping[str, str]) -> Iterator[str]:
    """Problems of the contexts: number, names, definitions."""
    if len(table) != _CONTEXTS:
        yield f"contexts.toml: {len(table)} contexts, not {_CONTEXTS}"
    for name, definition in table.items():
        if not _ACT_ID.fullmatch(name) or not _line(definition, ""):
            yield f"contexts.toml {name}: the name or the definition is ill-formed"


def check_sectors(table: Mapping[str, Sector]) -> Iterator[str]:
    """Problems of the sectors: number, codes, definitions."""
    if len(table) != _SECTORS:
        yield f"sectors.toml: {len(table)} sectors, not {_SECTORS}"
    for code, row in table.items():
        if not _CODE.fullmatch(code) or (row.cameo and not _CODE.fullmatch(row.cameo)):
            yield f"sectors.toml [{code}]: a code has three capital letters"
        if not _line(row.definition, ""):
            yield f"sectors.toml [{code}]: the definition is missing or ill-formed"


def check_entity_codes(codes: EntityCodes, roles: Mapping[str, Sector]) -> Iterator[str]:
    """Problems of the entity codes: number, form, codes that are sectors too."""
    if len(codes.non_state) != _NON_STATE:
        yield f"entities.toml: {len(codes.non_state)} non-state codes, not {_NON_STATE}"
    if len(codes.partially_recognised) != _PARTIALLY_RECOGNISED:
        yield "entities.toml: the partially recognised entities are not nine"
    given = [*codes.non_state, *codes.own_code]
    for code in (*given, *codes.partially_recognised.values()):
        if not _CODE.fullmatch(code):
            yield f"entities.toml: {code} is not three capital letters"
    yield from (f"entities.toml: {code} is a sector too" for code in given if code in roles)
