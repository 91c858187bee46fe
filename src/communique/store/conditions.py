"""Filters as SQL conditions. Users' values are parameters, never parts of a statement."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Any, get_args

from communique.errors import UsageError
from communique.records.tie import TieKind
from communique.store.filters import Filters
from communique.store.words import words

__all__ = [
    "Conditions",
    "article_conditions",
    "event_conditions",
    "match_query",
    "passage_conditions",
    "quotation_conditions",
    "tie_conditions",
]

_CODE = re.compile(r"[A-Za-z]{3}")
_SECTORED = re.compile(r"([A-Za-z]{3})/([A-Za-z]{3})")
_TERM = re.compile(r'"([^"]*)"|(\S+)')


@dataclass
class Conditions:
    """Conditions that must all hold, with the parameters of each in order."""

    clauses: list[str] = field(default_factory=list)
    values: list[Any] = field(default_factory=list)

    def add(self, clause: str, *values: Any) -> None:
        """One more condition; its question marks stand for the values."""
        self.clauses.append(f"({clause})")
        self.values.extend(values)

    def any_of(self, options: Sequence[tuple[str, list[Any]]]) -> None:
        """One more condition: at least one of these, where there are any."""
        if options:
            self.add(" OR ".join(f"({c})" for c, _ in options), *(v for _, vs in options for v in vs))

    def one_of(self, column: str, values: Sequence[Any]) -> None:
        """One more condition: the column has one of the values, where there are any."""
        if values:
            self.add(f"{column} IN ({', '.join('?' * len(values))})", *values)

    def where(self) -> str:
        """The conditions as a WHERE clause, empty where there are none."""
        return f" WHERE {' AND '.join(self.clauses)}" if self.clauses else ""


def match_query(text: str) -> str | None:
    """A full-text query in which every word of the user stands in quotation marks, so that none
    is an operator; None where the text holds no word. Quoted words stay a phrase."""
    terms = []
    for phrase, word in _TERM.findall(text.replace("\x00", " ")):
        term = (phrase or word).replace('"', " ")
        if words(term):
            terms.append(f'"{term}"')
    return " ".join(terms) or None


def _named(column: str, name: str) -> tuple[str, list[Any]]:
    """Whether words of a name stand in a `words` column; the last may be cut short."""
    acronym = name.isupper() and len(name.strip()) <= 4
    wanted = words(name)
    return f"instr({column}, ?) > 0", [wanted if acronym else wanted.rstrip()]


def _who(value: str, alias: str = "") -> tuple[str, list[Any]]:
    """Whether a row of entity columns is who the user means."""
    value = value.strip()
    sectored = _SECTORED.fullmatch(value)
    if sectored:
        code, sector = value.upper().split("/")
        clause = (
            f"{alias}entity_id = ? OR (({alias}country_code = ? OR {alias}entity_code = ?)"
            f" AND ({alias}sector_code = ? OR instr({alias}other_sectors, ?) > 0))"
        )
        return clause, [value.upper(), code, code, sector, f" {sector} "]
    if "/" in value:
        return f"{alias}entity_id = ?", [value]
    named, values = _named(f"{alias}words", value)
    if _CODE.fullmatch(value):
        code = value.upper()
        clause = f"{alias}entity_id = ? OR {alias}entity_code = ? OR {alias}country_code = ?"
        return f"{clause} OR {named}", [code, code, code, *values]
    return f"{alias}entity_id = ? OR {named}", [value, *values]


_Option = tuple[str, list[Any]]
_Place = Callable[[str], _Option]


def _among(key: str, table: str, column: str, extra: str) -> _Place:
    def option(value: str) -> _Option:
        who, values = _who(value)
        return f"{key} IN (SELECT {column} FROM {table} WHERE {extra} AND ({who}))", values

    return option


def _between(first: _Place, second: _Place, pair: tuple[str, ...], mutual: str) -> list[_Option]:
    """Options under which two parties face each other."""
    a, b = pair
    options = []
    for left, right in ((a, b), (b, a)):
        (one, one_values), (two, two_values) = first(left), second(right)
        options.append((f"{one} AND {two}", [*one_values, *two_values]))
    (one, one_values), (two, two_values) = first(a), first(b)
    options.append((f"{mutual} AND {one} AND {two}", [*one_values, *two_values]))
    return options


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
        inner.any_of([_named("outlet_words", name) for name in filters.outlet])
        conditions.add(f"{key} IN (SELECT id FROM articles{inner.where()})", *inner.values)


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
    actor = _among("e.number", *parties, "role = 'actor'")
    recipient = _among("e.number", *parties, "role = 'recipient'")
    result.any_of([actor(v) for v in filters.actor])
    result.any_of([recipient(v) for v in filters.recipient])
    if filters.between:
        result.any_of(_between(actor, recipient, filters.between, "e.mutual = 1"))
    speaker = _among("e.id", "attributions", "record", "last = 1")
    source = _among("e.id", "attributions", "record", "1")
    result.any_of([speaker(v) for v in filters.speaker])
    result.any_of([source(v) for v in filters.source])
    result.one_of("e.event_type", filters.type)
    result.one_of("e.quad_code", filters.quad)
    result.one_of("e.act", filters.act)
    if filters.since:
        result.add("e.date >= ?", filters.since)
    if filters.until:
        result.add("e.date <= ?", filters.until)
    sector = "SELECT event FROM event_entities WHERE sector_code = ? OR instr(other_sectors, ?) > 0"
    result.any_of([(f"e.number IN ({sector})", [s, f" {s} "]) for s in filters.sector])
    for place in [filters.place] if filters.place else []:
        options = [_named("e.place_words", name) for name in place]
        options += [("e.place_country = ?", [n.upper()]) for n in place if _CODE.fullmatch(n)]
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
    speaker = _among("q.number", "quotation_entities", "quotation", "role = 'speaker'")
    hand = _among("q.id", "attributions", "record", "1")
    result.any_of([speaker(v) for v in filters.speaker])
    result.any_of([place(v) for v in filters.source for place in (speaker, hand)])
    _published(result, filters, "q.published_order")
    join = (
        "e.article = q.article"
        " AND json_extract(e.record, '$.sentence_span[0]') = q.sentence_start"
    )
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
    speaker = _among("a.id", quoted, "y.article", "role = 'speaker'")
    hand = _among("a.id", "attributions", "article", "1")
    last = _among("a.id", "attributions", "article", "last = 1")
    result.any_of([place(v) for v in filters.speaker for place in (speaker, last)])
    result.any_of([place(v) for v in filters.source for place in (speaker, hand)])
    _published(result, filters, "a.published_order")
    _told_in(result, filters, "e.article = a.id", (*_ABOUT_EVENTS, "voice"))
    result.any_of([_named("a.outlet_words", name) for name in filters.outlet])
    _search(result, filters, "a.number", "article_text")
    return result


def passage_conditions(filters: Filters) -> Conditions:
    """Conditions on `passages p JOIN articles a`. `text` is searched in the whole article."""
    _refuse(filters, "passages", ("speaker", "source", *_ABOUT_EVENTS))
    result = Conditions()
    result.one_of("p.voice", filters.voice)
    _published(result, filters, "a.published_order")
    result.any_of([_named("a.outlet_words", name) for name in filters.outlet])
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
    party = _among("t.id", "tie_entities", "tie", "role = 'party'")
    towards = _among("t.id", "tie_entities", "tie", "role = 'towards'")
    result.any_of([party(v) for v in filters.actor])
    result.any_of([towards(v) for v in filters.recipient])
    if filters.between:
        result.any_of(_between(party, towards, filters.between, "1"))
    speaker = _among("t.id", "attributions", "record", "last = 1")
    source = _among("t.id", "attributions", "record", "1")
    result.any_of([speaker(v) for v in filters.speaker])
    result.any_of([source(v) for v in filters.source])
    result.one_of("t.kind", filters.type)
    if filters.since:
        result.add("t.until IS NULL OR t.until >= substr(?, 1, length(t.until))", filters.since)
    if filters.until:
        result.add("t.since IS NULL OR t.since <= substr(?, 1, length(t.since))", filters.until)
    sector = "SELECT tie FROM tie_entities WHERE sector_code = ? OR instr(other_sectors, ?) > 0"
    result.any_of([(f"t.id IN ({sector})", [s, f" {s} "]) for s in filters.sector])
    evidence = Conditions()
    _articles(evidence, filters, "v.article")
    if evidence.clauses:
        join = f"EXISTS (SELECT 1 FROM tie_evidence v{evidence.where()} AND v.tie = t.id)"
        result.add(join, *evidence.values)
    said = "SELECT 1 FROM json_each(t.record, '$.evidence') WHERE json_extract(value, '$.voice') = ?"
    result.any_of([(f"EXISTS ({said})", [v]) for v in filters.voice])
    for phrase, word in _TERM.findall(filters.text or ""):
        result.add("instr(t.words, ?) > 0", words(phrase or word).rstrip())
    return result
