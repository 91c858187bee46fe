"""The shortest ways in: one text coded, one store filled."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path

from communique.coder import Coding
from communique.engine import Summary, coder_of, read_into
from communique.errors import UsageError
from communique.reading import ReadOptions
from communique.reading.article import Draft, make_article
from communique.reading.dates import parse_date
from communique.settings import Settings

__all__ = ["code", "read"]


def code(
    text: str,
    *,
    date: str | dt.date | None = None,
    url: str | None = None,
    outlet: str | None = None,
    title: str | None = None,
    settings: Settings | None = None,
) -> Coding:
    """The records of one text. `date` is its day of publication; without one, only those times
    are dated that the text states in full. The models are loaded once.

    Raises `ReadingError` for a text that is empty, too large or in another language, `UsageError`
    for a date that is none.
    """
    chosen = settings or Settings()
    day = date.isoformat() if isinstance(date, dt.date) else date
    if day and parse_date(day) is None:
        raise UsageError(what=f"{day!r} is no day", where="date", do="Write YYYY-MM-DD.")
    draft = Draft(text=text, where="the text", url=url, outlet=outlet, title=title, given=day)
    article = make_article(draft, ReadOptions(language=chosen.language))
    return coder_of(chosen).code(article)


def read(
    sources: str | Path | Iterable[str | Path],
    *,
    store: str | Path = "communique.sqlite",
    options: ReadOptions | None = None,
    settings: Settings | None = None,
    advance: Callable[[int], None] = lambda more: None,
) -> Summary:
    """Reads files, folders, globs, URLs or feeds into a store; what it holds already is left.

    Without `settings` all is coded in this process. With more workers, a script needs the usual
    `if __name__ == "__main__":` around what it runs, since each worker imports it.
    """
    from communique.store import Store

    several = [sources] if isinstance(sources, str | Path) else sources
    with Store(store) as opened:
        return read_into(
            opened,
            several,
            options or ReadOptions(),
            settings or Settings(workers=1),
            advance=advance,
        )
