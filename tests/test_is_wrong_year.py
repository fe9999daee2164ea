"""Whether a year beside what is known to the day is wrong: births and deaths, first releases, a day and month with another year."""

from datetime import date

import pytest

from claims.judging.is_wrong_year import is_wrong_year
from claims.records import Fact, Interval, Precision
from claims.store.open import Store


def fact(predicate: str, day: date, precision: Precision = Precision.DAY) -> Fact:
    return Fact("f", "x/y", predicate, "", "", Interval(day, day, precision), None, "s")


def year(number: int) -> Interval:
    return Interval(date(number, 1, 1), date(number, 12, 31), Precision.YEAR)


def day(number: int, month: int, of: int) -> Interval:
    return Interval(date(of, month, number), date(of, month, number), Precision.DAY)


WRONG = [
    ("died", date(1957, 1, 14), year(1956), True),
    ("died", date(1957, 1, 1), year(1956), False),
    ("died", date(1957, 1, 14), year(1957), False),
    ("released", date(1993, 6, 18), year(1992), True),
    ("released", date(1993, 6, 18), year(1994), True),
    ("released", date(1993, 2, 18), year(1992), False),
    ("released", date(1993, 10, 18), year(1994), False),
    ("founded", date(1976, 4, 1), year(1977), False),
    ("founded", date(1976, 4, 1), day(1, 4, 1977), True),
    ("founded", date(1976, 4, 1), day(2, 4, 1977), False),
]


@pytest.mark.parametrize(("predicate", "known", "stated", "wrong"), WRONG)
def test_a_year_is_wrong_where_nothing_explains_it(
    store: Store, predicate: str, known: date, stated: Interval, wrong: bool
) -> None:
    assert is_wrong_year([stated], fact(predicate, known), store) is wrong


def test_a_year_that_is_all_that_is_known_leaves_a_year(store: Store) -> None:
    assert not is_wrong_year([year(1956)], fact("died", date(1957, 1, 1), Precision.YEAR), store)
