"""Names that may mean several things and, in this article, mean one: "the 2016 presidential election".

The rows stand in ``vocabulary/name_contexts.csv``, the lists of words that they name in ``vocabulary/context_words.csv``.
"""

import re

from claims.extracting.mentions import Reading, has_any
from claims.extracting.name_countries import countries_of_name
from claims.extracting.outsiders import find_outsiders
from claims.extracting.plain_words import is_plain_word
from claims.records import EntityMention, Span
from claims.store.contexts import NameContext
from claims.store.open import Store
from claims.store.series import Series
from claims.values.names import name_key, word_key

HERE = "here"
"""Among the rivals of a row: only a country of the sentence is one, since the words leave no other."""
ELSEWHERE = "elsewhere"
"""Among the rivals of a row: every other country of the article is one, whatever is known of it."""
ANY = "*"
"""Stands for the words of a name that needs none."""


def is_weak(series: tuple[str, ...], name: str, store: Store) -> bool:
    """Whether a name needs its context to mean one of the series."""
    return any((name_key(name), one) in store.name_contexts for one in series)


def homes(store: Store) -> frozenset[str]:
    """The countries that have rows of their own for a general name of ``country_series.csv``."""
    rows = [
        row for (key, _), found in store.name_contexts.items() if key in store.country_series for row in found
    ]
    return frozenset(word for row in rows for word in row.words if "/" in word)


def is_spoken_of(name: str, year: int, reading: Reading, store: Store) -> bool:
    """Whether the article has words by which the name may mean a series of its rows that may have been held in that year."""
    return any(
        _article_speaks_of(row, reading)
        for (key, series), rows in store.name_contexts.items()
        if key == name and may_have_held(store.series[series], year, reading, store)
        for row in rows
    )


def is_firm(series: tuple[str, ...], name: str, year: int | None, reading: Reading, store: Store) -> bool:
    """Whether a weak name means its one series here, by any of its rows.

    A row holds where one of its words, or its own country and no other by that name, stands in the article or the sentence; none of
    its barred words stands in the sentence; and the article speaks of no rival: a country that had, or may have had, such an
    event in that year.
    """
    if len(series) != 1 or year is None or series[0] not in store.series:
        return False
    own = store.series[series[0]]
    if _stranger_stood(name, year, reading, store):
        return False
    return any(
        _speaks_of(row, reading)
        and not _is_of_barred(row, reading, store)
        and not _has_rival(row, own, year, reading, store)
        for row in store.name_contexts.get((name_key(name), own.entity), ())
    )


_STOOD = r"(?:won|lost|wins|loses|win|lose|contested|stole|swept|entered)"
_WHO = r"(?P<who>(?:[A-Z][\w’'.-]*\s)*[A-Z][\w’'-]+)"


def _stranger_stood(name: str, year: int, reading: Reading, store: Store) -> bool:
    """Whether right before the name somebody is said to have won or lost it who is no politician of America that we know."""
    before = rf"{_WHO},?\s(?:(?:who|has|had|narrowly|easily|later|then|also|would|will|never|to)\s){{0,2}}{_STOOD}\s(?:[a-z]+\s){{1,2}}{year}\s{re.escape(name)}\b"
    match = re.search(before, reading.sentence.text)
    if match is None:
        return False
    start = reading.sentence.span.start
    who = Span(start + match.start("who"), start + match.end("who"))
    words = {word_key(word) for word in match["who"].split()}
    known = words & store.context_words("american-politics") or any(
        homes_of(other, store) for other in reading.names if other.span.overlaps(who)
    )
    return not known


def homes_of(name: EntityMention, store: Store) -> frozenset[str]:
    """The countries with rows of their own that a name may speak of."""
    return countries_of_name(name, store) & homes(store)


def _is_of_barred(row: NameContext, reading: Reading, store: Store) -> bool:
    """Whether somebody of the sentence held an office that has a barred word in its name: a governor of New Jersey."""
    barred = {word.replace(" ", "-") for word in row.barred}
    offices = (
        fact.subject
        for name in reading.names
        for person in name.ids("person")
        for fact in store.facts_with_value("held_by", person)
    )
    return any(f"of-{word}" in office for office in offices for word in barred)


def _speaks_of(row: NameContext, reading: Reading) -> bool:
    if reading.says(row.barred) or (
        ELSEWHERE in row.rivals
        and has_any(row.barred, reading.article_words, reading.article.text.casefold())
    ):
        return False
    if ANY in row.words:
        return True
    return reading.says(row.words) if row.in_sentence else _article_speaks_of(row, reading)


def _article_speaks_of(row: NameContext, reading: Reading) -> bool:
    own = any(frozenset({word}) in reading.article_countries for word in row.words if "/" in word)
    return own or has_any(row.words, reading.article_words, reading.article.text.casefold())


def _has_rival(row: NameContext, own: Series, year: int, reading: Reading, store: Store) -> bool:
    away = find_outsiders(reading, store) | _of_own_words(row, reading, store)
    if ELSEWHERE in row.rivals:
        # Who won or lost may have stood anywhere, and so may somebody unknown.
        abroad = any(countries - away for countries in reading.article_countries)
        return abroad or reading.says(store.context_words("standing")) or _names_unknown(reading, store)
    home = _home(own, store)
    if HERE in row.rivals and any(
        _had_one(country, row, own, year, store)
        for countries in reading.article_countries
        for country in countries - away
    ):
        return True
    spoken_of = _of_sentence(reading, store) if HERE in row.rivals else reading.article_countries
    return any(
        _is_rival(country, row, own, year, reading, store)
        for countries in spoken_of
        if home not in countries
        for country in countries - away
    )


def _home(own: Series, store: Store) -> str:
    """The country of a series by its rows; empty where they name none."""
    rows = (
        row for (_, series), found in store.name_contexts.items() if series == own.entity for row in found
    )
    return next((word for row in rows for word in row.words if word.startswith("country/")), "")


def _names_unknown(reading: Reading, store: Store) -> bool:
    """Whether the sentence has, after its first word, a capitalised one that is in no mention and no plain one.

    What belongs to names of bodies and papers anywhere ("Supreme Court", "Times"), or to America's politics, tells of nobody unknown.
    """
    plain = store.context_words("bodies") | store.context_words("american-politics")
    known = [*(name.span for name in reading.names), *(time.span for time in reading.times)]
    return any(
        token.capital
        and token.start > reading.sentence.span.start
        and not is_plain_word(token.key)
        and token.key not in plain
        and not any(span.start <= token.start < span.end for span in known)
        for token in reading.tokens
    )


def _had_one(country: str, row: NameContext, own: Series, year: int, store: Store) -> bool:
    """Whether a country is known to have had such an event in that year."""
    family = store.series_by_family.get(f"{country.partition('/')[2]}-elections", ())
    return any(
        edition.year == year and edition.held
        for other in family
        if other is not own and any(kind in other.entity for kind in row.rivals)
        for edition in store.editions(other.entity)
    )


def _of_sentence(reading: Reading, store: Store) -> list[frozenset[str]]:
    """The countries that the names of the sentence may stand for, name by name."""
    return [countries_of_name(name, store) for name in reading.names]


def _is_rival(country: str, row: NameContext, own: Series, year: int, reading: Reading, store: Store) -> bool:
    if country in row.rivals:
        return True
    family = store.series_by_family.get(f"{country.partition('/')[2]}-elections", ())
    kinds = [rival for rival in row.rivals if "/" not in rival and rival != HERE]
    return any(
        any(kind in other.entity for kind in kinds)
        and other is not own
        and may_have_held(other, year, reading, store)
        for other in family
    )


def may_have_held(row: Series, year: int, reading: Reading, store: Store) -> bool:
    """Whether the series had an edition in that year, or the store does not know.

    One that was due and never held counts as long as the year is not over.
    """
    published = reading.article.published
    due = published is None or published.year <= year
    return not row.knows_year(year) or any(
        edition.year == year and (edition.held or due) for edition in store.editions(row.entity)
    )


def _of_own_words(row: NameContext, reading: Reading, store: Store) -> frozenset[str]:
    """Countries that are spoken of only by a name that is one of the words: there is a town called Bush in Egypt."""
    own = [countries_of_name(name, store) for name in reading.names if name_key(name.text) in row.words]
    others = [
        countries_of_name(name, store) for name in reading.names if name_key(name.text) not in row.words
    ]
    return frozenset().union(*own) - frozenset().union(*others)
