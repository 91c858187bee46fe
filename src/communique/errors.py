"""One family of errors: each says what was wrong, where, and what to do."""

from __future__ import annotations

from typing import Any

__all__ = [
    "CommuniqueError",
    "DataFileError",
    "ReadingError",
    "RecordError",
    "SettingsError",
    "StoreError",
    "UsageError",
]


class CommuniqueError(Exception):
    """Base of all errors that communique raises on purpose.

    `what` was wrong, `where` (file and line, article id, offset), and what to `do` about it.
    """

    def __init__(self, *, what: str, where: str | None = None, do: str | None = None) -> None:
        self.what = what
        self.where = where
        self.do = do
        super().__init__(what, where, do)

    def __reduce__(self) -> tuple[Any, ...]:
        return (_again, (type(self), dict(self.__dict__)))

    def __str__(self) -> str:
        text = f"{self.where}: {self.what}" if self.where else self.what
        return f"{text}. {self.do}" if self.do else text


def _again(kind: type[CommuniqueError], values: dict[str, Any]) -> CommuniqueError:
    """An error that was sent to another process, made there again."""
    return kind(**values)


class RecordError(CommuniqueError):
    """A record's JSON does not fit the contract."""


class DataFileError(CommuniqueError):
    """A data file (actors, acts, predicates, cues) breaks its own rules."""


class ReadingError(CommuniqueError):
    """An input could not be read. `reason` is one of the reasons of a `Skipped` record."""

    def __init__(
        self, *, reason: str, what: str, where: str | None = None, do: str | None = None
    ) -> None:
        super().__init__(what=what, where=where, do=do)
        self.reason = reason


class StoreError(CommuniqueError):
    """The store cannot be opened, or is of another version."""


class SettingsError(CommuniqueError):
    """A setting has a value it cannot have."""


class UsageError(CommuniqueError):
    """The call itself was wrong (exit status 2)."""
