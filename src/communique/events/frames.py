"""Sentence to predications, by syntax alone: no verb and no type is known here.

Passives are turned round, relative and participial clauses get their subjects, infinitives get
theirs by control, coordinated verbs share theirs, and light verbs hand theirs to their noun.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.events.coordination import conjuncts
from communique.events.keys import hyphenated, verb_keys
from communique.events.predication import PartOfSpeech, Predication
from communique.events.syntax import OBJECTS, Syntax

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["find_predications"]


def find_predications(
    syntax: Syntax, wanted: Callable[[str, PartOfSpeech], bool]
) -> list[Predication]:
    """The predications of a sentence whose word is `wanted` (by lemma and part of speech), in
    order."""
    found = []
    for token in syntax.doc:
        pos = _part_of_speech(token)
        if token.i and token.dep_ == "amod" and syntax.doc[token.i - 1].text == "-":
            continue  # "Russian-backed": a trait, no act
        if pos == "noun" and token.dep_ in {"compound", "nmod", "amod"}:
            continue  # "a cooperation treaty": part of another noun's name
        if pos is None:
            continue
        joined = [w for w in hyphenated(token) if wanted(w, pos)]
        if not joined and not wanted(token.lemma_.lower(), pos):
            continue
        if pos == "verb":
            predication = _verb(syntax, token)
        elif pos == "noun":
            predication = _noun(syntax, token)
        else:
            predication = _adjective(syntax, token)
        found.append(replace(predication, keys=(*joined, *predication.keys)))
    return found


def _part_of_speech(token: Token) -> PartOfSpeech | None:
    if token.pos_ == "VERB":
        return "verb"
    if token.pos_ == "AUX" and token.dep_ in {"ROOT", "conj", "ccomp", "relcl", "advcl"}:
        return "verb"
    if token.pos_ in {"NOUN", "PROPN"}:
        return "noun"
    if token.pos_ == "ADJ":
        return "adj"
    return None


def _add(slots: dict[str, list[int]], name: str, tokens: Iterable[Token]) -> None:
    place = slots.setdefault(name, [])
    place.extend(t.i for t in tokens if t.i not in place)


def _verb(syntax: Syntax, verb: Token) -> Predication:
    slots: dict[str, list[int]] = {}
    passive = syntax.is_passive(verb)
    _add(slots, "subj", syntax.subject(verb))
    objects = syntax.objects(verb)
    _add(slots, "obj", objects)
    _add(
        slots,
        "iobj",
        [t for c in verb.children if c.dep_ == "dative" and c.pos_ != "ADP" for t in conjuncts(c)],
    )
    _add(
        slots,
        "obj",
        [
            t
            for c in verb.children
            if c.dep_ in {"attr", "oprd"} and not objects
            for t in conjuncts(c)
        ],
    )
    for child in verb.children:
        if child.dep_ == "oprd" and child.pos_ in {"NOUN", "PROPN", "ADJ"}:
            _add(slots, "oprd", [child])  # "called Peru a friend"
        elif child.dep_ in {"ccomp", "xcomp"} and child.pos_ in {"NOUN", "PROPN", "ADJ"}:
            inner = [c for c in child.children if c.dep_ in {"nsubj", "nsubjpass"}]
            if inner and not any(c.dep_ in {"cop", "aux"} for c in child.children):
                _add(slots, "oprd", [child])  # "found the minister guilty"
                _add(slots, "obj", [t for i in inner for t in conjuncts(i)])
    own = list(syntax.prepositions(verb))
    for name, found in own:
        if not (passive and name == "by"):
            _add(slots, name, [found])
    if passive and verb.dep_ != "conj":
        retained = [t for c in verb.children if c.dep_ in OBJECTS for t in conjuncts(c)]
        if retained:  # "was handed a sentence"
            slots["iobj"] = slots.get("obj", [])
            slots["obj"] = [t.i for t in retained]
    behind_object = [
        pair
        for thing in objects
        if thing.i > verb.i or passive
        for pair in syntax.prepositions(thing)
    ]
    for name, found in behind_object:
        _add(slots, name, [found])
    for _, found in own:  # "came under criticism from Peru"
        for name, deeper in syntax.prepositions(found):
            if name not in slots:
                _add(slots, name, [deeper])
    if verb.dep_ == "xcomp" or (verb.dep_ == "conj" and not own):
        for name, found in syntax.prepositions(verb.head):
            if found.i > verb.i:
                _add(slots, name, [found])
    complements: dict[str, list[int]] = {}
    for child in verb.children:
        if child.dep_ in {"xcomp", "ccomp"}:
            kind = "xcomp" if child.dep_ == "xcomp" or _is_infinitive(child) else "ccomp"
            _add(complements, kind, _clause_heads(child))
            if kind == "xcomp" and child.dep_ == "ccomp":  # "urged [Sudan to leave]"
                raised = [t for t in child.children if t.dep_ == "nsubj" and t.i > verb.i]
                _add(slots, "obj", [t for r in raised for t in conjuncts(r)])
        elif child.dep_ == "advcl" and child.i > verb.i and child.tag_ == "VB":
            _add(complements, "advcl", _clause_heads(child))
        elif child.dep_ == "prep":
            for clause in child.children:
                if clause.dep_ == "pcomp":
                    _add(complements, child.lower_, _clause_heads(clause))
    for thing in objects:
        _add(complements, "obj", [thing])
        for child in thing.children:
            if child.dep_ == "acl" and child.tag_ == "VB":
                _add(complements, "xcomp", _clause_heads(child))
    if "xcomp" not in complements:  # "called on Peru in a letter to leave"
        behind = [
            child
            for _, found in own
            for child in found.children
            if child.dep_ in {"acl", "relcl"} and _is_infinitive(child)
        ]
        if behind:
            _add(complements, "xcomp", _clause_heads(behind[0]))
    for name, tokens in list(slots.items()):
        if name not in {"subj", "obj", "iobj", "oprd"}:
            _add(complements, name, [syntax.doc[i] for i in tokens])
    return Predication(
        token=verb.i,
        keys=verb_keys(verb, slots, own, behind_object),
        pos="verb",
        slots={k: tuple(v) for k, v in slots.items() if v},
        complements={k: tuple(v) for k, v in complements.items() if v},
        passive=passive,
    )


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(c.tag_ == "TO" and c.dep_ == "aux" for c in verb.children)


def _clause_heads(clause: Token) -> list[Token]:
    return [t for t in conjuncts(clause) if t.pos_ in {"VERB", "AUX", "NOUN", "ADJ", "PROPN"}]


def _noun(syntax: Syntax, noun: Token) -> Predication:
    slots: dict[str, list[int]] = {}
    complements: dict[str, list[int]] = {}
    first = noun
    while first.dep_ == "conj" and first.head.pos_ == "NOUN":
        first = first.head
    for holder in (noun,) if first is noun else (noun, first):
        _add(slots, "poss", [t for c in holder.children if c.dep_ == "poss" for t in conjuncts(c)])
        _add(
            slots,
            "mod",
            [
                c
                for c in holder.children
                if c.dep_ in {"amod", "compound", "nmod"}
                for c in conjuncts(c)
            ],
        )
    for name, found in syntax.prepositions(noun):
        _add(slots, name, [found])
        _add(complements, name, [found])
    # "a protest by students against the government": parsers hang the second preposition on the
    # first one's object
    for _, found in list(syntax.prepositions(noun)):
        for name, deeper in syntax.prepositions(found):
            if name not in slots:
                _add(slots, name, [deeper])
                _add(complements, name, [deeper])
    # "talks and trade with Peru": the last of coordinated nouns may hold the preposition
    for sibling in noun.children:
        if sibling.dep_ == "conj":
            for name, found in syntax.prepositions(sibling):
                if name not in slots:
                    _add(slots, name, [found])
    for child in noun.children:
        if child.dep_ == "acl" and child.tag_ in {"VB", "VBG", "VBN"}:
            _add(complements, "acl", _clause_heads(child))
            if child.tag_ == "VBN":  # "sanctions imposed on Mali by France"
                for name, found in syntax.prepositions(child):
                    _add(slots, name, [found])
        elif child.dep_ in {"ccomp", "relcl"} and child.dep_ == "ccomp":
            _add(complements, "ccomp", _clause_heads(child))
        elif child.dep_ == "prep":
            for inner in child.children:
                if inner.dep_ == "pcomp":
                    _add(complements, child.lower_, _clause_heads(inner))
    carried = syntax.carrier(noun)
    support = None
    if carried:
        verb, how = carried
        support = verb.i
        if how == "obj":
            _add(slots, "subj", syntax.subject(verb))
        elif how == "relative":
            _add(slots, "subj", syntax.surface_subject(verb))
        elif how == "passive":
            _add(slots, "subj", syntax.agents(verb))
        for name, found in syntax.prepositions(verb):
            if found.i != noun.i and not (how == "passive" and name == "by"):
                _add(slots, name, [found])
        if how == "obj":
            _add(
                slots,
                "iobj",
                [
                    t
                    for c in verb.children
                    if c.dep_ == "dative" and c.pos_ != "ADP"
                    for t in conjuncts(c)
                ],
            )
    else:
        _add(slots, "outer", _outer(syntax, noun))
        for name, found in _following(syntax, first):
            if name not in slots:  # "called for cooperation with Peru", "with" hung on the verb
                _add(slots, name, [found])
    lemma = noun.lemma_.lower()
    keys = [
        f"{c.lower_ if c.dep_ == 'amod' else c.lemma_.lower()} {lemma}"
        for c in noun.children
        if c.dep_ in {"compound", "amod"}
    ]
    keys.append(lemma)
    return Predication(
        token=noun.i,
        keys=tuple(dict.fromkeys(keys)),
        pos="noun",
        slots={k: tuple(v) for k, v in slots.items() if v},
        complements={k: tuple(v) for k, v in complements.items() if v},
        support=support,
    )


def _following(syntax: Syntax, noun: Token) -> Iterable[tuple[str, Token]]:
    """Prepositions that the parser hung on the verb, though they stand behind its object."""
    head = noun.head
    if noun.dep_ == "pobj" and head.dep_ == "prep":
        head = head.head
    elif noun.dep_ not in OBJECTS:
        return
    if head.pos_ == "VERB":
        for name, found in syntax.prepositions(head):
            if found.i > noun.i:
                yield name, found


def _outer(syntax: Syntax, noun: Token) -> list[Token]:
    """The subject of the clause in which a noun stands: "after talks with Wang, Lavrov said"."""
    head = noun.head
    while head.dep_ in {"prep", "pobj", "dobj", "conj"} and head.head.i != head.i:
        head = head.head
    if head.pos_ in {"VERB", "AUX"}:
        return syntax.surface_subject(head)
    return []


def _adjective(syntax: Syntax, adjective: Token) -> Predication:
    slots: dict[str, list[int]] = {}
    if adjective.dep_ in {"acomp", "attr", "oprd", "conj"} and adjective.head.pos_ in {
        "AUX",
        "VERB",
    }:
        _add(slots, "subj", syntax.surface_subject(adjective.head))
    elif adjective.dep_ == "amod":
        _add(slots, "subj", [adjective.head])
    complements: dict[str, list[int]] = {}
    for name, found in syntax.prepositions(adjective):
        _add(slots, name, [found])
        _add(complements, name, [found])
    for child in adjective.children:
        if child.dep_ in {"xcomp", "ccomp"}:
            _add(complements, child.dep_, _clause_heads(child))
        elif child.dep_ == "prep":
            for inner in child.children:
                if inner.dep_ == "pcomp":
                    _add(complements, child.lower_, _clause_heads(inner))
    return Predication(
        token=adjective.i,
        keys=(adjective.lemma_.lower(),),
        pos="adj",
        slots={k: tuple(v) for k, v in slots.items() if v},
        complements={k: tuple(v) for k, v in complements.items() if v},
    )
