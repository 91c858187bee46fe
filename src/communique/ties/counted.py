"""Beginnings that are told by a number: "the 60th anniversary of", "60 years of"."""

from __future__ import annotations

import datetime as dt
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.language import Sentence
    from communique.ties.lexicon import Counted, Lexicon

__all__ = ["counted_year"]

_ORDINAL = re.compile(r"(\d{1,3})(?:st|nd|rd|th)")
_YEAR = re.compile(r"(?:1[6-9]|20)\d\d")
_OLD = re.compile(
    r"(?P<n>[\w]+(?:-(?:one|two|three|four|five|six|seven|eight|nine))?)[- ]years?[- ]old"
)
_MOST = 400


def counted_year(
    sentence: Sentence, word: Token, published: dt.date | None, lexicon: Lexicon
) -> int | None:
    """The year from which an anniversary or a number of years over a relation's word counts.

    It is counted from the year that the clause names ("2021 marks"), else from the year of
    publication. A number that is only about right ("more than 60 years") gives none.
    """
    counted = lexicon.counted
    found = _counting(word, counted) or _age(sentence, word, counted)
    if found is None:
        return None
    number, noun = found
    base = _base_year(noun)
    if base is None:
        base = None if published is None else published.year
    return None if base is None else base - number


def _counting(word: Token, counted: Counted) -> tuple[int, Token] | None:
    """The nearest noun over the word that counts years; each noun keeps its own number."""
    current = word
    while current.head.i != current.i:
        current = current.head
        if current.pos_ in {"VERB", "AUX"}:
            return None
        lemma = current.lemma_.lower()
        if lemma in counted.anniversaries or lemma in counted.nouns:
            number = _number_at(current, counted)
            return None if number is None else (number, current)
    return None


def _number_at(noun: Token, counted: Counted) -> int | None:
    children = list(noun.children)
    words = {t.lower_ for c in children if c.i < noun.i for t in c.subtree}
    if words & counted.rough:
        return None
    for child in children:
        if child.i < noun.i and child.dep_ in {"amod", "nummod", "compound", "nmod", "quantmod"}:
            text = "".join(t.lower_ for t in sorted(child.subtree, key=lambda t: t.i))
            number = _number(text, counted)
            if number is not None:
                return number
    return counted.ordinals.get(noun.lower_)


def _number(text: str, counted: Counted) -> int | None:
    match = _ORDINAL.fullmatch(text)
    if match or text.isdigit():
        number = int(match.group(1) if match else text)
        return number if 0 < number <= _MOST else None
    if text in counted.ordinals:
        return counted.ordinals[text]
    tens, _, unit = text.partition("-")
    if tens in counted.tens:
        value = 10 * (counted.tens.index(tens) + 2)
        return value + counted.units.index(unit) + 1 if unit in counted.units else value
    return counted.units.index(text) + 1 if text in counted.units else None


def _age(sentence: Sentence, word: Token, counted: Counted) -> tuple[int, Token] | None:
    """ "the 60-year-old treaty"."""
    before = [c for c in word.children if c.i < word.i and c.dep_ not in {"poss"}]
    if not before:
        return None
    first = min(t.i for c in before for t in c.subtree)
    text = sentence.doc[first : word.i].text.lower()
    if set(re.findall(r"\w+", text)) & counted.rough:
        return None
    match = _OLD.search(text)
    number = None if match is None else _number(match["n"], counted)
    return None if number is None else (number, word)


def _base_year(noun: Token) -> int | None:
    """The year that the clause over a noun is about."""
    verb = next((a for a in noun.ancestors if a.pos_ in {"VERB", "AUX"}), None)
    if verb is None:
        return None
    for child in verb.children:
        if child.dep_ == "nsubj" and _YEAR.fullmatch(child.text):
            return int(child.text)
        if child.dep_ == "prep" and child.lower_ in {"in", "during"}:
            for inner in child.children:
                if inner.dep_ == "pobj" and _YEAR.fullmatch(inner.text):
                    return int(inner.text)
    return None
