"""Statements worded in ``vocabulary/phrasings.csv``: read, and judged against the store."""

import csv

import pytest

from claims.extracting.compile_phrase import compile_phrase
from claims.extracting.phrase_forms import forms_of_phrase
from claims.extracting.phrasings import anchors_of
from claims.records import Shape, Verdict
from claims.store.open import Store
from claims.store.packs import packs_home
from conftest import Check, flags

DAY = "2024-06-01"
FLAGGED = [
    # text, shape, span, first repair
    ("Barack Obama was born in 1963.", Shape.BIOGRAPHY, "1963", "1961"),
    ("Sydney is the capital of Australia.", Shape.GEOGRAPHY, "Sydney", "Canberra"),
    ("The German capital of Munich was calm.", Shape.GEOGRAPHY, "Munich", "Berlin"),
    ("The currency of Poland is the euro.", Shape.GEOGRAPHY, "euro", "zloty"),
    ("Angela Merkel became chancellor of Germany in 2007.", Shape.TERM, "2007", "2005"),
    ("Boris Johnson resigned as British prime minister in 2021.", Shape.TERM, "2021", "2022"),
    ("Sweden joined NATO in 2021.", Shape.MEMBERSHIP, "2021", "2024"),
    ("Britain left the European Union on 31 January 2019.", Shape.MEMBERSHIP, "31 January 2019", "31 January 2020"),
    ("Bob Dylan won the Nobel Prize in Literature in 2017.", Shape.AWARD, "Bob Dylan won the Nobel Prize in Literature in 2017", "2016"),
    ("Microsoft was founded in 1985.", Shape.COMPANY, "1985", "1975"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "shape", "span", "repair"), FLAGGED)
def test_a_wrong_value_is_flagged_and_mended(
    check: Check, text: str, shape: Shape, span: str, repair: str
) -> None:
    (flag,) = flags(check(text, DAY))
    assert (flag.claim.shape, flag.span.of(text)) == (shape, span)
    assert flag.repairs[0].replacement == repair
    assert flag.facts
    span_of_repair = flag.repairs[0].span
    mended = text[: span_of_repair.start] + repair + text[span_of_repair.end :]
    assert flags(check(mended, DAY)) == []


SUPPORTED = [
    ("Angela Merkel was born in Hamburg on 17 July 1954.", Shape.BIOGRAPHY, "17 July 1954"),
    ("Berlin, the capital of Germany, was quiet.", Shape.GEOGRAPHY, "Berlin"),
    ("Vladimir Putin has been Russian president since 2012.", Shape.TERM, "2012"),
    ("Margaret Thatcher was elected prime minister of the United Kingdom in 1983.", Shape.TERM, "1983"),
    ("Margaret Thatcher was British prime minister from 1979 to 1990.", Shape.TERM, "from 1979 to 1990"),
    ("Sweden joined NATO in March 2024.", Shape.MEMBERSHIP, "March 2024"),
    ("Norway is a member of NATO.", Shape.MEMBERSHIP, "NATO"),
    ("France won the 2018 FIFA World Cup.", Shape.AWARD, "France"),
]


@pytest.mark.parametrize(("text", "shape", "span"), SUPPORTED)
def test_a_true_value_is_supported(check: Check, text: str, shape: Shape, span: str) -> None:
    checked = check(text, DAY)
    assert flags(checked) == []
    found = [(f.claim.shape, f.span.of(text)) for f in checked.findings if f.verdict is Verdict.SUPPORTED]
    assert (shape, span) in found


LEFT_ALONE = [
    "The 2010 World Cup, which was awarded to South Africa, was watched by millions.",  # where it is held, not who won
    "The 2022 World Cup went to Qatar.",
    "Barack Obama was not born in 1963.",
    "In the novel, Sydney would become the capital of Australia.",
    "Lagos, Nigeria's commercial capital, was quiet.",
    "In 2008, Barack Obama became the first African American president.",
    "Was Microsoft founded in 1985?",
    "Amsterdam is the capital of the Netherlands, but the government sits in The Hague.",
    "Sweden joined NATO's exercise in 2021.",
]


@pytest.mark.parametrize("text", LEFT_ALONE)
def test_what_is_not_said_is_not_flagged(check: Check, text: str) -> None:
    assert flags(check(text, DAY)) == []


def test_every_phrase_compiles_and_can_be_looked_up(store: Store) -> None:
    path = packs_home() / "vocabulary" / "phrasings.csv"
    with path.open(encoding="utf-8", newline="") as file:
        rows = [(row["phrase"], store.predicates[row["predicate"]]) for row in csv.DictReader(file)]
    forms = [(f, p) for phrase, p in rows for f in forms_of_phrase(phrase, p.value_kind) if "[subject" in f]
    assert len(forms) > len(rows)
    for form, predicate in forms:
        assert anchors_of(form, predicate)
        slots = {"subject"} if "<value>" in form else {"subject", "value"}
        assert compile_phrase(form, predicate).groupindex.keys() >= slots


WRONG_OFFICE = [
    ("South Korean President Emmanuel Macron said on Friday that he would go.", "French President"),
    ("Indian President Narendra Modi said on Friday that he would go.", "Indian Prime Minister"),
    ("Emmanuel Macron, the president of Germany, said on Friday that he would go.", "president of France"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "repair"), WRONG_OFFICE)
def test_who_holds_another_office_gets_that_one(check: Check, text: str, repair: str) -> None:
    (flag,) = flags(check(text, DAY))
    assert flag.repairs[0].replacement == repair
    span = flag.repairs[0].span
    assert flags(check(text[: span.start] + repair + text[span.end :], DAY)) == []


def test_a_year_before_the_winner_counts(check: Check) -> None:
    (flag,) = flags(check("In 2010, Barack Obama received the Nobel Peace Prize.", DAY))
    assert [repair.replacement for repair in flag.repairs] == ["2009", "Liu Xiaobo"]
