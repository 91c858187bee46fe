"""Sentence to predications, by syntax alone: no verb and no type is known here.

Passives are turned round, relative and participial clauses get their subjects, infinitives get
theirs by control, coordinated verbs share theirs, and light verbs hand theirs to their noun. The
labels are those of spaCy's English models (ClearNLP).
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.events.predication import PartOfSpeech, Predication
from communique.language.times import DAYS, MONTHS

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

__all__ = ["Syntax", "find_predications"]

_SUBJECTS = {"nsubj", "csubj", "expl"}
_PASSIVE_SUBJECTS = {"nsubjpass", "csubjpass"}
_OBJECTS = {"dobj", "obj"}
_CLAUSES = {"xcomp", "ccomp", "advcl", "acl", "relcl", "pcomp", "conj", "dep", "parataxis"}
_RELATIVES = {"who", "which", "that", "whom", "whose"}
_DEPTH = 12
_TIMES = {n.lower() for n in (*DAYS, *MONTHS)} | {
    "today",
    "yesterday",
    "tomorrow",
    "morning",
    "evening",
    "night",
    "afternoon",
    "weekend",
}
_OBJECT_CONTROL_PREPOSITIONS = {"of", "for", "from", "into", "against"}


def conjuncts(token: Token) -> list[Token]:
    """A token and what is coordinated with it, in order.

    A list of names that the parser took for an apposition ("the United States, Canada and the
    European Union") is coordinated too; a true apposition ("the leaders, A and B") is not.
    """
    found = [token]
    for current in found:
        found.extend(
            c
            for c in current.children
            if c not in found and (c.dep_ == "conj" or _is_listed(current, c))
        )
        found.extend(c for c in _after_aside(current) if c not in found)
        if len(found) > 40:
            break
    return found


def _after_aside(token: Token) -> list[Token]:
    """What is coordinated with a token behind its apposition ("the minister, A, and his
    colleague, B"): the parser hangs it on the apposition."""
    return [
        conjunct
        for aside in token.children
        if aside.dep_ == "appos" and aside.i > token.i and _opens_aside(aside)
        for conjunct in aside.children
        if conjunct.dep_ == "conj"
        and conjunct.left_edge.i >= 2
        and conjunct.left_edge.nbor(-1).dep_ == "cc"
        and conjunct.left_edge.nbor(-2).text == ","
    ]


def _opens_aside(aside: Token) -> bool:
    first = aside.left_edge
    return first.i > 0 and first.nbor(-1).text == ","


def _is_listed(token: Token, apposition: Token) -> bool:
    return (
        apposition.dep_ == "appos"
        and token.pos_ == "PROPN"
        and apposition.pos_ == "PROPN"
        and apposition.i > token.i
        and any(c.dep_ in {"cc", "conj"} for c in apposition.children)
    )


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
        if verb.dep_ == "advcl" and not any(c.dep_ in _OBJECTS for c in verb.children):
            return True
        if verb.dep_ == "conj" and verb.head.pos_ in {"VERB", "AUX"}:
            return self.is_passive(verb.head) and not any(c.dep_ in _OBJECTS for c in verb.children)
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
                objects = self._own(governor, _OBJECTS)
                if objects:
                    return conjuncts(objects[0])
            return self.surface_subject(governor, depth + 1)
        if verb.dep_ in {"xcomp", "ccomp"} and head.pos_ in {"VERB", "AUX", "ADJ"}:
            objects = [
                c
                for c in head.children
                if c.i < verb.i and (c.dep_ in _OBJECTS or (c.dep_ == "dative" and c.pos_ != "ADP"))
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
                if g.dep_ == "pobj" and g.lower_ not in _TIMES and g.pos_ != "NUM"
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
                if g.dep_ == "pobj" and g.lower_ not in _TIMES and g.pos_ != "NUM"
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
        if noun.dep_ in _OBJECTS | {"attr", "pobj"} and depth <= _DEPTH:
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
        own = self._own(verb, _OBJECTS)
        if own and not (own[0].lower_ in _RELATIVES and verb.dep_ == "relcl"):
            return [t for o in own for t in conjuncts(o)]
        if verb.dep_ == "relcl" and any(
            c.dep_ in _SUBJECTS and c.lower_ not in _RELATIVES for c in verb.children
        ):
            return conjuncts(verb.head)[:1]
        if verb.dep_ == "conj" and not own:
            # "condemned and rejected the attack": the object stands at the last verb or the first
            head = verb.head
            siblings = [c for c in head.children if c.dep_ in _OBJECTS and c.i > verb.i]
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
                            t for c in sibling.children if c.dep_ in _OBJECTS for t in conjuncts(c)
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
        if first.dep_ in _OBJECTS and head.pos_ == "VERB" and light(head):
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
        joined = [w for w in _hyphenated(token) if wanted(w, pos)]
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


def _hyphenated(token: Token) -> tuple[str, ...]:
    """A word that the tokenizer parted at its hyphen, as it is written and run together."""
    if token.i < 2 or token.nbor(-1).text != "-" or token.nbor(-1).whitespace_:
        return ()
    before, lemma = token.nbor(-2).lower_, token.lemma_.lower()
    return (f"{before}-{lemma}", f"{before}{lemma}")


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
        retained = [t for c in verb.children if c.dep_ in _OBJECTS for t in conjuncts(c)]
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
        keys=_verb_keys(verb, slots, own, behind_object),
        pos="verb",
        slots={k: tuple(v) for k, v in slots.items() if v},
        complements={k: tuple(v) for k, v in complements.items() if v},
        passive=passive,
    )


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" and any(c.tag_ == "TO" and c.dep_ == "aux" for c in verb.children)


def _clause_heads(clause: Token) -> list[Token]:
    return [t for t in conjuncts(clause) if t.pos_ in {"VERB", "AUX", "NOUN", "ADJ", "PROPN"}]


def _verb_keys(
    verb: Token,
    slots: dict[str, list[int]],
    own: list[tuple[str, Token]],
    behind_object: list[tuple[str, Token]],
) -> tuple[str, ...]:
    """Keys of a verb with its particle, its prepositions and their nouns, the longest first.

    Prepositions of its object count only with their noun ("declare a state of emergency"), those
    of times ("on Friday") not at all.
    """
    lemma = verb.lemma_.lower()
    particles = [
        c.lower_
        for c in verb.children
        if c.dep_ == "prt" or (c.dep_ == "advmod" and c.tag_ in {"RP", "RB"} and c.i == verb.i + 1)
    ]
    keys: list[str] = []
    timeless = [(n, t) for n, t in own if t.lower_ not in _TIMES and t.pos_ != "NUM"]
    for name, noun in timeless:
        inner = noun.lemma_.lower()
        keys.extend(
            f"{lemma} {name} {c.lemma_.lower()} {inner}"
            for c in noun.children
            if c.dep_ in {"compound", "amod"}
        )
        keys.append(f"{lemma} {name} {inner}")
    keys.extend(f"{lemma} {n} {t.lemma_.lower()}" for n, t in behind_object)
    keys.extend(f"{lemma} as {verb.doc[i].lemma_.lower()}" for i in slots.get("oprd", [])[:1])
    bare = [c.lower_ for c in verb.children if c.dep_ == "prep"]
    names = [*(n for n, _ in timeless), *(n for n in bare if n not in {m for m, _ in own})]
    for particle in particles:
        keys.extend(f"{lemma} {particle} {n}" for n in names)
        keys.append(f"{lemma} {particle}")
    keys.extend(f"{lemma} {n}" for n in names)
    keys.extend(f"{lemma} {n.split()[0]}" for n in names if " " in n)
    keys.append(lemma)
    return tuple(dict.fromkeys(keys))


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
    elif noun.dep_ not in _OBJECTS:
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
