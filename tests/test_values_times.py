import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claims.records import Precision, Reason
from claims.values.times import find_times
from claims.values.times.holidays import may_hold_holiday

REFERENCE = date(2022, 12, 30)  # a Friday


def first(text: str) -> tuple[str, str, str]:
    mention = find_times(text, REFERENCE)[0]
    reading = mention.readings[0]
    return mention.text, str(reading.start), str(reading.end)


@pytest.mark.parametrize(
    ("text", "words", "start", "end"),
    [
        ("signed on Feb. 4, 2022, in", "Feb. 4, 2022", "2022-02-04", "2022-02-04"),
        ("signed on 4 February 2022", "4 February 2022", "2022-02-04", "2022-02-04"),
        ("on Friday, February 4, 2022", "Friday, February 4, 2022", "2022-02-04", "2022-02-04"),
        ("since 2022-02-24", "2022-02-24", "2022-02-24", "2022-02-24"),
        ("in March 2014", "March 2014", "2014-03-01", "2014-03-31"),
        ("in September", "September", "2022-09-01", "2022-09-30"),
        ("invasion last February", "last February", "2022-02-01", "2022-02-28"),
        ("next spring", "next spring", "2023-03-01", "2023-06-30"),
        ("met on Friday", "Friday", "2022-12-30", "2022-12-30"),
        ("met on Tuesday", "Tuesday", "2022-12-27", "2022-12-27"),
        ("yesterday", "yesterday", "2022-12-29", "2022-12-29"),
        ("this year", "this year", "2022-01-01", "2022-12-31"),
        ("last week", "last week", "2022-12-19", "2022-12-25"),
        ("the 1990s", "the 1990s", "1990-01-01", "1999-12-31"),
        ("the 21st century", "the 21st century", "2001-01-01", "2100-12-31"),
        ("between 2010 and 2015", "between 2010 and 2015", "2010-01-01", "2015-12-31"),
        ("1939-45", "1939-45", "1939-01-01", "1945-12-31"),
        ("the third quarter of 2023", "the third quarter of 2023", "2023-07-01", "2023-09-30"),
        ("15-16 September 2022", "15-16 September 2022", "2022-09-15", "2022-09-16"),
        ("Nov. 18-20", "Nov. 18-20", "2022-11-18", "2022-11-20"),
        ("in the summer of 2014", "the summer of 2014", "2014-06-01", "2014-09-30"),
        ("the past decade", "the past decade", "2012-12-29", "2022-12-30"),
    ],
)
def test_reads_the_likeliest_interval(text: str, words: str, start: str, end: str) -> None:
    assert first(text) == (words, start, end)


@pytest.mark.parametrize(
    "text",
    [
        "He may go",
        "they march on",
        "2020 people came",
        "$2000",
        "2,020 votes",
        "Route 2020",
        "Flight 1970",
        "2020.5",
    ],
)
def test_leaves_what_is_no_time(text: str) -> None:
    assert find_times(text, REFERENCE) == []


@pytest.mark.parametrize(
    "text", ["last February", "on Friday", "in September", "two years ago", "this year", "March 3"]
)
def test_relative_times_need_a_date(text: str) -> None:
    (mention,) = find_times(text, None)
    assert (mention.readings, mention.unresolved) == ((), Reason.TIME_UNKNOWN)


def test_absolute_times_need_none() -> None:
    (mention,) = find_times("in March 2014", None)
    assert mention.readings[0].precision is Precision.MONTH


def test_an_impossible_date_has_no_reading() -> None:
    assert find_times("on February 30, 2022", REFERENCE)[0].unresolved is Reason.TIME_UNKNOWN


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("since 2014", "since"),
        ("until March 2015", "until"),
        ("by 2020", "by"),
        ("in 2014", "at"),
        ("before 2014", "before"),
    ],
)
def test_reads_the_relation(text: str, relation: str) -> None:
    assert find_times(text, REFERENCE)[0].relation == relation


def test_hedges_make_a_time_approximate() -> None:
    assert find_times("around 2014", REFERENCE)[0].readings[0].approximate
    assert not find_times("in 2014", REFERENCE)[0].readings[0].approximate


def test_last_february_may_be_either_when_this_year_has_had_one() -> None:
    readings = find_times("last February", date(2022, 6, 1))[0].readings
    assert [str(r.start) for r in readings] == ["2022-02-01", "2021-02-01"]


WORDS = st.sampled_from(
    [
        "last",
        "next",
        "this",
        "the",
        "past",
        "early",
        "late",
        "in",
        "on",
        "since",
        "two",
        "ago",
        "May",
        "March",
        "3",
        "31",
        "2014",
        "1990s",
        "Friday",
        "week",
        "year",
        "decade",
        "century",
        "spring",
        "winter",
        "of",
        "to",
        "and",
        "-",
        "15-16",
        "September",
        "Feb.",
        "30",
        "Q3",
        "quarter",
        "third",
        "0",
        "99999",
        "2020-02-30",
    ]
)


@given(st.lists(WORDS, max_size=12).map(" ".join), st.sampled_from([None, REFERENCE, date.min, date.max]))
def test_any_words_give_spans_in_order_and_intervals_that_do_not_run_backwards(
    text: str, reference: date | None
) -> None:
    mentions = find_times(text, reference)
    position = 0
    for mention in mentions:
        assert position <= mention.span.start < mention.span.end <= len(text)
        assert mention.span.of(text) == mention.text
        position = mention.span.end
        assert bool(mention.readings) != (mention.unresolved is not None)
        for reading in mention.readings:
            assert reading.start is None or reading.end is None or reading.start <= reading.end


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("On New Year's Eve they met.", True),
        ("The new president said so.", False),
        ("Good Friday came.", True),
        ("A good day.", False),
    ],
)
def test_a_holiday_needs_all_its_words(text: str, holds: bool) -> None:
    assert may_hold_holiday(set(re.findall("[a-z]+", text.lower()))) is holds


@pytest.mark.parametrize(
    "text", ["This morning he left.", "He left this afternoon.", "On Christmas Day it rained."]
)
def test_what_has_no_number_and_no_unit_is_still_a_time(text: str) -> None:
    assert find_times(text, date(2020, 12, 28))


SPANS = [
    ("Sales from April to June in 2017 fell.", "2017-04-01", "2017-06-30"),
    ("It fell in last year’s second half.", "2017-07-01", "2017-12-31"),
    ("It may rise in next year's first quarter.", "2019-01-01", "2019-03-31"),
    ("It was the 2016 Valentine’s Day shooting.", "2016-02-14", "2016-02-14"),
    ("Eid al-Azha was kept.", "2017-09-02", "2017-09-02"),
    ("It is due this working week.", "2018-06-18", "2018-06-24"),
    ("It is due in the next couple weeks.", "2018-06-21", "2018-07-04"),
]


@pytest.mark.parametrize(("text", "start", "end"), SPANS)
def test_spans_of_a_year_and_a_week(text: str, start: str, end: str) -> None:
    (time,) = find_times(text, date(2018, 6, 20))
    assert (str(time.readings[0].start), str(time.readings[0].end)) == (start, end)


def test_on_a_sunday_last_week_may_be_the_one_that_ends() -> None:
    (time,) = find_times("It rained last week.", date(2018, 7, 15))
    assert [str(reading.start) for reading in time.readings] == ["2018-07-09", "2018-07-02"]
    (time,) = find_times("It rained last week.", date(2018, 7, 14))
    assert str(time.readings[0].start) == "2018-07-02"
