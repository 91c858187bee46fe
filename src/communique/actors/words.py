"""Small classes of words that the analysis of phrases asks for; the words are in words.tsv."""

from __future__ import annotations

from collections.abc import Iterable

__all__ = ["Words"]


class Words:
    """Which classes a word belongs to, from (word, class) rows; the case of letters is ignored."""

    def __init__(self, rows: Iterable[tuple[str, str]]) -> None:
        self._classes: dict[str, tuple[str, ...]] = {}
        for word, name in rows:
            known = self._classes.get(word.lower(), ())
            self._classes[word.lower()] = (*known, name)

    def is_a(self, word: str, name: str) -> bool:
        """Whether the word is of the class."""
        return name in self._classes.get(word.lower(), ())

    def tally(self, word: str) -> int:
        """How many a word counts ('both', 'three', 'trio'); 0 where it counts nothing."""
        for name in self._classes.get(word.lower(), ()):
            if name.startswith("tally-"):
                return int(name.removeprefix("tally-"))
        return 0

    def gender(self, name: str) -> str:
        """'she' or 'he' for a given name that only women or only men bear, else ''."""
        if self.is_a(name, "woman-name"):
            return "she"
        return "he" if self.is_a(name, "man-name") else ""

    def of(self, word: str) -> str:
        """The word's first class in the file, or ''."""
        classes = self._classes.get(word.lower())
        return classes[0] if classes else ""
