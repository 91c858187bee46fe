"""Progress on standard error: a bar on a terminal, lines elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["progress"]

_LINE_EVERY_SECONDS = 10.0


@contextmanager
def progress(what: str) -> Iterator[Callable[[int], None]]:
    """A function to be told of every few articles more."""
    if not sys.stderr.isatty():
        yield _Lines(what)
        return
    from rich.console import Console
    from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.completed:.0f} articles"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task(what, total=None)
        yield lambda more: bar.advance(task, more)


class _Lines:
    def __init__(self, what: str) -> None:
        self._what = what
        self._count = 0
        self._next = time.monotonic() + _LINE_EVERY_SECONDS

    def __call__(self, more: int) -> None:
        self._count += more
        if time.monotonic() >= self._next:
            sys.stderr.write(f"{self._what}: {self._count} articles\n")
            self._next = time.monotonic() + _LINE_EVERY_SECONDS
