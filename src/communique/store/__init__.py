"""Records and SQLite: writing, queries, full text, event identity."""

from communique.store.coded import Coded, StoredCoding
from communique.store.counts import Coverage, DyadWeek
from communique.store.diff import Change, diff
from communique.store.filters import Filters
from communique.store.ingest import ingest
from communique.store.reader import Reader
from communique.store.sqlread import Rows
from communique.store.store import Store

__all__ = [
    "Change",
    "Coded",
    "Coverage",
    "DyadWeek",
    "Filters",
    "Reader",
    "Rows",
    "Store",
    "StoredCoding",
    "diff",
    "ingest",
]
