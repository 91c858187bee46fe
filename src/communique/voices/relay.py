"""Hands that only pass on another's words: "citing the agency", "in remarks carried by it"."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import takewhile

from communique.records import Span
from communique.voices.cited import CLAUSES, Cited, source_token
from communique.voices.cues import lookup
from communique.voices.draft import Draft, Source, joined
from communique.voices.finder import Reading
from communique.voices.speaker import source_words
from communique.voices.syntax import Syntax

__all__ = ["relay_drafts"]


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
        cited = Cited(reading, syntax)
        for draft in here:
            draft.behind = cited.behind(draft)
        outer.extend(_Relays(reading, syntax, cited).outer(here))
        used |= cited.used
    kept = [d for d in drafts if d.cue not in used]
    return [*kept, *outer]


class _Relays:
    """The relaying verbs of one sentence."""

    def __init__(self, reading: Reading, syntax: Syntax, cited: Cited) -> None:
        self._reading = reading
        self._syntax = syntax
        self._cited = cited

    def outer(self, drafts: list[Draft]) -> Iterator[Draft]:
        """Drafts of the hands that pass the sentence's sources on, from the left."""
        syntax = self._syntax
        words = source_words("quoters") | source_words("talks") | source_words("addresses")
        for token in range(syntax.size):
            lemma = syntax.lemma[token]
            if lemma not in words and syntax.label[token] not in CLAUSES:
                continue
            if syntax.is_verb(token):
                quoting = self._quoting(token)
                if quoting is not None:
                    yield from self._quoted_as(token, quoting, drafts)
                elif syntax.label[token] in CLAUSES and self._cited.passes_on(token):
                    yield from self._passed_on(token, drafts)
                elif lemma in source_words("addresses"):
                    yield from self._told(*self._addressed(token), drafts)
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
            agents = (
                syntax.child(c, "pobj")
                for v in (verb, inner)
                for c in syntax.children[v]
                if syntax.word[c] == "by"
            )
            agent = next((a for a in agents if a is not None), None)
        else:
            agent = syntax.subject(verb)
        self._cited.used.add(self._reading.cue_span(syntax, verb))
        if agent is not None:
            source = self._reading.speakers.source(syntax, agent, "who quotes")
            yield from self._draft(verb, source, verb, drafts, inner)

    def _passed_on(self, verb: int, drafts: list[Draft]) -> Iterator[Draft]:
        """What is "carried by the agency": the source itself, or the remarks it made."""
        syntax, noun, agent = self._syntax, self._syntax.head[verb], self._cited.agent(verb)
        if agent is None:
            return
        source = self._reading.speakers.source(syntax, agent, "who passes it on")
        above = [noun, *takewhile(lambda a: not syntax.is_verb(a), syntax.ancestors(noun))]
        speaking = [d for d in drafts if source_token(d) in above and d.carries]
        clause = speaking[0].cue_token if speaking else self._clause_of(noun)
        if clause is None or clause < 0:
            return
        if speaking or self._cited.is_carrier(noun):
            yield from self._draft(verb, source, clause, drafts, clause)

    def _clause_of(self, noun: int) -> int | None:
        """The verb of the clause to which a phrase "in remarks ..." belongs."""
        syntax = self._syntax
        if syntax.label[noun] != "pobj" or syntax.word[syntax.head[noun]] not in {"in", "to", "on"}:
            return None
        return next((a for a in syntax.ancestors(noun) if syntax.is_verb(a)), None)

    def _addressed(self, verb: int) -> tuple[int, int | None]:
        """The cue of a clause that addresses somebody, and whom: "told", "speaking to"."""
        syntax = self._syntax
        cue = syntax.head[verb] if syntax.label[verb] == "advcl" else verb
        to = next((c for c in syntax.children[verb] if syntax.word[c] in {"to", "with"}), None)
        whom = syntax.child(verb, "dobj", "dative")
        return cue, whom if whom is not None or to is None else syntax.child(to, "pobj")

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
        agent = self._cited.cited(source.token, 1)
        yield Draft(
            sentence=syntax.sentence.number,
            spans=joined(spans),
            kind="indirect",
            cue=self._reading.cue_span(syntax, cue),
            cue_kind="neutral",
            source=source,
            behind=tuple(agent),
            shown=False,
        )
