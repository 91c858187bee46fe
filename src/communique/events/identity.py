"""Which records tell of the same event: one rule, of the set of records alone."""

from __future__ import annotations

import datetime
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from communique.records import Entity, Event, make_id

__all__ = [
    "MAX_DAYS",
    "Claim",
    "assign_event_ids",
    "claim_of",
    "event_ids",
    "identity_key",
    "published_order",
]

MAX_DAYS = 3
"""All days of one event lie within this many days; longer intervals meet only their equals."""

_UNORDERED = frozenset({"CONSULT"})
"""Types whose sides say only who travelled and who hosted (PLOVER manual, 3.2.2)."""

_TOLD = frozenset({"asserted", "negated", "historical"})
_NULL_LAST = "~"


@dataclass(frozen=True, slots=True)
class Claim:
    """What the rule looks at in one record. `key` None: tells of an event that no other tells.

    `date` and `enddate` are ISO days, both None where the day is unknown; `order` is
    `published_order` of the record's article.
    """

    id: str
    key: str | None
    date: str | None
    enddate: str | None
    order: str


def published_order(published: str | None) -> str:
    """A text by which publication times sort: in UTC, a bare day before its hours, null last.

    A time without a zone is taken for UTC; what is no ISO 8601 sorts as it is written.
    """
    if published is None:
        return _NULL_LAST
    if len(published) <= 10:
        return published
    try:
        time = datetime.datetime.fromisoformat(published)
    except ValueError:
        return published
    if time.tzinfo is not None:
        time = time.astimezone(datetime.UTC)
    return time.strftime("%Y-%m-%dT%H:%M:%S.%f")


def _party(entity: Entity) -> tuple[str, ...]:
    if entity.entity_id:
        return ("id", entity.entity_id)
    code = entity.entity_code or entity.country_code
    if code:
        return ("code", code, entity.country_code or "", entity.sector_code or "")
    return ("words", entity.kind, " ".join(entity.raw_text.casefold().split()))


def identity_key(event: Event) -> str | None:
    """One text for all records that can tell of the same event if their days allow it.

    Equal: the type; whether it is told (asserted, denied or recalled) or only expected
    (future, hypothetical); and the parties, each as its entity id, else its codes, else its
    words. In a CONSULT the sides do not matter. A record in which no party has an id or a
    code has no key. A record of unknown day has one of its own article.
    """
    actors = {_party(e) for e in event.actor}
    recipients = {_party(e) for e in event.recipient}
    if all(party[0] == "words" for party in actors | recipients):
        return None
    if event.event_type in _UNORDERED:
        actors, recipients = actors | recipients, set()
    told = "told" if event.modality in _TOLD else "expected"
    return make_id(
        event.event_type,
        told,
        *(part for party in sorted(actors) for part in (*party, "/")),
        "->",
        *(part for party in sorted(recipients) for part in (*party, "/")),
        event.article if event.date is None else None,
    )


def claim_of(event: Event, published: str | None) -> Claim:
    """What the rule looks at in a record of an article of that publication time."""
    end = event.enddate or event.date
    return Claim(event.id, identity_key(event), event.date, end, published_order(published))


def _days(claim: Claim) -> tuple[int, int]:
    start = datetime.date.fromisoformat(str(claim.date)).toordinal()
    return start, max(start, datetime.date.fromisoformat(str(claim.enddate)).toordinal())


def _clusters(claims: Sequence[Claim]) -> Iterable[list[Claim]]:
    """Groups of claims of one key. Swept by first day, so that the order given is nothing."""
    undated = [c for c in claims if c.date is None]
    if undated:
        yield undated
    long: dict[tuple[int, int], list[Claim]] = defaultdict(list)
    short: list[tuple[int, int, Claim]] = []
    for claim in claims:
        if claim.date is None:
            continue
        start, end = _days(claim)
        if end - start < MAX_DAYS:
            short.append((start, end, claim))
        else:
            long[start, end].append(claim)
    yield from long.values()
    cluster: list[Claim] = []
    first = last = 0
    for start, end, claim in sorted(short, key=lambda item: (item[0], item[1], item[2].id)):
        if cluster and (start > last or end - first >= MAX_DAYS):
            yield cluster
            cluster = []
        if not cluster:
            first = last = start
        cluster.append(claim)
        last = max(last, end)
    if cluster:
        yield cluster


def event_ids(claims: Iterable[Claim]) -> dict[str, str]:
    """Record id -> event id, the id of the earliest record (published, null last, then id).

    Claims of one key belong together where their intervals of at most `MAX_DAYS` days
    overlap and no two days of the group lie further apart; a longer interval ("in March")
    belongs only with its equals, and a record without a key stands alone. A chain of
    overlaps is cut where it grows too long, from its first day on. The result depends on
    the set of claims, not on their order.
    """
    result: dict[str, str] = {}
    by_key: dict[str, list[Claim]] = defaultdict(list)
    for claim in claims:
        if claim.key is None:
            result[claim.id] = claim.id
        else:
            by_key[claim.key].append(claim)
    for group in by_key.values():
        for cluster in _clusters(group):
            earliest = min(cluster, key=lambda c: (c.order, c.id)).id
            result.update((claim.id, earliest) for claim in cluster)
    return result


def assign_event_ids(
    events: Iterable[Event], published: Mapping[str, str | None] | str | None
) -> tuple[Event, ...]:
    """The records in the order given, each with the event id that these records give it.

    `published` is the article's time, or for records of several articles a map from article
    id to its time.
    """
    records = tuple(events)

    def when(event: Event) -> str | None:
        return published.get(event.article) if isinstance(published, Mapping) else published

    ids = event_ids(claim_of(event, when(event)) for event in records)
    return tuple(
        event
        if event.event_id == ids[event.id]
        else msgspec.structs.replace(event, event_id=ids[event.id])
        for event in records
    )
