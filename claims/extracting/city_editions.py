"""Editions named by their city and a year alone: "Tokyo 2020", and "Beijing 2020", which there never was."""

from collections.abc import Iterator, Sequence

from claims.extracting.event_mentions import EventMention
from claims.extracting.mentions import Reading
from claims.records import EntityMention, Slot, Span, TimeMention
from claims.store.open import Store

FAMILIES = ("olympics", "paralympics")
"""Families whose editions go by the name of their city and the year."""
_SPOKEN = frozenset(("olympics", "olympic", "paralympics", "paralympic"))
_NOT_AFTER = frozenset(("in", "from", "near", "since", "until"))
"""Words behind which a city and a year are where and when: "in Beijing 2020 was"."""
NEAR_YEARS = 6
"""A year farther from every edition in the city is no slip."""


def find_city_editions(reading: Reading, store: Store, taken: Sequence[Span]) -> Iterator[EventMention]:
    """Cities with a year right behind them, in an article on the Games, that were hosts about that year and not in it."""
    if not reading.article_words & _SPOKEN:
        return
    for name in reading.names:
        time = next((t for t in reading.times if _adjoins(name, t, reading)), None)
        if time is None or any(span.overlaps(name.span) for span in taken):
            continue
        before = reading.token_before(name.span.start)
        if before is not None and (before.key in _NOT_AFTER or before.capital):
            continue
        place = Slot("place", name.span, name.text, name.ids("place"))
        years = _years_of(place.entities, store)
        year = int(time.text)
        if year in years.values() or not any(abs(year - known) <= NEAR_YEARS for known in years.values()):
            continue
        series = tuple(dict.fromkeys(years))
        yield EventMention(
            Span(name.span.start, time.span.end), name.span, (), series, year, time.span, place
        )


def _adjoins(name: EntityMention, time: TimeMention, reading: Reading) -> bool:
    is_year = len(time.text) == 4 and time.text.isdigit()
    return is_year and bool(name.of_kind("place")) and reading.between(name.span.end, time.span.start) == " "


def _years_of(places: Sequence[str], store: Store) -> dict[str, int]:
    """The last edition held in the places, by series."""
    found: dict[str, int] = {}
    for place in places:
        for fact in store.facts_with_value("located_in", place):
            for series in store.facts(fact.subject, "edition_of"):
                row = store.series.get(series.value)
                if row and row.family in FAMILIES and fact.status != "cancelled":
                    year = int(store.facts(fact.subject, "edition_year")[0].value)
                    found[series.value] = max(year, found.get(series.value, 0))
    return found
