"""How long something has lasted, and in which season: against beginnings, ends and days that a small store knows."""

from datetime import date

import pytest

from claims.judging.is_out_of_season import is_out_of_season
from claims.judging.judge_elapsed import judge_elapsed
from claims.records import (
    Article,
    Candidate,
    Claim,
    Fact,
    Interval,
    Modality,
    Precision,
    Quantity,
    Shape,
    Slot,
    Span,
    Verdict,
    Voice,
)
from claims.settings import Settings
from claims.store.open import Store
from conftest import Check

MICROSOFT = "org/microsoft"
DAY = date(2015, 6, 1)
LENGTHS = [
    # low, high, verdict; founded in 1975, so that it was 40
    (39.5, 40.5, Verdict.SUPPORTED),
    (30.0, None, Verdict.SUPPORTED),
    (36.0, 40.5, Verdict.SUPPORTED),
    (43.0, None, Verdict.NOT_ENOUGH_INFO),
    (60.0, None, Verdict.MISMATCH),
    (None, 20.0, Verdict.MISMATCH),
]


@pytest.mark.parametrize(("low", "high", "verdict"), LENGTHS)
def test_a_length_counts_from_the_beginning(
    store: Store, low: float | None, high: float | None, verdict: Verdict
) -> None:
    claim = _claim(Quantity((low or high or 0.0,), low, high, "year", "measure"))
    opinion = judge_elapsed(
        claim, [Candidate(MICROSOFT, "name", 1.0)], Article("a", "", "a", published=DAY), store, Settings()
    )
    assert opinion.verdict is verdict
    assert opinion.facts


def test_a_length_is_read(check: Check) -> None:
    (finding,) = check("Microsoft has been in business for over 60 years.", "2015-06-01").findings
    assert (finding.claim.predicate, finding.verdict) == ("years_existing", Verdict.MISMATCH)


def test_without_a_day_nothing_is_said(store: Store) -> None:
    claim = _claim(Quantity((60.0,), 60.0, None, "year", "measure"))
    opinion = judge_elapsed(
        claim, [Candidate(MICROSOFT, "name", 1.0)], Article("a", "", "a"), store, Settings()
    )
    assert opinion.verdict is Verdict.NOT_ENOUGH_INFO


def _claim(quantity: Quantity) -> Claim:
    slots = (
        Slot("subject", Span(0, 1), "Microsoft", (MICROSOFT,)),
        Slot("value", Span(2, 3), "x", quantity=quantity),
    )
    return Claim(
        "a",
        Span(0, 3),
        Shape.COMPANY,
        "years_existing",
        "value",
        slots,
        Voice.REPORTER,
        Modality.ASSERTED,
        "x",
    )


def test_a_season_counts_only_in_the_north(store: Store) -> None:
    summer = Interval(date(1954, 6, 1), date(1954, 9, 30), Precision.SEASON, approximate=True)
    born = {person: _born(person, store) for person in ("person/angela-merkel", "person/nelson-mandela")}
    for fact in born.values():
        assert not is_out_of_season([summer], fact, store)
    winter = Interval(date(1953, 12, 1), date(1954, 3, 31), Precision.SEASON, approximate=True)
    north = store.facts("person/angela-merkel", "born_in")
    assert is_out_of_season([winter], born["person/angela-merkel"], store) is bool(
        north and store.facts(north[0].value, "in_country")
    )


def _born(person: str, store: Store) -> Fact:
    return store.facts(person, "born")[0]
