"""Words of a sentence that name parties, and who they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from communique.records import Entity, Span

__all__ = ["Mention", "Mentions"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase, or a word inside one, that names one party or several.

    `sentence` is the sentence's number (from 1). `head`, `first` and `last` are token indices
    in that sentence's parse, the last two including. `span` are the phrase's offsets in the
    article. `entities` has more than one member where the words stand for several ("both
    sides", "the two leaders") and each member's own span is that of these words, unless they
    are named right beside them ("the leaders, A and B"). `attributive` marks words inside a
    larger noun phrase whose head is no party: "Iranian" or "Iran's" in "Iran's programme".
    """

    sentence: int
    head: int
    first: int
    last: int
    span: Span
    entities: tuple[Entity, ...]
    attributive: bool = False

    @property
    def entity(self) -> Entity:
        """The first party that is named."""
        return self.entities[0]

    @property
    def resolved(self) -> bool:
        """Whether it is known who is meant, at least by country or code."""
        return any(e.entity_id or e.entity_code or e.country_code for e in self.entities)


class Mentions:
    """All mentions of an article, found by sentence and token."""

    def __init__(self, mentions: Iterable[Mention]) -> None:
        self._all = tuple(sorted(mentions, key=lambda m: (m.sentence, m.first, -m.last)))
        self._by_head: dict[tuple[int, int], Mention] = {}
        self._by_sentence: dict[int, list[Mention]] = {}
        for mention in self._all:
            self._by_head.setdefault((mention.sentence, mention.head), mention)
            self._by_sentence.setdefault(mention.sentence, []).append(mention)

    def __iter__(self) -> Iterator[Mention]:
        return iter(self._all)

    def __len__(self) -> int:
        return len(self._all)

    def at(self, sentence: int, head: int) -> Mention | None:
        """The mention whose syntactic head is this token, not merely one that holds it."""
        return self._by_head.get((sentence, head))

    def holding(self, sentence: int, token: int) -> Mention | None:
        """The smallest mention that holds this token."""
        found = [m for m in self._by_sentence.get(sentence, ()) if m.first <= token <= m.last]
        return min(found, key=lambda m: m.last - m.first, default=None)

    def in_sentence(self, sentence: int) -> tuple[Mention, ...]:
        """The mentions of one sentence, in order."""
        return tuple(self._by_sentence.get(sentence, ()))
