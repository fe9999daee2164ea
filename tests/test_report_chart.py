from collections import Counter

from claims.records import Verdict
from claims.report.chart import LEAST_PERCENT, chart_bars
from report_sample import bridge, diplomacy, quiet

FLAG = bridge().findings[0]
SUPPORTED = diplomacy().findings[1]
UNJUDGED = quiet().findings[0]


def bars(*findings):
    judged = (f for f in findings if f.verdict is not Verdict.NOT_ENOUGH_INFO)
    return chart_bars(Counter((f.claim.shape, f.is_flag) for f in judged))


def test_parts_are_shares_of_the_longest_bar():
    (office, edition) = bars(FLAG, SUPPORTED, SUPPORTED, SUPPORTED, diplomacy().findings[0], UNJUDGED)
    assert (office.shape, office.supported, office.flagged) == ("office", 3, 1)
    assert (office.supported_percent, office.flagged_percent) == (75, 25)
    assert (edition.supported_percent, edition.flagged_percent) == (0, 25)


def test_one_flag_among_thousands_can_be_seen_and_fits():
    (bar,) = bars(FLAG, *[SUPPORTED] * 5000)
    assert bar.flagged_percent == LEAST_PERCENT
    assert bar.supported_percent + bar.flagged_percent == 100


def test_nothing_judged_gives_no_bar():
    assert UNJUDGED.verdict is Verdict.NOT_ENOUGH_INFO
    assert bars(UNJUDGED) == ()
