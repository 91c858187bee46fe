"""Days as a person types them."""

from __future__ import annotations

import datetime as dt

from communique.errors import UsageError

__all__ = ["checked_day"]


def checked_day(text: str | None, flag: str = "--date") -> str | None:
    """The day, if it is one. Raises `UsageError` where it is none."""
    if text is None:
        return None
    try:
        return dt.date.fromisoformat(text).isoformat()
    except ValueError:
        raise UsageError(what=f"{text!r} is no day", where=flag, do="Write YYYY-MM-DD.") from None
