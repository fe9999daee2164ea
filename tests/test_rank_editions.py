"""Which edition is offered first for a wrong year: by tense, majorities, days and other words of the sentence."""

import pytest

from conftest import Check, flags

FIRST = [
    (
        "2017-11-20",
        "Party strategists will spend heavily ahead of the 2016 midterm elections in the United States.",
        "2018",
    ),
    ("2019-03-02", "American voters turned out in large numbers during the 2016 midterm elections.", "2018"),
    ("2020-03-20", "Donald Trump spoke for 75 minutes at the 2018 Republican National Convention.", "2016"),
    (
        "2016-05-04",
        "Democrats lost the House in the 2012 midterm elections, and with it their plans.",
        "2010",
    ),
    ("2016-05-04", "Republicans took control of the Senate in the 2012 midterm elections.", "2014"),
    ("2019-09-30", "The GOP lost its majority in the House in the 2016 midterm elections.", "2018"),
    (
        "2012-08-30",
        "The nominee of the Republicans will be confirmed at the 2010 Republican National Convention.",
        "2012",
    ),
    (
        "2015-06-01",
        "The speech was given at the 2010 Democratic National Convention on August 27, 2008, in Denver.",
        "2008",
    ),
]


@pytest.mark.parametrize(("day", "text", "year"), FIRST)
def test_the_first_repair_fits_the_words_around(check: Check, day: str, text: str, year: str) -> None:
    (flag,) = flags(check(text, day))
    assert year in flag.repairs[0].replacement


def test_what_everybody_speaks_of_is_told_without_its_year(check: Check) -> None:
    text = "In the 2016 midterm elections, turnout among American voters under 30 was 20 percent."
    (far,) = flags(check(text, "2018-03-06"))
    (near,) = flags(check(text, "2018-11-05"))
    assert "2014" in far.repairs[0].replacement
    assert "2014" in near.repairs[0].replacement
