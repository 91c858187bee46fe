"""The voice of each sentence: somebody's report, the outlet's own telling, or comment."""

from __future__ import annotations

from communique.language import Sentence
from communique.records import Passage, Span, Voice, make_id
from communique.voices.draft import Draft
from communique.voices.finder import Reading
from communique.voices.loaded import comment_score, loaded_words
from communique.voices.near import Near

__all__ = ["COMMENT_FROM", "passages"]

COMMENT_FROM = 2.5
"""The score of loaded.toml's weights from which the outlet's own words are read as comment."""


def passages(reading: Reading, drafts: list[Draft]) -> tuple[Passage, ...]:
    """Every sentence with its voice and its loaded words, in order.

    A sentence is reported where most of its characters are somebody's attributed words or views;
    else what the outlet itself says in it is weighed.
    """
    article = reading.parsed.article
    near = Near(reading.parsed, (d for d in drafts if d.carries))
    result = []
    for sentence in reading.parsed.sentences:
        held = sorted(span for d in near.touching(sentence.span) for span in d.spans)
        inside = _clipped(held, sentence.span)
        quoted = tuple(q.span for q in reading.quoted_in(sentence.span))
        result.append(
            Passage(
                id=make_id(article.id, "passage", sentence.start, sentence.end),
                article=article.id,
                span=sentence.span,
                voice=_voice(sentence, inside),
                loaded=loaded_words(sentence.text, sentence.start, quoted),
            )
        )
    return tuple(result)


def _voice(sentence: Sentence, inside: list[Span]) -> Voice:
    share = sum(end - start for start, end in inside) / max(1, sentence.end - sentence.start)
    if share > 0.5:
        return "reported"
    own = _own_words(sentence, inside)
    return "opinion" if comment_score(own) >= COMMENT_FROM else "outlet"


def _own_words(sentence: Sentence, inside: list[Span]) -> str:
    pieces, position = [], sentence.start
    for start, end in inside:
        pieces.append(sentence.words((position, start)))
        position = end
    pieces.append(sentence.words((position, sentence.end)))
    return " ".join(pieces)


def _clipped(spans: list[Span], within: Span) -> list[Span]:
    """The union of spans inside another span, in order and without overlaps."""
    result: list[Span] = []
    for start, end in spans:
        start, end = max(start, within[0]), min(end, within[1])
        if start >= end:
            continue
        if result and start <= result[-1][1]:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result
