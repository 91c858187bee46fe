"""Quotations: their words, their speakers, their kinds."""

from __future__ import annotations

import pytest


def only(voices, cue):
    """The one quotation with this cue."""
    (found,) = [q for q in voices.quotations if q.cue is not None and q.cue.text == cue]
    return found


@pytest.mark.parametrize(
    ("text", "cue", "content", "speaker", "kind"),
    [
        (
            "The envoy said that the talks had failed.",
            "said",
            "that the talks had failed",
            "The envoy",
            "indirect",
        ),
        (
            "The talks have failed, the envoy said on Tuesday.",
            "said",
            "The talks have failed",
            "the envoy",
            "indirect",
        ),
        (
            "The talks, the envoy said, have failed.",
            "said",
            "The talks have failed",
            "the envoy",
            "indirect",
        ),
        (
            "“The talks have failed. We are going home,” said the envoy.",
            "said",
            "“The talks have failed. We are going home,”",
            "the envoy",
            "direct",
        ),
        (
            "The envoy called the deal a “dead letter” on Monday.",
            "called",
            "the deal a “dead letter”",
            "The envoy",
            "mixed",
        ),
        (
            "Two convoys crossed the border, according to the ministry.",
            "according to",
            "Two convoys crossed the border",
            "the ministry",
            "indirect",
        ),
        (
            "The general wants to leave the town.",
            "wants",
            "to leave the town",
            "The general",
            "ascribed",
        ),
        (
            "The envoy told reporters that the talks had failed.",
            "told",
            "that the talks had failed",
            "The envoy",
            "indirect",
        ),
        (
            "Minister: no talks with the rebels this year",
            ":",
            "no talks with the rebels this year",
            "Minister",
            "indirect",
        ),
        (
            "The envoy’s claim that the talks were over angered the rebels.",
            "claim",
            "that the talks were over",
            "The envoy’s",
            "indirect",
        ),
    ],
)
def test_content_and_speaker(text, cue, content, speaker, kind, read):
    """The clause that is said, without the cue, and the words of whoever says it."""
    quotation = only(read(text), cue)
    assert quotation.text == content
    assert quotation.speaker is not None
    assert quotation.speaker.raw_text in speaker
    assert quotation.kind == kind


def test_spans_are_the_texts_own_words(read):
    """Every span of a quotation, cue and speaker cuts exactly its words from the text."""
    text = "In Accra, the envoy said the talks “had failed,” the agency reported."
    quotations = read(text).quotations
    assert quotations
    for quotation in quotations:
        assert quotation.text == " ".join(text[s:e] for s, e in quotation.spans)
        assert quotation.cue is not None
        assert text[slice(*quotation.cue.span)] == quotation.cue.text
        assert text[slice(*quotation.speaker.span)] == quotation.speaker.raw_text


def test_a_quotation_goes_on_after_its_cue(read):
    """What the speaker says before and after the cue is one quotation of two spans."""
    text = "“The bridge is open,” the mayor said. “The road will follow.”"
    (quotation,) = read(text).quotations
    assert len(quotation.spans) == 2
    assert quotation.text == "“The bridge is open,” “The road will follow.”"


def test_a_quotation_may_run_over_paragraphs(read):
    """An unclosed paragraph's quotation goes on in the next that opens with a mark."""
    text = "The mayor said: “The bridge is open.\n\n“The road will follow next week.”"
    (quotation,) = read(text).quotations
    assert len(quotation.spans) == 2


def test_words_held_at_a_distance_are_no_quotation(read):
    """A word or two in marks that nobody says are nobody's quotation."""
    assert read("The so-called “reform” began on Monday.").quotations == ()


def test_reportedly_names_nobody(read):
    """The source of what is reportedly so is unnamed and has no words of the text."""
    quotation = only(read("Two convoys reportedly crossed the border at night."), "reportedly")
    assert quotation.speaker is not None
    assert (quotation.speaker.kind, quotation.speaker.span) == ("unnamed", None)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The envoy said that the talks had failed.", "neutral"),
        ("The envoy acknowledged that the talks had failed.", "endorsing"),
        ("The envoy claimed that the talks had failed.", "doubting"),
        ("The envoy denied that the talks had failed.", "denying"),
    ],
)
def test_the_cue_shows_how_the_outlet_stands_to_it(text, kind, read):
    """Cues are neutral, endorsing, doubting or denying."""
    (quotation,) = read(text).quotations
    assert quotation.cue.kind == kind


def test_a_relative_pronoun_stands_for_whom_it_belongs_to(read):
    """The speaker of "who said" carries the identity of its antecedent at the pronoun's place."""
    text = "Diallo, who said that the talks had failed, left Accra."
    quotation = only(read(text, Diallo="person/diallo"), "said")
    assert quotation.speaker.raw_text == "who"
    assert quotation.speaker.entity_id == "person/diallo"


def test_a_text_speaks_for_its_author(read):
    """A message that stresses is a document with its author's identity, in later mentions too."""
    text = "Diallo’s letter said that the talks had failed. The letter warned that war would come."
    voices = read(text, Diallo="person/diallo")
    for cue in ("said", "warned"):
        speaker = only(voices, cue).speaker
        assert (speaker.kind, speaker.entity_id) == ("document", "person/diallo")


def test_the_ground_is_how_a_source_knows(read):
    """What follows an unnamed source about its knowledge is kept in the text's words."""
    text = "An official briefed on the talks said that the truce would hold."
    quotation = only(read(text), "said")
    assert quotation.speaker.kind == "unnamed"
    assert quotation.ground == "briefed on the talks"


def test_who_is_told_is_the_addressee(read):
    """The object of "told" and what follows "to" are who is addressed."""
    assert only(
        read("The envoy told the mayor that he would leave."), "told"
    ).addressee.raw_text == ("the mayor")


def test_equal_text_gives_equal_records(read):
    """Quotations and passages depend on the article alone."""
    text = "The envoy said that the talks had failed. “War will come,” he added."
    assert read(text) == read(text)
