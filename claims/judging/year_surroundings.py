"""What a sentence says of the time that it tells of, apart from the year that is judged: its other years and days, its tense, who is named."""

import re
from dataclasses import dataclass
from functools import lru_cache

from claims.judging.majorities import majorities_won
from claims.judging.time_direction import Direction, read_direction
from claims.records import Article, Claim, Interval, Precision
from claims.store.open import Store
from claims.values.times import find_times

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
Period = tuple[int, int]


@dataclass(frozen=True, slots=True)
class YearSurroundings:
    """What stands in the sentence beside a year that is judged."""

    periods: frozenset[Period]
    """The years of which it has words."""
    years: tuple[int, ...]
    days: tuple[Interval, ...]
    direction: Direction


def read_surroundings(claim: Claim, article: Article, store: Store) -> YearSurroundings:
    """What the sentence of a claim says of the time that it tells of, apart from the claim's year."""
    return YearSurroundings(
        _periods_named(claim, article, store),
        _other_years(claim, article),
        _days_named(claim, article),
        read_direction(claim, article, store),
    )


def _periods_named(claim: Claim, article: Article, store: Store) -> frozenset[Period]:
    """The years of which the sentence has words, each as the first and the last of a period: "Mueller" speaks of 2016."""
    words, periods = _cues(store)
    sentence = claim.sentence.of(article.text)
    found = words.findall(sentence) if words else []
    told = frozenset(period for wording in found for period in periods[wording.casefold()])
    return told | majorities_won(sentence, store)


def _other_years(claim: Claim, article: Article) -> tuple[int, ...]:
    """The years of the sentence apart from the one that is judged."""
    year = claim.slot("year")
    start = claim.sentence.start
    found = _YEAR.finditer(claim.sentence.of(article.text))
    return tuple(int(m.group()) for m in found if year is None or m.start() + start != year.span.start)


def _days_named(claim: Claim, article: Article) -> tuple[Interval, ...]:
    """The days of the calendar that the sentence names with their year."""
    found = find_times(claim.sentence.of(article.text), None)
    return tuple(
        time.readings[0]
        for time in found
        if not time.relative and len(time.readings) == 1 and time.readings[0].precision is Precision.DAY
    )


@lru_cache(maxsize=8)
def _cues(store: Store) -> tuple[re.Pattern[str] | None, dict[str, tuple[Period, ...]]]:
    """The wordings of ``vocabulary/year_cues.csv`` as one pattern, the longest first, and the periods of each."""
    periods: dict[str, tuple[Period, ...]] = {}
    for years, wording in store.wordings("year_cues"):
        first, _, last = years.partition("-")
        periods[wording] = (*periods.get(wording, ()), (int(first), int(last or first)))
    words = "|".join(re.escape(w) for w in sorted(periods, key=lambda w: (-len(w), w)))
    return (re.compile(rf"\b(?:{words})\b", re.IGNORECASE) if words else None), periods
