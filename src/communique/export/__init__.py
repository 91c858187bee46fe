"""Records to other people's formats, one file a format."""

from communique.export.csv import columns, write_csv
from communique.export.jsonl import write_jsonl
from communique.export.origin import ArticleLookup
from communique.export.parquet import arrow_tables, write_parquet
from communique.export.plover import plover_event, write_plover

__all__ = [
    "ArticleLookup",
    "arrow_tables",
    "columns",
    "plover_event",
    "write_csv",
    "write_jsonl",
    "write_parquet",
    "write_plover",
]
