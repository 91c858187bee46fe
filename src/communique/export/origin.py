"""Where the article of a record stands: what table rows and citations add to it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from communique.records import Article, Correction, Record, Skipped, Tie

__all__ = ["ADDED", "ArticleLookup", "Origin", "Origins"]

ADDED = ("url", "outlet", "published")
"""The article's fields that rows of its records bear in tables."""

ArticleLookup = Callable[[str], Article | None]
"""From an article's id to the article; a store's `article` is one."""


@dataclass(frozen=True, slots=True)
class Origin:
    """The fields of an article that go with each of its records."""

    url: str | None = None
    outlet: str | None = None
    published: str | None = None
    title: str | None = None
    language: str | None = None


_NOWHERE = Origin()
_KEPT = 4096


class Origins:
    """Looks articles up and remembers a few thousand of them, since their records come together.

    Without a lookup, as for records that come from no store, only the articles met so far are
    known: `see` them first.
    """

    def __init__(self, lookup: ArticleLookup | None = None) -> None:
        self._lookup = lookup
        self._known: dict[str, Origin] = {}

    def see(self, article: Article) -> Origin:
        """Remembers an article."""
        if len(self._known) >= _KEPT and self._lookup is not None:
            self._known.clear()
        origin = Origin(
            article.url, article.outlet, article.published, article.title, article.language
        )
        self._known[article.id] = origin
        return origin

    def of(self, record: Record) -> Origin:
        """The origin of a record's article; of a tie, of its first evidence's."""
        if isinstance(record, Article):
            return self.see(record)
        if isinstance(record, Skipped | Correction):
            return _NOWHERE
        article_id = record.evidence[0].article if isinstance(record, Tie) else record.article
        known = self._known.get(article_id)
        if known is None and self._lookup is not None:
            article = self._lookup(article_id)
            known = self.see(article) if article is not None else None
        return known or _NOWHERE
