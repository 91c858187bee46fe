"""Where a verb's content stands: which tokens are what is said, thought, wished or judged."""

from __future__ import annotations

from communique.voices.clauses import Range, clause_ranges
from communique.voices.cues import CueWord
from communique.voices.syntax import Syntax

__all__ = ["verb_contents"]

_PARTNERS = frozenset({"with", "against", "between", "among", "toward", "towards", "over"})
_PREPOSITIONS = frozenset({"prep", "dative", "prt"})
_AFTER_PERSON = frozenset({"of", "for", "about", "against"})
_GROUNDS = frozenset({"as", "for", "against", "over", "with", "about"})


def verb_contents(syntax: Syntax, verb: int, cue: CueWord) -> list[Range]:
    """Token ranges of a verb's content, in order; empty where it has none.

    Finite clauses come first, then what the row's other frames name.
    """
    if "clause" in cue.frames or "quoted" in cue.frames:
        found = clause_ranges(syntax, verb, takes_object="person" in cue.frames)
        if found and ("clause" in cue.frames or _has_marks(syntax, found)):
            return found
    for frame in cue.frames:
        found = _by_frame(syntax, verb, frame, cue)
        if found:
            return [trimmed for r in found if (trimmed := syntax.trimmed(*r))]
    return []


def _has_marks(syntax: Syntax, ranges: list[Range]) -> bool:
    return any(
        syntax.word[i] in {'"', "''", "``"}
        for first, last in ranges
        for i in range(max(0, first - 1), min(syntax.size, last + 2))
    )


def _by_frame(syntax: Syntax, verb: int, frame: str, cue: CueWord) -> list[Range]:
    if frame in {"infinitive", "person"}:
        return _infinitive(syntax, verb)
    if frame == "small":
        return _small(syntax, verb)
    if frame == "as":
        return _as(syntax, verb)
    if frame == "object":
        return _object(syntax, verb, cue)
    if frame in {"clause", "quoted", "sentence"}:
        return []
    return _preposition(syntax, verb, frame)


def _infinitive(syntax: Syntax, verb: int) -> list[Range]:
    """What is to be done, with who is to do it where an object says so: "the rebels to leave"."""
    for child in syntax.children[verb]:
        if child < verb or syntax.label[child] not in {"xcomp", "ccomp", "advcl"}:
            continue
        if not any(syntax.tag[c] == "TO" for c in syntax.children[child]):
            continue
        if syntax.label[child] == "advcl" and syntax.word[syntax.left[child]] != "to":
            continue
        first = syntax.left[child]
        doer = syntax.child(verb, "dobj")
        if doer is not None and verb < doer < first:
            first = syntax.left[doer]
        if first > verb:
            return [(first, syntax.right[child])]
    return []


def _small(syntax: Syntax, verb: int) -> list[Range]:
    """An object and what it is called: "the deal a mistake"."""
    predicate = syntax.child(verb, "oprd", "xcomp", "ccomp", "acomp")
    thing = syntax.child(verb, "dobj")
    if predicate is None and thing is not None and thing > verb:
        judged = (c for c in syntax.children[thing] if syntax.label[c] in {"amod", "acomp"})
        if any(c > thing for c in judged):
            return [(syntax.left[thing], syntax.right[thing])]
    if predicate is None:
        objects = [c for c in syntax.children[verb] if c > verb and syntax.label[c] == "dobj"]
        predicate = objects[1] if len(objects) > 1 else None
    if predicate is None or predicate < verb:
        return []
    if any(syntax.tag[c] == "TO" for c in syntax.children[predicate]):
        return []
    parts = [predicate] + [
        c
        for c in syntax.children[verb]
        if c > verb and syntax.label[c] in {"dobj", "nsubj", "dative", "oprd", "ccomp", "acomp"}
    ]
    if len(parts) == 1 and syntax.right[predicate] == syntax.left[predicate]:
        return []
    first = min(syntax.left[part] for part in parts)
    return [(max(first, verb + 1), max(syntax.right[part] for part in parts))]


def _as(syntax: Syntax, verb: int) -> list[Range]:
    """An object and what it is described as: "the deal as a mistake"."""
    for child in syntax.children[verb]:
        if child > verb and syntax.word[child] == "as":
            thing = syntax.child(verb, "dobj")
            first = syntax.left[thing] if thing is not None and thing > verb else child + 1
            return [(min(first, child + 1), syntax.right[child])]
    return []


def _object(syntax: Syntax, verb: int, cue: CueWord) -> list[Range]:
    """A noun phrase with its grounds: "the general for the delay"."""
    thing = syntax.child(verb, "dobj")
    if thing is None and syntax.is_passive(verb):
        thing = syntax.child(verb, "nsubjpass")
    if thing is None:
        return _gerund(syntax, verb)
    first, last = syntax.left[thing], syntax.right[thing]
    second = _second_object(syntax, verb, thing)
    if second is not None:
        last = syntax.right[second]
    if thing > verb >= first:
        return []
    if thing < verb:
        return [(first, last), *_passive_as(syntax, verb)]
    if cue.act != "thought":
        last = _with_partners(syntax, verb, last, _GROUNDS)
    return [(first, last)]


def _passive_as(syntax: Syntax, verb: int) -> list[Range]:
    """What a thing is described as behind a passive cue: "was hailed as a start"."""
    for child in syntax.children[verb]:
        named = syntax.child(child, "pobj") if syntax.word[child] == "as" else None
        if child > verb and named is not None:
            last = syntax.right[named]
            by = [c for c in syntax.children[named] if syntax.word[c] == "by"]
            return [(child, min([last, *(c - 1 for c in by)]))]
    return []


def _second_object(syntax: Syntax, verb: int, thing: int) -> int | None:
    """What is promised or offered, where the parse gave the cue two objects."""
    objects = [c for c in syntax.children[verb] if c > verb and syntax.label[c] == "dobj"]
    return objects[-1] if thing > verb and len(objects) > 1 else None


def _gerund(syntax: Syntax, verb: int) -> list[Range]:
    """What somebody speaks of doing: "admitted using the fund"."""
    for child in syntax.children[verb]:
        complement = child > verb and syntax.label[child] in {"xcomp", "pcomp", "ccomp"}
        if complement and syntax.tag[child] == "VBG":
            return [(max(verb + 1, syntax.left[child]), syntax.right[child])]
    return []


def _preposition(syntax: Syntax, verb: int, word: str) -> list[Range]:
    """What a preposition brings: "called for talks", "accused the envoy of lying"."""
    for child in syntax.children[verb]:
        if child > verb and syntax.word[child] == word and syntax.label[child] in _PREPOSITIONS:
            if syntax.right[child] > child:
                return [(child + 1, _with_partners(syntax, verb, syntax.right[child]))]
            following = syntax.child(verb, "dobj", "pobj", "pcomp")
            if following is not None and following > child:
                return [(syntax.left[following], syntax.right[following])]
    person = syntax.child(verb, "dobj")
    if person is not None and word in _AFTER_PERSON:
        for child in syntax.children[person]:
            if child > person and syntax.word[child] == word and syntax.right[child] > child:
                return [(child + 1, syntax.right[child])]
    return []


def _with_partners(syntax: Syntax, verb: int, last: int, words: frozenset[str] = _PARTNERS) -> int:
    """The end of a phrase with what the parse hung on the cue: "unity with one against another"."""
    for child in sorted(syntax.children[verb]):
        if child == last + 1 and syntax.label[child] == "prep" and syntax.word[child] in words:
            last = syntax.right[child]
    return last
