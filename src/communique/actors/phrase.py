"""Inside one noun phrase: which country, which role, which name."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.actors.mentions import Chunk
from communique.actors.rows import Role, Tables
from communique.actors.units import Unit
from communique.actors.words import Words
from communique.language.document import Tokens

__all__ = ["Reading", "only_backs", "read_phrase"]

_COUNTRY_KINDS = ("country", "capital", "city", "adjective", "nationals", "ambiguous")


@dataclass(slots=True)
class Reading:
    """What the words of a noun phrase say, before anything is looked up by date or context.

    `main` is the unit that the head belongs to, `role` the last role word and `role_unit` its
    tokens, `modifiers` the role words before it, `places` the units that name countries or
    cities in the phrase, `name` the tokens (both included) of a proper name no file knows.
    """

    chunk: Chunk
    main: Unit | None = None
    role: Role | None = None
    role_unit: Unit | None = None
    plural: bool = False
    modifiers: list[Role] = field(default_factory=list)
    places: list[Unit] = field(default_factory=list)
    persons: list[Unit] = field(default_factory=list)
    bodies: list[Unit] = field(default_factory=list)
    foreign: list[Unit] = field(default_factory=list)
    name: tuple[int, int] | None = None
    former: bool = False
    collective: bool = False
    determiner: str = ""
    number: str = ""
    heads: bool = False
    """Whether it is 'the head of' something."""

    @property
    def ends_in_role(self) -> bool:
        """Whether the head of the phrase is a role word."""
        unit, chunk = self.role_unit, self.chunk
        return unit is not None and (unit.last == chunk.last or unit.last >= chunk.head)


def read_phrase(doc: Tokens, chunk: Chunk, tables: Tables, words: Words) -> Reading:
    """Reads one noun phrase from its possessor (which has a reading of its own) on."""
    reading = Reading(chunk)
    unit_at = {i: u for u in chunk.units for i in range(u.first, u.last + 1)}
    unknown: list[int] = []
    i = chunk.core
    while i <= chunk.last:
        unit = unit_at.get(i)
        if unit is None:
            _read_token(doc, i, reading, unknown, words)
            i += 1
            continue
        if not _only_describes(doc, unit, chunk, words):
            _read_unit(doc, unit, reading, unknown, tables, words)
        i = unit.last + 1
    _read_name(doc, reading, unknown)
    reading.main = unit_at.get(chunk.head) or unit_at.get(chunk.last)
    after = chunk.last + 1
    reading.heads = (
        after < len(doc)
        and doc[after].lower_ == "of"
        and words.is_a(doc[chunk.last].text, "head")
        and doc[chunk.last].pos_ == "NOUN"
    )
    return reading


def _only_describes(doc: Tokens, unit: Unit, chunk: Chunk, words: Words) -> bool:
    """'A general strike', 'the private sector': no rank."""
    token = doc[unit.first]
    if unit.first < unit.last or not words.is_a(token.text, "adjective-too"):
        return False
    if unit.last == chunk.last:
        return bool(token.pos_ == "ADJ" or (chunk.core == chunk.last and token.dep_ == "pobj"))
    following = doc[unit.last + 1]
    return bool(following.pos_ == "NOUN" and following.text.islower())


def _read_token(doc: Tokens, i: int, reading: Reading, unknown: list[int], words: Words) -> None:
    token = doc[i]
    if words.is_a(token.text, "honorific"):
        return
    if token.pos_ == "PROPN" or _looks_proper(token.text, token.pos_):
        unknown.append(i)
    elif token.pos_ == "DET" and not reading.determiner:
        reading.determiner = token.lower_
    elif token.pos_ == "NUM":
        reading.number = token.lower_
    if words.is_a(token.text, "former"):
        reading.former = True
        if unknown and unknown[-1] == i:
            unknown.pop()


def _looks_proper(text: str, pos: str) -> bool:
    """An acronym, which the tagger may take for a common noun."""
    return pos == "NOUN" and len(text) > 1 and text.isupper() and text.isalpha()


def _read_unit(
    doc: Tokens,
    unit: Unit,
    reading: Reading,
    unknown: list[int],
    tables: Tables,
    words: Words,
) -> None:
    if unit.get("person") or (
        unit.get("surname") and _stands_for_person(doc, unit, reading, unknown)
    ):
        reading.persons.append(unit)
    elif unit.get("organisation", "metonym"):
        if _begins_longer(doc, unit):
            unknown.extend(range(unit.first, unit.last + 1))
        else:
            reading.bodies.append(unit)
    elif unit.get(*_COUNTRY_KINDS):
        if only_backs(doc, unit, words):
            reading.foreign.append(unit)
        elif unit.get("city", "capital", "country", "ambiguous") and (
            _is_surname(doc, unit, unknown, bool(reading.determiner))
            or _is_first_name(doc, unit, reading, words)
        ):
            unknown.extend(range(unit.first, unit.last + 1))
        else:
            reading.places.append(unit)
    elif unit.get("role"):
        entry = unit.get("role")[0]
        role = tables.roles[entry.key]
        if reading.role is not None:
            reading.modifiers.append(reading.role)
        reading.role, reading.role_unit = role, unit
        reading.collective = words.is_a(doc[unit.last].text, "collective")
        reading.plural = entry.plural or doc[unit.last].tag_ in ("NNS", "NNPS")
    elif unit.get("surname"):
        unknown.extend(range(unit.first, unit.last + 1))


def _stands_for_person(doc: Tokens, unit: Unit, reading: Reading, unknown: list[int]) -> bool:
    """A bare surname is one only at the end of the phrase, and not after an unknown first name."""
    others = unit.get(*_COUNTRY_KINDS, "role", "organisation", "metonym")
    if unit.last != reading.chunk.last or (others and not reading.role):
        return False
    before = unit.first - 1
    if before not in unknown:
        if reading.determiner and reading.role is None and not reading.former:
            return False
        return doc[unit.first].pos_ in ("PROPN", "NOUN")
    role = reading.role_unit
    return role is not None and role.last == before


def _begins_longer(doc: Tokens, unit: Unit) -> bool:
    """One word that is a body's short name, at the head of a longer name: 'Congress of X'."""
    after = unit.last + 1
    if unit.first < unit.last or after + 1 >= len(doc) or doc[unit.first].text.isupper():
        return False
    return doc[after].lower_ in ("of", "for") and doc[after + 1].text[:1].isupper()


def only_backs(doc: Tokens, unit: Unit, words: Words) -> bool:
    """'Turkish-backed rebels' and 'anti-Turkish protesters' are not Turkish."""
    text = doc[unit.last].text
    before = unit.first - 1
    if before > 0 and doc[before].text == "-" and words.is_a(doc[before - 1].text, "stance"):
        return True
    if "-" in text[1:]:
        return words.is_a(text.rpartition("-")[2], "participle")
    i = unit.last + 1
    return i + 1 < len(doc) and doc[i].text == "-" and words.is_a(doc[i + 1].text, "participle")


def _is_surname(doc: Tokens, unit: Unit, unknown: list[int], determined: bool) -> bool:
    """'Nino Jordan': the name of a place after an unknown first name is a surname."""
    before = unit.first - 1
    return (
        bool(unknown)
        and unknown[-1] == before
        and doc[before].pos_ == "PROPN"
        and unit.last - unit.first < 1
        and not determined
        and len(unknown) <= 2
        and doc[before].text.isalpha()
        and not doc[before].text.isupper()
    )


def _is_first_name(doc: Tokens, unit: Unit, reading: Reading, words: Words) -> bool:
    """'Jordan Peele', 'Chad Johnson': a place that is a first name too, before one name that is
    no place, role or body and ends the phrase."""
    chunk, after = reading.chunk, unit.last + 1
    if reading.determiner or unit.first < unit.last or after > chunk.last:
        return False
    if unit.first > chunk.core and reading.role is None:
        return False
    surname = doc[after]
    known = next((u for u in chunk.units if u.first <= after <= u.last), None)
    if known is not None and not (known.get("surname") and not known.get("organisation", "role")):
        return False
    return (
        words.is_a(doc[unit.first].text, "given-name")
        and after == chunk.last
        and surname.tag_ != "NNPS"
        and surname.text[:1].isupper()
        and surname.text.isalpha()
        and not surname.text.isupper()
    )


def _read_name(doc: Tokens, reading: Reading, unknown: list[int]) -> None:
    if not unknown:
        return
    last = unknown[-1]
    first = last
    while first - 1 >= reading.chunk.core:
        before = first - 1
        if before in unknown or (doc[before].text in "-.'" and before - 1 in unknown):
            first = before
        else:
            break
    reading.name = (first, last)
