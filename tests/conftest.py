"""What several tests share: the examples, coded once."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from communique.coder import Coder, Coding
from communique.reading import ReadOptions, read
from communique.records import Article, Skipped

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"
FOLDERS = [ROOT / "examples" / "articles", ROOT / "tests" / "articles", ROOT / "tests" / "siblings"]


@pytest.fixture(scope="session")
def coder() -> Coder:
    return Coder()


@pytest.fixture(scope="session")
def items() -> list[Article | Skipped]:
    """Every article of the examples and the tests, as it is read."""
    sources = [p for folder in FOLDERS for p in sorted(folder.iterdir()) if p.suffix != ".json"]
    return list(read(sources, ReadOptions(published="2021-03-24")))


@pytest.fixture(scope="session")
def articles(items) -> list[Article]:
    return [item for item in items if isinstance(item, Article)]


@pytest.fixture(scope="session")
def codings(coder, articles) -> list[Coding]:
    return list(coder.code_many(articles))


@pytest.fixture(scope="session")
def schema() -> dict:
    return json.loads((ROOT / "docs" / "records.schema.json").read_text(encoding="utf-8"))


@pytest.fixture
def shared() -> Path:
    """The folder beside the project; tests that use it are skipped where it is missing."""
    if not SHARED.is_dir():
        pytest.skip("../shared is not beside the project")
    return SHARED
