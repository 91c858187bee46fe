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
        self._spans: dict[int, list[Span]] = {}
        for draft in drafts:
            self.add(draft)

    def add(self, draft: Draft) -> None:
        """Registers a draft with the spans it has now."""
        for span in draft.spans:
            for number in self._touched(span):
                self._spans.setdefault(number, []).append(span)
                beside = self._by_sentence.setdefault(number, [])
                if not beside or beside[-1] is not draft:
                    beside.append(draft)

    def touching(self, span: Span) -> list[Draft]:
        """Drafts whose content has a character in a sentence that the span touches."""
        found: dict[int, Draft] = {}
        for number in self._touched(span):
            for draft in self._by_sentence.get(number, ()):
                found.setdefault(id(draft), draft)
        return list(found.values())

    def spans(self, span: Span) -> list[Span]:
        """Content spans that have a character in a sentence that the span touches, in order."""
        return sorted({s for number in self._touched(span) for s in self._spans.get(number, ())})

    def _touched(self, span: Span) -> range:
        first = max(0, bisect_right(self._starts, span[0]) - 1)
        return range(first, max(first + 1, bisect_left(self._starts, span[1])))
