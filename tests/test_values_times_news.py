"""Times as news writes them: what they mean on a Sunday, what they take along, and what must not be read into them."""

from datetime import date

import pytest

from claims.values.times import find_durations, find_times

SUNDAY = date(2018, 5, 27)


def readings(text: str, words: str) -> list[str]:
    """The readings of the time that is exactly those words."""
    mention = next(time for time in find_times(text, SUNDAY) if time.text == words)
    return [f"{reading.start}..{reading.end}" for reading in mention.readings]


@pytest.mark.parametrize(
    ("text", "words", "interval"),
    [
        ("The minister resigned on Friday.", "Friday", "2018-05-25..2018-05-25"),
        ("The verdict will come on Friday.", "Friday", "2018-06-01..2018-06-01"),
        ("Nobody will forget this, she said on Friday.", "Friday", "2018-05-25..2018-05-25"),
        ("The film will be released on Friday.", "Friday", "2018-06-01..2018-06-01"),
        ("The suspect told police on Tues. that", "Tues.", "2018-05-22..2018-05-22"),
        ("It was founded two years ago", "two years ago", "2015-09-30..2017-01-22"),
        ("It happened a year ago today", "a year ago today", "2017-05-27..2017-05-27"),
        ("the invasion last February", "last February", "2018-02-01..2018-02-28"),
        ("a law passed earlier this month", "earlier this month", "2018-05-01..2018-05-27"),
        ("He died on the 3rd.", "the 3rd", "2018-05-03..2018-05-03"),
        ("the crisis of the early 1990s", "the early 1990s", "1990-01-01..1993-12-31"),
        ("prices fell in mid-2015", "mid-2015", "2015-05-01..2015-08-31"),
        ("between 1990 and 1995", "between 1990 and 1995", "1990-01-01..1995-12-31"),
        ("won the November election", "November", "2017-11-01..2017-11-30"),
        ("after a June poll", "June", "2017-06-01..2017-06-30"),
        ("growth in the three months to March", "three months to March", "2018-01-01..2018-03-31"),
        (
            "losses in the year ended March 31, 2018",
            "the year ended March 31, 2018",
            "2017-04-01..2018-03-31",
        ),
        ("in the final quarter of 2016", "the final quarter of 2016", "2016-10-01..2016-12-31"),
        ("profits in Q3 last year", "Q3 last year", "2017-07-01..2017-09-30"),
        ("the last day of the month", "the last day of the month", "2018-05-31..2018-05-31"),
        ("in the first two days of March", "the first two days of March", "2018-03-01..2018-03-02"),
        ("on the last Friday of 2016", "the last Friday of 2016", "2016-12-30..2016-12-30"),
        ("on the last weekend in April", "the last weekend in April", "2018-04-28..2018-04-29"),
        ("riots on the weekend of April 14", "the weekend of April 14", "2018-04-14..2018-04-15"),
        ("closed for two weeks starting May 20", "two weeks starting May 20", "2018-05-20..2018-06-02"),
        ("away for three days from today", "three days from today", "2018-05-27..2018-05-29"),
        ("the past five years", "the past five years", "2013-05-27..2018-05-27"),
        ("in the five past years", "the five past years", "2013-05-27..2018-05-27"),
        ("in the next three business days", "the next three business days", "2018-05-28..2018-05-30"),
        ("three Fridays ago", "three Fridays ago", "2018-05-11..2018-05-11"),
        (
            "meet next week between Tuesday and Friday",
            "next week between Tuesday and Friday",
            "2018-05-29..2018-06-01",
        ),
        ("on Tuesday, two weeks from now", "Tuesday, two weeks from now", "2018-06-12..2018-06-12"),
        ("flights from 4/10 to 5/20", "from 4/10 to 5/20", "2018-04-10..2018-05-20"),
        ("on 4/20, 4/22 or 4/25", "4/22", "2018-04-22..2018-04-22"),
        ("the summer of '69", "the summer of '69", "1969-06-01..1969-09-30"),
        ("the vote in '98, which", "'98", "1998-01-01..1998-12-31"),
        ("the best result to date.", "to date", "None..2018-05-27"),
        ("year-to-date sales", "year-to-date", "2018-01-01..2018-05-27"),
        ("in October two thousand and five", "October two thousand and five", "2005-10-01..2005-10-31"),
        ("on the 5th week 12 of 2017 began", "week 12 of 2017", "2017-03-20..2017-03-26"),
        ("before the new year", "new year", "2018-01-01..2018-01-01"),
    ],
)
def test_reads_what_is_meant_in_an_article_of_a_sunday(text: str, words: str, interval: str) -> None:
    assert readings(text, words)[0] == interval


@pytest.mark.parametrize(
    ("text", "words", "other"),
    [
        ("in late 2016", "late 2016", "2016-07-01..2016-12-31"),
        ("in the past quarter", "the past quarter", "2018-01-01..2018-03-31"),
        ("more than two years ago", "more than two years ago", "None..2016-05-27"),
        ("less than two weeks ago", "Less than two weeks ago", "2018-05-13..2018-05-27"),
        ("the third quarter of fiscal 2017", "the third quarter of fiscal 2017", "2017-04-01..2017-06-30"),
        ("the third quarter of fiscal 2017", "the third quarter of fiscal 2017", "2017-07-01..2017-09-30"),
        ("in the first two weeks of 2018", "the first two weeks of 2018", "2018-01-01..2018-01-14"),
        ("from Friday to Monday", "from Friday to Monday", "2018-05-25..2018-05-28"),
        ("on Women's Day", "Women's Day", "2017-08-09..2017-08-09"),
    ],
)
def test_words_used_in_two_ways_have_both_readings(text: str, words: str, other: str) -> None:
    found = find_times(text, SUNDAY)[0]
    assert found.text.casefold() == words.casefold()
    assert other in [f"{reading.start}..{reading.end}" for reading in found.readings]


@pytest.mark.parametrize(
    ("text", "interval"),
    [
        ("She resigned on May 3, 2016, and left the following day.", "2016-05-04..2016-05-04"),
        ("She resigned on May 3, 2016, and left the next day.", "2016-05-04..2016-05-04"),
        ("Elected in 2010, he stepped down two years later.", "2011-11-05..2013-02-27"),
    ],
)
def test_a_day_told_from_a_day_before_it_is_measured_from_that(text: str, interval: str) -> None:
    reading = find_times(text, SUNDAY)[-1].readings[0]
    assert f"{reading.start}..{reading.end}" == interval


@pytest.mark.parametrize(
    "text",
    [
        "She left the following day",
        "the same week it happened",
        "two years later",
        "on the first Friday he was there",
    ],
)
def test_what_points_back_to_another_sentence_stays_open(text: str) -> None:
    assert all(time.readings == () for time in find_times(text, SUNDAY))


@pytest.mark.parametrize(
    "text",
    [
        "Black September was a group",
        "in week 10 of the season",
        "he was 1-for-4 and took 4/22",
        "a bowling record of 9-18-15",
        "finished on 4-22",
        "the second was better",
        "player of the year",
        "a million people live there, 3D glasses and all",
        "when he was 16. Novels followed",
        "bring me up to date",
        "on third- and fourth-hand hearsay",
        "in 2 thousand homes",
        "on weekend duty",
    ],
)
def test_a_number_or_a_word_of_time_alone_dates_nothing(text: str) -> None:
    assert find_times(text, SUNDAY) == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("spent $700,000 last year", "last year"),
        ("only one last year", "last year"),
        ("On this day in 1791", "this day"),
        ("In this Tuesday, March 3, 2015 photo", "this Tuesday, March 3, 2015"),
        ("over the last 3 months and 2 days ago", "the last 3 months"),
    ],
)
def test_numbers_beside_a_time_are_none_of_it(text: str, words: str) -> None:
    assert find_times(text, SUNDAY)[0].text == words


@pytest.mark.parametrize(
    ("text", "words", "days"),
    [
        ("for two dozen years", "two dozen years", 24 * 365),
        ("a hundred years of war", "a hundred years", 36500),
        ("five hundred years", "five hundred years", 182500),
        ("for 6-1/2 years", "6-1/2 years", 2372.5),
        ("for 7 ½ years", "7 ½ years", 2737.5),
        ("three quarters of an hour", "three quarters of an hour", 0.75 / 24),
        ("a quarter of a century", "a quarter of a century", 9125),
        ("four more years", "four more years", 1460),
        ("for two nights", "two nights", 2),
        ("within 24h", "24h", 1),
        ("one year and a quarter", "one year and a quarter", 456.25),
        ("closed on Sundays", "Sundays", 7),
    ],
)
def test_reads_lengths_of_time(text: str, words: str, days: float) -> None:
    (duration,) = find_durations(text)
    assert (duration.text, duration.days) == (words, days)


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        ("as late as 1983", "until"),
        ("after the beginning of 2016", "since"),
        (">= 2015", "since"),
        ("< 2015", "before"),
    ],
)
def test_reads_more_relations(text: str, relation: str) -> None:
    assert find_times(text, SUNDAY)[0].relation == relation


def test_a_day_in_no_calendar_is_read_and_stays_unresolved() -> None:
    (time,) = find_times("on 2/29/2019", SUNDAY)
    assert (time.text, time.readings) == ("2/29/2019", ())
