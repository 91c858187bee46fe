"""Weighs units by where they stand: beside other furniture, behind the last reporting line."""

from __future__ import annotations

from dataclasses import dataclass

from communique.reading.score import Weighed, load_weights, unquoted, weigh
from communique.reading.units import piece_spans
from communique.records import Span

__all__ = ["Unit", "name_by_score", "units_of"]

_FREE_ADDRESSES = 4
_MOST_SENTENCES = 3
_LONGEST_WHOLE = 220
_LEAST_OF_ALL = 0.0
_OTHER = "click"


@dataclass(slots=True)
class Unit:
    """A line, or a sentence in it, on its way to being furniture or not.

    `whole` is the score of the line where it is a few sentences of which none is reporting.
    """

    line: Span
    span: Span
    kind: str | None = None
    weighed: Weighed | None = None
    whole: Weighed | None = None

    @property
    def value(self) -> float:
        """Its own score; far below every bar where it is too long to be weighed."""
        return self.weighed.value if self.weighed else -10.0

    @property
    def own_kind(self) -> str:
        """The kind that its own words, else those of its line, speak for; may be empty."""
        kinds = (w.kind for w in (self.weighed, self.whole) if w is not None)
        return next(filter(None, kinds), "")

    @property
    def has_sign(self) -> bool:
        """Whether its words or shape speak for the site at all."""
        return any(w is not None and w.has_sign for w in (self.weighed, self.whole))

    @property
    def is_prose(self) -> bool:
        """Whether it reads as reporting."""
        return self.weighed is None or self.weighed.is_prose


def units_of(text: str, line: Span) -> list[Unit]:
    """The rough sentences of a line, each weighed by its own words."""
    plain = unquoted(text[line[0] : line[1]])
    longest = load_weights()["longest"]
    units: list[Unit] = []
    for start, end in piece_spans(text, line):
        unit = Unit(line, (start, end))
        if end - start <= longest:
            unit.weighed = weigh(text[start:end], plain[start - line[0] : end - line[0]])
        units.append(unit)
    short = line[1] - line[0] <= _LONGEST_WHOLE and 2 <= len(units) <= _MOST_SENTENCES
    if short and all(u.value >= _LEAST_OF_ALL for u in units):
        whole = weigh(text[line[0] : line[1]], plain)
        for unit in units:
            unit.whole = whole
    return units


def name_by_score(units: list[Unit], *, is_page: bool) -> None:
    """Names the kind of units that their words, place and neighbours make furniture.

    Units that have a kind keep it and count as neighbours. Passes are repeated until nothing
    more is found. For the text of a page (`is_page`) the bar is higher.
    """
    w = load_weights()
    bar = w["bar"] + (w["bar_of_pages"] if is_page else 0.0)
    prose = [i for i, u in enumerate(units) if not u.kind and u.is_prose]
    first, last = (prose[0], prose[-1]) if prose else (len(units), -1)
    bar += 0.0 if prose else w["bar_without_prose"]
    habit = _habit(units)
    candidates = [
        i for i, u in enumerate(units) if not u.kind and (u.whole or u.value >= w["floor"])
    ]
    before = -1
    while len(candidates) != before:
        before = len(candidates)
        for i in candidates:
            unit = units[i]
            beside = [u for u in (*units[max(0, i - 1) : i], *units[i + 1 : i + 2]) if u.kind]
            value = unit.value + _place(unit, beside)
            if i > last >= 0:
                value += w["after_last"]
            elif i < first <= last:
                value += w["before_first"]
            if unit.whole:
                value = max(value, unit.whole.value + w["lonely"])
            if unit.weighed and unit.weighed.addresses:
                value += habit
            closed = len(beside) == 2 or (beside and i in (0, len(units) - 1))
            if value >= bar and (closed or unit.has_sign):
                unit.kind = unit.own_kind or (beside[0].kind if beside else None) or _OTHER
        candidates = [i for i in candidates if not units[i].kind]


def _place(unit: Unit, beside: list[Unit]) -> float:
    w = load_weights()
    value = w["lonely"] if unit.span == unit.line else w["inside"]
    for other in beside:
        value += w["beside_sentence" if other.line == unit.line else "beside_line"]
    return value


def _habit(units: list[Unit]) -> float:
    """What is taken off an address in a text that addresses its reader throughout."""
    w = load_weights()
    weighed = [u.weighed for u in units if not u.kind and u.weighed]
    spoken = sum(u.addresses for u in weighed) - _FREE_ADDRESSES
    share = max(0, spoken) / max(1, len(weighed)) - w["habit_free"]
    return w["habit"] * min(1.0, max(0.0, share / w["habit_share"]))
