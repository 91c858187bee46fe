"""Slots of a relation's word to the parties that stand there."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from communique.events.candidates import Parties, distinct
from communique.events.coordination import conjuncts
from communique.events.syntax import Syntax

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.actors import Mention, Mentions
    from communique.events.predication import Predication
    from communique.language import Sentence
    from communique.ties.lexicon import Lexicon

__all__ = ["Slots"]

_BEFORE = {"amod", "compound", "nmod", "npadvmod", "poss"}
_TWO = 2
_AFTER = {"on", "upon", "against"}


class Slots:
    """Finds who stands in a slot of one predication; `data/ties.toml` names the slots."""

    def __init__(
        self,
        sentence: Sentence,
        mentions: Mentions,
        predication: Predication,
        syntax: Syntax,
        lexicon: Lexicon,
    ) -> None:
        self._sentence = sentence
        self._mentions = mentions
        self._predication = predication
        self._syntax = syntax
        self._verbs = lexicon.verbs
        self._light = lexicon.light
        self._word: Token = sentence.doc[predication.token]
        self._parties = Parties(sentence, mentions)
        self._own: dict[str, Callable[[], Iterable[Mention]]] = {
            "is": lambda: self._at(self._described()),
            "named": lambda: self._at(self._naming()[1]),
            "namer": lambda: self._at(self._naming()[0]),
            "mods": self._modifiers,
            "bound": lambda: self._at(self._bound()),
            "under": lambda: self._at(self._under()),
            "signer": lambda: self._at(self._signers()),
            "signed": lambda: self._at(self._signed_with()),
            "noun": self._itself,
            "self": self._one_itself,
            "sender": lambda: self._at(self._carrier_subject(self._verbs.send)),
            "sanctioned": lambda: self._at(self._sanctioned()),
        }

    def fill(self, slots: Iterable[str]) -> tuple[Mention, ...]:
        """The parties of the first slot that names any, and of the slots marked with +."""
        found: tuple[Mention, ...] = ()
        for slot in slots:
            if slot.startswith("+"):
                found = distinct((*found, *self.one(slot[1:])))
            elif not found:
                found = self.one(slot)
        return found

    def one(self, slot: str) -> tuple[Mention, ...]:
        """The parties of one slot."""
        pair = slot.endswith("2")
        slot = slot.removesuffix("2")
        if slot in self._own:
            found = distinct(self._own[slot]())
        else:
            tokens = [self._sentence.doc[i] for i in self._predication.fill(slot)]
            if slot in _AFTER:
                tokens = [t for t in tokens if t.i > self._word.i]
            found = self._at(tokens)
        return found if not pair or sum(len(m.entities) for m in found) >= _TWO else ()

    def _at(self, tokens: Iterable[Token]) -> tuple[Mention, ...]:
        return distinct(
            m for t in tokens for one in self._with_list(t) for m in self._parties.at(one.i)
        )

    def _with_list(self, token: Token) -> list[Token]:
        """A token, and the rest of a list that the parser took for an apposition."""
        for child in token.children:
            if (
                child.dep_ == "appos"
                and child.pos_ == token.pos_ == "PROPN"
                and any(c.dep_ == "conj" for c in child.children)
            ):
                return [token, *conjuncts(child)]
        return [token]

    # -- who the noun is said of ---------------------------------------------------------------

    def _described(self) -> list[Token]:
        noun = self._first(self._word)
        head = noun.head
        if noun.dep_ == "appos":
            return [head]
        named = [c for c in noun.children if c.dep_ == "appos"]
        if named:
            return [t for c in named for t in conjuncts(c)]
        before = self._names_after(self._word)
        if before is not None:
            return conjuncts(before)
        if noun.dep_ == "attr" or (noun.dep_ == "oprd" and not self._syntax.objects(head)):
            return self._syntax.surface_subject(head)
        if noun.dep_ == "dobj" and head.lemma_.lower() in self._verbs.become:
            return self._syntax.surface_subject(head)
        if noun.dep_ == "pobj" and head.lower_ == "as":
            governor = head.head
            if governor.pos_ in {"VERB", "AUX"}:
                objects = [c for c in governor.children if c.dep_ == "dobj"]
                return (
                    objects
                    if objects and head.i > objects[0].i
                    else (self._syntax.surface_subject(governor))
                )
        return []

    def _first(self, noun: Token) -> Token:
        while noun.dep_ == "conj" and noun.head.pos_ in {"NOUN", "PROPN"}:
            noun = noun.head
        return noun

    def _names_after(self, noun: Token) -> Token | None:
        """The name that the noun stands before ("NATO member Turkey")."""
        following = noun.i + 1
        if following >= len(self._sentence.doc) or self._sentence.doc[following].pos_ != "PROPN":
            return None
        for mention in self._mentions.in_sentence(self._sentence.number):
            if mention.first <= following <= mention.last and mention.head >= following:
                return self._sentence.doc[mention.head]
        return None

    def _naming(self) -> tuple[list[Token], list[Token]]:
        """Namer and named of "A named B an ally"."""
        head = self._word.head
        while head.dep_ == "xcomp" and head.lemma_ == "be":
            head = head.head
        if head.pos_ != "VERB" or head.lemma_.lower() not in self._verbs.naming:
            return [], []
        objects = [t for t in self._syntax.objects(head) if t.i != self._word.i]
        if not objects and head.dep_ == "relcl":
            objects = [head.head]
        return self._syntax.subject(head), objects

    # -- whose the noun is ---------------------------------------------------------------------

    def _modifiers(self) -> list[Mention]:
        """Parties among the words before the noun ("the Russian-Chinese treaty")."""
        found: list[Mention] = []
        holders = [self._word]
        if self._word.dep_ == "compound":
            holders.append(self._word.head)
        for holder in holders:
            for child in holder.children:
                if child.dep_ in _BEFORE - {"poss"} and child.i < self._word.i:
                    for token in sorted(child.subtree, key=lambda t: t.i):
                        found.extend(self._parties.modifier(token.i))
        return [m for m in found if m.head != self._word.i and m.last < self._word.i]

    def _bound(self) -> list[Token]:
        """Those whom a treaty binds ("bound by a treaty", "a treaty binds A and B")."""
        noun, head = self._first(self._word), self._word.head
        if noun.dep_ == "pobj" and noun.head.lower_ in {"by", "through", "in"}:
            verb = noun.head.head
            if verb.lemma_.lower() in self._verbs.bind and self._syntax.is_passive(verb):
                found = self._syntax.surface_subject(verb)
                return [*found, *self._prepositional(verb, {"to", "with"})]
        if noun.dep_ == "nsubj" and head.lemma_.lower() in self._verbs.bind:
            return [*self._syntax.objects(head), *self._prepositional(head, {"to", "with"})]
        return []

    def _clauses(self) -> list[Token]:
        """Verbs of the noun's relative clauses that begin, end or keep a relation."""
        return [
            c
            for c in self._first(self._word).children
            if c.dep_ in {"relcl", "acl"} and c.lemma_.lower() in self._light
        ]

    def _signers(self) -> list[Token]:
        """Those who act in a relative clause ("the treaty that A signed", "signed by A")."""
        found = [t for clause in self._clauses() for t in self._syntax.subject(clause)]
        return [t for t in found if t.i != self._word.i]

    def _signed_with(self) -> list[Token]:
        return [
            t
            for clause in self._clauses()
            for t in self._prepositional(clause, {"with", "between"})
        ]

    def _prepositional(self, verb: Token, names: set[str]) -> list[Token]:
        return [t for name, t in self._syntax.prepositions(verb) if name in names]

    def _under(self) -> list[Token]:
        """Subjects of what holds under a treaty ("under the treaty, A and B have ...")."""
        noun = self._word
        if noun.dep_ == "pobj" and noun.head.lower_ == "under":
            verb = noun.head.head
            if verb.pos_ in {"VERB", "AUX"}:
                found = self._syntax.surface_subject(verb)
                return found if len(found) > 1 or self._plural(found) else []
        return []

    def _plural(self, tokens: list[Token]) -> bool:
        return any(len(m.entities) > 1 for m in self._at(tokens))

    def _itself(self) -> list[Mention]:
        """The noun where it stands for parties named before ("the alliance")."""
        found = self._mentions.at(self._sentence.number, self._word.i)
        return [found] if found is not None and len(found.entities) > 1 else []

    def _one_itself(self) -> list[Mention]:
        """The noun where the actor files read a party out of its phrase ("a US ally")."""
        found = self._mentions.at(self._sentence.number, self._word.i)
        if found is None or len(found.entities) > 1 or found.entity.resolved_by != "role":
            return []
        return [found] if found.first < self._word.i else []

    # -- sanctions -----------------------------------------------------------------------------

    def _carrier_subject(self, verbs: frozenset[str]) -> list[Token]:
        support = self._predication.support
        if support is None or self._sentence.doc[support].lemma_.lower() not in verbs:
            return []
        return [self._sentence.doc[i] for i in self._predication.fill("subj")]

    def _sanctioned(self) -> list[Token]:
        """Targets named before the noun: "is under sanctions", "faces an embargo"."""
        support = self._predication.support
        if support is not None and self._sentence.doc[support].lemma_.lower() in self._verbs.suffer:
            return self._carrier_subject(self._verbs.suffer)
        noun = self._word
        if noun.dep_ == "pobj" and noun.head.lower_ in {"under", "to"}:
            governor = noun.head.head
            if governor.pos_ == "ADJ" and governor.lower_ == "subject":
                governor = governor.head
            if governor.pos_ == "AUX" or governor.lemma_.lower() in self._verbs.placed:
                return (
                    self._syntax.objects(governor)
                    if self._syntax.is_passive(governor)
                    else self._syntax.surface_subject(governor)
                )
        return []
