"""Records as rows: the columns that filters, order and joins need. Pure functions."""

from __future__ import annotations

from typing import Any

from communique.events.identity import identity_key, published_order
from communique.reading.addresses import place_key
from communique.reading.outlets import outlets
from communique.records import Article, Attribution, Entity, Event, Quotation, Tie, encode
from communique.store.words import words, words_of

__all__ = [
    "article_row",
    "dyads",
    "entity_row",
    "event_row",
    "hand_rows",
    "is_told",
    "origin",
    "origin_is_own",
    "quotation_row",
    "tie_words",
    "unclear",
]


def entity_row(entity: Entity) -> tuple[str | None, ...]:
    """entity_id, entity_code, country_code, sector_code, other_sectors, name, words."""
    return (
        entity.entity_id,
        entity.entity_code,
        entity.country_code,
        entity.sector_code,
        "".join(f" {code}" for code in entity.other_sector_codes) + " ",
        entity.entity_name or entity.raw_text or None,
        words_of(entity.entity_name, entity.raw_text),
    )


def article_row(article: Article) -> dict[str, Any]:
    """The row of an article, its number left out."""
    return {
        "id": article.id,
        "source_id": article.source_id,
        "url": article.url,
        "place": place_key(article.url) if article.url else None,
        "outlet": article.outlet,
        "outlet_words": words(article.outlet),
        "outlet_kind": article.outlet_kind,
        "outlet_country": article.outlet_country,
        "title": article.title,
        "published": article.published,
        "published_order": published_order(article.published),
        "retrieved": article.retrieved,
        "language": article.language,
        "wire": article.wire,
        "duplicate_of": article.duplicate_of,
        "revision_of": article.revision_of,
        "record": encode(article).decode(),
    }


def is_told(event: Event) -> bool:
    """Whether a list of events shows it unasked: asserted, and not in the outlet's comment."""
    return event.modality == "asserted" and event.voice != "opinion"


def is_mutual(event: Event) -> bool:
    """Whether all parties act: two or more actors and no recipient (PLOVER manual, 2.4.2)."""
    return len(event.actor) >= 2 and not event.recipient


def unclear(event: Event) -> int:
    """How much a record lacks of a clear one: a party 4, the day 2, and 1 where it is hedged.

    Hedged: a hand of the chain is unnamed, or its cue doubts or denies.
    """
    both = is_mutual(event) or (bool(event.actor) and bool(event.recipient))
    hedged = any(
        hand.source.kind == "unnamed" or hand.cue_kind in ("doubting", "denying")
        for hand in event.attribution
    )
    return 4 * (not both) + 2 * (event.date_precision != "day") + hedged


def origin(attribution: Attribution) -> str:
    """Who says it first: the innermost source's id, else its codes, else its words; '' for the
    outlet itself and for sources without a name."""
    if not attribution or attribution[-1].source.kind == "unnamed":
        return ""
    source = attribution[-1].source
    code = source.entity_code or source.country_code
    if source.entity_id:
        return source.entity_id
    if code:
        return f"{code}/{source.sector_code}" if source.sector_code else code
    return words(source.raw_text).strip()


def origin_is_own(event: Event) -> bool | None:
    """Whether the innermost source is a state medium of one of the parties' countries.

    None where there is no source, or nothing is known of it. Who owns whom stands in the
    register of outlets.
    """
    if not event.attribution:
        return None
    source = event.attribution[-1].source
    own = {e.country_code for e in (*event.actor, *event.recipient) if e.country_code}
    outlet = outlets().by_name(source.entity_name) or outlets().by_name(source.raw_text)
    if outlet is not None:
        return outlet.kind == "state_media" and outlet.owner_state in own
    if not own or source.kind == "unnamed" or not (source.country_code or source.entity_code):
        return None
    return False


def event_row(event: Event, order: str) -> dict[str, Any]:
    """The row of an event record, its number left out; `order` is its article's."""
    own = origin_is_own(event)
    place = event.location
    return {
        "id": event.id,
        "event_id": event.event_id,
        "article": event.article,
        "identity": identity_key(event),
        "date": event.date,
        "enddate": event.enddate or event.date,
        "date_precision": event.date_precision,
        "event_type": event.event_type,
        "act": event.act,
        "quad_code": event.quad_code,
        "event_scale": float(event.event_scale),
        "modality": event.modality,
        "voice": event.voice,
        "confidence": event.confidence,
        "place": place.name if place else None,
        "place_words": words(place.name) if place else "",
        "place_country": place.country_code if place else None,
        "mutual": int(is_mutual(event)),
        "told": int(is_told(event)),
        "unclear": unclear(event),
        "origin": origin(event.attribution),
        "origin_own": None if own is None else int(own),
        "published_order": order,
        "sentence_start": event.sentence_span[0],
        "record": encode(event).decode(),
    }


def dyads(event: Event) -> dict[tuple[str, str], int]:
    """(actor, recipient) -> 1 where the two have no sides, else 0; countries, else entity codes.

    Parties of a mutual event make one dyad a pair, in the order of the alphabet.
    """

    def codes(entities: tuple[Entity, ...]) -> list[str]:
        return sorted({e.country_code or e.entity_code or "" for e in entities})

    actors, recipients = codes(event.actor), codes(event.recipient)
    if is_mutual(event) and len(actors) >= 2:
        return {(a, b): 1 for i, a in enumerate(actors) for b in actors[i + 1 :]}
    return {(a, r): 0 for a in actors or [""] for r in recipients or [""]}


def quotation_row(quotation: Quotation, order: str) -> dict[str, Any]:
    """The row of a quotation, its number left out; `order` is its article's."""
    return {
        "id": quotation.id,
        "article": quotation.article,
        "kind": quotation.kind,
        "start": quotation.spans[0][0],
        "sentence_start": quotation.sentence_span[0],
        "published_order": order,
        "record": encode(quotation).decode(),
    }


def hand_rows(record_id: str, article: str, chain: Attribution) -> list[tuple[Any, ...]]:
    """The rows of a chain, outermost hand first."""
    return [
        (
            record_id,
            article,
            position,
            int(position == len(chain) - 1),
            *entity_row(hand.source),
            hand.cue,
            hand.cue_kind,
        )
        for position, hand in enumerate(chain)
    ]


def tie_words(tie: Tie) -> str:
    """The words of a tie's name and evidence."""
    return words_of(tie.name, *(evidence.sentence for evidence in tie.evidence))
