"""Tries the one wheel of a folder in an empty environment: `python tests/smoke_wheel.py DIST`.

Exit status 0 where it installs with what it depends on, codes a text and holds its data files;
else a message and 1.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import venv
from pathlib import Path

DATA = (
    "ontology/acts.toml",
    "events/data/predicates",
    "actors/data/countries.tsv",
    "actors/data/organisations.tsv",
    "voices/data/cues.toml",
    "reading/data/furniture.toml",
    "reading/data/outlets.tsv",
    "store/schema.sql",
    "py.typed",
)
PROBE = """
import json, sys
from importlib.resources import files
import communique
coding = communique.code("Peru condemned Chile on Monday.", date="2024-03-06")
root = files("communique")
def there(name):
    place = root.joinpath(*name.split("/"))
    return place.is_file() or (place.is_dir() and any(place.iterdir()))
print(json.dumps({
    "from": communique.__file__,
    "events": [[e.event_type, e.date] for e in coding.events],
    "missing": [name for name in json.loads(sys.argv[1]) if not there(name)],
}))
"""


def main(dist: Path) -> str | None:
    """What is wrong with the wheel, or None."""
    wheels = sorted(dist.glob("*.whl"))
    if len(wheels) != 1:
        return f"{dist} holds {len(wheels)} wheels; one is wanted"
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "venv"
        venv.create(home, with_pip=True)
        programs = home / ("Scripts" if sys.platform == "win32" else "bin")
        python = str(programs / "python")
        elsewhere = Path(folder) / "elsewhere"
        elsewhere.mkdir()

        def run(*command: str) -> str:
            # neither the source tree nor the caller's packages are to be found
            ran = subprocess.run(
                command,
                cwd=elsewhere,
                env={k: v for k, v in os.environ.items() if not k.startswith("PYTHON")},
                capture_output=True,
                text=True,
                check=False,
            )
            if ran.returncode:
                raise RuntimeError(f"{' '.join(command[:4])}: {ran.stderr[-2000:]}")
            return ran.stdout

        try:
            run(python, "-m", "pip", "install", "--quiet", str(wheels[0].resolve()))
            run(python, "-m", "pip", "check")
            version = run(str(programs / "communique"), "--version").split()[-1]
            found = json.loads(run(python, "-c", PROBE, json.dumps(DATA)))
        except RuntimeError as error:
            return str(error)
        if f"-{version}-" not in wheels[0].name:
            return f"{wheels[0].name} says it is version {version}"
        if not Path(found["from"]).resolve().is_relative_to(home.resolve()):
            return f"the package came from {found['from']}"
        if found["missing"]:
            return f"the wheel lacks {', '.join(found['missing'])}"
        if found["events"] != [["ACCUSE", "2024-03-04"]]:
            return f"a text was coded as {found['events']}"
    return None


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit("usage: python tests/smoke_wheel.py DIST")
    problem = main(Path(sys.argv[1]))
    if problem:
        sys.exit(f"smoke_wheel: {problem}")
    sys.stdout.write("the wheel installs, codes a text and holds its data\n")
