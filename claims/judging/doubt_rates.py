"""Rates of a year that are told while it runs, or of a day in it: forecasts, and inflation as it stood in December."""

from collections.abc import Sequence

from claims.judging.fact_windows import Windows
from claims.judging.find_revision import DRIFTING, rate_kind
from claims.records import Article, Claim, Fact, Reason
from claims.store.open import Store
from claims.store.predicates import Predicate

PEAK, TROUGH = 2.0, 2 / 3
"""What a month's rate may be of the highest and the lowest of the year and those beside it: 14.7 % of Americans were out of work in April 2020."""


def doubt_rate(
    claim: Claim,
    predicate: Predicate,
    refuting: Sequence[Fact],
    known: Sequence[Fact],
    windows: Windows,
    article: Article,
    store: Store,
) -> tuple[Reason, str] | None:
    """Why a stated rate may be right though it is not that of the year, or None; None for what is no rate of ``revisions.csv``.

    ``refuting`` are the figures that it is held against, ``known`` all of the subject.
    """
    if rate_kind(predicate) is None:
        return None
    day = article.published
    if any(window.end is None or day is None or window.end >= day for window in windows.named):
        return Reason.TIME_UNKNOWN, "The year was not over when this was written."
    if rate_kind(predicate) == DRIFTING and not _is_mean(claim, article, store):
        low, high = _reach(refuting, known)
        spread = predicate.tolerance.amount
        if any(low * TROUGH - spread <= value <= high * PEAK + spread for value in _stated(claim)):
            return Reason.LOW_CONFIDENCE, "The rate may have stood there on some day of the year."
    return None


def _is_mean(claim: Claim, article: Article, store: Store) -> bool:
    """Whether the sentence says that the rate is that of the whole year."""
    text = claim.sentence.of(article.text).casefold()
    return any(word in text for word in store.word_list("yearly_mean"))


def _stated(claim: Claim) -> tuple[float, ...]:
    quantity = claim.checked.quantity
    return quantity.stated if quantity else ()


def _reach(refuting: Sequence[Fact], known: Sequence[Fact]) -> tuple[float, float]:
    """The lowest and the highest figure of the years spoken of and those beside them."""
    years = {_year(fact) for fact in refuting}
    near = [float(fact.value) for fact in known if any(abs(_year(fact) - year) <= 1 for year in years)]
    return min(near), max(near)


def _year(fact: Fact) -> int:
    return fact.valid.start.year if fact.valid and fact.valid.start else 0
