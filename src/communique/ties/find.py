"""What articles state of standing relations."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.reading.zones import local_day
from communique.ties.lexicon import load_lexicon
from communique.ties.merge import merge
from communique.ties.reading import Open, read_sentence
from communique.ties.statement import Statement

if TYPE_CHECKING:
    from communique.actors import Mentions
    from communique.language import Parsed
    from communique.records import Tie
    from communique.voices import Voices

__all__ = ["find_ties"]

_NEAR = 3


def find_ties(parsed: Parsed, mentions: Mentions, voices: Voices) -> tuple[Tie, ...]:
    """Treaties, alliances, memberships, diplomatic relations, sanctions and disputes that an
    article states, each once, in the order of their first evidence.

    Spans count code points of the article's text. Raises `DataFileError` where the lexicon
    breaks its rules.
    """
    lexicon = load_lexicon()
    published = local_day(parsed.article)
    stated: list[Statement] = []
    for sentence in parsed.sentences:
        found, opened = read_sentence(sentence, mentions, published, lexicon)
        stated.extend(_from_before(o, stated) for o in opened if _before(o, stated) is not None)
        stated.extend(found)
    return merge(parsed, stated, voices)


def _before(opened: Open, stated: list[Statement]) -> Statement | None:
    """The relation that "the treaty" means: the last of its kind, in the sentences just before."""
    entry, sentence, word, _, _ = opened
    for statement in reversed(stated):
        if sentence.number - statement.sentence.number > _NEAR:
            return None
        before = statement.trigger[0] < sentence.start + word.idx
        if before and statement.kind == entry.kind:
            return statement
    return None


def _from_before(opened: Open, stated: list[Statement]) -> Statement:
    _, sentence, word, status, term = opened
    known = _before(opened, stated)
    assert known is not None
    return Statement(
        kind=known.kind,
        name=known.name,
        parties=known.parties,
        towards=known.towards,
        since=term.since,
        until=term.until,
        status=status,
        sentence=sentence,
        trigger=sentence.token_span(word),
    )
