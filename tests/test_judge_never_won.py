"""Who is none of the winners of a prize of which all are known."""

import pytest

from conftest import Check, flags

DAY = "2019-11-07"


@pytest.mark.parametrize(
    "text",
    [
        "Philip Roth won the Nobel Prize in Literature.",
        "“Saving Private Ryan” won the Oscar for best picture.",
        "Alfred Hitchcock won the Oscar for best director.",
        "Zadie Smith won the Booker Prize.",
    ],
)
def test_who_never_won_is_flagged_with_the_last_winner(text: str, check: Check) -> None:
    (flag,) = flags(check(text, DAY))
    assert "none of the winners from" in flag.explanation
    assert flag.facts
    assert flag.repairs
    assert "(" not in flag.repairs[0].replacement


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Beatrice Fihn accepted the Nobel Peace Prize on Sunday.", "2017-12-12"),
        ("Steven Spielberg won the Oscar for best picture.", DAY),  # films win it
        ("Martin Scorsese won the Oscar for best director.", DAY),
        ("Donald Trump should have won the Nobel Peace Prize.", DAY),
        ("Philip Roth won the Nobel Prize in Literature.", "2040-01-01"),  # who knows by then
        ("Philip Roth, a retired postman, won the Nobel Prize in Literature.", DAY),
    ],
)
def test_silent_where_it_may_be_so(text: str, day: str, check: Check) -> None:
    assert not flags(check(text, day))
