"""Whether a relation stands, by the words at it and over it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.events.lexicon import load_lexicon as load_events_lexicon
from communique.events.modality import modality_of
from communique.ties.lexicon import Lexicon, VerbClass

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.events.predication import Predication
    from communique.language import Sentence
    from communique.records import Modality, TieStatus

__all__ = ["Governor", "governor_of", "governors", "is_presupposed", "status_of"]

_SUBJECTS = {"nsubj", "nsubjpass"}
_CLAUSES = {"relcl", "acl"}


@dataclass(frozen=True, slots=True)
class Governor:
    """A verb, or a noun made of one, that says something of the relation."""

    token: int
    says: VerbClass | None
    modality: Modality
    nominal: bool = False


def governors(sentence: Sentence, predication: Predication, lexicon: Lexicon) -> list[Governor]:
    """What governs a relation's word: the word itself if a verb, the verb over a noun, verbs
    of its relative clauses, and those coordinated with them."""
    word = sentence.doc[predication.token]
    if predication.pos == "verb":
        return [governor_of(sentence, word, lexicon)]
    found: list[Token] = []
    first = word
    while first.dep_ == "conj" and first.head.pos_ in {"NOUN", "PROPN"}:
        first = first.head
    head = first.head
    if predication.support is not None:
        found.append(sentence.doc[predication.support])
    if first.dep_ in _SUBJECTS | {"dobj", "attr", "oprd", "acomp"} and head.pos_ in {"VERB", "AUX"}:
        found.append(head)
    if first.dep_ == "pobj" and head.head.pos_ in {"VERB", "AUX"}:
        verb = head.head
        if lexicon.verb_class(f"{verb.lemma_.lower()} {head.lower_}") or verb.pos_ == "AUX":
            found.append(verb)
    found.extend(c for c in first.children if c.dep_ in _CLAUSES)
    for verb in list(found):
        found.extend(
            c
            for c in verb.children
            if c.dep_ == "conj"
            and c.pos_ in {"VERB", "AUX"}
            and not any(g.dep_ in _SUBJECTS | {"dobj"} for g in c.children)
            and (first.dep_ in _SUBJECTS or verb.dep_ in _CLAUSES)
        )
    unique = {t.i: t for t in found}
    result = [governor_of(sentence, t, lexicon) for t in unique.values()]
    return result + _nominal(first, lexicon)


def governor_of(sentence: Sentence, verb: Token, lexicon: Lexicon) -> Governor:
    """What a verb says of a relation, and in which mode it says so."""
    words = load_events_lexicon().modality
    says = _class(verb, lexicon)
    modality = modality_of(sentence.doc, verb.i, None, words)
    over = verb
    while over.dep_ == "conj" and over.head.pos_ in {"VERB", "AUX"}:
        over = over.head
    if over.dep_ in {"xcomp", "advcl", "ccomp", "acl"} and any(
        c.lower_ == "to" for c in over.children
    ):
        if over.dep_ == "acl" and modality == "asserted":
            modality = "future"  # "its decision to leave"
        governing = _class(over.head, lexicon)
        if governing in {"talk", "propose"} or over.head.lemma_.lower() in lexicon.nouns.talk:
            modality = "hypothetical" if modality in {"asserted", "future"} else modality
    if (
        over.dep_ == "pcomp"
        and over.head.head.lemma_.lower() in lexicon.nouns.talk | lexicon.verbs.talk
    ):
        modality = "hypothetical"
    if any(c.dep_ == "advmod" and c.lower_ == "longer" for c in verb.children):
        says, modality = "end", "asserted"
    return Governor(token=verb.i, says=says, modality=modality)


def _class(verb: Token, lexicon: Lexicon) -> VerbClass | None:
    lemma = verb.lemma_.lower()
    for child in verb.children:
        for word in (child.lower_, child.lemma_.lower()):
            found = lexicon.verb_class(f"{lemma} {word}")
            if found:
                return found
    return lexicon.verb_class(lemma)


def _nominal(noun: Token, lexicon: Lexicon) -> list[Governor]:
    """Nouns over the word: "the signing of the treaty", "talks on a treaty", "treaty talks"."""
    over: Token | None = None
    if noun.dep_ == "pobj" and noun.head.head.pos_ in {"NOUN", "PROPN"}:
        over = noun.head.head
    elif noun.dep_ == "compound" and noun.head.pos_ == "NOUN":
        over = noun.head
    if over is None:
        return []
    lemma = over.lemma_.lower()
    if lemma in lexicon.nouns.begin:
        return [Governor(token=over.i, says="begin", modality="asserted", nominal=True)]
    if lemma in lexicon.nouns.talk:
        return [Governor(token=over.i, says="talk", modality="asserted", nominal=True)]
    return []


def is_presupposed(word: Token, lexicon: Lexicon) -> bool:
    """Whether the words take the relation for granted ("their alliance", "the treaty between")."""
    if any(c.dep_ == "poss" for c in word.children):
        return True
    determiners = {c.lower_ for c in word.children if c.dep_ == "det"}
    if determiners & lexicon.modifiers.indefinite:
        return False
    standing = any(c.lower_ in lexicon.modifiers.standing for c in word.children)
    return standing or bool(determiners & {"the", "this", "that", "these", "those", "both"})


def status_of(
    sentence: Sentence, predication: Predication, governing: list[Governor], lexicon: Lexicon
) -> TieStatus | None:
    """The status that the words state; None where they state no relation."""
    word = sentence.doc[predication.token]
    modifiers = {
        c.lower_ for c in word.children if c.dep_ in {"amod", "compound", "nmod", "advmod", "det"}
    }
    if modifiers & lexicon.modifiers.ended:
        return "ended"
    if modifiers & lexicon.modifiers.announced:
        return "announced"
    if _negated_noun(sentence, predication):
        return None
    presupposed = predication.pos == "noun" and is_presupposed(word, lexicon)
    owned = any(c.dep_ == "poss" for c in word.children)
    stated: TieStatus | None = "suspended" if modifiers & lexicon.modifiers.suspended else None
    for governor in governing:
        says, modality = governor.says, governor.modality
        if says == "talk" and not owned:
            return None
        if says == "propose":
            return "announced"
        if says == "begin" and modality != "asserted":
            return "announced" if modality == "future" else None
        if says == "end":
            stated = "ended" if modality == "asserted" else (stated or "in_force")
        elif says == "suspend" and modality == "asserted":
            stated = stated or "suspended"
        elif says in {"keep", None} and modality != "asserted" and not presupposed:
            if modality == "future" and says == "keep":
                return "announced"
            return None
    return stated or "in_force"


def _negated_noun(sentence: Sentence, predication: Predication) -> bool:
    if predication.pos != "noun":
        return False
    words = load_events_lexicon().modality
    word = sentence.doc[predication.token]
    if any(c.dep_ == "det" and c.lower_ in words.negation["determiners"] for c in word.children):
        return True
    return word.dep_ == "pobj" and word.head.lower_ in words.governors["negated"]
