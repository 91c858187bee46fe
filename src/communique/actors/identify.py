"""From the reading of one noun phrase to whom it names, where the phrase itself tells."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.actors.ambiguous import choose_candidate, hinted
from communique.actors.offices import Offices
from communique.actors.organisations import sector_on
from communique.actors.phrase import Reading
from communique.actors.rows import Ambiguous, Organisation, Role, Tables, Term
from communique.actors.sectors import choose_sector
from communique.actors.units import Unit
from communique.records import EntityKind, ResolvedBy

__all__ = ["Identifier", "Who"]

_NO_OFFICE = ("ELI", "CRM")
"""Roles of people.tsv that are no offices: families of leaders, leaders of gangs."""
_OF_A_PLACE = ("MAYOR", "GOVERNOR")
"""Offices of which a state has many; only a title that names the place tells which."""
_GOVERNING = ("government", "administration", "cabinet", "regime")
_BODIES_OF_STATES = ("IGO", "UNO", "EUR")
"""Codes of bodies that states make: where a row tells no sector, they act for governments."""


@dataclass(frozen=True, slots=True)
class Who:
    """A party without the words that name it. Its fields are those of `records.Entity`."""

    kind: EntityKind
    entity_id: str | None = None
    name: str | None = None
    code: str | None = None
    country: str | None = None
    sector: str | None = None
    others: tuple[str, ...] = ()
    office: str | None = None
    by: ResolvedBy = "unresolved"
    wikidata: str | None = None
    seat: str = ""
    """The name of the building or street that stands for it, of a metonym."""

    @property
    def known(self) -> bool:
        """Whether at least a code is known."""
        return bool(self.entity_id or self.code or self.country)

    @property
    def identity(self) -> tuple[str | None, ...]:
        """What makes two the same party."""
        if self.entity_id:
            return (self.entity_id,)
        return (None, self.kind, self.name, self.country or self.code, self.sector)


class Identifier:
    """Looks up what readings name, on one day, among one article's countries."""

    def __init__(
        self,
        tables: Tables,
        offices: Offices,
        on: dt.date | None,
        named: frozenset[str] = frozenset(),
        words_near: frozenset[str] = frozenset(),
        focus: str | None = None,
    ) -> None:
        self.tables, self.offices, self.on = tables, offices, on
        self.named, self.words_near, self.focus = named, words_near, focus
        self._loose_titles = frozenset(w for w, name in tables.words if name == "no-office")
        self.nearby: frozenset[str] = frozenset()
        """The capitalised words of the sentence that is read and of the one before, lower case."""

    # --- states and places

    def country_of(self, unit: Unit) -> str | None:
        """The state (its own code, not the controlling one's) that a place unit names."""
        for entry in unit.get("ambiguous"):
            row = self.tables.ambiguous[entry.key]
            chosen = self._candidate(row)
            if chosen is None:
                return None
            code = chosen.split("/")[0].split(":")[0]
            if code in self.tables.countries:
                return code
        for kind in ("country", "capital", "adjective", "nationals", "city"):
            codes = [e.key for e in unit.get(kind)]
            if codes:
                near = [c for c in codes if self.tables.countries[c].state in self.named]
                return (near or codes)[0]
        return None

    def _candidate(self, row: Ambiguous) -> str | None:
        """Whom an ambiguous name means: what stands near it tells more than the whole article."""
        near = hinted(row, self.nearby)
        return near or choose_candidate(row, self.focus, self.words_near)

    def names_besides(self, code: str, unit: Unit) -> bool:
        """Whether the article names a state by other words than these: 'Jordanian', 'Amman'."""
        country = self.tables.countries[code]
        own = {e.phrase.lower() for e in unit.entries}
        names = (*country.aliases, *country.adjectives, *country.capitals)
        return any(
            n.lower() in self.words_near and n.lower() not in own for n in names if " " not in n
        )

    def seat(self, unit: Unit) -> Who | None:
        """The international body that a city stands for, where its row in ambiguous.tsv says so."""
        for entry in unit.get("ambiguous"):
            row = self.tables.ambiguous[entry.key]
            code = self._candidate(row)
            if code and len(code) == 3 and code not in self.tables.countries:
                return Who(kind="organisation", code=code, sector="GOV", by="metonym")
        return None

    def state(self, code: str, by: ResolvedBy, *, acting: bool, kind: EntityKind = "state") -> Who:
        """A state, as a party (sector GOV) or as a place (no sector)."""
        country = self.tables.countries.get(code)
        state = country.state if country else code
        partial = bool(country and country.partial)
        owner = self.tables.countries.get(state)
        return Who(
            kind=kind,
            entity_id=state,
            name=country.name if country and partial else owner.name if owner else state,
            code=state,
            country=state,
            sector="GOV" if acting else None,
            others=("PRE",) if partial and acting else (),
            by=by,
        )

    # --- organisations, persons

    def organisation(self, row: Organisation, by: ResolvedBy | None = None) -> Who:
        """An organisation as it was on the day."""
        sector = sector_on(row, self.on)
        if not sector and row.entity_code in _BODIES_OF_STATES:
            sector = "GOV"
        country = row.country_code
        known = self.tables.countries.get(country)
        state = known.state if known else country
        code = row.entity_code
        owner = self.tables.countries.get(code)
        return Who(
            kind="group"
            if row.kind in ("group", "armed")
            else "state"
            if row.kind == "state"
            else "organisation",
            entity_id=row.entity_id,
            name=row.name,
            code=(owner.state if owner else code) or state or None,
            country=state or None,
            sector=sector or None,
            others=row.others,
            by=by or ("user" if row.user else "name"),
        )

    def body(self, unit: Unit) -> Who | None:
        """The organisation or institution that a unit names."""
        rows = [self.tables.organisations[e.key] for e in unit.get("organisation")]
        if rows:
            user = [r for r in rows if r.user]
            near = [r for r in rows if (r.country_code or r.entity_code) in self.named]
            return self.organisation((user or near or rows)[0])
        for entry in unit.get("metonym"):
            row = self.tables.metonyms[entry.key]
            country = self.tables.countries.get(row.code)
            state = country.state if country else None
            return Who(
                kind="state" if row.entity_id == state else "organisation",
                entity_id=row.entity_id or None,
                name=row.entity_name or None,
                code=state or row.code,
                country=state,
                sector=row.sector or None,
                by="metonym",
                seat=row.phrase,
            )
        return None

    def person(self, term: Term, by: ResolvedBy, *, asked: bool = False) -> Who:
        """A person, with the office and the sector of the day: the highest, or that of `term`
        itself where it was `asked` for."""
        now = term if asked else self.offices.term(term.entity_id, self.on)
        past = self.offices.past(term.entity_id, self.on) if now is None else None
        shown = now or past or term
        country = self.tables.countries.get(shown.country)
        state = country.state if country else None
        sector: str | None = shown.sector or None
        others: tuple[str, ...] = ()
        if now is None and past is not None:
            sector, others = choose_sector(shown.sector, (), former=True)
        elif now is None:
            sector = None
        if country is not None and country.partial:
            others = (*others, "PRE")
        return Who(
            kind="person",
            entity_id=term.entity_id,
            name=term.name,
            code=state or shown.country or None,
            country=state,
            sector=sector or None,
            others=others,
            office=self._office_of(now) if now is not None else None,
            by="user" if term.user else by,
            wikidata=term.wikidata or None,
        )

    def _office_of(self, term: Term) -> str | None:
        """The title of a term; None where it is no office but what people call somebody."""
        if term.role in _NO_OFFICE or term.office.lower() in self._loose_titles:
            return None
        return term.office or None

    def named_person(
        self, unit: Unit, countries: Iterable[str], role: Role | None, near: Iterable[str]
    ) -> Who | None:
        """The person whom a full name or a bare surname names; None where it stays open."""
        office = role.office if role is not None else ""
        full = [e.key for e in unit.get("person")]
        told = tuple(countries)
        if full:
            chosen = (
                self.offices.choose(full, self.on, told, office)
                or self.offices.choose(full, self.on, near, office)
                or self.offices.choose(full, self.on, (), office)
            )
        else:
            bare = [e.key for e in unit.get("surname")]
            chosen = self.offices.choose(
                bare, self.on, told or near, office, only_leading=role is None
            )
            if chosen is None and not told:
                chosen = self.offices.choose(bare, self.on, (), office, only_leading=True)
                if chosen and not self.offices.stands_alone(chosen, bare, self.on):
                    chosen = None
        return self.person(self.tables.people[chosen][0], "name") if chosen else None

    def office_holder(self, country: str, role: Role, surname: str = "") -> Who | None:
        """The holder of an office on the day; with a surname, only if it is the holder's."""
        if role.office in _OF_A_PLACE:
            return None
        term = self.offices.holder(country, role.office, self.on, role.word)
        if term is None or (surname and surname.lower() not in term.name.lower().split()):
            return None
        return self.person(term, "name" if surname else "office", asked=True)

    def titled(self, title: str, country: str | None) -> Who | None:
        """Who holds the office of a title in just these words."""
        term = self.offices.titled(title, country, self.on)
        return self.person(term, "office", asked=True) if term is not None else None

    def head_of(self, base: Who, role: Role) -> Who | None:
        """Who heads a body on the day, or speaks for it: 'the Mossad chief'."""
        row = self.tables.organisations.get(base.entity_id or "")
        names = (row.name, *row.aliases, *row.exact_aliases) if row else (base.name or "",)
        if base.by == "metonym" and base.seat:
            names = (*names, base.seat)
        term = self.offices.head_of(base.code or "", names, self.on, role.office, role.word)
        return self.person(term, "office", asked=True) if term is not None else None

    def speaker_for(self, leader: Who) -> Who | None:
        """Who speaks for a head of state or government on the day: 'Putin's spokesman'."""
        held = self.offices.term(leader.entity_id, self.on) if leader.entity_id else None
        if held is None or not self.offices.leads(held):
            return None
        term = self.offices.holder(held.country, "PRESS", self.on)
        return self.person(term, "office", asked=True) if term is not None else None

    def holds(self, who: Who, role: Role) -> bool:
        """Whether a person holds on the day an office that the role word means."""
        if not who.entity_id or who.entity_id not in self.tables.people or not role.office:
            return False
        term = self.offices.term(who.entity_id, self.on)
        return term is not None and self.offices.is_office(term, role.office)

    def surname(self, entity_id: str) -> str:
        """By which form a person on file is named alone; '' where there is none."""
        terms = self.tables.people.get(entity_id)
        return terms[0].surname if terms else ""

    def held(self, entity_id: str, role: Role) -> bool:
        """Whether a person ever held an office that the role word means."""
        terms = self.tables.people.get(entity_id, [])
        return any(self.offices.is_office(t, role.office, role.word) for t in terms)

    def same_office(self, entity_id: str, country: str) -> Who | None:
        """Who holds in a country the office that a person holds in another."""
        term = self.offices.term(entity_id, self.on)
        other = self.offices.holder(country, term.role, self.on) if term is not None else None
        return self.person(other, "office") if other is not None else None

    def last_holder(self, country: str, role: Role) -> Who | None:
        """Who was the last to leave an office of a country before the day."""
        term = self.offices.last(country, role.office, self.on)
        return self.person(term, "office") if term is not None else None

    def neighbour_in_office(self, entity_id: str, *, earlier: bool) -> Who | None:
        """Who held before a person, or after, the office that he holds or last held by the day."""
        if entity_id not in self.tables.people:
            return None
        own = self.offices.term(entity_id, self.on) or self.offices.past(entity_id, self.on)
        other = self.offices.neighbour(own, earlier=earlier) if own is not None else None
        return self.person(other, "office") if other is not None else None

    def national_agency(self, country: str, role: Role) -> Who | None:
        """The one news agency of a country, by the last two words of the role; None of several."""
        kind = " ".join(role.word.split()[-2:])
        rows = [
            row
            for row in self.tables.organisations.values()
            if row.country_code == country
            and row.sector == role.sector
            and any(kind in name.lower() for name in (row.name, *row.aliases))
        ]
        return self.organisation(rows[0], "office") if len(rows) == 1 else None

    # --- roles

    def role(
        self,
        reading: Reading,
        role: Role,
        country: str | None,
        sectors: Sequence[str],
        base: Who | None,
    ) -> Who:
        """People or a body told by what they do, of a country and perhaps of a body (`base`)."""
        known = self.tables.countries.get(country or "")
        state = known.state if known else country
        code = state or (base.code if base else None)
        sector, others = choose_sector(
            role.sector, sectors, former=reading.former, firm=role.word in _GOVERNING
        )
        others = tuple(dict.fromkeys((*others, *role.other_sectors)))
        if known and known.partial:
            others = (*others, "PRE")
        kind = _kind_of(role, reading.plural, reading.collective)
        identity: str | None = None
        name: str | None = None
        if base is not None and base.kind != "person" and kind == "group" and not country:
            identity, name = base.entity_id, base.name
        elif kind in ("group", "organisation", "state") and state:
            told = sector and sector != "UNK"
            identity = state if kind == "state" else f"{state}/{sector}" if told else None
            if kind == "state" and (owner := self.tables.countries.get(state)):
                name = owner.name
        return Who(
            kind=kind,
            entity_id=identity,
            name=name,
            code=code,
            country=state or (base.country if base else None),
            sector=sector or None,
            others=tuple(o for o in others if o != sector),
            by="role" if code else "unresolved",
        )


def _kind_of(role: Role, plural: bool, collective: bool) -> EntityKind:
    if role.kind in ("state", "document", "unnamed", "organisation"):
        return role.kind  # type: ignore[return-value]
    if role.kind == "person":
        return "group" if plural else "person"
    if role.kind == "group":
        return "group" if plural or collective or not role.plural else "person"
    return "organisation"
