"""Words that count parties named before: 'the latter', 'the four', 'both governments'."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace

from communique.actors.discourse import own_subjects
from communique.actors.identify import Who
from communique.actors.phrase import Reading
from communique.actors.rows import Role
from communique.actors.scene import Context

__all__ = ["counted", "counted_role"]

_LIST_REACH = 12
_PAIR_REACH = 6
_NEAR_REACH = 3
_RIVAL = 1.5
"""How much more often than a third the second of 'both sides' is told of in the article."""
_DEFINITE = ("the", "both", "these", "those", "all", "neither", "either", "each")
_UNSURE = ("both", "neither", "either")
_STATE_SECTORS = ("GOV", "MIL", "LEG", "JUD", "COP", "SPY", "ELI")
_ARGUMENTS = ("nsubj", "nsubjpass", "dobj", "dative", "pobj", "poss", "agent")
_NOT_PARTIES = ("document", "unnamed")

Fits = Callable[[Who], bool]


def counted(context: Context, reading: Reading) -> tuple[Who, ...]:
    """Whom 'the former', 'the latter', 'the four', 'the pair', 'both', 'each' stand for.

    They are members of the last list of that number. Empty for any other phrase.
    """
    chunk, doc, words = reading.chunk, context.scene.doc, context.words
    head = doc[chunk.last]
    if chunk.units or chunk.possessor is not None or head.dep_ not in _ARGUMENTS:
        return ()
    rest = [t for t in doc[chunk.core : chunk.last] if t.pos_ != "DET" and t.lower_ != "both"]
    following = doc[chunk.last + 1].lower_ if chunk.last + 1 < len(doc) else ""
    if rest or following in ("of", "other", "%", "percent"):
        return ()
    bare = chunk.core == chunk.last
    determiner = doc[chunk.core].lower_
    if not bare and determiner in ("the", "these") and words.is_a(head.text, "former-of"):
        return _as_anaphora(_of_two(context)[:1])
    if not bare and determiner in ("the", "these") and words.is_a(head.text, "latter-of"):
        return _as_anaphora(_of_two(context)[-1:])
    if bare and head.lower_ == "each":
        return _as_anaphora(_last_list(context, 0, _is_party, 1))
    count = words.tally(head.text)
    if not count or (bare and head.lower_ != "both") or determiner not in _DEFINITE:
        return ()
    return _as_anaphora(_last_list(context, count, _is_party, _PAIR_REACH))


def _of_two(context: Context) -> tuple[Who, ...]:
    """The two of whom one is the former: a list before all, else the last two of one kind."""
    for said in context.memory.back(context.scene.sentence.number, _NEAR_REACH):
        whose = said.whose
        if len(whose) == 2 and all(_is_party(w) for w in whose) and whose[0] != whose[1]:
            return whose
    for kind in ("person", "state"):
        found, _ = _loose(context, 2, lambda w, k=kind: w.kind == k and _is_party(w), 1, _identity)  # type: ignore[misc]
        if found:
            return found
    return ()


def counted_role(context: Context, reading: Reading, role: Role) -> tuple[Who, ...]:
    """Whom 'both sides', 'the two leaders', 'the four states', 'neither army' stand for.

    Persons, states or bodies by the role word's kind. A party without codes for 'both' and its
    like where nothing fits, empty for phrases that count nobody.
    """
    doc, words = context.scene.doc, context.words
    if reading.places or reading.bodies or reading.role_unit is None:
        return ()
    count = words.tally(reading.determiner) or words.tally(reading.number)
    if not count or not (reading.plural or reading.determiner in _UNSURE):
        return ()
    pairing = words.is_a(doc[reading.role_unit.last].text, "pair")
    bare_states = not reading.determiner and role.kind == "state" and pairing
    if reading.determiner not in _DEFINITE and not bare_states:
        return ()
    if reading.chunk.possessor is not None:
        return ()
    others = _without_urging(context, reading)
    found = _of_role(others, reading, role, count, pairing)
    if not found and reading.determiner in _UNSURE and role.kind not in ("place", "document"):
        found = (replace(context.identify.role(reading, role, None, [], None), by="unresolved"),)
    return _as_anaphora(found)


def _without_urging(context: Context, reading: Reading) -> Context:
    """The context as it is for those who are spoken to: without who speaks to them.

    In 'A urged both sides to stop', A is none of them. A party of the sentence before that is no
    more than A's stays out with it.
    """
    scene = context.scene
    subjects = own_subjects(scene.doc[reading.chunk.head])
    urging = {
        w.country or w.code
        for r in scene.readings.values()
        if r.chunk.head in subjects
        for w in context.who(r.chunk)
    } - {None}
    if not urging:
        return context
    memory = context.memory.without(lambda w: (w.country or w.code) in urging)
    return replace(context, memory=memory)


def _of_role(
    context: Context, reading: Reading, role: Role, count: int, pairing: bool
) -> tuple[Who, ...]:
    people = role.kind == "group" and role.sector in ("COP", "MIL", "CVL")
    if role.kind == "person" or (people and reading.plural and not reading.collective):
        found = _persons(context, role, count, pairing)
        if found or role.kind != "group":
            return found or (_holders(context, role, count) if pairing else ())
    if role.kind == "state":
        return _states(context, _last_states(context, count))
    if role.sector == "PTY":
        rows = context.identify.tables.organisations
        political = {key for key, row in rows.items() if row.kind == "party" or row.sector == "PTY"}
        parties = _last_list(
            context, count, lambda w: w.entity_id in political or _is_political(w), _PAIR_REACH
        )
        return parties or _states(context, _last_states(context, count))
    named = _last_list(context, count, lambda w: _named_like(w, role), _NEAR_REACH)
    if named:
        return named
    if role.sector in ("BUS", "JRN", "REB", "UAF", "CRM", "LAB", "SOC"):
        return _last_list(context, count, lambda w: w.sector == role.sector, _LIST_REACH)
    if role.kind == "place":
        return _states(context, _last_states(context, count)) if pairing else ()
    if role.sector in _STATE_SECTORS and reading.role_unit is not None:
        codes = [w.country for w in _last_states(context, count) if w.country]
        if role.kind == "state-body" and role.word in ("government", "regime"):
            return _states(context, _last_states(context, count))
        return tuple(context.identify.role(reading, role, c, [], None) for c in codes)
    if not pairing:
        return ()
    if role.kind == "organisation" and role.sector == "UNK":
        return _last_list(context, count, _is_body, _PAIR_REACH)
    return _states(context, _last_list(context, count, _is_side, _PAIR_REACH, by_country=True))


def _persons(context: Context, role: Role, count: int, pairing: bool) -> tuple[Who, ...]:
    """Persons of that office or rank; for general words ('leaders', 'men') any persons."""

    def fits(who: Who) -> bool:
        return who.kind == "person" and _fills(context, who, role)

    def any_person(who: Who) -> bool:
        return who.kind == "person"

    found = _last_list(context, count, fits, _LIST_REACH)
    if found or not pairing:
        return found
    return _last_list(context, count, any_person, _LIST_REACH)


def _fills(context: Context, who: Who, role: Role) -> bool:
    if context.memory.bears(who, role.word) or context.identify.holds(who, role):
        return True
    if role.office or not role.sector:
        return False
    ranks = ("MIL", "COP") if role.sector == "COP" else (role.sector,)
    rows = context.identify.tables.roles
    titles = (rows[t] for t in context.memory.titles_of(who) if t in rows)
    return any(t.sector in ranks for t in titles)


def _holders(context: Context, role: Role, count: int) -> tuple[Who, ...]:
    """The holders of the office in the last states, or the states where none is known."""
    found = _last_states(context, count)
    identify = context.identify
    return tuple(
        (identify.office_holder(w.country, role) if w.country else None) or w
        for w in _states(context, found)
    )


def _states(context: Context, whose: tuple[Who, ...]) -> tuple[Who, ...]:
    """The states of parties; an armed group or a party stays what it is."""
    return tuple(
        context.identify.state(w.country, "anaphora", acting=True)
        if w.country and not _is_faction(w)
        else w
        for w in whose
    )


def _named_like(who: Who, role: Role) -> bool:
    """Whether a body's name holds the noun: the Department of Justice is one of 'departments'."""
    noun = role.word.split()[-1]
    return who.kind == "organisation" and noun in (who.name or "").lower().split()


def _is_faction(who: Who) -> bool:
    factions = ("REB", "PRM", "OPP", "PTY")
    return who.kind in ("organisation", "group") and bool(who.name) and who.sector in factions


def _last_states(context: Context, count: int) -> tuple[Who, ...]:
    return _last_list(context, count, _is_of_state, _PAIR_REACH, by_country=True)


def _last_list(
    context: Context, count: int, fits: Fits, reach: int, *, by_country: bool = False
) -> tuple[Who, ...]:
    """The last list of so many different fitting parties (of two or more if `count` is 0).

    Where two were named after it outside of any list, these. More than two count outside of a
    list only where no further one was named.
    """
    memory, number = context.memory, context.scene.sentence.number
    key: Callable[[Who], object] = _country if by_country else _identity
    if by_country and count == 2:
        rivals = _rivals(context, fits, reach, key)
        if rivals:
            return rivals
    listed: tuple[Who, ...] = ()
    at = -1
    for said in memory.back(number, max(reach, _LIST_REACH)):
        size = len(said.whose)
        if size < 2 or (count and size != count) or not all(fits(w) for w in said.whose):
            continue
        if len({key(w) for w in said.whose}) == size:
            listed, at = said.whose, said.sentence
            break
    loose, since = _loose(context, count or 2, fits, reach, key)
    if loose and (not listed or (len(loose) == 2 and since > at)):
        return loose
    return listed


def _rivals(
    context: Context, fits: Fits, reach: int, key: Callable[[Who], object]
) -> tuple[Who, ...]:
    """The two whom the article tells of most, where three or more were named near.

    Empty where there are no three near, or where the second is told of no more than the third.
    """
    near = {
        key(w): w
        for said in context.memory.back(context.scene.sentence.number, reach)
        for w in said.whose
        if fits(w)
    }
    if len(near) < 3:
        return ()
    told = Counter(key(w) for said in context.memory.said for w in said.whose if key(w) in near)
    (_, _), (second, second_times), (_, third_times) = told.most_common(3)
    if second_times < _RIVAL * third_times:
        return ()
    first = told.most_common(1)[0][0]
    return tuple(w for name, w in reversed(near.items()) if name in (first, second))


def _loose(
    context: Context, count: int, fits: Fits, reach: int, key: Callable[[Who], object]
) -> tuple[tuple[Who, ...], int]:
    """The last different parties wherever they stand, and the sentence of the earliest."""
    found: dict[object, Who] = {}
    since = -1
    for said in context.memory.back(context.scene.sentence.number, reach):
        for who in reversed(said.whose):
            if not fits(who):
                continue
            name = key(who)
            if name in found:
                if who.kind == "state" and found[name].kind != "state" and key is _country:
                    found[name] = who
            elif len(found) < count:
                found[name] = who
                since = said.sentence
            elif count > 2:
                return (), -1
    return (tuple(reversed(found.values())), since) if len(found) == count else ((), -1)


def _country(who: Who) -> object:
    return who.country or who.code


def _identity(who: Who) -> object:
    return who.identity


def _is_party(who: Who) -> bool:
    return (who.known or who.name is not None) and who.kind not in _NOT_PARTIES


def _is_side(who: Who) -> bool:
    return who.known and who.sector != "JRN" and who.kind not in _NOT_PARTIES


def _is_body(who: Who) -> bool:
    return who.kind in ("organisation", "group") and who.name is not None and who.sector != "JRN"


def _is_of_state(who: Who) -> bool:
    return who.country is not None and (who.sector in _STATE_SECTORS or who.kind == "state")


def _is_political(who: Who) -> bool:
    return who.sector == "PTY" and who.kind == "organisation"


def _as_anaphora(whose: tuple[Who, ...]) -> tuple[Who, ...]:
    return tuple(replace(w, by="anaphora") for w in whose)
