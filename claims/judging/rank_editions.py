"""Which edition was meant: the editions of a family ranked by what the article says around."""

from math import log1p

from claims.judging.compare_places import PlaceRelation, compare_places
from claims.judging.year_surroundings import YearSurroundings, read_surroundings
from claims.records import Article, Claim
from claims.store.open import Store
from claims.store.series import Edition

# Points by which an edition gains or loses as the one that was meant, two nats each. What concerns years and words is a
# conditional logit fitted on the changed years of the development set (2026-11-27, five folds: 89.5 % right, 80 % by years and
# dates alone); the rest is reasoned on what a writer slips in: one slot is wrong and the others are right, so agreement of
# the others decides.
SAME_SERIES = 2.0
SAME_YEAR = 1.75
NAMED_PLACE = 4.0
NEARBY_PLACE = 3.0
ONE_DIGIT_OFF = 0.16
A_YEAR_AWAY = -0.4
LOG_YEARS_FROM_ARTICLE = -0.9
NOT_YET_HELD = -0.65
LOOKS_AHEAD = 0.57
LOOKS_BACK = -0.65
"""Of an edition to come, for each kind of words that looks ahead or back."""
IN_THE_NEWS = -0.4
"""Within some days of the article: what everybody speaks of is told without its year."""
NEWS_DAYS = 20
DAY_NAMED = 0.5
"""The sentence has a day on which the edition was held, with its year or without."""
YEAR_OF_WORDS = 1.55
"""A word of the sentence speaks of just this year ("Mueller")."""
PERIOD_OF_WORDS = 1.13
YEAR_NAMED = -1.1
"""The sentence has this year besides."""
LOG_YEARS_FROM_OTHER = -0.72


def rank_editions(claim: Claim, year: int, article: Article, store: Store) -> list[tuple[Edition, float]]:
    """The editions of the claim's families that were not cancelled, the likeliest first, with points."""
    series_slot = claim.slot("series")
    named = series_slot.entities if series_slot else ()
    families = {store.series[s].family for s in named if s in store.series}
    pool = {
        edition.entity: edition
        for series in store.series.values()
        if series.family in families
        for edition in store.editions(series.entity)
        if edition.held
    }
    around = read_surroundings(claim, article, store)
    scored = [
        (edition, round(sum(weigh_edition(edition, claim, year, article, store, around).values()), 4))
        for edition in pool.values()
    ]
    return sorted(scored, key=lambda pair: (-pair[1], pair[0].entity))


def weigh_edition(
    edition: Edition,
    claim: Claim,
    year: int,
    article: Article,
    store: Store,
    around: YearSurroundings,
) -> dict[str, float]:
    """What speaks for and against an edition as the one meant instead of that of ``year``, in points by name.

    ``around`` is what the claim's sentence says besides.
    """
    slot = claim.slot("series")
    named = slot.entities if slot else ()
    terms = {
        "same_series": SAME_SERIES / len(named) if edition.series in named else 0.0,
        "same_year": SAME_YEAR if edition.year == year and _alike(edition.series, named, store) else 0.0,
        "years_away": A_YEAR_AWAY * abs(edition.year - year),
        "one_digit_off": ONE_DIGIT_OFF if _one_digit_off(edition.year, year) else 0.0,
        **_place_points(edition, claim, store),
        **_date_points(edition, around, article),
        **_word_points(edition, around),
    }
    return {name: points for name, points in terms.items() if points}


def _alike(series: str, named: tuple[str, ...], store: Store) -> bool:
    """Whether two series are called alike, as both Olympics are, so that one may be written for the other."""
    last = store.name(series).split()[-1]
    return any(store.name(other).split()[-1] == last for other in named)


def _one_digit_off(one: int, other: int) -> bool:
    return sum(a != b for a, b in zip(str(one), str(other), strict=False)) == 1


def _place_points(edition: Edition, claim: Claim, store: Store) -> dict[str, float]:
    place = claim.slot("place")
    if place and _agrees(compare_places(place.entities, edition.places, store)):
        return {"named_place": NAMED_PLACE}
    named = claim.slot("edition")
    if named and edition.entity in named.entities:
        return {"named_place": NAMED_PLACE}
    near = claim.all_slots("near_place")
    is_near = any(_agrees(compare_places(s.entities, edition.places, store)) for s in near)
    return {"nearby_place": NEARBY_PLACE} if is_near else {}


def _agrees(relation: PlaceRelation) -> bool:
    return relation in (PlaceRelation.EQUAL, PlaceRelation.INSIDE)


def _date_points(edition: Edition, around: YearSurroundings, article: Article) -> dict[str, float]:
    if article.published is None:
        return {}
    away = {"years_from_article": LOG_YEARS_FROM_ARTICLE * log1p(abs(article.published.year - edition.year))}
    start = edition.time.valid.start if edition.time and edition.time.valid else None
    if start is not None and abs((article.published - start).days) <= NEWS_DAYS:
        away["in_the_news"] = IN_THE_NEWS
    if start is None or start <= article.published:
        return away
    look = around.direction
    return away | {
        "not_yet_held": NOT_YET_HELD,
        "looks_ahead": LOOKS_AHEAD * look.ahead,
        "looks_back": LOOKS_BACK * look.back,
    }


def _word_points(edition: Edition, around: YearSurroundings) -> dict[str, float]:
    """What the other words of the sentence say of its year."""
    found = {}
    fitting = [p for p in around.periods if p[0] <= edition.year <= p[1]]
    if any(first == last for first, last in fitting):
        found["year_of_words"] = YEAR_OF_WORDS
    if any(first < last for first, last in fitting):
        found["period_of_words"] = PERIOD_OF_WORDS
    years = around.years
    held = edition.time.valid if edition.time else None
    if held is not None and any(day.overlaps(held) for day in around.days):
        found["day_named"] = DAY_NAMED
    elif edition.year in years:
        found["year_named"] = YEAR_NAMED
    elif years:
        away = min(abs(edition.year - year) for year in years)
        found["years_from_others"] = LOG_YEARS_FROM_OTHER * log1p(away)
    return found
