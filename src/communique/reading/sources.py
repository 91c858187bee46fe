"""What a caller names, one by one: files, folders, globs, standard input, addresses."""

from __future__ import annotations

import glob
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from communique.reading.addresses import is_url
from communique.records import Skipped

__all__ = ["LocalFile", "Source", "StandardInput", "Url", "expand"]

_MAGIC = frozenset("*?[")


@dataclass(frozen=True, slots=True)
class LocalFile:
    """A file; `label` is its path as the caller would write it."""

    path: Path
    label: str


@dataclass(frozen=True, slots=True)
class StandardInput:
    """The bytes of standard input."""

    label: str = "-"


@dataclass(frozen=True, slots=True)
class Url:
    """An http(s) address."""

    url: str

    @property
    def label(self) -> str:
        """The address itself."""
        return self.url


Source = LocalFile | StandardInput | Url


def expand(sources: Iterable[str | Path]) -> Iterator[Source | Skipped]:
    """Each file that the sources stand for, in order, none twice.

    Folders are walked to the bottom in the order of their names, links followed, loops of links
    survived, hidden files and folders left out. A glob that matches nothing, a missing file and
    one that may not be read become `Skipped`.
    """
    seen: set[tuple[int, int]] = set()
    for source in sources:
        name = str(source)
        if name == "-":
            yield StandardInput()
        elif is_url(name):
            yield Url(name)
        else:
            yield from _expand_path(name, seen)


def _expand_path(name: str, seen: set[tuple[int, int]]) -> Iterator[Source | Skipped]:
    if os.path.lexists(name) or not _MAGIC.intersection(name):
        yield from _walk(Path(name), seen)
        return
    matches = sorted(glob.glob(name, recursive=True))  # noqa: PTH207
    if not matches:
        yield Skipped(source=name, reason="unreachable", detail="no file matches")
    for match in matches:
        path = Path(match)
        if not path.is_dir() or "**" not in name:
            yield from _walk(path, seen)


def _walk(path: Path, seen: set[tuple[int, int]]) -> Iterator[Source | Skipped]:
    try:
        status = path.stat()
    except PermissionError as error:
        yield Skipped(source=str(path), reason="forbidden", detail=_why(error))
        return
    except (OSError, ValueError) as error:
        yield Skipped(source=str(path), reason="unreachable", detail=_why(error))
        return
    key = (status.st_dev, status.st_ino)
    if stat.S_ISDIR(status.st_mode) or stat.S_ISREG(status.st_mode):
        if key in seen:
            return
        seen.add(key)
    if not stat.S_ISDIR(status.st_mode):
        yield LocalFile(path, str(path))
        return
    try:
        names = sorted(entry.name for entry in os.scandir(path))
    except OSError as error:
        yield Skipped(source=str(path), reason="forbidden", detail=_why(error))
        return
    for name in names:
        if not name.startswith("."):
            child = path / name
            if child.is_dir() or child.is_file() or child.is_symlink():
                yield from _walk(child, seen)


def _why(error: Exception) -> str:
    return error.strerror or str(error) if isinstance(error, OSError) else str(error)
