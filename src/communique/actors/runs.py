"""Runs of nominal words: the stuff that noun phrases are made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.actors.units import Unit
from communique.actors.words import Words

if TYPE_CHECKING:
    from spacy.tokens import Token

__all__ = ["find_runs"]

_ARGUMENTS = frozenset(
    [
        "nsubj",
        "nsubjpass",
        "dobj",
        "pobj",
        "dative",
        "attr",
        "oprd",
        "npadvmod",
        "ROOT",
        "conj",
        "appos",
        "agent",
    ]
)
_NOMINAL = frozenset(("NOUN", "PROPN"))
_INSIDE = frozenset(("NOUN", "PROPN", "ADJ", "NUM", "DET", "SYM"))


def find_runs(tokens: list[Token], unit_at: dict[int, Unit], words: Words) -> list[tuple[int, int]]:
    """First and last tokens of the runs, in order; a title and the name after it are one run."""
    runs: list[tuple[int, int]] = []
    start: int | None = None
    i, count = 0, len(tokens)
    while i < count:
        unit = unit_at.get(i)
        named = unit is not None and (unit.first < unit.last or _is_acronym(tokens[i], unit))
        inside = named or _is_inside(tokens, i, start is not None, words)
        if start is not None and inside and _breaks(tokens, i, unit_at, words):
            runs.append((start, i - 1))
            start = None
        if not inside:
            if start is not None and _joins_adjectives(tokens, start, i, unit_at):
                i += 1
                continue
            if start is not None:
                runs.append((start, i - 1))
                start = None
            i += 1
            continue
        if start is None:
            start = i - 1 if _is_bound(tokens, i, words) else i
        i = unit.last + 1 if named and unit is not None else i + 1
    if start is not None:
        runs.append((start, count - 1))
    return _join_titles(tokens, runs, unit_at)


def _is_bound(tokens: list[Token], i: int, words: Words) -> bool:
    """The second word of 'at least 35 people', where the first was not taken for a part of it."""
    if i == 0 or i + 1 >= len(tokens) or tokens[i + 1].pos_ not in ("NUM", "DET", "SYM"):
        return False
    return words.is_a(tokens[i].text, "bound") and words.is_a(tokens[i - 1].text, "at")


def _is_acronym(token: Token, unit: Unit) -> bool:
    """A body's acronym that the tagger takes for a verb or pronoun, as IS or WHO."""
    text = token.text
    if not text.isupper() or len(text) < 2:
        return False
    return any(e.kind == "organisation" and e.case == "exact" for e in unit.entries)


def _is_inside(tokens: list[Token], i: int, begun: bool, words: Words) -> bool:
    token = tokens[i]
    pos, tag = token.pos_, token.tag_
    if pos == "PROPN" and words.is_a(token.text, "time") and token.text[:1].isupper():
        return token.dep_ in ("nsubj", "nsubjpass")
    if pos in _INSIDE:
        return True
    if pos == "PRON":
        return tag not in ("WDT", "WP", "EX")
    if tag == "POS" or tag == "HYPH":
        return begun
    following = tokens[i + 1] if i + 1 < len(tokens) else None
    if following is None:
        return False
    if pos == "VERB":
        return token.dep_ in ("amod", "compound") and token.head.i > i
    if pos in ("ADV", "ADP"):
        return (
            token.dep_ in ("advmod", "quantmod", "amod")
            and token.head.i > i
            and token.head.pos_ in ("ADJ", "NUM")
            and following.pos_ in ("ADJ", "NUM", "ADV", "ADP", "SYM")
            and token.head.dep_ in ("amod", "nummod", "quantmod", "compound")
        )
    return False


def _breaks(tokens: list[Token], i: int, unit_at: dict[int, Unit], words: Words) -> bool:
    before, token = tokens[i - 1], tokens[i]
    unit = unit_at.get(i)
    if unit is not None and unit.first < i:
        return False
    if token.tag_ in ("POS", "HYPH") or before.tag_ in ("POS", "HYPH"):
        return False
    if token.tag_ in ("PRP", "PRP$") or before.tag_ == "PRP":
        return True
    if token.pos_ == "DET":
        return before.pos_ != "DET"
    ended = unit_at.get(i - 1)
    owner = ended is not None and ended.get("country", "adjective", "organisation", "metonym")
    if owner and unit is not None and unit.get("role"):
        return False
    if before.pos_ == "PROPN" and token.pos_ == "PROPN" and before.dep_ != "dative":
        if ended is None or unit is None:
            return False
        if words.is_a(before.text, "given-name") and not unit.get("organisation", "role"):
            return False
        return bool(ended.get("country", "organisation"))
    if before.pos_ in _NOMINAL and before.dep_ in _ARGUMENTS:
        return not (
            before.head.i > i - 1 and before.head.pos_ in _NOMINAL and before.dep_ == "appos"
        )
    return before.tag_ in ("DT", "PDT") and before.pos_ == "PRON" and before.dep_ in _ARGUMENTS


def _joins_adjectives(tokens: list[Token], start: int, i: int, unit_at: dict[int, Unit]) -> bool:
    """'the North Korean and Chinese regimes': the noun of the first adjective comes later."""
    if tokens[i].pos_ not in ("CCONJ", "PUNCT") or i + 1 >= len(tokens):
        return False
    before, after = unit_at.get(i - 1), unit_at.get(i + 1)
    if before is None or after is None:
        return False
    if not before.get("adjective", "country", "ambiguous") or not after.get("adjective", "country"):
        return False
    if any(t.pos_ not in ("DET", "NUM", "ADJ") for t in tokens[start : before.first]):
        return False
    if after.last + 1 >= len(tokens) or tokens[after.last + 1].pos_ not in ("NOUN", "PROPN", "ADJ"):
        return tokens[i].pos_ == "PUNCT" and tokens[i - 1].pos_ == "ADJ"
    noun = tokens[before.last]
    return noun.pos_ == "ADJ" or noun.dep_ in ("compound", "amod", "nmod")


def _join_titles(
    tokens: list[Token], runs: list[tuple[int, int]], unit_at: dict[int, Unit]
) -> list[tuple[int, int]]:
    """Puts a title and the name after it, which the parse may have parted, into one run."""
    joined: list[tuple[int, int]] = []
    for first, last in runs:
        if joined and _is_title(joined[-1], unit_at) and _begins_name(tokens, first, unit_at):
            gap = first - joined[-1][1] - 1
            if gap == 0:
                joined[-1] = (joined[-1][0], last)
                continue
        if joined and _is_double_title(tokens, joined[-1], (first, last), unit_at):
            joined[-1] = (joined[-1][0], last)
            continue
        joined.append((first, last))
    return joined


def _is_title(run: tuple[int, int], unit_at: dict[int, Unit]) -> bool:
    unit = unit_at.get(run[1])
    return unit is not None and bool(unit.get("role")) and not unit.get("role")[0].plural


def _begins_name(tokens: list[Token], i: int, unit_at: dict[int, Unit]) -> bool:
    unit = unit_at.get(i)
    if unit is not None:
        return bool(unit.get("person", "surname"))
    return tokens[i].pos_ == "PROPN"


def _is_double_title(
    tokens: list[Token], run: tuple[int, int], second: tuple[int, int], unit_at: dict[int, Unit]
) -> bool:
    """'Defence Minister and Deputy Premier' before one name."""
    if second[0] - run[1] != 2 or tokens[run[1] + 1].pos_ != "CCONJ":
        return False
    if tokens[run[0]].pos_ == "DET" or not _is_title(run, unit_at):
        return False
    title = unit_at.get(second[0])
    if title is None or not title.get("role") or not tokens[second[0]].text[:1].isupper():
        return False
    return tokens[run[1]].text[:1].isupper() and title.last < second[1]
