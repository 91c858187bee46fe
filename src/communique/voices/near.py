"""Which attributions hold a place of the text, without asking all of them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from communique.language import Parsed
from communique.records import Span
from communique.voices.draft import Draft

__all__ = ["Near"]


class Near:
    """Drafts by the sentences that their content touches."""

    def __init__(self, parsed: Parsed, drafts: Iterable[Draft]) -> None:
        self._starts = [s.start for s in parsed.sentences]
        self._by_sentence: dict[int, list[Draft]] = {}
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        """Registers a draft with the spans it has now."""
        for number in sorted({n for span in draft.spans for n in self._touched(span)}):
            self._by_sentence.setdefault(number, []).append(draft)

    def touching(self, span: Span) -> list[Draft]:
        """Drafts whose content has a character in a sentence that the span touches."""
        found: dict[int, Draft] = {}
        for number in self._touched(span):
            for draft in self._by_sentence.get(number, ()):
                found.setdefault(id(draft), draft)
        return list(found.values())

    def _touched(self, span: Span) -> range:
        first = max(0, bisect_right(self._starts, span[0]) - 1)
        return range(first, max(first + 1, bisect_left(self._starts, span[1])))
