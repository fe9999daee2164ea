"""What a sentence says of the time that it tells of, apart from the year that is judged: its other years, its tense, who is named."""

import re
from functools import lru_cache

from claims.records import Article, Claim
from claims.store.open import Store

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_TOLD = re.compile(
    r"\b(?:was|were|had|lost|won|after|since|following|during|aftermath|wake of|interfer(?:ed|ing|ence)|meddl(?:ed|ing))\b",
    re.IGNORECASE,
)

Period = tuple[int, int]


def periods_named(claim: Claim, article: Article, store: Store) -> frozenset[Period]:
    """The years of which the sentence has words, each as the first and the last of a period: "Mueller" speaks of 2016."""
    words, periods = _cues(store)
    found = words.findall(claim.sentence.of(article.text)) if words else []
    return frozenset(period for wording in found for period in periods[wording.casefold()])


def other_years(claim: Claim, article: Article) -> tuple[int, ...]:
    """The years of the sentence apart from the one that is judged."""
    year = claim.slot("year")
    start = claim.sentence.start
    found = _YEAR.finditer(claim.sentence.of(article.text))
    return tuple(int(m.group()) for m in found if year is None or m.start() + start != year.span.start)


def is_told(claim: Claim, article: Article) -> bool:
    """Whether the sentence has words of what was, so that an edition to come is hardly meant."""
    return bool(_TOLD.search(claim.sentence.of(article.text)))


@lru_cache(maxsize=8)
def _cues(store: Store) -> tuple[re.Pattern[str] | None, dict[str, tuple[Period, ...]]]:
    """The wordings of ``vocabulary/year_cues.csv`` as one pattern, the longest first, and the periods of each."""
    periods: dict[str, tuple[Period, ...]] = {}
    for years, wording in store.wordings("year_cues"):
        first, _, last = years.partition("-")
        periods[wording] = (*periods.get(wording, ()), (int(first), int(last or first)))
    words = "|".join(re.escape(w) for w in sorted(periods, key=lambda w: (-len(w), w)))
    return (re.compile(rf"\b(?:{words})\b", re.IGNORECASE) if words else None), periods
