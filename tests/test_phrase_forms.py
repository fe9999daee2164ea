"""What one row of the vocabulary reads: asides, relative clauses, the time first, nouns in all their forms."""

import pytest

from claims.extracting.phrase_forms import forms_of_phrase
from claims.records import Verdict
from conftest import Check, flags

DAY = "2024-06-01"
FLAGGED = [
    # text, span, first repair
    ("Microsoft, founded in 1985, has changed hands.", "1985", "1975"),
    ("Microsoft, a software company founded in 1985, is old.", "1985", "1975"),
    ("Microsoft, which was founded in 1985, is old.", "1985", "1975"),
    ("Microsoft, then a firm of two men, was founded in Albuquerque, New Mexico, in 1985.", "1985", "1975"),
    ("In 1985, Microsoft was founded by Bill Gates.", "1985", "1975"),
    ("Established in 1985, Microsoft is old.", "1985", "1975"),
    ("Barack Obama, who was born in Honolulu, Hawaii, in 1963, spoke.", "1963", "1961"),
    ("France, whose capital is Lyon, is calm.", "Lyon", "Paris"),
    ("France, which has the capital Lyon, is calm.", "Lyon", "Paris"),
    ("Lyon, that is the capital city of France, is calm.", "Lyon", "Paris"),
    ("Lyon serves as France's capital.", "Lyon", "Paris"),
    ("Ronald Reagan died at his home in Los Angeles, California, in 1999.", "1999", "2004"),
]


@pytest.mark.parametrize(("text", "span", "repair"), FLAGGED)
def test_a_row_reads_every_form_of_its_wording(check: Check, text: str, span: str, repair: str) -> None:
    (flag,) = flags(check(text, DAY))
    assert (flag.span.of(text), flag.repairs[0].replacement) == (span, repair)
    mended = check(text.replace(span, repair), DAY)
    assert flags(mended) == []
    assert any(
        f.verdict is Verdict.SUPPORTED and f.span.of(text.replace(span, repair)) == repair
        for f in mended.findings
    )


SAID_OF_ANOTHER = [
    "The father of Barack Obama was born in 1936.",
    "A unit of Microsoft was founded in 1998.",
    "Born in 1964, Barack Obama's wife Michelle is a lawyer.",
    "In 1990, Microsoft, founded in 1975, was small.",
    "In 1990, Microsoft, which was founded in 1975, was small.",
    "Barack Obama, Malik Obama, was born in 1958.",
    "Barack Obama and the senator, who was born in 1947, met.",
    "Lyon, the gastronomic capital of France, was calm.",
    "Microsoft was founded in a time of change that began in 1985.",
    "Microsoft was allegedly founded in 1985.",
]


@pytest.mark.parametrize("text", SAID_OF_ANOTHER)
def test_what_is_said_of_another_thing_or_time_is_not_read(check: Check, text: str) -> None:
    assert flags(check(text, DAY)) == []


LOOSE = [("Berlin is in Poland.", "Poland"), ("Barack Obama is originally from Chicago.", "Chicago")]


@pytest.mark.parametrize(("text", "span"), LOOSE)
def test_a_loose_wording_is_read_and_contradicts_nothing(check: Check, text: str, span: str) -> None:
    checked = check(text, DAY)
    assert flags(checked) == []
    assert any(f.span.of(text) == span for f in checked.findings)


def test_a_loose_wording_may_agree(check: Check) -> None:
    assert [f.verdict for f in check("Berlin is in Germany.", DAY).findings] == [Verdict.SUPPORTED]


def test_forms_are_given_once_and_the_phrase_first() -> None:
    forms = forms_of_phrase("[subject] ~ed founded * in|on [value]", "time")
    assert forms == (
        "[subject] ~ed founded * in|on [value]",
        "in|on [value] ,? [subject] ~was founded *",
        "founded * in|on [value] , [subject]",
    )
