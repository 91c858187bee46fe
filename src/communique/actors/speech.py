"""Who says the words inside quotation marks, for 'we' and 'I' in them."""

from __future__ import annotations

from dataclasses import replace

from communique.actors.identify import Who
from communique.actors.mention import Mention
from communique.actors.mentions import Chunk
from communique.actors.output import entity
from communique.actors.scene import Context
from communique.records import Span

__all__ = ["Speech", "speaker_near"]

_PRESS = "JRN"
_FIRST = ("we", "i")


def speaker_near(context: Context, token: int) -> tuple[Who, ...]:
    """Who says something in this sentence, outside quotation marks, nearest to a token.

    The press is meant only where nobody else speaks. Empty where nobody does.
    """
    scene = context.scene
    chunks = [r.chunk for r in scene.readings.values() if r.chunk.head in scene.speakers]
    found = [(abs(c.head - token), whose) for c in chunks if (whose := context.who(c))]
    found = [f for f in found if all(w.sector != _PRESS for w in f[1])] or found
    return min(found, key=lambda f: f[0])[1] if found else ()


class Speech:
    """First-person words of one sentence that wait for the next one to name their speaker."""

    def __init__(self) -> None:
        self._place = (-1, -1)
        self._waiting: list[Span] = []
        self._spoken: dict[Span, tuple[Who, ...]] = {}

    @property
    def waits(self) -> bool:
        """Whether words of the last sentence want a speaker."""
        return bool(self._waiting)

    def hear(self, context: Context, chunks: list[Chunk]) -> None:
        """Takes note of a sentence that has been read: who spoke in it, what stayed open."""
        scene, sentence = context.scene, context.scene.sentence
        speaker = speaker_near(context, min(scene.in_quotation, default=0))
        if speaker and (sentence.number - 1, sentence.paragraph) == self._place:
            self._spoken.update(dict.fromkeys(self._waiting, speaker))
        if speaker and scene.in_quotation:
            context.memory.speaker = (sentence.paragraph, speaker)
        self._place = (sentence.number, sentence.paragraph)
        self._waiting = [
            sentence.span_of(c.first, c.last)
            for c in chunks
            if c.pronoun
            and c.head in scene.in_quotation
            and context.words.of(scene.doc[c.head].text) in _FIRST
            and not any(w.known or w.name for w in scene.whose[id(c)])
        ]

    def told_later(self, mention: Mention) -> Mention:
        """The mention with the speaker whom only the next sentence named."""
        whose = self._spoken.get(mention.span)
        if whose is None:
            return mention
        text = mention.entity.raw_text
        entities = tuple(entity(replace(w, by="anaphora"), text, mention.span) for w in whose)
        return replace(mention, entities=entities)
