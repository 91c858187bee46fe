"""What the finders of attributions hand to the room's later steps."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from communique.records import CueKind, Entity, Hand, QuotationKind, Span

__all__ = ["Draft", "Link", "Source", "joined"]


@dataclass(frozen=True, slots=True)
class Link:
    """A hand of a chain, with the parties that it stands for where they speak jointly."""

    hand: Hand
    members: tuple[Entity, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """Who is said to say it, and why this one was chosen.

    `named` is False where only a pronoun stands there; `ground` is how the source is said to
    know; `token` heads the source's phrase (-1 where no words name it); `members` are the
    parties of a joint source.
    """

    entity: Entity
    reason: str
    ground: str | None = None
    named: bool = True
    token: int = -1
    members: tuple[Entity, ...] = ()


@dataclass(slots=True)
class Draft:
    """One attribution before its chain is known.

    `sentence` is the number of the cue's sentence. `carries` is False where the content is a
    thing that somebody judges and not what somebody says is so: events told inside it are then
    not in this source's hands. `cue_token` is the cue's token in its sentence (-1: none).
    `behind` are the source's own sources, outermost first. `shown` is False where a hand only
    passes on what somebody else says: it is in chains, and no quotation of its own.
    """

    sentence: int
    spans: list[Span]
    kind: QuotationKind
    cue: Span | None
    cue_kind: CueKind
    source: Source | None
    carries: bool = True
    speech: bool = True
    apart: bool = True
    addressee: Entity | None = None
    outer: list[Draft] = field(default_factory=list)
    carried: tuple[Link, ...] = ()
    behind: tuple[Link, ...] = ()
    cue_token: int = -1
    shown: bool = True

    @property
    def size(self) -> int:
        """Code points of the content."""
        return sum(end - start for start, end in self.spans)

    def covers(self, span: Span) -> bool:
        """Whether a span lies wholly within one of the content's spans."""
        return any(start <= span[0] and span[1] <= end for start, end in self.spans)


def joined(spans: Iterable[Span]) -> list[Span]:
    """Spans in order, empty ones left out, with those that overlap or touch made one."""
    result: list[Span] = []
    for start, end in sorted(spans):
        if start >= end:
            continue
        if result and start <= result[-1][1] + 1:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result
