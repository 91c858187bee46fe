"""Sentences that only name a source: of what stands before ("The newspaper reported.") or after
("The mayor added:")."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice, takewhile

from communique.records import Span
from communique.voices.cues import lookup
from communique.voices.draft import Draft
from communique.voices.finder import Reading
from communique.voices.near import Near
from communique.voices.syntax import Syntax

__all__ = ["closing_drafts"]

_LONGEST = 10


def closing_drafts(reading: Reading, drafts: list[Draft]) -> Iterator[Draft]:
    """Drafts whose content is the saying, or else the sentence, that such a sentence closes."""
    cued = {d.cue for d in drafts}
    near = Near(reading.parsed, drafts)
    for syntax in reading.syntaxes:
        announces = syntax.sentence.text.endswith(":")
        verb = _last_cue(syntax) if announces else _bare_cue(syntax)
        if verb is None or reading.cue_span(syntax, verb) in cued:
            continue
        cue = lookup("verb", syntax.lemma[verb])
        found = reading.speakers.of_verb(syntax, verb)
        source = None if found is None else reading.speakers.source(syntax, *found)
        content = _announced(reading, syntax) if announces else _closed(reading, syntax, near)
        if cue is None or source is None or content is None:
            continue
        yield Draft(
            sentence=syntax.sentence.number,
            spans=[content],
            kind=reading.kind_of([content], "indirect"),
            cue=reading.cue_span(syntax, verb),
            cue_kind=cue.kind,
            source=source,
            cue_token=verb,
        )


def _last_cue(syntax: Syntax) -> int | None:
    """The cue of speech that stands last in a sentence which ends with a colon."""
    for verb in range(syntax.size - 1, -1, -1):
        if syntax.is_verb(verb):
            cue = lookup("verb", syntax.lemma[verb])
            return verb if cue is not None and cue.quotes and cue.act == "speech" else None
    return None


def _announced(reading: Reading, syntax: Syntax) -> Span | None:
    """The paragraph after a sentence that ends with a colon and its own paragraph."""
    later = islice(reading.parsed.sentences, syntax.sentence.number, None)
    paragraph = syntax.sentence.paragraph + 1
    following = list(takewhile(lambda s: s.paragraph == paragraph, later))
    return (following[0].start, following[-1].end) if following else None


def _bare_cue(syntax: Syntax) -> int | None:
    """The cue of a sentence that has nothing but a subject, a cue of speech and adjuncts."""
    if syntax.size > _LONGEST:
        return None
    for verb in range(syntax.size):
        if syntax.head[verb] != verb or not syntax.is_verb(verb):
            continue
        cue = lookup("verb", syntax.lemma[verb])
        if cue is None or not cue.quotes or cue.act != "speech" or syntax.subject(verb) is None:
            return None
        labels = {syntax.label[c] for c in syntax.children[verb]}
        bare = labels <= {"nsubj", "aux", "advmod", "npadvmod", "prep", "punct", "mark", "advcl"}
        return verb if bare and syntax.word[syntax.size - 1] in {".", '"', "''"} else None
    return None


def _closed(reading: Reading, syntax: Syntax, near: Near) -> Span | None:
    """From the sentence in which the saying before begins to the end of the sentence before."""
    if syntax.sentence.number == 1:
        return None
    before = reading.syntaxes[syntax.sentence.number - 2].sentence
    if before.paragraph != syntax.sentence.paragraph:
        return None
    last = before.end - 1
    start = before.start
    for draft in near.touching((last - 2, last - 1)):
        if not any(s <= last - 2 < e for s, e in draft.spans):
            continue
        sentence = reading.parsed.sentence_at(draft.spans[0][0])
        if sentence is not None and sentence.paragraph == before.paragraph:
            start = min(start, sentence.start)
    return start, before.end
