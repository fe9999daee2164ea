"""Results that a text states with their parts: read, computed and judged without the store."""

from datetime import date
from pathlib import Path

import pytest

from claims.evaluate.cases import Case, read_cases
from claims.extracting.calculation_phrases import compile_calculation
from claims.extracting.calculation_words import word_groups
from claims.extracting.number_signs import signs_of, words_and_signs
from claims.judging.calculate import Result, bounds_of, calculate, distance, years_between
from claims.judging.number_relations import RELATIONS, WORDING
from claims.judging.write_result import write_result
from claims.records import Quantity, Reason, Shape, Slot, Span, Verdict
from claims.store.read_vocabulary import read_vocabulary
from conftest import Check, flags

CASES = list(read_cases(Path(__file__).parent / "cases" / "arithmetic.jsonl"))


def day_of(case: Case) -> str | None:
    published = case.article.published
    return published.isoformat() if published else None


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.article.id)
def test_the_case_book(check: Check, case: Case) -> None:
    found = flags(check(case.article.text, day_of(case)))
    wrong = [label for label in case.labels if label.verdict == "mismatch"]
    assert len(found) == len(wrong), [flag.explanation for flag in found]
    for flag in found:
        assert (flag.claim.shape, flag.reason) == (Shape.ARITHMETIC, Reason.DIFFERENT_RESULT)
        assert flag.facts[0].source == "arithmetic"
        assert len(flag.claim.slots) > 1  # the parts, with their places


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.article.id)
def test_a_repair_makes_the_flag_go_away(check: Check, case: Case) -> None:
    text, day = case.article.text, day_of(case)
    for flag in flags(check(text, day)):
        for repair in flag.repairs:
            mended = text[: repair.span.start] + repair.replacement + text[repair.span.end :]
            assert flags(check(mended, day)) == [], mended


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("Sales rose from 50 to 75, an increase of 50 percent.", "50 percent"),
        ("Sales were 75, compared with 50 a year ago. That is an increase of 50 percent.", "50 percent"),
        ("Revenue rose 5 percent to $2.1 billion from $2.0 billion a year earlier.", "5 percent"),
        ("The bank cut its rate by half a percentage point, from 5.25 percent to 4.75 percent.", "half a percentage point"),
        ("Of the 20 divers 12 came up and three were found, leaving five missing.", "five"),
    ],
)  # fmt: skip
def test_a_right_result_is_supported(check: Check, text: str, result: str) -> None:
    checked = check(text, "2020-05-01")
    assert flags(checked) == []
    found = [f.span.of(text) for f in checked.findings if f.verdict is Verdict.SUPPORTED]
    assert result in found


@pytest.mark.parametrize(
    "text",
    [
        "Seven people, two men and two women and a child, were found.",
        "The plan covers 52 million adults from 18 to 64, or 27 percent of that age group.",
        "The star is 1010 ± 195 light years (310 ± 60 parsec) away.",
        "Excluding the sold mills, output rose from 50 to 75 tons, an increase of 12 percent.",
        "Profit rose 20 percent; the price of flour went from $40 to $400.",
    ],
)
def test_what_does_not_belong_together_is_not_flagged(check: Check, text: str) -> None:
    assert flags(check(text, "2020-05-01")) == []


def amount(value: float, room: float = 0.0, kind: str = "count") -> Slot:
    quantity = Quantity((value,), value - room, value + room, kind=kind)
    return Slot("a", Span(0, 1), f"{value:g}", quantity=quantity)


def test_money_without_cents_is_rounded_and_a_count_is_not() -> None:
    money, count = amount(24, kind="currency").quantity, amount(24).quantity
    assert money is not None
    assert count is not None
    assert (bounds_of(money), bounds_of(count)) == ((23.5, 24.5), (24, 24))


def test_a_result_has_the_bounds_of_all_combinations() -> None:
    assert calculate(lambda a, b: a / b, [amount(10, 1), amount(20, 5)]) == Result(0.5, 9 / 25, 11 / 15)


def test_an_open_part_leaves_the_result_open() -> None:
    part = Slot("a", Span(0, 1), "more than 9", quantity=Quantity((9,), 9, None))
    assert calculate(lambda a: a, [part]) is None
    assert calculate(lambda: 0.0, []) is None
    assert calculate(lambda a: 1 / a, [amount(0)]) is None


def test_a_difference_of_unknown_sign_may_be_nothing() -> None:
    assert distance(lambda a, b: b - a, [amount(10, 1), amount(11, 1)]) == Result(1, 0, 3)


@pytest.mark.parametrize(
    ("start", "end", "years"),
    [
        (date(1921, 6, 3), date(2016, 6, 3), 95),
        (date(1921, 6, 3), date(2016, 6, 2), 94),
        (date(2000, 2, 29), date(2001, 2, 28), 0),
    ],
)
def test_years_are_whole(start: date, end: date, years: int) -> None:
    assert years_between(start, end) == years


@pytest.mark.parametrize(
    ("text", "kind", "value", "percent", "written"),
    [
        ("40 percent", "percent", 30.2, True, "30 percent"),
        ("2.5 percent", "percent", 1.48, True, "1.5 percent"),
        ("Six people", "count", 5, False, "Five people"),
        ("nine percentage points", "percentage_point", 6, False, "six percentage points"),
        ("more than half", "fraction", 40, True, "40 percent"),
        ("$6 million", "currency", 10_000_000, False, "$10 million"),
    ],
)
def test_a_result_is_written_as_the_text_has_it(
    text: str, kind: str, value: float, percent: bool, written: str
) -> None:
    slot = Slot("value", Span(0, len(text)), text, quantity=Quantity((1.0,), 1.0, 1.0, kind=kind))
    assert write_result(slot, value, percent=percent) == (slot.span, written)


def test_every_relation_has_a_wording_and_a_formula() -> None:
    named = {relation for relation, _ in read_vocabulary("calculations")}
    assert named == set(RELATIONS) == set(WORDING)


@pytest.mark.parametrize("name", ["calculations", "calculation_words"])
def test_rows_are_sorted_and_stand_once(name: str) -> None:
    rows = list(read_vocabulary(name))
    assert rows == sorted(set(rows))


def test_every_group_of_words_is_used() -> None:
    phrases = " ".join(phrase for _, phrase in read_vocabulary("calculations"))
    in_code = {"people", "person", "spoils"}
    assert {group for group in word_groups() if f"{{{group}}}" not in phrases} == in_code


def test_a_phrase_needs_its_words_in_their_order() -> None:
    pattern = compile_calculation("from [a] to [b] , or? [r:percent]")
    marked = "from \x02amount count:0\x03 to \x02amount count:1\x03, \x02amount percent:2\x03"
    assert pattern.search(marked)
    assert not pattern.search(marked.replace("percent", "money"))
    assert not pattern.search(marked.replace(" to ", " and "))


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("Nine out of ten voted.", {"fraction"}),
        ("Two thirds voted, or 61% of them.", {"fraction", "percent"}),
        ("The 100-member house voted.", {"seats"}),
        ("One in the room voted.", {"fraction"}),
        ("In 2015 it rained.", set()),
    ],
)
def test_signs_of_kinds_of_number(text: str, holds: set[str]) -> None:
    found = words_and_signs(text)
    kinds = {kind for kind in ("fraction", "percent", "seats") if not signs_of(kind).isdisjoint(found)}
    assert kinds == holds
    assert signs_of("percent|count") == frozenset()  # a count needs no sign


def test_numbers_rounded_far_support_nothing(check: Check) -> None:
    checked = check("Arrests rose from 200 to 250, an increase of 20 percent, the police said.", "2019-05-02")
    assert [str(f.reason) for f in checked.findings if f.claim.shape is Shape.ARITHMETIC] == [
        "low_confidence"
    ]
