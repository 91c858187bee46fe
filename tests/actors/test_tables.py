from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

from communique.actors import Resolver, check
from communique.actors.organisations import sector_on
from communique.actors.tables import load
from communique.errors import DataFileError

DATA = Path(__file__).parent / "data"


@pytest.mark.parametrize(
    ("day", "sector"),
    [("2000-01-01", "GOV"), ("2010-01-01", "REB"), ("2021-08-14", "REB"), ("2021-08-15", "GOV")],
)
def test_sector_by_date(day: str, sector: str) -> None:
    """An organisation has the sector of the spell that holds the day."""
    taliban = load(folder=DATA).organisations["org/taliban"]
    assert sector_on(taliban, dt.date.fromisoformat(day)) == sector


def test_sector_without_date() -> None:
    """Without a day the last spell counts."""
    assert sector_on(load(folder=DATA).organisations["org/taliban"], None) == "GOV"


def test_version_follows_content(tmp_path: Path) -> None:
    """The name of a resolver changes with what the user's file holds."""
    user = tmp_path / "actors.toml"
    user.write_text('[[actor]]\nname = "Harbour Watch"\n')
    assert Resolver(user, DATA).name != Resolver(folder=DATA).name


@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("[[actor]]\ncountry = 'FRA'\n", "no name"),
        ("[[actor]]\nname = 'X'\ncolour = 'red'\n", "colour"),
        ("[[actor\n", "not TOML"),
    ],
)
def test_bad_user_file(tmp_path: Path, content: str, message: str) -> None:
    """A user's file that breaks the rules is refused with its path and the reason."""
    user = tmp_path / "actors.toml"
    user.write_text(content)
    with pytest.raises(DataFileError, match=message) as caught:
        load(user, DATA)
    assert str(user) in str(caught.value)


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ("aliases = 'Y'", "aliases"),
        ("aliases = [1]", "aliases"),
        ("country = 3", "country"),
        ("country = 'QQQ'", "QQQ"),
        ("sector = 'XXX'", "XXX"),
        ("sector = ['GOV']", "sector"),
        ("kind = 'planet'", "planet"),
        ("kind = true", "kind"),
        ("office = 5", "office"),
        ("entity_id = ''", "entity_id"),
        ("from = 2020-01-01\nto = 2019-01-01", "not before from"),
        ("from = 2020-02\n", "not TOML"),
        ("from = '2020-02-31'", "from cannot be"),
        ("to = 'spring'", "to cannot be"),
        ("to = '2020-13'", "to cannot be"),
        ("from = true", "from cannot be"),
        ("from = ''", "from cannot be"),
    ],
)
def test_wrong_field_of_user_actor(tmp_path: Path, fields: str, message: str) -> None:
    """A wrong field is refused with the file, the actor's number, and what to write instead."""
    user = tmp_path / "actors.toml"
    user.write_text(f"[[actor]]\nname = 'A B'\n[[actor]]\nname = 'X Z'\n{fields}\n")
    with pytest.raises(DataFileError, match=message) as caught:
        load(user, DATA)
    assert str(user) in str(caught.value)
    assert message == "not TOML" or "number 2 (X Z)" in str(caught.value)
    assert caught.value.do


@pytest.mark.parametrize(
    "content",
    ["[[actors]]\nname = 'X'\n", "[actor]\nname = 'X'\n", "actor = ['X']\n", "actor = 'X'\n"],
)
def test_wrong_heading_of_user_actor(tmp_path: Path, content: str) -> None:
    """Actors under another heading than [[actor]] are refused, and the right one is told."""
    user = tmp_path / "actors.toml"
    user.write_text(content)
    with pytest.raises(DataFileError, match=r"\[\[actor\]\]") as caught:
        load(user, DATA)
    assert str(user) in str(caught.value)


@pytest.mark.parametrize("content", ["[[actor]]\nname = 3\n", "[[actor]]\nname = ' '\n"])
def test_name_of_user_actor_is_text(tmp_path: Path, content: str) -> None:
    """A name that is no text, or an empty one, is refused."""
    user = tmp_path / "actors.toml"
    user.write_text(content)
    with pytest.raises(DataFileError, match="name cannot be"):
        load(user, DATA)


@pytest.mark.parametrize("start", ["2019", "'2019'", "'2019-01'", "2019-01-01"])
def test_dates_of_user_actor(tmp_path: Path, start: str) -> None:
    """A date may be a TOML date, or a year, month or day as text."""
    user = tmp_path / "actors.toml"
    user.write_text(f"[[actor]]\nname = 'X Z'\nkind = 'person'\nfrom = {start}\n")
    assert load(user, DATA).people["user/x-z"][0].period == ("2019-01-01", "")


def test_user_file_as_text(tmp_path: Path) -> None:
    """A resolver takes the path of a user's file as text too."""
    user = tmp_path / "actors.toml"
    user.write_text("[[actor]]\nname = 'Harbour Watch'\n")
    assert Resolver(str(user), DATA).name == Resolver(user, DATA).name


def test_bad_row(tmp_path: Path) -> None:
    """A row with more cells than headings is refused with file and line."""
    (tmp_path / "ambiguous.tsv").write_text(
        "# x\nphrase\tcandidates\tdefault\trule\na\tb\tc\td\te\n"
    )
    with pytest.raises(DataFileError, match=r"ambiguous\.tsv:3"):
        load(folder=tmp_path)


def test_check_tells_overlap_and_unknown_code(tmp_path: Path) -> None:
    """Two heads of state at a time, and codes that no file knows, are told."""
    for path in DATA.iterdir():
        (tmp_path / path.name).write_text(path.read_text())
    with (tmp_path / "people.tsv").open("a") as people:
        people.write("person/x\tX Y\t\tY\tFRA\tPresident\tHOS\tGOV\t2019\t2020\tmemory\n")
        people.write("person/z\tZ W\t\tW\tQQQ\tMinister\tFM\tGOV\t2019\t2020\tmemory\n")
    doubts = check(load(folder=tmp_path))
    assert any("FRA HOS" in d and "person/x" in d for d in doubts)
    assert any("QQQ" in d for d in doubts)


def test_package_files() -> None:
    """The files of the package can be read and hold as many rows as they must."""
    tables = load()
    assert len(tables.countries) >= 240
    assert len(tables.roles) >= 600
    assert len(tables.people) >= 1000
    assert len(tables.words) >= 400
    assert len(tables.epithets) >= 20
    assert set().union(*tables.epithets.values()) <= set(tables.countries)
    assert set(tables.epithets) <= set(tables.roles)
    assert {c.state for c in tables.countries.values()} <= set(tables.countries)
