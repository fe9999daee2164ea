"""Rates, days that no month has, finals told by their day, and events and awards that a second sentence takes up."""

import pytest

from claims.records import Verdict
from conftest import Check, flags

FLAGGED = [
    # text, date, span
    ("Portugal's jobless rate averaged 26.4 percent in 2013.", "2014-03-14", "26.4 percent"),
    ("Italy's gross domestic product fell by 3.9 percent in 2020.", "2021-03-02", "3.9 percent"),
    ("The works should have ended on 31st September.", "2018-10-02", "31st September"),
    ("Applications may be sent in until 29 February 2023.", "2023-02-20", "29 February 2023"),
    ("The New England Patriots won their sixth Super Bowl on Sunday, grinding past the New Orleans Saints.", "2019-02-04", "New Orleans Saints"),
    ("The Denver Broncos won the Super Bowl on Sunday. They beat the Arizona Cardinals 24-10.", "2016-02-08", "Arizona Cardinals"),
    ("COP26 ended a week ago. The conference, held in Edinburgh, had run over by a day.", "2021-11-20", "Edinburgh"),
    ("The G20 summit of 2023 is over. It took place in Mumbai.", "2023-09-25", "Mumbai"),
    ("Annie Ernaux won the Nobel Prize in Literature on Thursday. Last year the award went to Louise Glück.", "2022-10-07", "Louise Glück"),
    ("The deal went through the 95-member U.S. Senate.", "2013-10-17", "95"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day", "span"), FLAGGED)
def test_what_does_not_fit_is_flagged_once(check: Check, text: str, day: str, span: str) -> None:
    assert [finding.span.of(text) for finding in flags(check(text, day))] == [span]


TRUE = [
    ("Inflation in Turkey hit 36 percent in 2021.", "2022-02-04"),
    ("Unemployment in the United States reached 14.7 percent in 2020.", "2021-02-01"),
    ("Ireland's economy grew by 7.8 percent in 2015.", "2016-03-11"),
    ("Spain's economy shrank by 5.8 percent in 2020.", "2020-10-15"),
    ("In June 31 people were hurt; there is no 31 June.", "2019-06-20"),
    ("Sweden had a 30 February in 1712.", "2019-06-20"),
    (
        "Real Madrid, who beat Manchester City in the semi-final, won with a 1-0 defeat of Liverpool.",
        "2022-05-29",
    ),
    ("Italy beat Serbia on Sunday to win their ticket to Tokyo.", "2021-07-12"),
    ("The 2018 World Cup opens this month. The tournament was held in Brazil four years ago.", "2018-06-01"),
    ("The G20 summit of 2023 was preceded by a dinner. It took place in Mumbai.", "2023-09-25"),
    ("The vote in the 700-seat European Parliament was close.", "2021-02-01"),
]


@pytest.mark.parametrize(("text", "day"), TRUE)
def test_what_is_true_or_may_be_is_not(check: Check, text: str, day: str) -> None:
    assert not [f for f in check(text, day).findings if f.verdict in (Verdict.MISMATCH, Verdict.OUTDATED)]
