"""What the finders of attributions share: the article, its syntax, its marks, its sources."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from communique.actors.mention import Mentions
from communique.language import Parsed
from communique.records import Entity, QuotationKind, Span
from communique.voices.clauses import Range
from communique.voices.cues import CueWord
from communique.voices.draft import Draft, Source
from communique.voices.loaded import is_service_talk
from communique.voices.marks import Quoted, held_apart, quoted_stretches
from communique.voices.speaker import Speakers
from communique.voices.syntax import Syntax, is_fragment

__all__ = ["Reading"]


class Reading:
    """One article as the finders see it.

    `no_sentences` are the numbers of sentences that are headlines without a finite verb, or the
    page's own talk to its reader.
    """

    def __init__(self, parsed: Parsed, mentions: Mentions) -> None:
        self.parsed = parsed
        self.text = parsed.article.text
        self.syntaxes = [Syntax(sentence) for sentence in parsed.sentences]
        self.no_sentences = frozenset(
            s.sentence.number
            for s in self.syntaxes
            if is_fragment(s) or is_service_talk(s.sentence.text)
        )
        self.quoted = quoted_stretches(parsed)
        self._openings = [q.span[0] for q in self.quoted]
        self.speakers = Speakers(mentions)

    def quoted_in(self, span: Span) -> list[Quoted]:
        """The quoted stretches that touch a span."""
        first = max(0, bisect_right(self._openings, span[0]) - 1)
        last = bisect_left(self._openings, span[1])
        return [q for q in self.quoted[first:last] if q.span[1] > span[0]]

    def inside_marks(self, span: Span) -> Quoted | None:
        """The quoted stretch that holds a span, if any."""
        index = bisect_right(self._openings, span[0]) - 1
        if index >= 0 and span[1] <= self.quoted[index].span[1]:
            return self.quoted[index]
        return None

    def syntax_at(self, offset: int) -> Syntax | None:
        """The sentence that holds an offset of the text."""
        sentence = self.parsed.sentence_at(offset)
        return None if sentence is None else self.syntaxes[sentence.number - 1]

    def kind_of(self, spans: list[Span], otherwise: QuotationKind) -> QuotationKind:
        """Direct where all words stand between marks, mixed where some do."""
        inside = total = 0
        for span in spans:
            total += span[1] - span[0]
            for quoted in self.quoted_in(span):
                if held_apart(self.text, quoted):
                    continue
                inside += min(span[1], quoted.span[1]) - max(span[0], quoted.span[0])
        if inside == 0:
            return otherwise
        return "direct" if total - inside <= 2 else "mixed"

    def content_spans(self, syntax: Syntax, ranges: list[Range], cue: Span) -> list[Span]:
        """Token ranges as spans of the text.

        A stretch between marks that the content cuts into is taken whole, over the sentence's
        ends too, unless the cue itself stands in it.
        """
        return [self._widened(syntax.span(*r), cue) for r in ranges]

    def _widened(self, span: Span, cue: Span) -> Span:
        start, end = span
        for quoted in self.quoted_in(span):
            first, last = quoted.span
            if first <= cue[0] and cue[1] <= last:
                if not any(c.isalnum() for c in self.text[end:last]):
                    end = max(end, last)
                continue
            shared = self.text[max(start, first) : min(end, last)]
            if any(c.isalnum() for c in shared):
                start, end = min(start, first), max(end, last)
            elif first <= start < last:
                start = min(end, last)
            else:
                end = max(start, first)
        return start, start + len(self.text[start:end].rstrip())

    def draft(
        self,
        syntax: Syntax,
        cue: int,
        word: CueWord,
        ranges: list[Range],
        source: Source | None,
        addressee: Entity | None = None,
    ) -> Draft:
        """An attribution from a cue of the lexicon."""
        place = self.cue_span(syntax, cue)
        spans = self.content_spans(syntax, ranges, place)
        otherwise: QuotationKind = "indirect" if word.act == "speech" else "ascribed"
        return Draft(
            sentence=syntax.sentence.number,
            spans=spans,
            kind=self.kind_of(spans, otherwise),
            cue=place,
            cue_kind=word.kind,
            source=source,
            carries=word.act != "stance",
            speech=word.act == "speech",
            apart=source is not None and source.named,
            addressee=addressee,
            cue_token=cue,
        )

    def cue_span(self, syntax: Syntax, cue: int) -> Span:
        """A cue with the particle that belongs to it."""
        last = cue
        particle = syntax.child(cue, "prt")
        if particle is not None and particle == cue + 1:
            last = particle
        return syntax.span(cue, last)
