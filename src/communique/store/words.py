"""Text made ready for finding names in it."""

from __future__ import annotations

import re
import unicodedata

__all__ = ["words", "words_of"]

_APART = re.compile(r"[\W_]+")


def words(text: str | None) -> str:
    """Small letters without accents, one space around every word; empty for no words."""
    if not text:
        return ""
    plain = unicodedata.normalize("NFKD", text.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    found = _APART.sub(" ", plain).strip()
    return f" {found} " if found else ""


def words_of(*texts: str | None) -> str:
    """The words of several texts, parted by a mark so that no name reaches across two."""
    found = [w for w in (words(text) for text in texts) if w]
    return "|".join(dict.fromkeys(found))
