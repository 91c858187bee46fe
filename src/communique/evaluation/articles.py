"""Labelled rows as articles, and the bare library to compare with."""

from __future__ import annotations

from communique.evaluation.gold import GoldArticle
from communique.reading import ReadOptions
from communique.reading.article import Draft, make_article
from communique.records import Article

__all__ = ["article_of", "bare_text"]


def article_of(row: GoldArticle) -> Article:
    """A labelled row as the article that reading it would give; its `source_id` is the row's id,
    its text untouched."""
    draft = Draft(
        text=row.text,
        where=row.id,
        source_id=row.id,
        url=row.url,
        title=row.title,
        given=row.published,
    )
    return make_article(draft, ReadOptions(language=None))


def bare_text(html: str) -> str:
    """What trafilatura gives for a page with its default settings."""
    import trafilatura

    return trafilatura.extract(html) or ""
