"""PLOVER's own exchange format: one JSON object an event, under the manual's field names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, BinaryIO

import msgspec

from communique.export.origin import ArticleLookup, Origin, Origins
from communique.records import Entity, Event, Location, SizeItem

__all__ = ["plover_event", "write_plover"]

_AUXILIARY = {
    "negated": "negation",
    "future": "future",
    "hypothetical": "hypothetical",
    "historical": "historical",
}
_RESOLUTION = {"place": 4, "district": 3, "province": 2, "country": 1}


def _without_null(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def _entity(entity: Entity) -> dict[str, Any]:
    """Table 6.2. A sector has three letters, or six where a second one adds to it."""
    sectors = [c for c in (entity.sector_code, *entity.other_sector_codes[:1]) if c]
    return _without_null(
        {
            "code": entity.entity_code or entity.country_code,
            "sector": "".join(sectors) or None,
            "entity_text": entity.raw_text or None,
            "identifier_id": entity.wikidata_id or entity.entity_id,
            "identifier_text": entity.entity_name,
            "office": entity.office,
        }
    )


def _location(place: Location) -> dict[str, Any]:
    """Table 6.6."""
    return _without_null(
        {
            "extracted_place": place.name if place.span else None,
            "resolved_place": place.name,
            "geonameid": place.geonames_id,
            "lat": place.lat,
            "lon": place.lon,
            "country_code": place.country_code,
            "resolution": _RESOLUTION[place.resolution],
        }
    )


def _number(item: SizeItem | None) -> int | None:
    if item is None:
        return None
    return item.low if item.low is not None else item.high


def _size(event: Event) -> dict[str, Any] | None:
    """Table 6.4, and our own `taking_part`. Of a range the lower end."""
    if event.size is None:
        return None
    names = event.size.__struct_fields__
    return _without_null({name: _number(getattr(event.size, name)) for name in names}) or None


def plover_event(event: Event, origin: Origin, *, with_text: bool = True) -> dict[str, Any]:
    """An event record as the manual's chapter 6 names it (tables 6.1 to 6.6).

    The fine act, the attribution and what else the manual has no name for is left out, and so
    are fields that have no value. A negated, future, hypothetical or historical event says so
    in `context` (manual, 2.3). `link` is the event id, which all records of one event share.
    `with_text=False` leaves the sentence and the trigger out, as the manual asks of those who
    do not hold the rights to it.
    """
    auxiliary = [_AUXILIARY[event.modality]] if event.modality in _AUXILIARY else []
    row = {
        "id": event.id,
        "date": event.date,
        "enddate": event.enddate,
        "actor": [_entity(entity) for entity in event.actor],
        "recipient": [_entity(entity) for entity in event.recipient],
        "event": [event.event_type],
        "event_loc": _location(event.location) if event.location else None,
        "event_text": [event.trigger.text] if with_text else None,
        "quad_code": event.quad_code,
        "event_scale": event.event_scale,
        "mode": list(event.mode),
        "context": [*event.context, *auxiliary],
        "size": _size(event),
        "link": event.event_id,
        "text": event.sentence if with_text else None,
        "text_info": {
            "sequence": event.sentence_number,
            "start": event.sentence_span[0],
            "end": event.sentence_span[1],
        },
        "cite_info": _without_null(
            {
                "citation": event.article,
                "url": origin.url,
                "title": origin.title,
                "language": origin.language,
                "publication": origin.outlet,
                "coder": event.coder,
            }
        ),
        "coder": event.coder,
    }
    return {"id": row["id"], "date": row["date"], **_without_null(row)}


def write_plover(
    events: Iterable[Event],
    stream: BinaryIO,
    articles: ArticleLookup | None = None,
    *,
    with_text: bool = True,
) -> int:
    """Writes events as newline-delimited JSON in PLOVER's format; how many."""
    origins = Origins(articles)
    encoder = msgspec.json.Encoder()
    count = 0
    for count, event in enumerate(events, start=1):  # noqa: B007
        row = plover_event(event, origins.of(event), with_text=with_text)
        stream.write(encoder.encode(row) + b"\n")
    return count
