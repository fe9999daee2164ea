"""Places that share a name: the name alone says nothing, and "Peru, Indiana" says that it is another."""

from collections.abc import Callable

import pytest

from claims.records import CheckedArticle, Verdict

Check = Callable[..., CheckedArticle]


@pytest.mark.parametrize(
    ("text", "flagged"),
    [
        ("Georgia has 10 million people.", False),
        ("The capital of Georgia is Atlanta.", False),
        ("Peru, Indiana, is small. Peru has 11,000 people.", False),
        ("Peru has 11,000 people.", True),
        ("In Peru, Lima is the largest city. Peru has 11,000 people.", True),
        ("Bolivia, Peru and Chile met. Peru has 11,000 people.", True),
    ],
)
def test_what_is_said_of_a_place_of_that_name(check: Check, text: str, flagged: bool) -> None:
    found = check(text, "2019-03-02").findings
    assert any(f.verdict is Verdict.MISMATCH for f in found) is flagged
