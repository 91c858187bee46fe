"""Precision, recall and F1 from counts."""

from __future__ import annotations

from dataclasses import dataclass

__all__ = ["Score"]


@dataclass(slots=True)
class Score:
    """Counts of right predictions, of all predictions and of all gold rows."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def hit(self) -> None:
        """A prediction that is right."""
        self.right += 1
        self.predicted += 1
        self.gold += 1

    def wrong(self) -> None:
        """A prediction that is wrong where a row stands."""
        self.predicted += 1
        self.gold += 1

    def miss(self) -> None:
        """A row without a prediction."""
        self.gold += 1

    def alarm(self) -> None:
        """A prediction without a row."""
        self.predicted += 1

    @property
    def precision(self) -> float:
        """Share of predictions that are right; 0 where there are none."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of rows that are found; 0 where there are none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        total = self.predicted + self.gold
        return 2 * self.right / total if total else 0.0
