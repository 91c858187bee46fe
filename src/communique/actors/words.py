"""Small classes of words that the analysis of phrases asks for; the words are in words.tsv."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["Words"]


class Words:
    """Which class a word belongs to. A word has one class only."""

    def __init__(self, classes: Mapping[str, str]) -> None:
        self._class = {word.lower(): name for word, name in classes.items()}

    def is_a(self, word: str, name: str) -> bool:
        """Whether the word, in any case, is of the class."""
        return self._class.get(word.lower()) == name

    def of(self, word: str) -> str:
        """The word's class, or ''."""
        return self._class.get(word.lower(), "")
