"""Parsed sentences and their offsets."""

from __future__ import annotations

import pytest

from communique.errors import SettingsError
from communique.language import Parser
from communique.language.parser import readable
from communique.records import Article

TEXTS = [
    "Peru’s president said: “We met.” Then he left for the U.S. on Friday.\n\nChile agreed.",
    "Troops crossed the river — nobody fired.",
    "“Stop,” she said.\nThe end",
]


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def articles() -> list[tuple[Article, tuple]]:
    return [(Article(id=f"{n:024d}", text=t), ()) for n, t in enumerate(TEXTS)]


def test_tokens_stand_where_the_article_has_them(parser):
    """`start + token.idx` is the token's offset in the article's text."""
    for parsed in parser.parse_many(articles()):
        for sentence in parsed.sentences:
            assert parsed.article.text[sentence.start : sentence.end] == sentence.text
            assert len(sentence.doc.text) == len(sentence.text)
            for token in sentence.doc:
                start, end = sentence.token_span(token)
                words = parsed.article.text[start:end]
                assert len(words) == len(token.text)
                if words.isalnum():
                    assert words == token.text


def test_each_sentence_is_one_sentence_to_the_parser(parser):
    """The parser does not cut a sentence again."""
    for parsed in parser.parse_many(articles()):
        assert all(len(list(s.doc.sents)) == 1 for s in parsed.sentences)


def test_parses_do_not_depend_on_their_neighbours(parser):
    """In another order and other batches every sentence is parsed alike."""

    def trees(pairs):
        return {
            p.article.id: [[(t.text, t.tag_, t.dep_, t.head.i) for t in s.doc] for s in p.sentences]
            for p in parser.parse_many(pairs)
        }

    together = trees(articles() * 5)
    assert together == trees(list(reversed(articles())))
    assert together == {k: v for pair in articles() for k, v in trees([pair]).items()}


def test_the_sentence_at_an_offset_is_found(parser):
    """`sentence_at` finds the sentence, and none between sentences."""
    parsed = parser.parse(articles()[0][0])
    for sentence in parsed.sentences:
        assert parsed.sentence_at(sentence.start) is sentence
        assert parsed.sentence_at(sentence.end - 1) is sentence
    assert parsed.sentence_at(len(TEXTS[0])) is None


def test_a_model_that_is_missing_is_named():
    """The error names the model."""
    with pytest.raises(SettingsError, match="no_such_model"):
        Parser("no_such_model")


@pytest.mark.parametrize(
    ("text", "dateline", "opening", "seen"),
    [
        ("LIMA (AP) — Peru left.", None, True, "            Peru left."),
        ("LIMA — Peru left.", None, False, "LIMA — Peru left."),
        ("Lima, May 3 – Peru left.", "Lima, May 3", False, "              Peru left."),
        ("On Tuesday Peru and Chile met.", None, False, "           Peru and Chile met."),
        ("On Tuesday, Peru left.", None, False, "On Tuesday, Peru left."),
        ("“Stop,” he\nsaid.", None, False, '"Stop," he said.'),
    ],
)
def test_the_parser_sees_a_plain_sentence_of_the_same_length(text, dateline, opening, seen):
    """Datelines and leading days are blanked, marks are plain, and no offset moves."""
    assert readable(text, dateline, opening=opening) == seen
    assert len(seen) == len(text)
