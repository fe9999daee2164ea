import pytest

from claims.records import NOT_ENGLISH, ReadFailure
from claims.report.build_view import build_view
from flows.count_run import count_run
from report_sample import RUN, articles, failures


@pytest.mark.parametrize(
    ("checked", "unread", "expected"),
    [
        ([], [], [0, 0, 0, 0, 0, 0, 0, 0]),
        ([], failures(), [0, 2, 0, 0, 0, 0, 0, 0]),
        ([], [*failures(), ReadFailure("a", "a", f"Welsh, and {NOT_ENGLISH}")], [0, 3, 1, 0, 0, 0, 0, 0]),
        (articles(), failures(), [4, 2, 0, 8, 2, 2, 3, 1]),
    ],
)
def test_the_summary_counts_every_kind_of_finding(checked, unread, expected):
    counts = count_run(build_view(RUN, checked, unread))
    assert [number for _, number in counts.rows()] == expected
    assert counts.flags == expected[-1] + expected[-2]
