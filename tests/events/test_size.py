"""How many were killed, hurt or arrested, or took part, with the words that say it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.events.size import size_of
from communique.language import Parser
from communique.records import Article, Size

Count = Callable[..., "Size | None"]
KINDS = ("dead", "injured", "arrested", "taking_part")


@pytest.fixture(scope="module")
def count() -> Count:
    """A sentence, its trigger between asterisks if any, and the type of its event -> sizes."""
    parser = Parser()

    def counted(marked: str, event_type: str = "ASSAULT") -> Size | None:
        text = marked.replace("*", "")
        (sentence,) = parser.parse(Article(id="a" * 24, text=text)).sentences
        if text == marked:
            return size_of(sentence, event_type)
        start = marked.index("*")
        token = next(t.i for t in sentence.doc if t.idx <= start < t.idx + len(t.text))
        return size_of(sentence, event_type, token)

    return counted


def brief(size: Size | None) -> dict[str, tuple[int | None, int | None]]:
    """Low and high of every count that there is."""
    found = {} if size is None else {kind: getattr(size, kind) for kind in KINDS}
    return {kind: (item.low, item.high) for kind, item in found.items() if item is not None}


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("Twelve", 12, 12),
        ("12", 12, 12),
        ("Twenty-three", 23, 23),
        ("1,500", 1500, 1500),
        ("Two hundred", 200, 200),
        ("A dozen", 12, 12),
        ("Two dozen", 24, 24),
        ("Half a million", 500_000, 500_000),
        ("2.5 million", 2_500_000, 2_500_000),
        ("At least 12", 12, None),
        ("At least a dozen", 12, None),
        ("No fewer than 12", 12, None),
        ("More than 20", 21, None),
        ("Over 20", 21, None),
        ("Up to 30", None, 30),
        ("Nearly 2 million", None, 2_000_000),
        ("Almost 50", None, 50),
        ("Fewer than ten", None, 9),
        ("About 300", 300, 300),
        ("Around 300", 300, 300),
        ("Some 1,500", 1500, 1500),
        ("An estimated 300", 300, 300),
        ("Another 30", 30, 30),
        ("Between 40 and 50", 40, 50),
        ("40 to 50", 40, 50),
        ("40-50", 40, 50),
        ("Two to three million", 2_000_000, 3_000_000),
        ("Dozens of", 24, None),
        ("Scores of", 40, None),
        ("Hundreds of", 200, None),
        ("Thousands of", 2000, None),
        ("Tens of thousands of", 20_000, None),
        ("Hundreds of thousands of", 200_000, None),
        ("Several", 3, None),
        ("Several hundred", 300, None),
        ("More than a hundred", 101, None),
    ],
)
def test_words_for_numbers(count: Count, words: str, low: int | None, high: int | None) -> None:
    """A number is exact, or open above or below; a range has both ends; the words are kept."""
    size = count(f"{words} people were arrested in the capital on Sunday.")
    assert size is not None and size.arrested is not None
    assert (size.arrested.low, size.arrested.high) == (low, high)
    assert size.arrested.text == words.removesuffix(" of")


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("The bomb killed 12 and wounded 30.", {"dead": (12, 12), "injured": (30, 30)}),
        ("The raid left 12 dead and 30 injured.", {"dead": (12, 12), "injured": (30, 30)}),
        ("12 dead and 30 injured in the raid.", {"dead": (12, 12), "injured": (30, 30)}),
        ("12 killed, 30 wounded in a raid on Gao.", {"dead": (12, 12), "injured": (30, 30)}),
        ("A bomb exploded in the market, leaving five dead.", {"dead": (5, 5)}),
        ("The death toll rose to 41.", {"dead": (41, 41)}),
        ("The death toll rose from 38 to 41.", {"dead": (41, 41)}),
        ("The number of dead stood at 19.", {"dead": (19, 19)}),
        ("The death of 12 miners shocked the town.", {"dead": (12, 12)}),
        ("Seventeen people have died since Monday.", {"dead": (17, 17)}),
        ("Six people lost their lives in the raid.", {"dead": (6, 6)}),
        ("The war has claimed 20,000 lives.", {"dead": (20_000, 20_000)}),
        ("Gunmen shot dead seven soldiers.", {"dead": (7, 7)}),
        ("Twelve people were shot dead.", {"dead": (12, 12)}),
        ("Twelve people were believed to have been killed.", {"dead": (12, 12)}),
        ("Three people, including a child, were killed.", {"dead": (3, 3)}),
        ("Three people, including two children, were killed.", {"dead": (3, 3)}),
        ("The strike killed two men and three women.", {"dead": (5, 5)}),
        ("Two policemen and a child were killed.", {"dead": (3, 3)}),
        ("A strike killed the commander and three of his guards.", {"dead": (4, 4)}),
        ("At least six fighters and a soldier died.", {"dead": (7, None)}),
        ("The raid killed 12 people and a shell hit the market.", {"dead": (12, 12)}),
        ("Nine soldiers were reported killed.", {"dead": (9, 9)}),
        ("Officials put the death toll at 63.", {"dead": (63, 63)}),
        ("The toll stands at 150 dead and 400 hurt.", {"dead": (150, 150), "injured": (400, 400)}),
        ("The raid killed 10 or more people.", {"dead": (10, None)}),
        ("Soldiers killed 12 of the 40 attackers.", {"dead": (12, 12)}),
        ("One soldier died and two were hurt.", {"dead": (1, 1), "injured": (2, 2)}),
        ("Dozens were killed and hundreds wounded.", {"dead": (24, None), "injured": (200, None)}),
        ("12 died and 30 others were injured.", {"dead": (12, 12), "injured": (30, 30)}),
        ("The shells killed four, wounding at least 17.", {"dead": (4, 4), "injured": (17, None)}),
        ("Twelve wounded soldiers were flown home.", {"injured": (12, 12)}),
        ("Police made 40 arrests.", {"arrested": (40, 40)}),
        ("Security forces rounded up 200 activists.", {"arrested": (200, 200)}),
        ("Forty people were taken into custody.", {"arrested": (40, 40)}),
        ("More than 60 people are in custody.", {"arrested": (61, None)}),
        ("Two gunmen killed 12 people.", {"dead": (12, 12)}),
        ("Two gunmen who killed five men were held.", {"dead": (5, 5)}),
        ("Forty people were arrested by 200 officers.", {"arrested": (40, 40)}),
    ],
)
def test_what_a_number_counts(
    count: Count, text: str, sizes: dict[str, tuple[int | None, int | None]]
) -> None:
    """A number counts what its own verb, noun or adjective says, not what a neighbour's does."""
    assert brief(count(text)) == sizes


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("No one was killed.", {"dead": (0, 0)}),
        ("Nobody was hurt.", {"injured": (0, 0)}),
        ("No one was killed or injured.", {"dead": (0, 0), "injured": (0, 0)}),
        ("No civilians were killed.", {"dead": (0, 0)}),
        ("There were no casualties.", {"dead": (0, 0), "injured": (0, 0)}),
        ("No arrests were made.", {"arrested": (0, 0)}),
    ],
)
def test_nought_is_a_number(
    count: Count, text: str, sizes: dict[str, tuple[int | None, int | None]]
) -> None:
    """That nobody was hurt is told as nought, for all that is named together."""
    assert brief(count(text)) == sizes


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        ("A crowd of 5,000 marched to the palace.", {"taking_part": (5000, 5000)}),
        ("Thousands of teachers marched.", {"taking_part": (2000, None)}),
        ("Nearly 2 million people took to the streets.", {"taking_part": (None, 2_000_000)}),
        ("The crowd, estimated at 10,000, chanted slogans.", {"taking_part": (10_000, 10_000)}),
        ("Some 20,000 people joined a march.", {"taking_part": (20_000, 20_000)}),
        ("The rally drew 5,000 people.", {"taking_part": (5000, 5000)}),
        ("A rally attended by 5,000 people ended in rain.", {"taking_part": (5000, 5000)}),
        ("Hundreds of protesters gathered in 12 cities.", {"taking_part": (200, None)}),
        ("Police arrested 40 protesters.", {"arrested": (40, 40)}),
        (
            "Thousands protested after police killed two students.",
            {"taking_part": (2000, None), "dead": (2, 2)},
        ),
    ],
)
def test_those_who_take_part(
    count: Count, text: str, sizes: dict[str, tuple[int | None, int | None]]
) -> None:
    """Of a protest, those who march are counted; those arrested there are arrested."""
    assert brief(count(text, "PROTEST")) == sizes
    assert "taking_part" not in brief(count(text, "COERCE"))


@pytest.mark.parametrize(
    "text",
    [
        "A 35-year-old man was killed.",
        "Juan Perez, 45, was killed.",
        "The army destroyed 40 tanks.",
        "Rebels were killed 20 kilometres from the town.",
        "The man was killed for $5 million.",
        "The soldiers were killed in 2014.",
        "The soldiers were killed on March 12.",
        "The 27 member states condemned the killing.",
        "The envoy was arrested at 10:30 on Sunday.",
        "Rebels attacked the base for 12 days and killed the general.",
        "The court sentenced the general to 30 years.",
        "The passengers of Flight 370 died.",
        "The price rose 12 percent after the general was killed.",
        "Four in ten voters stayed away.",
        "One in five detainees was ill.",
        "The 12-member cabinet was arrested.",
        "The general, who commanded 5,000 men, was killed.",
    ],
)
def test_numbers_of_other_things_are_left_alone(count: Count, text: str) -> None:
    """Ages, sums, lengths, days, states, vehicles, years and hours are no numbers of people."""
    assert count(text) is None


@pytest.mark.parametrize(
    ("text", "sizes"),
    [
        (
            "Police arrested 40 after clashes in which two officers were hurt.",
            {"arrested": (40, 40), "injured": (2, 2)},
        ),
        (
            "Police *arrested* 40 after clashes in which two officers were hurt.",
            {"arrested": (40, 40)},
        ),
        (
            "Police arrested 40 after *clashes* in which two officers were hurt.",
            {"injured": (2, 2)},
        ),
        ("Rebels *attacked* the town, killing 12 people.", {"dead": (12, 12)}),
        ("Rebels *attacked* the town and killed 12 people.", {"dead": (12, 12)}),
        ("Twelve people were killed in the *attack*.", {"dead": (12, 12)}),
        ("Mali *condemned* the raid that killed 12 people.", {}),
        ("Mali condemned the *raid* that killed 12 people.", {"dead": (12, 12)}),
        ("Mali *withdrew* its troops after 12 soldiers were killed.", {}),
    ],
)
def test_each_number_belongs_to_its_own_act(
    count: Count, text: str, sizes: dict[str, tuple[int | None, int | None]]
) -> None:
    """Where the trigger is known, another act's numbers are not its size."""
    assert brief(count(text)) == sizes


def test_spans_quote_the_article(count: Count) -> None:
    """A count's span holds its words in the text."""
    text = "Rebels struck at dawn, killing at least 12 people."
    size = count(text)
    assert size is not None and size.dead is not None
    assert text[slice(*size.dead.span)] == size.dead.text == "at least 12"
