"""The code book as Markdown, written from the data: `python -m communique.ontology.codebook`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from communique.ontology.acts import Act, acts
from communique.ontology.contexts import contexts
from communique.ontology.crosswalk import cameo_codes
from communique.ontology.sectors import entity_codes, sectors
from communique.ontology.types import QUADS, EventType, event_types, score

__all__ = ["main", "pages", "write"]

_MADE = "<!-- Made from the data by `python -m communique.ontology.codebook`; edit the data. -->"


def pages() -> Mapping[str, str]:
    """Every page of the code book by file name: an index, one a type, contexts, parties, CAMEO."""
    texts = {"index.md": _index()}
    for kind in event_types().values():
        texts[_file(kind.name)] = _type_page(kind)
    texts["contexts.md"] = _contexts_page()
    texts["parties.md"] = _parties_page()
    texts["cameo.md"] = _cameo_page()
    return texts


def write(folder: Path) -> list[Path]:
    """Writes all pages into `folder`, which is made where it is missing, and removes pages there
    that an earlier run made and that are no more. Gives the files written."""
    folder.mkdir(parents=True, exist_ok=True)
    texts = pages()
    for old in folder.glob("*.md"):
        if old.name not in texts and old.read_text(encoding="utf-8").startswith(_MADE):
            old.unlink()
    written = []
    for name, text in texts.items():
        path = folder / name
        path.write_text(text, encoding="utf-8")
        written.append(path)
    return written


def _file(event_type: str) -> str:
    return f"{event_type.lower()}.md"


def _number(value: float) -> str:
    return f"{value:g}"


def _modes(modes: tuple[str, ...]) -> str:
    return ", ".join(modes) or "-"


def _table(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in lines)


def _page(*blocks: str) -> str:
    return "\n\n".join((_MADE, *blocks)) + "\n"


def _link(row: Act) -> str:
    return f"[`{row.id}`]({_file(row.plover)}#{row.id})"


def _index() -> str:
    types = _table(
        ("type", "quad", "score", "acts", "what it is"),
        (
            (
                f"[{kind.name}]({_file(kind.name)})",
                f"{kind.quad_code} {QUADS[kind.quad_code]}",
                _number(kind.score),
                str(sum(row.plover == kind.name for row in acts().values())),
                kind.definition,
            )
            for kind in event_types().values()
        ),
    )
    differ = _table(
        ("act", "PLOVER 2.0", "2021", "why"),
        (
            (_link(row), row.plover, row.plover_2021, row.departs_2021 or "the crosswalk")
            for row in acts().values()
            if row.plover != row.plover_2021
        ),
    )
    return _page(
        "# Code book",
        "communique decides a fine **act**; type, modes, quad code, score, CAMEO code and "
        "Goldstein score follow from it. Types, modes and scores are those of PLOVER 2.0 "
        "(Open Event Data Alliance, draft of 4 February 2024); the wording is ours, and the "
        "examples are invented.",
        "See also: [contexts](contexts.md), [parties](parties.md), [CAMEO](cameo.md).",
        "## Types",
        types,
        "An event's score is its mode's; of several modes the one farthest from nought counts, "
        "and without a mode the type's.",
        "## Where the code books differ",
        "`--codebook plover-2021` reads the types of 2021:",
        differ,
    )


def _type_page(kind: EventType) -> str:
    needs = "needs a recipient" if kind.requires_recipient else "needs no recipient"
    blocks = [
        f"# {kind.name}",
        kind.definition,
        f"Quad {kind.quad_code} ({QUADS[kind.quad_code]}); score {_number(kind.score)}; {needs}.",
        "## What decides",
        "\n".join(f"- {rule}" for rule in kind.rules),
    ]
    if kind.modes:
        rows = ((m.name, _number(score(kind.name, (m.name,))), m.definition) for m in kind.modes)
        blocks += ["## Modes", _table(("mode", "score", "what it is"), rows)]
    blocks.append("## Acts")
    for row in acts().values():
        if row.plover == kind.name:
            blocks += _act_blocks(row)
    return _page(*blocks)


def _act_blocks(row: Act) -> Iterator[str]:
    yield f"### {row.id}"
    yield row.definition
    yield f"> {row.example}"
    facts = (
        f"Mode {_modes(row.mode)}; score {_number(score(row.plover, row.mode))}. "
        f"CAMEO {row.cameo}, Goldstein {_number(row.goldstein)}. "
        f"In 2021: {row.plover_2021}, mode {_modes(row.mode_2021)}"
    )
    yield f"{facts} ({row.departs_2021})." if row.departs_2021 else f"{facts}."
    other = acts()[row.not_to_confuse.act]
    yield f"Not to confuse with {_link(other)}: {row.not_to_confuse.difference}"


def _contexts_page() -> str:
    rows = ((f"`{name}`", definition) for name, definition in contexts().items())
    return _page(
        "# Contexts",
        "What an event is about; any type can have any of them, and several.",
        _table(("context", "what it covers"), rows),
    )


def _parties_page() -> str:
    codes = entity_codes()
    roles = (
        (
            row.code,
            row.cameo or "-",
            "beside another" if row.secondary else "frequent" if row.frequent else "less frequent",
            row.definition,
        )
        for row in sectors().values()
    )
    return _page(
        "# Parties",
        "A party has a country's code (ISO 3166 alpha-3) or one of the codes below, and a sector.",
        "## Sectors",
        _table(("code", "CAMEO", "use", "who"), roles),
        "## Codes besides the countries'",
        _table(("code", "who"), iter([*codes.non_state.items(), *codes.own_code.items()])),
        "## Partially recognised",
        "These take the code of the state that claims them, and PRE among their sectors.",
        _table(("entity", "code"), iter(codes.partially_recognised.items())),
    )


def _cameo_page() -> str:
    rows = (
        (
            row.code,
            _number(row.goldstein),
            row.plover or "-",
            _modes(row.mode),
            ", ".join(row.context) or "-",
            ", ".join(_link(a) for a in acts().values() if a.cameo == row.code) or "-",
        )
        for row in cameo_codes().values()
    )
    return _page(
        "# CAMEO",
        "Goldstein scores as GDELT publishes them; types, modes and contexts of the crosswalk of "
        "2021; and the acts that are exported under each code.",
        _table(("code", "Goldstein", "type", "mode", "context", "acts"), rows),
    )


def main(arguments: list[str]) -> int:
    """Writes the code book into the folder that is the one argument. Exit status: 0, or 2 where
    the call was wrong."""
    if len(arguments) != 1:
        print("usage: python -m communique.ontology.codebook FOLDER", file=sys.stderr)
        return 2
    written = write(Path(arguments[0]))
    print(f"{len(written)} pages written to {arguments[0]}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
