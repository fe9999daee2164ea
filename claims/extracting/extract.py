"""Article -> claims of every shape."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from claims.extracting.editions import read_editions
from claims.extracting.event_dates import read_event_dates
from claims.extracting.event_places import read_event_places
from claims.extracting.events import HeadIndex, find_events
from claims.extracting.mentions import Reading, read_mentions
from claims.extracting.offices import read_offices
from claims.extracting.phrases import phrases_of
from claims.extracting.titles import titles_of
from claims.records import Article, Claim
from claims.store.open import Store


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read in an article: how many sentences, and the claims in text order."""

    sentences: int
    claims: tuple[Claim, ...]


def extract_claims(article: Article, store: Store) -> Extraction:
    """Every claim of an article, in text order; nothing is judged yet."""
    readings = read_mentions(article, store)
    claims = [claim for reading in readings for claim in _claims(reading, store)]
    return Extraction(len(readings), tuple(sorted(claims, key=lambda c: (c.checked.span, c.shape))))


def _claims(reading: Reading, store: Store) -> Iterator[Claim]:
    events = find_events(reading, store, _heads_of(store))
    phrases = phrases_of(store)
    yield from read_editions(reading, events)
    yield from read_event_dates(reading, events, phrases, store)
    yield from read_event_places(reading, events, phrases, store)
    yield from read_offices(reading, titles_of(store))


@lru_cache(maxsize=8)
def _heads_of(store: Store) -> HeadIndex:
    return HeadIndex(store)
