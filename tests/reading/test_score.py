"""What no pattern knows is weighed: the site's own voice goes, reporting stays."""

from __future__ import annotations

import random
import tomllib
from functools import cache
from importlib.resources import files

import pytest

from communique.reading import ReadOptions, furniture_spans
from communique.reading.article import Draft, make_article
from communique.reading.furniture import find_furniture
from communique.reading.score import load_weights, unquoted, weigh

# Both lists are shuffled with this seed and cut in the middle: the rules were built on the first
# halves; of the second ones only the share is known.
SEED = 20240611
BODY = (
    "The two governments signed the border treaty on Monday after nine years of talks.",
    "Soldiers on both sides will leave the valley within six months, the ministers said.",
    "Farmers in the valley welcomed the treaty and asked for the road to be opened soon.",
    "The road was closed in 2014, when a patrol was shelled and two people were killed.",
)

Halves = tuple[list[tuple[str, str]], list[tuple[str, str]], list[str], list[str]]


@cache
def halves() -> Halves:
    path = files("communique.reading").joinpath("data/furniture_examples.toml")
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    rows = [(row["kind"], row["at"], words) for row in data["positive"] for words in row["texts"]]
    negative = list(data["negative"]["texts"])
    shuffled = random.Random(SEED)
    shuffled.shuffle(rows)
    shuffled.shuffle(negative)
    positive = [(at, words) for _, at, words in rows]
    cut, half = len(positive) // 2, len(negative) // 2
    return positive[:cut], positive[cut:], negative[:half], negative[half:]


def test_bounds_of_the_examples() -> None:
    """There are at least 150 examples of furniture and 80 of reporting."""
    build, other, build_negative, other_negative = halves()
    assert len(build) + len(other) >= 150
    assert len(build_negative) + len(other_negative) >= 80


def _goes(at: str, words: str) -> bool:
    """Whether the words are found in each place where they may stand, and nothing else is."""
    texts = {
        "start": ["\n\n".join((words, *BODY))],
        "end": ["\n\n".join((*BODY, words))],
        "any": ["\n\n".join((*BODY, words)), "\n\n".join((*BODY[:2], words, *BODY[2:]))],
    }[at]
    return all(_found(text) == "".join(words.split()) for text in texts)


def _found(text: str) -> str:
    pieces = [text[f.span[0] : f.span[1]] for f in find_furniture(text)]
    return "".join("".join(pieces).split())


def _stays(words: str) -> bool:
    body = "\n\n".join(BODY)
    texts = (
        "\n\n".join((*BODY, words)),
        "\n\n".join((*BODY[:2], words, *BODY[2:])),
        f"{words} {body}",
        f"{body} {words}\n\n{body}",
    )
    return not any(find_furniture(text) for text in texts)


def test_build_half_of_furniture() -> None:
    """At least 96 of 100 of the furniture that the rules were built on is found."""
    build = halves()[0]
    assert sum(_goes(*pair) for pair in build) >= 0.96 * len(build)


def test_other_half_of_furniture() -> None:
    """At least 88 of 100 of the other furniture is found."""
    other = halves()[1]
    assert sum(_goes(*pair) for pair in other) >= 0.88 * len(other)


@pytest.mark.parametrize("sentence", halves()[2])
def test_build_half_of_reporting(sentence: str) -> None:
    """Reporting, columns and speech that resemble furniture survive in every place."""
    assert _stays(sentence)


def test_other_half_of_reporting() -> None:
    """At least 96 of 100 of the other reporting survives."""
    other = halves()[3]
    assert sum(_stays(sentence) for sentence in other) >= 0.96 * len(other)


def test_only_the_sentence_goes() -> None:
    """Of a line that mixes both only the sentence that speaks for the site is furniture."""
    text = "\n\n".join((*BODY[:3], BODY[3] + " Join our readers and get the digest in your inbox."))
    (found,) = find_furniture(text)
    assert text[slice(*found.span)] == "Join our readers and get the digest in your inbox."
    assert found.kind == "newsletter"


def test_quoted_words_do_not_count() -> None:
    """What stands in quotation marks is nobody's furniture, also where the marks are not closed."""
    line = "“Sign up for our newsletter,” he said. ‘You don’t pay,’ she said."
    assert unquoted(line).replace("\x00", "") == " he said.  she said."
    assert unquoted("You pay.” He left “for you").replace("\x00", "") == " He left "
    assert len(unquoted(line)) == len(line)


def test_neighbours_lower_the_bar() -> None:
    """A doubtful line is kept alone and dropped between furniture."""
    doubtful = "Free every weekday"
    alone = "\n\n".join((*BODY[:2], doubtful, *BODY[2:]))
    boxed = "\n\n".join(
        (*BODY[:2], "Sign up for our newsletter.", doubtful, "Your e-mail address", *BODY[2:])
    )
    assert find_furniture(alone) == ()
    assert len(find_furniture(boxed)) == 3


def test_a_text_that_addresses_its_reader_throughout() -> None:
    """In a column that addresses its reader throughout, one more address weighs less."""
    column = [
        f"You may think that your vote in round {n} has made no difference." for n in range(9)
    ]
    doubtful = "Add your voice to the discussion."
    assert find_furniture("\n\n".join((*BODY[:2], doubtful, *BODY[2:]))) != ()
    assert find_furniture("\n\n".join((*BODY[:2], *column, doubtful, *BODY[2:]))) == ()


def test_attribution_outweighs_a_pattern() -> None:
    """A sentence with a speaker stays although a pattern fits its opening."""
    assert _stays("Subscribe to the accord or lose the loan, the envoy told the cabinet.")


def test_the_same_furniture_twice() -> None:
    """Each occurrence of repeated furniture has its own span, its words exactly those dropped."""
    call = "Get the island digest in your inbox"
    text = "\n\n".join((BODY[0], call, *BODY[1:3], call, BODY[3]))
    article = make_article(Draft(text=text, where="test"), ReadOptions())
    spans = furniture_spans(article)
    assert [d.text for d in article.dropped] == [call, call]
    assert [text[s:e] for s, e in spans] == [call, call]
    assert [s for s, _ in spans] == [text.index(call), text.rindex(call)]


def test_reasons_add_up() -> None:
    """A score can be read off its reasons."""
    unit = "Join our readers: get the digest in your inbox."
    weighed = weigh(unit, unit)
    assert weighed.value == pytest.approx(sum(value for _, value in weighed.reasons))
    assert weighed.value >= load_weights()["bar"]
    assert {"imperative", "we", "you", "letters by mail"} <= {name for name, _ in weighed.reasons}
