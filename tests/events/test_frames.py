"""Syntax to slots: who does, to whom, whatever the construction."""

from __future__ import annotations

import pytest

from communique.events.frames import find_predications
from communique.events.lexicon import load_lexicon
from communique.events.syntax import Syntax
from communique.language import Parser
from communique.records import Article


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


def slots(parser: Parser, text: str, word: str) -> dict[str, list[str]]:
    sentence = parser.parse(Article(id="0" * 24, text=text)).sentences[0]
    lexicon = load_lexicon()
    syntax = Syntax(sentence.doc, lexicon.light, lexicon.occurrence)
    for predication in find_predications(syntax, lambda lemma, pos: True):
        if sentence.doc[predication.token].text == word:
            return {
                name: [sentence.doc[i].text for i in tokens]
                for name, tokens in predication.slots.items()
            }
    raise AssertionError(f"{word} is no predication")


@pytest.mark.parametrize(
    ("text", "word", "subject", "obj"),
    [
        ("France condemned Mali.", "condemned", ["France"], ["Mali"]),
        ("Mali was condemned by France.", "condemned", ["France"], ["Mali"]),
        ("France, which condemned Mali, left.", "condemned", ["France"], ["Mali"]),
        ("Mali, condemned by France, protested.", "condemned", ["France"], ["Mali"]),
        ("France wants to condemn Mali.", "condemn", ["France"], ["Mali"]),
        ("Spain urged France to condemn Mali.", "condemn", ["France"], ["Mali"]),
        ("France met Chad and condemned Mali.", "condemned", ["France"], ["Mali"]),
        (
            "France and Chad condemned Mali and Niger.",
            "condemned",
            ["France", "Chad"],
            ["Mali", "Niger"],
        ),
        ("Condemning Mali, France left the room.", "Condemning", ["France"], ["Mali"]),
        ("Spain accused France of condemning Mali.", "condemning", ["France"], ["Mali"]),
    ],
)
def test_subject_and_object_are_found_in_every_construction(parser, text, word, subject, obj):
    """Active, passive, relative, participle, infinitive by control, coordination."""
    found = slots(parser, text, word)
    assert found.get("subj") == subject
    assert found.get("obj") == obj


def test_a_list_of_names_is_one_subject(parser):
    """Four names before the verb all act, though the parser takes some for an apposition."""
    text = "The United States, Canada, Norway and the European Union sanctioned Belarus."
    assert slots(parser, text, "sanctioned")["subj"] == ["States", "Canada", "Norway", "Union"]


def test_what_is_coordinated_behind_an_apposition_is_a_subject_too(parser):
    """ "The minister, A, and his colleague, B": two persons act."""
    text = (
        "Peru's foreign minister, Ana Diaz, and her Chilean colleague, Luis Rojas, condemned Mali."
    )
    assert slots(parser, text, "condemned")["subj"] == ["minister", "colleague"]


def test_a_light_verb_hands_its_arguments_to_its_noun(parser):
    """ "Held talks with": the holder is the noun's subject."""
    found = slots(parser, "Peru held talks with Chile.", "talks")
    assert found["subj"] == ["Peru"]
    assert found["with"] == ["Chile"]


def test_a_noun_has_its_own_prepositions_and_owner(parser):
    """ "Iran's strike on Iraq" tells who and whom by itself."""
    found = slots(parser, "Iran's strike on Iraq shocked Oman.", "strike")
    assert found["poss"] == ["Iran"]
    assert found["on"] == ["Iraq"]


def test_what_is_called_by_a_name_is_the_object(parser):
    """ "Called Peru a friend": Peru is the object, the name stands apart."""
    found = slots(parser, "Canada called Vietnam a valuable friend.", "called")
    assert found["obj"] == ["Vietnam"]
    assert found["oprd"] == ["friend"]
