"""Hands that only pass on another's words: "citing the agency", "in remarks carried by it"."""

from __future__ import annotations

from collections.abc import Iterator

from communique.records import Span
from communique.records.attribution import Hand
from communique.voices.cues import lookup
from communique.voices.draft import Draft, Link, Source
from communique.voices.finder import Reading
from communique.voices.speaker import source_words
from communique.voices.syntax import Syntax

__all__ = ["relay_drafts"]

_CLAUSES = frozenset({"advcl", "acl", "relcl", "parataxis", "dep", "conj", "xcomp"})
_SUBJECT_PARTY = frozenset({"person", "organisation", "group", "document", "unnamed"})
_DEEPEST = 4


def relay_drafts(reading: Reading, drafts: list[Draft]) -> list[Draft]:
    """The drafts, with the sources of their sources filled in, and drafts of outer hands.

    An outer hand's draft covers the whole clause that it passes on and is not shown as a
    quotation of its own. A draft of a cue that turns out to name a source's source, and whose
    content is but that source's name, is left out.
    """
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        by_sentence.setdefault(draft.sentence, []).append(draft)
    outer: list[Draft] = []
    used: set[Span] = set()
    for syntax in reading.syntaxes:
        here = by_sentence.get(syntax.sentence.number, [])
        relays = _Relays(reading, syntax)
        for draft in here:
            draft.behind = relays.behind(draft)
        outer.extend(relays.outer(here))
        used |= relays.used
    kept = [d for d in drafts if d.cue not in used]
    return [*kept, *outer]


class _Relays:
    """The relaying verbs of one sentence."""

    def __init__(self, reading: Reading, syntax: Syntax) -> None:
        self._reading = reading
        self._syntax = syntax
        self.used: set[Span] = set()

    def behind(self, draft: Draft) -> tuple[Link, ...]:
        """The sources of a draft's source, outermost first."""
        nodes = [n for n in (draft.cue_token, _token(draft)) if n >= 0]
        if not draft.carries or not nodes:
            return ()
        found = [link for node in nodes for link in self._cited(node, 0, draft)]
        return tuple(dict.fromkeys(found))

    def _cited(self, node: int, depth: int, draft: Draft | None = None) -> list[Link]:
        """What hangs on a source, or on its cue, and names where it has its words from."""
        syntax, links = self._syntax, list[Link]()
        if depth > _DEEPEST:
            return links
        for child in syntax.children[node]:
            if syntax.is_verb(child) and syntax.label[child] in _CLAUSES:
                if self._inside(child, draft) or syntax.is_passive(child):
                    continue
                named = self._object(child)
                if named is not None and self._without_subject(child):
                    links.extend(self._with_sources(child, named, depth))
            elif syntax.word[child] in {"with", "on"}:
                noun = syntax.child(child, "pobj")
                if noun is not None and syntax.lemma[noun] in source_words("references"):
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
            if self._is_passive_relay(child)
            for link in self._agent_links(child)
        ]
        own = self._link(verb, named)
        return [*carried, *own, *self._cited(named, depth + 1)]

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

    def _is_passive_relay(self, verb: int) -> bool:
        syntax = self._syntax
        if not syntax.is_verb(verb) or not syntax.is_passive(verb):
            return False
        known = source_words("quoters") | source_words("relays") | source_words("shows")
        return self._word(verb) in known and self._agent(verb) is not None

    def _agent(self, verb: int) -> int | None:
        syntax = self._syntax
        agent = syntax.child(verb, "agent")
        by = None if agent is None else syntax.child(agent, "pobj")
        return by if by is not None and self._is_outlet(by) else None

    def _agent_links(self, verb: int) -> list[Link]:
        agent = self._agent(verb)
        return [] if agent is None else [*self._link(verb, agent), *self._cited(agent, 1)]

    def outer(self, drafts: list[Draft]) -> Iterator[Draft]:
        """Drafts of the hands that pass the sentence's sources on, from the left."""
        syntax = self._syntax
        for token in range(syntax.size):
            lemma = syntax.lemma[token]
            if syntax.is_verb(token):
                quoting = self._quoting(token)
                if quoting is not None:
                    yield from self._quoted_as(token, quoting, drafts)
                elif syntax.label[token] in _CLAUSES and self._is_passive_relay(token):
                    yield from self._passed_on(token, drafts)
                elif lemma == "tell":
                    yield from self._told(token, syntax.child(token, "dobj", "dative"), drafts)
            elif lemma in source_words("talks"):
                with_ = (c for c in syntax.children[token] if syntax.word[c] == "with")
                to = next((syntax.child(c, "pobj") for c in with_), None)
                head = self._clause_of(token)
                if head is not None:
                    yield from self._told(head, to, drafts)

    def _quoting(self, verb: int) -> int | None:
        """The cue under a verb of quoting: "quoted him as saying"."""
        syntax = self._syntax
        if syntax.lemma[verb] not in source_words("quoters"):
            return None
        for link in syntax.children[verb]:
            inner = syntax.child(link, "pcomp") if syntax.word[link] == "as" else None
            if inner is not None and lookup("verb", syntax.lemma[inner]) is not None:
                return inner
        return None

    def _quoted_as(self, verb: int, inner: int, drafts: list[Draft]) -> Iterator[Draft]:
        syntax = self._syntax
        if syntax.is_passive(verb):
            agents = (syntax.child(c, "pobj") for v in (verb, inner) for c in syntax.children[v]
                      if syntax.word[c] == "by")
            agent = next((a for a in agents if a is not None), None)
        else:
            agent = syntax.subject(verb)
        self.used.add(self._reading.cue_span(syntax, verb))
        if agent is not None:
            source = self._reading.speakers.source(syntax, agent, "who quotes")
            yield from self._draft(verb, source, verb, drafts, inner)

    def _passed_on(self, verb: int, drafts: list[Draft]) -> Iterator[Draft]:
        """What is "carried by the agency": the source itself, or the remarks it made."""
        syntax, noun, agent = self._syntax, self._syntax.head[verb], self._agent(verb)
        if agent is None:
            return
        source = self._reading.speakers.source(syntax, agent, "who passes it on")
        speaking = [d for d in drafts if _token(d) == noun and d.carries]
        clause = speaking[0].cue_token if speaking else self._clause_of(noun)
        if clause is None or clause < 0:
            return
        if speaking or self._is_carrier(noun):
            yield from self._draft(verb, source, clause, drafts, clause)

    def _is_carrier(self, noun: int) -> bool:
        words = {self._syntax.lemma[noun], self._syntax.word[noun]}
        return bool(words & (source_words("carriers") | source_words("document")))

    def _clause_of(self, noun: int) -> int | None:
        """The verb of the clause to which a phrase "in remarks ..." belongs."""
        syntax = self._syntax
        if syntax.label[noun] != "pobj" or syntax.word[syntax.head[noun]] not in {"in", "to", "on"}:
            return None
        return next((a for a in syntax.ancestors(noun) if syntax.is_verb(a)), None)

    def _told(self, verb: int, token: int | None, drafts: list[Draft]) -> Iterator[Draft]:
        """An outlet to which somebody speaks hands on what it was told."""
        if token is None:
            return
        mention = self._reading.speakers.mention(self._syntax, token)
        if mention is None or mention.entity.sector_code != "JRN" or mention.entity.kind == "group":
            return
        if not any(d.cue_token == verb for d in drafts):
            return
        source = self._reading.speakers.source(self._syntax, token, "whom it was told")
        yield from self._draft(verb, source, verb, drafts, verb)

    def _draft(
        self, cue: int, source: Source | None, clause: int, drafts: list[Draft], inner: int
    ) -> Iterator[Draft]:
        syntax = self._syntax
        if source is None:
            return
        spans = [syntax.span(syntax.left[clause], syntax.right[clause])]
        spans += [s for d in drafts if d.cue_token in {clause, inner} for s in d.spans]
        agent = self._cited(source.token, 1)
        yield Draft(
            sentence=syntax.sentence.number,
            spans=_merged(spans),
            kind="indirect",
            cue=self._reading.cue_span(syntax, cue),
            cue_kind="neutral",
            source=source,
            behind=tuple(agent),
            shown=False,
        )


def _token(draft: Draft) -> int:
    return -1 if draft.source is None else draft.source.token


def _merged(spans: list[Span]) -> list[Span]:
    result: list[Span] = []
    for start, end in sorted(spans):
        if result and start <= result[-1][1] + 1:
            result[-1] = (result[-1][0], max(end, result[-1][1]))
        else:
            result.append((start, end))
    return result
