"""The one public function of this room: who is meant by the words of a parsed article."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from importlib.resources.abc import Traversable
from pathlib import Path

from communique.actors.article import ArticleReader
from communique.actors.gazetteer import build_index
from communique.actors.identify import Identifier
from communique.actors.index import Entry
from communique.actors.mention import Mention, Mentions
from communique.actors.mentions import find_chunks
from communique.actors.offices import Offices
from communique.actors.phrase import only_backs, read_phrase
from communique.actors.scene import Focus, focus_of
from communique.actors.settled import settle_places
from communique.actors.tables import load
from communique.actors.units import Unit, find_units
from communique.actors.words import Words
from communique.language.document import Parsed, Sentence

__all__ = ["Resolver"]

_CAPITALISED = re.compile(r"\b[A-Z][\w-]*")
_WEIGHTS = {"country": 2, "adjective": 2, "nationals": 2, "capital": 1, "city": 1}


class Resolver:
    """Finds the parties that articles name, and who they were on the articles' dates.

    `user_file` is a TOML file of [[actor]] tables (name, aliases, country, sector, entity_id,
    kind, office, from, to) that is laid over the package's own files; `folder` replaces these.
    `name` changes with the content of any of them. Raises `DataFileError` for a file that breaks
    its rules.
    """

    def __init__(
        self, user_file: Path | str | None = None, folder: Traversable | Path | str | None = None
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
        units = [
            settle_places(s, here, self.tables)
            for s, here in zip(parsed.sentences, units, strict=True)
        ]
        sure, doubtful, mentions_of = self._weigh(parsed, units)
        named = frozenset(sure + doubtful)
        units = [[self._settled(u, named) for u in here] for here in units]
        near = {w.lower() for s in parsed.sentences for w in _CAPITALISED.findall(s.text)}
        identifier = Identifier(
            self.tables, self.offices, on, frozenset(sure), frozenset(near), focus_of(sure)
        )
        reader = ArticleReader(identifier, self._words, Focus.of(sure + doubtful, mentions_of))
        mentions: list[Mention] = []
        for sentence, found in zip(parsed.sentences, units, strict=True):
            chunks = find_chunks(sentence, found, self._words)
            readings = {
                id(c): read_phrase(sentence.tokens, c, self.tables, self._words) for c in chunks
            }
            mentions.extend(reader.read(sentence, chunks, readings))
        return Mentions(reader.finish(mentions))

    def _settled(self, unit: Unit, named: frozenset[str]) -> Unit:
        """Without the body of a country that is not spoken of, where a role is named as well.

        'The Ministry of Defence' is one country's only in articles that name this country.
        """
        if not unit.get("role") or not unit.get("metonym"):
            return unit
        kept = tuple(
            e
            for e in unit.entries
            if e.kind != "metonym" or self.tables.metonyms[e.key].code in named
        )
        return Unit(unit.first, unit.last, kept)

    def _weigh(
        self, parsed: Parsed, units: list[list[Unit]]
    ) -> tuple[Counter[str], Counter[str], Counter[str]]:
        """How much each state is named, by names of no other and by names that others bear too.

        The title and the first sentences weigh more: they say what an article is about. Third, how
        often each is named in whichever way.
        """
        sure: Counter[str] = Counter()
        doubtful: Counter[str] = Counter()
        mentions: Counter[str] = Counter()
        article = parsed.article
        lines = [(h.entries, 6) for h in self._index.find(article.title or "")]
        lines += [(h.entries, 3) for h in self._index.find(article.dateline or "")]
        for i, (sentence, here) in enumerate(zip(parsed.sentences, units, strict=True)):
            factor = 3 if i < 3 else 2 if i < 8 else 1
            lines += [
                (u.entries, factor)
                for u in here
                if not only_backs(sentence.tokens, u, self._words) and not _ends_name(sentence, u)
            ]
        for entries, factor in lines:
            code, weight, certain = self._named_state(entries)
            if code is not None:
                mentions[code] += 1
                (sure if certain else doubtful)[code] += weight * factor
        if article.outlet_country in self.tables.countries:
            sure[article.outlet_country] += 1
        return sure, doubtful, mentions

    def _named_state(self, entries: tuple[Entry, ...]) -> tuple[str | None, int, bool]:
        """The state that a phrase names, its weight, and whether it can be no other."""
        countries = self.tables.countries
        for entry in entries:
            if entry.kind == "ambiguous":
                row = self.tables.ambiguous[entry.key]
                if row.default not in countries:
                    return None, 0, False
                certain = len(row.candidates) == 1
                return countries[row.default].state, 2 if certain else 1, certain
        for kind, weight in _WEIGHTS.items():
            codes = {countries[e.key].state for e in entries if e.kind == kind}
            if codes:
                return (codes.pop(), weight, True) if len(codes) == 1 else (None, 0, False)
        return None, 0, False


def _ends_name(sentence: Sentence, unit: Unit) -> bool:
    """'Vernon Jordan': a place after a name that is none says nothing of the place."""
    if unit.first == 0 or unit.first < unit.last or not unit.get("country", "ambiguous"):
        return False
    before = sentence.tokens[unit.first - 1]
    text = before.text
    plain = text[:1].isupper() and text[1:].islower() and text.isalpha()
    return bool(plain and before.pos_ == "PROPN" and before.dep_ == "compound")
