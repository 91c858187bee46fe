"""The register knows outlets by name and by domain."""

from __future__ import annotations

import pytest

from communique.errors import DataFileError
from communique.reading import outlets
from communique.reading.outlets import _check


def test_bounds() -> None:
    """The register holds at least eighty outlets, forty agencies, twenty of state media."""
    register = outlets()
    assert len(register) >= 80
    assert sum(o.agency for o in register) >= 40
    assert sum(o.kind == "state_media" for o in register) >= 20
    with pytest.raises(DataFileError):
        _check(tuple(register)[:79])


def test_rows_twice() -> None:
    """An id, a name or a domain of two rows is refused."""
    rows = tuple(outlets())
    with pytest.raises(DataFileError):
        _check((*rows, rows[-1]))


@pytest.mark.parametrize(
    ("name", "found"),
    [("AP", "org/ap"), ("the a.p.", "org/ap"), ("KCNA", "org/kcna"), ("Tass", "org/tass")],
)
def test_by_name(name: str, found: str) -> None:
    """Case, full stops and "the" do not matter."""
    outlet = outlets().by_name(name)
    assert outlet is not None and outlet.id == found


@pytest.mark.parametrize(
    ("url", "found"),
    [
        ("https://www.reuters.com/world/x", "org/reuters"),
        ("https://edition.cnn.com/x", "org/cnn"),
        ("http://english.news.cn/x", "org/xinhua"),
        ("https://notreuters.com/", None),
        ("https://com/", None),
        ("no address", None),
        (None, None),
    ],
)
def test_by_url(url: str | None, found: str | None) -> None:
    """The nearest domain above a host decides, and only whole labels count."""
    outlet = outlets().by_url(url)
    assert (outlet.id if outlet else None) == found


def test_owner() -> None:
    """The state that owns an outlet is told from a private owner."""
    kcna, fox = outlets().by_name("KCNA"), outlets().by_name("Fox News")
    assert kcna is not None and (kcna.owner_state, kcna.kind) == ("PRK", "state_media")
    assert fox is not None and fox.owner_state is None
