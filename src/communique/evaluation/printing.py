"""Figures as lines of text."""

from __future__ import annotations

from collections.abc import Iterator

from communique.evaluation.actors import ActorScores, Share
from communique.evaluation.events import EventScores
from communique.evaluation.scores import Score

__all__ = ["actor_lines", "event_lines"]


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
    yield _share("party's code right", scores.country)
    yield _share("code and sector right", scores.sector)
    yield _share("country of the place", scores.place)
    if scores.near[1]:
        yield _share("place within 161 km", scores.near)
    if scores.false_alarms is not None:
        yield f"{'false alarms':22} {scores.false_alarms:.2f} a hundred sentences of other articles"
    for name, score in sorted(scores.by_type.items()):
        yield _line(f"  {name}", score)


def actor_lines(scores: ActorScores) -> Iterator[str]:
    """The figures of `evaluate actors`; those that no label asks for are left out."""
    shares: tuple[tuple[str, Share], ...] = (
        ("country right", scores.country),
        ("country and sector", scores.sector),
        ("persons on file", scores.listed),
        ("person and office", scores.person),
        ("anaphora precision", scores.anaphora),
        ("anaphora resolved", scores.resolved),
        ("events found", scores.events),
        ("country of the place", scores.place),
        ("place within 161 km", scores.near),
        ("days right", scores.date),
    )
    for name, share in shares:
        if share.asked:
            yield f"{name:22} {share.value:.3f} ({share.right} of {share.asked})"
