"""Article -> claims of every shape."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from claims.extracting.anaphors import resolve_anaphors
from claims.extracting.article_countries import countries_of_article
from claims.extracting.background import read_background
from claims.extracting.boilerplate import Boilerplate, find_boilerplate
from claims.extracting.calculations import read_calculations
from claims.extracting.calendar_dates import read_calendar_dates
from claims.extracting.city_countries import read_city_countries
from claims.extracting.editions import read_editions
from claims.extracting.event_dates import read_event_dates
from claims.extracting.event_places import read_event_places
from claims.extracting.events import EventMention, HeadIndex, find_events
from claims.extracting.mentions import Reading, read_mentions
from claims.extracting.offices import read_offices
from claims.extracting.phrases import phrases_of
from claims.extracting.phrasings import phrasings_of
from claims.extracting.relations import read_relations
from claims.extracting.standalone.write_standalone import write_standalone
from claims.extracting.titles import TitleMention, titles_of
from claims.records import Article, Claim
from claims.store.open import Store


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read in an article: how many sentences, the claims in text order, and what is no news in it."""

    sentences: int
    claims: tuple[Claim, ...]
    aside: tuple[Boilerplate, ...] = ()


def extract_claims(article: Article, store: Store) -> Extraction:
    """Every claim of an article, in text order; nothing is judged yet."""
    aside = find_boilerplate(article.text)
    readings = read_mentions(article, store, (part.span for part in aside))
    countries = countries_of_article(readings, store)
    readings = [replace(r, article_countries=countries) for r in resolve_anaphors(readings, store)]
    heads = _heads_of(store)
    events = [find_events(reading, store, heads) for reading in readings]
    claims = [
        claim for index in range(len(readings)) for claim in _standing_alone(index, readings, events, store)
    ]
    ordered = tuple(sorted(claims, key=lambda c: (c.checked.span, c.shape)))
    return Extraction(len(readings), ordered, aside)


def _standing_alone(
    index: int, readings: list[Reading], events: list[list[EventMention]], store: Store
) -> Iterator[Claim]:
    """The claims of a sentence, each with a text that needs no other."""
    reading, before = readings[index], readings[index - 1] if index else None
    titles = titles_of(store).find(reading)
    ends = frozenset(title.span.end for title in titles)
    for claim in _claims(index, readings, events, titles, store):
        own = reading if before is None or claim.sentence == reading.sentence.span else before
        yield replace(claim, text=write_standalone(claim, own, before, ends, store))


def _claims(
    index: int,
    readings: list[Reading],
    events: list[list[EventMention]],
    titles: list[TitleMention],
    store: Store,
) -> Iterator[Claim]:
    reading, found, phrases = readings[index], events[index], phrases_of(store)
    yield from read_editions(reading, found, store)
    yield from read_event_dates(reading, found, phrases, store)
    yield from read_event_places(reading, found, phrases, store)
    yield from read_calendar_dates(reading)
    yield from read_city_countries(reading)
    yield from read_calculations(index, readings)
    yield from read_offices(reading, titles, partial(read_background, index, readings, events, store))
    yield from read_relations(reading, found, titles, phrasings_of(store))


@lru_cache(maxsize=8)
def _heads_of(store: Store) -> HeadIndex:
    return HeadIndex(store)
