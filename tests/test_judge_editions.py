"""Editions: which of several that share a name is shown as the evidence."""

import pytest

from conftest import Check


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
