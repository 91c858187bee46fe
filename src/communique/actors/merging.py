"""Two phrases for one party: what each of them adds."""

from __future__ import annotations

from dataclasses import replace

from communique.actors.identify import Who
from communique.actors.index import fold

__all__ = ["merge"]


def merge(own: Who, other: Who) -> Who:
    """The party that a phrase and its apposition name: identity of the one, codes of the other.

    A name in the text goes before the holder whom the files give to the office that is told, but
    for other spellings of the same name.
    """
    if other.kind == "person" and other.entity_id and own.kind in ("organisation", "group"):
        return other
    named, plain = (own, other) if _told_by_name(own) else (other, own)
    if own.name and other.name and own.by != "name" and other.by == "name":
        named, plain = other, own
    if named.entity_id and named.name:
        return named
    if plain.entity_id and plain.name and (not named.name or _shares_name(named, plain)):
        return plain
    return replace(
        named,
        name=named.name or plain.name,
        code=named.code or plain.code,
        country=named.country or plain.country,
        sector=named.sector or plain.sector,
        others=named.others or plain.others,
        office=named.office or plain.office,
        by=named.by if named.known else "apposition",
    )


def _told_by_name(who: Who) -> bool:
    """Whether the words are a name rather than an office or a kind of people."""
    if who.name is None or who.kind != "person":
        return who.name is not None and who.by not in ("office", "anaphora", "role", "metonym")
    return who.entity_id is None or who.by not in ("office", "anaphora")


def _shares_name(first: Who, second: Who) -> bool:
    names = [{fold(w).lower() for w in (who.name or "").split()} for who in (first, second)]
    return bool(names[0] & names[1])
