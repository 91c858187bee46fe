"""Where a verb's content stands: which tokens are what is said, thought, wished or judged."""

from __future__ import annotations

from communique.voices.cues import CueWord
from communique.voices.syntax import Syntax

__all__ = ["Range", "verb_contents"]

Range = tuple[int, int]
"""First and last token, both included."""

_QUOTES = frozenset({'"', "''", "``"})
_BREAKS = frozenset({",", "-", "--", "–", "—", ";", ":"}) | _QUOTES
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_STOPS = _BREAKS | {".", "and", "but", "while", "when", "after", "as", "in", "on", "at", "during"}
_PARTNERS = frozenset({"with", "against", "between", "among", "toward", "towards", "over"})
_GROUNDS = frozenset({"as", "for", "against", "over", "with", "about"})
_ADJUNCTS = frozenset({"npadvmod", "advmod", "prep", "dobj", "dative", "punct", "tmod", "prt"})


def verb_contents(syntax: Syntax, verb: int, cue: CueWord) -> list[Range]:
    """Token ranges of a verb's content, in order; empty where it has none.

    Finite clauses come first, then what the row's other frames name.
    """
    if "clause" in cue.frames or "quoted" in cue.frames:
        found = _around(syntax, verb) or _after(syntax, verb)
        if found:
            return found
    for frame in cue.frames:
        found = _by_frame(syntax, verb, frame, cue)
        if found:
            return [trimmed for r in found if (trimmed := syntax.trimmed(*r))]
    return []


def _by_frame(syntax: Syntax, verb: int, frame: str, cue: CueWord) -> list[Range]:
    if frame == "infinitive":
        return _infinitive(syntax, verb)
    if frame == "small":
        return _small(syntax, verb)
    if frame == "as":
        return _as(syntax, verb)
    if frame == "object":
        return _object(syntax, verb, cue)
    if frame == "person":
        return _infinitive(syntax, verb)
    if frame in {"clause", "quoted", "sentence"}:
        return []
    return _preposition(syntax, verb, frame)


def _after(syntax: Syntax, verb: int) -> list[Range]:
    """A finite clause that follows: "said (that) the talks had failed"."""
    for child in syntax.children[verb]:
        if child > verb and syntax.label[child] == "ccomp" and _is_clause(syntax, child):
            first, last = syntax.left[child], syntax.right[child]
            if first <= verb:
                first = verb + 1
            trimmed = syntax.trimmed(first, _extended(syntax, verb, first, last))
            return [trimmed] if trimmed else []
    return []


def _extended(syntax: Syntax, verb: int, first: int, last: int) -> int:
    """The clause's end where the parse broke off: in mid-phrase, or before its finite verb."""
    end = max(last, syntax.right[verb])
    if not any(syntax.tag[i] in _FINITE for i in range(first, last + 1)):
        return end if end > last else syntax.size - 1
    while last < end and syntax.word[last + 1] not in _STOPS:
        last += 1
    return last


def _is_clause(syntax: Syntax, head: int) -> bool:
    """Whether a clause is finite: it has a subject or a complementiser, and no "to" of its own."""
    labels = {syntax.label[c] for c in syntax.children[head]}
    if any(syntax.tag[c] == "TO" for c in syntax.children[head]):
        return any(syntax.tag[c].startswith("W") for c in syntax.children[head])
    return bool(labels & {"nsubj", "nsubjpass", "mark", "expl", "csubj"}) or any(
        syntax.tag[c].startswith("W") for c in syntax.children[head]
    )


def _around(syntax: Syntax, verb: int) -> list[Range]:
    """A clause before the cue, or on both sides: "The talks, she said, had failed"."""
    subject = syntax.subject(verb)
    begin = _group_start(syntax, verb, subject)
    if begin == 0 or syntax.word[begin - 1] not in _BREAKS:
        return []
    if syntax.word[begin - 1] not in _QUOTES and any(
        c > verb and syntax.label[c] == "ccomp" and _is_clause(syntax, c)
        for c in syntax.children[verb]
    ):
        return []
    if any(c > verb and syntax.word[syntax.left[c]] == "that" for c in syntax.children[verb]):
        return []
    finish = _group_end(syntax, verb, subject)
    before = _before(syntax, verb, begin)
    if before is None:
        return []
    ranges = [before]
    if finish + 1 < syntax.size and syntax.word[finish + 1] in _BREAKS:
        rest = _rest(syntax, verb, finish + 2)
        if rest:
            ranges.append(rest)
    return [trimmed for r in ranges if (trimmed := _trim_keeping_marks(syntax, r))]


def _group_start(syntax: Syntax, verb: int, subject: int | None) -> int:
    first = verb
    for child in syntax.children[verb]:
        if child < verb and syntax.label[child] in {"aux", "neg", "advmod", "auxpass"}:
            if child == first - 1 or syntax.word[child] not in _BREAKS:
                first = min(first, child)
    if subject is not None and subject < verb:
        first = min(first, syntax.left[subject])
    return first


def _group_end(syntax: Syntax, verb: int, subject: int | None) -> int:
    last = verb
    if subject is not None and subject > verb:
        last = max(last, syntax.right[subject])
    for child in sorted(syntax.children[verb]):
        if child == last + 1 or (child > last and syntax.left[child] == last + 1):
            if syntax.label[child] in _ADJUNCTS and syntax.word[child] not in _BREAKS:
                last = max(last, syntax.right[child])
    return last


def _before(syntax: Syntax, verb: int, begin: int) -> Range | None:
    """What precedes the cue's clause, if it is a clause or a quotation and not an adjunct."""
    end = begin - 1
    complement = next(
        (c for c in syntax.children[verb] if c < verb and syntax.label[c] == "ccomp"), None
    )
    if complement is not None and syntax.left[complement] < begin:
        return syntax.left[complement], end
    if syntax.word[end] in _QUOTES or (end and syntax.word[end - 1] in _QUOTES):
        return 0, end
    head = syntax.head[verb]
    if syntax.label[verb] == "advcl" and not _marked_as(syntax, verb):
        return None
    if syntax.label[verb] in {"parataxis", "ccomp", "advcl"} and head != verb:
        if syntax.left[head] < begin and syntax.left[verb] >= begin - 1:
            return syntax.left[head], end
    if syntax.head[verb] == verb and any(
        syntax.tag[i] in {"VBD", "VBZ", "VBP", "MD"} and syntax.head[i] != verb
        for i in range(begin)
        if syntax.label[i] not in {"advcl", "relcl"}
    ):
        opener = syntax.label[0]
        if opener not in {"prep", "mark", "advcl"}:
            return 0, end
    return None


def _marked_as(syntax: Syntax, verb: int) -> bool:
    """Whether a clause is a "as she said"."""
    return any(
        syntax.word[c] == "as" and syntax.label[c] in {"mark", "advmod"}
        for c in syntax.children[verb]
    )


def _rest(syntax: Syntax, verb: int, begin: int) -> Range | None:
    """What follows the cue's clause, if the clause before it goes on there."""
    if begin >= syntax.size:
        return None
    own = {begin}
    token = begin
    while token < syntax.size:
        if syntax.head[token] == verb and syntax.label[token] in {
            "advcl", "conj", "cc", "relcl", "prep", "acl", "npadvmod", "dobj",
        }:
            return None
        own.add(token)
        break
    chain = syntax.ancestors(begin)
    for step in [begin, *chain]:
        if syntax.head[step] == verb and syntax.label[step] in {"advcl", "conj", "prep", "cc"}:
            return None
        if syntax.head[step] == verb and syntax.label[step] == "punct":
            break
        if step == verb:
            break
    if syntax.word[begin] in {"adding", "citing", "referring", "noting", "speaking", "who", "which"}:
        return None
    return begin, syntax.size - 1


def _trim_keeping_marks(syntax: Syntax, found: Range) -> Range | None:
    return syntax.trimmed(*found)


def _infinitive(syntax: Syntax, verb: int) -> list[Range]:
    """"to leave the town", with the object that is to do it: "the rebels to leave"."""
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
    for child in syntax.children[verb]:
        if child > verb and syntax.word[child] == "as":
            thing = syntax.child(verb, "dobj")
            first = syntax.left[thing] if thing is not None and thing > verb else child + 1
            return [(min(first, child + 1), syntax.right[child])]
    return []


def _object(syntax: Syntax, verb: int, cue: CueWord) -> list[Range]:
    thing = syntax.child(verb, "dobj")
    if thing is None and syntax.is_passive(verb):
        thing = syntax.child(verb, "nsubjpass")
    if thing is None:
        return []
    gerund = syntax.left[thing], syntax.right[thing]
    if thing > verb and gerund[0] <= verb:
        return []
    if thing > verb and cue.act != "thought":
        return [(gerund[0], _with_partners(syntax, verb, gerund[1], _GROUNDS))]
    return [gerund]


def _preposition(syntax: Syntax, verb: int, word: str) -> list[Range]:
    for child in syntax.children[verb]:
        if child > verb and syntax.word[child] == word and syntax.label[child] in {"prep", "dative", "prt"}:
            if syntax.right[child] > child:
                return [(child + 1, _with_partners(syntax, verb, syntax.right[child]))]
            following = syntax.child(verb, "dobj", "pobj", "pcomp")
            if following is not None and following > child:
                return [(syntax.left[following], syntax.right[following])]
    thing = syntax.child(verb, "dobj")
    if thing is not None:
        for child in syntax.children[thing]:
            if child > thing and syntax.word[child] == word and syntax.right[child] > child:
                return [(child + 1, syntax.right[child])] if cue_takes_person(word) else []
    return []


def _with_partners(
    syntax: Syntax, verb: int, last: int, words: frozenset[str] = _PARTNERS
) -> int:
    """The end of a phrase with what the parse hung on the cue: "unity with one against another"."""
    for child in sorted(syntax.children[verb]):
        if child == last + 1 and syntax.label[child] == "prep" and syntax.word[child] in words:
            last = syntax.right[child]
    return last


def cue_takes_person(word: str) -> bool:
    """Whether the preposition may stand after the person addressed ("accused X of")."""
    return word in {"of", "for", "about", "against"}
