"""Questions to one parsed sentence: who is the subject here, what is the object?

The labels are those of spaCy's English models (ClearNLP).
"""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping
from typing import TYPE_CHECKING

from communique.events.coordination import conjuncts
from communique.events.keys import TIMES

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["OBJECTS", "Syntax"]

OBJECTS = frozenset({"dobj", "obj"})
_SUBJECTS = {"nsubj", "csubj", "expl"}
_PASSIVE_SUBJECTS = {"nsubjpass", "csubjpass"}
_RELATIVES = {"who", "which", "that", "whom", "whose"}
_DEPTH = 12
_OBJECT_CONTROL_PREPOSITIONS = {"of", "for", "from", "into", "against"}


class Syntax:
    """Questions to one parsed sentence: who is the subject here, what is the object?

    `light` tells which lemmas are light verbs (`data/frames.toml`), so that their nouns can be
    given the verb's arguments; `support` has more of them for single nouns.
    """

    def __init__(
        self,
        doc: Doc,
        light: Container[str],
        occurrence: Container[str],
        support: Mapping[str, Container[str]] | None = None,
    ) -> None:
        self.doc = doc
        self._light = light
        self._occurrence = occurrence
        self._support = support or {}

    def is_passive(self, verb: Token) -> bool:
        """Whether a verb is passive, by its auxiliary, its subject, or as a bare participle."""
        if any(c.dep_ in _PASSIVE_SUBJECTS or c.dep_ == "auxpass" for c in verb.children):
            return True
        if verb.tag_ != "VBN":
            return False
        if any(c.dep_ == "aux" for c in verb.children) or any(
            c.dep_ in _SUBJECTS for c in verb.children
        ):
            return False
        if verb.dep_ in {"acl", "relcl", "amod"}:
            return True
        if verb.dep_ == "advcl" and not any(c.dep_ in OBJECTS for c in verb.children):
            return True
        if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
            return self.is_passive(verb.head) and not any(c.dep_ in OBJECTS for c in verb.children)
        return any(c.dep_ == "agent" for c in verb.children)

    def _own(self, verb: Token, labels: Container[str]) -> list[Token]:
        return [c for c in verb.children if c.dep_ in labels]

    def surface_subject(self, verb: Token, depth: int = 0) -> list[Token]:
        """The heads of the phrase that is subject of a verb in form, found by control and
        coordination where none stands beside it."""
        if depth > _DEPTH:
            return []
        own = self._own(verb, _SUBJECTS | _PASSIVE_SUBJECTS)
        own = [s for s in own if s.dep_ != "expl"]
        if own:
            return self._antecedents(verb, own[-1])
        head = verb.head
        if head.i == verb.i:
            return []
        if verb.dep_ in {"relcl"} and head.pos_ in {"NOUN", "PROPN", "PRON"}:
            return conjuncts(head)[:1]
        if verb.dep_ == "acl" and head.pos_ in {"NOUN", "PROPN", "PRON"}:
            if verb.tag_ in {"VBG", "VBN"}:
                return [head]
            return self.noun_owner(head, depth + 1)
        if verb.dep_ == "amod":
            return [head]
        if verb.dep_ in {"pcomp"} and head.dep_ in {"prep", "agent", "mark"}:
            governor = head.head
            if governor.pos_ in {"NOUN", "PROPN"}:
                return self.noun_owner(governor, depth + 1)
            if head.lower_ in _OBJECT_CONTROL_PREPOSITIONS:
                if self.is_passive(governor):
                    return self.surface_subject(governor, depth + 1)
                objects = self._own(governor, OBJECTS)
                if objects:
                    return conjuncts(objects[0])
            return self.surface_subject(governor, depth + 1)
        if verb.dep_ in {"xcomp", "ccomp"} and head.pos_ in {"VERB", "AUX", "ADJ"}:
            objects = [
                c
                for c in head.children
                if c.i < verb.i and (c.dep_ in OBJECTS or (c.dep_ == "dative" and c.pos_ != "ADP"))
            ]
            if objects and verb.tag_ in {"VB", "VBG", "VBN"}:
                return conjuncts(objects[0])
            prepositional = [
                g
                for c in head.children
                if c.dep_ in {"prep", "dative"}
                and c.lower_ in {"on", "upon", "to", "for"}
                and c.i < verb.i
                for g in c.children
                if g.dep_ == "pobj" and g.lower_ not in TIMES and g.pos_ != "NUM"
            ]
            if prepositional and verb.tag_ == "VB" and not self.is_passive(head):
                return conjuncts(prepositional[0])
            return self.surface_subject(head, depth + 1)
        if verb.dep_ == "advcl" and head.pos_ in {"VERB", "AUX", "ADJ"}:
            prepositional = [
                g
                for c in head.children
                if c.dep_ in {"prep", "dative"}
                and c.lower_ in {"on", "upon"}
                and head.i < c.i < verb.i
                for g in c.children
                if g.dep_ == "pobj" and g.lower_ not in TIMES and g.pos_ != "NUM"
            ]
            if prepositional and verb.tag_ == "VB":
                return conjuncts(prepositional[0])
            return self.surface_subject(head, depth + 1)
        if verb.dep_ in {"conj", "dep", "parataxis", "advcl", "xcomp", "ccomp"} and head.pos_ in {
            "VERB",
            "AUX",
        }:
            return self.surface_subject(head, depth + 1)
        return []

    def _antecedents(self, verb: Token, subject: Token) -> list[Token]:
        if subject.lower_ in _RELATIVES and subject.pos_ in {"PRON", "DET", "SCONJ"}:
            clause = verb
            for _ in range(_DEPTH):
                if clause.dep_ in {"relcl", "acl"}:
                    return conjuncts(clause.head)[:1]
                if clause.dep_ in {"conj", "xcomp", "ccomp"}:
                    clause = clause.head
                else:
                    break
        return conjuncts(subject)

    def noun_owner(self, noun: Token, depth: int = 0) -> list[Token]:
        """Whose a noun is: its possessor, its adjective or compound of nationality, or the
        subject of the light verb that carries it ("Iran made a decision to ...")."""
        owners = [c for c in noun.children if c.dep_ == "poss"]
        if owners:
            return conjuncts(owners[0])
        by = [
            g
            for c in noun.children
            if c.dep_ in {"prep", "agent"} and c.lower_ in {"by", "of"}
            for g in c.children
            if g.dep_ == "pobj"
        ]
        if by:
            return conjuncts(by[0])
        modifiers = [
            c
            for c in noun.children
            if c.dep_ in {"amod", "compound", "nmod"} and c.text[:1].isupper()
        ]
        if modifiers:
            return modifiers
        if noun.dep_ in OBJECTS | {"attr", "pobj"} and depth <= _DEPTH:
            verb = noun.head
            while verb.dep_ == "prep":
                verb = verb.head
            if verb.pos_ in {"VERB", "AUX"}:
                return self.surface_subject(verb, depth + 1)
        return []

    def subject(self, verb: Token) -> list[Token]:
        """Logical subjects: of a passive, the agent."""
        if not self.is_passive(verb):
            found = self.surface_subject(verb)
            return found
        return self.agents(verb)

    def agents(self, verb: Token) -> list[Token]:
        """What stands after "by" at a passive verb."""
        found = [
            g
            for c in verb.children
            if c.dep_ in {"agent", "prep"} and c.lower_ == "by"
            for g in c.children
            if g.dep_ == "pobj"
        ]
        if not found and verb.dep_ == "conj":
            return []
        return [t for g in found for t in conjuncts(g)]

    def objects(self, verb: Token) -> list[Token]:
        """Logical objects: of a passive, its subject; in a relative clause, perhaps the noun
        that it modifies."""
        if self.is_passive(verb):
            return self.surface_subject(verb)
        own = self._own(verb, OBJECTS)
        if own and not (own[0].lower_ in _RELATIVES and verb.dep_ == "relcl"):
            return [t for o in own for t in conjuncts(o)]
        if verb.dep_ == "relcl" and any(
            c.dep_ in _SUBJECTS and c.lower_ not in _RELATIVES for c in verb.children
        ):
            return conjuncts(verb.head)[:1]
        if verb.dep_ == "conj" and not own:
            # "condemned and rejected the attack": the object stands at the last verb or the first
            head = verb.head
            siblings = [c for c in head.children if c.dep_ in OBJECTS and c.i > verb.i]
            return [t for o in siblings for t in conjuncts(o)]
        if not own:
            for sibling in verb.children:
                if (
                    sibling.dep_ == "conj"
                    and sibling.pos_ == "VERB"
                    and not self.is_passive(sibling)
                ):
                    if any(c.dep_ in {"prep", "ccomp", "xcomp", "dobj"} for c in verb.children):
                        break
                    if sibling.i - verb.i <= 3:
                        return [
                            t for c in sibling.children if c.dep_ in OBJECTS for t in conjuncts(c)
                        ]
        return []

    def prepositions(self, word: Token) -> Iterable[tuple[str, Token]]:
        """Prepositional objects at a word, as (preposition, head); "out of" is one preposition."""
        for child in word.children:
            if child.dep_ not in {"prep", "dative", "agent"} or child.pos_ not in {
                "ADP",
                "SCONJ",
                "VERB",
                "ADV",
                "PART",
            }:
                continue
            name = child.lower_
            for inner in child.children:
                if inner.dep_ == "pobj":
                    for found in conjuncts(inner):
                        yield name, found
                elif inner.dep_ == "prep":
                    for deeper in inner.children:
                        if deeper.dep_ == "pobj":
                            for found in conjuncts(deeper):
                                yield f"{name} {inner.lower_}", found

    def carrier(self, noun: Token) -> tuple[Token, str] | None:
        """The verb that carries a noun, and how: "obj" ("held talks"), "subj" ("talks began"),
        "pobj" ("engaged in talks")."""
        support = self._support.get(noun.lemma_.lower(), ())

        def light(verb: Token) -> bool:
            lemma = verb.lemma_.lower()
            return lemma in self._light or lemma in support

        first = noun
        while first.dep_ == "conj" and first.head.pos_ in {"NOUN", "PROPN"}:
            first = first.head
        head = first.head
        if first.dep_ in OBJECTS and head.pos_ == "VERB" and light(head):
            return head, "obj"
        if first.dep_ in _PASSIVE_SUBJECTS and light(head):
            return head, "passive"
        if first.dep_ in _SUBJECTS and head.lemma_.lower() in self._occurrence:
            return head, "subj"
        if first.dep_ in {"acl", "relcl"}:
            return None
        governor = head.head
        if first.dep_ == "pobj" and head.lower_ == "in" and light(governor):
            return governor, "obj"
        for child in first.children:
            if child.dep_ in {"acl", "relcl"} and light(child):
                if self.is_passive(child):
                    return child, "passive"
                return child, "relative"
        return None
