"""Which sector wins where the words of one phrase point to several."""

from __future__ import annotations

from collections.abc import Sequence

from communique.ontology import sectors

__all__ = ["SECTORS", "choose_sector"]

SECTORS = frozenset(sectors()) | {""}
"""The codes of the manual's table 5.2, and none."""

_WEAK = frozenset(("", "GOV", "CVL", "UNK", "UAF", "MIL"))
"""Sectors that a head noun has by default and that a more telling modifier overrules:
'forces' are MIL, but 'rebel forces' REB; 'chief' GOV, but 'police chief' COP."""
_NEVER_OVERRULES = frozenset(("", "GOV", "UNK", "CVL", "LAB", "REF", "ELI", "BUS", "AGR"))
"""Sectors of people that a body deals with rather than is: a 'voter commission' is GOV."""


def choose_sector(
    head: str, modifiers: Sequence[str], *, former: bool = False, firm: bool = False
) -> tuple[str, tuple[str, ...]]:
    """The sector of a phrase and its other sectors, from its head's and its modifiers'.

    `modifiers` stand in the order of the text; the last, nearest to the head, decides.
    `firm` heads keep their sector: an 'Islamist government' governs.
    A former holder of an office is ELI, with the sector once held beside it (manual, 5.2).
    """
    telling = [m for m in modifiers if m]
    sector = head
    if head in ("", "UNK") and telling:
        sector = telling[-1]
    elif head in _WEAK and not firm:
        for modifier in reversed(telling):
            if modifier not in _NEVER_OVERRULES and modifier != head:
                sector = modifier
                break
    others = [m for m in (*telling, head) if m and m != sector]
    if former and sector in ("GOV", "MIL", "LEG", "JUD", "COP", "SPY", ""):
        others = [s for s in (sector, *others) if s]
        sector = "ELI"
    return sector, tuple(dict.fromkeys(others))
