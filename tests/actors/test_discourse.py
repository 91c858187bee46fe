"""Words that point back."""

from __future__ import annotations

KIM, XI = "person/kim-jong-un", "person/xi-jinping"


def test_leaders_in_apposition(read) -> None:
    """A plural role shares the entities of the list of names beside it, in order."""
    found = read(
        "The leaders of the North Korean and Chinese regimes, Kim Jong Un and Xi Jinping, talked."
    )
    words = "The leaders of the North Korean and Chinese regimes"
    assert found.ids(words) == [KIM, XI]
    assert {e.resolved_by for e in found.mention(words).entities} == {"apposition"}


def test_name_and_role_in_apposition(read) -> None:
    """A name and a role side by side are one party: codes of the one, name of the other."""
    found = read("Ade Bello, a spokesman for the Nigerian army, resigned.")
    assert found.entity("Ade Bello").country_code == "NGA"
    assert found.entity("Ade Bello").sector_code == "MIL"
    assert found.entity("Ade Bello").entity_name == "Ade Bello"


def test_two_leaders_and_two_countries(read) -> None:
    """'The two leaders' are the last two persons, 'the two countries' the last two states."""
    found = read(
        "Russian President Vladimir Putin met French President Emmanuel Macron. "
        "The two leaders shook hands. China and Turkey watched. Both sides were glad. "
        "The two countries are friends."
    )
    assert set(found.ids("The two leaders")) == {
        "person/vladimir-putin",
        "person/emmanuel-macron",
    }
    assert set(found.ids("Both sides")) == {"CHN", "TUR"}
    assert set(found.ids("The two countries")) == {"CHN", "TUR"}


def test_surname_after_name(read) -> None:
    """A surname means who bore the full name before."""
    found = read("Nigerian army spokesman Ade Bello spoke. Bello was angry.")
    assert found.entity("Bello").country_code == "NGA"
    assert found.entity("Bello").entity_name == "Ade Bello"


def test_name_before_its_description(read) -> None:
    """A name that stands before its description, as in a caption, gets its codes from it."""
    found = read("Bello arrived on Monday. Nigerian army spokesman Ade Bello spoke.")
    assert found.entity("Bello").country_code == "NGA"


def test_pronouns(read) -> None:
    """He is the last person, it the last state or body, they the last list or group."""
    found = read("Vladimir Putin praised Turkey. He thanked it.")
    assert found.ids("He") == ["person/vladimir-putin"]
    assert found.ids("it") == ["TUR"]
    found = read("China and Turkey signed. They rejoiced.")
    assert found.ids("They") == ["CHN", "TUR"]
    assert found.entity("They").resolved_by == "anaphora"


def test_unresolved_pronoun(read) -> None:
    """A pronoun without an antecedent is a mention without codes, never a guess."""
    entity = read("He left.").entity("He")
    assert (entity.entity_id, entity.country_code, entity.resolved_by) == (None, None, "unresolved")


def test_object_is_not_its_subject(read) -> None:
    """An object pronoun does not mean its own verb's subject."""
    found = read("China met Turkey. Then Russia praised it.")
    assert found.ids("it") != ["RUS"]


def test_empty_it(read) -> None:
    """An 'it' that only fills the subject's place is no mention."""
    found = read("China waited. It is clear that Turkey left.")
    assert not [m for m in found.mentions if m.entity.raw_text == "It"]


def test_same_role(read) -> None:
    """'The ministry', 'the rebels' mean the last that were named with a country."""
    found = read(
        "China's commerce ministry complained about Turkey. The ministry sued. "
        "Syrian rebels left. The rebels returned."
    )
    assert found.ids("The ministry") == ["CHN/GOV"]
    assert found.ids("The rebels") == ["SYR/REB"]


def test_news_agency(read) -> None:
    """'The news agency' is the last medium that was named."""
    found = read("The Korean Central News Agency praised China. The news agency said more.")
    assert found.ids("The news agency") == ["org/kcna"]


def test_counterpart(read) -> None:
    """A counterpart holds in the other country the office of who was named."""
    found = read("Russian Foreign Minister Sergei Lavrov met his Turkish counterpart.")
    assert found.ids("his Turkish counterpart") == ["person/mevlut-cavusoglu"]


def test_his_country(read) -> None:
    """'His country' is the country of whom 'his' means."""
    found = read("Vladimir Putin praised his country.")
    assert found.entity("his country").country_code == "RUS"


def test_bracketed_acronym(read) -> None:
    """An acronym in brackets means the phrase before it from then on."""
    found = read("The Lagos Harbour Board (LHB) met. The LHB fined France.")
    assert found.entity("The LHB").country_code == "NGA"


def test_we_in_quotation(read) -> None:
    """'We' in a quotation is the speaker."""
    found = read('"We welcome it," Sergei Lavrov said.')
    assert found.ids("We") == ["person/sergei-lavrov"]


def test_order_of_articles_is_nothing(read) -> None:
    """What an article says does not depend on what was read before."""
    text = "Kim met Xi. They left for Beijing. The army followed."
    first = list(read(text).mentions)
    read("Syrian rebels and Turkish troops fought.")
    assert list(read(text).mentions) == first


def test_the_group_and_the_bloc(read) -> None:
    """'The group' is the last body named, 'the bloc' the last that is of no one state."""
    found = read("Taliban soldiers left. The group praised the European Union. The bloc replied.")
    assert found.ids("The group") == ["org/taliban"]
    assert found.ids("The bloc") == ["org/european-union"]


def test_honorific_before_surname(read) -> None:
    """A title of courtesy before a surname is no first name."""
    assert read("Mr Putin left Russia.").ids("Mr Putin") == ["person/vladimir-putin"]


def test_states_of_two_armies(read) -> None:
    """'Both countries' are the states of the two groups that were named."""
    found = read("The Turkish and Russian armies met. Both countries rejoiced.")
    assert found.ids("Both countries") == ["TUR", "RUS"]
