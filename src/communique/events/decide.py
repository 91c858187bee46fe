"""Which readings become events, and what they are: the only place with thresholds.

Until a model votes (`score.py`), the lexicon decides alone, `type_probability` and `confidence`
are None, and the rules here keep what is no event out of the records.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from communique.events.candidates import count_parties
from communique.events.compose import Reading
from communique.events.lexicon import Bounds, ModalityWords
from communique.events.modality import modality_of
from communique.ontology import acts
from communique.records import Candidate, Why

if TYPE_CHECKING:
    from communique.language import Sentence
    from communique.records import Modality

__all__ = ["Decision", "decide"]

_OBJECT_PLACES = {"pobj", "dobj", "conj"}
_AHEAD = {"future", "hypothetical"}
_NO_PARTY = {"document", "unnamed"}


@dataclass(frozen=True, slots=True)
class Decision:
    """A reading that is an event, in its mode, and why. `ahead` is set where it lies in the
    future, though it is told as an agreement now."""

    reading: Reading
    modality: Modality
    ahead: bool
    why: Why


def decide(
    sentence: Sentence,
    readings: list[Reading],
    supports: dict[int, int | None],
    words: ModalityWords,
    bounds: Bounds,
) -> list[Decision]:
    """The events of a sentence among its readings, in order, none told twice."""
    decisions: list[Decision] = []
    for reading in readings:
        reading = _without_doubles(reading)
        if not _has_party(reading, bounds) or _only_named(sentence, reading, supports, bounds):
            continue
        modality = modality_of(sentence.doc, reading.token, supports.get(reading.token), words)
        ahead = modality in _AHEAD
        reading, modality = _future_as_agreement(reading, modality, words)
        if modality in bounds.dyadic and not (
            count_parties(reading.actors) > 1 if reading.reciprocal else reading.recipients
        ):
            continue
        decision = Decision(
            reading=reading,
            modality=modality,
            ahead=ahead,
            why=Why(
                decided_by="lexicon",
                pattern=reading.pattern,
                candidates=(Candidate(type=acts()[reading.act].plover, p=1.0),),
            ),
        )
        _keep(decisions, decision)
    return decisions


def _without_doubles(reading: Reading) -> Reading:
    """A party that stands on both sides acts; nobody is his own recipient."""
    ids = {e.entity_id for m in reading.actors for e in m.entities if e.entity_id}
    kept = tuple(
        m
        for m in reading.recipients
        if not any(e.entity_id in ids for e in m.entities) or len(m.entities) > 1
    )
    return reading if kept == reading.recipients else replace(reading, recipients=kept)


def _has_party(reading: Reading, bounds: Bounds) -> bool:
    """Whether somebody is named, and one of them acts politically where the type asks for it."""
    named = [m for m in reading.parties if m.entity.kind not in _NO_PARTY]
    if not named:
        return False
    if not bounds.anybody.isdisjoint((reading.act, acts()[reading.act].plover)):
        return True
    return any(
        {e.sector_code, e.entity_code, *e.other_sector_codes} & bounds.political
        for m in named
        for e in m.entities
    )


def _only_named(
    sentence: Sentence, reading: Reading, supports: dict[int, int | None], bounds: Bounds
) -> bool:
    """Whether a noun names an act that no verb tells of: "an interest in cooperation"."""
    noun = sentence.doc[reading.token]
    return (
        acts()[reading.act].plover in bounds.carried
        and noun.pos_ == "NOUN"
        and noun.dep_ in _OBJECT_PLACES
        and supports.get(reading.token) is None
    )


def _future_as_agreement(
    reading: Reading, modality: Modality, words: ModalityWords
) -> tuple[Reading, Modality]:
    """A future CONSULT, SUPPORT, COOPERATE or AID is an AGREE, asserted (PLOVER manual 3.1)."""
    if modality != "future":
        return reading, modality
    act = words.future_acts.get(reading.act) or words.future_acts.get(acts()[reading.act].plover)
    return (replace(reading, act=act), "asserted") if act else (reading, modality)


def _keep(decisions: list[Decision], new: Decision) -> None:
    """Adds a decision unless the sentence has told the event in other words ("launched an
    offensive"): the same type, and parties of which one set holds the other. The fuller stays."""
    kind = acts()[new.reading.act].plover
    parties = {m.span for m in new.reading.parties}
    for number, old in enumerate(decisions):
        if acts()[old.reading.act].plover != kind or old.modality != new.modality:
            continue
        before = {m.span for m in old.reading.parties}
        near = abs(old.reading.token - new.reading.token) <= 6
        if near and (parties <= before or before <= parties):
            if len(parties) > len(before):
                decisions[number] = new
            return
    decisions.append(new)
