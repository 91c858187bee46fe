"""The rows of the actor files."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.actors.periods import Period

__all__ = [
    "INTERNATIONAL",
    "Ambiguous",
    "Country",
    "Metonym",
    "Organisation",
    "Role",
    "Tables",
    "Term",
]

INTERNATIONAL = frozenset(("IGO", "UNO", "EUR", "NGO", "ISM", "IMG", "MNC", ""))
"""The codes of what belongs to no state (manual, table 5.1), and none."""


@dataclass(frozen=True, slots=True)
class Country:
    """A state or territory: `code` is its own, `state` that of the state that controls it."""

    code: str
    name: str
    aliases: tuple[str, ...]
    adjectives: tuple[str, ...]
    capitals: tuple[str, ...]
    cities: tuple[str, ...]
    state: str
    period: Period
    region: str
    partial: bool = False
    """Whether it is a partially recognised entity (manual 5.1.3: sector PRE beside others)."""


@dataclass(frozen=True, slots=True)
class Metonym:
    """A seat or name that stands for an institution, as a palace does for a government."""

    phrase: str
    code: str
    sector: str
    entity_id: str
    entity_name: str


@dataclass(frozen=True, slots=True)
class Organisation:
    """An organisation; `history` holds its sector and the period in which it had that sector."""

    entity_id: str
    name: str
    aliases: tuple[str, ...]
    exact_aliases: tuple[str, ...]
    entity_code: str
    country_code: str
    sector: str
    history: tuple[tuple[str, Period], ...]
    members: tuple[str, ...]
    kind: str
    period: Period
    user: bool = False
    others: tuple[str, ...] = ()
    """Other sectors, such as PRE."""


@dataclass(frozen=True, slots=True)
class Term:
    """One person's time in one office."""

    entity_id: str
    name: str
    aliases: tuple[str, ...]
    surname: str
    country: str
    office: str
    role: str
    sector: str
    period: Period
    user: bool = False
    wikidata: str = ""


@dataclass(frozen=True, slots=True)
class Role:
    """A word for people or bodies by what they do, and the sector that it says they are of."""

    word: str
    plural: str
    sector: str
    other_sectors: tuple[str, ...]
    kind: str
    office: str
    country: str = ""
    """The one state that has such people: a taoiseach is Ireland's."""


@dataclass(frozen=True, slots=True)
class Ambiguous:
    """A name that several bear. `rule` says what chooses among `candidates`."""

    phrase: str
    candidates: tuple[str, ...]
    default: str
    rule: str


@dataclass(slots=True)
class Tables:
    """All actor files, by key. `version` changes with any of their contents."""

    countries: dict[str, Country] = field(default_factory=dict)
    metonyms: dict[str, Metonym] = field(default_factory=dict)
    organisations: dict[str, Organisation] = field(default_factory=dict)
    people: dict[str, list[Term]] = field(default_factory=dict)
    roles: dict[str, Role] = field(default_factory=dict)
    ambiguous: dict[str, Ambiguous] = field(default_factory=dict)
    epithets: dict[str, frozenset[str]] = field(default_factory=dict)
    """Words for a kind of state ('emirate'), with the codes of the states so called."""
    words: list[tuple[str, str]] = field(default_factory=list)
    version: str = ""
