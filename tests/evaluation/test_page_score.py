"""The score of a page's text: four words in a row, counted."""

from __future__ import annotations

import pytest

from communique.evaluation import PageScore, mean, score_page


def test_the_same_words_score_one_whatever_stands_between_them():
    """Marks and white space are no words."""
    assert score_page("One two, three\nfour - five.", "One two three four five") == PageScore(
        1, 1, 1
    )


def test_what_is_missing_costs_recall_and_what_is_too_much_precision():
    """Four of six words have one shingle in three; six of four the other way round."""
    short, long = "a b c d", "a b c d e f"
    assert score_page(long, short) == PageScore(1.0, pytest.approx(1 / 3), pytest.approx(0.5))
    assert score_page(short, long) == PageScore(pytest.approx(1 / 3), 1.0, pytest.approx(0.5))


def test_a_shingle_counts_as_often_as_it_stands_there():
    """A text twice over is half wrong, but for the seam."""
    found = score_page("a b c d", "a b c d a b c d")
    assert (found.precision, found.recall) == (pytest.approx(1 / 5), 1.0)


@pytest.mark.parametrize(
    ("gold", "found", "score"),
    [
        ("", "", PageScore(1, 1, 1)),
        ("a b c d", "", PageScore(0, 0, 0)),
        ("", "a b c d", PageScore(0, 0, 0)),
        ("a b", "a b", PageScore(1, 1, 1)),
        ("a b", "a c", PageScore(0, 0, 0)),
    ],
)
def test_texts_of_less_than_four_words(gold, found, score):
    """A short text is one shingle; nothing against nothing is right."""
    assert score_page(gold, found) == score


def test_the_mean_has_the_f1_of_the_means():
    """Not the mean of the pages' F1."""
    result = mean([PageScore(1.0, 0.5, 2 / 3), PageScore(0.0, 0.0, 0.0)])
    assert (result.precision, result.recall) == (0.5, 0.25)
    assert result.f1 == pytest.approx(1 / 3)
    assert mean([]) == PageScore(0.0, 0.0, 0.0)
