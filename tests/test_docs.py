"""The manual says what the program does: every command, option and setting stands in it."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest
import typer

from communique.cli.main import app
from communique.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
DOCS = ROOT / "docs"
PAGES = sorted(p for p in DOCS.glob("*.md"))
LISTS = {"events", "quotes", "ties", "articles", "skipped"}


def text_of(page: str) -> str:
    return (DOCS / page).read_text(encoding="utf-8")


def section(page: str, heading: str) -> str:
    """The words under a heading, up to the next one of the second level."""
    found = re.search(rf"^## {re.escape(heading)}$(.*?)(?=^## |\Z)", text_of(page), re.M | re.S)
    return found.group(1) if found else ""


def commands(command: Any = None, path: str = "communique") -> Iterator[tuple[str, Any]]:
    command = command or typer.main.get_command(app)
    for name, inner in getattr(command, "commands", {}).items():
        yield f"{path} {name}", inner
        yield from commands(inner, f"{path} {name}")


@pytest.mark.parametrize("path,command", [pytest.param(*c, id=c[0]) for c in commands()])
def test_every_command_and_option_stands_in_the_manual(path, command):
    """docs/commands.md has a section for each command, which names each of its options."""
    own = section("commands.md", path)
    assert own, f"docs/commands.md has no section '## {path}'"
    if path.split()[-1] in LISTS:
        own += section("commands.md", "Filters")
    options = {o for p in command.params for o in p.opts if o.startswith("--")} - {"--help"}
    missing = sorted(o for o in options if not re.search(rf"`{re.escape(o)}[ `]", own))
    assert not missing, f"{path}: {missing}"


def test_the_manual_names_no_option_that_is_not_there():
    """Each option in docs/commands.md is one of some command."""
    known = {o for _, c in commands() for p in c.params for o in p.opts} | {"--help", "--version"}
    named = set(re.findall(r"`(--[a-z-]+)", text_of("commands.md")))
    assert named <= known


def test_every_setting_stands_in_the_manual():
    """docs/settings.md has a line for each setting, with its environment variable and default."""
    text = text_of("settings.md")
    for field in msgspec.structs.fields(Settings):
        row = re.search(rf"^\| `{field.name}` \|.*$", text, re.M)
        assert row, f"docs/settings.md lacks {field.name}"
        assert f"COMMUNIQUE_{field.name.upper()}" in row.group()
        default = "none" if field.default is None else str(field.default)
        assert default.lower() in row.group().lower()


def test_every_field_of_the_records_stands_in_the_manual():
    """docs/records.md names each key that the contract requires of a record or a party."""
    contract = msgspec.json.decode((DOCS / "records.schema.json").read_bytes())["$defs"]
    text = text_of("records.md")
    kinds = ("entity", "article", "event", "quotation", "passage", "tie", "skipped", "correction")
    for kind in kinds:
        missing = [k for k in contract[kind]["required"] if f"`{k}`" not in text]
        assert not missing, f"{kind}: {missing}"


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.name)
def test_every_link_leads_somewhere(page):
    """Links between the manual's pages point at pages and headings that are there."""
    for target in re.findall(r"\]\(([^)#:]*)(?:#[^)]*)?\)", page.read_text(encoding="utf-8")):
        assert not target or (page.parent / target).exists(), target
    for target, anchor in re.findall(r"\]\(([^)#:]*)#([^)]*)\)", page.read_text(encoding="utf-8")):
        text = (page.parent / target if target else page).read_text(encoding="utf-8")
        headings = re.findall(r"^#+ (.*)$", text, re.M)
        slugs = {re.sub(r"[^\w -]", "", h).strip().lower().replace(" ", "-") for h in headings}
        assert anchor in slugs, f"{target}#{anchor}"


def test_the_examples_of_data_are_data():
    """Each block of TOML in the manual can be read."""
    blocks = [
        b for p in PAGES for b in re.findall(r"```toml\n(.*?)```", p.read_text("utf-8"), re.S)
    ]
    assert len(blocks) >= 4
    for block in blocks:
        assert tomllib.loads(block)


@pytest.fixture(scope="module")
def quickstart(tmp_path_factory):
    """An empty folder in which every command of the quickstart was run, with what each gave."""
    folder = tmp_path_factory.mktemp("quickstart")
    shutil.copytree(ROOT / "examples" / "articles", folder / "examples" / "articles")
    results = []
    program = f'communique() {{ "{sys.executable}" -m communique "$@"; }}; '
    for line in text_of("quickstart.md").splitlines():
        command = re.match(r"    (?:\$ (.*)|(communique .*))$", line)
        if command:
            words = command.group(1) or command.group(2)
            done = subprocess.run(
                ["bash", "-c", program + words], cwd=folder, capture_output=True, text=True
            )
            results.append((words, done))
    return folder, results


@pytest.mark.slow
def test_every_command_of_the_quickstart_runs(quickstart):
    """In an empty folder with a fresh store each ends well."""
    _, results = quickstart
    assert len(results) >= 12
    for words, done in results:
        assert done.returncode == 0, f"{words}: {done.stderr}"


@pytest.mark.slow
def test_every_query_of_the_manual_runs(quickstart):
    """docs/store.md holds queries that run on any store; these find rows in the examples'."""
    from communique.store import Store

    folder, _ = quickstart
    queries = re.findall(r"```sql\n(.*?)```", text_of("store.md"), re.S)
    assert len(queries) >= 5
    store = Store(folder / "communique.sqlite", read_only=True)
    for query in queries:
        assert list(store.sql(query).rows), query
