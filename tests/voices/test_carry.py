"""Hands that carry over to the next sentences, and joint speakers."""

from __future__ import annotations

import pytest

from communique.records import Entity

FIRST = "Diallo promised Togo grain, AFP reported, citing Granma."


@pytest.mark.parametrize(
    ("after", "word", "hands"),
    [
        (" Diallo also praised the mayor.", "praised", ["AFP", "Granma"]),
        (" Diallo said that Togo had left.", "left", ["AFP", "Granma", "Diallo"]),
        (" The agency added that Togo had left.", "left", ["AFP", "The agency"]),
        ("\n\nThe report said that Togo had left.", "left", ["AFP", "The report"]),
        ("\n\nDiallo praised the mayor.", "praised", []),
        (" Diallo then flew to Accra.", "flew", []),
        (" Kofi praised the mayor.", "praised", []),
        (" Diallo denied the report.", "denied", []),
    ],
)
def test_what_carries_over(after, word, hands, chain):
    """The speaker's next words, and what the agency or its report adds, keep the outer hands.

    Not what the outlet tells itself, nor a denial, nor a person's words in a new paragraph.
    """
    text = FIRST + after
    assert chain(text, word) == hands


def test_an_agency_pointed_back_at_is_known(named):
    """ "The agency" bears the identity of the outlet that it stands for."""
    text = FIRST + " The agency added that Togo had left."
    (found,) = [q for q in named(text).quotations if q.cue.text == "added"]
    assert found.speaker.entity_id == "org/granma"


def person(name: str, **fields: str) -> Entity:
    return Entity(raw_text=name, span=None, kind="person", **fields)


JOINT = "Kofi and Diallo said in a joint statement that they had welcomed the truce."
BOTH = {"Kofi": "person/kofi", "Diallo": "person/diallo"}


def attached(read, text, word, actors):
    start = text.index(word)
    return read(text, **BOTH).attach((start, start + len(word)), actors)


def test_joint_speakers_are_their_own_actors(read):
    """Where all who speak are the act's actors, the act is in nobody else's hands."""
    actors = tuple(person("they", entity_id=i) for i in BOTH.values())
    assert attached(read, JOINT, "welcomed", actors) == ("outlet", ())


def test_one_of_two_joint_speakers_is_not_both(read):
    """Where only one of the speakers acts, the other's word counts."""
    voice, hands = attached(read, JOINT, "welcomed", (person("he", entity_id="person/kofi"),))
    assert voice == "reported"
    assert [h.source.raw_text for h in hands] == ["Kofi and Diallo"]


@pytest.mark.parametrize(
    ("actor", "own"),
    [
        (person("the envoy"), True),
        (person("the mayor"), False),
        (person("Mara Osei", entity_name="The envoy"), True),
    ],
)
def test_without_ids_names_decide(actor, own, read):
    """An actor with no id is the speaker where the words or the name are the same."""
    text = "The envoy said that the talks were over."
    _, hands = attached(read, text, "over", (actor,))
    assert (hands == ()) is own
