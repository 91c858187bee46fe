"""How fast articles are coded on one core, beside spaCy's full pipeline on the same text.

    python benchmarks/speed.py [--rounds N]

The text is the project's own (examples/articles and tests/siblings). Times are processor time,
so that other work on the machine counts little; rounds of both alternate, and the median of each
is told. spaCy's pipeline is the whole model (tagger, parser, lemmatizer, entities), fed with the
same articles; communique parses, resolves actors, attributes, codes events and finds ties.
"""

from __future__ import annotations

import argparse
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from communique.coder import Coder
from communique.engine import read_into
from communique.language import DEFAULT_MODEL
from communique.reading import ReadOptions, read
from communique.records import Article
from communique.settings import Settings
from communique.store import Store

ROOT = Path(__file__).resolve().parent.parent
SOURCES = [ROOT / "examples" / "articles", str(ROOT / "tests" / "siblings" / "*.txt")]
FIRST_DAY = "2024-01-01"


def spent(work: Callable[[], object]) -> float:
    """Processor seconds that some work takes, all threads together."""
    began = time.process_time()
    work()
    return time.process_time() - began


def main() -> int:
    """Prints words, articles and microseconds."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    rounds = parser.parse_args().rounds
    options = ReadOptions(published=FIRST_DAY)
    articles = [a for a in read(SOURCES, options) if isinstance(a, Article)]
    texts = [a.text for a in articles]
    words = sum(len(t.split()) for t in texts)
    import spacy

    loading = time.process_time()
    coder = Coder()
    loading = time.process_time() - loading
    full = spacy.load(DEFAULT_MODEL)
    tokens = sum(len(doc) for doc in full.pipe(texts))
    list(coder.code_many(articles[:3]))
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(spent(lambda: list(coder.code_many(articles))))
        theirs.append(spent(lambda: list(full.pipe(texts, batch_size=64))))
    coding, pipeline = statistics.median(ours), statistics.median(theirs)
    with tempfile.TemporaryDirectory() as folder, Store(Path(folder) / "s.sqlite") as store:
        settings = Settings(workers=1)
        whole = spent(lambda: read_into(store, SOURCES, options, settings))
    print(f"{len(articles)} articles, {words} words, {tokens} tokens; {rounds} rounds, medians")
    print(
        f"coding on one core       {words / coding:,.0f} words a second, "
        f"{len(articles) / coding:.1f} articles a second"
    )
    print(
        f"microseconds a token     communique {1e6 * coding / tokens:.0f}, "
        f"spaCy's full pipeline {1e6 * pipeline / tokens:.0f}, ratio {coding / pipeline:.2f}"
    )
    print(
        f"read, code and store     {words / whole:,.0f} words a second "
        "(models loaded and other languages skipped on the way)"
    )
    print(f"making a Coder           {loading:.1f} s")
    print(f"communique --help        {startup():.2f} s")
    print(
        f"most memory              {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB"
    )
    return 0


def startup() -> float:
    """Processor seconds of the shortest call of the program, the best of three."""

    def used() -> float:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        subprocess.run(
            [sys.executable, "-m", "communique", "--help"], check=True, stdout=subprocess.DEVNULL
        )
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime

    return min(used() for _ in range(3))


if __name__ == "__main__":
    sys.exit(main())
