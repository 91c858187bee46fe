"""Runs every example of the lexicon through the coder: `python -m communique.events.check [WORD]`.

An entry passes when its example gives an event of its act whose parties hold the words that the
entry expects. With a word, only entries with that lemma are run, and all their events are shown.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.actors import Resolver
from communique.events.compose import Reading, read_sentence
from communique.events.decide import decide
from communique.events.lexicon import Lexicon, Operator, Predicate, load_lexicon
from communique.language import Parser
from communique.records import Article

if TYPE_CHECKING:
    from communique.actors import Mentions
    from communique.language import Parsed

__all__ = ["Failure", "failures"]

_DAY = dt.date(2020, 6, 10)


@dataclass(frozen=True, slots=True)
class Failure:
    """An entry whose example does not give what it says, and what it gives."""

    lemma: str
    act: str
    example: str
    found: tuple[str, ...]


def failures(entries: Iterable[Predicate | Operator] | None = None) -> list[Failure]:
    """Entries of the lexicon whose own example fails; all entries where none are given."""
    lexicon = load_lexicon()
    chosen = _entries(lexicon) if entries is None else list(entries)
    return [
        Failure(e.lemma[0], _act(e), e.example, tuple(_show(r) for r in readings))
        for e, readings in _run(chosen, lexicon)
        if not any(_meets(r, e) for r in readings)
    ]


def _entries(lexicon: Lexicon) -> list[Predicate | Operator]:
    return [*lexicon.predicates, *lexicon.operators]


def _run(
    entries: list[Predicate | Operator], lexicon: Lexicon
) -> Iterator[tuple[Predicate | Operator, list[Reading]]]:
    resolver = Resolver()
    articles = ((Article(id="0" * 16, text=e.example), ()) for e in entries)
    for entry, parsed in zip(entries, Parser().parse_many(articles), strict=True):
        yield entry, _readings(parsed, resolver.resolve(parsed, _DAY), lexicon)


def _readings(parsed: Parsed, mentions: Mentions, lexicon: Lexicon) -> list[Reading]:
    found: list[Reading] = []
    for sentence in parsed.sentences:
        readings, supports = read_sentence(sentence, mentions, lexicon)
        decided = decide(sentence, readings, supports, lexicon.modality, lexicon.bounds)
        found.extend(d.reading for d in decided)
    return found


def _act(entry: Predicate | Operator) -> str:
    return entry.act if isinstance(entry, Predicate) else entry.gives


def _meets(reading: Reading, entry: Predicate | Operator) -> bool:
    if reading.act != _act(entry):
        return False
    if isinstance(entry, Operator):
        return True
    return _holds(reading.actors, entry.actor) and _holds(reading.recipients, entry.recipient)


def _holds(mentions: Iterable[object], words: tuple[str, ...]) -> bool:
    text = " | ".join(e.raw_text for m in mentions for e in m.entities)  # type: ignore[attr-defined]
    return all(w.casefold().removeprefix("the ") in text.casefold() for w in words)


def _show(reading: Reading) -> str:
    def sides(mentions: Iterable[object]) -> str:
        return ", ".join(e.raw_text for m in mentions for e in m.entities)  # type: ignore[attr-defined]

    return (
        f"{reading.act}: {sides(reading.actors)} -> {sides(reading.recipients)} ({reading.pattern})"
    )


def main(arguments: list[str]) -> int:
    """Prints the failures; exit status 1 where there are any."""
    lexicon = load_lexicon()
    if arguments:
        chosen = [e for e in _entries(lexicon) if arguments[0] in " ".join(e.lemma)]
        for entry, readings in _run(chosen, lexicon):
            verdict = "ok  " if any(_meets(r, entry) for r in readings) else "FAIL"
            print(verdict, _act(entry), "|", entry.example)
            for reading in readings:
                print("      ", _show(reading))
        return 0
    failed = failures()
    for failure in failed:
        print(f"{failure.lemma} [{failure.act}]: {failure.example}")
        for line in failure.found or ("nothing",):
            print(f"      {line}")
    total = len(lexicon.predicates) + len(lexicon.operators)
    print(f"{len(failed)} of {total} entries fail")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
