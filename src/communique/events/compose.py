"""Predications to readings: the lexicon gives acts, the operators make acts of acts."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.actors import Mention, Mentions
from communique.events.candidates import Parties, count_parties, distinct
from communique.events.frames import find_predications
from communique.events.lexicon import Lexicon, Operator, Predicate
from communique.events.predication import Predication
from communique.events.syntax import Syntax
from communique.ontology import acts

if TYPE_CHECKING:
    from communique.language import Sentence

__all__ = ["Reading", "read_sentence"]

_DEPTH = 4
_BOTH = 2
_WHOLE_PHRASE = 3
"""A key of three words ("take to street") or an object that is asked for says more than an
operator over whatever stands there."""


@dataclass(frozen=True, slots=True)
class Reading:
    """An act that the words of a sentence can be read as, with its parties.

    `token` is the head of the trigger, `words` its tokens, `inner` the tokens of predicates that
    are used up in it ("threatened to strike" uses up "strike"), `pattern` how it was read.
    """

    act: str
    token: int
    words: tuple[int, ...]
    actors: tuple[Mention, ...]
    recipients: tuple[Mention, ...]
    reciprocal: bool
    pattern: str
    inner: frozenset[int] = frozenset()

    @property
    def parties(self) -> tuple[Mention, ...]:
        """All parties, actors first."""
        return distinct((*self.actors, *self.recipients))


def read_sentence(
    sentence: Sentence, mentions: Mentions, lexicon: Lexicon
) -> tuple[list[Reading], dict[int, int | None]]:
    """All readings of a sentence, in the order of their triggers, without what an operator used
    up; and for each trigger the light verb that carries it."""
    composer = _Composer(sentence, mentions, lexicon)
    return composer.readings(), composer.supports


class _Composer:
    def __init__(self, sentence: Sentence, mentions: Mentions, lexicon: Lexicon) -> None:
        self._doc = sentence.doc
        self._lexicon = lexicon
        self._parties = Parties(sentence, mentions, lexicon.quantities)
        syntax = Syntax(sentence.doc, lexicon.light, lexicon.occurrence, lexicon.support)
        self._syntax = syntax
        found = [p for p in find_predications(syntax, lexicon.wanted) if not self._idle(p)]
        self._predications = {p.token: p for p in found}
        self.supports = {p.token: p.support for p in found}
        self._lemmas = {t.lemma_.lower() for t in sentence.doc}
        self._memo: dict[int, tuple[Reading, ...]] = {}

    def _idle(self, predication: Predication) -> bool:
        """A noun in a set phrase that tells no act ("in return")."""
        return predication.pos == "noun" and self._is_idiom(predication.token)

    def _is_idiom(self, number: int) -> bool:
        token = self._doc[number]
        if token.dep_ != "pobj" or number == 0:
            return False
        return f"{self._doc[number - 1].lower_} {token.lower_}" in self._lexicon.idioms

    def _outer(self, predication: Predication) -> tuple[Mention, ...]:
        """The subject of the clause, for a noun behind "after", "during" and the like."""
        first = self._doc[predication.token]
        while first.dep_ == "conj" and first.head.pos_ == "NOUN":
            first = first.head
        if first.dep_ == "pobj" and first.head.lower_ in self._lexicon.outer:
            return self._slot(predication, "outer")
        return ()

    def readings(self) -> list[Reading]:
        result: list[Reading] = []
        used: set[int] = set()
        for token in self._predications:
            for reading in self._read(token, 0):
                result.append(reading)
                used |= reading.inner
        return [r for r in result if r.token not in used]

    def _read(self, token: int, depth: int) -> tuple[Reading, ...]:
        if token in self._memo:
            return self._memo[token]
        predication = self._predications.get(token)
        if depth > _DEPTH:
            return ()
        if predication is None:
            return self._carried(token, depth)
        self._memo[token] = ()  # a cycle in the parse reads as nothing
        result = (
            self._plain(predication, words=_WHOLE_PHRASE)
            or self._plain(predication, with_object=True)
            or self._operated(predication, depth)
            or self._plain(predication)
            or (self._carried(token, depth) if depth else ())
            or self._bare(predication)
        )
        self._memo[token] = result
        return result

    def _carried(self, verb: int, depth: int) -> tuple[Reading, ...]:
        """What a light verb's noun tells ("to hold talks"), for an operator over the verb."""
        return tuple(
            r
            for token, p in self._predications.items()
            if p.support == verb and token != verb
            for r in self._read(token, depth + 1)
        )

    # -- plain predicates ---------------------------------------------------------------------

    def _plain(
        self, predication: Predication, *, with_object: bool = False, words: int = 1
    ) -> tuple[Reading, ...]:
        """The reading of the first entry that fits, with a key of at least so many words."""
        for key, entry in self._lexicon.predicates_for(predication):
            if (with_object and not (entry.object or entry.predicative)) or len(
                key.split()
            ) < words:
                continue
            if reading := self._entry(predication, key, entry):
                return (reading,)
        return ()

    def _entry(self, predication: Predication, key: str, entry: Predicate) -> Reading | None:
        if not self._fits(predication, entry):
            return None
        frame = self._lexicon.frames[entry.frame]
        actors = self._fill(predication, frame.actor)
        recipients = self._fill(predication, frame.recipient, actors)
        if (
            predication.pos == "noun"
            and frame.reciprocal
            and count_parties(actors) < _BOTH
            and not predication.fill("between")
        ):
            actors = distinct((*actors, *self._outer(predication)))
        objects = self._named_objects(predication, entry)
        if not actors and objects and not frame.reciprocal and "subj" in frame.actor:
            actors = self._owners(objects)  # "American sanctions on Iran were widened"
        recipients = tuple(r for r in recipients if r not in actors)
        if "actor" in entry.needs and not actors:
            return None
        if "recipient" in entry.needs and not (
            recipients or (frame.reciprocal and count_parties(actors) > 1)
        ):
            return None
        return Reading(
            act=entry.act,
            token=predication.token,
            words=self._trigger(predication, key),
            actors=actors,
            recipients=recipients,
            reciprocal=frame.reciprocal,
            pattern=f"{key} [{entry.frame}]",
            inner=objects | self._phrase_nouns(predication, key),
        )

    def _phrase_nouns(self, predication: Predication, key: str) -> frozenset[int]:
        """Nouns behind a key's preposition ("called for unity and cooperation"): what is asked
        for is not told as done."""
        words = key.split()
        if predication.pos != "verb" or len(words) < _WHOLE_PHRASE:
            return frozenset()
        return frozenset(predication.complements.get(words[1], ()))

    def _owners(self, objects: Iterable[int]) -> tuple[Mention, ...]:
        owners = [
            c
            for i in objects
            for c in self._doc[i].children
            if c.dep_ in {"poss", "amod", "compound", "nmod"}
        ]
        makers = [
            t
            for i in objects
            for name, t in self._syntax.prepositions(self._doc[i])
            if name == "by"
        ]
        if makers:
            return distinct(m for t in makers for m in self._parties.at(t.i))
        return distinct(
            m
            for c in owners
            for m in (self._parties.at(c.i) if c.dep_ == "poss" else self._parties.modifier(c.i))
        )

    def _named_objects(self, predication: Predication, entry: Predicate) -> frozenset[int]:
        """Objects that the entry asks for: they tell no act of their own beside it."""
        if not entry.object or predication.pos != "verb":
            return frozenset()
        return frozenset(
            i for i in predication.fill("obj") if not set(self._names(i)).isdisjoint(entry.object)
        )

    def _fits(self, predication: Predication, entry: Predicate) -> bool:
        if entry.unless and not self._lemmas.isdisjoint(entry.unless):
            return False
        if entry.predicative and not self._is_called(predication, entry):
            return False
        objects = {w for i in predication.fill("obj") for w in self._names(i)}
        if entry.object and objects.isdisjoint(entry.object):
            return False
        return objects.isdisjoint(entry.object_not)

    def _is_called(self, predication: Predication, entry: Predicate) -> bool:
        """Whether the object is called what the entry asks for ("a friend", "as illegal")."""
        named = (*predication.fill("oprd"), *predication.fill("as"))
        return any(not set(self._names(i)).isdisjoint(entry.predicative) for i in named)

    def _names(self, token: int) -> Iterable[str]:
        word = self._doc[token]
        yield word.lemma_.lower()
        yield word.lower_
        for child in word.children:
            if child.dep_ in {"compound", "amod"}:
                yield f"{child.lemma_.lower()} {word.lemma_.lower()}"
                if word.pos_ == "PROPN":  # "summoned Ambassador Diaz"
                    yield child.lemma_.lower()
        if word.lemma_.lower() in self._lexicon.quantities:
            for name, inner in self._syntax.prepositions(word):
                if name == "of":
                    yield from self._names(inner.i)

    def _slot(self, predication: Predication, slot: str) -> tuple[Mention, ...]:
        if slot == "mod":
            return distinct(m for i in predication.fill(slot) for m in self._parties.modifier(i))
        return distinct(
            m for i in predication.fill(slot) if not self._is_idiom(i) for m in self._parties.at(i)
        )

    def _fill(
        self, predication: Predication, slots: Iterable[str], taken: tuple[Mention, ...] = ()
    ) -> tuple[Mention, ...]:
        """Parties of the first slot that holds any who do not stand in `taken` already; "closed
        its embassy in Peru" is done to Peru."""
        known = {e.entity_id for m in taken for e in m.entities if e.entity_id}
        countries = {e.country_code for m in taken for e in m.entities if e.country_code}

        def own(mention: Mention) -> bool:
            """The actor itself, or what is its own by "its" and by country."""
            if all(e.entity_id in known for e in mention.entities):
                return True
            possessors = [c for c in self._doc[mention.head].children if c.dep_ == "poss"]
            return (
                any(c.pos_ == "PRON" for c in possessors)
                and predication.pos == "verb"
                and mention.entity.country_code in countries
                and mention.entity.kind != "person"
            )

        def others(slot: str) -> tuple[Mention, ...]:
            return tuple(m for m in self._slot(predication, slot) if m not in taken and not own(m))

        found: tuple[Mention, ...] = ()
        for slot in slots:
            if slot.startswith("+"):
                found = distinct((*found, *others(slot[1:])))
            elif not found:
                found = others(slot)
        return found

    def _trigger(self, predication: Predication, key: str) -> tuple[int, ...]:
        token = predication.token
        words = key.split()
        chosen = [token]
        if predication.support is not None and abs(predication.support - token) <= 5:
            chosen.append(predication.support)
        for child in self._doc[token].children:
            if (
                child.lower_ in words
                and child.dep_ in {"prt", "prep", "compound", "advmod", "amod"}
                and abs(child.i - token) <= 2
            ):
                chosen.append(child.i)
        return tuple(sorted(chosen))

    # -- operators ----------------------------------------------------------------------------

    def _operated(self, predication: Predication, depth: int) -> tuple[Reading, ...]:
        for key, operator in self._lexicon.operators_for(predication):
            if operator.needs_object and not self._slot(predication, "obj"):
                continue
            for kind in operator.complement:
                found: list[Reading] = []
                for token in self._scope(predication, operator, kind):
                    for inner in self._read(token, depth + 1):
                        outer = operator.outer(inner.act)
                        if outer:
                            found.append(self._apply(predication, operator, key, inner, outer))
                if found:
                    return tuple(found)
        return ()

    def _scope(self, predication: Predication, operator: Operator, kind: str) -> tuple[int, ...]:
        tokens = predication.complements.get(kind, ())
        if operator.through and kind == "obj":
            return tuple(
                inner.i
                for i in tokens
                if self._doc[i].lemma_.lower() in operator.through
                for _, inner in self._syntax.prepositions(self._doc[i])
            ) + tuple(
                i for name, place in predication.complements.items() if name == "for" for i in place
            )
        if operator.modal:
            tokens = tuple(i for i in tokens if self._has_modal(i, operator))
        return tuple(i for i in tokens if i != predication.token)

    def _has_modal(self, clause: int, operator: Operator) -> bool:
        return (
            any(c.dep_ == "aux" and c.lower_ in operator.modal for c in self._doc[clause].children)
            or self._doc[clause].lemma_.lower() in operator.modal
        )

    def _apply(
        self, predication: Predication, operator: Operator, key: str, inner: Reading, act: str
    ) -> Reading:
        actors = self._roles(predication, operator.actor, inner, ())
        recipients = self._roles(predication, operator.recipient, inner, actors)
        reciprocal = (
            operator.joint and inner.reciprocal and acts()[act].plover == acts()[inner.act].plover
        )
        if reciprocal:
            actors, recipients = distinct((*actors, *inner.parties)), ()
        used = frozenset() if operator.keeps else inner.inner | {inner.token}
        return Reading(
            act=act,
            token=predication.token,
            words=self._trigger(predication, key),
            actors=actors,
            recipients=tuple(r for r in recipients if r not in actors),
            reciprocal=reciprocal,
            pattern=f"{key} > {inner.pattern}",
            inner=used,
        )

    def _roles(
        self,
        predication: Predication,
        slots: Iterable[str],
        inner: Reading | None,
        taken: tuple[Mention, ...],
    ) -> tuple[Mention, ...]:
        for slot in slots:
            if slot.startswith("inner."):
                found = _inner_role(slot, inner, taken) if inner else ()
            elif slot == "clause.subj":
                clauses = predication.complements.get("ccomp", ())
                subjects = [t for i in clauses for t in self._syntax.surface_subject(self._doc[i])]
                found = distinct(m for t in subjects for m in self._parties.at(t.i))
            else:
                found = self._slot(predication, slot)
            found = tuple(m for m in found if m not in taken)
            if found:
                return found
        return ()

    def _bare(self, predication: Predication) -> tuple[Reading, ...]:
        for key, operator in self._lexicon.operators_for(predication):
            if not operator.bare or (operator.needs_object and not self._slot(predication, "obj")):
                continue
            if not any(self._is_clause(predication, operator, k) for k in operator.complement):
                continue
            actors = self._roles(predication, operator.actor, None, ())
            recipients = self._roles(predication, operator.recipient, None, actors)
            if ("actor" in operator.bare_needs and not actors) or (
                "recipient" in operator.bare_needs and not recipients
            ):
                continue
            return (
                Reading(
                    act=operator.bare,
                    token=predication.token,
                    words=self._trigger(predication, key),
                    actors=actors,
                    recipients=recipients,
                    reciprocal=False,
                    pattern=f"{key} > ...",
                ),
            )
        return ()

    def _is_clause(self, predication: Predication, operator: Operator, kind: str) -> bool:
        tokens = self._scope(predication, operator, kind)
        if kind in {"xcomp", "ccomp", "advcl", "acl"}:
            return bool(tokens)
        return any(kind == "obj" or self._doc[i].pos_ in {"VERB", "NOUN"} for i in tokens)


def _inner_role(slot: str, inner: Reading, taken: tuple[Mention, ...]) -> tuple[Mention, ...]:
    if slot == "inner.actor":
        return inner.actors
    if slot == "inner.recipient":
        return inner.recipients
    if slot == "inner.accuser":
        return inner.actors if acts()[inner.act].plover in {"ACCUSE", "REQUEST"} else ()
    return tuple(m for m in inner.parties if m not in taken)
