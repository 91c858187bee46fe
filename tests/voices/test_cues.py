"""The lexicon of cues."""

from __future__ import annotations

import pytest

from communique.voices.cues import CueWord, cue_words, lookup


def test_there_are_enough_cues_of_every_part():
    """The lexicon holds at least 250 words, nouns and adverbs among them."""
    parts = {row.part for row in cue_words()}
    assert len(cue_words()) >= 250
    assert parts == {"verb", "noun", "adjective", "adverb", "preposition"}


@pytest.mark.parametrize("row", cue_words(), ids=lambda row: f"{row.part}-{row.word}")
def test_every_example_is_found(row: CueWord, read):
    """In a row's example its word is the cue of a quotation, of the row's kind."""
    cues = [q.cue for q in read(row.example).quotations if q.cue is not None]
    stem = row.word[: max(3, len(row.word) - 3)]
    assert any(stem in cue.text.lower() and cue.kind == row.kind for cue in cues) or (
        row.example.split(row.word)[0] == row.example and any(cue.kind == row.kind for cue in cues)
    ), row.example


def test_a_lemma_is_looked_up_by_its_part_of_speech():
    """A word can be a cue as a noun and no cue as an adverb."""
    assert lookup("noun", "claim") is not None
    assert lookup("adverb", "claim") is None
