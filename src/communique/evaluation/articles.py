"""Labelled rows as articles, and the bare library to compare with."""

from __future__ import annotations

from communique.evaluation.gold import GoldArticle
from communique.records import Article, make_id

__all__ = ["article_of", "bare_text"]


def article_of(row: GoldArticle) -> Article:
    """The article that a labelled row is; its `source_id` is the row's id, its text untouched."""
    return Article(
        id=make_id("gold", row.id, row.text),
        source_id=row.id,
        url=row.url,
        title=row.title,
        published=row.published,
        published_from="given" if row.published else None,
        text=row.text,
    )


def bare_text(html: str) -> str:
    """What trafilatura gives for a page with its default settings."""
    import trafilatura

    return trafilatura.extract(html) or ""
