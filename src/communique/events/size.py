"""How many were killed, hurt or arrested, or took part."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

import msgspec
from msgspec import Struct

from communique.language.times import MONTHS, NUMBER_WORDS, SHORT_MONTHS, number_of
from communique.records import Size, SizeItem

if TYPE_CHECKING:
    from spacy.tokens import Token

    from communique.language import Sentence

__all__ = ["size_of"]

_DEPTH = 4
_NOUNS = {"NOUN", "PROPN", "PRON", "NUM"}
_PASSIVE = {"nsubjpass", "auxpass"}
_UNITS_BEHIND = re.compile(
    r"\s*(?:%|percent\b|per cent\b|[-–]\s?(?:year|month|week|day|hour|mile|nation|member|point|km)"
    rf"|(?:{'|'.join(MONTHS)})\b|(?:a\.?m|p\.?m)\b|:\d|km\b|(?:st|nd|rd|th)\b)",
    re.IGNORECASE,
)
_BEFORE = re.compile(
    r"(?:[$€£¥#:/.]|\b[A-Z]{1,3}-|\b(?:aged?|No\.|number|"
    rf"{'|'.join((*MONTHS, *SHORT_MONTHS))}))\s?$"
)
_NAMED = re.compile(r"\b(?:Article|Resolution|Flight|Group|Chapter|Section|Route|Unit|Gate)\s$")
_IN = re.compile(rf"\s+in\s+(?:every\s+)?(?=(?:\d+|{'|'.join(NUMBER_WORDS)})\b(?!,))")
_AGE = re.compile(r",\s*$")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")


class _Other(Struct, frozen=True):
    things: frozenset[str]
    rises: frozenset[str]
    none: tuple[str, ...]
    nobody_of: frozenset[str]
    casualties: frozenset[str]
    draws: frozenset[str]
    apart: frozenset[str]


class _Counts(Struct, frozen=True):
    verbs: dict[str, frozenset[str]]
    intransitive: dict[str, frozenset[str]]
    nouns: dict[str, frozenset[str]]
    states: dict[str, frozenset[str]]
    vague: dict[str, tuple[int, int]]
    multiples: dict[str, int]
    bounds: dict[str, tuple[str, ...]]
    other: _Other


@dataclass(frozen=True, slots=True)
class _Number:
    """A number of the text: its offsets in the sentence and what it can mean at least and most."""

    span: tuple[int, int]
    low: int | None
    high: int | None


@dataclass(frozen=True, slots=True)
class _Counted:
    """A number and the word of the parse, by its place, at which those counted hang together."""

    number: _Number
    of: int


@cache
def _counts() -> _Counts:
    source = files("communique.events") / "data" / "counts.toml"
    return msgspec.convert(tomllib.loads(source.read_text(encoding="utf-8")), _Counts)


def size_of(sentence: Sentence, event_type: str, token: int | None = None) -> Size | None:
    """Counts told with the event, or None. A number counts as dead, injured, arrested or taking
    part by the word that governs it; numbers of other things are left alone.

    Those that one act joins are added up ("two children and three women"). Where the event's
    trigger `token` is given, only counts of its own act are taken, not those of another that the
    sentence tells ("after clashes in which two were hurt").
    """
    counts = _counts()
    text = sentence.text
    found: dict[str, _Counted] = {}
    for number in (*_numbers(text), *_none(text)):
        head = _head(sentence, number)
        if head is None or (token is not None and not _of_act(head, sentence.doc[token])):
            continue
        for what in _kinds(head, number):
            first = _first(_whose(head))
            if what in counts.verbs:
                whole = number if what in found else _with_single_ones(number, first)
                found[what] = _with(found.get(what), _Counted(whole, first.i))
            elif event_type == "PROTEST":
                found.setdefault(what, _Counted(number, first.i))
    items = {what: _item(sentence, counted.number) for what, counted in found.items()}
    return Size(**items) if items else None


def _with(old: _Counted | None, new: _Counted) -> _Counted:
    """The first of several counts, or the sum of two that are joined."""
    if old is None:
        return new
    if old.of != new.of or 0 in {old.number.high, new.number.high}:
        return old
    low = (
        None
        if None in {old.number.low, new.number.low}
        else (old.number.low or 0) + (new.number.low or 0)
    )
    high = (
        None
        if None in {old.number.high, new.number.high}
        else (old.number.high or 0) + (new.number.high or 0)
    )
    return replace(old, number=_Number((old.number.span[0], new.number.span[1]), low, high))


def _with_single_ones(number: _Number, first: Token) -> _Number:
    """A number with the single people that are joined to those counted: "six men and a child"."""
    if number.high == 0:
        return number
    joined = [first, *_joined_to(first)]
    single = [t for t in joined if _is_one(t)]
    if not single:
        return number
    start = min(number.span[0], *(t.left_edge.idx for t in single))
    end = max(number.span[1], *(t.idx + len(t.text) for t in single))
    low = None if number.low is None else number.low + len(single)
    high = None if number.high is None else number.high + len(single)
    return _Number((start, end), low, high)


def _joined_to(noun: Token) -> Iterator[Token]:
    for child in noun.children:
        if child.dep_ == "conj" and child.pos_ in _NOUNS:
            yield child
            yield from _joined_to(child)


def _is_one(noun: Token) -> bool:
    """Whether a noun is one person: "a child", "the commander"."""
    if noun.tag_ != "NN" or _lemma(noun) in _counts().other.things:
        return False
    before = [c for c in noun.children if c.i < noun.i]
    named = any(c.dep_ == "det" and c.lower_ in {"a", "an", "the"} for c in before)
    return named and not any(c.dep_ == "nummod" for c in before)


def _item(sentence: Sentence, number: _Number) -> SizeItem:
    start, end = number.span
    return SizeItem(
        low=number.low,
        high=number.high,
        text=sentence.text[start:end],
        span=(sentence.start + start, sentence.start + end),
    )


def _any(words: Iterator[str] | tuple[str, ...] | list[str]) -> str:
    longest = sorted(words, key=len, reverse=True)
    return "|".join(w.replace(" ", r"\s+") for w in longest)


@cache
def _patterns() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """A number with its bounds; and one number alone."""
    counts = _counts()
    tens = _any([w for w, n in NUMBER_WORDS.items() if n >= 20])
    small = _any(list(NUMBER_WORDS))
    digits = r"\d{1,3}(?:,\d{3})+(?!\d|,\d)|\d+(?:\.\d+)?"
    plain = rf"(?:{digits}|(?:{tens})[- ](?:{small})|{small})"
    times = rf"(?:\s+(?:{_any(list(counts.multiples))}))"
    one = rf"(?:(?:half\s+)?an?{times}|{plain}{times}{{0,2}})"
    vague = _any(list(counts.vague))
    bounds = _any([p for phrases in counts.bounds.values() for p in phrases])
    whole = re.compile(
        rf"(?<![\w.,/-])(?<!\b[Nn]o )(?:(?P<from>from)\s+(?=\S+(?:\s+\S+)?\s+to\b))?"
        rf"(?P<words>(?:(?P<bound>{bounds})\s+)?(?:(?P<second>{bounds})\s+)?"
        rf"(?:(?P<vague>{vague})\b|(?:(?P<between>between)\s+)?(?P<a>{one})"
        rf"(?:(?:\s*[-–—]\s*|\s+(?:to|and|or)\s+)(?P<b>{one}))?(?![\w-]*[A-Za-z])))"
        rf"(?P<more>\s+or\s+more\b)?",
        re.IGNORECASE,
    )
    return whole, re.compile(one, re.IGNORECASE)


def _numbers(text: str) -> Iterator[_Number]:
    whole, _ = _patterns()
    position = 0
    ratio = -1
    while match := whole.search(text, position):
        position = match.end()
        number = _read(text, match)
        if number is None:
            position = max(match.start() + 1, match.start("b") if match["b"] else position)
            continue
        position = number.span[1]
        share = _IN.match(text, position)
        if share or match.start() == ratio:  # "one in five"
            ratio = share.end() if share else -1
            continue
        if not _other(text, match, number):
            yield number


def _other(text: str, match: re.Match[str], number: _Number) -> bool:
    """Whether the words around a number say that it is no number of people."""
    start, end = number.span
    if _UNITS_BEHIND.match(text, end) or _NAMED.search(text[:start]):
        return True
    first = match.start("vague") if match["vague"] else match.start("a")
    if _BEFORE.search(text[:first]):
        return True
    return bool(_AGE.search(text[:start]) and text[end : end + 1] == ",")


def _read(text: str, match: re.Match[str]) -> _Number | None:
    """A match as a number; what "and" or "to" joins is a range only where it can be one."""
    start, end = match.span("words")
    bound = _bound(match["second"]) or _bound(match["bound"])
    if match["vague"]:
        low, high = _counts().vague[re.sub(r"\s+", " ", match["vague"].lower())]
        return _bounded((start, end), low, high or None, bound)
    first = _value(match["a"])
    last = _value(match["b"]) if match["b"] else None
    if first is None:
        return None
    if last is not None:
        joined = text[match.end("a") : match.start("b")].strip().lower()
        if joined == "to" and match["from"]:
            return _Number(match.span("b"), last, last)
        if joined in {"and", "or"} and not (joined == "or" and last == first + 1):
            last = last if match["between"] else None
        if last is not None and first < last:
            scaled = _scaled(match["a"], first, match["b"], last)
            return _Number((start, end), scaled, last)
        end = match.end("a")
    elif match["between"]:
        return None
    if match["more"]:
        return _Number((start, match.end()), first, None)
    if bound is None and _YEAR.fullmatch(match["a"]):
        return None if not _counts_people(text[end:]) else _Number((start, end), first, first)
    return _bounded((start, end), first, first, bound)


def _counts_people(rest: str) -> bool:
    return bool(re.match(r"\s+[a-z]{3,}", rest)) and not re.match(
        r"\s+(?:in|on|at|by|and|to|for|after|when|with)\b", rest
    )


def _scaled(a: str, first: int, b: str, last: int) -> int:
    """The lower end of "two to three million"."""
    multiples = _counts().multiples
    own = [m for m in multiples if re.search(rf"\b{m}\b", b, re.IGNORECASE)]
    if own and not any(re.search(rf"\b{m}\b", a, re.IGNORECASE) for m in multiples):
        return first * multiples[own[-1]]
    return first


def _bound(words: str | None) -> str | None:
    if not words:
        return None
    plain = re.sub(r"\s+", " ", words.lower())
    return next(name for name, phrases in _counts().bounds.items() if plain in phrases)


def _bounded(span: tuple[int, int], low: int, high: int | None, bound: str | None) -> _Number:
    if bound == "at_least":
        return _Number(span, low, None)
    if bound == "above":
        return _Number(span, low + 1, None)
    if bound == "at_most":
        return _Number(span, None, high)
    if bound == "below":
        return _Number(span, None, None if high is None else high - 1)
    return _Number(span, low, high)


def _value(words: str) -> int | None:
    """The whole number that words or digits say: "2.5 million", "a dozen", "two hundred"."""
    multiples = _counts().multiples
    parts = re.sub(r"\s+", " ", words.lower()).split(" ")
    scale = 1
    while parts and parts[-1] in multiples:
        scale *= multiples[parts.pop()]
    plain = " ".join(parts)
    if plain in {"", "a", "an"}:
        return scale
    if plain in {"half a", "half an"}:
        return scale // 2
    if re.fullmatch(r"\d+\.\d+", plain):
        return round(float(plain) * scale) if scale > 1 else None
    number = number_of(plain)
    return None if number is None else number * scale


def _none(text: str) -> Iterator[_Number]:
    """ "No one", "no civilians": nought."""
    for match in _none_pattern().finditer(text):
        yield _Number(match.span(), 0, 0)


@cache
def _none_pattern() -> re.Pattern[str]:
    other = _counts().other
    nouns = _any(sorted(other.nobody_of))
    return re.compile(
        rf"\b(?:{_any(other.none)}|no(?=\s+(?:\w+\s+)?(?:{nouns}|casualties|fatalities|injuries)s?\b))\b",
        re.IGNORECASE,
    )


def _head(sentence: Sentence, number: _Number) -> Token | None:
    """The word of a number that is highest in the parse; where the parser took "around" for a
    preposition, the noun behind."""
    start, end = number.span
    inside = [t for t in sentence.doc if start <= t.idx < end and not t.is_punct and not t.is_space]
    top = min(inside, key=lambda t: sum(1 for _ in t.ancestors), default=None)
    if top is None or top.pos_ not in {"ADP", "SCONJ"}:
        return top
    behind = sentence.doc[inside[-1].i + 1] if inside[-1].i + 1 < len(sentence.doc) else None
    return behind if behind is not None and behind.pos_ == "NOUN" else inside[-1]


def _of_act(head: Token, trigger: Token) -> bool:
    """Whether a number belongs to the act of a trigger, not to another one of the sentence."""
    over = {t.i for t in (trigger, *trigger.ancestors)}
    current = head
    while current.i not in over:
        if current.dep_ in {"relcl", "acl"} and current.head.i != trigger.i:
            return False
        if _sets_apart(current):
            return False
        current = current.head
    meet, current = current, trigger
    while current.i != meet.i:
        if _sets_apart(current) or (current.dep_ == "relcl" and current.i != head.i):
            return False
        current = current.head
    return True


def _sets_apart(word: Token) -> bool:
    """Whether a word begins what was before or after: "after clashes", "since rebels attacked"."""
    apart = _counts().other.apart
    if word.dep_ == "prep" and word.lower_ in apart:
        return any(c.pos_ not in {"NUM"} for c in word.children)
    if word.dep_ in {"advcl", "pcomp"}:
        return any(c.dep_ == "mark" and c.lower_ in apart for c in word.children)
    return False


def _whose(head: Token) -> Token:
    return _noun(head) or head


def _kinds(head: Token, number: _Number) -> list[str]:
    """What a number counts: one thing, or for nought all that is told together."""
    beside = _beside(head, number)
    if beside is not None:
        return [beside]
    noun = _noun(head)
    if noun is None:
        return []
    if number.high == 0:
        return list(_all_kinds(noun))
    found = _done_to(noun) or _own(noun, head) or _in_relation(noun)
    return [found] if found else []


def _all_kinds(noun: Token) -> Iterator[str]:
    """What nought counts: "no one was killed or injured", "no casualties"."""
    counts = _counts()
    if _lemma(noun) in counts.other.casualties:
        yield from ("dead", "injured")
        return
    if kind := _done_to(noun) or _own(noun) or _kind(counts.nouns, (_lemma(noun),)):
        yield kind
    others = [c for c in noun.children if c.dep_ == "conj"]
    if noun.dep_ in {"nsubjpass", "nsubj"}:
        others += [c for c in noun.head.children if c.dep_ == "conj"]
    for other in others:
        keys = (*_keys(other), _lemma(other))
        if kind := _kind(counts.verbs, keys) or _kind(counts.nouns, keys):
            yield kind


def _beside(head: Token, number: _Number) -> str | None:
    """ "12 dead", "30 others injured": the state of those counted, right behind their number."""
    doc = head.doc
    rest = [t for t in doc if t.idx >= number.span[1] and not t.is_space][:3]
    for position, token in enumerate(rest):
        kind = next((k for k, w in _counts().states.items() if token.lower_ in w), None)
        if kind is not None:
            following = doc[token.i + 1] if token.i + 1 < len(doc) else None
            if token.tag_ == "JJ" and following is not None and following.pos_ in {"NOUN"}:
                return kind
            return None if _has_object(token) else kind
        if position or token.pos_ not in {"NOUN", "ADJ", "PRON"} or token.dep_ == "prep":
            return None
        if _lemma(token) in _counts().other.things:
            return None
    return None


def _has_object(verb: Token) -> bool:
    """Whether a participle is a verb in the active: "two gunmen killed 12"."""
    if verb.pos_ not in {"VERB", "AUX"}:
        return False
    if any(c.dep_ in {"dobj", "dative"} for c in verb.children):
        return True
    following = [t for t in verb.doc[verb.i + 1 : verb.i + 4] if not t.is_space]
    return (
        bool(following)
        and (
            following[0].pos_ in {"NUM", "DET", "PROPN"} or following[0].lower_ in {"at", "dozens"}
        )
        and not (following[0].lower_ == "at" and following[-1].lower_ != "least")
    )


def _lemma(token: Token) -> str:
    return token.lemma_.lower()


def _noun(head: Token) -> Token | None:
    """The word whose number it is; None where that is no people."""
    noun = head
    while noun.dep_ in {"nummod", "quantmod", "compound", "det", "amod", "advmod"} and (
        noun.head.i != noun.i and noun.head.pos_ in {*_NOUNS, "ADJ"}
    ):
        if noun.dep_ == "nummod" and noun.head.i < noun.i and noun.head.pos_ == "PROPN":
            return None  # "Flight 370"
        noun = noun.head
    if noun.dep_ in {"advmod", "quantmod", "npadvmod"} and noun.i == head.i:
        return None
    if _lemma(noun) in _counts().other.things:
        return None
    of = [g for c in noun.children if c.dep_ == "prep" and c.lower_ == "of" for g in c.children]
    if noun.i == head.i and any(_lemma(g) in _counts().other.things for g in of):
        return None
    return noun


def _kind(table: dict[str, frozenset[str]], keys: tuple[str, ...]) -> str | None:
    return next((k for key in keys for k, words in table.items() if key in words), None)


def _keys(verb: Token) -> tuple[str, ...]:
    """A verb with its particle, object or preposition, then alone."""
    lemma = _lemma(verb)
    keys: list[str] = []
    for child in verb.children:
        if child.dep_ in {"prt", "advmod", "acomp", "oprd", "prep", "dobj"}:
            keys.append(f"{lemma} {_lemma(child)}")
        if child.dep_ == "prep":
            keys += [f"{lemma} {_lemma(child)} {_lemma(g)}" for g in child.children]
            keys += [f"{lemma} {_lemma(g)}" for g in child.children if child.lower_ == "to"]
    return (*keys, lemma)


def _passive(verb: Token) -> bool:
    if any(c.dep_ in _PASSIVE for c in verb.children):
        return True
    return verb.tag_ == "VBN" and not any(c.dep_ in {"dobj", "aux"} for c in verb.children)


def _own(noun: Token, head: Token | None = None) -> str | None:
    """What the noun itself says that is counted: "40 arrests", "a crowd of 5,000"."""
    counts = _counts()
    kind = _kind(counts.nouns, (_lemma(noun),))
    alone = head is not None and noun.i == head.i
    if kind and not alone:
        return kind
    for child in noun.children:
        if child.dep_ == "amod" and child.i < noun.i:
            state = next((k for k, w in counts.states.items() if child.lower_ in w), None)
            if state:
                return state
        if child.dep_ == "prep" and child.lower_ == "of" and alone:
            inner = [_kind(counts.nouns, (_lemma(g),)) for g in child.children]
            if found := next((k for k in inner if k), None):
                return found
    if noun.dep_ == "pobj" and noun.head.lower_ == "of":
        return _kind(counts.nouns, (_lemma(noun.head.head),))
    return _told_as_toll(noun)


def _told_as_toll(noun: Token) -> str | None:
    """ "The death toll rose to 41"."""
    if noun.dep_ not in {"pobj", "dobj", "attr"}:
        return None
    verb = noun.head
    if noun.dep_ == "pobj" and verb.lower_ not in {"to", "at"}:
        return None
    while verb.dep_ == "prep":
        verb = verb.head
    if noun.dep_ == "pobj" and verb.i == noun.head.i:
        return None
    if _lemma(verb) not in {*_counts().other.rises, "be"}:
        return None
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass", "dobj"}]
    counted = [s for s in subjects if s.i != noun.i]
    if verb.dep_ in {"acl", "relcl"}:
        counted.append(verb.head)  # "the crowd, put at 10,000"
    for subject in counted:
        of = [g for c in subject.children if c.lower_ == "of" for g in c.children]
        names = (_lemma(subject), *(_lemma(g) for g in of))
        names = (*(_lemma(c) for c in subject.children if c.dep_ == "compound"), *reversed(names))
        if kind := _kind(_counts().nouns, names):
            return kind
    return None


def _first(noun: Token) -> Token:
    while noun.dep_ == "conj" and noun.head.pos_ in _NOUNS:
        noun = noun.head
    return noun


def _done_to(noun: Token) -> str | None:
    """What is done to those counted, or what they do, by the verb that governs them."""
    counts = _counts()
    for child in noun.children:
        if child.dep_ in {"acl", "relcl"} and (kind := _modifying(child)):
            return kind
    first = _first(noun)
    verb = first.head
    if first.dep_ in {"dobj", "obj"}:
        return _kind(counts.verbs, _keys(verb)) or _resulting(verb, first) or _drawn(verb)
    if first.dep_ == "nsubjpass":
        return _passive_kind(verb)
    if first.dep_ == "nsubj":
        return _kind(counts.intransitive, _keys(verb)) or _passive_kind(verb, active=True)
    if first.dep_ == "pobj" and first.head.lower_ == "by":
        return _only_taking_part(_kind(counts.intransitive, _keys(verb.head)))
    if first.dep_ in {"nummod", "amod", "compound", "attr", "ROOT", "appos"}:
        return next((k for k, w in counts.states.items() if verb.lower_ in w), None)
    return None


def _only_taking_part(kind: str | None) -> str | None:
    return kind if kind == "taking_part" else None


def _modifying(verb: Token) -> str | None:
    """What a clause behind those counted tells of them: "12 who died", "30 people wounded by"."""
    counts = _counts()
    relative = next((c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
    if _passive(verb):
        return _kind(counts.verbs, _keys(verb)) or _kind(counts.intransitive, _keys(verb))
    if relative is None or relative.lower_ in {"who", "that", "which"}:
        return _kind(counts.intransitive, _keys(verb))
    return _kind(counts.verbs, _keys(verb))  # "the 12 people whom they killed"


def _passive_kind(verb: Token, *, active: bool = False) -> str | None:
    """What a passive says of its subject, or a verb that shares it: "were shot and killed"."""
    counts = _counts()
    current: Token | None = verb
    for _ in range(_DEPTH):
        if current is None:
            return None
        keys = _keys(current)
        done = not active or (_passive(current) and current.i != verb.i)
        if done and (kind := _kind(counts.verbs, keys)):
            return kind
        if current.i != verb.i and (kind := _kind(counts.intransitive, keys)):
            return kind
        if kind := _state_of(current):
            return kind
        current = next(
            (
                c
                for c in current.children
                if c.dep_ in {"xcomp", "conj", "oprd", "acomp"}
                and not any(d.dep_ in {"nsubj", "nsubjpass"} for d in c.children)
            ),
            None,
        )
    return None


def _state_of(verb: Token) -> str | None:
    """ "Five were dead", "12 lay wounded"."""
    states = _counts().states
    for child in verb.children:
        if child.dep_ in {"acomp", "attr", "oprd", "advcl"}:
            found = next((k for k, w in states.items() if child.lower_ in w), None)
            if found:
                return found
    return None


def _resulting(verb: Token, noun: Token) -> str | None:
    """ "Left five people dead", "saw 40 arrested"."""
    states = _counts().states
    for child in (*verb.children, *noun.children):
        if child.i > noun.i and child.dep_ in {"oprd", "acomp", "amod", "acl", "ccomp", "xcomp"}:
            found = next((k for k, w in states.items() if child.lower_ in w), None)
            if found:
                return found
    return None


def _drawn(verb: Token) -> str | None:
    """ "The rally drew 5,000 people"."""
    if _lemma(verb) not in _counts().other.draws:
        return None
    names = tuple(_lemma(c) for c in verb.children if c.dep_ == "nsubj")
    return _only_taking_part(_kind(_counts().nouns, names))


def _in_relation(noun: Token) -> str | None:
    """Those counted as the subject of a clause that tells their state: "left 30 injured"."""
    verb = _first(noun).head
    if noun.dep_ == "nsubj" and verb.dep_ in {"ccomp", "conj"}:
        return next((k for k, w in _counts().states.items() if verb.lower_ in w), None)
    return None
