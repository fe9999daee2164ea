"""Who beat whom and by how much, and what a sentence leaves out because it was named before."""

import pytest

from claims.records import Verdict
from conftest import Check, flags

FLAGGED = [
    # text, date, span, first repair
    ("Spain beat England 3-1 in Berlin on Sunday.", "2024-07-15", "3-1", "2-1"),
    ("Greece had beaten Portugal 2-0 in Lisbon on Sunday.", "2004-07-05", "2-0", "1-0"),
    ("Brazil lost 7-1 to Argentina on Tuesday.", "2014-07-09", "Argentina", "Germany"),
    ("The New England Patriots beat the Seattle Seahawks 34-28.", "2017-02-07", "Seattle Seahawks", "Atlanta Falcons"),
    ("The talks at NATO went on all night. Iceland, a member since 1959, has no army.", "2023-05-01", "1959", "1949"),
    ("The Nobel Prize in Literature is announced on Thursday. Kazuo Ishiguro won it in 2015.", "2022-10-04", "Kazuo Ishiguro won it in 2015", "2017"),
    ("The Nobel Prize in Literature went to Bob Dylan, the first American to win it since Toni Morrison in 1992.", "2016-10-14", "Toni Morrison in 1992", "1993"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "day", "span", "repair"), FLAGGED)
def test_the_part_that_does_not_fit_is_flagged(
    check: Check, text: str, day: str, span: str, repair: str
) -> None:
    (flag,) = flags(check(text, day))
    first = flag.repairs[0]
    assert flag.span.of(text) == span
    assert first.replacement == repair
    assert flag.facts
    assert flags(check(text[: first.span.start] + repair + text[first.span.end :], day)) == []


SUPPORTED = [
    ("Spain beat England 2-1 in Berlin on Sunday.", "2024-07-15", "2-1"),
    ("Brazil lost 7-1 to Germany on Tuesday.", "2014-07-09", "Germany"),
    ("Italy and France drew 1-1 in Berlin.", "2006-07-10", "1-1"),
    ("South Africa had beaten England 32-12 at rugby.", "2019-11-03", "32-12"),
    ("The Nobel Prize in Literature went on Thursday to Bob Dylan.", "2016-10-14", "Bob Dylan"),
]


@pytest.mark.parametrize(("text", "day", "span"), SUPPORTED)
def test_what_fits_is_supported(check: Check, text: str, day: str, span: str) -> None:
    findings = check(text, day).findings
    assert span in {f.span.of(text) for f in findings if f.verdict is Verdict.SUPPORTED}
    assert flags(check(text, day)) == []


SILENT = [
    ("Argentina beat France 4-2 on penalties in Lusail.", "2022-12-19"),
    ("Spain's women beat England 3-1 in Berlin on Sunday.", "2024-07-15"),
    ("Spain had beaten England 3-1 in 2004.", "2024-07-15"),
    ("Spain would have beaten England 3-1.", "2024-07-15"),
    ("Spain beat England 34-21 on Sunday.", "2024-07-15"),
    ("Spain beat England 3-1.", None),
    ("Italy and France drew 2-2 in Berlin.", "2006-07-10"),
    (
        "The Nobel Prize in Literature went to Bob Dylan, the first American since Toni Morrison in 1993.",
        "2016-10-14",
    ),
]


@pytest.mark.parametrize(("text", "day"), SILENT)
def test_another_match_may_be_meant(check: Check, text: str, day: str | None) -> None:
    assert flags(check(text, day)) == []
