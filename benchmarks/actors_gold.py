"""How many labelled actors and recipients the actors room finds, with their codes.

Reads labelled articles in the format of events-dev.jsonl (see the reference manual) and asks, for
each labelled span that has a code, whether some mention that overlaps it has that code. Prints
recall with a code, how often a code is given where the label has none, speed, and what was wrong.

    python benchmarks/actors_gold.py ../shared/gold/events-dev.jsonl [--wrong]
"""

from __future__ import annotations

import argparse
import datetime as dt
import json
import platform
import sys
import time
from collections import Counter
from pathlib import Path
from typing import Any

from communique.actors import Resolver
from communique.language.parser import Parser
from communique.records import Article


def article_of(row: dict[str, Any]) -> Article:
    return Article(
        id=row["id"], text=row["text"], title=row.get("title"), published=row["published"]
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "file", type=Path, nargs="?", default=Path("../shared/gold/events-dev.jsonl")
    )
    parser.add_argument("--wrong", action="store_true", help="print each miss")
    options = parser.parse_args()
    if not options.file.is_file():
        print(f"skipped: {options.file} is not here")
        return 0
    rows = [json.loads(line) for line in options.file.open(encoding="utf-8")]
    began = time.process_time()
    resolver = Resolver()
    loading = time.process_time() - began
    parse = Parser()
    parsed = [(row, parse.parse(article_of(row), ())) for row in rows]
    tokens = sum(len(s.doc) for _, p in parsed for s in p.sentences)
    counts: Counter[str] = Counter()
    seconds = 0.0
    for row, one in parsed:
        began = time.process_time()
        mentions = resolver.resolve(one, dt.date.fromisoformat(row["published"]))
        seconds += time.process_time() - began
        seen = set()
        for event in row["events"]:
            for party in (*event["actor"], *event["recipient"]):
                span = party["span"]
                if span is None or (tuple(span), party["code"]) in seen:
                    continue
                seen.add((tuple(span), party["code"]))
                judge(row, party, span, mentions, counts, options.wrong)
    print(f"{platform.machine()}, Python {platform.python_version()}, {resolver.name}")
    print(
        f"loading {loading:.2f} s; {tokens} tokens, {seconds / tokens * 1e6:.1f} microseconds each"
    )
    coded = counts["coded"]
    print(
        f"labelled with a code: {coded}; mention there {counts['touched'] / coded:.3f}, "
        f"code right {counts['right'] / coded:.3f}, "
        f"sector right as well {counts['sector'] / coded:.3f}"
    )
    print(
        f"wrong code {counts['wrong code']}, no code {counts['no code']}, "
        f"no mention {counts['no mention']}"
    )
    print(f"labelled without a code: {counts['null']}; a code is given to {counts['null coded']}")
    return 0


def judge(row, party, span, mentions, counts, show) -> None:  # type: ignore[no-untyped-def]
    touching = [m for m in mentions if m.span[0] < span[1] and span[0] < m.span[1]]
    exact = [m for m in touching if not m.attributive] or touching
    codes = {e.entity_code or e.country_code for m in touching for e in m.entities} - {None}
    if party["code"] is None:
        counts["null"] += 1
        counts["null coded"] += bool(codes)
        return
    counts["coded"] += 1
    counts["touched"] += bool(touching)
    if party["code"] in codes:
        counts["right"] += 1
        sectors = {
            e.sector_code
            for m in touching
            for e in m.entities
            if (e.entity_code or e.country_code) == party["code"]
        }
        if party["sector"] in sectors or party["sector"] is None:
            counts["sector"] += 1
        elif show:
            print("sector", row["id"], repr(row["text"][span[0] : span[1]]), party, sectors)
        return
    kind = "wrong code" if codes else "no code" if touching else "no mention"
    counts[kind] += 1
    if show:
        text = row["text"]
        context = text[max(0, span[0] - 40) : span[0]] + "[" + text[span[0] : span[1]] + "]"
        found = [(m.entity.raw_text, m.entity.entity_code, m.entity.resolved_by) for m in exact]
        print(kind, row["id"], repr(context), party["code"], party["sector"], found)


if __name__ == "__main__":
    sys.exit(main())
