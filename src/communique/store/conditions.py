"""Filters as SQL conditions, one function a list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import get_args

from communique.errors import UsageError
from communique.records import TieKind
from communique.store.filters import Filters
from communique.store.sql import CODE, Conditions, among, between, match_query, named, terms
from communique.store.words import words

__all__ = [
    "article_conditions",
    "event_conditions",
    "passage_conditions",
    "quotation_conditions",
    "tie_conditions",
]


def _refuse(filters: Filters, what: str, unknown: Sequence[str]) -> None:
    for name in filters.given():
        if name in unknown:
            raise UsageError(
                what=f"{what} cannot be filtered by this",
                where="--" + name.replace("_", "-"),
                do="Leave it out.",
            )


def _events_only(filters: Filters) -> None:
    ties = [t for t in filters.type if t in get_args(TieKind)]
    if ties:
        raise UsageError(what=f"{ties[0]!r} is a kind of tie", where="--type", do="Ask for ties.")


def _articles(conditions: Conditions, filters: Filters, key: str) -> None:
    """Conditions on the article that `key` names by its id."""
    if filters.outlet:
        inner = Conditions()
        inner.any_of([named("outlet_words", name) for name in filters.outlet])
        conditions.add(f"{key} IN (SELECT id FROM articles{inner.where()})", *inner.values)


def _said_by(conditions: Conditions, filters: Filters, key: str) -> None:
    """Conditions on the chain of the record that `key` names by its id."""
    speaker = among(key, "attributions", "record", "last = 1")
    source = among(key, "attributions", "record", "1")
    conditions.any_of([speaker(v) for v in filters.speaker])
    conditions.any_of([source(v) for v in filters.source])


def _sector(conditions: Conditions, filters: Filters, key: str, table: str, column: str) -> None:
    """Conditions on the sectors of those who take part in the record that `key` names."""
    rows = f"SELECT {column} FROM {table} WHERE sector_code = ? OR instr(other_sectors, ?) > 0"
    conditions.any_of([(f"{key} IN ({rows})", [s, f" {s} "]) for s in filters.sector])


def _search(conditions: Conditions, filters: Filters, key: str, index: str) -> None:
    if filters.text is None:
        return
    query = match_query(filters.text)
    if query is None:
        conditions.add("0")
    else:
        conditions.add(f"{key} IN (SELECT rowid FROM {index} WHERE {index} MATCH ?)", query)


def event_conditions(filters: Filters, *, told: bool = True) -> Conditions:
    """Conditions on `events e`. `told`: leave out, unless a filter asks for them, records that
    are not asserted or stand in the outlet's own comment."""
    _events_only(filters)
    result = Conditions()
    parties = "event_entities", "event"
    actor = among("e.number", *parties, "role = 'actor'")
    recipient = among("e.number", *parties, "role = 'recipient'")
    result.any_of([actor(v) for v in filters.actor])
    result.any_of([recipient(v) for v in filters.recipient])
    if filters.between:
        result.any_of(between(actor, recipient, filters.between, "e.mutual = 1"))
    _said_by(result, filters, "e.id")
    result.one_of("e.event_type", filters.type)
    result.one_of("e.quad_code", filters.quad)
    result.one_of("e.act", filters.act)
    if filters.since:
        result.add("coalesce(e.date, '~') >= ? AND e.date IS NOT NULL", filters.since)
    if filters.until:
        result.add("coalesce(e.date, '~') <= ?", filters.until)
    _sector(result, filters, "e.number", *parties)
    for place in [filters.place] if filters.place else []:
        options = [named("e.place_words", name) for name in place]
        options += [("e.place_country = ?", [n.upper()]) for n in place if CODE.fullmatch(n)]
        result.any_of(options)
    result.one_of("e.voice", filters.voice)
    result.one_of("e.modality", filters.modality)
    if told and not filters.voice:
        result.add("e.voice <> 'opinion'")
    if told and not filters.modality:
        result.add("e.modality = 'asserted'")
    if filters.min_confidence is not None:
        result.add("e.confidence >= ?", filters.min_confidence)
    _articles(result, filters, "e.article")
    _search(result, filters, "e.number", "event_text")
    return result


_ABOUT_EVENTS = (
    "actor",
    "recipient",
    "between",
    "type",
    "quad",
    "act",
    "sector",
    "place",
    "modality",
    "min_confidence",
)


def _told_in(conditions: Conditions, filters: Filters, join: str, names: Sequence[str]) -> None:
    """A condition that some event record, joined by `join`, meets those filters."""
    kept = {n: getattr(filters, n) for n in names if n in filters.given()}
    if not kept:
        return
    inner = event_conditions(Filters(**kept, all=filters.all), told=not filters.all)
    inner.add(join)
    conditions.add(f"EXISTS (SELECT 1 FROM events e{inner.where()})", *inner.values)


def _published(conditions: Conditions, filters: Filters, column: str) -> None:
    if filters.since:
        conditions.add(f"{column} >= ? AND {column} <> '~'", filters.since)
    if filters.until:
        conditions.add(f"substr({column}, 1, 10) <= ? AND {column} <> '~'", filters.until)


def quotation_conditions(filters: Filters) -> Conditions:
    """Conditions on `quotations q`. Dates are the article's; filters of events are met where
    an event of the quotation's sentence meets them."""
    _events_only(filters)
    result = Conditions()
    speaker = among("q.number", "quotation_entities", "quotation", "role = 'speaker'")
    hand = among("q.id", "attributions", "record", "1")
    result.any_of([speaker(v) for v in filters.speaker])
    result.any_of([place(v) for v in filters.source for place in (speaker, hand)])
    _published(result, filters, "q.published_order")
    join = "e.article = q.article AND e.sentence_start = q.sentence_start"
    _told_in(result, filters, join, (*_ABOUT_EVENTS, "voice"))
    _articles(result, filters, "q.article")
    _search(result, filters, "q.number", "quotation_text")
    return result


def article_conditions(filters: Filters) -> Conditions:
    """Conditions on `articles a`. Filters of events are met where one of its events meets them
    all; a speaker or source, where a quotation or an event of it has them."""
    _events_only(filters)
    result = Conditions()
    quoted = "quotation_entities x JOIN quotations y ON y.number = x.quotation"
    speaker = among("a.id", quoted, "y.article", "role = 'speaker'")
    hand = among("a.id", "attributions", "article", "1")
    last = among("a.id", "attributions", "article", "last = 1")
    result.any_of([place(v) for v in filters.speaker for place in (speaker, last)])
    result.any_of([place(v) for v in filters.source for place in (speaker, hand)])
    _published(result, filters, "a.published_order")
    _told_in(result, filters, "e.article = a.id", (*_ABOUT_EVENTS, "voice"))
    result.any_of([named("a.outlet_words", name) for name in filters.outlet])
    _search(result, filters, "a.number", "article_text")
    return result


def passage_conditions(filters: Filters) -> Conditions:
    """Conditions on `passages p JOIN articles a`. `text` is searched in the whole article."""
    _refuse(filters, "passages", ("speaker", "source", *_ABOUT_EVENTS))
    result = Conditions()
    result.one_of("p.voice", filters.voice)
    _published(result, filters, "a.published_order")
    result.any_of([named("a.outlet_words", name) for name in filters.outlet])
    _search(result, filters, "a.number", "article_text")
    return result


def tie_conditions(filters: Filters) -> Conditions:
    """Conditions on `ties t`. `type` is its kind; `actor` is a party, `recipient` whom it is
    towards; `since` and `until` leave ties that stood at some time between them."""
    _refuse(filters, "ties", ("quad", "act", "place", "modality", "min_confidence"))
    for name in filters.type:
        if name not in get_args(TieKind):
            raise UsageError(
                what=f"{name!r} is no kind of tie",
                where="--type",
                do=f"Choose among: {', '.join(get_args(TieKind))}.",
            )
    result = Conditions()
    party = among("t.id", "tie_entities", "tie", "role = 'party'")
    towards = among("t.id", "tie_entities", "tie", "role = 'towards'")
    result.any_of([party(v) for v in filters.actor])
    result.any_of([towards(v) for v in filters.recipient])
    if filters.between:
        result.any_of(between(party, towards, filters.between, "1"))
    _said_by(result, filters, "t.id")
    result.one_of("t.kind", filters.type)
    if filters.since:
        result.add("t.until IS NULL OR t.until >= substr(?, 1, length(t.until))", filters.since)
    if filters.until:
        result.add("t.since IS NULL OR t.since <= substr(?, 1, length(t.since))", filters.until)
    _sector(result, filters, "t.id", "tie_entities", "tie")
    evidence = Conditions()
    _articles(evidence, filters, "v.article")
    if evidence.clauses:
        join = f"EXISTS (SELECT 1 FROM tie_evidence v{evidence.where()} AND v.tie = t.id)"
        result.add(join, *evidence.values)
    said = (
        "SELECT 1 FROM json_each(t.record, '$.evidence') WHERE json_extract(value, '$.voice') = ?"
    )
    result.any_of([(f"EXISTS ({said})", [v]) for v in filters.voice])
    for term in terms(filters.text or ""):
        result.add("instr(t.words, ?) > 0", words(term).rstrip())
    return result
