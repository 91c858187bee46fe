"""From when to when a relation holds, by the sentence that states it."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from communique.events.dates import DateExpression, find_dates
from communique.ties.counted import counted_year

if TYPE_CHECKING:
    from collections.abc import Iterator

    from spacy.tokens import Token

    from communique.events.predication import Predication
    from communique.language import Sentence
    from communique.ties.lexicon import Lexicon
    from communique.ties.standing import Governor

__all__ = ["Term", "term_of"]

_YEAR = re.compile(r"(?:1\d|20)\d\d")
_UNTIL = {"until", "till", "through"}
_AT_NOUN = {"nummod", "amod", "compound", "nmod", "npadvmod", "poss"}
_LOOSE = {"appos", "npadvmod"}

Marker = Literal["since", "until", "at"]


@dataclass(frozen=True, slots=True)
class Term:
    """First and last day, month or year of a relation, as far as the sentence tells."""

    since: str | None = None
    until: str | None = None


@dataclass(frozen=True, slots=True)
class _Time:
    value: str
    marker: Marker
    top: Token

    @property
    def loose(self) -> bool:
        """Whether parsers may have hung it on a noun where it tells of the verb ("in 2017")."""
        return self.top.dep_ in {"prep", "npadvmod"} and self.top.lower_ not in {"of", "from"}


def term_of(
    sentence: Sentence,
    predication: Predication,
    governing: list[Governor],
    published: dt.date | None,
    lexicon: Lexicon,
) -> Term:
    """When the relation began and ended. A time counts where it stands at the relation's own
    word ("the 1961 treaty"), with "since" or "until" at the verb over it, or at a verb that
    begins or ends the relation ("signed in 1961")."""
    word = sentence.doc[predication.token]
    says = {g.token: g.says for g in governing if g.modality == "asserted"}
    since: str | None = None
    until: str | None = None
    for time in _times(sentence, word, published, lexicon):
        place = _place(time, word, set(says))
        if place is None:
            continue
        kind = says.get(place.i)
        at_noun = place.i == word.i and predication.pos != "verb"
        if at_noun and time.loose:
            kind = next((g.says for g in governing if g.says in {"begin", "end"}), None)
            at_noun = False
        if time.marker == "until" or (kind == "end" and not at_noun):
            until = until or time.value
        elif time.marker == "since" and kind != "suspend":
            since = time.value
        elif at_noun or kind == "begin":
            since = since or time.value
    if since is None:
        year = counted_year(sentence, word, published, lexicon)
        since = None if year is None else str(year)
    if since is not None and until is not None and until < since[: len(until)]:
        since = None
    return Term(since, until)


def _times(
    sentence: Sentence, word: Token, published: dt.date | None, lexicon: Lexicon
) -> Iterator[_Time]:
    covered: set[int] = set()
    for expression in find_dates(sentence.text, published):
        inside = [
            t
            for t in sentence.doc
            if expression.span[0] <= t.idx < expression.span[1]
            and not t.is_punct
            and not t.is_space
        ]
        value = _value(expression)
        if not inside:
            continue
        covered |= {t.i for t in inside}
        top = min(inside, key=lambda t: (sum(1 for _ in t.ancestors), t.i))
        marker = _marker(inside[0], top, lexicon)
        if value is not None and marker is not None:
            yield _Time(value, marker, top)
    for token in sentence.doc:
        if token.i in covered or not _YEAR.fullmatch(token.text):
            continue
        if token.head.i == word.i and token.dep_ in _AT_NOUN:
            yield _Time(token.text, "at", token)
        elif token.dep_ == "pobj" and (marker := _marker(token, token, lexicon)) is not None:
            yield _Time(token.text, marker, token)


def _value(expression: DateExpression) -> str | None:
    """The year, month or day that an expression names; None for weeks and decades."""
    first, last = expression.date, expression.enddate
    if expression.precision == "decade":
        return None
    if first == last or (
        expression.precision == "week" and expression.text.lower().startswith("since")
    ):
        return first.isoformat()
    if expression.precision == "week":
        return None
    if (first.year, first.month) == (last.year, last.month):
        return first.isoformat()[:7]
    return first.isoformat()[:4] if first.year == last.year else None


def _marker(first: Token, top: Token, lexicon: Lexicon) -> Marker | None:
    """How a time is brought in; None for times before or after which something happened."""
    words = {first.lower_, top.lower_}
    if top.dep_ == "pobj":
        words |= {top.head.lower_}
    if first.i > 0:
        words |= {first.nbor(-1).lower_}
    if words & lexicon.counted.before_other:
        return None
    if "since" in words:
        return "since"
    if words & _UNTIL:
        return "until"
    return "at"


def _place(time: _Time, word: Token, governing: set[int]) -> Token | None:
    """The relation's word, or the verb over it, to which a time belongs."""
    own = {word.i, *(a.i for a in word.ancestors)}
    current = time.top
    while current.head.i != current.i:
        current = current.head
        if current.i == word.i or current.i in governing:
            return current
        if current.pos_ in {"VERB", "AUX"}:
            if current.i in own and _nearest_verb(word) == current.i:
                return current
            return None
        named = current.text[:1].isupper()
        if current.pos_ == "NOUN" and current.i not in own and time.marker != "since" and not named:
            return None
        if (
            current.pos_ == "NOUN"
            and time.marker == "since"
            and current.dep_ not in _LOOSE | {"pobj", "conj"}
        ):
            return None
    return None


def _nearest_verb(word: Token) -> int | None:
    return next((a.i for a in word.ancestors if a.pos_ in {"VERB", "AUX"}), None)
