"""What the finders of attributions hand to the room's later steps."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.records import CueKind, Entity, Hand, Span
from communique.records.quotation import QuotationKind

__all__ = ["Draft", "Source"]


@dataclass(frozen=True, slots=True)
class Source:
    """Who is said to say it, and why this one was chosen.

    `named` is False where only a pronoun stands there; `ground` is how the source is said to know.
    """

    entity: Entity
    reason: str
    ground: str | None = None
    named: bool = True


@dataclass(slots=True)
class Draft:
    """One attribution before its chain is known.

    `sentence` is the number of the cue's sentence. `carries` is False where the content is a
    thing that somebody judges and not what somebody says is so: events told inside it are then
    not in this source's hands.
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
    carried: tuple[Hand, ...] = ()

    @property
    def size(self) -> int:
        """Code points of the content."""
        return sum(end - start for start, end in self.spans)

    def covers(self, span: Span) -> bool:
        """Whether a span lies wholly within one of the content's spans."""
        return any(start <= span[0] and span[1] <= end for start, end in self.spans)
