"""Where a finite clause that somebody says stands: after the cue, before it, or round it."""

from __future__ import annotations

from communique.voices.syntax import Syntax

__all__ = ["Range", "clause_ranges"]

Range = tuple[int, int]
"""First and last token, both included."""

_QUOTES = frozenset({'"', "''", "``"})
_BREAKS = frozenset({",", "-", "--", "–", "—", ";", ":"}) | _QUOTES
_ADJUNCTS = frozenset({"npadvmod", "advmod", "prep", "dobj", "dative", "punct", "prt"})
_ASIDES = frozenset({"advcl", "conj", "cc", "relcl", "prep", "acl", "npadvmod", "dobj"})
_FINITE = frozenset({"VBD", "VBZ", "VBP", "MD"})
_STOPS = _BREAKS | {".", "and", "but", "while", "when", "after", "as", "in", "on", "at", "during"}


def clause_ranges(syntax: Syntax, verb: int, *, takes_object: bool) -> list[Range]:
    """Token ranges of the clause that a cue brings; two where the cue stands in its middle.

    A cue with an object brings no clause before it, unless `takes_object` (as "told" does).
    """
    objects = [c for c in syntax.children[verb] if c > verb and syntax.label[c] == "dobj"]
    if objects and not takes_object:
        return _after(syntax, verb)
    return _around(syntax, verb) or _after(syntax, verb) or _introduced(syntax, verb)


def _after(syntax: Syntax, verb: int) -> list[Range]:
    """A clause that follows: "said (that) the talks had failed"."""
    complement = _complement_after(syntax, verb)
    if complement is None:
        return []
    first = max(syntax.left[complement], verb + 1)
    last = _extended(syntax, verb, first, syntax.right[complement])
    trimmed = syntax.trimmed(first, last)
    return [trimmed] if trimmed else []


def _complement_after(syntax: Syntax, verb: int) -> int | None:
    for child in syntax.children[verb]:
        if child > verb and syntax.label[child] == "ccomp" and _is_finite(syntax, child):
            return child
    return _complement_of_carrier(syntax, verb)


def _complement_of_carrier(syntax: Syntax, verb: int) -> int | None:
    """A clause that the parse hung on a noun beside the cue: "said in a statement that ..."."""
    for link in syntax.children[verb]:
        noun = syntax.child(link, "pobj") if link > verb and syntax.label[link] == "prep" else None
        if noun is None:
            continue
        for child in syntax.children[noun]:
            opens = syntax.word[syntax.left[child]] == "that" and syntax.left[child] > noun
            subject = syntax.subject(child)
            if opens and subject is not None and syntax.left[subject] > syntax.left[child]:
                return child
    return None


def _is_finite(syntax: Syntax, head: int) -> bool:
    """Whether a clause has a subject, a complementiser or a question word, and no "to"."""
    asks = any(syntax.tag[c].startswith("W") for c in syntax.children[head])
    if any(syntax.tag[c] == "TO" for c in syntax.children[head]):
        return asks
    labels = {syntax.label[c] for c in syntax.children[head]}
    return asks or bool(labels & {"nsubj", "nsubjpass", "mark", "expl", "csubj"})


def _extended(syntax: Syntax, verb: int, first: int, last: int) -> int:
    """The clause's end where the parse broke off: in mid-phrase, or before its finite verb."""
    end = max(last, syntax.right[verb])
    if not any(syntax.tag[i] in _FINITE for i in range(first, last + 1)):
        return end if end > last else syntax.size - 1
    while last < end and syntax.word[last + 1] not in _STOPS:
        last += 1
    return last


def _around(syntax: Syntax, verb: int) -> list[Range]:
    """A clause before the cue, or on both sides: "The talks, she said, had failed"."""
    subject = syntax.subject(verb)
    begin = _group_start(syntax, verb, subject)
    if begin > 0 and _marked_as(syntax, verb) and syntax.word[begin - 1] == "as":
        begin -= 1
    if begin == 0 or syntax.word[begin - 1] not in _BREAKS - {";", ":"}:
        return []
    if syntax.word[begin - 1] not in _QUOTES and _complement_after(syntax, verb) is not None:
        return []
    if any(c > verb and syntax.word[syntax.left[c]] == "that" for c in syntax.children[verb]):
        return []
    finish = _group_end(syntax, verb, subject)
    if _interrupts(syntax, begin, finish):
        both = [(0, begin - 1), (finish + 1, syntax.size - 1)]
        return [trimmed for r in both if (trimmed := syntax.trimmed(*r))]
    before = _before(syntax, verb, begin)
    if before is None:
        return []
    ranges = [before]
    rest = _rest(syntax, verb, finish + 1)
    if rest is not None:
        ranges.append(rest)
    return [trimmed for r in ranges if (trimmed := syntax.trimmed(*r))]


def _interrupts(syntax: Syntax, begin: int, finish: int) -> bool:
    """Whether the cue's words stand between a subject and its verb: "These, she said, were"."""
    after = finish + 2
    return (
        after < syntax.size
        and syntax.word[after - 1] == ","
        and syntax.tag[after] in _FINITE
        and not any(syntax.tag[i] in _FINITE or syntax.tag[i] == "IN" for i in range(begin))
    )


def _introduced(syntax: Syntax, verb: int) -> list[Range]:
    """The clause that an "As she said," opens."""
    head = syntax.head[verb]
    if syntax.label[verb] != "advcl" or head < verb or not _marked_as(syntax, verb):
        return []
    begin = syntax.right[verb] + 2
    if begin >= syntax.size or syntax.word[begin - 1] != ",":
        return []
    trimmed = syntax.trimmed(begin, syntax.right[head])
    return [trimmed] if trimmed else []


def _group_start(syntax: Syntax, verb: int, subject: int | None) -> int:
    """The first token of the cue's own words: auxiliaries, adverbs, a subject before it."""
    first = verb
    for child in syntax.children[verb]:
        if child < verb and syntax.label[child] in {"aux", "neg", "advmod", "auxpass"}:
            first = min(first, child)
    if subject is not None and subject < verb:
        first = min(first, syntax.left[subject])
    return first


def _group_end(syntax: Syntax, verb: int, subject: int | None) -> int:
    """The last token of the cue's own words: a subject after it, a day, a place, an addressee."""
    last = verb if subject is None or subject < verb else syntax.right[subject]
    for child in sorted(syntax.children[verb]):
        follows = child > last and syntax.left[child] == last + 1
        if follows and syntax.label[child] in _ADJUNCTS and syntax.word[child] not in _BREAKS:
            last = syntax.right[child]
    return last


def _before(syntax: Syntax, verb: int, begin: int) -> Range | None:
    """What precedes the cue's words, if it is a clause or a quotation and not an adjunct."""
    end = begin - 1
    for child in syntax.children[verb]:
        if child < verb and syntax.label[child] == "ccomp" and syntax.left[child] < begin:
            return syntax.left[child], end
    if syntax.word[end] in _QUOTES or (end and syntax.word[end - 1] in _QUOTES):
        return 0, end
    label, head = syntax.label[verb], syntax.head[verb]
    apart = label == "advcl" and (_marked_as(syntax, verb) or _is_unmarked(syntax, verb))
    if label in {"parataxis", "ccomp"} or apart:
        opening = _opening(syntax, verb, begin) if apart else syntax.left[verb]
        if head != verb and syntax.left[head] < begin <= opening + 1:
            return syntax.left[head], end
    elif head == verb and syntax.label[0] not in {"prep", "mark", "advcl"}:
        finite = (i for i in range(begin) if syntax.tag[i] in _FINITE and syntax.head[i] != verb)
        if any(syntax.label[i] not in {"advcl", "relcl"} for i in finite):
            return 0, end
    return None


def _opening(syntax: Syntax, verb: int, begin: int) -> int:
    """The first token of a clause without the adjuncts before it that belong to what is said."""
    first = begin
    for child in syntax.children[verb]:
        if child < begin and syntax.label[child] not in {"prep", "npadvmod", "advmod", "punct"}:
            first = min(first, syntax.left[child])
    return first


def _is_unmarked(syntax: Syntax, verb: int) -> bool:
    """Whether a finite clause with its own subject has no word that would join it to another."""
    joins = any(
        syntax.label[c] == "mark" or syntax.tag[c].startswith("W") for c in syntax.children[verb]
    )
    return syntax.tag[verb] in _FINITE and syntax.subject(verb) is not None and not joins


def _marked_as(syntax: Syntax, verb: int) -> bool:
    """Whether a clause is an "as she said"."""
    return any(
        syntax.word[c] == "as" and syntax.label[c] in {"mark", "advmod"}
        for c in syntax.children[verb]
    )


def _rest(syntax: Syntax, verb: int, begin: int) -> Range | None:
    """What follows the cue's words after a break, if the clause before them goes on there."""
    begin += 1
    if begin >= syntax.size or syntax.word[begin - 1] not in _BREAKS:
        return None
    for step in [begin, *syntax.ancestors(begin)]:
        if step == verb:
            break
        if syntax.head[step] == verb and syntax.label[step] in _ASIDES:
            return None
    if syntax.tag[begin] == "VBG" or syntax.tag[begin].startswith("W"):
        return None
    return begin, syntax.size - 1
