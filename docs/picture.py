"""Draws docs/communique.svg: what `communique code` shows of an example, as a terminal shows it.

Run it from the project's root: `python docs/picture.py`.
"""

from __future__ import annotations

import io
from pathlib import Path

from rich.console import Console

from communique.cli.marked import print_coding
from communique.coder import Coder, Coding
from communique.reading import read
from communique.records import Article

EXAMPLE = Path("examples/articles/04_air_strike_sagaing.html")
SENTENCES = 6


def shortened(coding: Coding) -> Coding:
    """The first sentences of a coding."""
    end = coding.passages[SENTENCES - 1].span[1]
    return Coding(
        article=coding.article,
        events=tuple(e for e in coding.events if e.sentence_span[1] <= end),
        quotations=tuple(q for q in coding.quotations if q.sentence_span[1] <= end),
        passages=coding.passages[:SENTENCES],
        ties=(),
    )


def main() -> None:
    """Codes the example and writes the picture."""
    article = next(a for a in read([EXAMPLE]) if isinstance(a, Article))
    console = Console(
        width=104, record=True, file=io.StringIO(), force_terminal=True, highlight=False
    )
    print_coding(shortened(Coder().code(article)), console)
    console.save_svg("docs/communique.svg", title=f"communique code {EXAMPLE}")


if __name__ == "__main__":
    main()
