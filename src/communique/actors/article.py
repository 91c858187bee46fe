"""One article from its first phrase to its last: who is meant by each."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.actors import discourse
from communique.actors.appositions import alias_in_brackets, appositions, lists
from communique.actors.identify import Identifier, Who
from communique.actors.memory import Memory, Said
from communique.actors.mention import Mention
from communique.actors.mentions import Chunk, Unit
from communique.actors.phrase import Reading
from communique.actors.sectors import choose_sector
from communique.actors.speakers import quoted_speaker, speaker_of
from communique.actors.tables import Role
from communique.actors.words import Words
from communique.language.document import Sentence
from communique.records import Entity, ResolvedBy

if TYPE_CHECKING:
    from spacy.tokens import Doc

__all__ = ["ArticleReader", "focus_of"]

_SUBJECTS = ("nsubj", "nsubjpass")
_FOCUS_SHARE = 0.4
_SURE_SHARE = 0.75
_ONLY_SHARE = 0.9
_SENT = ("AMB", "ENV", "UNREP")
"""Offices of those who are sent to somebody; the phrase takes in to whom."""
_OWNERS = ("of", "for", "within", "at", "fromto")


class ArticleReader:
    """Resolves the phrases of one article in their order; remembers what was named."""

    def __init__(self, identifier: Identifier, words: Words, weights: Counter[str]) -> None:
        self._identify, self._words = identifier, words
        self._focus = focus_of(weights, _FOCUS_SHARE)
        self._only_focus = focus_of(weights, _ONLY_SHARE)
        self._sure_focus = focus_of(weights, _SURE_SHARE)
        self._memory = Memory()
        self._sentence: Sentence
        self._doc: Doc
        self._readings: dict[int, Reading]
        self._whose: dict[int, tuple[Who, ...]]
        self._last: dict[int, int]
        self._lists: list[list[Chunk]] = []

    def read(
        self, sentence: Sentence, chunks: list[Chunk], readings: dict[int, Reading]
    ) -> list[Mention]:
        """The mentions of one sentence; sentences must be given in order."""
        self._sentence, self._doc, self._readings = sentence, sentence.doc, readings
        self._whose, self._last = {}, {}
        speaker = quoted_speaker(self._doc)
        links = appositions(self._doc, chunks, readings)
        self._lists = lists(self._doc, chunks)
        mentions: list[Mention] = []
        for chunk in chunks:
            whose = self._who(chunk)
            if id(chunk) in links and whose:
                whose = self._appose(chunk, links[id(chunk)], whose)
            if whose:
                self._remember(chunk, whose)
                alias = alias_in_brackets(self._doc, chunk)
                if alias is not None and len(whose) == 1 and not chunk.pronoun:
                    self._memory.learn_alias(self._doc[alias].text, whose[0])
            mentions.extend(self._inner(chunk, bool(whose)))
        for chunk in chunks:
            whose = self._whose[id(chunk)]
            if whose and chunk.head == speaker:
                self._memory.speaker = whose
            if whose:
                mentions.append(self._mention(chunk, whose))
        return mentions

    def finish(self, mentions: list[Mention]) -> list[Mention]:
        """Names that stood before what told who bears them: a caption, a headline in the text."""
        return [self._looked_up(m) for m in mentions]

    def _looked_up(self, mention: Mention) -> Mention:
        entity = mention.entity
        if len(mention.entities) != 1 or entity.resolved_by != "unresolved":
            return mention
        if not entity.entity_name or (entity.sector_code and entity.country_code):
            return mention
        who = self._memory.named(tuple(entity.entity_name.split()))
        if who is None or not who.known:
            return mention
        by: ResolvedBy = "name" if who.entity_id else "anaphora"
        found = _entity(replace(who, by=by), entity.raw_text, mention.span)
        return replace(mention, entities=(found,))

    # --- one phrase

    def _who(self, chunk: Chunk) -> tuple[Who, ...]:
        known = self._whose.get(id(chunk))
        if known is None:
            self._whose[id(chunk)] = ()
            known = self._pronoun(chunk) if chunk.pronoun else self._read(self._readings[id(chunk)])
            self._whose[id(chunk)] = known
        return known

    def _read(self, reading: Reading) -> tuple[Who, ...]:
        chunk = reading.chunk
        last_person = reading.persons[-1] if reading.persons else None
        if last_person is not None and last_person.last >= min(chunk.head, chunk.last):
            return (self._person(reading, last_person),)
        body = reading.bodies[-1] if reading.bodies else None
        if body is not None and body.last >= chunk.head and not _role_ends(reading):
            who = self._identify.body(body)
            return (who,) if who else ()
        if reading.name is not None and reading.name[1] >= min(chunk.head, chunk.last):
            return self._named(reading)
        if reading.role is not None and reading.role_unit is not None:
            if reading.role_unit.last >= chunk.head or reading.role_unit.last == chunk.last:
                return self._role(reading, reading.role)
        place = reading.places[-1] if reading.places else None
        if place is not None and reading.name is not None and place.first == reading.name[1] + 1:
            reading.name = (reading.name[0], place.last)
            return self._named(reading)
        if place is not None and place.last >= chunk.head:
            return self._place(reading, place)
        return self._partitive(reading)

    def _person(self, reading: Reading, unit: Unit) -> Who:
        countries = self._countries(reading)
        who = self._identify.named_person(unit, countries, reading.role, self._identify.named)
        words = self._tokens(unit.first, unit.last)
        local = self._memory.named(words)
        if local is not None and (who is None or not unit.get("person")):
            return replace(local, by="anaphora" if not local.entity_id else local.by)
        if who is None:
            return self._unknown_person(reading, words)
        if who.office is None and reading.role is not None and not reading.former:
            sector, others = choose_sector(
                reading.role.sector, [m.sector for m in reading.modifiers]
            )
            if sector not in ("", "GOV", "ELI"):
                who = replace(who, sector=sector, others=(*others, *filter(None, (who.sector,))))
        if reading.former and who.sector and who.sector != "ELI" and who.office is None:
            who = replace(who, sector="ELI")
        self._memory.learn_name(words, who, person=True)
        return who

    def _named(self, reading: Reading) -> tuple[Who, ...]:
        assert reading.name is not None
        words = self._tokens(*reading.name)
        local = self._memory.named(words) or (
            self._memory.named(words[-1:]) if reading.role is None and len(words) > 1 else None
        )
        if local is not None and (len(words) == 1 or local.kind == "person"):
            return (replace(local, by="name" if local.entity_id else "anaphora"),)
        if reading.role is not None and reading.role.kind in ("person", "group"):
            return (self._unknown_person(reading, words),)
        text = " ".join(words)
        personal = (
            2 <= len(words) <= 4
            and all(w[:1].isupper() for w in words)
            and not (reading.places or reading.bodies or reading.determiner)
        )
        if personal:
            who = self._stranger(text)
            self._memory.learn_name(words, who, person=True)
            return (who,)
        places = [self._identify.country_of(u) for u in reading.places]
        country = places[0] if places else self._only_focus
        state = self._identify.state(country, "demonym", acting=False) if country else None
        who = Who(
            kind="organisation",
            name=text,
            code=state.code if state else None,
            country=state.country if state else None,
            by="demonym" if places and state else "unresolved",
        )
        self._memory.learn_name(words, who, person=False)
        return (who,)

    def _stranger(self, name: str) -> Who:
        """A person of whom only the name is known: of the article's country, if it has but one."""
        code = self._sure_focus
        return Who(kind="person", name=name, code=code, country=code, by="unresolved")

    def _unknown_person(self, reading: Reading, words: tuple[str, ...]) -> Who:
        text = " ".join(words)
        role = reading.role
        if role is None:
            who = self._stranger(text)
        else:
            countries = self._countries(reading)
            country = countries[0] if countries else None
            base, sectors = self._base(reading)
            if country is None and base is None:
                country = self._focus
            holder = self._identify.office_holder(country, role, words[-1]) if country else None
            who = holder or replace(
                self._identify.role(reading, role, country, sectors, base),
                kind="person",
                entity_id=None,
                name=text,
            )
        self._memory.learn_name(words, who, person=True)
        return who

    def _role(self, reading: Reading, role: Role) -> tuple[Who, ...]:
        chunk = reading.chunk
        if role.kind in ("document", "unnamed") and not self._countries(reading):
            return (Who(kind=role.kind, by="unresolved"),)  # type: ignore[arg-type]
        if role.kind == "document":
            return (Who(kind="document", by="unresolved"),)
        if not self._counts(reading, role):
            return ()
        if role.kind == "place":
            return self._site(reading, role)
        counterpart = self._counterpart(reading, role)
        if counterpart is not None:
            return (counterpart,)
        pointed = self._pair(reading, role)
        if pointed:
            return pointed
        if role.office in _SENT and self._goes_to(chunk):
            self._extend(chunk)
        base, sectors = self._base(reading)
        countries = self._countries(reading)
        by: ResolvedBy | None = None
        if not countries and base is None:
            definite = reading.determiner in ("the", "this", "that", "these", "those", "")
            if definite and not self._elsewhere(chunk):
                earlier = self._same(reading, role)
                if earlier:
                    return tuple(replace(w, by="anaphora") for w in earlier)
            if self._elsewhere(chunk) or self._relational(reading) or role.kind == "unnamed":
                pass
            elif role.kind != "state" or (not reading.plural and reading.determiner == "the"):
                countries = [self._focus] if self._focus else []
        found: list[Who] = []
        options: list[str | None] = [*countries] or [None]
        for country in options:
            holder = None
            if country and self._asks_holder(reading, role):
                holder = self._identify.office_holder(country, role)
            who = holder or self._identify.role(reading, role, country, sectors, base)
            found.append(replace(who, by=by) if by else who)
        words = self._title(reading)
        if words and len(found) == 1 and found[0].kind in ("organisation", "group"):
            found = [replace(found[0], kind="organisation", entity_id=None, name=" ".join(words))]
            self._memory.learn_name(words, found[0], person=False)
        return tuple(found)

    def _title(self, reading: Reading) -> tuple[str, ...]:
        """The words of a body's own name that ends in a role word: 'Lagos Transport Board'."""
        local = any(u.get("city", "capital") for u in reading.places)
        if (reading.name is None and not local) or reading.plural:
            return ()
        chunk = reading.chunk
        first = chunk.core + (self._doc[chunk.core].pos_ == "DET")
        words = self._tokens(first, chunk.last)
        return words if all(w[:1].isupper() or w in ("-", "&", ".") for w in words) else ()

    def _counts(self, reading: Reading, role: Role) -> bool:
        """Whether the noun is no mass noun here: 'in power', 'by force', 'state of affairs'."""
        if role.kind not in ("state", "organisation") or reading.plural:
            return True
        chunk = reading.chunk
        return chunk.last > chunk.core or chunk.possessor is not None or reading.collective

    def _site(self, reading: Reading, role: Role) -> tuple[Who, ...]:
        """A place told by a common noun, as 'a town in northern Syria': its country, no sector."""
        countries = self._countries(reading)
        earlier = None
        if not countries and reading.determiner == "the":
            earlier = self._same(reading, role)
        if earlier:
            return tuple(replace(w, by="anaphora") for w in earlier)
        if not countries and self._sure_focus:
            countries = [self._sure_focus]
        return tuple(self._identify.state(c, "role", acting=False) for c in countries[:2])

    def _counterpart(self, reading: Reading, role: Role) -> Who | None:
        """'His Chinese counterpart': who holds the office of the one named last in China."""
        word = self._doc[reading.role_unit.last].text if reading.role_unit else ""
        if role.office or not self._words.is_a(word, "relational") or not reading.places:
            return None
        country = self._identify.country_of(reading.places[-1])
        for said in self._memory.back(self._sentence.number, 2):
            who = said.whose[0]
            if country and who.kind == "person" and who.entity_id and who.office:
                return self._identify.same_office(who.entity_id, country)
        return None

    def _asks_holder(self, reading: Reading, role: Role) -> bool:
        """Whether the phrase means whoever holds the office: 'the French president'."""
        if not role.office or role.kind != "person" or reading.former:
            return False
        if reading.plural and len(self._countries(reading)) < 2:
            return False
        return reading.determiner in ("the", "", "this", "these", "both")

    def _same(self, reading: Reading, role: Role) -> tuple[Who, ...] | None:
        found = discourse.same_role(role.word, self._memory, self._sentence.number, reading.plural)
        if found is None and role.kind == "organisation" and reading.determiner == "the":
            found = discourse.same_sector(role.sector, self._memory, self._sentence.number)
        return found

    def _pair(self, reading: Reading, role: Role) -> tuple[Who, ...]:
        text = self._doc[reading.role_unit.last].text if reading.role_unit else ""
        count = discourse.several(reading.determiner, reading.number)
        if not count or not reading.plural or not self._words.is_a(text, "pair"):
            return ()
        if reading.places or reading.bodies:
            return ()
        if reading.determiner not in ("the", "both", "these") and reading.determiner:
            return ()
        found = discourse.pair(role.kind, count, self._memory, self._sentence.number)
        return tuple(replace(w, by="anaphora") for w in found)

    def _place(self, reading: Reading, unit: Unit) -> tuple[Who, ...]:
        code = self._identify.country_of(unit)
        if code is None:
            return ()
        preposition = self._preposition(reading.chunk)
        kind = self._words.of(preposition) if preposition else ""
        if unit.get("nationals"):
            who = self._identify.state(code, "demonym", acting=False, kind="group")
            return (replace(who, entity_id=f"{who.code}/CVL", sector="CVL"),)
        if unit.get("capital") and not unit.get("country"):
            acting = not kind or kind == "party"
            by: ResolvedBy = "metonym" if acting else "name"
            return (self._identify.state(code, by, acting=acting),)
        if unit.get("city") and not unit.get("country", "adjective"):
            return (self._identify.state(code, "name", acting=False),)
        acting = kind not in ("within", "at")
        by = "name" if unit.get("country") else "demonym"
        return (self._identify.state(code, by, acting=acting),)

    def _partitive(self, reading: Reading) -> tuple[Who, ...]:
        chunk = reading.chunk
        if chunk.after is None or chunk.preposition is None:
            return ()
        head = self._doc[chunk.head]
        if head.pos_ != "NUM" and not self._words.is_a(head.text, "partitive"):
            return ()
        if self._doc[chunk.preposition].lower_ != "of":
            return ()
        found = self._who(chunk.after)
        self._extend(chunk)
        return found

    # --- where a phrase belongs

    def _countries(self, reading: Reading) -> list[str]:
        """The countries that a phrase states: by its adjectives, its possessor, what follows."""
        codes = [c for u in reading.places if (c := self._identify.country_of(u))]
        if codes:
            several = reading.plural or (reading.role is not None and reading.role.kind == "place")
            return list(dict.fromkeys(codes)) if several else codes[-1:]
        chunk = reading.chunk
        if self._relational(reading):
            return []
        if chunk.possessor is not None:
            owners = self._who(chunk.possessor)
            codes = list(dict.fromkeys(w.country for w in owners if w.country))
            if codes:
                return codes
        if reading.bodies:
            return []
        if self._attached(chunk) and chunk.after is not None:
            owning = [chunk.after]
            if reading.plural:
                owning = next((g for g in self._lists if g[0] is chunk.after), owning)
            codes = [w.country for c in owning for w in self._who(c) if w.country]
            beyond = chunk.after
            if not codes and self._attached(beyond) and beyond.after is not None:
                owning = [beyond.after]
                codes = [w.country for w in self._who(beyond.after) if w.country]
            if codes:
                self._last[id(chunk)] = self._last.get(id(owning[-1]), owning[-1].last)
                return list(dict.fromkeys(codes))
        return []

    def _base(self, reading: Reading) -> tuple[Who | None, list[str]]:
        """The body that a role belongs to, and the sectors that modifiers and body tell."""
        sectors = [m.sector for m in reading.modifiers]
        base: Who | None = None
        role = reading.role
        if self._relational(reading):
            return None, sectors
        for unit in reading.bodies:
            base = self._identify.body(unit) or base
        chunk = reading.chunk
        if base is None and chunk.possessor is not None:
            owners = self._who(chunk.possessor)
            base = owners[0] if owners and owners[0].known else None
        if base is None and self._attached(chunk) and chunk.after is not None:
            after = self._who(chunk.after)
            if after and (after[0].known or after[0].sector):
                base = after[0]
                self._extend(chunk)
        if base is not None and base.sector and base.kind != "state":
            if role is not None and (role.sector in ("", "GOV") or reading.bodies):
                sectors.append(base.sector)
        elif base is not None and base.sector and role is not None and not role.sector:
            sectors.append(base.sector)
        return base, sectors

    def _relational(self, reading: Reading) -> bool:
        """'Its allies', 'the enemies of X' are not of the country of whom they are told by."""
        return reading.role_unit is not None and self._words.is_a(
            self._doc[reading.role_unit.last].text, "relational"
        )

    def _attached(self, chunk: Chunk) -> bool:
        if chunk.preposition is None or chunk.after is None:
            return False
        preposition = self._doc[chunk.preposition]
        kind = self._words.of(preposition.text)
        if kind not in _OWNERS or preposition.lower_ == "to":
            return False
        return kind in ("of", "for") or chunk.first <= preposition.head.i <= chunk.last

    def _elsewhere(self, chunk: Chunk) -> bool:
        return any(
            self._words.is_a(self._doc[i].text, "elsewhere")
            for i in range(chunk.core, chunk.last + 1)
        )

    def _goes_to(self, chunk: Chunk) -> bool:
        return chunk.preposition is not None and self._doc[chunk.preposition].lower_ == "to"

    def _extend(self, chunk: Chunk) -> None:
        if chunk.after is not None:
            self._last[id(chunk)] = self._last.get(id(chunk.after), chunk.after.last)

    # --- pronouns, appositions, memory

    def _pronoun(self, chunk: Chunk) -> tuple[Who, ...]:
        token = self._doc[chunk.head]
        kind = self._words.of(token.text)
        if kind in ("he", "she", "it", "they"):
            if kind == "it" and discourse.is_empty_it(token):
                return ()
            found = discourse.pronoun(token, kind, self._memory, self._sentence.number)
            if found:
                return tuple(replace(w, by="anaphora") for w in found)
            unknown = {"it": "organisation", "they": "group"}.get(kind, "person")
            return (Who(kind=unknown),)  # type: ignore[arg-type]
        if kind in ("we", "i"):
            speaker = speaker_of(self._doc, token.i)
            found = None
            if speaker is not None:
                found = next((w for i, w in self._by_head() if i == speaker and w), None)
            found = found or self._memory.speaker
            if found:
                return tuple(replace(w, by="anaphora") for w in found)
            return (Who(kind="group" if kind == "we" else "person"),)
        if kind == "those":
            return (Who(kind="group"),)
        if kind == "partitive" and chunk.after is not None:
            return self._partitive(self._readings[id(chunk)])
        return ()

    def _by_head(self) -> list[tuple[int, tuple[Who, ...]]]:
        return [(r.chunk.head, self._who(r.chunk)) for r in self._readings.values()]

    def _appose(self, chunk: Chunk, names: list[Chunk], whose: tuple[Who, ...]) -> tuple[Who, ...]:
        """Two phrases for the same: the name's identity, the codes of whichever has them."""
        others = [self._who(c) for c in names]
        if any(len(o) != 1 for o in others):
            return whose
        merged: list[Who] = []
        for i, (other,) in enumerate(others):
            own = whose[i] if len(whose) == len(others) else whose[0]
            who = _merge(own, other)
            merged.append(who)
            self._whose[id(names[i])] = (who,)
            self._learn(names[i], who)
        self._whose[id(chunk)] = tuple(replace(w, by="apposition") for w in merged)
        if len(merged) == 1 and merged[0].kind == "person":
            self._learn(chunk, merged[0])
        return self._whose[id(chunk)]

    def _learn(self, chunk: Chunk, who: Who) -> None:
        reading = self._readings[id(chunk)]
        span = reading.name
        if reading.persons:
            span = (reading.persons[-1].first, reading.persons[-1].last)
        if span is not None:
            self._memory.learn_name(self._tokens(*span), who, person=who.kind == "person")

    def _remember(self, chunk: Chunk, whose: tuple[Who, ...]) -> None:
        reading = self._readings.get(id(chunk))
        token = self._doc[chunk.head]
        subject = token.dep_ in _SUBJECTS
        word = reading.role.word if reading and reading.role and _role_ends(reading) else ""
        plural = bool(reading and reading.plural and word) or len(whose) > 1
        number = self._sentence.number
        self._memory.add(Said(number, token.i, whose, subject, plural, word))
        group = self._list_ending(chunk)
        if len(group) > 1:
            together = tuple(w for c in group for w in self._whose[id(c)] if w.known or w.name)
            subject = any(self._doc[c.head].dep_ in _SUBJECTS for c in group)
            if len(together) > 1:
                self._memory.add(Said(number, token.i, together, subject, True))

    def _list_ending(self, chunk: Chunk) -> list[Chunk]:
        """The members of the list that this phrase is the last of."""
        for group in self._lists:
            if group[-1] is chunk:
                return group
        return []

    # --- mentions

    def _mention(self, chunk: Chunk, whose: tuple[Who, ...]) -> Mention:
        last = max(chunk.last, self._last.get(id(chunk), -1))
        span = self._sentence.span_of(chunk.first, last)
        text = self._sentence.words(span)
        return Mention(
            sentence=self._sentence.number,
            head=chunk.head,
            first=chunk.first,
            last=last,
            span=span,
            entities=tuple(_entity(w, text, span) for w in whose),
        )

    def _inner(self, chunk: Chunk, party: bool) -> list[Mention]:
        """The parties named inside a phrase whose head is none, or that only back its head."""
        reading = self._readings.get(id(chunk))
        if reading is None:
            return []
        units = list(reading.foreign)
        if not party:
            units += reading.places + reading.bodies + reading.persons
            if reading.role_unit is not None and reading.role_unit.last < chunk.head:
                units.append(reading.role_unit)
        found = []
        for unit in sorted(units, key=lambda u: u.first):
            who = self._inner_who(unit, reading)
            if who is None:
                continue
            head = next(
                (
                    i
                    for i in range(unit.last, unit.first - 1, -1)
                    if not unit.first <= self._doc[i].head.i <= unit.last
                ),
                unit.last,
            )
            span = self._sentence.span_of(unit.first, unit.last)
            entity = _entity(who, self._sentence.words(span), span)
            found.append(
                Mention(self._sentence.number, head, unit.first, unit.last, span, (entity,), True)
            )
            self._memory.add(Said(self._sentence.number, head, (who,), False, False))
        return found

    def _inner_who(self, unit: Unit, reading: Reading) -> Who | None:
        if unit is reading.role_unit and reading.role is not None:
            if reading.role.kind not in ("person", "group", "state-body"):
                return None
            found = self._role(reading, reading.role)
            return found[0] if len(found) == 1 and found[0].known else None
        if unit.get("person", "surname"):
            return self._identify.named_person(unit, (), None, self._identify.named)
        if unit.get("organisation", "metonym"):
            return self._identify.body(unit)
        code = self._identify.country_of(unit)
        if code is None:
            return None
        adjective = bool(unit.get("adjective", "nationals")) and not unit.get("country")
        city = bool(unit.get("city", "capital")) and not unit.get("country", "adjective")
        by: ResolvedBy = "demonym" if adjective else "name"
        return self._identify.state(code, by, acting=not city)

    def _tokens(self, first: int, last: int) -> tuple[str, ...]:
        return tuple(self._doc[i].text for i in range(first, last + 1))

    def _preposition(self, chunk: Chunk) -> str:
        head = self._doc[chunk.head]
        seen = 0
        while head.dep_ == "conj" and seen < 5:
            head, seen = head.head, seen + 1
        if head.dep_ == "pobj":
            return str(head.head.text)
        return ""


def _role_ends(reading: Reading) -> bool:
    unit, chunk = reading.role_unit, reading.chunk
    return unit is not None and (unit.last == chunk.last or unit.last >= chunk.head)


def _merge(own: Who, other: Who) -> Who:
    named, plain = (own, other) if own.entity_id and own.name else (other, own)
    if named.entity_id and named.name:
        return named
    return replace(
        named,
        name=named.name or plain.name,
        code=named.code or plain.code,
        country=named.country or plain.country,
        sector=named.sector or plain.sector,
        others=named.others or plain.others,
        office=named.office or plain.office,
        by=named.by if named.known else "apposition",
    )


def _entity(who: Who, text: str, span: tuple[int, int]) -> Entity:
    return Entity(
        raw_text=text,
        span=span,
        kind=who.kind,
        entity_id=who.entity_id,
        entity_name=who.name,
        entity_code=who.code,
        country_code=who.country,
        sector_code=who.sector,
        other_sector_codes=who.others,
        office=who.office,
        resolved_by=who.by if who.known else "unresolved",
    )


def focus_of(weights: Counter[str], share: float = _FOCUS_SHARE) -> str | None:
    """The country that an article is about: at least that share of all that it names, by weight."""
    total = sum(weights.values())
    if not total:
        return None
    (code, weight), *rest = weights.most_common(2)
    if weight < share * total or (rest and rest[0][1] == weight):
        return None
    return code
