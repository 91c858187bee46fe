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
    if other.entity_id and other.name:
        if own.entity_id and own.by == "name" and own.kind == "person" and other.by != "name":
            return own
        return other
    named, plain = (own, other) if own.entity_id and own.name else (other, own)
    if named.entity_id and named.name:
        if not (named.by == "office" and plain.name) or _shares_name(named, plain):
            return named
        named, plain = plain, named
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


def _shares_name(first: Who, second: Who) -> bool:
    names = [{fold(w).lower() for w in (who.name or "").split()} for who in (first, second)]
    return bool(names[0] & names[1])
