"""Where an event happened: the place that its own words name, else what the article's tell.

The place is looked for in the event's own clause, then in its sentence. Where these name none it
is taken from what stands before, or from the parties, and has no span then: see `Setting.locate`.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from communique.actors.atlas import KINDS_OF_UNITS, Atlas, Place, PlaceKind, atlas, key_of
from communique.records import Location

if TYPE_CHECKING:
    from spacy.tokens import Doc, Token

    from communique.actors import Mention, Mentions
    from communique.language import Parsed, Sentence
    from communique.records import Entity, Span
    from communique.records.event import Resolution

__all__ = ["Setting"]

_BETWEEN = frozenset(("DET", "ADJ", "NOUN", "NUM", "ADP", "ADV"))
_JOINERS = frozenset(("-", "al", "el", "de", "da", "do", "la", "le", "du", "of", "and", "'", "’"))
_CAPITAL = "capital"
_GREAT = 300_000
"""People from which a town is itself, whatever state its name was taken to mean (Jerusalem)."""
_ELSEWHERE = 9
"""Clauses that a place counts as away which hangs on nothing above the trigger."""
_CARRIED = 2
"""How many sentences back a place still holds for what is told without one."""
_RESOLUTIONS: dict[PlaceKind, Resolution] = {
    "town": "place",
    "other": "place",
    "district": "district",
    "province": "province",
    "region": "province",
}


class _Telling(Struct, frozen=True):
    """The word lists of places.toml; the head of the file says what each means."""

    at: frozenset[str]
    on: frozenset[str]
    to: frozenset[str]
    grounded: frozenset[str]
    moving: frozenset[str]
    sites: frozenset[str]


@cache
def _telling() -> _Telling:
    source = files("communique.events") / "data" / "places.toml"
    return msgspec.convert(tomllib.loads(source.read_text(encoding="utf-8")), _Telling)


@dataclass(frozen=True, slots=True)
class _Named:
    """A place named in a sentence: its first and last token, and the preposition before it (or
    itself, where it is the object of a verb). `bound` ones tell only of what they hang on."""

    first: int
    last: int
    preposition: int
    location: Location
    bound: str = ""

    @property
    def fine(self) -> bool:
        """Whether it is finer than a country."""
        return self.location.resolution != "country"


Sides = tuple[tuple["Entity", ...], tuple["Entity", ...]]


@dataclass(slots=True)
class Setting:
    """One article's places: which countries it names how often, its dateline, and what was named
    in each sentence."""

    parsed: Parsed
    mentions: Mentions
    atlas: Atlas = field(default_factory=atlas)
    _weights: Counter[str] = field(default_factory=Counter)
    _named: dict[int, list[_Named]] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)
    _states: dict[str, str] = field(default_factory=dict)
    _dateline: Location | None = None

    def __post_init__(self) -> None:
        for mention in self.mentions:
            for entity in mention.entities:
                if entity.country_code:
                    self._weights[entity.country_code] += 1
                    if entity.kind == "state" and entity.entity_name:
                        self._names.setdefault(entity.country_code, entity.entity_name)
                        self._states[key_of(entity.entity_name)] = entity.country_code
        if self.parsed.article.dateline:
            self._dateline = self._look_up_dateline(self.parsed.article.dateline)
            if self._dateline is not None and self._dateline.country_code:
                self._weights[self._dateline.country_code] += 2

    def locate(
        self, sentence: Sentence, token: int, kind: str, act: str, sides: Sides
    ) -> Location | None:
        """Where an event of type `kind`, told by a token of a sentence as an act, took place.

        In turn: a place in its clause after a preposition of place, the finest and nearest; one
        elsewhere in its sentence; then, without a span: for deeds done on the ground a place of
        the last two sentences, or that of the dateline, if it lies in a party's country; the
        country of all parties, where they are of one and a speaker is known. None where nothing
        tells. `sides` are the actors and the recipients.
        """
        chosen = _nearest(
            sentence.doc, token, self._places(sentence), bool({kind, act} & _telling().moving)
        )
        if chosen is not None:
            return chosen.location
        actors, recipients = sides
        parties = (*actors, *recipients)
        countries = {p.country_code for p in parties if p.country_code}
        grounded = kind in _telling().grounded
        abroad = any(p.country_code is None and p.entity_code for p in parties)
        if actors and not grounded:
            abroad = abroad or all(p.country_code is None for p in actors)
        if grounded:
            before = self._before(sentence, countries)
            if before is not None:
                return before
        if len(countries) != 1 or abroad:
            return None
        (country,) = countries
        if self._dateline is not None and self._dateline.country_code == country:
            return self._dateline
        return Location(
            name=self._names.get(country, country), country_code=country, resolution="country"
        )

    def _before(self, sentence: Sentence, countries: set[str]) -> Location | None:
        """The place last named before, if it is in a party's country or no party has one."""
        sentences = self.parsed.sentences
        at = sentence.number - 1
        for earlier in reversed(sentences[max(0, at - _CARRIED) : at]):
            for named in reversed(self._places(earlier)):
                where = named.location
                if (
                    named.fine
                    and not named.bound
                    and (not countries or where.country_code in countries)
                ):
                    return replace(where, span=None)
        return None

    # --- reading one sentence

    def _places(self, sentence: Sentence) -> list[_Named]:
        known = self._named.get(sentence.number)
        if known is None:
            known = self._named[sentence.number] = list(self._read(sentence))
        return known

    def _read(self, sentence: Sentence) -> list[_Named]:
        telling = _telling()
        found: list[_Named] = []
        for token in sentence.doc:
            word = token.lower_
            named = None
            if token.pos_ in ("ADP", "SCONJ", "PART") and word in telling.at | telling.on:
                named = self._after(sentence, token.i, "on" if word in telling.on else "")
            elif token.pos_ in ("ADP", "PART") and word in telling.to:
                named = self._after(sentence, token.i, "to")
            elif token.dep_ == "dobj":
                named = self._object(sentence, token)
            if named is not None and not (found and found[-1].last >= named.first):
                found.append(named)
        return found

    def _object(self, sentence: Sentence, token: Token) -> _Named | None:
        """The place that is the object of a verb: 'toured X', 'overran the border town of X'."""
        doc = sentence.doc
        if not _is_name(token):
            if token.lower_ not in _telling().sites | KINDS_OF_UNITS:
                return None
            first = token.i
            while first > 0 and _is_name(doc[first - 1]) and doc[first - 1].dep_ == "compound":
                first -= 1
            if first < token.i:
                return self._match(sentence, first, token.i - 1, "", "", token.i, "object")
            after = token.i + 2
            if after >= len(doc) or doc[after - 1].lower_ != "of" or not _is_name(doc[after]):
                return None
            last = _run_end(doc, after)
            return self._match(sentence, after, last, token.lower_, "", token.i, "object")
        first = token.i
        while first > 0 and doc[first - 1].head.i == token.i and _is_name(doc[first - 1]):
            first -= 1
        acting = any(
            m.head == token.i and m.entity.sector_code == "GOV"
            for m in self.mentions.in_sentence(sentence.number)
        )
        bound = "party" if acting else "object"
        return self._match(sentence, first, token.i, "", "", token.i, bound)

    def _after(self, sentence: Sentence, preposition: int, bound: str) -> _Named | None:
        """The place that the phrase after a preposition names."""
        doc = sentence.doc
        owner = ""
        i, kind = _skip(doc, preposition + 1)
        capital = self._capital(sentence, preposition, bound)
        if capital is not None:
            return capital
        if i >= len(doc) or not _is_name(doc[i]):
            return None
        last = _run_end(doc, i)
        if last + 1 < len(doc) and doc[last + 1].tag_ == "POS":
            owner = self._country_at(sentence, i, last) or ""
            owned, told = _skip(doc, last + 2)
            kind = told or kind
            if owned < len(doc) and _is_name(doc[owned]):
                end = _run_end(doc, owned)
                named = self._match(sentence, owned, end, kind, owner, preposition, bound)
                if named is not None:
                    return named
        inner = _behind_site(doc, last)
        if inner is not None:
            named = self._match(sentence, inner, _run_end(doc, inner), "", "", preposition, bound)
            if named is not None:
                return named
        named = self._match(sentence, i, last, kind, "", preposition, bound)
        if named is None or (bound == "on" and not named.fine):
            return None
        return named

    def _capital(self, sentence: Sentence, preposition: int, bound: str) -> _Named | None:
        """The capital that is told by that word alone: 'in the Afghan capital'."""
        doc = sentence.doc
        for i in range(preposition + 1, min(preposition + 6, len(doc))):
            if doc[i].pos_ in ("ADP", "VERB", "PUNCT"):
                return None
            if doc[i].lower_ != _CAPITAL:
                continue
            if i + 1 < len(doc) and _is_name(doc[i + 1]):
                return None  # "the capital Kabul"
            mention = self.mentions.holding(sentence.number, i)
            country = mention.entity.country_code if mention is not None else None
            name = self.atlas.capital(country) if country else None
            place = self.atlas.choose(name, Counter({country: 1})) if name and country else None
            if place is None:
                return None
            return _Named(preposition + 1, i, preposition, _located(place.name, place, None), bound)
        return None

    def _match(
        self,
        sentence: Sentence,
        first: int,
        last: int,
        kind: str,
        owner: str,
        preposition: int,
        bound: str,
    ) -> _Named | None:
        """The place that a run of names names, or that its first words name before a site in it."""
        doc = sentence.doc
        if last + 1 < len(doc) and doc[last + 1].lower_ in KINDS_OF_UNITS:
            kind = doc[last + 1].lower_
        within = owner or self._within(sentence, last)
        for end in range(last, first - 1, -1):
            span = sentence.span_of(first, end)
            location = self._look_up(sentence, first, end, span, kind, within)
            if location is not None:
                return _Named(first, end, preposition, location, bound)
            if doc[end].lower_ not in _telling().sites:
                break
        return None

    def _look_up(
        self, sentence: Sentence, first: int, last: int, span: Span, kind: str, within: str
    ) -> Location | None:
        name = sentence.words(span)
        mention = self._state_at(sentence, first, last)
        country = mention.entity.country_code if mention is not None else None
        if mention is not None and _same(name, mention.entity.entity_name or ""):
            return Location(name=name, country_code=country, resolution="country", span=span)
        weights = self._weights
        if country is not None:
            weights = Counter({country: 1})
        if mention is None and key_of(name) in self._states:
            code = self._states[key_of(name)]
            return Location(name=name, country_code=code, resolution="country", span=span)
        place = self.atlas.choose(name, weights, kind, within) if within else None
        place = place or self.atlas.choose(name, weights, kind)
        if place is None and country is not None:
            place = self.atlas.choose(name, {})
        sure = country in (None, place.country) if place is not None else False
        if place is not None and (sure or place.population >= _GREAT):
            return _located(name, place, span)
        if country is not None:
            return Location(name=name, country_code=country, resolution="country", span=span)
        return None

    def _within(self, sentence: Sentence, last: int) -> str:
        """The country or province behind a comma: 'Moscow, Idaho'."""
        doc = sentence.doc
        i = last + 1
        if i + 1 >= len(doc) or doc[i].text != "," or not _is_name(doc[i + 1]):
            return ""
        end = _run_end(doc, i + 1)
        country = self._country_at(sentence, i + 1, end)
        name = sentence.words(sentence.span_of(i + 1, end))
        if self.atlas.find(name) and not country:
            return key_of(name)
        return country or ""

    def _country_at(self, sentence: Sentence, first: int, last: int) -> str | None:
        mention = self._state_at(sentence, first, last)
        if mention is None:
            return None
        whole = sentence.words(sentence.span_of(first, last))
        found = mention.entity
        return found.country_code if _same(whole, found.entity_name or "") else None

    def _state_at(self, sentence: Sentence, first: int, last: int) -> Mention | None:
        """The mention of a state that stands for just these words."""
        for mention in self.mentions.in_sentence(sentence.number):
            if mention.first <= first and mention.last == last and mention.entity.kind == "state":
                return mention
        return None

    def _look_up_dateline(self, dateline: str) -> Location | None:
        head = dateline.partition("(")[0].strip(" ,-–—")
        name, _, rest = head.partition(",")
        outer = rest.partition(",")[0].strip()
        name = name.partition("/")[0].strip()
        for within in dict.fromkeys((key_of(outer), "")):
            place = self.atlas.choose(name, self._weights, within=within)
            if place is not None:
                return _located(place.name, place, None)
        return None


def _located(name: str, place: Place, span: Span | None) -> Location:
    return Location(
        name=name,
        country_code=place.country,
        lat=place.lat,
        lon=place.lon,
        geonames_id=place.geonames_id,
        resolution=_RESOLUTIONS[place.kind],
        span=span,
    )


def _same(words: str, name: str) -> bool:
    return words.casefold().removeprefix("the ") == name.casefold().removeprefix("the ")


def _is_name(token: Token) -> bool:
    return bool(token.text[:1].isupper() and token.pos_ in ("PROPN", "NOUN", "ADJ", "X"))


def _skip(doc: Doc, first: int) -> tuple[int, str]:
    """The first token of a name after words like 'the northern city of', and their last noun."""
    i, noun = first, ""
    while i < len(doc) and doc[i].pos_ in _BETWEEN and not _is_name(doc[i]):
        if doc[i].pos_ == "ADP" and doc[i].lower_ != "of":
            break
        if doc[i].pos_ == "NOUN":
            noun = doc[i].lower_
        i += 1
    return i, noun


def _behind_site(doc: Doc, last: int) -> int | None:
    """Where the name begins in 'the West Bank city of Nablus', behind the first one."""
    if last + 3 >= len(doc) or doc[last + 2].lower_ != "of" or not _is_name(doc[last + 3]):
        return None
    noun = doc[last + 1].lower_
    return last + 3 if noun in _telling().sites or noun in KINDS_OF_UNITS else None


def _run_end(doc: Doc, first: int) -> int:
    last = first
    while last + 1 < len(doc):
        following = doc[last + 1]
        if _is_name(following):
            last += 1
        elif (
            following.lower_ in _JOINERS
            and last + 2 < len(doc)
            and _is_name(doc[last + 2])
            and following.lower_ != "and"
        ):
            last += 2
        else:
            break
    return last


def _nearest(doc: Doc, token: int, places: list[_Named], moving: bool) -> _Named | None:
    """The place of a trigger's clause, the finest first, then the nearest; else of its sentence.

    Objects and aims of motion count only for their own verb, and aims only of deeds that move.
    """
    trigger = doc[token]
    above = [trigger, *trigger.ancestors]
    numbers = {t.i: n for n, t in enumerate(above)}

    def fits(named: _Named) -> bool:
        if named.bound in ("object", "party"):
            meant = moving or (named.fine and named.bound == "object")
            return meant and doc[named.preposition].head.i == token
        if named.bound == "to":
            return moving and doc[named.preposition].head.i == token
        return True

    def clauses(named: _Named) -> int:
        """How many verbs lie between a place and the trigger in the parse."""
        current, count = doc[named.preposition].head, 0
        while current.i not in numbers:
            if current.head.i == current.i:
                return _ELSEWHERE
            count += current.pos_ in ("VERB", "AUX")
            current = current.head
        over = above[1 : numbers[current.i] + 1]
        return count + sum(t.pos_ in ("VERB", "AUX") for t in over)

    def rank(named: _Named) -> tuple[int, bool, int]:
        return (clauses(named), not named.fine, abs(named.first - token))

    return min((p for p in places if fits(p)), key=rank, default=None)
