"""Editions: which of several that share a name is shown as the evidence."""

import pytest

from conftest import Check, flags


@pytest.mark.parametrize(
    ("text", "evidence"),
    [
        ("The whole town watched the 2018 World Cup.", "2018 FIFA World Cup"),
        ("The whole town watched the 2022 World Cup.", "2022 FIFA World Cup"),
    ],
)
def test_the_best_known_series_supports_a_name_that_several_share(
    check: Check, text: str, evidence: str
) -> None:
    found = [f for f in check(text, "2023-06-01").findings if f.claim.predicate == "edition_year"]
    (finding,) = found
    assert finding.verdict == "supported"
    assert evidence in finding.explanation


HOSTS = [
    ("Los Angeles, host of the 1932 and 1988 Olympics, waits for a third turn.", "different_place"),
    ("Sarajevo was the host city of the 1988 Winter Olympics.", "different_place"),
    ("The 2014 FIFA World Cup was hosted by Argentina.", "different_place"),
    ("The Winter Olympics came to Nagano in 1994.", "different_place"),
    ("Hamburg still counts the cost of the riots at the 2016 G20 summit in the city.", "different_place"),
    ("Los Angeles, host of the 1932 and 1984 Olympics, waits for a third turn.", None),
    ("The 2014 FIFA World Cup was hosted by Brazil.", None),
    ("The 2014 FIFA World Cup went to Germany.", None),
    ("Hamburg still counts the cost of the riots at the 2017 G20 summit in the city.", None),
]


@pytest.mark.parametrize(("text", "reason"), HOSTS)
def test_who_is_said_to_have_been_host(check, text: str, reason: str | None) -> None:
    found = flags(check(text, "2022-08-02"))
    assert [str(flag.reason) for flag in found] == ([reason] if reason else [])


def test_a_repair_is_a_name_as_prose_has_it(check) -> None:
    (flag,) = flags(check("Duncan Laurence won the 2018 Eurovision Song Contest.", "2022-08-02"))
    assert "Netta" in [repair.replacement for repair in flag.repairs]
