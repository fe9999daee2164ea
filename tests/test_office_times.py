"""Offices in sentences that name times: who never held one, who left it for good, who acts these days."""

import pytest

from claims.records import Reason
from conftest import Check, flags

FLAGGED = [
    # text, article's day, first repair
    ("South Korean President Vladimir Putin ordered a campaign in 2016, a report says.", "2018-07-03", "Russian President"),
    ("Turkish President Theresa May called a vote in April 2017.", "2018-07-03", "Recep Tayyip Erdoğan"),
    ("U.S. President George W. Bush suspended the entry of workers on Monday.", "2018-07-04", "Donald Trump"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day", "repair"), FLAGGED)
def test_a_time_in_the_sentence_does_not_excuse_the_wrong_office(
    check: Check, text: str, day: str, repair: str
) -> None:
    (flag,) = flags(check(text, day))
    assert flag.reason in (Reason.DIFFERENT_HOLDER, Reason.FORMER_HOLDER)
    assert repair in [r.replacement for r in flag.repairs[:2]]


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("In 2003 U.S. President George W. Bush sent the army to Iraq.", "2018-07-04"),
        ("The book tells how U.S. President George W. Bush decided on the war.", "2018-07-04"),
        ("U.S. President Ronald Reagan said on Monday, the tape shows, that he knew.", "2018-07-04"),
        ("Mexican President Benito Juarez moved the capital in 1863.", "2018-07-04"),
        ("British Prime Minister David Cameron called the vote in 2016.", "2018-07-04"),
    ],
)
def test_a_holder_of_that_time_is_not_flagged(check: Check, text: str, day: str) -> None:
    assert flags(check(text, day)) == []


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("President Trump spoke on Tuesday about a meeting with Russian President Boris Yeltsin.", True),
        ("German Chancellor Gerhard Schroeder met Emmanuel Macron in Berlin.", True),
        ('"It is our moment," said White House press secretary Jay Carney.', True),
        ("President Trump compared himself with U.S. President Andrew Jackson.", False),
        ("Emmanuel Macron told of how Tony Blair had met German Chancellor Gerhard Schroeder.", False),
        ("German Chancellor Gerhard Schroeder met the unions in Berlin.", False),
        ("President Trump told of the night in 1998 when German Chancellor Gerhard Schroeder won.", False),
        ("Attorney General William Barr wrote of the firing of FBI Director James Comey.", False),
    ],
)
def test_who_acts_beside_a_later_holder_is_told_of_as_of_today(
    check: Check, text: str, flagged: bool
) -> None:
    """Trump cannot meet somebody as president of Russia who left in 1999; with Blair, Schröder is history."""
    assert bool(flags(check(text, "2018-07-04"))) is flagged


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Sen. Bernie Sanders spoke in the Senate. Sanders, 88, is from Vermont.", ["88"]),
        ("Bernie Sanders opened the shop. Sanders, 88, is from Leeds.", []),
        ("Sen. Bernie Sanders spoke in the Senate. Sanders, 38, is from Vermont.", []),
    ],
)
def test_an_age_is_refuted_where_the_text_speaks_of_the_persons_body(
    check: Check, text: str, flagged: list[str]
) -> None:
    """A namesake's age would be any; one a few years off, beside the Senate, is the senator's."""
    assert [flag.span.of(text) for flag in flags(check(text, "2020-04-08"))] == flagged


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Angela Merkel, chancellor from 2009 until Wednesday, left with a serenade.", "mismatch"),
        ("Angela Merkel, chancellor from 2005 until Wednesday, left with a serenade.", "supported"),
        ("Angela Merkel was chancellor from 2009 until 2013 with the liberals.", "not_enough_info"),
    ],
)
def test_a_long_range_inside_a_term_is_no_support(check: Check, text: str, verdict: str) -> None:
    terms = [f for f in check(text, "2021-12-08").findings if f.claim.shape == "term"]
    assert {str(f.verdict) for f in terms} == {verdict}
