"""What an article has named so far, for the words that only point back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from communique.actors.identify import Who

__all__ = ["Memory", "Said"]


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


class Memory:
    """The phrases so far, names by their parts, and the gender of pronouns that met a person."""

    def __init__(self) -> None:
        self.said: list[Said] = []
        self.names: dict[str, Who] = {}
        self.genders: dict[tuple[str | None, ...], str] = {}
        self.speaker: tuple[Who, ...] | None = None

    def add(self, said: Said) -> None:
        """Adds what a phrase named."""
        self.said.append(said)

    def back(self, sentence: int, reach: int) -> Iterator[Said]:
        """What was said, latest first, no more than `reach` sentences before."""
        for said in reversed(self.said):
            if said.sentence < sentence - reach:
                return
            yield said

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
        """Remembers a full name's parts: a surname, or the initials of a body's name."""
        if not words:
            return
        self.names[" ".join(words).lower()] = who
        if person:
            self.names[words[-1].lower()] = who
            return
        initials = "".join(w[0] for w in words if w[:1].isupper())
        if len(initials) >= 2 and len(words) >= 2:
            self.names.setdefault(initials.lower(), who)

    def learn_alias(self, alias: str, who: Who) -> None:
        """Remembers the short form that an article gives a party."""
        self.names[alias.lower()] = who

    def named(self, words: tuple[str, ...]) -> Who | None:
        """Who bears this name, or whose surname it is, in this article."""
        return self.names.get(" ".join(words).lower())
