"""The data files agree with one another, and the checker would notice if they did not."""

import pytest
from msgspec import structs

from communique.ontology import acts, cameo_codes, check, contexts, entity_codes, event_types
from communique.ontology.acts import Confusable
from communique.ontology.check import (
    check_acts,
    check_crosswalk,
    check_entity_codes,
    check_sectors,
    check_types,
)
from communique.ontology.sectors import sectors
from communique.ontology.types import Mode


def test_the_data_files_have_no_problem():
    """Acts, types, codes, contexts, sectors and entities agree and keep their bounds."""
    assert check() == []


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        ({"plover": "YIELD"}, "unknown type YIELD"),
        ({"plover_2021": "YIELD"}, "unknown type YIELD"),
        ({"mode": ("picnic",)}, "CONSULT has no mode picnic"),
        ({"cameo": "999"}, "CAMEO has no code 999"),
        ({"goldstein": 9.9}, "goldstein is 9.9, CAMEO's for 040 is 1.0"),
        ({"plover_2021": "AGREE"}, "say why not here"),
        ({"departs_2021": "for fun"}, "departs_2021 stands though"),
        ({"example": ""}, "the example is not one sentence"),
        ({"definition": "Two\nlines."}, "the definition is not one line"),
        ({"not_to_confuse": Confusable("meet", "Itself.")}, "meet, which is no other act"),
        ({"not_to_confuse": Confusable("visit", "")}, "the difference is not one line"),
        ({"id": "Meet-Up"}, "an id is lower-case"),
    ],
)
def test_a_flaw_in_an_act_is_found(change, problem):
    """Each flaw of one act is reported with the act's name."""
    table = {**acts(), "meet": structs.replace(acts()["meet"], **change)}
    assert any(
        line.startswith("acts.toml [meet]: ") and problem in line
        for line in check_acts(table, event_types(), cameo_codes())
    )


def test_missing_repeated_and_misplaced_acts_are_found():
    """Too few acts, one example twice and acts out of order are reported."""
    meet, aid = acts()["meet"], acts()["give_aid"]
    table = {"give_aid": structs.replace(aid, example=meet.example), "meet": meet}
    problems = "\n".join(check_acts(table, event_types(), cameo_codes()))
    assert "2 acts, fewer than" in problems
    assert "has the example of give_aid" in problems
    assert "order of their types" in problems


def test_a_flaw_in_a_type_is_found():
    """A type or mode without act, and a score on the wrong side of nought, are reported."""
    accuse = structs.replace(event_types()["ACCUSE"], score=3, modes=(Mode("sulk", "sulking"),))
    without_aid = {name: row for name, row in acts().items() if row.plover != "AID"}
    problems = list(check_types({**event_types(), "ACCUSE": accuse}, without_aid))
    assert "types.toml [AID]: no act has this type" in problems
    assert "types.toml [ACCUSE]: no act has the mode sulk" in problems
    assert "types.toml [ACCUSE]: 3 is no score of quad 3" in problems


def test_a_flaw_in_the_crosswalk_is_found():
    """An unknown type or context, a lost parent and a score out of bounds are reported."""
    row = structs.replace(cameo_codes()["036"], goldstein=11, plover="YIELD", context=("tea",))
    table = {code: each for code, each in cameo_codes().items() if code != "03"} | {"036": row}
    problems = "\n".join(check_crosswalk(table, event_types(), contexts()))
    for flaw in ("unknown type YIELD", "unknown context tea", "parent 03 is", "11 is no Goldstein"):
        assert flaw in problems


def test_a_flaw_in_sectors_or_entities_is_found():
    """A lost sector, and an entity code that is a sector's too, are reported."""
    few = {code: row for code, row in sectors().items() if code != "GOV"}
    assert list(check_sectors(few)) == ["sectors.toml: 24 sectors, not 25"]
    codes = structs.replace(entity_codes(), own_code={"GOV": "a land"})
    assert "entities.toml: GOV is a sector too" in list(check_entity_codes(codes, sectors()))
