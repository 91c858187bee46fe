"""Records made elsewhere, into a store."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from communique.errors import StoreError
from communique.records import (
    Article,
    Correction,
    Event,
    Passage,
    Quotation,
    Record,
    Skipped,
    Tie,
)
from communique.store.coded import StoredCoding
from communique.store.store import Store

__all__ = ["ingest"]


def _articles_of(record: Event | Quotation | Passage | Tie) -> list[str]:
    if isinstance(record, Tie):
        return list(dict.fromkeys(evidence.article for evidence in record.evidence))
    return [record.article]


def _coding(article: Article, records: list[Record]) -> StoredCoding:
    unique = list({(type(r), getattr(r, "id", "")): r for r in records}.values())
    return StoredCoding(
        article=article,
        events=tuple(r for r in unique if isinstance(r, Event)),
        quotations=tuple(r for r in unique if isinstance(r, Quotation)),
        passages=tuple(r for r in unique if isinstance(r, Passage)),
        ties=tuple(r for r in unique if isinstance(r, Tie)),
    )


def ingest(store: Store, records: Iterable[Record]) -> tuple[int, tuple[Skipped, ...]]:
    """Writes records in any order, each with its article; how many articles were new.

    Articles that are stored already stay as they are, with their records. What cannot be
    written, as a record whose article is neither here nor in the store, is named in the
    second result, and the rest is written. All records are held in memory until their
    articles are complete, since any record may come last.
    """
    articles: dict[str, Article] = {}
    by_article: dict[str, list[Record]] = defaultdict(list)
    for record in records:
        if isinstance(record, Article):
            articles.setdefault(record.id, record)
        elif isinstance(record, Skipped):
            store.write_skipped(record)
        elif isinstance(record, Correction):
            store.write_correction(record)
        else:
            for article_id in _articles_of(record):
                by_article[article_id].append(record)
    new = 0
    failed: list[Skipped] = []
    for article_id, article in articles.items():
        try:
            new += store.write(_coding(article, by_article.pop(article_id, [])))
        except StoreError as error:
            failed.append(Skipped(source=article_id, reason="failed", detail=str(error)))
    for article_id in by_article:
        if not store.has_article(article_id):
            number = len(by_article[article_id])
            detail = f"{number} records belong to this article, which is not given"
            failed.append(Skipped(source=article_id, reason="malformed", detail=detail))
    return new, tuple(failed)
