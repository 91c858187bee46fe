"""What stands over a text: its title, its author, its date."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.reading.dates import find_date
from communique.records import Span

__all__ = ["heading_spans", "title_line"]

_MOST_LINES = 6
_LONGEST_TITLE = 200
_SENTENCE_END = re.compile(r"[.;,:…?!][\"”’'»)\]]*$")
_PLAIN = re.compile(r"[^\w]+")
_BYLINE = re.compile(r"^(?:by|from)\s+(?-i:[A-Z])", re.I)
_SECTION = re.compile(
    r"^(?:opinion|analysis|comment(?:ary)?|editorial|exclusive|breaking|update|world|politics|news"
    r"|interview|feature|explainer|letters?|business|sports?|culture|world news|view|column)s?$",
    re.I,
)
_BODY_WORDS = 8


def _plain(words: str) -> str:
    return _PLAIN.sub(" ", words.casefold()).strip()


def title_line(text: str, lines: Sequence[Span]) -> Span | None:
    """The first line where it reads as a title over a body of its own, else None.

    A title is short, ends in no full stop, and something longer that does end in one follows.
    """
    if len(lines) < 2:
        return None
    start, end = lines[0]
    first = text[start:end]
    if end - start > _LONGEST_TITLE or _SENTENCE_END.search(first) or len(first.split()) < 2:
        return None
    if _BYLINE.match(first) or _SECTION.match(first):
        return None
    if not any(_is_body(text[s:e]) for s, e in lines[1 : _MOST_LINES + 2]):
        return None
    return lines[0]


def _is_body(line: str) -> bool:
    return bool(re.search(r"[.!?…][\"”’'»)\]]*$", line)) and len(line.split()) >= _BODY_WORDS


def heading_spans(
    text: str, lines: Sequence[Span], title: str | None
) -> tuple[tuple[Span, str], ...]:
    """Lines over the body, each with its kind: title, section, byline, stamp.

    The line that says the given title again is one, wherever it stands among the first lines;
    without a given title the first line may be one by its looks. Bylines and dates follow it.
    """
    if len(lines) < 2:
        return ()
    result: list[tuple[Span, str]] = []
    first = title_line(text, lines)
    given = _plain(title) if title else None
    for number, line in enumerate(lines[:_MOST_LINES]):
        words = text[line[0] : line[1]]
        plain = _plain(words)
        says_it = given is None or plain in given or given in plain
        if (given and plain == given) or (number == 0 and line == first and says_it):
            result.append((line, "title"))
        elif _SECTION.match(words):
            result.append((line, "section"))
        elif _is_body(words):
            break
        elif _BYLINE.match(words) and len(words) <= _LONGEST_TITLE:
            result.append((line, "byline"))
        elif len(words.split()) <= 10 and not _SENTENCE_END.search(words) and find_date(words):
            result.append((line, "stamp"))
        elif line == first:
            continue
        elif _SENTENCE_END.search(words) or len(words.split()) > 14:
            break
    return tuple(result)
