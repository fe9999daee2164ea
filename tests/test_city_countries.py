"""Cities with their countries: what is flagged, what may be a list or a subject, what a namesake or a border leaves open."""

import pytest

from claims.records import Reason, Verdict
from conftest import Check, flags

DAY = "2024-06-01"
WRONG = [
    # text, wrong country, repair
    ("The conference was held in Vienna, Belgium.", "Belgium", "Austria"),
    ("He flew to Lyon, Germany, on Friday.", "Germany", "France"),
    ("They met in Tokyo, Canada on Monday.", "Canada", "Japan"),
    ("The outbreak began in Wuhan, Chile, the first city to be closed.", "Chile", "China"),
    ("They met in Seoul, Spain, and agreed on little.", "Spain", "South Korea"),
    ("He put off his trip to Kyiv, Turkey, this week.", "Turkey", "Ukraine"),
    ("The group met on Tuesday, in Seoul, Spain.", "Spain", "South Korea"),
    ("Police in the city of Mumbai, Egypt, said so.", "Egypt", "India"),
    ("The German city of Lyon was calm.", "German", "French"),
]


@pytest.mark.parametrize(("text", "wrong", "repair"), WRONG)
def test_a_wrong_country_is_flagged_and_mended(check: Check, text: str, wrong: str, repair: str) -> None:
    (flag,) = flags(check(text, DAY))
    assert (flag.span.of(text), flag.reason) == (wrong, Reason.DIFFERENT_PLACE)
    assert flag.repairs[0].replacement == repair
    assert {fact.predicate for fact in flag.facts} == {"in_country"}
    mended = text.replace(wrong, repair)
    assert flags(check(mended, DAY)) == []


@pytest.mark.parametrize(
    "text",
    [
        "In Geneva, Iran said that it would not attend.",
        "At talks in Geneva, Iran and the powers met.",
        "At talks in Geneva, Iran, Russia and China agreed.",
        "In talks in Geneva, Iran, and the United States, agreed on little.",
        "He travelled to London, France and Spain.",
        "The firm has plants in Milan, Germany, Portugal and Chile.",
        "They met in Madrid, Mexico's rival in the bid.",
        "He was born in Jackson, Chad Smith said.",
        "He grew up in Moscow, Idaho.",
    ],
)
def test_a_list_or_a_subject_is_no_country_of_a_city(check: Check, text: str) -> None:
    assert [f for f in check(text, DAY).findings if f.claim.predicate == "in_country"] == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("He works in Norfolk, England.", Reason.AMBIGUOUS_ENTITY),  # a county, and a city of Virginia
        ("He lives in Paris, Canada.", Reason.AMBIGUOUS_ENTITY),
        ("She was born in Lviv, Poland.", Reason.LOW_CONFIDENCE),
        ("They landed in Taipei, China.", Reason.LOW_CONFIDENCE),
        ("There is no Vienna, Belgium.", None),
        ("She comes from Glasgow, England.", Reason.AMBIGUOUS_ENTITY),
    ],
)
def test_what_may_be_so_is_not_flagged(check: Check, text: str, reason: Reason | None) -> None:
    checked = check(text, DAY)
    assert flags(checked) == []
    assert [f.reason for f in checked.findings if f.claim.predicate == "in_country"] == [reason] * bool(
        reason
    )


def test_a_true_country_is_supported(check: Check) -> None:
    text = "The talks were held in Lyon, France, on Tuesday."
    assert [f.verdict for f in check(text, DAY).findings if f.claim.predicate == "in_country"] == [
        Verdict.SUPPORTED
    ]


CAPITALS = [
    "The Egyptian capital, Vienna, was calm.",
    "The Egyptian capital of Vienna was calm.",
    "Egypt's capital, Vienna, was calm.",
    "Vienna, the Egyptian capital, was calm.",
]


@pytest.mark.parametrize("text", CAPITALS)
def test_a_capital_in_apposition_is_checked(check: Check, text: str) -> None:
    (flag,) = flags(check(text, DAY))
    assert (flag.span.of(text), flag.repairs[0].replacement) == ("Vienna", "Cairo")
