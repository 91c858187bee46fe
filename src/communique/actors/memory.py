"""What an article has named so far, for the words that only point back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from copy import copy
from dataclasses import dataclass, replace

from communique.actors.identify import Who
from communique.actors.index import fold

__all__ = ["Memory", "Said"]

_SHORTEST_PART = 3


@dataclass(frozen=True, slots=True)
class Said:
    """Parties as one phrase named them: where, and how prominently."""

    sentence: int
    token: int
    whose: tuple[Who, ...]
    subject: bool
    plural: bool
    word: str = ""
    """The role word of the phrase, by which 'the ministry' finds it again."""
    noun: str = ""
    """The last word of a body's name, in lower case."""


class Memory:
    """The phrases so far, names by their parts, titles, and the gender of pronouns met.

    `names` holds full names, surnames and acronyms, `parts` the other parts of persons' names
    ('Suu Kyi'), both without accents and in lower case; several may bear the same. `speaker` is
    who spoke last inside quotation marks, and in which paragraph.
    """

    def __init__(
        self,
        particles: Callable[[str], bool] = lambda word: False,
        gender_of_name: Callable[[str], str] = lambda word: "",
    ) -> None:
        self.said: list[Said] = []
        self.names: dict[str, list[Who]] = {}
        self.parts: dict[str, list[Who]] = {}
        self.titles: dict[str, dict[str, None]] = {}
        self.genders: dict[tuple[str | None, ...], str] = {}
        self.speaker: tuple[int, tuple[Who, ...]] | None = None
        self._is_particle = particles
        self._gender_of_name = gender_of_name
        self._met: dict[str, int] = {}

    def add(self, said: Said) -> None:
        """Adds what a phrase named."""
        self.said.append(said)
        for who in said.whose:
            if who.kind == "person" and who.name:
                if who.entity_id and _key(who) not in self._met:
                    self._learn_parts(tuple(who.name.split()), who)
                self._met[_key(who)] = len(self.said)

    def back(self, sentence: int, reach: int) -> Iterator[Said]:
        """What was said, latest first, no more than `reach` sentences before."""
        for said in reversed(self.said):
            if said.sentence < sentence - reach:
                return
            yield said

    def without(self, excluded: Callable[[Who], bool]) -> Memory:
        """The same memory as if some parties had not been named."""
        other = copy(self)
        other.said = [
            replace(s, whose=left)
            for s in self.said
            if (left := tuple(w for w in s.whose if not excluded(w)))
        ]
        return other

    def last(self, sentence: int, reach: int, fits: Callable[[Said], bool]) -> Said | None:
        """The most salient fitting phrase: latest sentence first, in it a subject first.

        Within one sentence the first subject goes before the rest, and the rest latest first.
        """
        best: Said | None = None
        for said in self.back(sentence, reach):
            if best is not None and said.sentence != best.sentence:
                return best
            if not fits(said):
                continue
            if best is None or said.subject:
                best = said
        return best

    def learn_name(self, words: tuple[str, ...], who: Who, *, person: bool) -> None:
        """Remembers a full name and its parts: a surname, or the initials of a body's name."""
        if not words:
            return
        _put(self.names, " ".join(words), who)
        if person:
            _put(self.names, words[-1], who)
            self._learn_parts(words, who)
            return
        initials = "".join(w[0] for w in words if w[:1].isupper())
        if len(initials) >= 2 and len(words) >= 2 and initials.lower() not in self.names:
            _put(self.names, initials, who)

    def learn_surname(self, surname: str, who: Who) -> None:
        """Remembers the form by which a person on file is named alone: 'Kim' of Kim Dae-jung."""
        if surname:
            _put(self.names, surname, who)

    def learn_alias(self, alias: str, who: Who) -> None:
        """Remembers the short form that an article gives a party."""
        self.names[_folded(alias)] = [who]

    def gender(self, who: Who) -> str:
        """'he' or 'she', as a pronoun told or the given name tells; '' where nothing does."""
        told = self.genders.get(who.identity)
        if told or not who.name or " " not in who.name:
            return told or ""
        return self._gender_of_name(who.name.split()[0])

    def learn_titles(self, who: Who, titles: Iterable[str]) -> None:
        """Remembers by which role words a party was told."""
        self.titles.setdefault(_key(who), {}).update(dict.fromkeys(titles))

    def titles_of(self, who: Who) -> tuple[str, ...]:
        """The role words that told a party so far, in their order."""
        return tuple(self.titles.get(_key(who), ()))

    def bears(self, who: Who, title: str) -> bool:
        """Whether a party was told by a role word, or by a longer or shorter form of it."""
        return any(
            t == title or t.endswith(f" {title}") or title.endswith(f" {t}")
            for t in self.titles_of(who)
        )

    def named(self, words: tuple[str, ...], title: str = "") -> Who | None:
        """Who bears this name, or whose surname or other part of a name it is, in this article.

        Of several with one surname the one told by the title goes first, then who was met last.
        Another part of a name counts only where it is one person's.
        """
        key = _folded(" ".join(words))
        found = self.names.get(key)
        if found is None:
            found = self.parts.get(key, [])
            return found[0] if len(found) == 1 else None
        if len(found) > 1 and title:
            found = [w for w in found if self.bears(w, title)] or found
        return max(found, key=lambda w: self._met.get(_key(w), 0))

    def _learn_parts(self, words: tuple[str, ...], who: Who) -> None:
        for first in range(len(words)):
            for last in range(first, len(words)):
                if last - first == len(words) - 1 or self._is_particle(words[last]):
                    continue
                part = " ".join(words[first : last + 1])
                if len(part) >= _SHORTEST_PART and words[last][:1].isupper():
                    _put(self.parts, part, who)


def _key(who: Who) -> str:
    return who.entity_id or _folded(who.name or "")


def _folded(text: str) -> str:
    return fold(text).lower()


def _put(names: dict[str, list[Who]], name: str, who: Who) -> None:
    known = names.setdefault(_folded(name), [])
    for i, other in enumerate(known):
        if _key(other) == _key(who):
            known[i] = who
            return
    known.append(who)
