"""Records in words: parties, chains, days, as every view on a terminal says them."""

from __future__ import annotations

from collections.abc import Iterable

from communique.records import Attribution, Entity, Event

__all__ = ["chain", "day", "kind", "parties", "party", "visible"]


def party(entity: Entity) -> str:
    """A name with its codes: Kim Jong Un (PRK GOV)."""
    name = entity.entity_name or entity.raw_text or "unnamed"
    codes = " ".join(
        c
        for c in (entity.country_code or entity.entity_code, entity.sector_code)
        if c and c != name
    )
    return visible(f"{name} ({codes})" if codes else name)


def parties(entities: Iterable[Entity]) -> str:
    """Several names, parted by commas; a dash for none."""
    return ", ".join(party(e) for e in entities) or "–"


def chain(attribution: Attribution) -> str:
    """Hands, outermost first: Associated Press > KCNA."""
    return visible(
        " > ".join(
            h.source.entity_name or h.source.raw_text or h.cue or "unnamed" for h in attribution
        )
    )


def day(event: Event) -> str:
    """The day, or the days it can be."""
    if event.date is None:
        return "undated"
    if event.enddate in (None, event.date):
        return event.date
    if event.date_precision == "month":
        return event.date[:7]
    if event.date_precision == "year":
        return event.date[:4]
    if event.date_precision == "decade":
        return f"{event.date[:4]}s"
    return f"{event.date}..{str(event.enddate)[8:]}"


def kind(event: Event) -> str:
    """Type and act, with the mode in which it is told where that is not plain assertion."""
    told = "" if event.modality == "asserted" else f", {event.modality}"
    return f"{event.event_type} ({event.act.replace('_', ' ')}{told})"


_CONTROLS = {n: "\ufffd" for n in (*range(32), *range(127, 160)) if chr(n) not in "\n\t\r"} | {
    ord("\r"): " "
}


def visible(text: str) -> str:
    """The text, of equal length, with nothing in it that moves a terminal's cursor or colours."""
    return text.translate(_CONTROLS)
