"""The room's result: an article's quotations and passages, and the voice of any span."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field

from communique.records import Attribution, Entity, Hand, Passage, Quotation, Span, Voice

__all__ = ["Held", "Voices"]


@dataclass(frozen=True, slots=True)
class Held:
    """Content spans and the hand that they are in, after the hands outside it."""

    spans: tuple[Span, ...]
    hands: tuple[Hand, ...]

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

        Hands whose source is one of `actors`, the act's own, are left out: that somebody
        condemned or denied is not their own report of it.
        """
        chain: list[Hand] = []
        for held in sorted(
            (h for h in self.held if h.covers(span)),
            key=lambda h: (-sum(e - s for s, e in h.spans), h.spans),
        ):
            chain.extend(h for h in held.hands if h not in chain)
        hands = tuple(h for h in chain if not any(_same(h.source, a) for a in actors))
        if self._is_opinion(span):
            return "opinion", hands
        return ("reported" if hands else "outlet"), hands

    def _is_opinion(self, span: Span) -> bool:
        index = bisect_right(self.passages, span[0], key=lambda p: p.span[0]) - 1
        return index >= 0 and self.passages[index].voice == "opinion"


def _same(source: Entity, actor: Entity) -> bool:
    if source.entity_id is not None and source.entity_id == actor.entity_id:
        return True
    return source.span is not None and source.span == actor.span
