"""Whether two mentions of parties are of one party, by identity or, failing that, by words."""

from __future__ import annotations

from communique.records import Entity, EntityKind, Span

__all__ = ["in_other_words", "same_party", "spoken_of_again"]

_ARTICLES = frozenset({"the", "a", "an", "this", "that", "its", "their", "his", "her"})


def same_party(first: Entity, second: Entity) -> bool:
    """One party: by place where words overlap; else by id, by name; else by country and sector.

    Country, sector and kind decide only where at most one of the two bears a name of its own:
    two named people of one government are two.
    """
    if (
        first.span
        and second.span
        and max(first.span[0], second.span[0]) < min(first.span[1], second.span[1])
    ):
        return True
    if first.entity_id is not None and second.entity_id is not None:
        return first.entity_id == second.entity_id
    if _names(first) & _names(second):
        return True
    if _own_name(first) and _own_name(second):
        return False
    belongs = (first.country_code, first.sector_code)
    return (
        None not in belongs
        and belongs == (second.country_code, second.sector_code)
        and first.kind == second.kind
    )


def spoken_of_again(earlier: Entity, later: Entity) -> bool:
    """Whether words point back at a party: "the broadcaster" at "the state broadcaster ORTM"."""
    if earlier.entity_id is not None and later.entity_id is not None:
        return earlier.entity_id == later.entity_id
    words = _words(later)
    if not words or later.raw_text.lower().split()[0] not in _ARTICLES:
        return bool(_names(earlier) & _names(later))
    return set(words) <= set(_words(earlier))


def _words(entity: Entity) -> list[str]:
    return _content_words(entity.raw_text)


def _content_words(text: str) -> list[str]:
    return [w for w in text.lower().split() if w not in _ARTICLES]


def _names(entity: Entity) -> set[str]:
    texts = (entity.raw_text, entity.entity_name or "")
    return {" ".join(_content_words(text)) for text in texts} - {""}


def _own_name(entity: Entity) -> bool:
    return (
        entity.kind == "person"
        and entity.raw_text.split()[-1:] != []
        and (entity.raw_text.split()[-1][:1].isupper())
    )


def in_other_words(entity: Entity, raw: str, span: Span | None, kind: EntityKind) -> Entity:
    """The same party under other words of the text."""
    return Entity(
        raw_text=raw,
        span=span,
        kind=kind,
        entity_id=entity.entity_id,
        entity_name=entity.entity_name,
        entity_code=entity.entity_code,
        country_code=entity.country_code,
        sector_code=entity.sector_code,
        other_sector_codes=entity.other_sector_codes,
        office=entity.office,
        wikidata_id=entity.wikidata_id,
        resolved_by="anaphora" if entity.entity_id or entity.entity_code else "unresolved",
    )
