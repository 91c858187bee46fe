"""Runs the program in this process: its status, its standard output and its standard error."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from typer.testing import CliRunner

from communique.cli.main import app
from communique.engine import read_into
from communique.reading import ReadOptions
from communique.settings import Settings
from communique.store import Store

TEXT = (
    "The foreign minister of Peru condemned Chile on Monday over the seizure of a ship.\n\n"
    "“We shall answer,” the minister, Ana Quispe, said.\n\n"
    "Kenya and Ghana have been members of the African Union since 2002. Mali did not attack "
    "Niger, the state news agency reported.\n"
)


@dataclass(frozen=True)
class Ran:
    """A call of the program that has ended."""

    status: int
    data: bytes
    err: str

    @property
    def out(self) -> str:
        """Standard output as text."""
        return self.data.decode()

    @property
    def lines(self) -> list[str]:
        """Its lines."""
        return self.out.splitlines()


@pytest.fixture(autouse=True)
def _own_folder(tmp_path, monkeypatch):
    """No settings but the test's own."""
    monkeypatch.chdir(tmp_path)
    for name in ("STORE", "PARSER", "ACTORS", "WORKERS", "LANGUAGE", "ALLOW_PRIVATE"):
        monkeypatch.delenv(f"COMMUNIQUE_{name}", raising=False)
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture
def run() -> Callable[..., Ran]:
    def call(*words: str | Path, stdin: bytes = b"") -> Ran:
        result = CliRunner().invoke(app, [str(w) for w in words], input=stdin)
        if result.exception and not isinstance(result.exception, SystemExit):
            raise result.exception
        return Ran(result.exit_code, result.stdout_bytes, result.stderr)

    return call


@pytest.fixture(scope="session")
def filled(tmp_path_factory) -> Path:
    """A store of one article that has a record of every kind, and of one input skipped."""
    folder = tmp_path_factory.mktemp("filled")
    (folder / "paper.txt").write_text(TEXT, encoding="utf-8")
    (folder / "nothing.txt").write_text("", encoding="utf-8")
    path = folder / "news.sqlite"
    options = ReadOptions(published="2024-03-06", outlet="The Paper")
    with Store(path) as store:
        sources = [folder / "paper.txt", folder / "nothing.txt"]
        summary = read_into(store, sources, options, Settings(workers=1))
        assert summary.events and summary.quotations
    return path
