"""The list of the steps, in order: Article -> records. Nothing is decided here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from msgspec import Struct

from communique.actors import Mentions, Resolver
from communique.events import EventCoder
from communique.language import Parsed, Parser
from communique.reading import furniture_spans
from communique.reading.zones import local_day
from communique.records import Article, Event, Passage, Quotation, Record, Tie
from communique.settings import Settings
from communique.ties import find_ties
from communique.version import __version__
from communique.voices import attribute

__all__ = ["Coder", "Coding"]


class Coding(Struct, frozen=True, kw_only=True):
    """An article and everything that was read out of it, each in the order of the text."""

    article: Article
    events: tuple[Event, ...]
    quotations: tuple[Quotation, ...]
    passages: tuple[Passage, ...]
    ties: tuple[Tie, ...]

    def records(self) -> Iterator[Record]:
        """All records, the article first."""
        yield self.article
        yield from self.events
        yield from self.quotations
        yield from self.passages
        yield from self.ties


class Coder:
    """Codes articles. Making one loads the models, which takes about a second.

    Of the settings, `parser` and `actors` count. Equal articles give equal records, in whatever
    order and company they come. Raises `SettingsError` for a parser that is not installed.
    """

    def __init__(self, settings: Settings | None = None) -> None:
        chosen = settings or Settings()
        self.parser = Parser(chosen.parser)
        self.resolver = Resolver(chosen.actors)
        self._events = EventCoder()
        self.name = "; ".join(
            (
                f"communique {__version__}",
                self._events.name,
                self.parser.name,
                "plover-2.0",
                self.resolver.name,
            )
        )

    def code(self, article: Article) -> Coding:
        """The records of one article."""
        return next(self.code_many([article]))

    def code_many(self, articles: Iterable[Article]) -> Iterator[Coding]:
        """The records of articles, in order; memory is bounded by a batch of articles."""
        for _, coding in self.open_many(articles):
            yield coding

    def open_many(self, articles: Iterable[Article]) -> Iterator[tuple[Mentions, Coding]]:
        """The same with all mentions of each article, also those that take part in no record."""
        pairs = ((article, furniture_spans(article)) for article in articles)
        for parsed in self.parser.parse_many(pairs):
            yield self._code(parsed)

    def _code(self, parsed: Parsed) -> tuple[Mentions, Coding]:
        mentions = self.resolver.resolve(parsed, local_day(parsed.article))
        voices = attribute(parsed, mentions)
        return mentions, Coding(
            article=parsed.article,
            events=self._events.code(parsed, mentions, voices, self.name),
            quotations=voices.quotations,
            passages=voices.passages,
            ties=find_ties(parsed, mentions, voices),
        )
