"""What the store takes: an article and all that was coded from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from communique.records import Article, Event, Passage, Quotation, Tie

__all__ = ["Coded", "StoredCoding"]


class Coded(Protocol):
    """The shape of a coding; the coder's own result has it."""

    @property
    def article(self) -> Article: ...  # noqa: D102
    @property
    def events(self) -> Sequence[Event]: ...  # noqa: D102
    @property
    def quotations(self) -> Sequence[Quotation]: ...  # noqa: D102
    @property
    def passages(self) -> Sequence[Passage]: ...  # noqa: D102
    @property
    def ties(self) -> Sequence[Tie]: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class StoredCoding:
    """A coding as the store gives it back: its ties with this article's evidence alone."""

    article: Article
    events: tuple[Event, ...] = ()
    quotations: tuple[Quotation, ...] = ()
    passages: tuple[Passage, ...] = ()
    ties: tuple[Tie, ...] = ()
