"""`communique evaluate actors`: labelled phrases and articles to figures, computed by hand here."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from typer.testing import CliRunner

from communique.cli.main import app
from communique.errors import UsageError
from communique.evaluation.actors import (
    ActorScores,
    GoldMention,
    Share,
    judge_mention,
    read_gold_actors,
)
from communique.records import Entity

PHRASES = [
    {
        "id": "right",
        "text": "the French president",
        "date": "2010-05-05",
        "code": "FRA",
        "sector": "GOV",
        "person": "Nicolas Sarkozy",
        "office": "President",
        "how": "office",
    },
    {"id": "sector", "text": "Turkish forces", "code": "TUR", "sector": "GOV", "how": "role"},
    {"id": "code", "text": "Peru", "code": "CHL", "sector": "GOV"},
    {"id": "list", "text": "France and Germany", "codes": [["FRA", "GOV"], ["DEU", None]]},
    {"id": "open", "text": "the ministry", "code": None, "how": "anaphora"},
    {"id": "unlisted", "text": "Ade Qbello", "code": None, "person": "Ade Qbello"},
    {
        "id": "person",
        "text": "the German chancellor",
        "date": "2022-05-05",
        "code": "DEU",
        "sector": "GOV",
        "person": "Angela Merkel",
        "office": "Chancellor",
        "how": "office",
    },
]
FIGURES_OF_PHRASES = [
    "country right          0.857 (6 of 7)",
    "country and sector     0.714 (5 of 7)",
    "persons on file        0.667 (2 of 3)",
    "person and office      0.500 (1 of 2)",
    "anaphora resolved      0.000 (0 of 1)",
]

FIRE = (
    "Armenia and Azerbaijan exchanged fire. Russia urged both sides to stop. "
    "Rebels killed ten soldiers in Bamako on Monday."
)
IDAHO = "Police arrested two men in Moscow, Idaho, on Monday."


def at(text: str, words: str) -> list[int]:
    start = text.index(words)
    return [start, start + len(words)]


ARTICLES = [
    {
        "id": "fire",
        "text": FIRE,
        "published": "2021-03-24",
        "mentions": [
            {"span": at(FIRE, "Russia"), "code": "RUS", "sector": "GOV"},
            {
                "span": at(FIRE, "both sides"),
                "codes": [["ARM", "GOV"], ["AZE", "GOV"]],
                "how": "anaphora",
            },
            {"span": at(FIRE, "Armenia"), "code": "AZE", "how": "anaphora"},
        ],
        "events": [
            {
                "trigger_span": at(FIRE, "killed"),
                "place": {"country": "MLI", "name": "Bamako", "lat": 12.6, "lon": -8.0},
                "date": "2021-03-22",
                "enddate": "2021-03-22",
            },
            {"trigger_span": at(FIRE, "ten"), "date": "2021-03-22"},
        ],
    },
    {
        "id": "idaho",
        "text": IDAHO,
        "published": "2021-03-24",
        "mentions": [],
        "events": [
            {
                "trigger_span": at(IDAHO, "arrested"),
                "place": {"country": "RUS", "name": "Moscow", "lat": 55.75, "lon": 37.62},
                "date": "2021-03-15",
                "enddate": "2021-03-15",
            },
        ],
    },
]
FIGURES_OF_ARTICLES = [
    "country right          0.667 (2 of 3)",
    "country and sector     0.667 (2 of 3)",
    "anaphora precision     0.500 (1 of 2)",
    "anaphora resolved      0.500 (1 of 2)",
    "events found           0.667 (2 of 3)",
    "country of the place   0.500 (1 of 2)",
    "place within 161 km    0.500 (1 of 2)",
    "days right             0.500 (1 of 2)",
]


@pytest.fixture
def evaluate(tmp_path: Path) -> Callable[..., list[str]]:
    """Labelled rows -> the lines that the program prints."""

    def run(rows: list[dict[str, object]], *words: str) -> list[str]:
        path = tmp_path / "labels.jsonl"
        lines = (json.dumps(row, ensure_ascii=False) for row in rows)
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")
        ran = CliRunner().invoke(
            app, ["evaluate", "actors", str(path), *words], catch_exceptions=False
        )
        assert ran.exit_code == 0, ran.output
        return ran.stdout.splitlines()

    return run


def test_phrases(evaluate) -> None:
    """Of seven phrases one has another code and one another sector; of three persons two are on
    file, one of whom is another one that day. What no label asks for is left out."""
    assert evaluate(PHRASES) == ["labels.jsonl: 7 rows", *FIGURES_OF_PHRASES]


def test_articles(evaluate) -> None:
    """Of two events that were found one is elsewhere and on another day; a trigger that is none is
    not found. Of two phrases labelled as pointing one is wrong."""
    assert evaluate(ARTICLES) == ["labels.jsonl: 2 rows", *FIGURES_OF_ARTICLES]


def test_wrong_phrases_are_named(evaluate) -> None:
    """--wrong adds a line for each wrong phrase: what is wrong, row, words, label and answer."""
    lines = evaluate(PHRASES, "--wrong")
    sector, code, person = lines[1 + len(FIGURES_OF_PHRASES) :]
    assert sector.startswith("sector  sector 'Turkish forces' (role): ('TUR', 'GOV', None, None)")
    assert sector.endswith("found: TUR MIL None None role")
    assert code.startswith("code    code 'Peru' (name): ('CHL', 'GOV', None, None)")
    assert code.endswith("found: PER GOV Peru None name")
    assert person.startswith("person  person 'the German chancellor' (office):")
    assert "'Angela Merkel'" in person
    assert "DEU GOV Olaf Scholz Chancellor office" in person


def test_wrong_events_are_named(evaluate) -> None:
    """So do places and days, with what was found."""
    lines = evaluate(ARTICLES, "--wrong")
    mention, event = lines[1 + len(FIGURES_OF_ARTICLES) :]
    assert mention.startswith("code    fire 'Armenia' (anaphora):")
    assert event.startswith("event   idaho 'arrested': place Moscow, RUS; found ('Moscow', 'USA',")
    assert event.endswith("days 2021-03-15 2021-03-15; found 2021-03-22 2021-03-22")


def test_mixed_file(evaluate) -> None:
    """Phrases and articles may stand in one file; their figures add up."""
    lines = evaluate([*PHRASES, *ARTICLES])
    assert lines[0] == "labels.jsonl: 9 rows"
    assert lines[1] == "country right          0.800 (8 of 10)"


def party(code: str | None, sector: str | None = None, **more: object) -> Entity:
    return Entity(
        raw_text="x",
        span=(0, 1),
        kind="unnamed",
        country_code=code,
        sector_code=sector,
        **more,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(
    ("gold", "found", "code", "sector"),
    [
        (GoldMention(code="PER", sector="GOV"), [party("PER", "GOV")], True, True),
        (GoldMention(code="PER", sector="GOV"), [party("PER", "MIL")], True, False),
        (GoldMention(code="PER", sector="GOV"), [party("CHL", "GOV")], False, False),
        (GoldMention(code="PER", code2="CHL"), [party("CHL", "GOV")], True, True),
        (GoldMention(code="PER", sector="GOV", sector2="MIL"), [party("PER", "MIL")], True, True),
        (GoldMention(code="PER"), [party("PER", "MIL")], True, True),
        (GoldMention(code=None), [party(None, "MIL")], True, True),
        (GoldMention(code=None), [], True, True),
        (GoldMention(code=None), [party("PER")], False, False),
        (GoldMention(code="PER"), [], False, False),
        (GoldMention(code="PER"), [party("PER"), party("CHL")], False, False),
        (GoldMention(code="IGO"), [party("USA", entity_code="IGO")], True, True),
        (GoldMention(code="GEO", others=("PRE",)), [party("GEO", "GOV")], True, False),
        (
            GoldMention(code="GEO", others=("PRE",)),
            [party("GEO", "GOV", other_sector_codes=("PRE",))],
            True,
            True,
        ),
        (GoldMention(code="GEO", others=("CVL",)), [party("GEO", "GOV")], True, True),
        (
            GoldMention(codes=(("PER", "GOV"), ("CHL", None))),
            [party("PER", "GOV"), party("CHL", "MIL")],
            True,
            True,
        ),
        (
            GoldMention(codes=(("PER", "GOV"), ("CHL", "GOV"))),
            [party("CHL", "GOV"), party("PER", "GOV")],
            True,
            True,
        ),
        (GoldMention(codes=(("PER", None), ("CHL", None))), [party("PER")], False, False),
    ],
)
def test_codes(gold: GoldMention, found: list[Entity], code: bool, sector: bool) -> None:
    """Second codes and sectors are right too; no code is right where none is given; a sector not
    labelled is any; of other sectors only PRE is asked for; the order of several does not count."""
    scores = ActorScores()
    assert judge_mention(scores, gold, found, {})[:2] == (code, sector)
    assert (scores.country, scores.sector) == (Share(code, 1), Share(sector, 1))


ON_FILE = {"ana quispe": {"person/ana-quispe", "person/ana-quispe-2"}}


@pytest.mark.parametrize(
    ("label", "identity", "office", "right"),
    [
        ("Minister of Foreign Affairs", "person/ana-quispe", "Foreign Minister", True),
        ("Ministers of Health", "person/ana-quispe-2", "Minister of Health", True),
        ("President", "person/ana-quispe", "Judge", False),
        ("President", "person/ana-quispe", None, False),
        (None, "person/ana-quispe", None, True),
        (None, "person/ana-quispe", "President", False),
        ("President", "person/luis-quispe", "President", False),
        ("President", None, "President", False),
    ],
)
def test_person(label: str | None, identity: str | None, office: str | None, right: bool) -> None:
    """A person is right by any id on file under the name, if the office is worded much alike, or
    none is held and none is labelled."""
    scores = ActorScores()
    gold = GoldMention(code="PER", person="Ána Quispe", office=label)
    found = [party("PER", entity_id=identity, office=office)]
    assert judge_mention(scores, gold, found, ON_FILE)[2] is right
    assert (scores.listed, scores.person) == (Share(1, 1), Share(right, 1))


def test_person_on_no_file() -> None:
    """Whoever is on no file is counted as such, and not asked for."""
    scores = ActorScores()
    gold = GoldMention(code="PER", person="Kofi Mensah")
    assert judge_mention(scores, gold, [party("PER")], ON_FILE)[2] is True
    assert (scores.listed, scores.person) == (Share(0, 1), Share(0, 0))


def test_share_of_nothing() -> None:
    """The share of nothing is 0."""
    assert (Share().value, Share(1, 4).value) == (0.0, 0.25)


@pytest.mark.parametrize(
    "line",
    ["{", '{"date": "2020-01-01"}', '{"id": "x", "text": "x", "code": 3}', "[]"],
)
def test_lines_that_do_not_fit(tmp_path: Path, line: str) -> None:
    """A line that does not fit is named, with its file; blank ones are passed over."""
    path = tmp_path / "labels.jsonl"
    path.write_text(json.dumps(PHRASES[0]) + "\n\n" + line + "\n", encoding="utf-8")
    with pytest.raises(UsageError, match=r"labels\.jsonl, line 3"):
        read_gold_actors(path)


def test_file_that_is_not_there(tmp_path: Path) -> None:
    """So is a file that is not there."""
    with pytest.raises(UsageError, match=r"none\.jsonl"):
        read_gold_actors(tmp_path / "none.jsonl")


def test_ids_of_phrases(tmp_path: Path) -> None:
    """A phrase without an id has the number of its line."""
    path = tmp_path / "labels.jsonl"
    path.write_text('\n{"text": "Peru"}\n{"id": "b", "text": "Chile"}\n', encoding="utf-8")
    assert [row.id for row in read_gold_actors(path)] == ["2", "b"]
