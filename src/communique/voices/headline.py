"""Headlines and lines that name the speaker before a colon: "Minister: no talks"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.voices.draft import Draft
from communique.voices.finder import Reading
from communique.voices.syntax import Syntax

__all__ = ["headline_drafts"]

_LONGEST_NAME = 7
_LONGEST_HEADLINE = 24


def headline_drafts(reading: Reading, syntax: Syntax) -> Iterator[Draft]:
    """ "Minister: no talks this year" in an article's first sentence, or a line of dialogue."""
    colon = next(
        (i for i in range(min(syntax.size, _LONGEST_NAME + 1)) if syntax.word[i] == ":"), 0
    )
    if not 0 < colon < syntax.size - 2:
        return
    quoted = syntax.word[colon + 1] in {'"', "''", "``", "'"}
    if not quoted and not (syntax.sentence.number == 1 and syntax.size <= _LONGEST_HEADLINE):
        return
    name = range(colon)
    if any(syntax.is_verb(i) and syntax.tag[i] != "VBG" for i in name):
        return
    if not any(syntax.tag[i].startswith("NN") for i in name):
        return
    head = next((i for i in name if syntax.head[i] >= colon or syntax.head[i] == i), colon - 1)
    source = reading.speakers.source(syntax, head, "named before the colon")
    content = syntax.trimmed(colon + 1, syntax.size - 1)
    if source is None or content is None:
        return
    cue = syntax.span(colon, colon)
    spans = reading.content_spans(syntax, [content], cue)
    yield Draft(
        sentence=syntax.sentence.number,
        spans=spans,
        kind=reading.kind_of(spans, "indirect"),
        cue=cue,
        cue_kind="neutral",
        source=source,
    )
