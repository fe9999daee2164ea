"""Surnames that stand alone: of the one whom the text names in full, or of anybody."""

import pytest

from claims.judging.named_in_full import is_named_in_full
from claims.judging.namesakes import is_called_member
from claims.store.open import Store
from conftest import Check, flags

TRUMP, LEE = "person/donald-trump", "person/mike-lee"


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("Donald Trump spoke. Trump, 63, smiled.", True),
        ("President Donald J. Trump spoke. Mr. Trump met President Trump's aides. Trump, 63, smiled.", True),
        ("Trump spoke. But Trump, 63, smiled.", False),
        ("Donald Trump and Melania Trump came. Trump, 63, smiled.", False),
        ("Donald Trump Jr. came. Trump, 63, smiled.", False),
        ("Donald Trump came. Mrs. Trump, 63, smiled. Trump, 63, smiled.", False),
        ("The Trump family and Donald Trump came. Trump, 63, smiled.", False),
    ],
)
def test_a_surname_is_that_of_the_one_named_in_full(store: Store, text: str, named: bool) -> None:
    assert is_named_in_full(TRUMP, "Trump", text.index("Trump, 63"), text, store) is named


@pytest.mark.parametrize(
    ("text", "member"),
    [
        ("Mike Lee, 47, a Republican U.S. senator from Utah, spoke.", True),
        ("Sen. Mike Lee spoke.", True),
        ("Mike Lee, 47, a state senator, spoke.", False),
        ("Mike Lee met a senator.", False),
        ("Mike Lee, 47, a plumber, spoke in the Senate.", False),
    ],
)
def test_who_is_called_a_member_is_the_one_who_served(store: Store, text: str, member: bool) -> None:
    assert is_called_member(LEE, text, store) is member


@pytest.mark.parametrize(
    "text",
    [
        "Donald Trump spoke on Monday. Trump, 66, smiled.",
        "President Donald Trump spoke on Monday. Trump, 66, smiled.",
        "Sen. Bernie Sanders spoke on Monday. Sanders, 81, smiled.",
    ],
)
def test_a_wrong_age_behind_a_surname_is_found(check: Check, text: str) -> None:
    (flag,) = flags(check(text, "2019-10-20"))
    assert flag.claim.predicate == "age"


@pytest.mark.parametrize(
    "text",
    [
        "Donald Trump came with Melania Trump. Trump, 66, smiled.",
        "Sen. Bernie Sanders met Sarah Sanders. Sanders, 81, smiled.",
        "Donald Trump Jr. came. Trump, 66, smiled.",
        "Donald Trump spoke on Monday. Trump, 73, smiled.",
    ],
)
def test_a_surname_that_several_may_bear_stays_open(check: Check, text: str) -> None:
    assert flags(check(text, "2019-10-20")) == []
