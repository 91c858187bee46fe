"""Where paragraphs and sentences begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterable

from communique.records import Span, overlap

__all__ = ["MAX_SENTENCE", "paragraph_spans", "sentence_spans"]

_BLANK_LINES = re.compile(r"\n[ \t\r\f\v]*\n\s*")
_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’»)\]]*\s*$")
MAX_SENTENCE = 1500
"""Code points of a sentence; what is longer is no sentence, and is cut."""
_LOOK_BACK = 60
_WRAPPED_AT = 40
_WRAP_SLACK = 30
_ABBREVIATION_END = re.compile(
    r"(?:^|[\s(“\"])(?:(?:[A-Z]\.)+|(?:Gen|Lt|Col|Maj|Capt|Sgt|Adm|Brig|Cmdr|Gov|Sen|Rep|Reps|Sens|Mr|Mrs|Ms|Dr"
    r"|Prof|Rev|Hon|St|Ste|Mt|Ft|Jr|Sr|No|Nos|vs|Inc|Ltd|Co|Corp|Bros|Jan|Feb|Mar|Apr|Jun|Jul|Aug"
    r"|Sept|Sep|Oct|Nov|Dec|Mon|Tue|Tues|Wed|Thu|Thurs|Fri|Sat|Sun|approx|est|etc|Art|Arts|Sec)\.)$"
)
_TITLE_END = re.compile(
    r"(?:^|[\s(“\"])(?:Gen|Lt|Col|Maj|Capt|Sgt|Adm|Brig|Cmdr|Gov|Sen|Rep|Reps|Sens|Mr|Mrs|Ms|Dr|Prof"
    r"|Rev|Hon|St|Ste|Mt|Ft|No|Nos|vs|Art|Arts|Sec)\.$"
)
_OPENS_SENTENCE = re.compile(
    r"^[\"'“‘(\[]*(?:The|A|An|He|She|It|They|We|But|And|In|On|At|This|That|Its|Their)\b"
)


def paragraph_spans(text: str) -> list[Span]:
    """Paragraphs of a text, without the white space round them.

    Blank lines always part paragraphs; a single line end does too, unless the line looks
    wrapped at a column (long, as long as its neighbours, and ending in mid-sentence).
    """
    spans: list[Span] = []
    position = 0
    for gap in [*_BLANK_LINES.finditer(text), None]:
        end = gap.start() if gap else len(text)
        spans.extend(_paragraphs_of_block(text, position, end))
        position = gap.end() if gap else end
    return spans


def _paragraphs_of_block(text: str, start: int, end: int) -> Iterable[Span]:
    lines: list[Span] = []
    position = start
    for line in text[start:end].split("\n"):
        lines.append((position, position + len(line)))
        position += len(line) + 1
    longest = max(e - s for s, e in lines)
    begin = lines[0][0]
    for (line_start, line_end), following in zip(lines, [*lines[1:], None], strict=True):
        line = text[line_start:line_end].rstrip()
        wrapped = (
            following is not None
            and len(line) >= _WRAPPED_AT
            and len(line) >= longest - _WRAP_SLACK
            and longest <= 120
            and not _ENDS_SENTENCE.search(line)
            and text[following[0] : following[1]].strip() != ""
        )
        if not wrapped:
            if stripped := _strip(text, (begin, line_end)):
                yield stripped
            begin = line_end + 1


def _strip(text: str, span: Span) -> Span | None:
    start, end = span
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end else None


def _raw_sentences(paragraph: str) -> list[Span]:
    from nupunkt import sent_spans

    return [(s, e) for s, e in sent_spans(paragraph)]


def sentence_spans(text: str, furniture: Iterable[Span] = ()) -> list[tuple[Span, int]]:
    """Sentences of a text as (span, number of the paragraph), none of which crosses a paragraph.

    Spans that lie in `furniture` are left out. Mistakes of the segmenter that news provokes are
    mended: a break after "Gen." or "U.S." in mid-sentence, and a closing quotation mark parted
    from the sentence it closes.
    """
    dropped = sorted(furniture)
    result: list[tuple[Span, int]] = []
    for number, (start, end) in enumerate(paragraph_spans(text)):
        for s, e in _mend(text[start:end]):
            span = _strip(text, (start + s, start + e))
            if span is None:
                continue
            if span[1] - span[0] > MAX_SENTENCE:
                result.extend((piece, number) for piece in _cut(text, span))
                continue
            covered = sum(overlap(span, d) for d in dropped)
            if covered * 2 <= span[1] - span[0]:
                result.append((span, number))
    return result


def _cut(text: str, span: Span) -> Iterable[Span]:
    """A stretch without sentence ends (a table, a list, a hostile page) in pieces that end at a
    space."""
    start, end = span
    while end - start > MAX_SENTENCE:
        space = text.rfind(" ", start + 1, start + MAX_SENTENCE)
        stop = space if space > start else start + MAX_SENTENCE
        if piece := _strip(text, (start, stop)):
            yield piece
        start = stop
    if piece := _strip(text, (start, end)):
        yield piece


def _mend(paragraph: str) -> list[Span]:
    spans: list[Span] = []
    for start, end in _raw_sentences(paragraph):
        head = paragraph[start:end].lstrip()
        if spans:
            before = paragraph[max(spans[-1][0], spans[-1][1] - _LOOK_BACK) : spans[-1][1]].rstrip()
            if (
                re.match(r"^[\"”’'»)\]]+(?:\s|$)", head) and not re.match(r"^[\"'][A-Z]", head)
            ) or _runs_on(before, head):
                spans[-1] = (spans[-1][0], end)
                continue
        spans.append((start, end))
    return spans


def _runs_on(before: str, after: str) -> bool:
    """Whether a break between two pieces is a mistake: an abbreviation in mid-sentence."""
    if not after:
        return True
    if _TITLE_END.search(before):
        return True
    if after[0].islower() and not re.search(r"[.!?][\"”’')\]]*$", before):
        return True
    if _ABBREVIATION_END.search(before):
        return after[0].islower() or after[0].isdigit() or not _OPENS_SENTENCE.match(after)
    return False
