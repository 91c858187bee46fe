"""Decisions to event records."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.events.decide import Decision
from communique.events.size import size_of
from communique.events.when import EventDate, date_of, last_day
from communique.events.where import Setting
from communique.ontology import acts, quad_code, score
from communique.records import Entity, Event, Trigger, make_id, span_key

if TYPE_CHECKING:
    from communique.actors import Mention, Mentions
    from communique.language import Parsed, Sentence
    from communique.records import Modality, Span
    from communique.voices import Voices

__all__ = ["assemble"]

_HISTORICAL = dt.timedelta(days=366)


@dataclass(frozen=True, slots=True)
class _Draft:
    sentence: Sentence
    decision: Decision
    trigger: Span
    actor: tuple[Entity, ...]
    recipient: tuple[Entity, ...]
    before: dt.date | None


def _entities(mentions: tuple[Mention, ...], taken: set[str]) -> tuple[Entity, ...]:
    """Each party once, by id where it has one, in the order of the text."""
    found: list[Entity] = []
    for mention in mentions:
        for entity in mention.entities:
            key = entity.entity_id or f"{entity.raw_text}@{entity.span}"
            if key not in taken:
                taken.add(key)
                found.append(entity)
    return tuple(found)


def assemble(
    parsed: Parsed,
    decided: list[tuple[Sentence, list[Decision]]],
    mentions: Mentions,
    voices: Voices,
    published: dt.date | None,
    coder: str,
) -> tuple[Event, ...]:
    """Events in the order of the text. Records that coincide in trigger and parties are told
    apart by a number in the order of their acts, so that ids do not depend on anything else."""
    drafts = []
    before = _days_before(parsed, published)
    setting = Setting(parsed, mentions)
    for sentence, decisions in decided:
        for decision in decisions:
            reading = decision.reading
            taken: set[str] = set()
            actor = _entities(reading.actors, taken)
            recipient = () if reading.reciprocal else _entities(reading.recipients, taken)
            words = _contiguous(reading.words, reading.token)
            trigger = sentence.span_of(words[0], words[-1])
            day = before[sentence.number]
            drafts.append(_Draft(sentence, decision, trigger, actor, recipient, day))
    drafts.sort(key=lambda d: (d.trigger, d.decision.reading.act, _parties_key(d)))
    counts: Counter[tuple[object, ...]] = Counter()
    events = []
    for draft in drafts:
        key = (draft.trigger, _parties_key(draft))
        events.append(_record(parsed, draft, counts[key], setting, voices, published, coder))
        counts[key] += 1
    return tuple(events)


def _days_before(parsed: Parsed, published: dt.date | None) -> dict[int, dt.date | None]:
    """For each sentence the day that was last named before it."""
    days: dict[int, dt.date | None] = {}
    named: dt.date | None = None
    for sentence in parsed.sentences:
        days[sentence.number] = named
        named = last_day(sentence, published) or named
    return days


def _parties_key(draft: _Draft) -> str:
    return "|".join(
        span_key(tuple(e.span for e in side)) for side in (draft.actor, draft.recipient)
    )


def _contiguous(words: tuple[int, ...], token: int) -> tuple[int, ...]:
    """The run of trigger words that holds the head, with at most two words between any two."""
    run = [token]
    for word in sorted((w for w in words if w < token), reverse=True):
        if run[0] - word <= 3:
            run.insert(0, word)
    for word in sorted(w for w in words if w > token):
        if word - run[-1] <= 3:
            run.append(word)
    return tuple(run)


def _record(
    parsed: Parsed,
    draft: _Draft,
    number: int,
    setting: Setting,
    voices: Voices,
    published: dt.date | None,
    coder: str,
) -> Event:
    sentence, reading = draft.sentence, draft.decision.reading
    act = acts()[reading.act]
    modality = draft.decision.modality
    when = date_of(
        sentence,
        reading.token,
        published,
        future=draft.decision.ahead,
        before=draft.before,
    )
    voice, attribution = voices.attach(draft.trigger, draft.actor)
    identity = make_id(parsed.article.id, span_key((draft.trigger,)), _parties_key(draft), number)
    return Event(
        id=identity,
        event_id=identity,
        article=parsed.article.id,
        date=when.date,
        enddate=when.enddate,
        date_precision=when.precision,
        date_from=when.source,
        date_text=when.text,
        event_type=act.plover,
        act=reading.act,
        mode=act.mode,
        context=(),
        quad_code=quad_code(act.plover),
        event_scale=score(act.plover, act.mode),
        cameo=act.cameo,
        goldstein=act.goldstein,
        actor=draft.actor,
        recipient=draft.recipient,
        size=size_of(sentence, act.plover, reading.token),
        location=setting.locate(
            sentence, reading.token, act.plover, reading.act, (draft.actor, draft.recipient)
        ),
        modality=_historical(modality, when, published),
        voice=voice,
        attribution=attribution,
        trigger=Trigger(text=sentence.words(draft.trigger), span=draft.trigger),
        sentence=sentence.text,
        sentence_span=sentence.span,
        sentence_number=sentence.number,
        type_probability=None,
        confidence=None,
        why=draft.decision.why,
        coder=coder,
    )


def _historical(modality: Modality, when: EventDate, published: dt.date | None) -> Modality:
    """Told as background: over a year before publication (contract, `modality`)."""
    if modality != "asserted" or published is None or when.source != "text" or when.enddate is None:
        return modality
    if published - dt.date.fromisoformat(when.enddate) > _HISTORICAL:
        return "historical"
    return modality
