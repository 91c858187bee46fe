"""Quotations of a few words, and marks that quote nobody."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The envoy hailed his guest as a “steady captain”.", "The envoy"),
        ("The deal was hailed as a “new dawn” by the minister.", "the minister"),
        ("The envoy called it “an act of war”.", "The envoy"),
        ("They left, giving what they termed “economic blackmail” as the reason.", "they"),
        ("The general thanked Togo for its “brave sons”.", "The general"),
        ("The ministers denounced the plan, speaking of “open theft”.", "The ministers"),
        ("The minister wrote to the mayor with “warm wishes” on Monday.", "The minister"),
        ("The minister rejected “foreign meddling” in the vote.", "The minister"),
    ],
)
def test_a_few_words_are_their_speakers(text, speaker, read):
    """Two to four words in marks belong to the subject, or the agent, of their clause's cue."""
    words = text[text.index("“") : text.index("”") + 1]
    found = [q for q in read(text).quotations if words in q.text]
    assert [q.speaker.raw_text for q in found] == [speaker]
    assert found[0].kind in {"direct", "mixed"}


@pytest.mark.parametrize(
    "text",
    [
        "The minister attacked the film “Red Harbour” on Monday.",
        "The minister attacked the so-called “popular front” on Monday.",
        "The army blew up the “Old Bridge” on Monday.",
        "The envoy, a “steady hand” in the talks, left Accra.",
    ],
)
def test_titles_and_words_held_at_a_distance_quote_nobody(text, read):
    """No quotation is direct or mixed for a title's, a name's or a so-called thing's marks."""
    assert not [q for q in read(text).quotations if q.kind in {"direct", "mixed"}]


def test_another_speakers_praise_inside_a_report_is_its_own(read):
    """What an agency says that somebody praised is his, through the agency."""
    text = "AFP wrote that Diallo praised Togo for its “loyal hand” in the talks."
    voices = read(text, AFP="org/afp", Diallo="person/diallo")
    (found,) = [q for q in voices.quotations if q.cue.text == "praised"]
    assert (found.speaker.raw_text, found.kind) == ("Diallo", "mixed")
    assert [h.source.raw_text for h in found.attribution] == ["AFP"]
