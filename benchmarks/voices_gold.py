"""Attributions and voices against labelled articles and sentences.

    python benchmarks/voices_gold.py [FOLDER] [--actors] [--errors N]

FOLDER (by default ../shared/gold) holds `attributions-dev.jsonl` (PolNeAR) and
`voices-dev.jsonl` (BABE); what is missing is skipped. A predicted content matches a labelled one
when they share at least half of the characters of their union; pairs are made one to one, best
first.
"""

from __future__ import annotations

import argparse
import json
import platform
import sys
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from communique.actors.mention import Mentions
from communique.language import Parsed, Parser
from communique.records import Article, Quotation
from communique.voices import Voices, attribute

Spans = list[list[int]]


def characters(spans: Iterable[Any]) -> set[int]:
    return {i for start, end in spans for i in range(start, end)}


def is_direct(text: str, spans: Any) -> bool:
    """Whether a content begins and ends with a quotation mark."""
    words = text[spans[0][0] : spans[-1][1]].strip(" ,.")
    return words[:1] in "\"“'‘" and words[-1:] in "\"”'’"


def pairs(gold: list[set[int]], found: list[set[int]]) -> dict[int, int]:
    """Gold index -> found index, best overlaps first, each used once."""
    scored = []
    for g, wanted in enumerate(gold):
        for f, got in enumerate(found):
            common = len(wanted & got)
            if common and 2 * common >= len(wanted | got):
                scored.append((-common / len(wanted | got), g, f))
    matched: dict[int, int] = {}
    taken: set[int] = set()
    for _, g, f in sorted(scored):
        if g not in matched and f not in taken:
            matched[g] = f
            taken.add(f)
    return matched


def rates(hits: int, found: int, wanted: int) -> str:
    precision, recall = hits / max(1, found), hits / max(1, wanted)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return f"precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}  ({hits}/{found}/{wanted})"


def resolver(wanted: bool) -> Any:
    if wanted:
        from communique.actors import Resolver

        return Resolver().resolve
    return lambda parsed, on: Mentions(())


def code(
    texts: list[str], parser: Parser, resolve: Any
) -> tuple[list[tuple[Parsed, Voices]], float]:
    articles = [(Article(id=f"{n:024x}", text=text), ()) for n, text in enumerate(texts)]
    parsed = list(parser.parse_many(articles))
    prepared = [(p, resolve(p, None)) for p in parsed]
    begin = time.process_time()
    result = [(p, attribute(p, m)) for p, m in prepared]
    tokens = sum(len(s.doc) for p in parsed for s in p.sentences)
    return result, 1e6 * (time.process_time() - begin) / max(1, tokens)


def overlaps(spans: Any, other: Any) -> bool:
    return any(s < e2 and s2 < e for s, e in spans for s2, e2 in other)


def attributions(path: Path, parser: Parser, resolve: Any, errors: int) -> None:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    coded, cost = code([row["text"] for row in rows], parser, resolve)
    total: Counter[str] = Counter()
    cues: dict[str, Counter[str]] = {"hit": Counter(), "false": Counter(), "missed": Counter()}
    shown: list[str] = []
    for row, (_, voices) in zip(rows, coded, strict=True):
        text, gold = row["text"], [a for a in row["attributions"] if a["content"]]
        found: list[Quotation] = list(voices.quotations)
        matched = pairs(
            [characters(a["content"]) for a in gold], [characters(q.spans) for q in found]
        )
        total["hits"] += len(matched)
        total["gold"] += len(gold)
        total["found"] += len(found)
        total["direct found"] += sum(is_direct(text, q.spans) for q in found)
        total["direct found right"] += sum(
            is_direct(text, found[f].spans) for f in matched.values()
        )
        for g, a in enumerate(gold):
            direct = is_direct(text, a["content"])
            total["direct gold"] += direct
            total["direct hits"] += direct and g in matched
            if g not in matched:
                words = " ".join(text[s:e] for s, e in a["cue"]).lower()
                cues["missed"][words] += 1
                shown.append(
                    f"MISSED{' direct' if direct else ''} [{words}] "
                    + " | ".join(text[s:e] for s, e in a["content"])
                )
                continue
            quotation = found[matched[g]]
            if a["source"]:
                total["with source"] += 1
                speaker = quotation.speaker
                if speaker is not None and speaker.span is not None:
                    right = overlaps(a["source"], [speaker.span])
                    total["source right"] += right
                    if not right:
                        wanted = [text[s:e] for s, e in a["source"]]
                        shown.append(
                            f"SOURCE {wanted} found {speaker.raw_text!r}: {quotation.text}"
                        )
            if a["cue"]:
                total["with cue"] += 1
                total["cue right"] += quotation.cue is not None and overlaps(
                    a["cue"], [quotation.cue.span]
                )
        right = set(matched.values())
        for f, quotation in enumerate(found):
            cue = quotation.cue.text.lower() if quotation.cue else "-"
            cues["hit" if f in right else "false"][cue] += 1
            total[f"kind {quotation.kind} {'right' if f in right else 'false'}"] += 1
            if f not in right:
                shown.append(f"FALSE {quotation.kind} [{cue}] {quotation.text}")
    print(f"attributions: {len(rows)} articles, {cost:.1f} microseconds a token")
    print("  contents", rates(total["hits"], total["found"], total["gold"]))
    d_p = total["direct found right"] / max(1, total["direct found"])
    d_r = total["direct hits"] / max(1, total["direct gold"])
    d_f1 = 2 * d_p * d_r / max(1e-9, d_p + d_r)
    print(f"  direct   precision {d_p:.3f}  recall {d_r:.3f}  F1 {d_f1:.3f}")
    hits, found_n = total["hits"] - total["direct hits"], total["found"] - total["direct found"]
    print("  rest     ", rates(hits, found_n, total["gold"] - total["direct gold"]))
    print(f"  source right {total['source right'] / max(1, total['with source']):.3f}")
    print(f"  cue right    {total['cue right'] / max(1, total['with cue']):.3f}")
    print(
        "  " + ", ".join(f"{k[5:]} {v}" for k, v in sorted(total.items()) if k.startswith("kind"))
    )
    if errors:
        for name in ("false", "missed"):
            print(name, [(c, n, cues["hit"][c]) for c, n in cues[name].most_common(errors)])
        for line in shown:
            print(line, file=sys.stderr)


def macro_f1(predicted: list[bool], gold: list[bool]) -> float:
    scores = []
    for label in (True, False):
        hits = sum(p == g == label for p, g in zip(predicted, gold, strict=True))
        scores.append(2 * hits / max(1, predicted.count(label) + gold.count(label)))
    return sum(scores) / 2


def voices_rows(path: Path, parser: Parser, resolve: Any) -> None:
    rows = [json.loads(line) for line in path.read_text("utf-8").splitlines()]
    coded, cost = code([row["text"] for row in rows], parser, resolve)
    predicted, gold, between = [], [], []
    hits = found = wanted = 0
    for row, (_, voices) in zip(rows, coded, strict=True):
        opinion = any(p.voice == "opinion" for p in voices.passages)
        if row["opinion"].startswith("Somewhat"):
            between.append(opinion)
        else:
            predicted.append(opinion)
            gold.append(row["opinion"].startswith("Expresses"))
        got = Counter(w.lower() for p in voices.passages for x in p.loaded for w in x.text.split())
        want = Counter(w.lower().strip("\"'“”") for w in row["loaded"])
        hits += sum((got & want).values())
        found += sum(got.values())
        wanted += sum(want.values())
    accuracy = sum(p == g for p, g in zip(predicted, gold, strict=True)) / max(1, len(gold))
    print(f"voices: {len(rows)} sentences, {cost:.1f} microseconds a token")
    print(f"  opinion  accuracy {accuracy:.3f}  macro-F1 {macro_f1(predicted, gold):.3f}")
    half = sum(p == g for p, g in zip(predicted, gold, strict=True)) + len(between) / 2
    print(f"           with the rows between at half {half / max(1, len(rows)):.3f}", end="")
    print(f"; of those, called opinion {sum(between) / max(1, len(between)):.3f}")
    print("  loaded  ", rates(hits, found, wanted))


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("folder", nargs="?", type=Path)
    arguments.add_argument("--actors", action="store_true", help="with the actors' resolver")
    arguments.add_argument("--errors", type=int, default=0, help="how many cues to list")
    given = arguments.parse_args()
    folder = given.folder or Path(__file__).resolve().parents[2] / "shared" / "gold"
    parser = Parser()
    resolve = resolver(given.actors)
    print(f"{platform.machine()}, Python {platform.python_version()}, {parser.name}")
    path = folder / "attributions-dev.jsonl"
    if path.exists():
        attributions(path, parser, resolve, given.errors)
    else:
        print(f"skipped: {path.name} is not in {folder}")
    path = folder / "voices-dev.jsonl"
    if path.exists():
        voices_rows(path, parser, resolve)
    else:
        print(f"skipped: {path.name} is not in {folder}")


if __name__ == "__main__":
    main()
