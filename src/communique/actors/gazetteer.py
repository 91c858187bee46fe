"""The actor files as one phrase index."""

from __future__ import annotations

from communique.actors.index import Case, PhraseIndex
from communique.actors.rows import Organisation, Role, Tables, Term

__all__ = ["build_index"]


def build_index(tables: Tables) -> PhraseIndex:
    """All names, demonyms and role words of the tables, each entry keyed to its row."""
    index = PhraseIndex()
    for word in tables.ambiguous:
        index.add(word, "ambiguous", word, "name")
    for country in tables.countries.values():
        for name in (country.name, *country.aliases):
            index.add(name, "country", country.code, _case_of(name))
        for adjective in country.adjectives:
            plural = adjective[-1:] == "s" and adjective[:-1] in country.adjectives
            kind = "nationals" if plural else "adjective"
            index.add(adjective, kind, country.code, "name", plural)
        for capital in country.capitals:
            index.add(capital, "capital", country.code, "name")
        for city in country.cities:
            index.add(city, "city", country.code, "name")
    for metonym in tables.metonyms.values():
        index.add(metonym.phrase, "metonym", metonym.phrase, _case_of(metonym.phrase))
    for organisation in tables.organisations.values():
        _add_organisation(index, organisation)
    for terms in tables.people.values():
        _add_person(index, terms)
    for role in tables.roles.values():
        _add_role(index, role)
    return index


def _case_of(name: str) -> Case:
    """Acronyms and short names are taken only as they stand; other names with a capital."""
    if name.isupper():
        return "exact"
    return "exact" if len(name) <= 7 and sum(c.isalpha() for c in name) <= 3 else "name"


def _add_organisation(index: PhraseIndex, organisation: Organisation) -> None:
    for name in (organisation.name, *organisation.aliases):
        index.add(name, "organisation", organisation.entity_id, _case_of(name))
    for name in organisation.exact_aliases:
        index.add(name, "organisation", organisation.entity_id, "exact")


def _add_person(index: PhraseIndex, terms: list[Term]) -> None:
    term = terms[0]
    names = {term.name, *term.aliases}
    for other in terms[1:]:
        names.update(other.aliases)
    for name in sorted(names):
        kind = "person" if " " in name or "-" in name or term.user else "surname"
        index.add(name, kind, term.entity_id, _case_of(name) if kind == "person" else "name")
        words = name.split()
        if len(words) == 3 and "." in words[1]:
            index.add(f"{words[0]} {words[2]}", "person", term.entity_id, "name")
    for surname in sorted({t.surname for t in terms if t.surname}):
        index.add(surname, "surname", term.entity_id, "name")


def _add_role(index: PhraseIndex, role: Role) -> None:
    index.add(role.word, "role", role.word, "any")
    if role.plural:
        index.add(role.plural, "role", role.word, "any", plural=True)
