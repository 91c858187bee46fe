"""What an organisation was on a day: its sector, and whether it existed."""

from __future__ import annotations

import datetime as dt

from communique.actors.periods import covers
from communique.actors.rows import Organisation

__all__ = ["sector_on"]


def sector_on(organisation: Organisation, on: dt.date | None) -> str:
    """The sector on a day by the history, else the one that the row states; '' where none.

    Without a day the last spell of the history counts.
    """
    if organisation.history and on is None:
        return organisation.history[-1][0]
    for sector, period in organisation.history:
        if on is not None and covers(period, on):
            return sector
    return organisation.sector
