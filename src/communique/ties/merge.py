"""Statements of one article to ties: one for each relation, with all its evidence."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from communique.records import Entity, Evidence, Tie, make_id
from communique.ties.parties import key_of
from communique.ties.statement import Statement

if TYPE_CHECKING:
    from communique.language import Parsed
    from communique.records import TieStatus
    from communique.voices import Voices

__all__ = ["merge"]

_Group = list[Statement]


def merge(parsed: Parsed, statements: Iterable[Statement], voices: Voices) -> tuple[Tie, ...]:
    """Ties in the order of their first evidence. A statement without a date joins the nearest
    dated one of the same relation; a year joins the day or month that lies in it."""
    groups: list[_Group] = []
    ordered = sorted(
        statements, key=lambda s: (s.since is None, s.name is None, s.trigger, s.since or "")
    )
    for statement in ordered:
        fitting = [g for g in groups if _same(g, statement)]
        if fitting:
            min(fitting, key=lambda g: abs(g[0].trigger[0] - statement.trigger[0])).append(
                statement
            )
        else:
            groups.append([statement])
    ties: dict[str, Tie] = {}
    for group in sorted(groups, key=lambda g: min(s.trigger for s in g)):
        tie = _tie(parsed, sorted(group, key=lambda s: s.trigger), voices)
        ties.setdefault(tie.id, tie)
    return tuple(ties.values())


def _sides(statement: Statement) -> tuple[frozenset[str], frozenset[str]]:
    return _keys(statement.parties), _keys(statement.towards)


def _keys(entities: tuple[Entity, ...]) -> frozenset[str]:
    return frozenset(key_of(e) for e in entities)


def _same(group: _Group, new: Statement) -> bool:
    first = group[0]
    if first.kind != new.kind or _sides(first) != _sides(new):
        return False
    names = {s.name for s in group} - {None}
    if new.name is not None and names and new.name not in names:
        return False
    since = _fullest(s.since for s in group)
    until = _fullest(s.until for s in group)
    if not _agree(since, new.since) or not _agree(until, new.until):
        return False
    begins, ends = _fullest((since, new.since)), _fullest((until, new.until))
    return begins is None or ends is None or begins[: len(ends)] <= ends


def _agree(a: str | None, b: str | None) -> bool:
    return a is None or b is None or a.startswith(b) or b.startswith(a)


def _fullest(values: Iterable[str | None]) -> str | None:
    return max((v for v in values if v is not None), key=len, default=None)


def _status(group: _Group) -> TieStatus:
    """The last that the article says beside its being in force; announced only if no more."""
    told = [s.status for s in group if s.status not in {"in_force", "announced"}]
    if told:
        return told[-1]
    return "in_force" if any(s.status == "in_force" for s in group) else "announced"


def _tie(parsed: Parsed, group: _Group, voices: Voices) -> Tie:
    first = group[0]
    name = next((s.name for s in group if s.name is not None), None)
    since = _fullest(s.since for s in group)
    evidence: dict[tuple[int, int], Evidence] = {}
    for statement in group:
        if statement.sentence.span in evidence:
            continue
        voice, attribution = voices.attach(statement.trigger)
        evidence[statement.sentence.span] = Evidence(
            article=parsed.article.id,
            sentence=statement.sentence.text,
            sentence_span=statement.sentence.span,
            voice=voice,
            attribution=attribution,
        )
    return Tie(
        id=make_id(
            "tie",
            first.kind,
            "|".join(sorted(_keys(first.parties))),
            "|".join(sorted(_keys(first.towards))),
            name,
            since,
        ),
        kind=first.kind,
        name=name,
        parties=first.parties,
        towards=first.towards,
        since=since,
        until=_fullest(s.until for s in group),
        status=_status(group),
        evidence=tuple(evidence.values()),
    )
