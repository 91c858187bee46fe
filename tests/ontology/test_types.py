"""Types, quads and scores."""

import pytest

from communique.errors import UsageError
from communique.ontology import QUADS, event_types, quad_code, score


@pytest.mark.parametrize(
    ("event_type", "modes", "expected"),
    [
        ("AID", (), 10),
        ("CONSULT", (), 2.5),
        ("CONSULT", ("phone",), 1.5),
        ("REQUEST", ("meet",), 0),
        ("REQUEST", ("assist", "change"), -1),
        ("CONSULT", ("third-party", "visit"), 4),
        ("ASSAULT", ("beat", "primitive"), -8),
        ("ASSAULT", ("primitive", "beat"), -8),
        ("PROTEST", ("vandalize",), -5),
    ],
)
def test_a_score_is_its_most_extreme_modes(event_type, modes, expected):
    """One mode scores by itself, several by the one farthest from nought, none by the type; a
    mode that the manual leaves unscored takes its type's score."""
    assert score(event_type, modes) == expected


def test_a_type_has_one_quad():
    """The four quads, in the manual's order, hold four, three, four and five types."""
    quads = [kind.quad_code for kind in event_types().values()]
    assert [quads.count(quad) for quad in QUADS] == [4, 3, 4, 5]


def test_sanction_is_material_conflict():
    """Of the manual's two places for SANCTION its own section counts."""
    assert quad_code("SANCTION") == 4


def test_accuse_is_conflict():
    """ACCUSE scores below nought, as all its modes do."""
    assert score("ACCUSE") == -3


@pytest.mark.parametrize(
    ("event_type", "modes"), [("YIELD", ()), ("AID", ("visit",)), ("ASSAULT", ("massacre",))]
)
def test_an_unknown_type_or_mode_is_a_wrong_call(event_type, modes):
    """Scores are given for types of PLOVER 2.0 and modes of that very type only."""
    with pytest.raises(UsageError):
        score(event_type, modes)


def test_who_needs_a_recipient():
    """Cooperation, aid and sanctions are always towards somebody."""
    needy = {name for name, kind in event_types().items() if kind.requires_recipient}
    assert needy == {"COOPERATE", "AID", "SANCTION"}
