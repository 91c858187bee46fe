"""A list of keywords as an event coder: the floor to compare with.

    python benchmarks/keywords.py [FILE] [--named]

FILE (by default ../shared/gold/events-dev.jsonl) holds labelled articles. One record for each
sentence and type of which a keyword of keywords.toml stands in it: the actor is the first country
named before the keyword, the recipient the first one after it (by name or adjective, from the
project's own table of countries), every record is asserted, the outlet's own, and of the day of
publication. With --named only sentences that name a country count. Prints the same lines as
`communique evaluate events`.
"""

from __future__ import annotations

import argparse
import re
import sys
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from communique.actors.index import PhraseIndex
from communique.actors.tables import load
from communique.evaluation import EventScores, article_of, read_gold_events, score_events
from communique.evaluation.printing import event_lines
from communique.language import sentence_spans
from communique.ontology import quad_code
from communique.reading import furniture_spans
from communique.records import Article, Entity, Event, Span, Trigger, make_id
from communique.records.event import Why

HERE = Path(__file__).resolve().parent
GOLD = HERE.parent.parent / "shared" / "gold" / "events-dev.jsonl"
FEWEST_STEMS = 140


@cache
def keywords() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """A type and the pattern of its stems, for each type."""
    rows = tomllib.loads((HERE / "keywords.toml").read_text(encoding="utf-8"))["stems"]
    stems = [stem for row in rows.values() for stem in row]
    if len(stems) < FEWEST_STEMS or len(set(stems)) != len(stems):
        raise ValueError("keywords.toml breaks its own bounds")
    return tuple(
        (name, re.compile(rf"\b(?:{'|'.join(map(re.escape, row))})\w*", re.I))
        for name, row in rows.items()
    )


@cache
def countries() -> PhraseIndex:
    """Names and adjectives of countries, each leading to the code of its state."""
    index = PhraseIndex()
    for country in load().countries.values():
        for phrase in (country.name, *country.aliases, *country.adjectives):
            index.add(phrase, "country", country.state, "name")
    return index


def parties(article: Article, sentence: Span) -> list[Entity]:
    """The countries that a sentence names, in order."""
    start, end = sentence
    return [
        Entity(
            raw_text=article.text[start + hit.start : start + hit.end],
            span=(start + hit.start, start + hit.end),
            kind="state",
            entity_code=hit.entries[0].key,
            country_code=hit.entries[0].key,
        )
        for hit in countries().find(article.text[start:end])
    ]


def code(article: Article, sentences: list[Span], *, named: bool) -> Iterator[Event]:
    """The records of one article."""
    for number, (start, end) in enumerate(sentences, start=1):
        found = parties(article, (start, end))
        if named and not found:
            continue
        for event_type, pattern in keywords():
            match = pattern.search(article.text, start, end)
            if match:
                yield record(article, (start, end), number, event_type, match.span(), found)


def record(
    article: Article,
    sentence: Span,
    number: int,
    event_type: str,
    trigger: Span,
    found: list[Entity],
) -> Event:
    """One record; what the list cannot know is left empty."""
    identity = make_id(article.id, event_type, *trigger)
    day = (article.published or "")[:10] or None
    return Event(
        id=identity,
        event_id=identity,
        article=article.id,
        date=day,
        enddate=day,
        date_precision="day" if day else None,
        date_from="published" if day else None,
        date_text=None,
        event_type=event_type,
        act="",
        mode=(),
        context=(),
        quad_code=quad_code(event_type),
        event_scale=0.0,
        cameo=None,
        goldstein=None,
        actor=tuple([e for e in found if e.span and e.span[1] <= trigger[0]][:1]),
        recipient=tuple([e for e in found if e.span and e.span[0] >= trigger[1]][:1]),
        size=None,
        location=None,
        modality="asserted",
        voice="outlet",
        attribution=(),
        trigger=Trigger(text=article.text[slice(*trigger)], span=trigger),
        sentence=article.text[slice(*sentence)],
        sentence_span=sentence,
        sentence_number=number,
        type_probability=None,
        confidence=None,
        why=Why(decided_by="lexicon", pattern="keyword"),
        coder="keywords",
    )


def evaluate(file: Path, *, named: bool = False) -> EventScores:
    """The figures on a file of labelled articles."""
    coded = []
    for row in read_gold_events(file):
        article = article_of(row)
        sentences = [s for s, _ in sentence_spans(article.text, furniture_spans(article))]
        coded.append((row, list(code(article, sentences, named=named)), len(sentences)))
    return score_events(coded)


def main() -> int:
    """Prints the figures, or why there are none."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, nargs="?", default=GOLD)
    parser.add_argument("--named", action="store_true", help="only sentences that name a country")
    given = parser.parse_args()
    if not given.file.is_file():
        print(f"skipped: {given.file} is not here")
        return 0
    print(f"{given.file.name}: keywords{', countries named' if given.named else ''}")
    for line in event_lines(evaluate(given.file, named=given.named)):
        print(line)
    return 0


if __name__ == "__main__":
    sys.exit(main())
