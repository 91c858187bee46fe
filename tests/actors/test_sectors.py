from __future__ import annotations

import pytest

from communique.actors.sectors import choose_sector


@pytest.mark.parametrize(
    ("head", "modifiers", "sector"),
    [
        ("MIL", ["REB"], "REB"),
        ("GOV", ["COP"], "COP"),
        ("MIL", ["GOV"], "MIL"),
        ("GOV", ["CVL"], "GOV"),
        ("JUD", ["MIL"], "JUD"),
        ("", ["GOV"], "GOV"),
        ("UNK", ["LEG"], "LEG"),
    ],
)
def test_modifier_and_head(head: str, modifiers: list[str], sector: str) -> None:
    """A telling modifier overrules a general head ('police chief'), never the other way round."""
    assert choose_sector(head, modifiers)[0] == sector


def test_former() -> None:
    """Who held an office is ELI, with the sector of the office beside it."""
    assert choose_sector("GOV", [], former=True) == ("ELI", ("GOV",))
    assert choose_sector("REB", [], former=True) == ("REB", ())
