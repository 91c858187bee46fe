"""The one public function of this room: who is meant by the words of a parsed article."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Iterable
from importlib.resources.abc import Traversable
from pathlib import Path

from communique.actors.article import ArticleReader
from communique.actors.gazetteer import build_index
from communique.actors.identify import Identifier
from communique.actors.mention import Mention, Mentions
from communique.actors.index import Entry
from communique.actors.mentions import find_chunks, find_units
from communique.actors.offices import Offices
from communique.actors.phrase import read_phrase
from communique.actors.tables import load
from communique.actors.words import Words
from communique.language.document import Parsed

__all__ = ["Resolver"]

_WEIGHTS = {"country": 2, "adjective": 2, "nationals": 2, "capital": 1, "city": 1}


class Resolver:
    """Finds the parties that articles name, and who they were on the articles' dates.

    `user_file` is a TOML file of [[actor]] tables (name, aliases, country, sector, entity_id,
    kind, office, from, to) that is laid over the package's own files; `folder` replaces these.
    `name` changes with the content of any of them. Raises `DataFileError` for a file that breaks
    its rules.
    """

    def __init__(
        self, user_file: Path | None = None, folder: Traversable | Path | None = None
    ) -> None:
        self.tables = load(user_file, folder)
        self.name = f"actors-{self.tables.version}"
        self.offices = Offices(self.tables)
        self._index = build_index(self.tables)
        self._words = Words(self.tables.words)

    def resolve(self, parsed: Parsed, on: dt.date | None) -> Mentions:
        """All mentions of an article whose words are to be understood as on a day.

        Without a day the last known offices and sectors are taken.
        """
        units = [find_units(s, self._index) for s in parsed.sentences]
        weights: Counter[str] = Counter()
        for i, here in enumerate(units):
            for code, weight in self._weigh(u.entries for u in here).items():
                weights[code] += weight * (3 if i < 3 else 2 if i < 8 else 1)
        article = parsed.article
        for line in (article.title, article.title, article.dateline):
            for code, weight in self._weigh(h.entries for h in self._index.find(line or "")).items():
                weights[code] += 3 * weight
        if article.outlet_country in self.tables.countries:
            weights[article.outlet_country] += 1
        near = {
            t.lower_ for s in parsed.sentences for t in s.doc if t.text[:1].isupper()
        }
        identifier = Identifier(
            self.tables, self.offices, on, frozenset(weights), frozenset(near)
        )
        reader = ArticleReader(identifier, self._words, weights)
        mentions: list[Mention] = []
        for sentence, found in zip(parsed.sentences, units, strict=True):
            chunks = find_chunks(sentence, found, self._words)
            readings = {
                id(c): read_phrase(sentence.doc, c, self.tables, self._words) for c in chunks
            }
            mentions.extend(reader.read(sentence, chunks, readings))
        return Mentions(reader.finish(mentions))

    def _weigh(self, found: Iterable[tuple[Entry, ...]]) -> Counter[str]:
        """How often each state is named, by names that can be of no other or mostly are not."""
        weights: Counter[str] = Counter()
        for entries in found:
            kinds = {e.kind for e in entries}
            doubtful = [self.tables.ambiguous[e.key] for e in entries if e.kind == "ambiguous"]
            if doubtful and len(doubtful[0].candidates) > 1:
                if doubtful[0].default in self.tables.countries:
                    weights[self.tables.countries[doubtful[0].default].state] += 1
                continue
            for kind, weight in _WEIGHTS.items():
                if kind in kinds:
                    keys = [e.key for e in entries if e.kind == kind]
                    codes = {self.tables.countries[k].state for k in keys}
                    if len(codes) == 1:
                        weights[codes.pop()] += weight
                    break
        return weights
