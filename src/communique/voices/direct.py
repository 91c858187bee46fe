"""Quotations between marks that no verb's grammar has claimed: finds who says them."""

from __future__ import annotations

import re

from communique.records import Span
from communique.voices.cues import CueWord, lookup
from communique.voices.draft import Draft, Source
from communique.voices.finder import Reading
from communique.voices.marks import Quoted, held_apart
from communique.voices.near import Near
from communique.voices.syntax import Syntax

__all__ = ["direct_drafts"]

_LEAST_WORDS = 4
_REACH = 30
_LONGEST_NAME = 25
_DASH = re.compile(r"\s*(?P<dash>[―—–]|--)\s*(?=\w)")


def direct_drafts(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """Drafts for the quoted stretches that none of `drafts` holds.

    A stretch that stands as sentences of its own in a paragraph whose other quotation has a
    speaker is added to that quotation's spans (in place); one that is opened by "X said:" or
    closed by "X said" gets a draft; what goes on over a paragraph's end goes to whom it began.
    """
    new: list[Draft] = []
    previous: tuple[Quoted, Draft] | None = None
    waiting: list[Quoted] = []
    near = Near(reading.parsed, drafts)
    for quoted in reading.quoted:
        holder = _holder(quoted, near)
        if holder is not None:
            if _own_sentence(reading, quoted):
                holder.spans[:0] = [q.span for q in waiting if q.paragraph == quoted.paragraph]
            waiting = []
            previous = quoted, holder
            continue
        if not _stands_alone(reading, quoted):
            brief = _brief(reading, quoted)
            new.extend([] if brief is None else [brief])
            continue
        draft = _beside(reading, quoted)
        if draft is None and previous is not None and _goes_on(previous[0], quoted):
            previous[1].spans.append(quoted.span)
            previous = quoted, previous[1]
            continue
        if draft is None:
            if waiting and waiting[0].paragraph != quoted.paragraph:
                waiting = []
            waiting.append(quoted)
            continue
        draft.spans[:0] = [q.span for q in waiting if q.paragraph == quoted.paragraph]
        waiting = []
        new.append(draft)
        previous = quoted, draft
    return new


def _holder(quoted: Quoted, near: Near) -> Draft | None:
    holding = [
        d
        for d in near.touching(quoted.span)
        if any(min(e, quoted.span[1]) - max(s, quoted.span[0]) > 2 for s, e in d.spans)
    ]
    return min(holding, key=lambda d: d.size, default=None)


def _own_sentence(reading: Reading, quoted: Quoted) -> bool:
    text = reading.text[quoted.span[0] : quoted.span[1]].rstrip("\"”’'»")
    return text.endswith((".", ",", "!", "?", "…"))


def _stands_alone(reading: Reading, quoted: Quoted) -> bool:
    """Whether a stretch is a saying and not a title, a nickname or a word held at a distance."""
    words = reading.text[quoted.span[0] : quoted.span[1]].split()
    return len(words) >= _LEAST_WORDS or (_own_sentence(reading, quoted) and len(words) >= 2)


def _brief(reading: Reading, quoted: Quoted) -> Draft | None:
    """A few words that whoever speaks in their own clause says: "spoke of a “dead letter”"."""
    words = reading.text[quoted.span[0] : quoted.span[1]].split()
    syntax = reading.syntax_at(quoted.span[0])
    if syntax is None or len(words) < 2 or held_apart(reading.text, quoted):
        return None
    inside = [
        i
        for i in range(syntax.size)
        if quoted.span[0] <= syntax.start[i] < quoted.span[1] and syntax.label[i] != "punct"
    ]
    heads = [i for i in inside if syntax.head[i] not in inside]
    above = syntax.ancestors(heads[0]) if heads else []
    verb = next((a for a in above if syntax.is_verb(a) and a not in inside), None)
    cue = None if verb is None else lookup("verb", syntax.lemma[verb])
    if verb is None or cue is None or cue.act in {"thought", "wish"}:
        return None
    found = reading.speakers.of_verb(syntax, verb)
    source = None if found is None else reading.speakers.source(syntax, *found)
    if source is None:
        return None
    return _draft(reading, syntax, verb, cue, quoted.span, source)


def _goes_on(before: Quoted, quoted: Quoted) -> bool:
    if before.paragraph == quoted.paragraph:
        return True
    return not before.closed and quoted.paragraph == before.paragraph + 1


def _beside(reading: Reading, quoted: Quoted) -> Draft | None:
    """A draft from a cue after the closing mark, before the opening one, or at a colon."""
    for syntax, tokens in _neighbourhood(reading, quoted):
        for token in tokens:
            cue = lookup("verb", syntax.lemma[token]) if syntax.is_verb(token) else None
            if cue is None or not cue.quotes or cue.act == "stance":
                continue
            if reading.inside_marks(syntax.span(token, token)) is not None:
                continue
            found = reading.speakers.of_verb(syntax, token)
            if found is None:
                found = _nearest_name(syntax, token, tokens)
            source = None if found is None else reading.speakers.source(syntax, *found)
            if source is None:
                continue
            return _draft(reading, syntax, token, cue, quoted.span, source)
    return _before_dash(reading, quoted)


def _nearest_name(syntax: Syntax, cue: int, tokens: list[int]) -> tuple[int, str] | None:
    """The noun phrase between the mark and the cue, where the parse gave the cue no subject."""
    between = [i for i in tokens if i < cue and syntax.tag[i].startswith(("NN", "PRP"))]
    if not between or len(between) > _LONGEST_NAME:
        return None
    head = min(between)
    while syntax.head[head] in between and syntax.label[head] in {"compound", "nmod", "poss"}:
        head = syntax.head[head]
    return head, "nearest name beside the cue"


def _before_dash(reading: Reading, quoted: Quoted) -> Draft | None:
    """A name after a dash: "The harbour is open." — Amara Diallo."""
    dash = _DASH.match(reading.text, quoted.span[1])
    syntax = None if dash is None else reading.syntax_at(dash.end())
    if dash is None or syntax is None:
        return None
    name = [i for i in range(syntax.size) if syntax.start[i] >= dash.end()]
    if len(name) > _LONGEST_NAME or any(syntax.is_verb(i) for i in name):
        return None
    head = next((i for i in name if syntax.tag[i].startswith("NN")), None)
    if head is None:
        return None
    while syntax.label[head] == "compound" and syntax.head[head] in name:
        head = syntax.head[head]
    source = reading.speakers.source(syntax, head, "named after a dash")
    return Draft(
        sentence=syntax.sentence.number,
        spans=[quoted.span],
        kind="direct",
        cue=dash.span("dash"),
        cue_kind="neutral",
        source=source,
    )


def _draft(
    reading: Reading, syntax: Syntax, token: int, cue: CueWord, span: Span, source: Source
) -> Draft:
    return Draft(
        sentence=syntax.sentence.number,
        spans=[span],
        kind="direct",
        cue=reading.cue_span(syntax, token),
        cue_kind=cue.kind,
        source=source,
        cue_token=token,
    )


def _neighbourhood(reading: Reading, quoted: Quoted) -> list[tuple[Syntax, list[int]]]:
    """Tokens that may hold the cue: after the stretch, then before it, nearest first."""
    start, end = quoted.span
    places: list[tuple[Syntax, list[int]]] = []
    last = reading.syntax_at(end - 1)
    if last is not None:
        after = [i for i in range(last.size) if last.start[i] >= end]
        places.append((last, after[:_REACH]))
    first = reading.syntax_at(start)
    if first is not None and first.sentence.start < start:
        before = [i for i in range(first.size) if first.end[i] <= start]
        places.append((first, before[::-1][:_REACH]))
    elif first is not None and first.sentence.number > 1:
        announcing = reading.syntaxes[first.sentence.number - 2]
        if announcing.sentence.text.endswith(":"):
            places.append((announcing, list(range(announcing.size))[::-1]))
    return places
