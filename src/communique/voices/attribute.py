"""The room's one public step: a parsed article to its quotations and passages."""

from __future__ import annotations

from collections.abc import Iterator

from communique.actors.mention import Mentions
from communique.language import Parsed
from communique.records import Cue, Quotation, make_id, span_key
from communique.voices.ascribed import adjective_drafts, adverb_drafts, noun_drafts
from communique.voices.attach import Held, Voices
from communique.voices.chain import carry_over, link_of, nest, path
from communique.voices.closing import closing_drafts
from communique.voices.direct import direct_drafts
from communique.voices.draft import Draft
from communique.voices.finder import Reading
from communique.voices.headline import headline_drafts
from communique.voices.indirect import according_to, verb_drafts
from communique.voices.relay import relay_drafts
from communique.voices.settle import settled, untangle
from communique.voices.tone import passages

__all__ = ["attribute"]

_ALL_ACTS = frozenset({"speech", "thought", "wish", "stance"})


def attribute(parsed: Parsed, mentions: Mentions) -> Voices:
    """Who says, thinks, wishes and judges what in an article, and the voice of every sentence.

    All spans count code points of the article's text. Ids depend on the article's id and on the
    spans of content and cue alone.
    """
    reading = Reading(parsed, mentions)
    drafts = _drafts(reading)
    untangle(reading.text, drafts)
    nest(parsed, drafts)
    carry_over(parsed, drafts)
    quotations = sorted(
        (_quotation(reading, d) for d in drafts if d.shown), key=lambda q: (q.spans, q.id)
    )
    return Voices(
        quotations=tuple(quotations),
        passages=passages(reading, drafts),
        held=tuple(_held(reading, drafts)),
    )


def _held(reading: Reading, drafts: list[Draft]) -> Iterator[Held]:
    """What is in whose hands: contents, and the cues of those whose hands carry over."""
    for draft in drafts:
        link = link_of(reading.text, draft)
        if draft.carries and link is not None:
            yield Held(tuple(draft.spans), (*draft.carried, link, *draft.behind))
        if draft.carried and draft.cue is not None and not draft.outer:
            yield Held((draft.cue,), draft.carried)


def _drafts(reading: Reading) -> list[Draft]:
    drafts: list[Draft] = []
    for syntax in reading.syntaxes:
        drafts.extend(headline_drafts(reading, syntax))
        if syntax.sentence.number in reading.no_sentences:
            continue
        drafts.extend(verb_drafts(reading, syntax, _ALL_ACTS))
        drafts.extend(according_to(reading, syntax))
        drafts.extend(noun_drafts(reading, syntax))
        drafts.extend(adjective_drafts(reading, syntax))
        drafts.extend(adverb_drafts(reading, syntax))
    drafts = settled(reading.parsed, drafts)
    drafts.extend(direct_drafts(reading, drafts))
    drafts.extend(list(closing_drafts(reading, drafts)))
    return relay_drafts(reading, settled(reading.parsed, drafts))


def _quotation(reading: Reading, draft: Draft) -> Quotation:
    article, text = reading.parsed.article, reading.text
    spans = tuple(draft.spans)
    cue = None
    if draft.cue is not None:
        cue = Cue(text=text[slice(*draft.cue)], span=draft.cue, kind=draft.cue_kind)
    sentence = reading.parsed.sentences[draft.sentence - 1]
    return Quotation(
        id=make_id(article.id, span_key(spans), "quotation", span_key((draft.cue,))),
        article=article.id,
        text=" ".join(text[start:end] for start, end in spans),
        spans=spans,
        kind=draft.kind,
        speaker=None if draft.source is None else draft.source.entity,
        addressee=draft.addressee,
        cue=cue,
        ground=None if draft.source is None else draft.source.ground,
        attribution=tuple(dict.fromkeys(k.hand for k in path(text, draft))),
        sentence_span=sentence.span,
    )
