"""communique reads news and writes down who did what to whom, when, and according to whom.

    import communique

    coding = communique.code("Peru's president met his Chilean counterpart on Monday.",
                             date="2024-05-15")
    for event in coding.events:
        print(event.event_type, [party.entity_name for party in event.actor], event.date)

The names here are the public ones; each is loaded when it is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from communique.version import __version__ as __version__

if TYPE_CHECKING:
    from communique.api import code as code
    from communique.api import read as read
    from communique.coder import Coder as Coder
    from communique.coder import Coding as Coding
    from communique.errors import CommuniqueError as CommuniqueError
    from communique.records import Article as Article
    from communique.records import Entity as Entity
    from communique.records import Event as Event
    from communique.records import Passage as Passage
    from communique.records import Quotation as Quotation
    from communique.records import Skipped as Skipped
    from communique.records import Tie as Tie
    from communique.settings import Settings as Settings
    from communique.store import Filters as Filters
    from communique.store import Store as Store

_HOMES = {
    "code": "communique.api",
    "read": "communique.api",
    "Coder": "communique.coder",
    "Coding": "communique.coder",
    "CommuniqueError": "communique.errors",
    "Article": "communique.records",
    "Entity": "communique.records",
    "Event": "communique.records",
    "Passage": "communique.records",
    "Quotation": "communique.records",
    "Skipped": "communique.records",
    "Tie": "communique.records",
    "Settings": "communique.settings",
    "Filters": "communique.store",
    "Store": "communique.store",
}

__all__ = [
    "Article",
    "Coder",
    "Coding",
    "CommuniqueError",
    "Entity",
    "Event",
    "Filters",
    "Passage",
    "Quotation",
    "Settings",
    "Skipped",
    "Store",
    "Tie",
    "code",
    "read",
]


def __getattr__(name: str) -> Any:
    if name in _HOMES:
        return getattr(import_module(_HOMES[name]), name)
    # a submodule that is not imported yet answers to its own import
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
