"""Every entry of the lexicon is shown to work by its own example."""

from __future__ import annotations

import pytest

from communique.events.check import failures
from communique.events.lexicon import load_lexicon
from communique.ontology import acts, event_types


def test_every_example_gives_its_act_and_its_parties():
    """Each predicate and each operator codes its own example as it says."""
    failed = failures()
    assert not failed, "\n".join(f"{f.lemma} [{f.act}] {f.example} -> {f.found}" for f in failed)


def test_every_type_has_words():
    """Predicates cover all sixteen types, and at least forty acts."""
    used = {p.act for p in load_lexicon().predicates}
    assert {acts()[a].plover for a in used} == set(event_types())
    assert len(used) >= 40


def test_the_lexicon_is_as_large_as_it_must_be():
    """Bounds: a file that was cut short is noticed."""
    lexicon = load_lexicon()
    assert len(lexicon.predicates) >= 800
    assert len(lexicon.operators) >= 20
    assert sum(len(p.lemma) for p in lexicon.predicates) >= 2000


def test_no_entry_stands_twice():
    """One example serves one entry."""
    examples = [p.example for p in load_lexicon().predicates]
    assert len(examples) == len(set(examples))


@pytest.mark.parametrize("word", ["condemn", "meet", "sanction"])
def test_common_words_are_there(word):
    """The words that news uses most are in it."""
    lexicon = load_lexicon()
    assert lexicon.wanted(word, "verb") or lexicon.wanted(word, "noun")
