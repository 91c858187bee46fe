"""The encoder's seat: probabilities of acts for each candidate. No model sits here yet.

`decide.decide` takes the readings as the lexicon gives them; a scorer will add, for each
candidate (trigger, actor, recipient), the probability of every act and of none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from communique.events.compose import Reading
    from communique.language import Sentence

__all__ = ["Scorer"]


class Scorer(Protocol):
    """What a model must offer to vote on readings."""

    name: str

    def score(
        self, sentences: Sequence[Sentence], readings: Sequence[Sequence[Reading]]
    ) -> Sequence[Sequence[Mapping[str, float]]]:
        """For each reading of each sentence, the probability of each act ("NONE" for none)."""
        ...
