"""Where sentences and paragraphs end."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.language import paragraph_spans, sentence_spans
from communique.language.segment import MAX_SENTENCE


def sentences(text: str) -> list[str]:
    return [text[s:e] for (s, e), _ in sentence_spans(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("U.S. troops left. Gen. Abdi stayed.", ["U.S. troops left.", "Gen. Abdi stayed."]),
        (
            "He spoke in the U.S. on Jan. 5. Sen. Ruiz and Lt. Col. Okafor met Mr. Diaz.",
            ["He spoke in the U.S. on Jan. 5.", "Sen. Ruiz and Lt. Col. Okafor met Mr. Diaz."],
        ),
        (
            "The U.S. Army left the U.S. The talks went on.",
            ["The U.S. Army left the U.S.", "The talks went on."],
        ),
        (
            "“We are ready. We will wait,” he said. Nobody came.",
            ["“We are ready.", "We will wait,” he said.", "Nobody came."],
        ),
        ("No full stop here\n\nBut a second line", ["No full stop here", "But a second line"]),
        (
            "A first line\nA second line\nA third line",
            ["A first line", "A second line", "A third line"],
        ),
        (
            "Rates rose 3.5 percent at 10 a.m. on Friday.",
            ["Rates rose 3.5 percent at 10 a.m. on Friday."],
        ),
    ],
)
def test_sentences_end_where_a_reader_ends_them(text, expected):
    """Titles, abbreviations, quotations and lines without a full stop are read rightly."""
    assert sentences(text) == expected


def test_a_line_wrapped_at_a_column_goes_on():
    """Hard-wrapped text is one paragraph; its sentences cross the line ends."""
    text = (
        "The foreign minister of Peru said on Monday that the talks with Chile had\n"
        "gone well and that both would meet again. The two countries have shared a\n"
        "border commission since the year 2000."
    )
    assert len(paragraph_spans(text)) == 1
    assert len(sentences(text)) == 2


def test_furniture_is_no_sentence():
    """Spans that are furniture are left out; what stands beside them stays."""
    text = "Peru met Chile.\n\nSign up to our newsletter!\n\nThey signed."
    start = text.index("Sign up")
    found = sentence_spans(text, [(start, start + len("Sign up to our newsletter!"))])
    assert [text[s:e] for (s, e), _ in found] == ["Peru met Chile.", "They signed."]


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=300))
def test_spans_are_in_order_and_within_the_text(text):
    """Sentences do not overlap, are never empty, and begin and end with a word's character."""
    position = 0
    for (start, end), _ in sentence_spans(text):
        assert position <= start < end <= len(text)
        assert text[start:end] == text[start:end].strip()
        position = end


def test_what_never_ends_is_cut():
    """A line without sentence ends is read in pieces of bounded length; no word is lost."""
    text = "word " * 2000 + "x" * 4000
    found = sentences(text)
    assert all(len(piece) <= MAX_SENTENCE for piece in found)
    assert "".join(found).replace(" ", "") == text.replace(" ", "")
