"""Single phrases, with no article round them or only a few words: who is meant?"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from communique.actors.mention import Mention, Mentions
from communique.actors.resolve import Resolver
from communique.language import Parser
from communique.records import Article, Entity, Span, make_id

__all__ = ["Phrase", "resolve_phrases"]

_LISTED = re.compile(r",?\s*(?:and|or|&|,)\s*(?:the\s+)?", re.IGNORECASE)


class Phrase(Struct, frozen=True, kw_only=True):
    """A phrase to resolve. `date` is the day on which its words are to be understood; `context`
    the words that it stands among, or others that say what they are about."""

    text: str
    date: dt.date | None = None
    context: str | None = None


def resolve_phrases(
    phrases: Iterable[Phrase], parser: Parser, resolver: Resolver
) -> Iterator[tuple[Entity, ...]]:
    """The parties that each phrase names, in order: one, several for a list, or an unresolved one.

    Their spans are offsets in the phrase's own text.
    """
    waiting: list[tuple[Phrase, Span]] = []

    def articles() -> Iterator[tuple[Article, tuple[Span, ...]]]:
        for number, phrase in enumerate(phrases):
            text, span = _placed(phrase)
            waiting.append((phrase, span))
            yield Article(id=make_id(str(number)), text=text), ()

    for number, parsed in enumerate(parser.parse_many(articles())):
        phrase, span = waiting[number]
        mentions = resolver.resolve(parsed, phrase.date)
        yield _entities(phrase, span, _named(parsed.article.text, mentions, span))


def _placed(phrase: Phrase) -> tuple[str, Span]:
    """The text to read, and where in it the phrase stands."""
    words = phrase.text
    if phrase.context:
        found = re.search(rf"(?<!\w){re.escape(words)}(?!\w)", phrase.context)
        if found is not None:
            return phrase.context, found.span()
        before = f"{phrase.context.rstrip()}\n\n"
        return before + words, (len(before), len(before) + len(words))
    return words + " did this.", (0, len(words))


def _named(text: str, mentions: Mentions, span: Span) -> list[Mention]:
    """The mention that stands for the whole phrase rather than for words inside it; all members
    of a list."""
    inside = [m for m in mentions if m.span[0] < span[1] and span[0] < m.span[1]]
    whole = [m for m in inside if not m.attributive]
    chosen = max(
        whole,
        key=lambda m: (min(m.span[1], span[1]) - max(m.span[0], span[0]), -m.span[0]),
        default=None,
    )
    if chosen is None:
        return []
    members: list[Mention] = []
    joined = False
    for mention in sorted(whole, key=lambda m: (m.span[0], -m.span[1])):
        if members and mention.span[0] < members[-1].span[1]:
            continue
        between = text[members[-1].span[1] : mention.span[0]] if members else ""
        if members and not _LISTED.fullmatch(between):
            if chosen in members:
                break
            members, joined = [], False
        joined = joined or bool(between.strip(" ,"))
        members.append(mention)
    return members if chosen in members and joined else [chosen]


def _entities(phrase: Phrase, span: Span, mentions: list[Mention]) -> tuple[Entity, ...]:
    if not mentions:
        return (Entity(raw_text=phrase.text, span=(0, len(phrase.text)), kind="unnamed"),)
    return tuple(_moved(e, span) for m in mentions for e in m.entities)


def _moved(entity: Entity, span: Span) -> Entity:
    start, end = entity.span or span
    return replace(entity, span=(max(0, start - span[0]), max(0, min(end, span[1]) - span[0])))
