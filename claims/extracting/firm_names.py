"""Names that may mean several things and, in this article, mean one: "the 2016 presidential election".

The rows stand in ``vocabulary/name_contexts.csv``.
"""

from claims.extracting.mentions import Reading
from claims.store.open import Store
from claims.store.series import Series
from claims.values.names import name_key

ANY = "*"
"""Stands for the words of a name that needs none."""


def is_firm(series: tuple[str, ...], name: str, year: int | None, reading: Reading, store: Store) -> bool:
    """Whether a weak name means its one series here: its words stand in the article, and no rival of the year.

    A rival is a country that the article speaks of and that had, or may have had, such an event in that year.
    """
    if len(series) != 1 or year is None or series[0] not in store.series:
        return False
    words, rivals = store.name_contexts.get((name_key(name), series[0]), (frozenset(), ""))
    own = store.series[series[0]]
    if ANY not in words and not words & reading.article_words:
        return False
    return not any(
        _may_have_held(row, year, store)
        for country in reading.article_countries
        for row in store.series_by_family.get(f"{country.partition('/')[2]}-elections", ())
        if rivals in row.entity and row is not own
    )


def _may_have_held(row: Series, year: int, store: Store) -> bool:
    return not row.knows_year(year) or any(edition.year == year for edition in store.editions(row.entity))
