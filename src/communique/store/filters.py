"""The filters of every list, the API and the desk: one struct, checked when it is made."""

from __future__ import annotations

import calendar
import datetime
import re
from collections.abc import Iterable
from typing import Any, get_args

import msgspec

from communique.errors import UsageError
from communique.ontology import QUADS, acts, event_types, sectors
from communique.records import Modality, TieKind, Voice
from communique.store.words import words

__all__ = ["Filters"]

_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_NAMES = ("actor", "recipient", "between", "speaker", "source", "place", "outlet")
_LISTS = (*_NAMES, "type", "act", "quad", "sector", "voice", "modality")


def _flag(name: str) -> str:
    return "--" + name.replace("_", "-")


def _many(value: Any) -> tuple[Any, ...]:
    if value is None:
        return ()
    if isinstance(value, str) or not isinstance(value, Iterable):
        return (value,)
    return tuple(value)


def _chosen(name: str, values: tuple[Any, ...], allowed: Iterable[Any]) -> tuple[Any, ...]:
    known = {str(choice).casefold(): choice for choice in allowed}
    result = []
    for value in values:
        if str(value).casefold() not in known:
            raise UsageError(
                what=f"{value!r} is not known here",
                where=_flag(name),
                do=f"Choose among: {', '.join(map(str, known.values()))}.",
            )
        result.append(known[str(value).casefold()])
    return tuple(result)


def _day(name: str, value: Any, *, last: bool) -> str | None:
    """The value's day; of a year or a month its first day, or its last."""
    if value is None:
        return None
    text = value.isoformat()[:10] if isinstance(value, datetime.date) else str(value).strip()
    error = UsageError(
        what=f"{text!r} is no date", where=_flag(name), do="Write 2024-03-05, 2024-03 or 2024."
    )
    if not _DAY.fullmatch(text):
        raise error
    parts = [int(part) for part in text.split("-")]
    try:
        month = parts[1] if len(parts) > 1 else (12 if last else 1)
        end = calendar.monthrange(parts[0], month)[1] if last else 1
        return datetime.date(parts[0], month, parts[2] if len(parts) > 2 else end).isoformat()
    except ValueError:
        raise error from None


def _number(name: str, value: Any, low: float, high: float | None) -> None:
    known = isinstance(value, int | float) and not isinstance(value, bool)
    if value is None or (known and low <= value and (high is None or value <= high)):
        return
    bounds = f"from {low} to {high}" if high is not None else f"from {low} on"
    raise UsageError(what=f"{value!r} is not {bounds}", where=_flag(name), do="Give a number.")


class Filters(msgspec.Struct, frozen=True, kw_only=True):
    """What to show. An empty filter shows all; several filters must all be met, and of several
    values of one filter any. A single value may stand for a tuple of one.

    `actor`, `recipient`, `speaker`, `source` (any hand of the chain) and both of `between`
    take a country or entity code (PRK), a code with a sector (PRK/MIL), an entity id
    (person/kim-jong-un) or a name: words of it in order, the last of which may be cut short;
    case and accents do not matter, and words in capitals of at most four letters (UN) are
    whole. `since` and `until` are days, both included, and may be given as a month or a year;
    an event is where its first day is. `text` is searched word by word, "in quotation marks"
    as a phrase. `all` shows every record, else one line an event that is asserted and not the
    outlet's own comment. `limit` counts lines. Raises `UsageError`.
    """

    actor: tuple[str, ...] = ()
    recipient: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    speaker: tuple[str, ...] = ()
    source: tuple[str, ...] = ()
    type: tuple[str, ...] = ()
    quad: tuple[int, ...] = ()
    act: tuple[str, ...] = ()
    since: str | None = None
    until: str | None = None
    sector: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    outlet: tuple[str, ...] = ()
    voice: tuple[str, ...] = ()
    modality: tuple[str, ...] = ()
    min_confidence: float | None = None
    text: str | None = None
    limit: int | None = None
    all: bool = False

    def __post_init__(self) -> None:
        def put(name: str, value: object) -> None:
            msgspec.structs.force_setattr(self, name, value)

        for name in _LISTS:
            put(name, _many(getattr(self, name)))
        for name in _NAMES:
            for value in getattr(self, name):
                if not isinstance(value, str) or not words(value):
                    raise UsageError(
                        what=f"{value!r} is no name",
                        where=_flag(name),
                        do="Give a code (PRK), an id (person/kim-jong-un) or a name.",
                    )
        if self.between and len(self.between) != 2:
            raise UsageError(
                what="two parties are wanted", where="--between", do="As in: --between USA CHN."
            )
        put("type", _chosen("type", self.type, (*event_types(), *get_args(TieKind))))
        put("act", _chosen("act", self.act, acts()))
        put("quad", _chosen("quad", self.quad, QUADS))
        put("sector", _chosen("sector", self.sector, sectors()))
        put("voice", _chosen("voice", self.voice, get_args(Voice)))
        put("modality", _chosen("modality", self.modality, get_args(Modality)))
        put("since", _day("since", self.since, last=False))
        put("until", _day("until", self.until, last=True))
        if self.since and self.until and self.since > self.until:
            raise UsageError(
                what=f"{self.since} is later than {self.until}",
                where="--since",
                do="Give the earlier day with --since, the later one with --until.",
            )
        _number("min_confidence", self.min_confidence, 0, 1)
        _number("limit", self.limit, 1, None)

    def given(self) -> tuple[str, ...]:
        """The names of the filters that are set, `all` and `limit` left out."""
        return tuple(
            name
            for name in self.__struct_fields__
            if name not in ("all", "limit") and getattr(self, name) not in ((), None)
        )
