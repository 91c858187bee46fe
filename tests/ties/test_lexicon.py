"""The lexicon of ties keeps its promises."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.records import Entity, Tie
from communique.ties.lexicon import Entry, load_lexicon

Find = Callable[..., tuple[Tie, ...]]


def _holds(words: tuple[str, ...], entities: tuple[Entity, ...]) -> bool:
    texts = [f"{e.entity_id} {e.entity_name} {e.raw_text}" for e in entities]
    return len(words) == len(texts) and all(any(w in t for t in texts) for w in words)


@pytest.mark.parametrize("entry", load_lexicon().entries, ids=lambda e: f"{e.kind}-{e.lemma[0]}")
def test_example(entry: Entry, find: Find) -> None:
    """An entry's example states the tie that the entry says."""
    gives = entry.gives
    assert any(
        tie.kind == entry.kind
        and _holds(gives.parties, tie.parties)
        and _holds(gives.towards, tie.towards)
        and (tie.since, tie.until, tie.status) == (gives.since, gives.until, gives.status)
        for tie in find(entry.example)
    )


def test_every_kind_has_an_entry() -> None:
    """Each kind of tie that the records know has words that state it."""
    assert {e.kind for e in load_lexicon().entries} == {
        "treaty",
        "alliance",
        "membership",
        "diplomatic_relations",
        "sanctions",
        "dispute",
    }


def test_most_specific_phrase_counts() -> None:
    """A verb with its particle is another verb than the bare one."""
    lexicon = load_lexicon()
    assert lexicon.verb_class("set up") == "begin"
    assert lexicon.verb_class("pull out") == "end"
    assert lexicon.verb_class("pull") is None
