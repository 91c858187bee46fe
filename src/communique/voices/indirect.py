"""Speech told by a verb of its sentence, and what stands "according to" somebody."""

from __future__ import annotations

from collections.abc import Iterator

from communique.records import Entity
from communique.voices.clauses import Range, clause_ranges
from communique.voices.contents import verb_contents
from communique.voices.cues import CueWord, lookup
from communique.voices.draft import Draft
from communique.voices.finder import Reading
from communique.voices.syntax import Syntax

__all__ = ["according_to", "verb_drafts"]

_PARTS = frozenset({",", "-", "--", "–", "—", "(", ")", '"', "''"})


def verb_drafts(reading: Reading, syntax: Syntax, acts: frozenset[str]) -> Iterator[Draft]:
    """Attributions of the sentence's verbs whose row is of one of these acts."""
    for verb in range(syntax.size):
        if not syntax.is_verb(verb) or syntax.label[verb] in {"aux", "auxpass", "amod"}:
            continue
        cue = lookup("verb", syntax.lemma[verb])
        if cue is None or cue.act not in acts:
            continue
        draft = _from_verb(reading, syntax, verb, cue)
        if draft is not None:
            yield draft


def _from_verb(reading: Reading, syntax: Syntax, verb: int, cue: CueWord) -> Draft | None:
    found = reading.speakers.of_verb(syntax, verb)
    marks = reading.inside_marks(syntax.span(verb, verb))
    if marks is not None and (found is None or syntax.start[found[0]] >= marks.span[0]):
        return None
    ranges = verb_contents(syntax, verb, cue)
    quoter = reading.speakers.quoter(syntax, verb)
    if quoter is not None and not ranges:
        ranges = clause_ranges(syntax, quoter, takes_object=True)
    if not ranges or _names_nothing(syntax, ranges) or _merely_possible(syntax, verb, cue):
        return None
    source = None
    if found is not None:
        source = reading.speakers.source(syntax, *found)
        if source is None:
            return None
    elif not syntax.is_passive(verb):
        return None
    return reading.draft(
        syntax, verb, cue, ranges, source, addressee=_addressee(reading, syntax, verb, cue)
    )


def _names_nothing(syntax: Syntax, ranges: list[Range]) -> bool:
    """Whether a content is one pronoun: "they want it"."""
    return all(
        first == last and syntax.tag[first] in {"PRP", "DT", "WDT", "WP", "EX", "RB", "IN"}
        for first, last in ranges
    )


def _merely_possible(syntax: Syntax, verb: int, cue: CueWord) -> bool:
    """Whether somebody could, or is to, think or want something, and is not told to do so."""
    if cue.act == "speech":
        return False
    return any(
        syntax.label[c] == "aux" and syntax.tag[c] in {"MD", "TO"} for c in syntax.children[verb]
    )


def _addressee(reading: Reading, syntax: Syntax, verb: int, cue: CueWord) -> Entity | None:
    """Who is told: the object of "told", what "to" brings, the subject of "was told"."""
    token: int | None = None
    if "person" in cue.frames:
        token = syntax.child(verb, "dobj", "dative")
        if token is None and syntax.is_passive(verb):
            token = syntax.child(verb, "nsubjpass")
    if token is None:
        for child in syntax.children[verb]:
            if syntax.word[child] == "to" and syntax.label[child] in {"prep", "dative"}:
                token = syntax.child(child, "pobj")
    if token is None or syntax.tag[token] == "IN":
        return None
    return reading.speakers.entity(syntax, token)


def according_to(reading: Reading, syntax: Syntax) -> Iterator[Draft]:
    """What stands according to somebody: "The bridge fell, according to the mayor"."""
    for token in range(syntax.size):
        cue = lookup("preposition", syntax.word[token])
        if cue is None:
            continue
        particle = syntax.child(token, "prep")
        named = syntax.child(token if particle is None else particle, "pobj")
        if named is None or (particle is None and not _names_source(syntax, token)):
            continue
        source = reading.speakers.source(syntax, named, "named after the preposition")
        ranges = _clause_without(syntax, token, named)
        if ranges and source is not None:
            draft = reading.draft(syntax, token, cue, ranges, source)
            if particle is not None:
                draft.cue = syntax.span(token, particle)
            yield draft


def _names_source(syntax: Syntax, token: int) -> bool:
    """Whether a bare preposition stands apart and before a name: ", per the ministry"."""
    return (
        token > 0
        and syntax.word[token - 1] == ","
        and syntax.tag[token + 1 : token + 2] in (["DT"], ["NNP"])
    )


def _clause_without(syntax: Syntax, token: int, named: int) -> list[Range]:
    """The clause round the phrase: the sentence where commas part it, else its verb's."""
    first, last = token, max(syntax.right[token], syntax.right[named])
    left, right = 0, syntax.size - 1
    verb = next((a for a in syntax.ancestors(token) if syntax.is_verb(a)), None)
    if token > 0 and verb is not None:
        if syntax.word[token - 1] not in _PARTS:
            left = syntax.left[verb]
        elif verb > last and syntax.label[verb] in {"relcl", "advcl", "ccomp"}:
            left, right = syntax.left[verb], syntax.right[verb]
    left = max([left, *(i + 1 for i in range(first) if syntax.word[i] == ";")])
    if token > 0 and right > last and syntax.word[last + 1] not in _PARTS:
        right = last
    ranges = [(left, first - 1), (last + 1, right)]
    return [t for r in ranges if r[0] <= r[1] and (t := syntax.trimmed(*r))]
