"""Words that point back: who is meant is taken over only where one reading is left."""

import pytest

from conftest import Check, flags

FLAGGED = [
    ("Margaret Thatcher dominated the decade. She was born in 1935.", "1935", "1925"),
    ("Margaret Thatcher dominated the decade. Thatcher became British prime minister in 1989.", "1989", "1979"),
    ("Microsoft is based in Redmond. The company was founded in 1985.", "1985", "1975"),
    ("Poland is worried. The country joined NATO in 1989.", "1989", "1999"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "span", "repair"), FLAGGED)
def test_what_points_back_is_resolved(check: Check, text: str, span: str, repair: str) -> None:
    (flag,) = flags(check(text, "2024-06-01"))
    assert (flag.span.of(text), flag.repairs[0].replacement) == (span, repair)


OPEN = [
    # Somebody the store does not know may be meant.
    "Margaret Thatcher met Xavier Zwollinger. He was born in 1935.",
    # Two persons of the store.
    "Margaret Thatcher met Ronald Reagan. He was born in 1935.",
    # Nobody at all.
    "It was a quiet day. She was born in 1935.",
    # The surname is part of another name.
    "Margaret Thatcher dominated the decade. Carol Thatcher was born in 1953.",
]


@pytest.mark.parametrize("text", OPEN)
def test_what_may_mean_another_stays_open(check: Check, text: str) -> None:
    assert flags(check(text, "2024-06-01")) == []


def test_who_is_done_something_to_is_not_who_does_it(check: Check) -> None:
    text = (
        "Barack Obama nominated him to the court in 2012. Born in India, he would be the first of his kind."
    )
    assert not [f for f in check(text, "2016-03-09").findings if f.claim.predicate == "born_in"]
    text = "Barack Obama spoke in Boston. Born in India, he said, his life had been another."
    assert [f.claim.predicate for f in check(text, "2016-03-09").findings] == ["born_in"]
