"""Acts: what is decided, and what follows from it."""

import pytest

from communique.errors import DataFileError, UsageError
from communique.ontology import act, acts, event_types, typed
from communique.ontology._data import read_toml
from communique.ontology.acts import Act


@pytest.mark.parametrize(
    ("name", "now", "then"),
    [
        ("impose_sanctions", ("SANCTION", ("discontinue",)), ("COERCE", ("restrict",))),
        ("convict", ("SANCTION", ("convict",)), ("ACCUSE", ("disapprove",))),
        ("apologise", ("CONCEDE", ()), ("SUPPORT", ())),
        ("announce_withdrawal", ("CONCEDE", ()), ("AGREE", ())),
        ("request_sanctions", ("REQUEST", ("change",)), ("ACCUSE", ("disapprove",))),
        ("meet", ("CONSULT", ()), ("CONSULT", ())),
    ],
)
def test_an_act_has_a_type_in_each_code_book(name, now, then):
    """One act is read in PLOVER 2.0 unless the types of 2021 are asked for."""
    assert typed(name) == now
    assert typed(name, "plover-2021") == then


def test_yield_is_no_type_of_an_act():
    """The types of 2021 keep CONCEDE and RETREAT apart; joining them is the reader's business."""
    assert {row.plover_2021 for row in acts().values()} <= set(event_types())


def test_an_act_knows_its_own_name():
    """An act's id is its key."""
    assert all(row.id == name for name, row in acts().items())


def test_an_unknown_act_is_a_wrong_call():
    """Asking for an act that is not in the file names it in the error."""
    with pytest.raises(UsageError, match="sulk"):
        act("sulk")


def test_acts_cannot_be_changed():
    """The table of acts and the acts in it are read-only."""
    with pytest.raises(TypeError):
        acts()["meet"] = act("visit")
    with pytest.raises(AttributeError):
        act("meet").plover = "AID"


@pytest.mark.parametrize("text", ["[meet]\n[meet]\n", "[meet]\nplover = 'CONSULT'\n", "[meet\n"])
def test_a_broken_file_is_named(text, monkeypatch):
    """An act that stands twice, lacks a field or is no TOML is an error that names the file."""
    monkeypatch.setattr("communique.ontology._data._read", lambda name: text)
    with pytest.raises(DataFileError, match=r"ontology/acts\.toml"):
        read_toml("acts.toml", dict[str, Act])
