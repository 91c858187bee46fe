"""Where a source has its words from, and who passes words on, in the grammar of one sentence."""

from __future__ import annotations

from communique.records import Hand, Span
from communique.voices.draft import Draft, Link
from communique.voices.finder import Reading
from communique.voices.speaker import source_words
from communique.voices.syntax import Syntax

__all__ = ["CLAUSES", "Cited", "source_token"]

CLAUSES = frozenset({"advcl", "acl", "relcl", "parataxis", "dep", "conj", "xcomp"})
"""Labels of clauses that hang on a source, on its cue or on the words it is carried in."""

_SUBJECT_PARTY = frozenset({"person", "organisation", "group", "document", "unnamed"})
_DEEPEST = 4


class Cited:
    """The sources of the sources of one sentence; `used` are the cues that name them."""

    def __init__(self, reading: Reading, syntax: Syntax) -> None:
        self._reading = reading
        self._syntax = syntax
        self.used: set[Span] = set()

    def behind(self, draft: Draft) -> tuple[Link, ...]:
        """The sources of a draft's source, outermost first."""
        nodes = [n for n in (draft.cue_token, source_token(draft)) if n >= 0]
        if not draft.carries or not nodes:
            return ()
        found = [link for node in nodes for link in self.cited(node, 0, draft)]
        return tuple(dict.fromkeys(found))

    def cited(self, node: int, depth: int, draft: Draft | None = None) -> list[Link]:
        """What hangs on a source, or on its cue, and names where it has its words from."""
        syntax, links = self._syntax, list[Link]()
        if depth > _DEEPEST:
            return links
        for child in syntax.children[node]:
            if syntax.is_verb(child) and syntax.label[child] in CLAUSES:
                if self._inside(child, draft) or syntax.is_passive(child):
                    continue
                named = self._object(child)
                if named is not None and self._without_subject(child):
                    links.extend(self._with_sources(child, named, depth))
            elif syntax.word[child] in {"with", "on", "in"}:
                noun = syntax.child(child, "pobj")
                if noun is not None and self.is_carrier(noun):
                    links.extend(self.cited(noun, depth + 1, draft))
                elif noun is not None and syntax.lemma[noun] in source_words("references"):
                    to = next((c for c in syntax.children[noun] if syntax.label[c] == "prep"), None)
                    named = None if to is None else syntax.child(to, "pobj")
                    if named is not None and self._is_party(named):
                        links.extend(self._with_sources(noun, named, depth))
        return links

    def _with_sources(self, verb: int, named: int, depth: int) -> list[Link]:
        """A source's source, after who passed it on and before whom it cites in turn."""
        syntax = self._syntax
        self.used.add(self._reading.cue_span(syntax, verb))
        carried = [
            link
            for child in syntax.children[named]
            if self.passes_on(child)
            for link in self._agent_links(child)
        ]
        own = self._link(verb, named)
        return [*carried, *own, *self.cited(named, depth + 1)]

    def _inside(self, verb: int, draft: Draft | None) -> bool:
        """Whether a verb stands in the very words that are said."""
        return draft is not None and draft.covers(self._syntax.span(verb, verb))

    def _without_subject(self, verb: int) -> bool:
        subject = self._syntax.subject(verb)
        return subject is None or self._syntax.word[subject] in {"which", "that", "who"}

    def _object(self, verb: int) -> int | None:
        """Whom a verb names as the source, where it is one."""
        syntax = self._syntax
        named = syntax.child(verb, "dobj", "pobj")
        word = self._word(verb)
        if named is None:
            return None
        if any(syntax.word[c] == "as" and c > named for c in syntax.children[verb]):
            return None
        if word in source_words("quoters") - {"report"}:
            return named if self._is_party(named) else None
        if word in source_words("relays"):
            return named if self._is_outlet(named) else None
        return None

    def _word(self, verb: int) -> str:
        particle = self._syntax.child(verb, "prt")
        lemma = self._syntax.lemma[verb]
        return lemma if particle is None else f"{lemma} {self._syntax.word[particle]}"

    def _is_party(self, token: int) -> bool:
        syntax = self._syntax
        mention = self._reading.speakers.mention(syntax, token)
        words = {syntax.lemma[token], syntax.word[token]}
        if words & (source_words("unnamed") | source_words("document") | source_words("outlets")):
            return True
        if mention is not None and mention.head == token:
            return mention.entity.kind in _SUBJECT_PARTY
        return syntax.tag[token] in {"NNP", "NNPS"}

    def _is_outlet(self, token: int) -> bool:
        """Whether a phrase names an outlet or a text: by who it is known to be, or its words."""
        syntax = self._syntax
        phrase = range(syntax.left[token], token + 1)
        if {syntax.lemma[token], syntax.word[token]} & source_words("outlets"):
            return True
        mention = self._reading.speakers.mention(syntax, token)
        if mention is not None and mention.resolved:
            return mention.entity.sector_code == "JRN"
        words = {syntax.lemma[i] for i in phrase if syntax.head[i] == token}
        return bool(words & source_words("outlets")) or syntax.tag[token] == "NNP"

    def _link(self, verb: int, token: int) -> list[Link]:
        source = self._reading.speakers.source(self._syntax, token, "named by who passes it on")
        if source is None:
            return []
        cue = self._reading.cue_span(self._syntax, verb)
        words = self._reading.text[cue[0] : cue[1]]
        return [Link(Hand(source=source.entity, cue=words, span=cue), source.members)]

    def passes_on(self, verb: int) -> bool:
        """Whether a verb is a passive "carried by" with an outlet as its agent."""
        syntax = self._syntax
        if not syntax.is_verb(verb) or not syntax.is_passive(verb):
            return False
        known = source_words("quoters") | source_words("relays") | source_words("shows")
        return self._word(verb) in known and self.agent(verb) is not None

    def agent(self, verb: int) -> int | None:
        """The outlet by which words are carried, if one is named."""
        syntax = self._syntax
        agent = syntax.child(verb, "agent")
        by = None if agent is None else syntax.child(agent, "pobj")
        return by if by is not None and self._is_outlet(by) else None

    def _agent_links(self, verb: int) -> list[Link]:
        agent = self.agent(verb)
        return [] if agent is None else [*self._link(verb, agent), *self.cited(agent, 1)]

    def is_carrier(self, noun: int) -> bool:
        """Whether a noun is what words are carried in: remarks, an interview, a report."""
        words = {self._syntax.lemma[noun], self._syntax.word[noun]}
        return bool(words & (source_words("carriers") | source_words("document")))


def source_token(draft: Draft) -> int:
    """The token that heads a draft's source; -1 where no words name one."""
    return -1 if draft.source is None else draft.source.token
