"""What each kind of expression is read as: one row an expression, with its first reading."""

from datetime import date

import pytest

from claims.records import Reason
from claims.values.times import find_durations, find_times

REFERENCE = date(2022, 12, 30)  # a Friday


def first(text: str, reference: date | None = REFERENCE) -> tuple[str, str]:
    mention = find_times(text, reference)[0]
    reading = mention.readings[0]
    return mention.text, f"{reading.start}..{reading.end}"


def starts(text: str, reference: date = REFERENCE) -> list[str]:
    return [str(reading.start) for reading in find_times(text, reference)[0].readings]


@pytest.mark.parametrize(
    ("text", "words", "interval"),
    [
        ("signed on the 4th of February, 2022.", "the 4th of February, 2022", "2022-02-04..2022-02-04"),
        ("on Thu, 05 May 2016", "Thu, 05 May 2016", "2016-05-05..2016-05-05"),
        ("the twenty-first of March 2018", "the twenty-first of March 2018", "2018-03-21..2018-03-21"),
        ("on 05-Aug-2016", "05-Aug-2016", "2016-08-05..2016-08-05"),
        ("on 30.12.2022", "30.12.2022", "2022-12-30..2022-12-30"),
        ("on 2022/12/30", "2022/12/30", "2022-12-30..2022-12-30"),
        ("it began in nineteen ninety-six", "nineteen ninety-six", "1996-01-01..1996-12-31"),
        ("in late March 2014", "late March 2014", "2014-03-16..2014-03-31"),
        ("in March '14", "March '14", "2014-03-01..2014-03-31"),
        ("in Q3 2019", "Q3 2019", "2019-07-01..2019-09-30"),
        ("the second half of 2017", "the second half of 2017", "2017-07-01..2017-12-31"),
        ("the winter of 2015-16", "the winter of 2015-16", "2015-12-01..2016-03-31"),
        ("the last three months of 2018", "the last three months of 2018", "2018-10-01..2018-12-31"),
        ("the first week of 2019", "the first week of 2019", "2018-12-31..2019-01-06"),
        ("the last Friday of March 2018", "the last Friday of March 2018", "2018-03-30..2018-03-30"),
        ("the week of May 3, 2018", "the week of May 3, 2018", "2018-04-30..2018-05-06"),
        ("in early 2018", "early 2018", "2018-01-01..2018-04-30"),
        ("at the end of 2018", "the end of 2018", "2018-09-01..2018-12-31"),
        ("in the early 1980s", "the early 1980s", "1980-01-01..1983-12-31"),
        ("in the mid-'90s", "the mid-'90s", "1994-01-01..1996-12-31"),
        ("in the sixties", "the sixties", "1960-01-01..1969-12-31"),
        ("in the 1800s", "the 1800s", "1800-01-01..1899-12-31"),
        ("the nineteenth century", "the nineteenth century", "1801-01-01..1900-12-31"),
        (
            "the last decade of the 18th century",
            "the last decade of the 18th century",
            "1791-01-01..1800-12-31",
        ),
        (
            "the first half of the 20th century",
            "the first half of the 20th century",
            "1901-01-01..1950-12-31",
        ),
        (
            "in the latter half of the 19th century",
            "the latter half of the 19th century",
            "1851-01-01..1900-12-31",
        ),
        ("closed in the late 70s", "the late 70s", "1977-01-01..1979-12-31"),
        ("the 18th and 19th centuries", "the 18th and 19th centuries", "1700-01-01..1900-12-31"),
        ("in AD 79", "AD 79", "0079-01-01..0079-12-31"),
        ("in fiscal 2019", "fiscal 2019", "2018-10-01..2019-09-30"),
        ("in FY2018-19", "FY2018-19", "2018-01-01..2019-12-31"),
        ("1918's last winter", "1918", "1918-01-01..1918-12-31"),
        ("the 2018 budget", "2018", "2018-01-01..2018-12-31"),
        ("in 2016/17", "2016/17", "2016-01-01..2017-12-31"),
        ("in 2015-03", "2015-03", "2015-03-01..2015-03-31"),
    ],
)
def test_reads_times_that_name_their_year_without_a_reference(text: str, words: str, interval: str) -> None:
    assert first(text, None) == (words, interval)


@pytest.mark.parametrize(
    ("text", "words", "interval"),
    [
        ("killed on Wednesday, May 3", "Wednesday, May 3", "2023-05-03..2023-05-03"),
        ("on the 5th.", "the 5th", "2022-12-05..2022-12-05"),
        ("Friday the 13th", "Friday the 13th", "2023-01-13..2023-01-13"),
        ("the 20th of next month", "the 20th of next month", "2023-01-20..2023-01-20"),
        ("in September of last year", "September of last year", "2021-09-01..2021-09-30"),
        ("on May 3 last year", "May 3 last year", "2021-05-03..2021-05-03"),
        ("the first Monday in May", "the first Monday in May", "2022-05-02..2022-05-02"),
        ("in the spring", "the spring", "2022-03-01..2022-06-30"),
        ("last winter", "last winter", "2021-12-01..2022-03-31"),
        ("Tuesday of last week", "Tuesday of last week", "2022-12-20..2022-12-20"),
        ("over the last year", "the last year", "2021-12-29..2022-12-30"),
        ("over the weekend", "the weekend", "2022-12-24..2022-12-25"),
        ("last night", "last night", "2022-12-29..2022-12-29"),
        ("the day before yesterday", "the day before yesterday", "2022-12-28..2022-12-28"),
        ("earlier this month", "earlier this month", "2022-12-01..2022-12-30"),
        ("later this week", "later this week", "2022-12-30..2023-01-01"),
        ("late last year", "late last year", "2021-09-01..2021-12-31"),
        ("the year before last", "the year before last", "2020-01-01..2020-12-31"),
        ("the last three years", "the last three years", "2019-12-30..2022-12-30"),
        ("the third quarter of last year", "the third quarter of last year", "2021-07-01..2021-09-30"),
        ("by the end of the year", "the end of the year", "2022-09-01..2022-12-31"),
        ("he will be back in two weeks", "in two weeks", "2023-01-08..2023-01-18"),
        ("a year-and-a-half ago", "a year-and-a-half ago", "2020-11-02..2022-02-25"),
        ("two days ago", "two days ago", "2022-12-27..2022-12-29"),
        ("the turn of the century", "the turn of the century", "1995-01-01..2005-12-31"),
        ("7 p.m. on Tuesday", "Tuesday", "2022-12-27..2022-12-27"),
    ],
)
def test_reads_times_that_need_the_reference(text: str, words: str, interval: str) -> None:
    assert first(text) == (words, interval)
    assert all(m.unresolved is Reason.TIME_UNKNOWN for m in find_times(text, None) if m.relative)


@pytest.mark.parametrize(
    ("text", "words", "interval"),
    [
        ("from 2014 to 2018", "from 2014 to 2018", "2014-01-01..2018-12-31"),
        ("between May and July", "between May and July", "2022-05-01..2022-07-31"),
        ("between May and July 2018", "between May and July 2018", "2018-05-01..2018-07-31"),
        ("December to February 2018", "December to February 2018", "2017-12-01..2018-02-28"),
        ("June 3-5", "June 3-5", "2022-06-03..2022-06-05"),
        ("June 3 to July 5, 2018", "June 3 to July 5, 2018", "2018-06-03..2018-07-05"),
        ("30 Dec. 2015 - 2 Jan. 2016", "30 Dec. 2015 - 2 Jan. 2016", "2015-12-30..2016-01-02"),
        ("from Monday to Thursday", "from Monday to Thursday", "2022-12-26..2022-12-29"),
        ("from 2009 until Wednesday", "from 2009 until Wednesday", "2009-01-01..2022-12-28"),
        ("from the 1980s to the 2000s", "from the 1980s to the 2000s", "1980-01-01..2009-12-31"),
        ("two decades from the 1970s to the 1980s", "from the 1970s to the 1980s", "1970-01-01..1989-12-31"),
        ("from 2014 until now", "from 2014 until now", "2014-01-01..2022-12-30"),
        ("two days before Christmas", "two days before Christmas", "2022-12-23..2022-12-23"),
    ],
)
def test_joins_what_is_one_time(text: str, words: str, interval: str) -> None:
    assert first(text) == (words, interval)


def test_years_in_a_list_are_no_range() -> None:
    assert [m.text for m in find_times("in 1994, 1998 and 2002", None)] == ["1994", "1998", "2002"]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Christmas Day 2018", "2018-12-25"),
        ("Thanksgiving 2018", "2018-11-22"),
        ("Memorial Day 2021", "2021-05-31"),
        ("Black Friday 2010", "2010-11-26"),
        ("Easter 2019", "2019-04-21"),
        ("Good Friday 2022", "2022-04-15"),
        ("Orthodox Easter 2021", "2021-05-02"),
        ("New Year's Eve 1999", "1999-12-31"),
        ("Passover 2020", "2020-04-09"),
        ("Rosh Hashanah 2023", "2023-09-16"),
        ("Eid al-Fitr 2021", "2021-05-13"),
    ],
)
def test_computes_holidays(text: str, day: str) -> None:
    assert starts(text)[0] == day


def test_a_holiday_is_the_nearest_in_the_sense_of_the_tense() -> None:
    assert starts("They met on Bastille Day") == ["2022-07-14", "2023-07-14"]
    assert starts("They will meet on Bastille Day") == ["2023-07-14", "2022-07-14"]
    assert starts("New Year's Eve")[0] == "2022-12-31"  # tomorrow, and not a year ago


def test_a_distance_is_measured_from_the_time_before_it() -> None:
    text = "He won on May 3, 2018, and left two days later; the next year he was back"
    assert [str(m.readings[0].start) for m in find_times(text, REFERENCE)] == [
        "2018-05-03",
        "2018-05-05",
        "2019-01-01",
    ]


@pytest.mark.parametrize("text", ["The following day he left", "two years later", "the same month"])
def test_a_distance_from_nothing_is_unresolved(text: str) -> None:
    assert find_times(text, REFERENCE)[0].unresolved is Reason.TIME_UNKNOWN


def test_years_before_christ_are_unresolved() -> None:
    assert find_times("in 44 BC", REFERENCE)[0].unresolved is Reason.TIME_UNKNOWN


@pytest.mark.parametrize(
    ("text", "readings"),
    [
        ("on 3/11/2004", ["2004-03-11", "2004-11-03"]),
        ("on 30/11/2004", ["2004-11-30"]),
        ("on 3.11.2004", ["2004-11-03"]),
    ],
)
def test_a_numeric_date_has_the_readings_that_countries_give_it(text: str, readings: list[str]) -> None:
    assert starts(text) == readings


@pytest.mark.parametrize(
    ("text", "weekday", "fits"),
    [
        ("on Friday, 3 May 2018", 4, False),
        ("on Thursday, 3 May 2018", 3, True),
        ("on 3 May 2018", None, None),
    ],
)
def test_shows_whether_the_written_day_of_the_week_fits(
    text: str, weekday: int | None, fits: bool | None
) -> None:
    mention = find_times(text, None)[0]
    assert (mention.weekday, mention.weekday_fits) == (weekday, fits)


@pytest.mark.parametrize(
    "text",
    [
        "Room 2018",
        "a Boeing 737",
        "2,018 people",
        "more than 2000 of them",
        "call 555-2018",
        "at 1900 GMT",
        "Agenda 2030",
        "the 9/11 attacks",
        "a chance of 1/2",
        "at Mar-a-Lago",
        "three-quarters of them",
        "USA Today said",
        "20th Century Fox",
        "on Easter Island",
        "The Daily Planet",
        "criticism of May",
        "in his 50s",
        "May's speech",
        "for $12",
        "it will last three weeks",
    ],
)
def test_leaves_what_is_no_time(text: str) -> None:
    assert find_times(text, REFERENCE) == []


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("2018 onwards", "since"),
        ("2018 or earlier", "until"),
        ("on or before May 3, 2018", "by"),
        ("before the end of 2018", "by"),
        ("no later than 1 May 2017", "by"),
        ("starting in March 2018", "since"),
        ("prior to 2010", "before"),
    ],
)
def test_reads_open_ranges(text: str, relation: str) -> None:
    assert find_times(text, REFERENCE)[0].relation == relation


@pytest.mark.parametrize(
    ("text", "words", "kind", "days"),
    [
        ("for two weeks", "two weeks", "duration", 14),
        ("a three-month trial", "three-month", "duration", 90),
        ("a year and a half", "a year and a half", "duration", 547.5),
        ("2 years and 3 months", "2 years and 3 months", "duration", 820),
        ("two-and-a-half years", "two-and-a-half years", "duration", 912.5),
        ("closed for the week.", "the week", "duration", 7),
        ("the 70-year-old", "70-year-old", "age", 70 * 365),
        ("aged 45", "aged 45", "age", 45 * 365),
        ("every other day", "every other day", "every", 2),
        ("each Tuesday", "each Tuesday", "every", 7),
        ("a quarterly report", "quarterly", "every", 91),
        ("$20,000 a year", "a year", "every", 365),
    ],
)
def test_reads_durations_ages_and_recurrences(text: str, words: str, kind: str, days: float) -> None:
    (duration,) = find_durations(text, offset=10)
    assert (duration.text, duration.kind, duration.days) == (words, kind, days)
    assert text[duration.span.start - 10 : duration.span.end - 10] == words


def test_what_is_a_time_or_a_share_is_no_duration() -> None:
    assert find_durations("a quarter of a million") == []
    assert find_durations("two weeks ago") == []
    assert find_times("two hours from the coast", REFERENCE) == []
