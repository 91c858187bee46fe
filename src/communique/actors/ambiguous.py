"""Names that several bear: a republic and a federal state, two Congos, a city and a surname."""

from __future__ import annotations

import re
from functools import cache

from communique.actors.rows import Ambiguous

__all__ = ["choose_candidate", "hinted"]

_CLAUSE = re.compile(r"\b([A-Z]{3}) (?:when|with|where|by)\b([^;]*)")
_ONLY = re.compile(r"\bonly with\b([^;]*)")
_NAME = re.compile(r"[A-Z][\w'.-]*(?: [A-Z][\w'.-]*)*")


def choose_candidate(row: Ambiguous, focus: str | None, words_near: frozenset[str]) -> str | None:
    """The candidate that the rest of the article points to, else the row's default.

    `focus` is the country that most of the article's other names are of, `words_near` its
    capitalised words in lower case. A name in the row's rule ('USA with Ohio, Georgia') that
    stands in the article counts for its candidate as much as that country. None where the row
    has no default and nothing speaks for one; 'A|B' where the default is both.
    """
    best, best_score = row.default or None, int(row.default == focus)
    hints = _hints(row)
    for candidate in row.candidates:
        score = int(candidate == focus)
        score += sum(1 for hint in hints.get(candidate, ()) if words_near.issuperset(hint))
        if score > best_score:
            best, best_score = candidate, score
    return best


def hinted(row: Ambiguous, words_near: frozenset[str]) -> str | None:
    """The one candidate whose hints stand among some words; None where none's do or several's."""
    hints = _hints(row)
    found = [c for c in row.candidates if any(words_near.issuperset(h) for h in hints.get(c, ()))]
    return found[0] if len(found) == 1 else None


@cache
def _hints(row: Ambiguous) -> dict[str, set[tuple[str, ...]]]:
    found: dict[str, set[tuple[str, ...]]] = {}
    for code, rest in _CLAUSE.findall(row.rule):
        found.setdefault(code, set()).update(_words(rest))
    for rest in _ONLY.findall(row.rule):
        for code in row.candidates:
            found.setdefault(code, set()).update(_words(rest))
    return found


def _words(text: str) -> set[tuple[str, ...]]:
    names = (tuple(name.lower().split()) for name in _NAME.findall(text))
    return {name for name in names if len(name[0]) > 3}
