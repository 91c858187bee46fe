from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.actors.index import PhraseIndex, fold


@pytest.fixture
def index() -> PhraseIndex:
    index = PhraseIndex()
    index.add("Korea", "country", "KOR", "name")
    index.add("North Korea", "country", "PRK", "name")
    index.add("North Korea Times", "organisation", "org/times", "name")
    index.add("the North", "country", "PRK", "name")
    index.add("US", "country", "USA", "exact")
    index.add("foreign minister", "role", "foreign minister", "any")
    index.add("Erdoğan", "surname", "person/erdogan", "name")
    index.add("People's Army", "organisation", "org/army", "name")
    return index


def found(index: PhraseIndex, text: str) -> list[tuple[str, str]]:
    return [(text[h.start : h.end], h.entries[0].key) for h in index.find(text)]


def test_longest(index: PhraseIndex) -> None:
    """Of phrases that begin together the longest is found, and nothing inside it."""
    assert found(index, "North Korea won") == [("North Korea", "PRK")]
    assert found(index, "the North Korea Times") == [("North Korea Times", "org/times")]


def test_word_boundaries(index: PhraseIndex) -> None:
    """A phrase inside a word is not found."""
    assert found(index, "Koreans and USB") == []


def test_case(index: PhraseIndex) -> None:
    """Acronyms are found only as written, names with a capital, role words anyhow."""
    assert found(index, "they told us") == []
    assert found(index, "US") == [("US", "USA")]
    assert found(index, "north korea") == []
    assert found(index, "NORTH KOREA") == [("NORTH KOREA", "PRK")]
    assert found(index, "Foreign Minister") == [("Foreign Minister", "foreign minister")]


def test_accents_and_apostrophes(index: PhraseIndex) -> None:
    """Accents and curly apostrophes make no difference, and offsets stay."""
    assert found(index, "Then Erdogan met Erdoğan.") == [
        ("Erdogan", "person/erdogan"),
        ("Erdoğan", "person/erdogan"),
    ]
    assert found(index, "the People’s Army") == [("People’s Army", "org/army")]


@given(st.text(max_size=60))
def test_folding_keeps_length(text: str) -> None:
    """Folding a text changes no offset."""
    assert len(fold(text)) == len(text)


@given(st.text(max_size=60) | st.text("ab \u00e4.'B", max_size=60))
def test_hits_are_ordered_and_apart(text: str) -> None:
    """Hits lie in the text, in order, and do not overlap."""
    index = PhraseIndex()
    index.add("a b", "role", "ab", "any")
    index.add("b", "role", "b", "any")
    end = 0
    for hit in index.find(text):
        assert end <= hit.start < hit.end <= len(text)
        end = hit.end
