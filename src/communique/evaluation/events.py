"""Events against labelled articles: precision, recall, F1 of types, with parties, and more.

A record meets a row when its trigger starts inside the row's sentence and its type is one of the
row's. Pairs are made one to one, best first: both parties right, then the actor, then overlapping
triggers. Optional rows count neither way.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from communique.evaluation.gold import GoldArticle, GoldEvent, GoldParty, GoldPlace
from communique.evaluation.scores import Score
from communique.records import Entity, Event, Location, overlap

__all__ = ["EventScores", "Pairing", "pair_article", "parties_right", "score_events"]


_EARTH_KM = 6371.0
NEAR_KM = 161.0
"""A hundred miles: within them geocoders are held to be right (Gritta et al. 2020)."""


@dataclass(frozen=True, slots=True)
class Pairing:
    """One article's records against its rows: matched pairs, missed rows, false alarms. Optional
    rows are in none of them, nor are the records that meet one."""

    matched: tuple[tuple[Event, GoldEvent], ...]
    missed: tuple[GoldEvent, ...]
    false: tuple[Event, ...]


@dataclass(slots=True)
class EventScores:
    """The figures. Shares are of matched rows; `false_alarms` counts a hundred sentences of
    articles of kind other.

    `country` and `sector` are shares of the labelled parties of matched rows that have a code, or
    a code and a sector, and `sector` asks for both. `place` asks for the country of rows whose
    place is known, `near` for at most 161 km (100 miles) where the row has coordinates."""

    type: Score = field(default_factory=Score)
    actor: Score = field(default_factory=Score)
    both: Score = field(default_factory=Score)
    by_type: dict[str, Score] = field(default_factory=dict)
    modality: tuple[int, int] = (0, 0)
    voice: tuple[int, int] = (0, 0)
    date: tuple[int, int] = (0, 0)
    country: tuple[int, int] = (0, 0)
    sector: tuple[int, int] = (0, 0)
    place: tuple[int, int] = (0, 0)
    near: tuple[int, int] = (0, 0)
    false_alarms: float | None = None


def _codes(parties: Iterable[GoldParty]) -> set[str]:
    return {p.code for p in parties if p.code}


def _record_codes(entities: Iterable[Entity]) -> set[str]:
    return {c for e in entities if (c := e.entity_code or e.country_code)}


def _agree(gold: set[str], found: set[str]) -> bool:
    """At least half of the union in common; a row without a code is right with any."""
    return not gold or 2 * len(gold & found) >= len(gold | found)


def parties_right(row: GoldEvent, record: Event) -> tuple[bool, bool]:
    """Whether the record's actors are right, and both its sides."""
    if len(row.actor) > 1 and not row.recipient:
        right = _agree(_codes(row.actor), _record_codes((*record.actor, *record.recipient)))
        return right, right
    actor = _agree(_codes(row.actor), _record_codes(record.actor))
    return actor, actor and _agree(_codes(row.recipient), _record_codes(record.recipient))


def pair_article(rows: Sequence[GoldEvent], records: Sequence[Event]) -> Pairing:
    """Pairs one article's records with its rows."""
    weights = []
    for r, row in enumerate(rows):
        for e, record in enumerate(records):
            start = record.trigger.span[0]
            if not row.sentence_span[0] <= start < row.sentence_span[1]:
                continue
            if record.event_type not in (row.type, row.type2):
                continue
            actor, both = parties_right(row, record)
            near = overlap(record.trigger.span, row.trigger_span) > 0
            weights.append(((both, actor, near, not row.optional), r, e))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, r, e in sorted(weights, key=lambda w: ([not x for x in w[0]], w[1], w[2])):
        if r not in pairs and e not in taken:
            pairs[r] = e
            taken.add(e)
    return Pairing(
        matched=tuple(
            (records[e], rows[r]) for r, e in sorted(pairs.items()) if not rows[r].optional
        ),
        missed=tuple(row for r, row in enumerate(rows) if r not in pairs and not row.optional),
        false=tuple(record for e, record in enumerate(records) if e not in taken),
    )


def score_events(
    coded: Iterable[tuple[GoldArticle, Sequence[Event], int]],
) -> EventScores:
    """Scores over articles, each with its records and the number of its sentences."""
    scores = EventScores()
    alarms = sentences = 0
    for article, records, sentence_count in coded:
        if article.events is None:
            continue
        pairing = pair_article(article.events, records)
        _count(scores, pairing)
        if article.kind == "other":
            alarms += len(pairing.false)
            sentences += sentence_count
    if sentences:
        scores.false_alarms = 100 * alarms / sentences
    return scores


def _count(scores: EventScores, pairing: Pairing) -> None:
    def by_type(name: str) -> Score:
        return scores.by_type.setdefault(name, Score())

    for record, row in pairing.matched:
        actor, both = parties_right(row, record)
        scores.type.hit()
        by_type(row.type).hit()
        for score, right in ((scores.actor, actor), (scores.both, both)):
            score.hit() if right else score.wrong()
        scores.modality = _add(scores.modality, record.modality in (row.modality, row.modality2))
        scores.voice = _add(scores.voice, record.voice in (row.voice, row.voice2))
        if row.date_precision in ("day", "published") and row.date:
            right = record.date is not None and record.date in (row.date, row.date2)
            scores.date = _add(scores.date, right)
        _count_parties(scores, record, row)
        _count_place(scores, record.location, row.place)
    for row in pairing.missed:
        for score in (scores.type, scores.actor, scores.both, by_type(row.type)):
            score.miss()
    for record in pairing.false:
        for score in (scores.type, scores.actor, scores.both, by_type(record.event_type)):
            score.alarm()


def _count_parties(scores: EventScores, record: Event, row: GoldEvent) -> None:
    found = {
        (e.entity_code or e.country_code, e.sector_code) for e in (*record.actor, *record.recipient)
    }
    codes = {code for code, _ in found}
    for party in (*row.actor, *row.recipient):
        if party.code is None:
            continue
        scores.country = _add(scores.country, party.code in codes)
        if party.sector is not None:
            scores.sector = _add(scores.sector, (party.code, party.sector) in found)


def _count_place(
    scores: EventScores, where: Location | None, place: str | GoldPlace | None
) -> None:
    if place is None:
        return
    country = place if isinstance(place, str) else place.country
    scores.place = _add(scores.place, where is not None and where.country_code == country)
    if isinstance(place, GoldPlace) and place.lat is not None and place.lon is not None:
        far = None
        if where is not None and where.lat is not None and where.lon is not None:
            far = kilometres(place.lat, place.lon, where.lat, where.lon)
        scores.near = _add(scores.near, far is not None and far <= NEAR_KM)


def kilometres(lat: float, lon: float, other_lat: float, other_lon: float) -> float:
    """The way between two points along a great circle, all in degrees (haversine formula)."""
    a, b = math.radians(lat), math.radians(other_lat)
    half = math.sin((b - a) / 2) ** 2
    half += math.cos(a) * math.cos(b) * math.sin(math.radians(other_lon - lon) / 2) ** 2
    return 2 * _EARTH_KM * math.asin(min(1.0, math.sqrt(half)))


def _add(count: tuple[int, int], right: bool) -> tuple[int, int]:
    return count[0] + right, count[1] + 1
