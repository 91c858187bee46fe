"""One sentence to statements of relations: lexicon x slots x times."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from communique.events.frames import find_predications
from communique.events.predication import Predication
from communique.events.syntax import Syntax
from communique.records import Entity
from communique.ties.names import disputed_name, proper_name
from communique.ties.parties import (
    is_place,
    key_of,
    organisation_named,
    organisations,
    parties_of,
    targets_of,
)
from communique.ties.resumed import resumed
from communique.ties.slots import Slots
from communique.ties.standing import governors, status_of
from communique.ties.statement import Statement
from communique.ties.times import Term, term_of

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.actors import Mentions
    from communique.language import Sentence
    from communique.records import TieStatus
    from communique.ties.lexicon import Entry, Lexicon

__all__ = ["Open", "read_sentence"]

_ABOUT = {"on", "of", "for", "over", "about"}
_BOTH_SIDES = 2

Open = tuple["Entry", "Sentence", "Token", "TieStatus", Term]
"""A relation that is named without its parties ("the treaty expired"), to be read from before."""

_Sides = tuple[tuple[Entity, ...], tuple[Entity, ...]]


def read_sentence(
    sentence: Sentence, mentions: Mentions, published: dt.date | None, lexicon: Lexicon
) -> tuple[list[Statement], list[Open]]:
    """What a sentence states of relations, in the order of its words."""
    syntax = Syntax(sentence.doc, lexicon.light, lexicon.light)
    stated: list[Statement] = []
    left: list[Open] = []
    predications = [*find_predications(syntax, lexicon.wanted), *_before_names(sentence, lexicon)]
    for predication in sorted(predications, key=lambda p: p.token):
        for entry in lexicon.entries_for(predication):
            reader = _Reader(sentence, mentions, predication, syntax, lexicon, published, entry)
            found = list(reader.statements())
            stated.extend(found)
            if found:
                stated.extend(resumed(sentence, predication, found, published, lexicon))
                break
            opened = reader.without_parties()
            if opened is not None:
                left.append(opened)
                break
    return stated, left


def _before_names(sentence: Sentence, lexicon: Lexicon) -> Iterator[Predication]:
    """Words that stand before the name that they are said of ("NATO member Turkey")."""
    for token in sentence.doc:
        lemma = token.lemma_.lower()
        stands_before = token.pos_ == "NOUN" and token.dep_ == "compound"
        if stands_before and token.head.pos_ == "PROPN" and lexicon.wanted(lemma, "noun"):
            yield Predication(token=token.i, keys=(lemma,), pos="noun")


class _Reader:
    def __init__(
        self,
        sentence: Sentence,
        mentions: Mentions,
        predication: Predication,
        syntax: Syntax,
        lexicon: Lexicon,
        published: dt.date | None,
        entry: Entry,
    ) -> None:
        self._sentence = sentence
        self._predication = predication
        self._word: Token = sentence.doc[predication.token]
        self._slots = Slots(sentence, mentions, predication, syntax, lexicon)
        self._lexicon = lexicon
        self._published = published
        self._entry = entry

    def statements(self) -> Iterator[Statement]:
        """The relation for each set of parties that the words name."""
        entry = self._entry
        if not self._fits():
            return
        name = self._name()
        sides = list(self._sides(name))
        if not sides:
            return
        stands = self._standing()
        if stands is None:
            return
        status, term = stands
        for parties, towards in sides:
            yield Statement(
                kind=entry.kind,
                name=name,
                parties=parties,
                towards=towards,
                since=term.since,
                until=term.until,
                status=status,
                sentence=self._sentence,
                trigger=self._sentence.token_span(self._word),
            )

    def without_parties(self) -> Open | None:
        """A definite noun that stands for a relation named before; None for anything else."""
        if self._entry.kind not in {"treaty", "alliance", "sanctions"} or self._entry.treaty_name:
            return None
        determiners = {c.lower_ for c in self._word.children if c.dep_ == "det"}
        if self._predication.pos != "noun" or not determiners & {"the", "this", "that", "these"}:
            return None
        if "is" in self._entry.one or any(c.dep_ == "prep" for c in self._word.children):
            return None
        if self._word.dep_ == "compound" or not self._fits(bare=True):
            return None
        stands = self._standing()
        return None if stands is None else (self._entry, self._sentence, self._word, *stands)

    def _standing(self) -> tuple[TieStatus, Term] | None:
        governing = governors(self._sentence, self._predication, self._lexicon)
        status = status_of(self._sentence, self._predication, governing, self._lexicon)
        if status is None:
            return None
        if status == "announced":
            return status, Term()
        term = term_of(self._sentence, self._predication, governing, self._published, self._lexicon)
        return status, term

    # -- whether the entry fits ------------------------------------------------------------------

    def _fits(self, *, bare: bool = False) -> bool:
        entry, word = self._entry, self._word
        near = {w for c in word.children for w in (c.lower_, c.lemma_.lower())}
        if entry.unless and not near.isdisjoint(entry.unless):
            return False
        if entry.modifiers and near.isdisjoint(entry.modifiers):
            return False
        if word.dep_ == "compound" and "is" not in entry.one:
            return False
        if word.dep_ == "compound" and word.head.pos_ != "PROPN":
            return False
        if entry.support and not self._carried():
            return False
        return bare or not entry.about or self._is_about(near)

    def _carried(self) -> bool:
        support = self._predication.support
        if support is None:
            return False
        verb = self._sentence.doc[support]
        lemma = verb.lemma_.lower()
        return lemma in self._entry.support or any(
            f"{lemma} {c.lower_}" in self._entry.support for c in verb.children
        )

    def _is_about(self, near: set[str]) -> bool:
        about = self._entry.about
        if not near.isdisjoint(about):
            return True
        slots = _ABOUT if self._predication.pos == "noun" else {"obj"}
        for slot in slots:
            for i in self._predication.fill(slot):
                word = self._sentence.doc[i]
                if word.lemma_.lower() in about or word.lower_ in about:
                    return True
        return bool(self._entry.about_names and self._name())

    def _name(self) -> str | None:
        if self._entry.named_by:
            return disputed_name(
                self._sentence,
                self._predication,
                self._entry.named_by,
                self._lexicon,
                treaty=self._entry.treaty_name,
            )
        if self._predication.pos != "noun" or self._entry.kind not in {"treaty", "alliance"}:
            return None
        return proper_name(self._sentence, self._word)

    # -- parties ---------------------------------------------------------------------------------

    def _sides(self, name: str | None) -> Iterator[_Sides]:
        entry = self._entry
        if entry.kind == "membership":
            yield from self._members()
        elif entry.kind == "sanctions":
            yield from self._sanctions()
        else:
            for parties in self._partners(name):
                yield parties, ()

    def _partners(self, name: str | None) -> Iterator[tuple[Entity, ...]]:
        entry = self._entry
        if entry.treaty_name and name is None:
            return
        alone = name is not None and entry.kind == "treaty" and self._joined()
        least = 1 if alone else entry.least
        one = parties_of(self._slots.fill(entry.one))
        other = _without(parties_of(self._slots.fill(entry.other)), one)
        for slot in entry.also:
            if len(one) + len(other) >= least:
                break
            if slot == "outer" and not other and not alone:
                continue  # who speaks of a treaty need not be bound by it
            found = (m for m in self._slots.one(slot) if slot != "mods" or not is_place(m))
            more = _without(parties_of(found), (*one, *other))
            one = (*one, *more)
        every = (*one, *other)
        if len(every) < least or not _between_powers(every, entry.kind, least):
            return
        if entry.pairs and one and other:
            yield from ((a, b) for a in one for b in other)
        else:
            yield every

    def _joined(self) -> bool:
        """Whether a party's own joining or leaving of a named treaty is told."""
        if self._entry.treaty_name:
            return True
        support = self._predication.support
        if support is None and self._word.dep_ == "pobj":
            support = self._word.head.head.i
        if support is None:
            return False
        return self._sentence.doc[support].lemma_.lower() in self._lexicon.verbs.accession

    def _members(self) -> Iterator[_Sides]:
        towards = organisations(self._slots.fill(self._entry.towards)) or self._by_words()
        if not towards:
            return
        for party in _without(parties_of(self._slots.fill(self._entry.one)), towards):
            if party.kind == "state":
                for organisation in towards:
                    yield (party,), (organisation,)

    def _by_words(self) -> tuple[Entity, ...]:
        """An organisation named before "member" that is no mention of its own."""
        if "mods" not in self._entry.towards:
            return ()
        for child in self._word.children:
            if child.dep_ in {"compound", "nmod", "amod"} and child.i < self._word.i:
                last = child.i if child.text[:1].isupper() else child.i - 1
                for first in range(min(t.i for t in child.subtree), last + 1):
                    span = self._sentence.span_of(first, last)
                    found = organisation_named(self._sentence.words(span), span)
                    if found is not None:
                        return (found,)
        return ()

    def _sanctions(self) -> Iterator[_Sides]:
        senders = parties_of(self._slots.fill(self._entry.one))
        targets = _without(targets_of(self._slots.fill(self._entry.towards)), senders)
        if not targets:
            return
        if not senders:
            senders = (Entity(raw_text="", span=None, kind="unnamed"),)
        yield senders, targets


def _without(entities: Iterable[Entity], taken: Iterable[Entity]) -> tuple[Entity, ...]:
    keys = {key_of(e) for e in taken}
    return tuple(e for e in entities if key_of(e) not in keys)


def _between_powers(parties: tuple[Entity, ...], kind: str, least: int) -> bool:
    """Treaties, relations and disputes are between states, organisations and armed groups."""
    if kind == "alliance" or least < _BOTH_SIDES:
        return True
    return len({e.entity_code or key_of(e) for e in parties}) > 1 or any(
        e.sector_code in {"REB", "UAF", "SEP"} for e in parties
    )
