"""Small hand-made records for the tests of the store."""

from __future__ import annotations

from typing import Any

from communique.records import (
    Article,
    Attribution,
    Cue,
    Entity,
    Event,
    Evidence,
    Hand,
    Passage,
    Quotation,
    Tie,
    Trigger,
    Why,
    make_id,
)
from communique.store import StoredCoding

STATES = {"PRK": "North Korea", "KOR": "South Korea", "USA": "United States", "CHN": "China"}


def state(code: str, span: tuple[int, int] | None = (0, 3)) -> Entity:
    return Entity(
        raw_text=STATES[code],
        span=span,
        kind="state",
        entity_id=code,
        entity_name=STATES[code],
        entity_code=code,
        country_code=code,
        sector_code="GOV",
        resolved_by="name",
    )


KIM = Entity(
    raw_text="Kim",
    span=(0, 3),
    kind="person",
    entity_id="person/kim-jong-un",
    entity_name="Kim Jong Un",
    entity_code="PRK",
    country_code="PRK",
    sector_code="GOV",
    other_sector_codes=("ELI",),
    resolved_by="name",
)
KCNA = Entity(
    raw_text="KCNA",
    span=(40, 44),
    kind="organisation",
    entity_id="org/kcna",
    entity_name="KCNA",
    entity_code="PRK",
    country_code="PRK",
    sector_code="MED",
    resolved_by="name",
)
SOMEBODY = Entity(raw_text="an official", span=(40, 51), kind="unnamed")


def said(*sources: Entity, kind: str = "neutral") -> Attribution:
    return tuple(Hand(source=s, cue="said", cue_kind=kind, span=(45, 49)) for s in sources)  # type: ignore[arg-type]


def article(text: str = "North Korea fired a missile.", **fields: Any) -> Article:
    fields.setdefault("url", "https://paper.example/" + make_id(text)[:6])
    fields.setdefault("published", "2024-03-05")
    fields.setdefault("outlet", "The Paper")
    return Article(id=make_id(fields["url"], text), text=text, **fields)


def event(of: Article, at: int = 0, **fields: Any) -> Event:
    """An event record; `at` is where its trigger starts and tells records of one text apart."""
    fields.setdefault("actor", (state("PRK"),))
    fields.setdefault("recipient", (state("KOR"),))
    fields.setdefault("date", of.published[:10] if of.published else None)
    fields.setdefault("enddate", fields["date"])
    record_id = make_id(of.id, at, *(str(e.span) for e in (*fields["actor"], *fields["recipient"])))
    values: dict[str, Any] = {
        "id": record_id,
        "event_id": record_id,
        "article": of.id,
        "date_precision": "day" if fields["date"] else None,
        "date_from": "published" if fields["date"] else None,
        "date_text": None,
        "event_type": "ASSAULT",
        "act": "attack",
        "mode": (),
        "context": (),
        "quad_code": 4,
        "event_scale": -9.5,
        "cameo": "190",
        "goldstein": -10.0,
        "size": None,
        "location": None,
        "modality": "asserted",
        "voice": "outlet",
        "attribution": (),
        "trigger": Trigger(text="fired", span=(at, at + 5)),
        "sentence": "North Korea fired a missile.",
        "sentence_span": (0, 28),
        "sentence_number": 1,
        "type_probability": 0.9,
        "confidence": 0.8,
        "why": Why(decided_by="lexicon", pattern="fire"),
        "coder": "communique 0",
    }
    return Event(**{**values, **fields})


def quotation(of: Article, at: int = 0, **fields: Any) -> Quotation:
    values: dict[str, Any] = {
        "id": make_id("quotation", of.id, at),
        "article": of.id,
        "text": "we shall answer",
        "spans": ((at, at + 15),),
        "kind": "direct",
        "speaker": KIM,
        "addressee": None,
        "cue": Cue(text="said", span=(at + 16, at + 20), kind="neutral"),
        "ground": None,
        "attribution": (),
        "sentence_span": (0, 28),
    }
    return Quotation(**{**values, **fields})


def passage(of: Article, start: int = 0, voice: str = "outlet") -> Passage:
    end = max(start + 1, len(of.text))
    return Passage(
        id=make_id("passage", of.id, start),
        article=of.id,
        span=(start, end),
        voice=voice,  # type: ignore[arg-type]
        loaded=(),
    )


def tie(of: Article, **fields: Any) -> Tie:
    values: dict[str, Any] = {
        "id": make_id("sanctions", "USA", "PRK", None, "2016"),
        "kind": "sanctions",
        "name": None,
        "parties": (state("USA"),),
        "towards": (state("PRK"),),
        "since": "2016",
        "until": None,
        "status": "in_force",
        "evidence": (
            Evidence(
                article=of.id,
                sentence="Sanctions of 2016 stand.",
                sentence_span=(0, 24),
                voice="outlet",
                attribution=(),
            ),
        ),
    }
    return Tie(**{**values, **fields})


def coding(of: Article, *events: Event, **fields: Any) -> StoredCoding:
    return StoredCoding(of, events, **fields)


def full_coding(of: Article) -> StoredCoding:
    """An article with one record of every kind."""
    hands = said(KCNA)
    return StoredCoding(
        of,
        (event(of, attribution=hands, voice="reported"),),
        (quotation(of, attribution=hands),),
        (passage(of),),
        (tie(of),),
    )
