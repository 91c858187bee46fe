"""Voices of sentences, and loaded words."""

from __future__ import annotations

import re

import pytest

from communique.voices.loaded import comment_score, is_service_talk, lexicon, loaded_words


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("The ferry left the harbour at nine on Monday.", "outlet"),
        ("The mayor said that the ferry had left the harbour at nine.", "reported"),
        ("What a shameful and absurd decision this is!", "opinion"),
        ("We should never let these reckless fools near our harbour again.", "opinion"),
        ("The tyrant’s thirst for glory seems to remain unwavering.", "opinion"),
        ("There is something grotesque about this feast of generals.", "opinion"),
        ("How much longer must the fishermen wait for one man’s pride?", "opinion"),
        ("One can only despair at such reckless clowns.", "opinion"),
        ("Nor is the mayor a saint: his shameful deals are no secret.", "opinion"),
        ("There is no court worth the name, and shameful deals abound.", "opinion"),
        ("The stubborn little despot has nobody but himself to thank for that.", "opinion"),
        ("The envoy said that the despot was a pitiful and shameful fool.", "reported"),
        ("“How much longer must we wait for this pitiful despot?” the envoy asked.", "reported"),
        ("Reckless fools at sea again", "outlet"),
        ("Sign up to receive our shameful little letter!", "outlet"),
        ("By going on you accept our privacy policy and must never complain.", "outlet"),
    ],
)
def test_the_voice_of_a_sentence(text, voice, read):
    """Told as fact, reported of somebody, or in the author's own comment."""
    (passage,) = read(text).passages
    assert passage.voice == voice


def test_every_sentence_has_its_passage(read):
    """Passages are the text's sentences, in order."""
    text = "The ferry left. The mayor waved.\n\nNobody spoke."
    assert [text[slice(*p.span)] for p in read(text).passages] == [
        "The ferry left.",
        "The mayor waved.",
        "Nobody spoke.",
    ]


@pytest.mark.parametrize(("kind", "example"), lexicon().examples)
def test_every_group_of_loaded_words_has_its_example(kind, example):
    """A group's example holds at least one of its words, marked with its kind."""
    assert kind in {word.kind for word in loaded_words(example, 0)}


@pytest.mark.parametrize(
    "pattern",
    [*lexicon().patterns, *lexicon().report],
    ids=lambda pattern: pattern.expression.pattern[:30],
)
def test_every_pattern_finds_its_example(pattern):
    """A pattern matches the sentence that stands beside it."""
    text = pattern.example.lower().replace("’", "'")
    assert re.search(pattern.expression, text)


def test_loaded_words_are_cut_from_the_text():
    """Spans count from the article's start and cut exactly the words."""
    text = "xx It was a shameful decision."
    (word,) = loaded_words(text[3:], 3)
    assert text[slice(*word.span)] == word.text == "shameful"
    assert word.kind == "value_judgement"


def test_somebody_elses_words_are_not_the_outlets_choice(read):
    """Loaded words between quotation marks are not counted against the outlet."""
    (passage,) = read("“It is a shameful decision,” the mayor said.").passages
    assert passage.loaded == ()


def test_attribution_and_figures_speak_for_report():
    """The same words weigh less where a source and a number stand beside them."""
    assert comment_score("It is a shameful decision.") > comment_score(
        "It is a shameful decision, 40 percent told the agency on Monday."
    )


def test_comment_draws_its_neighbours_in(read):
    """A sentence that judges mildly is comment beside comment of its own paragraph alone."""
    mild, harsh = "His timid envoys left.", "It was a shameful and absurd farce."
    voices = [p.voice for p in read(f"{mild} {harsh}\n\n{mild}").passages]
    assert voices == ["opinion", "opinion", "outlet"]


@pytest.mark.parametrize("text", ["Talks on hold, envoy back in Accra", "Sign up for our letter"])
def test_lines_that_are_no_sentence_quote_nobody(text, read):
    """A headline without a finite verb and the page's own talk bring no quotation."""
    assert read(text).quotations == ()


@pytest.mark.parametrize("row", lexicon().furniture, ids=lambda row: row.example)
def test_every_pattern_of_service_talk_finds_its_example(row):
    """The page's talk to its reader is told by its words."""
    assert is_service_talk(row.example)


@pytest.mark.parametrize("words", ["1," * 40_000, "1 " * 40_000, "Brutal " * 20_000])
def test_a_sentence_without_end_is_weighed_in_a_moment(words):
    """However long a table or a list is that passes for a sentence, it is weighed at once."""
    assert isinstance(comment_score(words), float | int)
    assert all(words[slice(*w.span)] == w.text for w in loaded_words(words, 0))
    assert not is_service_talk(words)
