"""Names by a part, titles, kinds of states, hosts and guests, speakers."""

from __future__ import annotations

import pytest

PUTIN, MACRON = "person/vladimir-putin", "person/emmanuel-macron"


@pytest.mark.parametrize(
    ("first", "second", "words"),
    [
        ("Nigerian minister Ade bin Kofi Al Bello spoke.", "Bin Kofi left.", "Bin Kofi"),
        ("Nigerian army spokesman Adé Bello spoke.", "Ade left.", "Ade"),
        ("Nigerian army spokesman Ade Kofi Bello spoke.", "Kofi Bello left.", "Kofi Bello"),
    ],
)
def test_part_of_a_name(read, first, second, words) -> None:
    """Any part of a person's name means that person later, accents or not."""
    assert read(f"{first} {second}").entity(words).country_code == "NGA"


def test_given_name_of_a_person_on_file(read) -> None:
    """A given name means the person on file who was named before, and nobody without that."""
    assert read("Vladimir Putin left. Vladimir smiled.").ids("Vladimir") == [PUTIN]
    assert read("China left. Vladimir smiled.").ids("Vladimir") == [None]


def test_namesakes_by_title(read) -> None:
    """Two of one surname are told apart by their titles, and else the one named last is meant."""
    found = read(
        "Malian foreign minister Kofi Bello arrived. Nigerian soldier Ade Bello left. "
        "Bello slept. Foreign minister Bello spoke. Bello left."
    )
    assert found.entity("Bello", 0).entity_name == "Ade Bello"
    assert found.entity("Foreign minister Bello").entity_name == "Kofi Bello"
    assert found.entity("Bello", 1).entity_name == "Kofi Bello"


def test_namesake_is_no_other(read) -> None:
    """A full name with another first name is not who bears the surname already."""
    found = read("Nigerian soldier Ade Bello left. Kofi Bello stayed.")
    assert found.entity("Kofi Bello").entity_name == "Kofi Bello"


def test_second_mention_has_the_fields_of_the_first(read) -> None:
    """A person on no file keeps name, country and sector at every mention."""
    found = read("Malian foreign minister Kofi Bello spoke. Bello left.")
    first, second = found.entity("Malian foreign minister Kofi Bello"), found.entity("Bello")
    assert first.entity_id is None
    for field in ("entity_name", "entity_id", "country_code", "sector_code", "kind"):
        assert getattr(first, field) == getattr(second, field)


def test_hyphenated_name(read) -> None:
    """A name keeps its hyphens."""
    found = read("Malian foreign minister Jean-Marie Bello spoke.")
    words = "Malian foreign minister Jean-Marie Bello"
    assert found.entity(words).entity_name == "Jean-Marie Bello"


def test_acronym_is_no_person(read) -> None:
    """A name in capitals after a word for press is a body."""
    entity = read("The Malian state broadcaster QRTX spoke.").entity(
        "The Malian state broadcaster QRTX"
    )
    assert (entity.kind, entity.entity_name) == ("organisation", "QRTX")


def test_minister_of_a_country_named_before(read) -> None:
    """'The Malian minister' is the Malian whom the article called a minister."""
    found = read("Malian foreign minister Kofi Bello met Sergei Lavrov. The Malian minister left.")
    assert found.entity("The Malian minister").entity_name == "Kofi Bello"


def test_our_people_are_the_outlets(read) -> None:
    """'Our soldiers' outside quotation marks are not of the country that the article is about."""
    assert read("Turkey is calm. Our soldiers left.").entity("Our soldiers").country_code is None


def test_chief_of_a_seat(read) -> None:
    """The chief of a seat of government holds the highest office of the state."""
    assert read("The Kremlin chief left.").ids("The Kremlin chief") == [PUTIN]


def test_kind_of_state(read) -> None:
    """'The kingdom' is the one kingdom that was named, and nobody where there is none or two."""
    assert read("Denmark met China. The kingdom left.").ids("The kingdom") == ["DNK"]
    assert read("Turkey met China. The kingdom left.").ids("The kingdom") == [None]
    assert read("Denmark met Jordan in Lyon. The kingdom left.").ids("The kingdom") == [None]


def test_neighbour(read) -> None:
    """A neighbour is the one other state that was named beside."""
    found = read("China and Turkey condemned Syria. The two accuse their neighbour of murder.")
    assert found.ids("their neighbour") == ["SYR"]


def test_host_and_guest(read) -> None:
    """His guest is the other person; the host is at home and the visitor is not."""
    start = "Emmanuel Macron received Vladimir Putin in Lyon. "
    assert read(start + "Macron praised his guest.").ids("his guest") == [PUTIN]
    assert read(start + "The host smiled.").ids("The host") == [MACRON]
    assert read(start + "The visitor smiled.").ids("The visitor") == [PUTIN]


def test_rank_alone(read) -> None:
    """'The captain' is whom the article called captain."""
    found = read("Nigerian captain Ade Bello met Sergei Lavrov. The captain smiled.")
    assert found.entity("The captain").entity_name == "Ade Bello"


def test_two_rivals_for_a_title(read) -> None:
    """An office that two of the article hold alike means neither of them, nor a third."""
    found = read("Vladimir Putin met Xi Jinping in France. The strongman smiled.")
    assert found.entity("The strongman").country_code is None


def test_counterpart_on_no_file(read) -> None:
    """A counterpart whom no file knows has the country told and the sector of the other."""
    found = read("Sergei Lavrov and his Malian counterpart, Kofi Bello, met.")
    entity = found.entity("Kofi Bello")
    assert (entity.country_code, entity.sector_code, entity.entity_id) == ("MLI", "GOV", None)


def test_possessor_is_the_subject_of_its_clause(read) -> None:
    """'His' is first of all the subject of its own clause."""
    found = read("Emmanuel Macron arrived; Vladimir Putin praised his country.")
    assert found.entity("his country").country_code == "RUS"


@pytest.mark.parametrize(
    "text",
    [
        "“We welcome it,” said Sergei Lavrov.",
        "“It is good,” Sergei Lavrov said. “We welcome it.”",
        "“We welcome it.” Sergei Lavrov said so in Lyon.",
        "The Korean Central News Agency quoted Sergei Lavrov as saying: “We welcome it.”",
    ],
)
def test_speaker_beside_the_quotation(read, text) -> None:
    """'We' in quotation marks is who speaks in the same, the sentence before or the next."""
    assert read(text).ids("We") == ["person/sergei-lavrov"]


@pytest.mark.parametrize("word", ["We", "Our", "I"])
def test_own_voice_of_the_outlet(read, word) -> None:
    """'We', 'our' and 'I' outside quotation marks are nobody of the article."""
    rest = {"We": "We like readers.", "Our": "Our readers like it.", "I": "I like readers."}[word]
    found = read(f"“China is big,” the Korean Central News Agency said. {rest}")
    assert found.entity(word).entity_id is None
    assert found.entity(word).country_code is None


def test_deed_and_thing(read) -> None:
    """The army is named in 'an army offensive', but not in 'an army base'."""
    found = read("Turkey left. An army offensive began.")
    assert found.mention("army").attributive
    found = read("Turkey left. The army barracks burned.")
    assert not [m for m in found.mentions if m.entity.sector_code == "MIL"]


@pytest.mark.parametrize(
    "text",
    [
        "Turkey expects a general strike.",
        "It was a major blow to Turkey.",
        "The private sector of Turkey grew.",
        "A police station burned in Turkey.",
        "In general, Turkey grew.",
    ],
)
def test_adjectives_are_no_ranks(read, text) -> None:
    """Words that are ranks elsewhere make no person and no force of what they describe."""
    sectors = {e.sector_code for m in read(text).mentions for e in m.entities}
    assert not sectors & {"MIL", "COP", "PRM"}


def test_praised_for(read) -> None:
    """'Praised A for B': the phrase of A ends before 'for'."""
    found = read("Sergei Lavrov praised Vladimir Putin for the army of Russia.")
    assert found.ids("Vladimir Putin") == [PUTIN]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("John Smith condemned Peru.", "John Smith"),
        ("Acme Corp accused Brazil of fraud on Monday.", "Acme Corp"),
    ],
)
def test_an_unknown_name_is_not_given_the_other_partys_country(read, text, name) -> None:
    """Nothing is guessed from one mention of somebody else."""
    assert read(text).entity(name).country_code is None
