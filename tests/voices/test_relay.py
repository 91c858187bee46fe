"""Hands that only pass on: chains of two and three, in the shapes in which the press has them."""

from __future__ import annotations

import pytest


@pytest.mark.parametrize(
    ("text", "word", "hands"),
    [
        (
            "Diallo promised Togo “salt and grain” on Friday, Reuters reported, citing Granma.",
            "promised",
            ["Reuters", "Granma"],
        ),
        ("AFP, quoting Granma, said that Togo had left the talks.", "left", ["AFP", "Granma"]),
        ("Citing Granma, AFP reported that Togo had left the talks.", "left", ["AFP", "Granma"]),
        (
            "Togo left the talks, AFP reported, citing local media that quoted an aide.",
            "left",
            ["AFP", "local media", "an aide"],
        ),
        ("Togo left the talks, according to AFP, which cited Granma.", "left", ["AFP", "Granma"]),
        (
            "According to AFP, which picked up Granma, Togo left the talks.",
            "left",
            ["AFP", "Granma"],
        ),
        (
            "Togo left the talks, Granma said in a dispatch that was picked up by AFP.",
            "left",
            ["AFP", "Granma"],
        ),
        (
            "State radio, monitored by the BBC, said that the army had shelled the port.",
            "shelled",
            ["BBC", "State radio"],
        ),
        (
            "A report by Kyodo, relayed by AFP, said that Togo had left the talks.",
            "left",
            ["AFP", "A report by Kyodo"],
        ),
        (
            "The ministry said in a statement published by Granma that troops had left the town.",
            "left",
            ["Granma", "The ministry"],
        ),
        (
            "In remarks carried by Tanjug, the general threatened Togo with war.",
            "threatened",
            ["Tanjug"],
        ),
        (
            "The general threatened Togo with war in remarks carried by Tanjug.",
            "threatened",
            ["Tanjug"],
        ),
        (
            "The envoy told Kyodo in an interview that Togo had left the talks.",
            "left",
            ["Kyodo", "The envoy"],
        ),
        ("Speaking to Kyodo, the minister accused Togo of fraud.", "accused", ["Kyodo"]),
        ("Togo left the talks, according to a letter seen by AFP.", "left", ["AFP", "a letter"]),
        (
            "Diallo was quoted by Tanjug as saying that the border would close.",
            "close",
            ["Tanjug", "Diallo"],
        ),
        (
            "Togo left the talks, the envoy was quoted by Tanjug as saying.",
            "left",
            ["Tanjug", "the envoy"],
        ),
        (
            "Xinhua quoted the envoy as telling reporters that Togo had left the talks.",
            "left",
            ["Xinhua", "the envoy"],
        ),
        ("Togo condemned the coup, as AFP reports.", "condemned", ["AFP"]),
        ("Togo condemned the coup, as reported by AFP.", "condemned", ["AFP"]),
        (
            "Diallo thanked Togo, state radio said, the BBC reported.",
            "thanked",
            ["BBC", "state radio"],
        ),
        (
            "State radio reported that Togo had left the talks, according to AFP.",
            "left",
            ["AFP", "State radio"],
        ),
        (
            "Granma wrote, with reference to a source in the ministry, that Togo had left.",
            "left",
            ["Granma", "a source in the ministry"],
        ),
        (
            "In a report citing officials, AFP said that Togo had left the talks.",
            "left",
            ["AFP", "officials"],
        ),
    ],
)
def test_the_chain_of_a_claim(text, word, hands, chain):
    """Who passed a claim on stands before whom they had it from, the outermost first."""
    assert chain(text, word) == hands


def test_whoever_only_passes_on_is_no_speaker_of_its_own(named):
    """A source's source is in the chain and brings no quotation of its own name."""
    quotations = named("AFP, quoting Granma, said that Togo had left.").quotations
    assert [q.cue.text for q in quotations] == ["said"]


def test_grounds_are_no_source(chain):
    """What a speaker cites as a reason is no hand."""
    text = "The minister said that Togo had left, citing the cold weather."
    assert chain(text, "left") == ["The minister"]


def test_quoted_words_of_a_relayed_promise_are_the_promisers(named):
    """The few words in marks belong to who promised, and came through both hands."""
    text = "Diallo promised Togo “salt and grain” on Friday, Reuters reported, citing Granma."
    (found,) = [q for q in named(text).quotations if q.cue.text == "promised"]
    assert found.text == "Togo “salt and grain”"
    assert (found.kind, found.speaker.raw_text) == ("mixed", "Diallo")
    assert [h.source.raw_text for h in found.attribution] == ["Reuters", "Granma"]


def test_words_before_a_verb_of_quoting_are_those_of_whom_it_quotes(named):
    """ "X, the agency quoted him as telling Y": X is his, to Y, through the agency."""
    text = "“Outside help” must come at once, AFP quoted Diallo as telling the mayor."
    (found,) = named(text).quotations
    assert found.text == "“Outside help” must come at once"
    assert (found.speaker.raw_text, found.addressee.raw_text) == ("Diallo", "the mayor")
    assert [h.source.raw_text for h in found.attribution] == ["AFP"]
