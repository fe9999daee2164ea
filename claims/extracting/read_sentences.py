"""Article -> its sentences with all that is mentioned in them, before any claim is read."""

from dataclasses import dataclass

from claims.extracting.anaphors import resolve_anaphors
from claims.extracting.article_countries import countries_of_article
from claims.extracting.boilerplate import Boilerplate, find_boilerplate
from claims.extracting.city_editions import find_city_editions
from claims.extracting.described_events import HeadIndex
from claims.extracting.event_mentions import EventMention
from claims.extracting.events import find_events
from claims.extracting.meetings import find_meetings
from claims.extracting.mentions import Reading, read_mentions
from claims.extracting.named_again import name_again
from claims.records import Article
from claims.store.once_a_store import once_a_store
from claims.store.open import Store
from claims.values.names import tokenise


@dataclass(frozen=True, slots=True)
class ReadArticle:
    """Sentences with names, times and what points back; the events of each; and what is no news."""

    readings: tuple[Reading, ...]
    events: tuple[list[EventMention], ...]
    aside: tuple[Boilerplate, ...]


def read_sentences(article: Article, store: Store) -> ReadArticle:
    """Every sentence of an article that is news, in order, with its mentions."""
    words = tokenise(article.text)
    aside = find_boilerplate(article.text, words)
    readings = read_mentions(article, store, words, [part.span for part in aside])
    countries = countries_of_article(readings, store)
    resolve_anaphors(readings, store)
    for reading in readings:
        reading.article_countries = countries
    heads = _heads_of(store)
    events = [_events(reading, store, heads) for reading in readings]
    for index in range(1, len(readings)):
        again = name_again(readings[index], readings[index - 1], events[index], events[index - 1], store)
        events[index] = [again, *events[index]] if again else events[index]
    return ReadArticle(tuple(readings), tuple(events), aside)


def _events(reading: Reading, store: Store, heads: HeadIndex) -> list[EventMention]:
    """The events of a sentence by name or description, and the meeting that it tells of."""
    events = find_events(reading, store, heads)
    met = find_meetings(reading, store, [event.span for event in events if event.head is None])
    cities = find_city_editions(reading, store, [event.span for event in events])
    return sorted([*events, *met, *cities], key=lambda event: event.span)


@once_a_store
def _heads_of(store: Store) -> HeadIndex:
    return HeadIndex(store)
