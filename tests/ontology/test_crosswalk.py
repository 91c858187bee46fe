"""CAMEO codes, sectors, contexts and entity codes."""

import pytest

from communique.errors import DataFileError, UsageError
from communique.ontology import contexts, entity_codes, from_cameo, sectors
from communique.ontology.crosswalk import cameo_codes


@pytest.mark.parametrize(
    ("code", "goldstein", "plover", "mode", "context"),
    [
        ("02", 3.0, None, (), ()),
        ("057", 8.0, "SUPPORT", (), ("diplomatic",)),
        ("163", -8.0, "COERCE", ("restrict",), ("diplomatic",)),
        ("091", -2.0, "ACCUSE", ("investigate",), ("crime", "corruption")),
        ("0863", 9.0, "RETREAT", ("access",), ("human_security",)),
        ("175", -9.0, "ASSAULT", (), ("pro_autocracy", "military")),
    ],
)
def test_a_cameo_code_has_a_score_and_a_type(code, goldstein, plover, mode, context):
    """A code gives GDELT's Goldstein score and the type, modes and contexts of 2021."""
    row = from_cameo(code)
    assert (row.goldstein, row.plover, row.mode, row.context) == (goldstein, plover, mode, context)


def test_an_unknown_code_is_a_wrong_call():
    """A number for a code, which loses the nought in front, is not guessed at."""
    with pytest.raises(UsageError, match="'36'"):
        from_cameo("36")


@pytest.mark.parametrize(
    ("rows", "what"),
    [
        ("036\t4.0\tAGREE\t\t\n036\t4.0\tAGREE\t\t\n", "stands twice"),
        ("036\tfour\tAGREE\t\t\n", "four"),
        ("036\t4.0\tAGREE\n", "3 cells, not 5"),
    ],
)
def test_a_broken_row_is_named_with_its_line(rows, what, monkeypatch):
    """A row that stands twice, has no number or too few cells is an error with file and line."""
    head = "# a comment\ncode\tgoldstein\tplover\tmode\tcontext\n"
    monkeypatch.setattr("communique.ontology._data._read", lambda name: head + rows)
    with pytest.raises(DataFileError, match=rf"cameo\.tsv:\d: .*{what}"):
        cameo_codes.__wrapped__()


def test_media_and_medicine_changed_letters():
    """PLOVER's MED is medicine, CAMEO's MED is the media."""
    assert sectors()["MED"].cameo == "HLH"
    assert sectors()["JRN"].cameo == "MED"


def test_opposition_and_partial_recognition_stand_beside_another_sector():
    """OPP and PRE are the secondary codes."""
    assert [code for code, row in sectors().items() if row.secondary] == ["OPP", "PRE"]


def test_disputed_entities_go_with_the_state_that_claims_them():
    """Abkhazia has Georgia's code; Kosovo has one of its own."""
    assert entity_codes().partially_recognised["Abkhazia"] == "GEO"
    assert "KOS" in entity_codes().own_code


def test_contexts_are_named_as_in_records():
    """Context names are joined by underscores."""
    assert "political_institutions" in contexts()
