"""What coding an article again changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, TypeVar

from communique.records import Entity, Event, Quotation, overlap
from communique.store.coded import Coded

__all__ = ["Change", "diff", "pair_events"]

_NOT_COMPARED = frozenset(
    {"id", "event_id", "coder", "reports", "independent_sources", "only_own_media"}
)
R = TypeVar("R", Event, Quotation)
_Weight = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """A record that is new, gone or different.

    `fields` names what differs. `coders` are the versions that made the old and the new event
    record, "" where there is none: the text being the same, they are the reason.
    """

    kind: Literal["added", "removed", "changed"]
    old: Event | Quotation | None
    new: Event | Quotation | None
    fields: tuple[str, ...] = ()
    coders: tuple[str, str] = ("", "")

    def __str__(self) -> str:
        """One line: article, place in the text, what happened to which words, what differs."""
        record = self.new or self.old
        assert record is not None
        start, _ = _place(self)
        head = f"{record.article} {start} {self.kind} {_words(record)!r}"
        if self.old is None or self.new is None:
            return f"{head}: {_kind(record)}"
        return f"{head}: {'; '.join(self._difference(name) for name in self.fields)}"

    def _difference(self, name: str) -> str:
        old, new = getattr(self.old, name), getattr(self.new, name)
        if name in ("actor", "recipient"):
            old, new = _parties(old), _parties(new)
        short = all(v is None or isinstance(v, str | int | float) for v in (old, new))
        return f"{name} {old} -> {new}" if short else name


def _words(record: Event | Quotation) -> str:
    return record.trigger.text if isinstance(record, Event) else record.text


def _kind(record: Event | Quotation) -> str:
    return record.event_type if isinstance(record, Event) else f"{record.kind} quotation"


def _parties(entities: tuple[Entity, ...]) -> str:
    return ", ".join(e.entity_id or e.raw_text for e in entities) or "nobody"


def _event_weight(old: Event, new: Event) -> _Weight:
    places = {e.span for e in (*old.actor, *old.recipient)}
    return (
        overlap(old.trigger.span, new.trigger.span),
        int(old.event_type == new.event_type),
        sum(e.span in places for e in (*new.actor, *new.recipient)),
    )


def _quotation_weight(old: Quotation, new: Quotation) -> _Weight:
    shared = sum(overlap(a, b) for a in old.spans for b in new.spans)
    return (shared, int(old.kind == new.kind))


def _pair(
    old: Sequence[R], new: Sequence[R], weight: Callable[[R, R], _Weight]
) -> list[tuple[R | None, R | None]]:
    """Equal ids first; the rest one to one, heaviest first, where characters are shared."""
    by_id = {record.id: record for record in new}
    pairs: list[tuple[R | None, R | None]] = []
    left: dict[str, R] = {}
    for record in old:
        if record.id in by_id:
            pairs.append((record, by_id.pop(record.id)))
        else:
            left[record.id] = record
    weights = [(weight(a, b), a.id, b.id) for a in left.values() for b in by_id.values()]
    for shared, a, b in sorted(weights, key=lambda w: ([-n for n in w[0]], w[1], w[2])):
        if shared[0] and a in left and b in by_id:
            pairs.append((left.pop(a), by_id.pop(b)))
    pairs += [(record, None) for record in left.values()]
    pairs += [(None, record) for record in by_id.values()]
    return pairs


def pair_events(
    old: Sequence[Event], new: Sequence[Event]
) -> list[tuple[Event | None, Event | None]]:
    """Event records of one article, paired by id, then by their triggers: most characters in
    common first, then equal types, then parties at the same places."""
    return _pair(old, new, _event_weight)


def _change(old: Event | Quotation | None, new: Event | Quotation | None) -> Change | None:
    coders = (getattr(old, "coder", ""), getattr(new, "coder", ""))
    if old is None or new is None:
        return Change("added" if old is None else "removed", old, new, (), coders)
    fields = tuple(
        name
        for name in old.__struct_fields__
        if name not in _NOT_COMPARED and getattr(old, name) != getattr(new, name)
    )
    return Change("changed", old, new, fields, coders) if fields else None


def _place(change: Change) -> tuple[int, str]:
    record = change.new or change.old
    assert record is not None
    start = record.trigger.span[0] if isinstance(record, Event) else record.spans[0][0]
    return start, record.id


def diff(old: Coded, new: Coded) -> tuple[Change, ...]:
    """What differs between two codings of one article, events first, in the text's order.

    Records are paired by id, then by the characters that their triggers, or quoted words,
    share. The coder's name alone is no difference.
    """
    events = (_change(a, b) for a, b in pair_events(old.events, new.events))
    quotations = (
        _change(a, b) for a, b in _pair(old.quotations, new.quotations, _quotation_weight)
    )

    def in_order(changes: Iterable[Change | None]) -> list[Change]:
        return sorted((c for c in changes if c is not None), key=_place)

    return (*in_order(events), *in_order(quotations))
