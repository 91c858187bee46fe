"""Chooses the source of a cue among the phrases of its sentence, and says why."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files

from communique.actors.mention import Mention, Mentions
from communique.records import Entity, EntityKind
from communique.voices.draft import Source
from communique.voices.joint import joint, members_of
from communique.voices.same import in_other_words
from communique.voices.syntax import Syntax

__all__ = ["Speakers", "source_words", "unnamed"]

_RELATIVE = frozenset({"who", "which", "that", "whom"})
_AUTHOR = frozenset({"i", "we", "you", "one"})
_EMPTY = frozenset({"it", "there", "what", "this", "here"})
_PASSED_THROUGH = frozenset(
    {"conj", "xcomp", "advcl", "ccomp", "pcomp", "prep", "acl", "aux", "dep"}
)
_AFTER_NAME = frozenset({"relcl", "acl", "appos", "punct", "advcl", "parataxis"})


@cache
def source_words(table: str) -> frozenset[str]:
    """One table of data/sources.toml."""
    path = files("communique.voices").joinpath("data/sources.toml")
    return frozenset(tomllib.loads(path.read_text("utf-8"))[table])


def unnamed() -> Entity:
    """A source that no words name ("reportedly")."""
    return Entity(raw_text="", span=None, kind="unnamed")


class Speakers:
    """Finds sources; remembers the texts an article has spoken of ("Kim's message")."""

    def __init__(self, mentions: Mentions) -> None:
        self._mentions = mentions
        self._texts: dict[str, Entity] = {}

    def of_verb(self, syntax: Syntax, verb: int) -> tuple[int, str] | None:
        """The token that heads the phrase which speaks, thinks or wishes, with the reason.

        None where nobody does: a passive without an agent, or an empty "it".
        """
        if syntax.is_passive(verb):
            agent = syntax.child(verb, "agent")
            by = None if agent is None else syntax.child(agent, "pobj")
            by = _agent_after_as(syntax, verb) if by is None else by
            return None if by is None else (by, "agent of the passive cue")
        quoter = self.quoter(syntax, verb)
        if quoter is not None:
            quoted = "nsubjpass" if syntax.is_passive(quoter) else "dobj"
            person = syntax.child(quoter, quoted)
            return None if person is None else (person, "whom the verb of quoting quotes")
        return self._climb(syntax, verb, 0)

    def quoter(self, syntax: Syntax, verb: int) -> int | None:
        """The verb of quoting over a cue: "was quoted by the agency as saying"."""
        link = syntax.head[verb]
        if syntax.label[verb] != "pcomp" or syntax.word[link] != "as":
            return None
        above = syntax.head[link]
        return above if syntax.lemma[above] in source_words("quoters") else None

    def _climb(self, syntax: Syntax, verb: int, depth: int) -> tuple[int, str] | None:
        subject = syntax.subject(verb)
        if subject is not None:
            if syntax.word[subject] in _EMPTY and (depth > 0 or syntax.label[subject] == "expl"):
                return None
            reason = "subject of the cue" if depth == 0 else "subject of the verb above the cue"
            return subject, reason
        label, head = syntax.label[verb], syntax.head[verb]
        if head == verb or depth > 6:
            return None
        if label == "relcl":
            return head, "what the relative clause belongs to"
        if not syntax.is_verb(head) and syntax.tag[head].startswith(("NN", "PRP")):
            if label == "acl" and syntax.tag[verb] == "VBG":
                return head, "noun that the participle belongs to"
            owner = syntax.child(head, "poss")
            if owner is not None:
                return owner, "owner of the noun above the cue"
        if label in _PASSED_THROUGH or depth > 0:
            return self._climb(syntax, head, depth + 1)
        return None

    def of_noun(self, syntax: Syntax, noun: int) -> tuple[int, str] | None:
        """Who owns a claim, a plan or a fear: its possessor, its author, who makes it."""
        owner = syntax.child(noun, "poss")
        if owner is not None:
            return owner, "owner of the cue"
        for child in syntax.children[noun]:
            if syntax.label[child] == "prep" and syntax.word[child] in {"by", "from", "among"}:
                by = syntax.child(child, "pobj")
                if by is not None:
                    return by, "author of the cue"
        verb = syntax.head[noun]
        if syntax.label[noun] == "dobj" and syntax.lemma[verb] in source_words("light"):
            return self.of_verb(syntax, verb)
        return None

    def source(self, syntax: Syntax, token: int, reason: str) -> Source | None:
        """Who the phrase headed by a token is; None where it is the author or nobody."""
        word = syntax.word[token]
        if word in _AUTHOR or (word in _EMPTY and syntax.tag[token] in {"EX", "WP"}):
            return None
        if word in _RELATIVE and syntax.tag[token] in {"WP", "WDT", "IN"}:
            return self._of_relative(syntax, token, reason)
        entity = self.entity(syntax, token)
        members = members_of(syntax, token, self.mention(syntax, token), self._mentions)
        if len(members) > 1 and entity.kind != "document":
            entity = joint(syntax, entity, members)
        return Source(
            entity=entity,
            token=token,
            members=members,
            reason=reason,
            ground=self._ground(syntax, token),
            named=not syntax.tag[token].startswith("PRP") and not reason.endswith("above the cue"),
        )

    def _of_relative(self, syntax: Syntax, token: int, reason: str) -> Source | None:
        clause = next((a for a in syntax.ancestors(token) if syntax.label[a] == "relcl"), None)
        if clause is None:
            return None
        named = self.entity(syntax, syntax.head[clause])
        span = syntax.span(token, token)
        entity = in_other_words(named, syntax.sentence.words(span), span, named.kind)
        return Source(
            entity=entity, reason=f"{reason}, standing for what it belongs to", token=token
        )

    def mention(self, syntax: Syntax, token: int) -> Mention | None:
        """The mention that a token heads or, where it heads none, lies in."""
        number = syntax.sentence.number
        found = self._mentions.at(number, token)
        if found is None:
            found = self._mentions.holding(number, token)
        return found if found is not None and not found.attributive else None

    def entity(self, syntax: Syntax, token: int) -> Entity:
        """The mention's entity where one stands at a token, else one from the phrase's words."""
        mention = self.mention(syntax, token)
        first, last = _phrase(syntax, token)
        span = syntax.span(first, last)
        raw = syntax.sentence.words(span)
        is_text = bool({syntax.lemma[token], syntax.word[token]} & source_words("document"))
        known = mention is not None and mention.resolved and mention.head == token
        if is_text and not known:
            return self._document(syntax, token, raw, span)
        if mention is not None:
            if len(mention.entities) == 1:
                return mention.entity
            return Entity(raw_text=raw, span=span, kind="group")
        return Entity(raw_text=raw, span=span, kind=_kind(syntax, token))

    def _document(self, syntax: Syntax, token: int, raw: str, span: tuple[int, int]) -> Entity:
        owner = syntax.child(token, "poss")
        author: Entity | None = None
        if owner is not None:
            held = self._mentions.holding(syntax.sentence.number, owner)
            author = held.entity if held is not None else None
        elif syntax.child(token, "det") is not None:
            author = self._texts.get(syntax.lemma[token])
        if author is None:
            return Entity(raw_text=raw, span=span, kind="document")
        entity = in_other_words(author, raw, span, "document")
        if owner is not None and syntax.lemma[token] in source_words("message"):
            self._texts[syntax.lemma[token]] = entity
        return entity

    def _ground(self, syntax: Syntax, token: int) -> str | None:
        for child in syntax.children[token]:
            if child < token:
                continue
            knows = {syntax.lemma[child], syntax.word[child]} & source_words("ground")
            thing = syntax.child(child, "pobj") if syntax.word[child] == "with" else None
            if knows or (thing is not None and syntax.lemma[thing] in source_words("knowledge")):
                return syntax.sentence.words(syntax.span(child, syntax.right[child]))
        return None


def _agent_after_as(syntax: Syntax, verb: int) -> int | None:
    """Who speaks in "was hailed as a start by the minister", where the parse hung it on the as."""
    for link in syntax.children[verb]:
        named = syntax.child(link, "pobj") if syntax.word[link] == "as" else None
        for child in [] if named is None else syntax.children[named]:
            if syntax.word[child] == "by":
                return syntax.child(child, "pobj")
    return None


def _phrase(syntax: Syntax, token: int) -> tuple[int, int]:
    """A noun phrase without what follows its name: clauses, appositions, asides."""
    last = syntax.right[token]
    for child in syntax.children[token]:
        if child > token and syntax.label[child] in _AFTER_NAME:
            last = min(last, syntax.left[child] - 1)
    for inner in range(token + 1, last + 1):
        opens = syntax.left[inner]
        if syntax.label[inner] in {"acl", "relcl"} and syntax.word[opens - 1] == ",":
            last = min(last, opens - 1)
    last = max(token, last)
    while last > token and syntax.word[last] in {",", "(", "-", "--"}:
        last -= 1
    first = min(syntax.left[token], token)
    while first < token and syntax.label[first] == "punct":
        first += 1
    return first, last


def _kind(syntax: Syntax, token: int) -> EntityKind:
    """What sort of party unresolved words name, by their form alone."""
    word, tag = syntax.word[token], syntax.tag[token]
    named = any(syntax.tag[c] in {"NNP", "NNPS"} for c in syntax.children[token])
    if word in source_words("unnamed_pronouns") or (word in source_words("unnamed") and not named):
        return "unnamed"
    if tag in {"NNS", "NNPS", "DT", "CD", "JJ"} or word in {"they", "we", "them"}:
        return "group"
    if tag == "NNP":
        return "person" if syntax.child(token, "det") is None else "organisation"
    return "person"
