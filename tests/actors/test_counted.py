"""Words that count parties named before, and the lists that they count."""

from __future__ import annotations

import pytest

PUTIN, MACRON = "person/vladimir-putin", "person/emmanuel-macron"
PAIR = (
    "President Vladimir Putin of Russia and President Emmanuel Macron of France met in Damascus. "
)
FOUR = "China, the United States, Turkey and Syria condemned Libya. "


@pytest.mark.parametrize(
    ("rest", "words", "ids"),
    [
        ("The former praised Turkey; the latter thanked China.", "The former", [PUTIN]),
        ("The former praised Turkey; the latter thanked China.", "the latter", [MACRON]),
        ("The two leaders signed.", "The two leaders", [PUTIN, MACRON]),
        ("Both presidents signed.", "Both presidents", [PUTIN, MACRON]),
        ("The two men signed.", "The two men", [PUTIN, MACRON]),
        ("The pair signed.", "The pair", [PUTIN, MACRON]),
        ("Both governments signed.", "Both governments", ["RUS", "FRA"]),
        ("Neither army fought.", "Neither army", ["RUS/MIL", "FRA/MIL"]),
        ("Both ministries spoke.", "Both ministries", ["RUS/GOV", "FRA/GOV"]),
    ],
)
def test_of_two(read, rest, words, ids) -> None:
    """Words for two stand for the members of the last list of two, in its order."""
    found = read(PAIR + rest)
    assert found.ids(words) == ids
    assert {e.resolved_by for e in found.mention(words).entities} == {"anaphora"}


@pytest.mark.parametrize(
    ("rest", "words"),
    [
        ("The four signed.", "The four"),
        ("The four states signed.", "The four states"),
        ("All four signed.", "All four"),
        ("Each denied it.", "Each"),
    ],
)
def test_of_four(read, rest, words) -> None:
    """Words for four stand for a list of four, not for the last four that were named."""
    assert read(FOUR + rest).ids(words) == ["CHN", "USA", "TUR", "SYR"]


def test_number_without_list(read) -> None:
    """A number to which no list answers stands for nobody."""
    found = read("China praised Turkey. The three countries left.")
    assert found.ids("The three countries") == [None]


def test_both_is_never_of_the_article_only(read) -> None:
    """'Both ministries' are not two of the one country that an article is about."""
    assert (
        read("Turkey left. Both ministries spoke.").entity("Both ministries").country_code is None
    )


def test_dictatorships_are_states(read) -> None:
    """Only states are meant by 'dictatorships', though a body was named in between."""
    found = read(
        "China and North Korea met. The Korean Central News Agency spoke. "
        "The two dictatorships are friends."
    )
    assert found.ids("The two dictatorships") == ["CHN", "PRK"]


def test_two_parties(read) -> None:
    """'The two parties' are political parties where two were listed, else the two states."""
    found = read("China and Turkey signed. The two parties met.")
    assert found.ids("The two parties") == ["CHN", "TUR"]


def test_rank_decides_who_is_meant(read) -> None:
    """'The two officers' are those who were told by a rank, whoever else was named."""
    found = read(
        "Captain Ade Bello met General Kofi Mensah. Sergei Lavrov phoned. The two officers left."
    )
    names = [e.entity_name for e in found.mention("The two officers").entities]
    assert names == ["Ade Bello", "Kofi Mensah"]


def test_office_decides_who_is_meant(read) -> None:
    """'The two presidents' are presidents, though ministers were named later."""
    found = read(
        PAIR + "Sergei Lavrov and Mevlüt Çavuşoğlu listened. The two presidents signed a treaty."
    )
    assert found.ids("The two presidents") == [PUTIN, MACRON]


def test_persons_of_phrases_do_not_swallow_each_other(read) -> None:
    """Of two joined persons with their countries, each phrase ends with its own country."""
    found = read(PAIR)
    assert found.ids("President Vladimir Putin of Russia") == [PUTIN]
    assert found.ids("President Emmanuel Macron of France") == [MACRON]


def test_respectively(read) -> None:
    """Ministers of two countries are the two names after them, in order."""
    found = read("The presidents of Mali and Nigeria, Kofi Mensah and Ade Bello respectively, met.")
    phrase = found.mention("The presidents of Mali and Nigeria")
    assert [(e.entity_name, e.country_code) for e in phrase.entities] == [
        ("Kofi Mensah", "MLI"),
        ("Ade Bello", "NGA"),
    ]
    assert found.entity("Ade Bello").country_code == "NGA"


def test_two_possessors(read) -> None:
    """'A's and B's ministers, X and Y' are one phrase, and X is of A, Y of B."""
    found = read("Mali's and Nigeria's foreign ministers, Kofi Mensah and Ade Bello, met.")
    phrase = found.mention("Mali's and Nigeria's foreign ministers")
    assert [e.country_code for e in phrase.entities] == ["MLI", "NGA"]
    assert (found.entity("Ade Bello").country_code, found.entity("Ade Bello").sector_code) == (
        "NGA",
        "GOV",
    )


def test_plural_title_before_names(read) -> None:
    """A plural title right before a list of names belongs to each of them."""
    found = read("The foreign ministers Kofi Mensah of Mali and Ade Bello of Nigeria met.")
    for words, code in (("Kofi Mensah of Mali", "MLI"), ("Ade Bello of Nigeria", "NGA")):
        assert (found.entity(words).country_code, found.entity(words).sector_code) == (code, "GOV")


@pytest.mark.parametrize(
    "text",
    [
        "Denmark, the United States, France and Syria left.",
        "On Monday Denmark, the United States, France, and Syria broke off talks.",
    ],
)
def test_members_of_a_list(read, text) -> None:
    """Each member of a list is a mention of its own."""
    found = read(text)
    ids = [found.entity(w).entity_id for w in ("Denmark", "the United States", "France", "Syria")]
    assert ids == ["DNK", "USA", "FRA", "SYR"]
