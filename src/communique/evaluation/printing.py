"""Figures as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from communique.evaluation.events import EventScores
from communique.evaluation.scores import Score

__all__ = ["event_lines"]


def _line(name: str, score: Score) -> str:
    return (
        f"{name:22} precision {score.precision:.3f}  recall {score.recall:.3f}  F1 {score.f1:.3f}"
        f"  ({score.right} right, {score.predicted} predicted, {score.gold} asked)"
    )


def _share(name: str, count: tuple[int, int]) -> str:
    right, total = count
    return f"{name:22} {right / total if total else 0:.3f} of the matched ({right} of {total})"


def event_lines(scores: EventScores) -> Iterator[str]:
    """The figures of `evaluate events`."""
    yield _line("event type", scores.type)
    yield _line("with actor", scores.actor)
    yield _line("with both parties", scores.both)
    yield _share("modality right", scores.modality)
    yield _share("voice right", scores.voice)
    yield _share("date right", scores.date)
    if scores.false_alarms is not None:
        yield f"{'false alarms':22} {scores.false_alarms:.2f} a hundred sentences of other articles"
    for name, score in sorted(scores.by_type.items()):
        yield _line(f"  {name}", score)
