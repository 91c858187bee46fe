"""Which time of a sentence is an event's, and which days it can mean.

In each sentence the trigger stands between asterisks. Published on Wednesday, 24 March 2021.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

import pytest

from communique.events.when import EventDate, date_of, last_day
from communique.language import Parser
from communique.records import Article

PUBLISHED = dt.date(2021, 3, 24)
When = Callable[..., EventDate]


@pytest.fixture(scope="module")
def parser() -> Parser:
    return Parser()


@pytest.fixture(scope="module")
def when(parser: Parser) -> When:
    """A sentence with its trigger marked, and how it is told -> the trigger's date."""

    def date(
        marked: str,
        *,
        future: bool = False,
        before: str | None = None,
        published: dt.date | None = PUBLISHED,
    ) -> EventDate:
        start = marked.index("*")
        text = marked.replace("*", "")
        (sentence,) = parser.parse(Article(id="a" * 24, text=text)).sentences
        token = next(t for t in sentence.doc if t.idx <= start < t.idx + len(t.text))
        day = dt.date.fromisoformat(before) if before else None
        return date_of(sentence, token.i, published, future=future, before=day)

    return date


def brief(found: EventDate) -> str:
    """First and last day, once where they are one."""
    return f"{found.date}" if found.date == found.enddate else f"{found.date}/{found.enddate}"


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Rebels *attacked* the base on Tuesday.", "2021-03-23"),
        ("Rebels *attacked* the base on Wednesday.", "2021-03-24"),
        ("Rebels *attacked* the base on Thursday.", "2021-03-18"),
        ("On Monday rebels *attacked* the base.", "2021-03-22"),
        ("On Monday, rebels *attacked* the base.", "2021-03-22"),
        ("Norway *condemned* Mali on Tuesday evening.", "2021-03-23"),
        ("Rebels *shelled* the town late on Monday.", "2021-03-22"),
        ("Rebels *shelled* the town late Monday.", "2021-03-22"),
        ("Late on Monday the army *shelled* the town.", "2021-03-22"),
        ("The army *shelled* the town on Monday night.", "2021-03-22"),
        ("Troops *entered* the town early Sunday.", "2021-03-21"),
        ("Troops *entered* the town early on Sunday morning.", "2021-03-21"),
        ("The ministers *met* last Friday.", "2021-03-19"),
        ("The ministers *met* last Wednesday.", "2021-03-17"),
        ("The ministers *met* a week ago on Friday.", "2021-03-19"),
        ("The ministers *met* on Monday last week.", "2021-03-15"),
        ("The ministers *met* on Friday of last week.", "2021-03-19"),
        ("The ministers *met* on Tuesday, March 2.", "2021-03-02"),
        ("The ministers *met* yesterday.", "2021-03-23"),
        ("The ministers *met* today.", "2021-03-24"),
        ("The ministers *met* this morning.", "2021-03-24"),
        ("The ministers *met* the day before yesterday.", "2021-03-22"),
        ("Peru *recalled* its envoy five days ago.", "2021-03-19"),
        ("Peru *recalled* its envoy twenty-two days ago.", "2021-03-02"),
        ("Peru *recalled* its envoy two hours ago.", "2021-03-24"),
        ("Peru *recalled* its envoy on March 3.", "2021-03-03"),
        ("Peru *recalled* its envoy on 3 March 2019.", "2019-03-03"),
        ("Peru *recalled* its envoy on the 3rd of March.", "2021-03-03"),
        ("Peru *recalled* its envoy on December 30.", "2020-12-30"),
    ],
)
def test_days_are_the_last_up_to_publication(when: When, text: str, days: str) -> None:
    """What happened on a weekday happened on the last one up to the day of publication."""
    found = when(text)
    assert (brief(found), found.precision, found.source) == (days, "day", "text")


@pytest.mark.parametrize(
    ("text", "days", "precision"),
    [
        ("Workers *marched* on Monday and Tuesday.", "2021-03-22/2021-03-23", "week"),
        ("Workers *marched* on Saturday and Sunday.", "2021-03-20/2021-03-21", "week"),
        ("The sides *met* from Monday to Wednesday.", "2021-03-22/2021-03-24", "week"),
        ("The sides *met* from Thursday to Saturday.", "2021-03-18/2021-03-20", "week"),
        ("The sides *met* between 3 and 5 March.", "2021-03-03/2021-03-05", "week"),
        ("The sides *met* on March 3-5.", "2021-03-03/2021-03-05", "week"),
        ("The sides *met* on 3-5 March.", "2021-03-03/2021-03-05", "week"),
        ("The sides *met* from March 3 to 5.", "2021-03-03/2021-03-05", "week"),
        ("The sides *met* from March 30 to April 2, 2019.", "2019-03-30/2019-04-02", "week"),
        ("The sides *met* over the weekend.", "2021-03-20/2021-03-21", "week"),
        ("The sides *met* at the weekend.", "2021-03-20/2021-03-21", "week"),
        ("The sides *met* last weekend.", "2021-03-20/2021-03-21", "week"),
        ("The sides *met* between 2015 and 2017.", "2015-01-01/2017-12-31", "decade"),
        ("The sides *met* in January and February.", "2021-01-01/2021-02-28", "year"),
    ],
)
def test_ranges_keep_both_ends(when: When, text: str, days: str, precision: str) -> None:
    """A time with two ends has the first as earliest day, the second as latest; the precision is
    the smallest unit that holds them."""
    found = when(text)
    assert (brief(found), found.precision) == (days, precision)


@pytest.mark.parametrize(
    ("text", "days", "precision"),
    [
        ("Chad *expelled* the envoy last week.", "2021-03-15/2021-03-21", "week"),
        ("Chad *expelled* the envoy earlier this week.", "2021-03-22/2021-03-24", "week"),
        ("Chad *expelled* the envoy this week.", "2021-03-22/2021-03-24", "week"),
        ("Chad *expelled* the envoy two weeks ago.", "2021-03-08/2021-03-14", "week"),
        ("Chad *expelled* the envoy late last week.", "2021-03-18/2021-03-21", "week"),
        ("Chad *expelled* the envoy last month.", "2021-02-01/2021-02-28", "month"),
        ("Chad *expelled* the envoy earlier this month.", "2021-03-01/2021-03-24", "month"),
        ("Chad *expelled* the envoy late last month.", "2021-02-21/2021-02-28", "month"),
        ("Chad *expelled* the envoy in early April.", "2020-04-01/2020-04-10", "month"),
        ("Chad *expelled* the envoy in mid-June.", "2020-06-11/2020-06-20", "month"),
        ("Chad *expelled* the envoy in late May.", "2020-05-21/2020-05-31", "month"),
        ("Chad *expelled* the envoy at the end of February.", "2021-02-21/2021-02-28", "month"),
        ("Chad *expelled* the envoy at the beginning of March.", "2021-03-01/2021-03-10", "month"),
        ("Chad *expelled* it in the first half of March.", "2021-03-01/2021-03-15", "month"),
        ("Chad *expelled* it in the second half of February.", "2021-02-16/2021-02-28", "month"),
        ("Chad *expelled* it in the first week of July.", "2020-07-01/2020-07-07", "week"),
        ("Chad *expelled* it on the last day of last month.", "2021-02-28", "day"),
        ("Chad *expelled* the envoy in February.", "2021-02-01/2021-02-28", "month"),
        ("In February Chad *expelled* the envoy.", "2021-02-01/2021-02-28", "month"),
        ("Chad *expelled* the envoy in January last year.", "2020-01-01/2020-01-31", "month"),
        ("Chad *expelled* the envoy in early May of last year.", "2020-05-01/2020-05-10", "month"),
        ("Chad *expelled* the envoy on June 8 last year.", "2020-06-08", "day"),
        ("Chad *expelled* the envoy last March.", "2020-03-01/2020-03-31", "month"),
        ("Chad *expelled* the envoy in June 2019.", "2019-06-01/2019-06-30", "month"),
        ("Chad *expelled* the envoy three months ago.", "2020-12-01/2020-12-31", "month"),
        ("Chad *expelled* it at the beginning of the year.", "2021-01-01/2021-03-24", "year"),
        ("Chad *expelled* it at the end of last year.", "2020-10-01/2020-12-31", "year"),
        ("Chad *expelled* it in the first quarter.", "2021-01-01/2021-03-24", "year"),
        ("Chad *expelled* it in the last quarter of 2019.", "2019-10-01/2019-12-31", "year"),
        ("Chad *expelled* it in the second half of 2018.", "2018-07-01/2018-12-31", "year"),
        ("Chad *expelled* the envoy this spring.", "2021-03-01/2021-03-24", "year"),
        ("Chad *expelled* the envoy last summer.", "2020-06-01/2020-08-31", "year"),
        ("Chad *expelled* the envoy in the autumn of 2018.", "2018-09-01/2018-11-30", "year"),
        ("Chad *expelled* the envoy this winter.", "2020-12-01/2021-02-28", "year"),
        ("Chad *expelled* the envoy in 2014.", "2014-01-01/2014-12-31", "year"),
        ("Chad *expelled* the envoy in late 2014.", "2014-10-01/2014-12-31", "year"),
        ("Chad *expelled* the envoy last year.", "2020-01-01/2020-12-31", "year"),
        ("Chad *expelled* the envoy this year.", "2021-01-01/2021-03-24", "year"),
        ("Chad *expelled* the envoy two years ago.", "2019-01-01/2019-12-31", "year"),
        ("Chad *expelled* the envoy in the 1990s.", "1990-01-01/1999-12-31", "decade"),
        ("Chad *expelled* the envoy in the late 1990s.", "1997-01-01/1999-12-31", "decade"),
    ],
)
def test_parts_of_periods(when: When, text: str, days: str, precision: str) -> None:
    """Early, mid and late are thirds of a month; what is told as done ends with publication."""
    found = when(text)
    assert (brief(found), found.precision) == (days, precision)


@pytest.mark.parametrize(
    ("text", "days", "precision"),
    [
        ("Rebels *shelled* the town in the past two weeks.", "2021-03-10/2021-03-24", "month"),
        ("Rebels *shelled* the town over the last three days.", "2021-03-21/2021-03-24", "week"),
        ("Rebels *shelled* the town during the past year.", "2020-03-24/2021-03-24", "year"),
        ("Rebels *shelled* the town in recent days.", "2021-03-17/2021-03-24", "month"),
        ("Rebels *shelled* the town several days ago.", "2021-03-17/2021-03-21", "week"),
        ("Rebels *shelled* the town a couple of days ago.", "2021-03-21/2021-03-22", "week"),
        ("Norway has *sanctioned* Mali since 2014.", "2014-01-01/2021-03-24", "decade"),
        ("Norway has *sanctioned* Mali since Saturday.", "2021-03-20/2021-03-24", "week"),
        ("Norway has *blockaded* Mali since June 5.", "2020-06-05/2021-03-24", "year"),
        ("Norway has *blockaded* Mali since last month.", "2021-02-01/2021-03-24", "year"),
        ("Since early March rebels have *shelled* the town.", "2021-03-01/2021-03-24", "month"),
    ],
)
def test_times_that_reach_to_publication(when: When, text: str, days: str, precision: str) -> None:
    """Since a day, or in the past weeks: the earliest day is that, the latest publication."""
    found = when(text)
    assert (brief(found), found.precision) == (days, precision)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Students *marched* for the third day running.", "2021-03-24"),
        ("Students *marched* for a third straight day.", "2021-03-24"),
        ("Students *marched* for a second consecutive night on Monday.", "2021-03-22"),
        ("Students *marched* on Tuesday for the third day running.", "2021-03-23"),
        ("Rebels *attacked* the town overnight.", "2021-03-24"),
        ("Rebels *attacked* the town overnight on Monday.", "2021-03-22"),
        ("Rebels *attacked* the town earlier in the day.", "2021-03-24"),
    ],
)
def test_repeated_days_are_the_day_told_of(when: When, text: str, days: str) -> None:
    """The third day running is the day of publication, or the weekday that is named."""
    assert brief(when(text)) == days


@pytest.mark.parametrize(
    ("text", "before", "days"),
    [
        ("Two days earlier rebels had *attacked* the town.", "2021-03-10", "2021-03-08"),
        ("The army *attacked* the town the day before.", "2021-03-10", "2021-03-09"),
        ("The next day the army *attacked* the town.", "2021-03-10", "2021-03-11"),
        ("The army *attacked* the town the following day.", "2021-03-10", "2021-03-11"),
        ("The army *attacked* the town three days later.", "2021-03-10", "2021-03-13"),
        ("The following week Mali *closed* the border.", "2021-03-03", "2021-03-08/2021-03-14"),
        ("A year later Mali *closed* the border.", "2014-05-05", "2015-01-01/2015-12-31"),
        ("Three months later Mali *closed* the border.", "2014-05-05", "2014-08-01/2014-08-31"),
        ("Four years earlier Mali *closed* the border.", "2014-05-05", "2010-01-01/2010-12-31"),
        ("That day Mali *closed* the border.", "2021-03-10", "2021-03-10"),
        ("Mali *closed* the border later the same day.", "2021-03-10", "2021-03-10"),
        ("Hours later Mali *closed* the border.", "2021-03-10", "2021-03-10"),
        ("Later that year Mali *closed* the border.", "2014-05-05", "2014-05-05/2014-12-31"),
        ("The following Monday Mali *closed* the border.", "2021-03-10", "2021-03-15"),
        (
            "Chad fell in 2014, and a year later Mali *closed* the border.",
            None,
            "2015-01-01/2015-12-31",
        ),
        ("Chad struck on March 2, and two days later Mali *answered* it.", None, "2021-03-04"),
        ("Mali closed the port on Friday and *reopened* it the next day.", None, "2021-03-20"),
        ("Mali closed the port on Friday; it had *warned* Chad a day earlier.", None, "2021-03-18"),
        ("Two days earlier rebels had *attacked* the town.", None, "2021-03-22"),
    ],
)
def test_times_counted_from_what_was_named(
    when: When, text: str, before: str | None, days: str
) -> None:
    """Earlier, later, next and following count from the time named before, not from publication."""
    assert brief(when(text, before=before)) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("On the eve of the summit on Tuesday, Mali *condemned* Norway.", "2021-03-22"),
        ("Mali *condemned* Norway on the eve of Sunday's vote.", "2021-03-20"),
        ("A day after Friday's attack, Mali *condemned* Norway.", "2021-03-20"),
        ("A day after Friday's *attack*, Mali condemned Norway.", "2021-03-19"),
        ("Mali *condemned* Norway two days after the raid on Sunday.", "2021-03-23"),
        ("Mali *closed* the border three days before the vote on Sunday.", "2021-03-18"),
        ("Rebels *attacked* the town hours before Sunday's talks.", "2021-03-21"),
        ("Mali *released* the men hours after the talks on Monday.", "2021-03-22"),
        ("Mali *sent* troops ahead of talks on Thursday.", "2021-03-24"),
        ("Mali *sent* troops before the vote on Sunday.", "2021-03-24"),
        ("Two days after rebels *attacked* the town, Mali sent troops.", "2021-03-22"),
        ("On Tuesday, two days after rebels *attacked* the town, Mali sent troops.", "2021-03-21"),
        ("Mali sent troops on Monday, a day after rebels *attacked* the town.", "2021-03-21"),
        ("Mali *sent* troops on Monday, a day after rebels attacked the town.", "2021-03-22"),
        ("Mali sent troops two weeks before rebels *attacked* the town on Friday.", "2021-03-19"),
    ],
)
def test_times_counted_from_another_act(when: When, text: str, days: str) -> None:
    """A day after Friday's attack is Saturday for what came after it, Friday for the attack."""
    assert brief(when(text)) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Peru and Chile marked the 60th anniversary of the *treaty*.", "1961-01-01/1961-12-31"),
        (
            "Peru and Chile marked on Monday the 60th anniversary of the *signing* of the treaty.",
            "1961-01-01/1961-12-31",
        ),
        ("They met on Monday, 60 years after the accord was *signed*.", "1961-01-01/1961-12-31"),
        ("They *met* on Monday, 60 years after the accord was signed.", "2021-03-22"),
        ("They *marked* the 60th anniversary of the treaty on Monday.", "2021-03-22"),
        ("They praised 60 years of the *treaty*.", "1961-01-01/1961-12-31"),
        ("They recalled the fiftieth anniversary of the *attack*.", "1971-01-01/1971-12-31"),
        ("They recalled the tenth anniversary of the *invasion*.", "2011-01-01/2011-12-31"),
        ("The envoys *praised* the 1961 treaty.", "2021-03-24"),
        ("The envoys *praised* the 1961 treaty on Monday.", "2021-03-22"),
        ("The states that *signed* the 1961 treaty met on Monday.", "1961-01-01/1961-12-31"),
        ("The states that signed the 1961 treaty *met* on Monday.", "2021-03-22"),
        ("Mali *withdrew* from the 1961 treaty.", "2021-03-24"),
    ],
)
def test_anniversaries_date_what_they_recall(when: When, text: str, days: str) -> None:
    """The 60th anniversary in 2021 dates the treaty in 1961; those who mark it act today."""
    assert brief(when(text)) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Peru will *meet* Chile tomorrow.", "2021-03-25"),
        ("Peru will *meet* Chile on Monday.", "2021-03-29"),
        ("Peru will *meet* Chile later on Wednesday.", "2021-03-24"),
        ("Peru will *meet* Chile next Tuesday.", "2021-03-30"),
        ("Peru will *meet* Chile next week.", "2021-03-29/2021-04-04"),
        ("Peru will *meet* Chile next month.", "2021-04-01/2021-04-30"),
        ("Peru will *meet* Chile in two weeks.", "2021-04-05/2021-04-11"),
        ("Peru will *meet* Chile in three days.", "2021-03-27"),
        ("Peru will *meet* Chile within three days.", "2021-03-24/2021-03-27"),
        ("Peru will *meet* Chile in the next two weeks.", "2021-03-24/2021-04-07"),
        ("Peru will *meet* Chile in the coming days.", "2021-03-24/2021-03-31"),
        ("Peru will *meet* Chile by the end of the year.", "2021-03-24/2021-12-31"),
        ("Peru will *meet* Chile by Friday.", "2021-03-24/2021-03-26"),
        ("Peru will *meet* Chile later this month.", "2021-03-24/2021-03-31"),
        ("Peru will *meet* Chile this week.", "2021-03-24/2021-03-28"),
        ("Peru will *meet* Chile this year.", "2021-03-24/2021-12-31"),
        ("Peru will *meet* Chile in January.", "2022-01-01/2022-01-31"),
        ("Peru will *meet* Chile in 2030.", "2030-01-01/2030-12-31"),
        ("Peru will *meet* Chile on April 5.", "2021-04-05"),
        ("Peru will *meet* Chile on 5-7 April.", "2021-04-05/2021-04-07"),
        ("Peru will *meet* Chile over the weekend.", "2021-03-27/2021-03-28"),
        ("Peru will *meet* Chile from Friday to Monday.", "2021-03-26/2021-03-29"),
        ("Peru will *meet* Chile this summer.", "2021-06-01/2021-08-31"),
        ("On Monday, Peru will *meet* Chile.", "2021-03-29"),
        ("On Monday Peru will *meet* Chile.", "2021-03-29"),
        ("Peru said on Tuesday that it would *meet* Chile on Friday.", "2021-03-26"),
        ("Peru said on Tuesday that it would *meet* Chile.", "2021-03-23"),
        (
            "Mali threatened on Tuesday to *expel* the envoy within 72 hours.",
            "2021-03-24/2021-03-27",
        ),
        ("Mali threatened on Tuesday to *expel* the envoy.", "2021-03-23"),
        ("Rebels may have *attacked* the town on Sunday.", "2021-03-21"),
    ],
)
def test_what_is_to_come_lies_ahead(when: When, text: str, days: str) -> None:
    """For what is to come a weekday is the next one, and no day is earlier than publication."""
    assert brief(when(text, future=True)) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("Officials said on Tuesday that rebels *attacked* the town on Sunday.", "2021-03-21"),
        ("Officials *said* on Tuesday that rebels attacked the town on Sunday.", "2021-03-23"),
        ("Officials said on Tuesday that rebels *attacked* the town.", "2021-03-23"),
        ("Rebels *attacked* the town on Sunday, officials said on Tuesday.", "2021-03-21"),
        ("Rebels *attacked* the town, officials said on Tuesday.", "2021-03-23"),
        ("On Tuesday officials said that rebels *attacked* the town on Sunday.", "2021-03-21"),
        ("Mali *condemned* Sunday's attack on the town.", "2021-03-24"),
        ("Mali condemned Sunday's *attack* on the town.", "2021-03-21"),
        ("Mali on Tuesday *condemned* Sunday's attack.", "2021-03-23"),
        ("Mali on Tuesday condemned Sunday's *attack*.", "2021-03-21"),
        ("Twelve people were *killed* in Sunday's attack.", "2021-03-21"),
        ("The *attack* on Sunday killed 12 people.", "2021-03-21"),
        ("The attack on Sunday *killed* 12 people.", "2021-03-21"),
        ("Rebels *attacked* the town on Sunday and burned the market.", "2021-03-21"),
        ("Rebels attacked the town on Sunday and *burned* the market.", "2021-03-21"),
        ("Rebels struck on Sunday, and Mali *condemned* them on Monday.", "2021-03-22"),
        ("Rebels *struck* on Sunday, and Mali condemned them on Monday.", "2021-03-21"),
        ("Rebels attacked the town on Sunday, *killing* 12 people.", "2021-03-21"),
        ("Police *charged* two men who attacked a guard on Sunday.", "2021-03-24"),
        ("Police charged two men who *attacked* a guard on Sunday.", "2021-03-21"),
        ("Police *charged* two men on Tuesday who attacked a guard on Sunday.", "2021-03-23"),
        ("Mali *arrested* the envoy after he met rebels on Sunday.", "2021-03-24"),
        ("Mali arrested the envoy after he *met* rebels on Sunday.", "2021-03-21"),
        ("Mali *arrested* the envoy on Monday after he met rebels on Sunday.", "2021-03-22"),
        ("The *talks* held on Monday ended without a deal.", "2021-03-22"),
        ("The ministers held *talks* in Lima on Monday.", "2021-03-22"),
        ("The ministers, meeting in Lima on Monday, *condemned* the raid.", "2021-03-22"),
        ("In a statement on Monday, Mali *condemned* the raid.", "2021-03-22"),
        ("Mali *condemned* the raid in a statement issued on Monday.", "2021-03-22"),
        ("When she spoke to the house on Monday, the minister *accused* Mali.", "2021-03-22"),
        ("The general *appeared* before the court on Monday.", "2021-03-22"),
        ("The judge *adjourned* the hearing to June 8.", "2021-03-24"),
        ("The sides *suspended* their talks until Monday.", "2021-03-24"),
        ("The sides *scheduled* a vote for Friday.", "2021-03-24"),
        ("Mali condemned Chad for Tuesday's *attack*.", "2021-03-23"),
        ("Mali *arrested* more men than last year.", "2021-03-24"),
        ("Chad *accused* Sudan of arming rebels since 2014.", "2021-03-24"),
        ("Chad *accused* Sudan of shelling a village on Sunday.", "2021-03-24"),
        ("Chad accused Sudan of *shelling* a village on Sunday.", "2021-03-21"),
        ("The court *ordered* the party to disband on Monday.", "2021-03-22"),
        ("At a meeting in Lima on Monday the envoy *criticised* Mali.", "2021-03-22"),
        ("The *raid* that took place on Monday killed two.", "2021-03-22"),
        ("Mali *said* that it would close the border on Friday.", "2021-03-24"),
        ("Mali *condemned* the raid after Norway sent troops on Sunday.", "2021-03-24"),
        ("In 2014 the two fell out, but on Monday they *signed* a deal.", "2021-03-22"),
        ("In 2014 the two *fell* out, but on Monday they signed a deal.", "2014-01-01/2014-12-31"),
        ("Last decade, in March 2017, Mali *attacked* Chad.", "2017-03-01/2017-03-31"),
        ("Mali *announced* a vote on April 5.", "2021-03-24"),
    ],
)
def test_a_time_belongs_to_the_clause_it_stands_in(when: When, text: str, days: str) -> None:
    """Said on Tuesday that rebels attacked on Sunday: Sunday for the attack, Tuesday for the
    saying; where only the saying has a time, that."""
    assert brief(when(text)) == days


@pytest.mark.parametrize(
    "text",
    [
        "Norway *condemned* Mali.",
        "On Bloody Sunday, as it is known, they *marched*.",
        "The Friday Times *accused* Mali.",
        "The march *began*.",
        "It *cost* 2000 dollars.",
        "May *met* the envoy.",
        "They *marched* every Friday.",
        "A five-year plan was *adopted*.",
        "In the fall of Kabul, rebels *seized* weapons.",
    ],
)
def test_without_a_time_publication_stands_in(when: When, text: str) -> None:
    """Names, sums and lengths are no times; the day of publication stands in and says so."""
    found = when(text)
    assert (brief(found), found.precision, found.source, found.text) == (
        "2021-03-24",
        "day",
        "published",
        None,
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rebels *attacked* the base late on Monday.", "late on Monday"),
        ("Norway has *sanctioned* Mali since June 5.", "since June 5"),
        ("A day after Friday's attack, Mali *condemned* Norway.", "A day after Friday"),
        ("The sides *met* between 3 and 5 March.", "between 3 and 5 March"),
    ],
)
def test_the_words_are_kept(when: When, text: str, words: str) -> None:
    """`date_text` holds the words that the date rests on."""
    assert when(text).text == words


def test_without_publication_only_full_dates_count(when: When) -> None:
    """Nothing is seen from a day that is not known, and nothing clipped to it."""
    assert when("They *met* on Monday.", published=None).date is None
    assert brief(when("They *met* on 3 March 2020.", published=None)) == "2020-03-03"


def test_the_last_day_named(parser: Parser) -> None:
    """The day to which "that day" in a later sentence points is the last single day named."""
    text = "They met in March, on Friday and again on Monday evening, this year."
    (sentence,) = parser.parse(Article(id="a" * 24, text=text)).sentences
    assert last_day(sentence, PUBLISHED) == dt.date(2021, 3, 22)
