from datetime import UTC, datetime

import pytest

from claims.ledger.run_history import PastRun
from claims.report.build_charts import Counts, build_charts
from claims.report.build_row import build_article
from claims.report.chart import LEAST_PERCENT, OTHER, longest_first, stack_rows
from report_sample import articles

SERIES = ("supported", "flagged")


def test_bars_are_per_cent_of_the_longest():
    rows = stack_rows({"a": {"supported": 3, "flagged": 1}, "b": {"supported": 2}}, SERIES)
    assert [(row.label, row.total) for row in rows] == [("a", 4), ("b", 2)]
    assert [(part.code, part.start, part.width) for part in rows[0].parts] == [
        ("supported", 0, 75),
        ("flagged", 75, 25),
    ]
    assert [(part.start, part.width) for part in rows[1].parts] == [(0, 50)]


def test_one_flag_beside_a_thousand_claims_is_seen_and_the_bar_stays_in_the_chart():
    (row,) = stack_rows({"a": {"supported": 5000, "flagged": 1}}, SERIES)
    supported, flagged = row.parts
    assert flagged.width == LEAST_PERCENT
    assert supported.width + flagged.width == pytest.approx(100)


def test_a_row_without_a_count_stays_beside_others_and_nothing_is_no_chart():
    assert [row.total for row in stack_rows({"a": {"flagged": 0}, "b": {"flagged": 2}}, SERIES)] == [0, 2]
    assert stack_rows({"a": {"flagged": 0}}, SERIES) == ()


def test_what_is_rare_is_put_together():
    rows = longest_first({"a": {"x": 1}, "b": {"x": 5}, "c": {"x": 2, "y": 1}, "d": {"y": 1}}, 2)
    assert rows == {"b": {"x": 5}, "c": {"x": 2, "y": 1}, OTHER: {"x": 1, "y": 1}}
    assert list(rows) == ["b", "c", OTHER]


def counted() -> Counts:
    counts = Counts()
    for key, checked in enumerate(articles()):
        counts.add_article(checked)
        for finding in checked.findings:
            counts.add_finding(finding, build_article(key, checked.article).origin)
    return counts


def charts(*runs: PastRun):
    return {
        chart.name: {row.label: {p.code: p.count for p in row.parts} for row in chart.rows}
        for chart in build_charts(counted(), runs)
    }


def past(day: int, shapes: dict[str, int], sources: dict[str, int]) -> PastRun:
    return PastRun(f"run-{day}", datetime(2026, 11, day, 6, 30, tzinfo=UTC), 9, 9, 9, shapes, sources)


def test_a_first_run_shows_what_it_judged_and_how_sure_it_is():
    shown = charts()
    assert shown["claims"]["Date of an event"] == {"supported": 1, "flagged": 1}
    assert shown["coverage"] == {
        "Claims read": {"supported": 2, "flagged": 4, "not judged": 2},
        "Sentences worth checking": {},
    }
    assert shown["confidence"] == {
        "Almost certain, 95% and more": {"flagged": 1},
        "Likely, 70% and more": {"flagged": 2},
        "More likely than not, 50% and more": {"flagged": 1},
    }
    assert shown["sources"] == {"seeds/wire.jsonl": {"flagged": 3}, "example.org": {"flagged": 1}}
    assert "kinds" not in shown


def test_runs_stand_below_each_other_by_kind_and_by_source():
    shown = charts(
        past(1, {"office": 3, "edition": 1}, {"example.org": 4}),
        past(2, {}, {}),
        past(3, {"term": 1, "work": 1, "count": 1, "result": 1, "award": 1, "office": 4}, {"example.org": 9}),
    )
    assert shown["kinds"] == {
        "1 Nov 2026, 06:30": {"Holder of an office": 3, "Edition of an event": 1},
        "2 Nov 2026, 06:30": {},
        "3 Nov 2026, 06:30": {
            "Holder of an office": 4,
            "Award or prize": 1,
            "Film, book or other work": 1,
            "Number of things": 1,
            OTHER: 2,
        },
    }
    assert shown["sources"]["3 Nov 2026, 06:30"] == {"example.org": 9}
