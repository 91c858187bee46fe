"""Parsed sentences, mentions and voices to events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.events.assemble import assemble
from communique.events.compose import read_sentence
from communique.events.decide import decide
from communique.events.identity import assign_event_ids
from communique.events.lexicon import lexicon_hash, load_lexicon
from communique.reading.zones import local_day

if TYPE_CHECKING:
    from communique.actors import Mentions
    from communique.language import Parsed
    from communique.records import Event
    from communique.voices import Voices

__all__ = ["EventCoder"]


class EventCoder:
    """Codes the events of articles with the package's lexicon.

    `name` is the lexicon's version for the records' `coder`, a hash of its files. Raises
    `DataFileError` where a data file breaks its rules.
    """

    def __init__(self) -> None:
        self._lexicon = load_lexicon()
        self.name = f"lexicon-{lexicon_hash()}"

    def code(
        self, parsed: Parsed, mentions: Mentions, voices: Voices, coder: str = ""
    ) -> tuple[Event, ...]:
        """The events of one article, in the order of the text."""
        published = local_day(parsed.article)
        decided = []
        for sentence in parsed.sentences:
            if not mentions.in_sentence(sentence.number):
                continue
            readings, supports = read_sentence(sentence, mentions, self._lexicon)
            decisions = decide(
                sentence, readings, supports, self._lexicon.modality, self._lexicon.bounds
            )
            if decisions:
                decided.append((sentence, decisions))
        events = assemble(parsed, decided, mentions, voices, published, coder)
        return assign_event_ids(events, parsed.article.published)
