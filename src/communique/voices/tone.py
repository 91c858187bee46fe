"""The voice of each sentence: somebody's report, the outlet's own telling, or comment."""

from __future__ import annotations

from collections.abc import Iterator

from communique.language import Sentence
from communique.records import Passage, Span, Voice, make_id
from communique.voices.draft import Draft
from communique.voices.finder import Reading
from communique.voices.loaded import comment_score, loaded_words
from communique.voices.near import Near

__all__ = ["COMMENT_FROM", "passages"]

COMMENT_FROM = 2.5
"""The score of loaded.toml's weights from which the outlet's own words are read as comment."""

_DRAWN = 0.75
"""By how much each neighbour in its paragraph that is comment lowers that bar for a sentence."""


def passages(reading: Reading, drafts: list[Draft]) -> tuple[Passage, ...]:
    """Every sentence with its voice and its loaded words, in order.

    A sentence is reported where most of its characters are somebody's attributed words or
    views, not counting those that name a source which cites another; else what the outlet
    itself says in it is weighed, among the comment of its paragraph with less weight needed.
    """
    article = reading.parsed.article
    near = Near(reading.parsed, (d for d in drafts if d.carries))
    cues: dict[int, list[Draft]] = {}
    for draft in drafts:
        cues.setdefault(draft.sentence, []).append(draft)
    weighed = []
    for sentence in reading.parsed.sentences:
        inside = _clipped(near.spans(sentence.span), sentence.span)
        naming = [s for d in cues.get(sentence.number, ()) if d.behind for s in _naming(d)]
        weighed.append(
            _weigh(
                sentence,
                inside,
                _clipped(sorted(naming), sentence.span),
                aside=sentence.number in reading.no_sentences,
            )
        )
    return tuple(
        Passage(
            id=make_id(article.id, "passage", sentence.start, sentence.end),
            article=article.id,
            span=sentence.span,
            voice=voice,
            loaded=loaded_words(
                sentence.text,
                sentence.start,
                tuple(q.span for q in reading.quoted_in(sentence.span)),
            ),
        )
        for sentence, voice in zip(
            reading.parsed.sentences, _in_context(reading, weighed), strict=True
        )
    )


def _naming(draft: Draft) -> list[Span]:
    """The words that name a draft's source, its cue and its source's sources."""
    parties = [] if draft.source is None else [draft.source.entity]
    parties += [link.hand.source for link in draft.behind]
    places = [p.span for p in parties] + [draft.cue] + [link.hand.span for link in draft.behind]
    return [p for p in places if p is not None]


def _weigh(
    sentence: Sentence, inside: list[Span], naming: list[Span], *, aside: bool
) -> float | None:
    """How far a sentence's own words speak for comment; None where it is reported."""
    held = _length(inside)
    both = _clipped(sorted([*inside, *naming]), sentence.span)
    if held > 0.5 * max(1, sentence.end - sentence.start - (_length(both) - held)):
        return None
    if aside:
        return float("-inf")
    return comment_score(_own_words(sentence, inside))


def _in_context(reading: Reading, weighed: list[float | None]) -> Iterator[Voice]:
    """The voices, with those of sentences among comment drawn to it."""
    sentences = reading.parsed.sentences
    for sentence, score in zip(sentences, weighed, strict=True):
        if score is None:
            yield "reported"
            continue
        beside = [
            weighed[n - 1]
            for n in (sentence.number - 1, sentence.number + 1)
            if 1 <= n <= len(sentences) and sentences[n - 1].paragraph == sentence.paragraph
        ]
        comment = sum(other is not None and other >= COMMENT_FROM for other in beside)
        yield "opinion" if score >= COMMENT_FROM - comment * _DRAWN else "outlet"


def _length(spans: list[Span]) -> int:
    return sum(end - start for start, end in spans)


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
