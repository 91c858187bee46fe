"""The keys by which a predicate is looked up in the lexicon, the longest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.language.times import DAYS, MONTHS

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["TIMES", "hyphenated", "verb_keys"]

TIMES = {n.lower() for n in (*DAYS, *MONTHS)} | {
    "today",
    "yesterday",
    "tomorrow",
    "morning",
    "evening",
    "night",
    "afternoon",
    "weekend",
}
"""Words of time: no part of a key, and nobody's subject."""


def hyphenated(token: Token) -> tuple[str, ...]:
    """A word that the tokenizer parted at its hyphen, as it is written and run together."""
    if token.i < 2 or token.nbor(-1).text != "-" or token.nbor(-1).whitespace_:
        return ()
    before, lemma = token.nbor(-2).lower_, token.lemma_.lower()
    return (f"{before}-{lemma}", f"{before}{lemma}")


def verb_keys(
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
    timeless = [(n, t) for n, t in own if t.lower_ not in TIMES and t.pos_ != "NUM"]
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
