"""The room's result: an article's quotations and passages, and the voice of any span."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from communique.records import Attribution, Entity, Passage, Quotation, Span, Voice
from communique.voices.draft import Link
from communique.voices.same import same_party

__all__ = ["Held", "Voices"]


@dataclass(frozen=True, slots=True)
class Held:
    """Content spans and the hands that they are in, outermost first."""

    spans: tuple[Span, ...]
    links: tuple[Link, ...]

    def covers(self, span: Span) -> bool:
        """Whether a span lies wholly within one of the content's spans."""
        return any(start <= span[0] and span[1] <= end for start, end in self.spans)


@dataclass(frozen=True)
class Voices:
    """Who says what in an article.

    `quotations` are in the order of their first span, `passages` in that of the text.
    """

    quotations: tuple[Quotation, ...]
    passages: tuple[Passage, ...]
    held: tuple[Held, ...] = field(default=(), repr=False)

    def attach(self, span: Span, actors: tuple[Entity, ...] = ()) -> tuple[Voice, Attribution]:
        """Voice and chain (outermost first) of a span of the text, such as an event's trigger.

        Hands whose source is one of `actors`, the act's own, or that stand for several of whom
        each is, are left out: that somebody condemned or denied is not their own report of it.
        """
        chain: list[Link] = []
        for held in sorted(
            (h for h in self.held if h.covers(span)),
            key=lambda h: (-sum(e - s for s, e in h.spans), h.spans),
        ):
            chain.extend(k for k in held.links if not _stands(k, chain))
        hands = tuple(k.hand for k in chain if not _own(k, actors))
        if self._is_opinion(span):
            return "opinion", hands
        return ("reported" if hands else "outlet"), hands

    def _is_opinion(self, span: Span) -> bool:
        index = bisect_right(self.passages, span[0], key=lambda p: p.span[0]) - 1
        return index >= 0 and self.passages[index].voice == "opinion"


def _stands(link: Link, chain: list[Link]) -> bool:
    """Whether a party is in the chain already, be it under another word or cue."""
    source = link.hand.source
    return any(
        k.hand == link.hand
        or (source.entity_id is not None and source.entity_id == k.hand.source.entity_id)
        for k in chain
    )


def _own(link: Link, actors: tuple[Entity, ...]) -> bool:
    def acts(party: Entity) -> bool:
        return any(same_party(party, actor) for actor in actors)

    return acts(link.hand.source) or (bool(link.members) and all(map(acts, link.members)))
