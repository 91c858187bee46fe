"""Points met on each sibling page: `python benchmarks/siblings.py [-v] [FOLDER]`.

The pages in tests/siblings were written, with their checks, by somebody who had not seen the
rules. With the seed page beside the project, its own twelve points (seed.json) are counted too.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from communique.coder import Coder, Coding
from communique.reading import ReadOptions, read
from communique.records import Article, Entity, Event

ROOT = Path(__file__).resolve().parent.parent
PAGES = ROOT / "tests" / "siblings"
SEED = ROOT.parent / "shared" / "articles" / "000_21fc42885645b429.txt"


def code_of(entity: Entity, *, sector: bool) -> str:
    """ "PRK GOV", or "PRK"."""
    base = entity.entity_code or entity.country_code or "?"
    return f"{base} {entity.sector_code or '-'}" if sector else base


def same_parties(wanted: list[str], found: list[Entity]) -> bool:
    """Sets must be equal; a code without a sector meets any sector."""

    def meets(want: str, entity: Entity) -> bool:
        return want == code_of(entity, sector=" " in want)

    return all(any(meets(w, e) for e in found) for w in wanted) and all(
        any(meets(w, e) for w in wanted) for e in found
    )


def named(wanted: str, entity: Entity | None) -> bool:
    """Whether one of the alternatives stands in the entity's name or words."""
    if entity is None:
        return False
    text = f"{entity.entity_name or ''} | {entity.raw_text}".casefold()
    return any(part.strip().casefold() in text for part in wanted.split("|"))


def event_meets(check: dict[str, Any], event: Event) -> bool:
    """Whether one event record is what a check asks for."""
    parties = [*event.actor, *event.recipient]
    chain = check.get("attribution")
    return (
        event.event_type in check["type"]
        and same_parties(
            check.get("actor", []) or [], list(event.actor) if "actor" in check else []
        )
        and same_parties(
            check.get("recipient", []) or [], list(event.recipient) if "recipient" in check else []
        )
        and same_parties(check.get("parties", []) or [], parties if "parties" in check else [])
        and all(any(named(p, e) for e in parties) for p in check.get("persons", []))
        and check.get("date", event.date) == event.date
        and check.get("voice", event.voice) == event.voice
        and check.get("modality", event.modality) == event.modality
        and check.get("sentence_contains", "") in event.sentence
        and (chain is None or _chain_meets(chain, [h.source for h in event.attribution]))
    )


def _chain_meets(wanted: list[str], sources: list[Entity]) -> bool:
    return len(wanted) == len(sources) and all(
        named(w, s) for w, s in zip(wanted, sources, strict=True)
    )


def meets(check: dict[str, Any], coding: Coding) -> bool:
    """Whether a coding meets a check; the kinds are those of the JSON files."""
    kind = check["kind"]
    if kind == "all":
        return all(meets(c, coding) for c in check["checks"])
    if kind == "event":
        return any(event_meets(check, e) for e in coding.events)
    if kind == "no_event":
        return not any(check["sentence_contains"] in e.sentence for e in coding.events)
    if kind == "quotation":
        return any(
            check["text_contains"] in q.text
            and named(check["speaker"], q.speaker)
            and (
                "attribution" not in check
                or _chain_meets(check["attribution"], [h.source for h in q.attribution])
            )
            for q in coding.quotations
        )
    if kind == "tie":
        return any(
            t.kind == check["tie_kind"]
            and same_parties(check["parties"], list(t.parties))
            and ("towards" not in check or same_parties(check["towards"], list(t.towards)))
            and ("since" not in check or (t.since or "").startswith(check["since"]))
            for t in coding.ties
        )
    if kind == "passage":
        return any(
            check["contains"] in coding.article.text[slice(*p.span)] and p.voice == check["voice"]
            for p in coding.passages
        )
    if kind == "dropped":
        return any(check["contains"] in d.text for d in coding.article.dropped)
    raise ValueError(f"no such kind of check: {kind}")


def main() -> int:
    """Prints a line a page, and with -v a line a point."""
    verbose = "-v" in sys.argv
    folders = [Path(a) for a in sys.argv[1:] if not a.startswith("-")] or [PAGES]
    coder = Coder()
    specs = [p for folder in folders for p in sorted(folder.glob("*.json"))]
    pairs = [(p, p.with_suffix(".txt")) for p in specs if p.stem != "seed"]
    if any(p.stem == "seed" for p in specs):
        if SEED.exists():
            pairs.append((PAGES / "seed.json", SEED))
        else:
            print("the seed page is not beside the project: skipped")
    total = met = 0
    for spec_file, page in pairs:
        spec = json.loads(spec_file.read_text(encoding="utf-8"))
        article = next(iter(read([page], ReadOptions(published=spec["date"]))))
        if not isinstance(article, Article):
            print(f"{page.stem}: skipped: {article.reason}: {article.detail}")
            continue
        coding = coder.code(article)
        results = [(c, meets(c, coding)) for c in spec["checks"]]
        count = sum(ok for _, ok in results)
        print(f"{page.stem:24} {count} of {len(results)}")
        if page != SEED:
            total += len(results)
            met += count
        if verbose:
            for check, ok in results:
                print(f"   {'ok  ' if ok else 'MISS'} {check['point']:2} {check['what']}")
    print(f"{'all but the seed page':24} {met} of {total}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
