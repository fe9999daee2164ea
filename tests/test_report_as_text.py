from dataclasses import replace
from datetime import date

import pytest

from claims.report.as_text import as_text
from report_sample import articles, bridge, diplomacy, failures, quiet

BRIDGE = """\
seeds/wire.jsonl:10: Nine cars and a promise: the ferry town that has waited for its bridge since before the euro (2023-05-12)
  Outdated in the office holder, in a quotation (more likely than not, 62%)
    “[German Chancellor Angela Merkel] has promised that the new bridge will be paid for,” the mayor said.
    Olaf Scholz, not Angela Merkel, held the office.
    Would fit: German Chancellor Olaf Scholz / former German Chancellor Angela Merkel

1 article, 1 claim judged, 1 flag.
"""


def test_a_flag_reads_as_an_editor_would_want_it():
    assert as_text([bridge()], []) == BRIDGE


UNDATED = "  1  The time it speaks of is not clear (no publication date; give --date)"
NOT_JUDGED = ["2 not judged:", "  1  It is not stated as fact", UNDATED]


@pytest.mark.parametrize(
    ("checked", "unread", "end"),
    [
        ([], [], ["0 articles, 0 claims judged, 0 flags."]),
        (
            [quiet()],
            [],
            [
                "1 article, 0 claims judged, 0 flags.",
                "1 not judged:",
                UNDATED,
            ],
        ),
        (
            articles(),
            failures(),
            ["4 articles, 6 claims judged, 4 flags, 2 inputs could not be read.", *NOT_JUDGED],
        ),
        ([], failures()[:1], ["0 articles, 0 claims judged, 0 flags, 1 input could not be read."]),
    ],
)
def test_the_last_lines_hold_the_totals_and_what_was_not_judged(checked, unread, end):
    assert as_text(checked, unread).splitlines()[-len(end) :] == end
    assert as_text(checked, unread).count("not judged") == (len(end) > 1)


def test_reasons_come_commonest_first_and_a_dated_article_needs_no_date():
    found = quiet()
    counts = replace(found.coverage, not_judged=(("no_fact", 5), ("not_closed", 1_200), ("time_unknown", 7)))
    dated = replace(found, article=replace(found.article, published=date(2022, 12, 30)), coverage=counts)
    assert as_text([dated], []).splitlines()[-4:] == [
        "1,212 not judged:",
        "  1,200  The facts are not complete here",
        "  7  The time it speaks of is not clear",
        "  5  The facts say nothing on this point",
    ]


def test_failures_are_listed_with_their_error():
    assert "seeds/photo.txt: The file is binary; give the text" in as_text([], failures())


def test_supported_and_unjudged_claims_are_not_printed():
    printed = as_text([diplomacy()], [])
    assert "2020 Winter Olympics" in printed
    assert "Xi Jinping" not in printed
    assert "Hiroshima" not in printed


def test_control_characters_do_not_reach_the_terminal():
    article = bridge()
    hostile = replace(article.article, source="\x1b]0;owned\x07\n\u202ename\x00.txt", title="a\r\nb")
    heading = as_text([replace(article, article=hostile)], []).splitlines()[0]
    assert heading == "�]0;owned� �name�.txt: a b (2023-05-12)"
