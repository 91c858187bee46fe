"""One article from its first phrase to its last: who is meant by each."""

from __future__ import annotations

import re
from dataclasses import replace

from communique.actors.appositions import alias_in_brackets, appositions
from communique.actors.belonging import is_relational
from communique.actors.coordination import find_lists
from communique.actors.counted import counted
from communique.actors.heads import heading
from communique.actors.identify import Identifier, Who
from communique.actors.memory import Memory, Said
from communique.actors.mention import Mention
from communique.actors.mentions import Chunk
from communique.actors.merging import merge
from communique.actors.names import known_person, unknown_name
from communique.actors.output import entity, inner_mention, phrase_mention
from communique.actors.phrase import Reading
from communique.actors.places import inner_place, place
from communique.actors.pronouns import pronoun_phrase
from communique.actors.roles import partitive, role_phrase
from communique.actors.scene import Context, Focus, Scene
from communique.actors.speakers import Quotations, speakers
from communique.actors.speech import Speech
from communique.actors.units import Unit
from communique.actors.words import Words
from communique.language.document import Sentence
from communique.records import ResolvedBy

__all__ = ["ArticleReader"]

_CAPITALISED = re.compile(r"\b[A-Z][\w-]*")
_SUBJECTS = ("nsubj", "nsubjpass")
_KINDS_OF_THINGS = ("BUS", "JRN", "MED", "EDU", "AGR")
"""Sectors whose words before another noun tell what kind it is: 'press conference'."""
_INNER_ROLES = ("person", "group", "state-body")


class ArticleReader:
    """Resolves the phrases of one article in their order; remembers what was named."""

    def __init__(self, identifier: Identifier, words: Words, focus: Focus) -> None:
        self._identify, self._words, self._focus = identifier, words, focus
        self._memory = Memory(lambda word: words.is_a(word, "name-particle"), words.gender)
        self._quotations = Quotations()
        self._context: Context
        self._speech = Speech()
        self._before: frozenset[str] = frozenset()

    def read(
        self, sentence: Sentence, chunks: list[Chunk], readings: dict[int, Reading]
    ) -> list[Mention]:
        """The mentions of one sentence; sentences must be given in order."""
        doc = sentence.tokens
        words = frozenset(w.lower() for w in _CAPITALISED.findall(sentence.text))
        self._identify.nearby = words | self._before
        self._before = words
        inside = self._quotations.inside(sentence)
        scene = Scene(
            sentence,
            readings,
            find_lists(doc, chunks, readings),
            inside,
            tuple(speakers(doc, inside, self._words)) if inside or self._speech.waits else (),
        )
        self._context = Context(
            self._identify, self._words, self._focus, self._memory, scene, self._who
        )
        links = appositions(doc, chunks, readings, scene.lists)
        mentions: list[Mention] = []
        for chunk in chunks:
            whose = self._who(chunk)
            if whose and id(chunk) in links:
                whose = self._appose(chunk, links[id(chunk)], whose)
            elif len(whose) == 1 and whose[0].kind == "person" and whose[0].sector is None:
                whose = self._lead(chunk, whose[0])
            if whose:
                self._remember(chunk, whose)
            mentions.extend(self._inner(chunk, bool(whose)))
        for chunk in chunks:
            whose = scene.whose[id(chunk)]
            if whose:
                mentions.append(phrase_mention(scene, chunk, whose))
        self._speech.hear(self._context, chunks)
        return mentions

    def finish(self, mentions: list[Mention]) -> list[Mention]:
        """Names that stood before what told who bears them, quotations before their speaker."""
        return [self._looked_up(self._speech.told_later(m)) for m in mentions]

    def _looked_up(self, mention: Mention) -> Mention:
        found = mention.entity
        if len(mention.entities) != 1 or found.resolved_by != "unresolved":
            return mention
        if not found.entity_name or (found.sector_code and found.country_code):
            return mention
        who = self._memory.named(tuple(found.entity_name.split()))
        if who is None or not who.known:
            return mention
        by: ResolvedBy = "name" if who.entity_id else "unresolved" if not who.sector else "anaphora"
        named = entity(replace(who, by=by), found.raw_text, mention.span)
        return replace(mention, entities=(named,))

    def _who(self, chunk: Chunk) -> tuple[Who, ...]:
        scene = self._context.scene
        known = scene.whose.get(id(chunk))
        if known is None:
            scene.whose[id(chunk)] = ()
            if chunk.pronoun:
                known = pronoun_phrase(self._context, chunk)
            else:
                known = self._phrase(scene.readings[id(chunk)])
            scene.whose[id(chunk)] = known
        return known

    def _phrase(self, reading: Reading) -> tuple[Who, ...]:
        """By what the head of a phrase is: person, body, unknown name, role, place, or a part."""
        context, chunk = self._context, reading.chunk
        person = reading.persons[-1] if reading.persons else None
        if person is not None and person.last >= chunk.head:
            return (known_person(context, reading, person),)
        body = reading.bodies[-1] if reading.bodies else None
        if body is not None and body.last >= chunk.head and not reading.ends_in_role:
            return self._body(reading, body)
        if reading.name is not None and reading.name[1] >= chunk.head:
            return (unknown_name(context, reading),)
        if reading.role is not None and reading.ends_in_role:
            return role_phrase(context, reading, reading.role)
        unit = reading.places[-1] if reading.places else None
        if unit is not None and unit.last >= chunk.head:
            if reading.name is not None and unit.first == reading.name[1] + 1:
                reading.name = (reading.name[0], unit.last)
                return (unknown_name(context, reading),)
            return place(context, reading, unit)
        return (
            partitive(context, reading)
            or heading(context, reading)
            or counted(context, reading)
            or self._bearer(chunk)
        )

    def _bearer(self, chunk: Chunk) -> tuple[Who, ...]:
        """Who bears a name that the tagger took for a common noun."""
        words = self._context.scene.tokens(chunk.core, chunk.last)
        who = self._memory.named(words) if words[0][:1].isupper() else None
        return (replace(who, by="name" if who.entity_id else "anaphora"),) if who else ()

    def _body(self, reading: Reading, unit: Unit) -> tuple[Who, ...]:
        """A body on file, unless the article gave its acronym to another.

        A seat or ministry of the same name elsewhere is of the country that the phrase states.
        """
        who = self._identify.body(unit)
        if who is not None and who.by == "metonym" and reading.places:
            code = self._identify.country_of(reading.places[-1])
            state = self._identify.state(code, "role", acting=True).code if code else None
            if state and state != who.country:
                identity = f"{state}/{who.sector}"
                who = replace(who, entity_id=identity, code=state, country=state, by="role")
        words = self._context.scene.tokens(unit.first, unit.last)
        if len(words) == 1 and words[0].isupper():
            local = self._memory.named(words)
            if local is not None and (who is None or local.country != who.country):
                return (replace(local, by="name" if local.entity_id else "anaphora"),)
        return (who,) if who is not None else ()

    def _appose(self, chunk: Chunk, names: list[Chunk], whose: tuple[Who, ...]) -> tuple[Who, ...]:
        """Two phrases for the same: the name's identity, the codes of whichever has them."""
        scene = self._context.scene
        others = [self._who(c) for c in names]
        if any(len(o) != 1 for o in others):
            return whose
        merged: list[Who] = []
        for i, (other,) in enumerate(others):
            who = merge(whose[i] if len(whose) == len(others) else whose[0], other)
            merged.append(who)
            scene.whose[id(names[i])] = (who,)
            self._learn(names[i], who)
        if len(merged) == 1 and merged[0].kind == "person":
            self._learn(chunk, merged[0])
        shared = tuple(replace(w, by="apposition") for w in merged)
        scene.whose[id(chunk)] = shared
        return shared

    def _lead(self, chunk: Chunk, who: Who) -> tuple[Who, ...]:
        """A person of whom a relative clause tells whom he heads: 'X, who leads the body'."""
        scene = self._context.scene
        for verb in scene.doc[chunk.head].children:
            if verb.dep_ != "relcl" or not self._words.is_a(verb.lemma_, "leading"):
                continue
            objects = [c.i for c in verb.children if c.dep_ == "dobj"]
            led = next((r.chunk for r in scene.readings.values() if r.chunk.head in objects), None)
            bodies = self._who(led) if led is not None else ()
            if len(bodies) == 1 and (bodies[0].code or bodies[0].sector):
                body = bodies[0]
                who = replace(who, sector=body.sector)
                if not who.entity_id and (body.code or not who.code):
                    who = replace(who, code=body.code, country=body.country, by="apposition")
                self._learn(chunk, who)
                scene.whose[id(chunk)] = (who,)
        return (who,)

    def _learn(self, chunk: Chunk, who: Who) -> None:
        reading = self._context.scene.readings[id(chunk)]
        span = reading.name
        if reading.persons:
            span = (reading.persons[-1].first, reading.persons[-1].last)
        if span is not None:
            words = self._context.scene.tokens(*span)
            self._memory.learn_name(words, who, person=who.kind == "person")

    def _entitle(self, chunk: Chunk, reading: Reading, whose: tuple[Who, ...]) -> None:
        """Remembers a title; a counterpart has that of whose counterpart it is."""
        if len(whose) != 1 or not whose[0].name or reading.role is None:
            return
        titles = [reading.role.word, *(m.word for m in reading.modifiers)]
        if is_relational(self._context, reading) and chunk.possessor is not None:
            owners = self._context.scene.whose.get(id(chunk.possessor), ())
            titles = [t for o in owners for t in self._memory.titles_of(o)]
        self._memory.learn_titles(whose[0], titles)

    def _remember(self, chunk: Chunk, whose: tuple[Who, ...]) -> None:
        scene = self._context.scene
        reading = scene.readings.get(id(chunk))
        token, number = scene.doc[chunk.head], scene.sentence.number
        if reading is not None and reading.role is not None and not reading.plural:
            self._entitle(chunk, reading, whose)
        word = reading.role.word if reading and reading.role and reading.ends_in_role else ""
        plural = bool(reading and reading.plural and word) or len(whose) > 1
        subject = token.dep_ in _SUBJECTS
        body = bool(reading and reading.bodies and reading.bodies[-1].last == chunk.last)
        noun = scene.doc[chunk.last].lower_ if body else ""
        self._memory.add(Said(number, token.i, whose, subject, plural, word, noun))
        alias = alias_in_brackets(scene.doc, chunk)
        if alias is not None and len(whose) == 1 and not chunk.pronoun:
            self._memory.learn_alias(scene.doc[alias].text, whose[0])
        group = next((g for g in scene.lists if g[-1] is chunk), ())
        together = tuple(
            {w.identity: w for c in group for w in scene.whose[id(c)] if w.known or w.name}.values()
        )
        if len(together) > 1:
            subject = any(scene.doc[c.head].dep_ in _SUBJECTS for c in group)
            self._memory.add(Said(number, token.i, together, subject, True))

    def _inner(self, chunk: Chunk, party: bool) -> list[Mention]:
        """The parties named inside a phrase whose head is none, or that only back its head."""
        scene = self._context.scene
        reading = scene.readings.get(id(chunk))
        if reading is None:
            return []
        units = list(reading.foreign)
        if party and reading.role is not None and reading.bodies:
            body = self._identify.body(reading.bodies[-1])
            if body is not None and body.kind in ("organisation", "group"):
                at = Said(scene.sentence.number, chunk.head, (body,), False, False)
                self._memory.add(at)
        if not party:
            units += reading.places + reading.bodies + reading.persons
            role = reading.role_unit
            if role is not None and role.last < chunk.head and self._acts_in(reading, role):
                units.append(role)
        found = []
        for unit in sorted(units, key=lambda u: u.first):
            who = self._inner_who(unit, reading)
            if who is not None:
                found.append(inner_mention(scene, unit, who))
                self._memory.add(Said(scene.sentence.number, found[-1].head, (who,), False, False))
        return found

    def _acts_in(self, reading: Reading, unit: Unit) -> bool:
        """'A police raid' is one by the police; 'a police station' and 'a bank job' are none's."""
        doc, role = self._context.scene.doc, reading.role
        if reading.places or reading.bodies or reading.chunk.possessor is not None:
            return True
        if role is None or role.sector in _KINDS_OF_THINGS or doc[unit.last].pos_ == "ADJ":
            return False
        return not self._words.is_a(doc[reading.chunk.head].text, "thing")

    def _inner_who(self, unit: Unit, reading: Reading) -> Who | None:
        if unit is reading.role_unit and reading.role is not None:
            if reading.role.kind not in _INNER_ROLES:
                return None
            found = role_phrase(self._context, reading, reading.role)
            return found[0] if len(found) == 1 and found[0].known else None
        if unit.get("person", "surname"):
            return self._identify.named_person(unit, (), None, self._identify.named)
        if unit.get("organisation", "metonym"):
            return self._identify.body(unit)
        return inner_place(self._context, unit)
