"""Labelled phrases and articles against who the actors room says is meant, where and when.

Two formats, told apart by what a row holds. A row with `mentions` is an article: `text`,
`published`, `mentions` (each a span with its labels), `events` (each a trigger with its place and
days). Any other row is a single phrase: `text`, `date` and its labels.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec
from msgspec import Struct

from communique.actors import Mentions
from communique.actors.atlas import key_of
from communique.actors.single import Phrase, resolve_phrases
from communique.coder import Coder
from communique.errors import UsageError
from communique.evaluation.events import NEAR_KM, kilometres
from communique.evaluation.gold import GoldPlace
from communique.reading import ReadOptions
from communique.reading.article import Draft, make_article
from communique.reading.dates import day_of
from communique.records import Article, Entity, Event, Span, overlap
from communique.settings import Settings

__all__ = [
    "ActorScores",
    "GoldMention",
    "GoldRow",
    "Share",
    "judge_events",
    "judge_mention",
    "read_gold_actors",
    "score_actors",
]


class GoldMention(Struct, frozen=True):
    """What a phrase means. `code2` and `sector2` are right too; `codes` are those of several
    parties, as [code, sector]; `person` and `office` are of the day."""

    span: Span = (0, 0)
    raw_text: str = ""
    code: str | None = None
    code2: str | None = None
    sector: str | None = None
    sector2: str | None = None
    others: tuple[str, ...] = ()
    person: str | None = None
    office: str | None = None
    how: str = "name"
    codes: tuple[tuple[str | None, str | None], ...] | None = None


class GoldTrigger(Struct, frozen=True):
    """An event's trigger, its place and its first and last possible day."""

    trigger_span: Span
    place: GoldPlace | None = None
    date: str | None = None
    enddate: str | None = None
    modality: str = "asserted"


class GoldRow(Struct, frozen=True):
    """A labelled article, or a labelled phrase (then `mentions` is None and `phrase` is)."""

    id: str
    text: str
    published: str | None = None
    title: str | None = None
    mentions: tuple[GoldMention, ...] | None = None
    events: tuple[GoldTrigger, ...] = ()
    phrase: GoldMention | None = None


def read_gold_actors(path: Path) -> list[GoldRow]:
    """The rows of a JSON Lines file. Raises `UsageError` naming the line that does not fit."""
    rows = []
    try:
        lines = path.read_text(encoding="utf-8").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(what=str(error), where=str(path)) from error
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            data = msgspec.json.decode(line, type=dict[str, object])
            if "mentions" not in data:
                data = {
                    "id": data.get("id", str(number)),
                    "text": data["text"],
                    "published": data.get("date"),
                    "phrase": data,
                }
            rows.append(msgspec.convert(data, type=GoldRow))
        except (msgspec.MsgspecError, KeyError) as error:
            raise UsageError(
                what=str(error), where=f"{path}, line {number}", do="See docs/accuracy.md."
            ) from error
    return rows


@dataclass(slots=True)
class Share:
    """How many of how many are right."""

    right: int = 0
    asked: int = 0

    def add(self, right: bool) -> bool:
        """Counts one."""
        self.right += right
        self.asked += 1
        return right

    @property
    def value(self) -> float:
        """The share; 0 where nothing was asked."""
        return self.right / self.asked if self.asked else 0.0


@dataclass(slots=True)
class ActorScores:
    """The figures. `person` asks for person and office of those who are on file (`listed` of all
    real persons labelled); `anaphora` is a precision: of pointing phrases for which a party was
    given; `resolved` is the share of pointing phrases for which one was given and right."""

    country: Share = field(default_factory=Share)
    sector: Share = field(default_factory=Share)
    person: Share = field(default_factory=Share)
    listed: Share = field(default_factory=Share)
    anaphora: Share = field(default_factory=Share)
    resolved: Share = field(default_factory=Share)
    place: Share = field(default_factory=Share)
    near: Share = field(default_factory=Share)
    date: Share = field(default_factory=Share)
    events: Share = field(default_factory=Share)


def code_of(entity: Entity) -> str | None:
    """PLOVER's code of a party: of the state or body, else of the state that it belongs to."""
    return entity.entity_code or entity.country_code


def judge_mention(
    scores: ActorScores,
    gold: GoldMention,
    found: Sequence[Entity],
    on_file: Mapping[str, set[str]],
) -> tuple[bool, bool, bool]:
    """Counts one labelled phrase; whether its code, its code with sector, and its person are right.

    A row without a code is right where none is given, one without a sector with any sector.
    """
    codes = {code_of(e) for e in found} or {None}
    if gold.codes is not None:
        country = codes == {c for c, _ in gold.codes}
        sector = country and {(code_of(e), e.sector_code) for e in found} == {
            (c, s if s else e.sector_code) for (c, s), e in zip(gold.codes, found, strict=False)
        }
    else:
        country = bool(codes <= {gold.code, gold.code2 or gold.code})
        right = {gold.sector, gold.sector2 or gold.sector}
        sector = country and (gold.sector is None or all(e.sector_code in right for e in found))
        sector = sector and set(gold.others) & {"PRE"} <= {
            s for e in found for s in (*e.other_sector_codes, e.sector_code) if s
        }
    scores.country.add(country)
    scores.sector.add(sector)
    person = True
    if gold.person is not None and scores.listed.add(key_of(gold.person) in on_file):
        person = len(found) == 1 and _same_person(gold, found[0], on_file)
        scores.person.add(person)
    if gold.how == "anaphora":
        given = codes != {None}
        scores.resolved.add(given and country)
        if given:
            scores.anaphora.add(country)
    return country, sector, person


def _same_person(gold: GoldMention, found: Entity, on_file: Mapping[str, set[str]]) -> bool:
    if found.entity_id not in on_file[key_of(gold.person or "")]:
        return False
    if gold.office is None or found.office is None:
        return gold.office is None and found.office is None
    ours, theirs = _stems(found.office), _stems(gold.office)
    return bool({w for w in ours & theirs if len(w) > 3}) or len(ours & theirs) > 1


def _stems(title: str) -> set[str]:
    """The words of a title without plural endings: gold and file word offices differently."""
    return {w.removesuffix("s") for w in key_of(title).split()}


def judge_events(
    scores: ActorScores, gold: Iterable[GoldTrigger], records: Sequence[Event]
) -> list[tuple[GoldTrigger, Event, bool, bool]]:
    """Counts places and days of the events that were found (`events` says of how many).

    Returns each with its record, and whether place and days are right.
    """
    judged = []
    for row in gold:
        matching = [r for r in records if overlap(r.trigger.span, row.trigger_span) > 0]
        if not scores.events.add(bool(matching)):
            continue
        record = matching[0]
        where = record.location
        place = day = True
        if row.place is not None:
            place = scores.place.add(where is not None and where.country_code == row.place.country)
            if row.place.lat is not None and row.place.lon is not None:
                near = (
                    where is not None
                    and where.lat is not None
                    and where.lon is not None
                    and kilometres(row.place.lat, row.place.lon, where.lat, where.lon) <= NEAR_KM
                )
                place = scores.near.add(near) and place
        if row.date is not None:
            day = scores.date.add((record.date, record.enddate) == (row.date, row.enddate))
        judged.append((row, record, place, day))
    return judged


def score_actors(
    rows: Sequence[GoldRow], settings: Settings | None = None
) -> tuple[ActorScores, list[str]]:
    """The figures, and one line for each that is wrong."""
    coder = Coder(settings)
    scores = ActorScores()
    on_file: dict[str, set[str]] = {}
    for identity, terms in coder.resolver.tables.people.items():
        for name in {n for t in terms for n in (t.name, *t.aliases)}:
            on_file.setdefault(key_of(name), set()).add(identity)
    wrong: list[str] = []
    phrases = [r for r in rows if r.phrase is not None]
    asked = [Phrase(text=r.text, date=day_of(r.published)) for r in phrases]
    answers = resolve_phrases(asked, coder.parser, coder.resolver)
    for row, found in zip(phrases, answers, strict=True):
        assert row.phrase is not None
        _judge(scores, row.id, row.text, row.phrase, found, on_file, wrong)
    articles = [r for r in rows if r.mentions is not None]
    for row, (mentions, coding) in zip(articles, coder.open_many(_articles(articles)), strict=True):
        for gold in row.mentions or ():
            found = _found(mentions, gold)
            _judge(scores, row.id, row.text[slice(*gold.span)], gold, found, on_file, wrong)
        for trigger, record, place, day in judge_events(scores, row.events, coding.events):
            if not (place and day):
                wrong.append(_wrong_event(row, trigger, record, place, day))
    return scores, wrong


def _articles(rows: Iterable[GoldRow]) -> Iterator[Article]:
    for row in rows:
        draft = Draft(
            text=row.text, where=row.id, source_id=row.id, title=row.title, given=row.published
        )
        yield make_article(draft, ReadOptions(language=None))


def _found(mentions: Mentions, gold: GoldMention) -> tuple[Entity, ...]:
    """The parties of the mention that begins where a labelled phrase does, else of the one that
    shares most with it; for a phrase that names several, those of all mentions inside it."""
    touching = [m for m in mentions if overlap(m.span, gold.span)]
    if gold.codes is not None:
        inside = [
            m
            for m in touching
            if not m.attributive and gold.span[0] <= m.span[0] and m.span[1] <= gold.span[1]
        ]
        named = {e.entity_id or e.raw_text: e for m in inside for e in m.entities}
        return tuple(named.values())
    best = max(
        touching,
        key=lambda m: (
            m.span[0] == gold.span[0] and not m.attributive,
            overlap(m.span, gold.span) / _union(m.span, gold.span),
            not m.attributive,
        ),
        default=None,
    )
    return best.entities if best is not None else ()


def _union(one: Span, other: Span) -> int:
    return max(one[1], other[1]) - min(one[0], other[0])


def _judge(
    scores: ActorScores,
    identity: str,
    words: str,
    gold: GoldMention,
    found: tuple[Entity, ...],
    on_file: Mapping[str, set[str]],
    wrong: list[str],
) -> None:
    right = judge_mention(scores, gold, found, on_file)
    if all(right):
        return
    classes = ("code", "sector", "person")
    kind = classes[right.index(False)]
    told = "; ".join(
        f"{code_of(e)} {e.sector_code} {e.entity_name} {e.office} {e.resolved_by}" for e in found
    )
    expected = gold.codes or (gold.code, gold.sector, gold.person, gold.office)
    wrong.append(f"{kind:7} {identity} {words!r} ({gold.how}): {expected}; found: {told}")


def _wrong_event(row: GoldRow, gold: GoldTrigger, record: Event, place: bool, day: bool) -> str:
    where = record.location
    parts = []
    if not place and gold.place is not None:
        told = (where.name, where.country_code, where.lat, where.lon) if where else None
        parts.append(f"place {gold.place.name}, {gold.place.country}; found {told}")
    if not day:
        parts.append(f"days {gold.date} {gold.enddate}; found {record.date} {record.enddate}")
    return f"event   {row.id} {row.text[slice(*gold.trigger_span)]!r}: {'; '.join(parts)}"
