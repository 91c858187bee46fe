"""Beliefs, wishes and judgements ascribed to somebody; claims and fears told by a noun or an
adjective; what is "reportedly" so."""

from __future__ import annotations

from collections.abc import Iterator

from communique.voices.clauses import Range
from communique.voices.cues import CueWord, lookup
from communique.voices.draft import Draft, Source
from communique.voices.finder import Reading
from communique.voices.speaker import unnamed
from communique.voices.syntax import Syntax

__all__ = ["adjective_drafts", "adverb_drafts", "noun_drafts"]

_COPULAS = frozenset({"be", "seem", "feel", "remain", "appear", "become", "sound", "look", "grow"})


def noun_drafts(reading: Reading, syntax: Syntax) -> Iterator[Draft]:
    """ "The minister's claim that the talks had failed", "plans to leave"."""
    for noun in range(syntax.size):
        if syntax.tag[noun] not in {"NN", "NNS"}:
            continue
        cue = lookup("noun", syntax.lemma[noun])
        if cue is None or reading.inside_marks(syntax.span(noun, noun)) is not None:
            continue
        found = reading.speakers.of_noun(syntax, noun)
        content = _noun_content(syntax, noun, cue, owned=found is not None)
        if content is None:
            continue
        source = None if found is None else reading.speakers.source(syntax, *found)
        if found is not None and source is None:
            continue
        yield reading.draft(syntax, noun, cue, [content], source)


def _noun_content(syntax: Syntax, noun: int, cue: CueWord, owned: bool) -> Range | None:
    for frame in cue.frames:
        for child in syntax.children[noun]:
            if child < noun:
                continue
            if syntax.label[child] in {"acl", "ccomp", "relcl", "xcomp"}:
                inner = [syntax.word[c] for c in syntax.children[child] if c < child]
                if frame == "clause" and syntax.word[syntax.left[child]] == "that":
                    marks = [c for c in syntax.children[child] if syntax.label[c] == "mark"]
                    if marks or "that" not in inner:
                        return syntax.trimmed(syntax.left[child], syntax.right[child])
                if frame == "infinitive" and "to" in inner and owned:
                    return syntax.trimmed(syntax.left[child], syntax.right[child])
            if syntax.word[child] == frame and owned and syntax.right[child] > child:
                return syntax.trimmed(child + 1, syntax.right[child])
    return None


def adjective_drafts(reading: Reading, syntax: Syntax) -> Iterator[Draft]:
    """ "The minister was confident that the talks would fail"."""
    for token in range(syntax.size):
        if syntax.label[token] not in {"acomp", "conj", "ROOT", "ccomp", "oprd", "advcl", "relcl"}:
            continue
        cue = lookup("adjective", syntax.word[token])
        if cue is None or reading.inside_marks(syntax.span(token, token)) is not None:
            continue
        verb = token if syntax.subject(token) is not None else syntax.head[token]
        if verb != token and syntax.lemma[verb] not in _COPULAS:
            continue
        content = _adjective_content(syntax, token, verb, cue)
        subject = syntax.subject(verb)
        found = (
            reading.speakers.of_verb(syntax, verb)
            if subject is None
            else (subject, "subject of the cue")
        )
        if content is None or found is None:
            continue
        source = reading.speakers.source(syntax, *found)
        if source is not None and syntax.word[found[0]] != "it":
            yield reading.draft(syntax, token, cue, [content], source)


def _adjective_content(syntax: Syntax, token: int, verb: int, cue: CueWord) -> Range | None:
    for frame in cue.frames:
        for child in [*syntax.children[token], *syntax.children[verb]]:
            if child <= token:
                continue
            inner = [syntax.word[c] for c in syntax.children[child] if c < child]
            label = syntax.label[child]
            clausal = label in {"ccomp", "xcomp", "advcl", "acl"}
            if frame == "clause" and label == "ccomp" and "to" not in inner:
                return syntax.trimmed(syntax.left[child], syntax.right[child])
            if frame == "infinitive" and clausal and "to" in inner:
                return syntax.trimmed(syntax.left[child], syntax.right[child])
            if syntax.word[child] == frame and syntax.right[child] > child:
                return syntax.trimmed(child + 1, syntax.right[child])
    return None


def adverb_drafts(reading: Reading, syntax: Syntax) -> Iterator[Draft]:
    """ "Two convoys reportedly crossed the border": the clause is somebody's, nobody says whose."""
    for token in range(syntax.size):
        if syntax.label[token] != "advmod":
            continue
        cue = lookup("adverb", syntax.word[token])
        if cue is None or reading.inside_marks(syntax.span(token, token)) is not None:
            continue
        head = syntax.head[token]
        pieces = [(syntax.left[head], token - 1), (token + 1, syntax.right[head])]
        ranges = [t for r in pieces if r[0] <= r[1] and (t := syntax.trimmed(*r))]
        if ranges:
            source = Source(entity=unnamed(), reason="the adverb names nobody")
            yield reading.draft(syntax, token, cue, ranges, source)
