"""What a run did."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.records import Skipped

__all__ = ["Summary"]


@dataclass(slots=True)
class Summary:
    """Counts of a run. `articles` were coded and written, `known` were stored before;
    `known_files` were read to their end by an earlier run and not opened again. `skipped` names
    each input that could not be coded, in this run or in the one that read its file."""

    articles: int = 0
    known: int = 0
    known_files: int = 0
    events: int = 0
    quotations: int = 0
    skipped: list[Skipped] = field(default_factory=list)

    @property
    def failed(self) -> bool:
        """Whether some inputs could not be read (a text in another language is no failure)."""
        return any(item.reason != "language" for item in self.skipped)
