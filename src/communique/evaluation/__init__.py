"""Labelled files to figures."""

from communique.evaluation.articles import article_of, bare_text
from communique.evaluation.events import EventScores, pair_article, parties_right, score_events
from communique.evaluation.gold import (
    GoldArticle,
    GoldEvent,
    GoldParty,
    read_gold_events,
    read_gold_pages,
)
from communique.evaluation.reading import PageScore, mean, score_page
from communique.evaluation.scores import Score

__all__ = [
    "EventScores",
    "GoldArticle",
    "GoldEvent",
    "GoldParty",
    "PageScore",
    "Score",
    "article_of",
    "bare_text",
    "mean",
    "pair_article",
    "parties_right",
    "read_gold_events",
    "read_gold_pages",
    "score_events",
    "score_page",
]
