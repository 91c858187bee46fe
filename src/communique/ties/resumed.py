"""Relations that a pronoun takes up again: "severed ties in 2016 and restored them in 2023"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.events.predication import Predication
from communique.ties.standing import governor_of
from communique.ties.times import term_of

if TYPE_CHECKING:
    from communique.language import Sentence
    from communique.ties.lexicon import Lexicon
    from communique.ties.statement import Statement

__all__ = ["resumed"]

_PRONOUNS = {"NNS": "them", "NN": "it"}


def resumed(
    sentence: Sentence,
    predication: Predication,
    stated: list[Statement],
    published: dt.date | None,
    lexicon: Lexicon,
) -> Iterator[Statement]:
    """What a later verb of the sentence says of a relation, by "them" or "it"."""
    noun = sentence.doc[predication.token]
    pronoun = _PRONOUNS.get(noun.tag_)
    if predication.pos != "noun" or pronoun is None:
        return
    for token in sentence.doc:
        if token.i < noun.i or token.dep_ != "dobj" or token.lower_ != pronoun:
            continue
        governor = governor_of(sentence, token.head, lexicon)
        if governor.modality != "asserted" or governor.says not in {"begin", "end"}:
            continue
        verb = Predication(token=token.head.i, keys=(), pos="verb")
        term = term_of(sentence, verb, [governor], published, lexicon)
        for statement in stated:
            yield replace(
                statement,
                since=term.since,
                until=term.until,
                status="in_force" if governor.says == "begin" else "ended",
                trigger=sentence.token_span(token.head),
            )
