"""Who held which office on a day, and what a person was on that day."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable
from functools import cache, cached_property

from communique.actors.atlas import key_of
from communique.actors.periods import covers
from communique.actors.rows import Tables, Term

__all__ = ["Offices", "title_key"]

_RANK = (
    "HOS",
    "HOG",
    "LEAD",
    "IGO",
    "VP",
    "DHOG",
    "CP",
    "FM",
    "DEF",
    "INT",
    "FIN",
    "MIL",
    "SEC",
    "SPK",
)
_LEADER = ("LEAD", "HOS", "HOG")
_MEANT = {"LEAD": _LEADER, "MIN": ("MIN", "FM", "DEF", "INT", "FIN", "JUS", "TRADE")}
"""Offices that are meant by a more general one."""
_PROMINENT = _RANK.index("INT")
"""Ranks before this one: who led a state, foreign affairs, defence, or an international body."""
_OPEN = "9999-12-31"
_COMMON = frozenset(
    "of the for and a in to minister ministry secretary state chief head general director".split()
)
"""Words that titles of many offices have."""
_SPEAKING = ("SPOX", "PRESS")
"""Spokespeople: of a ministry or body, and of a head of state or government."""


class Offices:
    """The terms of all persons. Where the day is not known (None), each one's last term counts."""

    def __init__(self, tables: Tables) -> None:
        self._people = tables.people

    @cached_property
    def _by_country(self) -> dict[str, list[Term]]:
        found: dict[str, list[Term]] = {}
        for terms in self._people.values():
            for term in terms:
                found.setdefault(term.country, []).append(term)
        return found

    def term(self, entity_id: str, on: dt.date | None) -> Term | None:
        """The person's highest office on the day, or None where none was held."""
        terms = self._people[entity_id]
        if on is None:
            return max(terms, key=lambda t: (t.period[1] or _OPEN, -_rank(t)))
        held = [t for t in terms if covers(t.period, on)]
        return min(held, key=lambda t: (_rank(t), t.period[0]), default=None)

    def past(self, entity_id: str, on: dt.date | None) -> Term | None:
        """The last term that had ended before the day."""
        if on is None:
            return None
        day = on.isoformat()
        ended = [t for t in self._people[entity_id] if t.period[1] and t.period[1] < day]
        return max(ended, key=lambda t: t.period[1], default=None)

    @cached_property
    def _by_title(self) -> dict[str, list[Term]]:
        found: dict[str, list[Term]] = {}
        for terms in self._people.values():
            for term in terms:
                found.setdefault(title_key(term.office), []).append(term)
        return found

    def titled(self, title: str, country: str | None, on: dt.date | None) -> Term | None:
        """Who holds the office of just this title on the day: 'mayor of London'; None of several.

        Without a country only titles that name a place or body of their own count.
        """
        key = title_key(title)
        if on is None or (country is None and " of " not in key and " to " not in key):
            return None
        here = [
            t
            for t in self._by_title.get(key, ())
            if covers(t.period, on) and country in (None, t.country)
        ]
        return _only(here, on)

    def holder(self, country: str, office: str, on: dt.date | None, word: str = "") -> Term | None:
        """Who holds an office of a country on the day; None where nobody or several do.

        `office` is a code of people.tsv's column role, several joined by '|' in order of
        preference. Where a term ended on the very day, its successor counts. Of several the one
        counts whose title has the telling words of the role `word` ('army chief'); of a general
        code (MIN) the title must have them in any case.
        """
        if on is None or not office:
            return None
        wanted = _LEADER if office == "LEAD" else tuple(office.split("|"))
        here = [t for t in self._by_country.get(country, ()) if covers(t.period, on)]
        telling = _telling(word)
        for role in wanted:
            terms = [t for t in here if t.role == role]
            told = [t for t in terms if telling & _telling(t.office)]
            if role in _MEANT and role != "LEAD":
                terms = told if telling else []
            found = _only(terms, on) or _only(told, on)
            if found is not None:
                return found
        return None

    def head_of(
        self, country: str, names: Iterable[str], on: dt.date | None, wanted: str, word: str
    ) -> Term | None:
        """Who heads or speaks for a body on the day, by the names of the body; None of several.

        The office's own words must hold one of the names. Of several such offices those go first
        that hold the role word of the phrase too, then those of the role codes `wanted`.
        """
        if on is None:
            return None
        patterns = [re.compile(rf"\b{re.escape(n)}\b", re.IGNORECASE) for n in names if n]
        speaks = wanted == "SPOX"
        here = [
            t
            for t in self._by_country.get(country, ())
            if (t.role in _SPEAKING) == speaks
            and covers(t.period, on)
            and any(p.search(t.office) for p in patterns)
        ]
        codes = set(wanted.split("|")) if wanted else set()
        for fits in (
            [t for t in here if re.search(rf"\b{re.escape(word)}\b", t.office, re.IGNORECASE)],
            [t for t in here if t.role in codes],
            here,
        ):
            found = _only(fits, on)
            if found is not None:
                return found
        return None

    def last(self, country: str, office: str, on: dt.date | None) -> Term | None:
        """The term of an office that ended last by the day; none of acting holders."""
        if on is None:
            return None
        day = on.isoformat()
        wanted = _LEADER if office == "LEAD" else tuple(office.split("|"))
        ended = [
            t
            for t in self._by_country.get(country, ())
            if t.role in wanted
            and t.period[1]
            and t.period[1] <= day
            and "acting" not in t.office.lower()
        ]
        return max(ended, key=lambda t: t.period[1], default=None)

    def neighbour(self, term: Term, *, earlier: bool) -> Term | None:
        """The term of somebody else in the same post before a term, or after it."""
        same = [
            t
            for t in self._by_country.get(term.country, ())
            if t.role == term.role and t.entity_id != term.entity_id
        ]
        if earlier:
            before = [t for t in same if t.period[0] < term.period[0]]
            return max(before, key=lambda t: t.period[0], default=None)
        after = [t for t in same if t.period[0] > term.period[0]]
        return min(after, key=lambda t: t.period[0], default=None)

    def is_office(self, term: Term, office: str, word: str = "") -> bool:
        """Whether a term's office is one that a role word's office codes mean.

        With the `word`, the titles of a general code (MIN) must share a telling word with it.
        """
        if word and office in _MEANT and office != "LEAD":
            return bool(_telling(word) & _telling(term.office))
        meant = {code for o in office.split("|") for code in _MEANT.get(o, (o,))}
        return term.role in meant

    def leads(self, term: Term) -> bool:
        """Whether it is the office of a head of state or of government."""
        return term.role in _LEADER

    def stands_alone(self, entity_id: str, namesakes: Iterable[str], on: dt.date | None) -> bool:
        """Whether a bare surname means a person without any country told.

        Who leads a state on the day, or led one before it and holds no office now, if no namesake
        ever was prominent or holds an office on the day.
        """
        now = self.term(entity_id, on)
        if now is not None:
            return self.leads(now)
        day = on.isoformat() if on is not None else _OPEN
        ended = [t for t in self._people[entity_id] if t.period[1] and t.period[1] < day]
        if not any(self.leads(t) for t in ended):
            return False
        return not any(
            self._prominent(other) or self.term(other, on) is not None
            for other in set(namesakes) - {entity_id}
        )

    def _prominent(self, entity_id: str) -> bool:
        return any(_rank(t) < _PROMINENT or t.user for t in self._people[entity_id])

    def choose(
        self,
        candidates: Iterable[str],
        on: dt.date | None,
        countries: Iterable[str],
        office: str,
        *,
        only_leading: bool = False,
    ) -> str | None:
        """The one person among several of a name that day, country and office point to.

        Those in office on the day go before those who were earlier, and these before those who
        came later. None where two are left. `only_leading` leaves out who never led a state or a
        ministry of foreign affairs or defence or an international body: for bare surnames.
        """
        near = set(countries)
        wanted = set(office.split("|")) if office else set()
        scored: list[tuple[tuple[bool, bool, int, int], str]] = []
        for identity in sorted(set(candidates)):
            terms = self._people[identity]
            if near and not any(t.country in near for t in terms):
                continue
            if only_leading and not self._prominent(identity):
                continue
            now = self.term(identity, on)
            past = self.past(identity, on) if now is None else None
            tense = 0 if now is not None else 1 if past is not None else 2
            shown = now or past
            scored.append(
                (
                    (
                        not any(t.user for t in terms),
                        bool(wanted) and not any(t.role in wanted for t in terms),
                        tense,
                        _rank(shown) if shown is not None else 99,
                    ),
                    identity,
                )
            )
        scored.sort()
        if not scored or (len(scored) > 1 and scored[0][0] == scored[1][0]):
            return None
        return scored[0][1]


@cache
def title_key(title: str) -> str:
    """A title as titles are compared: without articles and accents, in lower case."""
    return " ".join(w for w in key_of(title).split() if w not in ("the", "a"))


@cache
def _telling(title: str) -> frozenset[str]:
    """The words of a title that tell it from others of its rank."""
    return frozenset(key_of(title).split()) - _COMMON


def _only(terms: list[Term], on: dt.date) -> Term | None:
    """The one holder among terms; on the day of a handover the successor."""
    if len({t.entity_id for t in terms}) > 1:
        day = on.isoformat()
        terms = [t for t in terms if t.period[1] != day] or terms
    return terms[0] if len({t.entity_id for t in terms}) == 1 else None


def _rank(term: Term) -> int:
    return _RANK.index(term.role) if term.role in _RANK else len(_RANK)
