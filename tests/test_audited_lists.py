"""What the audit of the typed lists found: true statements that the lists once contradicted."""

import pytest

from conftest import Check, flags

TRUE = (
    ("2016-05-01", "McDonald's, which is based in Oak Brook, Illinois, reported higher sales."),
    ("2018-05-01", "Royal Dutch Shell, headquartered in The Hague, reported lower profits."),
    ("2018-05-01", "Fox News founder Roger Ailes died last year."),
    ("2024-11-26", 'The memoir "Freedom", written by Angela Merkel, is out on Tuesday.'),
    ("2018-05-01", 'The film "Crash", directed by David Cronenberg, was banned.'),
    ("2020-11-29", "The London Bridge attack of 2019 left two dead."),
    ("2018-05-29", "The Mexico City earthquake in 2017 killed hundreds."),
    ("2022-05-29", "World War II ended in May 1945 in Europe."),
    ("2019-02-20", "The introduction of the euro in 2002 raised prices."),
    ("2017-02-20", "NAFTA was signed in 1994."),
    ("2017-02-20", "The annexation of Crimea in 1783 was the work of Catherine the Great."),
    ("2023-02-20", "Russia's invasion of Ukraine in 2014 was the start."),
    ("2019-02-20", "The Chechen war began in 1999."),
    ("2018-05-01", "He climbed Mount Olympus in Cyprus."),
)
FALSE = (
    ("2020-11-29", "The London Bridge attack of 2018 left two dead."),
    ("2022-05-29", "World War II ended in 1946 with Japan's surrender."),
    ("2019-02-20", "The introduction of the euro in 2001 raised prices."),
    ("2018-05-01", "Royal Dutch Shell, headquartered in Munich, reported lower profits."),
)


@pytest.mark.parametrize(("day", "text"), TRUE)
def test_nothing_true_is_flagged(check: Check, day: str, text: str) -> None:
    assert flags(check(text, day)) == []


@pytest.mark.parametrize(("day", "text"), FALSE)
def test_what_is_false_is_still_flagged(check: Check, day: str, text: str) -> None:
    assert flags(check(text, day))
