"""In which mode an act is told: asserted, negated, future, hypothetical.

PLOVER manual 2.3 names the modes and says that no project has implemented them; the words that
carry them are in `data/modality.toml`. `historical` follows from the date (see `assemble`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.events.lexicon import ModalityWords

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from communique.records import Modality

__all__ = ["modality_of"]

_DEPTH = 8
_RANK: dict[str, int] = {"negated": 3, "hypothetical": 2, "future": 1, "asserted": 0}


def modality_of(doc: Doc, token: int, support: int | None, words: ModalityWords) -> Modality:
    """The mode of the act whose trigger is `token`, carried by the light verb `support` if any.

    The strongest of what is found on the way up from the trigger counts: negated before
    hypothetical before future before asserted.
    """
    found: Modality = "asserted"
    trigger = doc[token]
    if trigger.pos_ in {"NOUN", "PROPN"}:
        found = _of_noun(trigger, words)
        current = doc[support] if support is not None else _governing_verb(trigger)
        if current is None:
            return found
        if support is None:
            governed = _by_governor(current, words)
            return _stronger(found, governed)
    else:
        current = trigger
    return _stronger(found, _of_verb(current, words))


def _stronger(a: Modality, b: Modality) -> Modality:
    return a if _RANK[a] >= _RANK[b] else b


def _of_noun(noun: Token, words: ModalityWords) -> Modality:
    for child in noun.children:
        if child.dep_ == "det" and child.lower_ in words.negation["determiners"]:
            return "negated"
        if child.dep_ in {"amod", "det"} and child.lower_ in words.modifiers["hypothetical"]:
            return "hypothetical"
        if child.dep_ == "amod" and child.lower_ in words.modifiers["future"]:
            return "future"
    if noun.dep_ == "pobj" and noun.head.lower_ in words.governors["negated"]:
        return "negated"
    return "asserted"


def _governing_verb(noun: Token) -> Token | None:
    head = noun
    while head.dep_ in {"conj", "dobj", "pobj", "attr"} and head.head.i != head.i:
        was_object = head.dep_ == "dobj"
        head = head.head
        if was_object and head.pos_ == "VERB":
            return head
        if head.pos_ == "VERB":
            return None
    return None


def _by_governor(verb: Token, words: ModalityWords) -> Modality:
    lemma = verb.lemma_.lower()
    for mode in ("negated", "hypothetical", "future"):
        if lemma in words.governors[mode]:
            return mode
    return "asserted"


def _of_verb(verb: Token, words: ModalityWords) -> Modality:
    found: Modality = "asserted"
    current = verb
    for _ in range(_DEPTH):
        found = _stronger(found, _of_auxiliaries(current, words))
        if any(
            c.dep_ in {"mark", "advmod"}
            and c.lower_ in words.conditional["markers"]
            and c.i < current.i
            for c in current.children
        ):
            found = _stronger(found, "hypothetical")
        head = current.head
        if head.i == current.i:
            break
        if current.dep_ == "conj" and head.pos_ in {"VERB", "AUX"}:
            if any(c.dep_ in {"nsubj", "nsubjpass"} for c in current.children):
                break
            current = head
            continue
        if current.dep_ in {"xcomp", "acl", "advcl", "ccomp"} and _is_infinitive(current):
            found = _stronger(found, _by_governor(head, words))
            if current.dep_ == "acl" and head.lemma_.lower() not in words.governors["factual"]:
                found = _stronger(found, "hypothetical")
            if current.dep_ == "advcl" and found == "asserted":
                found = "hypothetical"  # a purpose: "sent troops to attack the town"
            if current.dep_ in {"xcomp", "ccomp"}:
                current = head
                continue
            break
        if current.dep_ == "pcomp":
            if head.lower_ in words.governors["negated"]:
                found = _stronger(found, "negated")
            elif head.head.pos_ in {"VERB", "NOUN", "ADJ"}:
                found = _stronger(found, _by_governor(head.head, words))
            break
        if current.dep_ in {"xcomp"} and head.pos_ in {"VERB", "ADJ"}:
            found = _stronger(found, _by_governor(head, words))
            current = head
            continue
        if current.dep_ == "ccomp" and head.lemma_.lower() in words.governors["hypothetical"]:
            found = _stronger(found, "hypothetical")
        break
    return found


def _is_infinitive(verb: Token) -> bool:
    return verb.tag_ == "VB" or any(c.dep_ == "aux" and c.lower_ == "to" for c in verb.children)


def _of_auxiliaries(verb: Token, words: ModalityWords) -> Modality:
    found: Modality = "asserted"
    for child in verb.children:
        if child.dep_ == "neg" or (
            child.dep_ == "advmod" and child.lower_ in words.negation["adverbs"]
        ):
            return "negated"
        if child.dep_ in {"aux", "auxpass"}:
            if child.lower_ in words.auxiliaries["hypothetical"]:
                found = _stronger(found, "hypothetical")
            elif child.lower_ in words.auxiliaries["future"]:
                found = _stronger(found, "future")
        if child.dep_ in {"nsubj", "nsubjpass"} and any(
            d.dep_ == "det" and d.lower_ in words.negation["determiners"] for d in child.children
        ):
            found = _stronger(found, "negated")
        if child.dep_ in {"nsubj", "nsubjpass"} and child.lower_ in {"nobody", "none"}:
            found = _stronger(found, "negated")
    return found
