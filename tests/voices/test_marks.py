"""Quotation marks."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from communique.voices.marks import quoted_stretches


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge is open,” she said.",
        '"The bridge is open," she said.',
        "''The bridge is open,'' she said.",
        "‘The bridge is open,’ she said.",
        "«The bridge is open,» she said.",
    ],
)
def test_every_style_of_marks_is_read(text, parse):
    """Straight, typographic, doubled single and angular marks all bound a stretch."""
    (quoted,) = quoted_stretches(parse(text))
    assert quoted.closed
    assert "The bridge is open," in text[slice(*quoted.span)]
    assert "she" not in text[slice(*quoted.span)]


def test_a_stretch_may_hold_several_sentences(parse):
    """Marks bound one stretch over the ends of sentences."""
    text = "“The bridge is open. The road is not,” she said."
    (quoted,) = quoted_stretches(parse(text))
    assert text[slice(*quoted.span)] == "“The bridge is open. The road is not,”"


def test_marks_inside_other_marks_do_not_part_a_stretch(parse):
    """Only the outermost marks count."""
    text = "“They wrote ‘no entry’ on the gate,” she said."
    (quoted,) = quoted_stretches(parse(text))
    assert text[slice(*quoted.span)] == "“They wrote ‘no entry’ on the gate,”"


def test_an_unclosed_stretch_ends_with_its_paragraph(parse):
    """A mark that is not closed holds to its paragraph's end, and says so."""
    text = "She said: “The bridge is open.\n\nThe river rose on Monday."
    (quoted,) = quoted_stretches(parse(text))
    assert not quoted.closed
    assert text[slice(*quoted.span)] == "“The bridge is open."


def test_apostrophes_are_no_marks(parse):
    """Possessives and short forms open nothing."""
    assert quoted_stretches(parse("The ministers’ cars weren’t there, and Mali’s flag hung.")) == ()


@pytest.mark.parametrize("text", ["a“b " * 30_000, "«a «b " * 20_000, '"' * 60_000])
def test_marks_without_end_are_read_in_a_moment(text):
    """Each mark is looked at a few times, however many are never closed."""
    sentence = SimpleNamespace(start=0, end=len(text), paragraph=0)
    parsed = SimpleNamespace(article=SimpleNamespace(text=text), sentences=(sentence,))
    assert isinstance(quoted_stretches(parsed), tuple)
