"""The program as a process: start, help, pipes, settings in their order."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import communique
from communique.records import Skipped
from communique.store import Store

COMMANDS = [
    [],
    *([name] for name in ("code", "read", "recode", "events", "quotes", "ties", "articles")),
    *([name] for name in ("skipped", "sql", "actors", "evaluate")),
    ["actors", "resolve"],
    ["actors", "check"],
    ["evaluate", "actors"],
    ["evaluate", "events"],
    ["evaluate", "reading"],
]
HEAVY = ("spacy", "pyarrow", "pandas", "trafilatura", "numpy", "lxml", "httpx", "sqlite3", "rich")


def program(*words: str | Path, **options) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "communique", *map(str, words)]
    options.setdefault("encoding", "utf-8")
    return subprocess.run(command, capture_output=True, timeout=60, check=False, **options)


def test_the_program_starts_as_a_module():
    """`python -m communique` is `communique`."""
    ran = program("--version")
    assert (ran.returncode, ran.stdout) == (0, f"communique {communique.__version__}\n")


@pytest.mark.parametrize("words", COMMANDS, ids=lambda words: " ".join(words) or "communique")
def test_help_is_readable_at_80_columns(run, words):
    """No line is wider than 80 characters, and no summary is cut off."""
    ran = run(*words, "--help")
    assert ran.status == 0
    assert ran.lines[0].startswith("Usage: ")
    assert max(map(len, ran.lines)) <= 80
    assert "..." not in ran.out.replace("COMMAND [ARGS]...", "").replace("}...", "").replace(
        "SOURCE...", ""
    )


def test_help_names_every_command_and_none_that_is_not_built(run):
    """The commands in `--help` are those that run."""
    listed = run("--help").out.partition("Commands:\n")[2].split("\n")
    names = [line.split()[0] for line in listed if line.startswith("  ") and line[2] != " "]
    assert names == [words[0] for words in COMMANDS if len(words) == 1]
    for name in names:
        assert run(name, "--help").status == 0


def test_help_names_only_options_that_a_command_takes(run, filled):
    """Each filter that a list offers is one that the store takes for it."""
    values = {
        "actor": ["PER"], "recipient": ["PER"], "between": ["PER", "CHL"], "speaker": ["x"],
        "source": ["x"], "quad": ["1"], "act": ["praise"], "since": ["2024"], "until": ["2024"],
        "sector": ["GOV"], "place": ["PER"], "outlet": ["x"], "voice": ["outlet"],
        "modality": ["future"], "min-confidence": ["0.1"], "text": ["x"], "limit": ["1"], "all": [],
    }  # fmt: skip
    for command in ("events", "quotes", "ties", "articles", "skipped"):
        options = run(command, "--help").out.partition("Options:")[2].split()
        offered = {word[2:] for word in options if word.startswith("--")}
        tried = [name for name in values if name in offered]
        assert len(tried) >= 2
        for name in tried:
            ran = run(command, "--store", filled, f"--{name}", *values[name])
            assert ran.status == 0, ran.err


@pytest.mark.parametrize("words", [["--help"], ["read", "--help"], ["events", "--help"]])
def test_help_imports_nothing_heavy(words):
    """Help comes before any model, table or page library is loaded."""
    code = (
        "import sys\nfrom communique.cli.main import main\n"
        f"sys.argv = ['communique', *{words!r}]\n"
        "try:\n    main()\nexcept SystemExit as end:\n    assert not end.code\n"
        f"sys.exit(repr([m for m in {HEAVY!r} if m in sys.modules]))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert ran.stderr.strip() == "[]"


@pytest.mark.parametrize("form", ["jsonl", "table", "csv"])
def test_a_closed_pipe_ends_quietly(tmp_path, form):
    """`| head -1` leaves no traceback and no status of failure."""
    with Store(tmp_path / "many.sqlite") as store:
        for n in range(600):
            store.write_skipped(Skipped(source=f"{n}.txt", reason="empty", detail="x" * 300))
    pipe = subprocess.run(
        f"set -o pipefail; {sys.executable} -m communique skipped --store many.sqlite "
        f"--format {form} | head -1",
        shell=True, executable="/bin/bash", capture_output=True, text=True, check=False,
        cwd=tmp_path,
    )  # fmt: skip
    assert (pipe.returncode, pipe.stderr) == (0, "")
    assert len(pipe.stdout.splitlines()) == 1


def test_a_terminal_of_few_characters_gets_escapes(filled):
    """Output that an old encoding cannot hold does not stop the program."""
    environment = {**os.environ, "PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0"}
    ran = program("quotes", "--store", filled, env=environment, encoding="ascii")
    assert (ran.returncode, ran.stderr) == (0, "")
    assert "\\u201c" in ran.stdout


def store_in_use(run, *words: str) -> str:
    """The store that a command names when there is none."""
    ran = run("events", *words)
    assert ran.status == 2
    return ran.err.split(": ")[1]


def test_the_store_is_named_by_default_file_environment_and_flag(run, monkeypatch):
    """Each goes before the one ahead of it."""
    assert store_in_use(run) == "communique.sqlite"
    Path("communique.toml").write_text('store = "of-file.sqlite"\n')
    assert store_in_use(run) == "of-file.sqlite"
    monkeypatch.setenv("COMMUNIQUE_STORE", "of-environment.sqlite")
    assert store_in_use(run) == "of-environment.sqlite"
    assert store_in_use(run, "--store", "of-flag.sqlite") == "of-flag.sqlite"


def test_read_writes_where_the_settings_say(run, tmp_path, monkeypatch):
    """The store of the file is filled, unless the environment names another."""
    Path("communique.toml").write_text('store = "of-file.sqlite"\nworkers = 1\n')
    Path("a.txt").write_text("Peru condemned Chile.")
    assert run("read", "a.txt").status == 0
    monkeypatch.setenv("COMMUNIQUE_STORE", "of-environment.sqlite")
    assert run("read", "a.txt").status == 0
    assert sorted(p.name for p in tmp_path.glob("*.sqlite")) == [
        "of-environment.sqlite",
        "of-file.sqlite",
    ]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("store = ", "communique.toml"),
        ('stroe = "x"', "stroe"),
        ('workers = "many"', "workers"),
        ("workers = -1", "workers"),
        ("store = 7", "store"),
    ],
)
def test_a_bad_settings_file_is_named(run, text, told):
    """The status is 2, and the message names the file and the line or the setting."""
    Path("communique.toml").write_text(text)
    ran = run("events")
    assert ran.status == 2
    assert "communique.toml" in ran.err and told in ran.err
