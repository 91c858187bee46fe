"""What is to be read: sources one by one, those files left out that were read to their end."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from communique.reading import ReadOptions, read
from communique.reading.sources import LocalFile, expand
from communique.records import Article, Skipped
from communique.version import __version__

if TYPE_CHECKING:
    from communique.store import Store

__all__ = ["FileEnd", "KnownFile", "encodable", "inputs"]

_PASSING = frozenset({"failed", "unreachable", "forbidden"})
"""Reasons that may be gone at the next run; a file that met one is read again then."""
_WITH_SKIPPED = ":skipped"
"""Behind the hash of a file of which something was skipped."""


@dataclass(frozen=True, slots=True)
class FileEnd:
    """A file was read to its end. `hash` is of its content and of how it was read;
    `with_skipped`: something of it was left out."""

    source: str
    hash: str
    with_skipped: bool


@dataclass(frozen=True, slots=True)
class KnownFile:
    """A file that an earlier run read to its end; `with_skipped`: not all of it was coded."""

    source: str
    with_skipped: bool


def inputs(
    sources: Iterable[str | Path], options: ReadOptions, store: Store, *, again: bool = False
) -> Iterator[Article | Skipped | FileEnd | KnownFile]:
    """What sources hold, in order. With `again` files are read that the store knows as done."""
    how = _how(options)
    for source in expand(sources):
        if isinstance(source, Skipped):
            yield encodable(source)
        elif not isinstance(source, LocalFile) or not source.path.is_file():
            yield from map(_clean, read([source.label], options))
        else:
            yield from _file(source, options, how, store, again)


def _file(
    file: LocalFile, options: ReadOptions, how: bytes, store: Store, again: bool
) -> Iterator[Article | Skipped | FileEnd | KnownFile]:
    source = _encodable(file.label)
    found = _hash(file.path, how)
    if found and not again:
        for mark, with_skipped in (("", False), (_WITH_SKIPPED, True)):
            if store.is_done(source, found + mark):
                yield KnownFile(source, with_skipped)
                return
    whole, mark = True, ""
    # a name such as "-" or "http:" is a file here
    name = file.label if file.path.is_absolute() else f"./{file.label}"
    for item in map(_clean, read([name], options)):
        if isinstance(item, Skipped):
            whole, mark = whole and item.reason not in _PASSING, _WITH_SKIPPED
        yield item
    if found and whole:
        yield FileEnd(source, found + mark, with_skipped=bool(mark))


def _how(options: ReadOptions) -> bytes:
    """What else decides which articles a file gives."""
    parts = (
        __version__,
        sorted(options.columns.items()),
        options.published,
        options.published_first,
        options.outlet,
        options.language,
        astuple(options.limits),
    )
    return json.dumps(parts).encode()


def _hash(path: Path, how: bytes) -> str | None:
    digest = hashlib.sha256(how)
    try:
        with path.open("rb") as file:
            while chunk := file.read(1 << 20):
                digest.update(chunk)
    except OSError:  # reading it says why
        return None
    return digest.hexdigest()


def encodable(skipped: Skipped) -> Skipped:
    """The same with escapes for what is no Unicode, which file names may hold."""
    return Skipped(
        source=_encodable(skipped.source),
        reason=skipped.reason,
        detail=_encodable(skipped.detail),
    )


def _clean(item: Article | Skipped) -> Article | Skipped:
    return item if isinstance(item, Article) else encodable(item)


def _encodable(text: str) -> str:
    return text.encode("utf-8", "backslashreplace").decode()
