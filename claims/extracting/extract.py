"""Article -> claims of every shape."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import partial

from claims.extracting.anniversaries import read_anniversaries
from claims.extracting.background import read_background
from claims.extracting.boilerplate import Boilerplate
from claims.extracting.calculations import read_calculations
from claims.extracting.calendar_dates import read_calendar_dates
from claims.extracting.city_countries import read_city_countries
from claims.extracting.editions import read_editions
from claims.extracting.event_dates import read_event_dates
from claims.extracting.event_places import read_event_places
from claims.extracting.implied import ReadSentence
from claims.extracting.impossible_days import read_impossible_days
from claims.extracting.named_lives import read_named_lives
from claims.extracting.offices import read_offices
from claims.extracting.phrases import phrases_of
from claims.extracting.phrasings import phrasings_of
from claims.extracting.read_sentences import ReadArticle, read_sentences
from claims.extracting.relations import read_relations
from claims.extracting.standalone.write_standalone import write_standalone
from claims.extracting.titles import TitleMention, titles_of
from claims.records import Article, Claim, Sentence
from claims.store.open import Store


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was read in an article: its sentences, the claims in text order, and what is no news in it."""

    sentences: tuple[Sentence, ...]
    claims: tuple[Claim, ...]
    aside: tuple[Boilerplate, ...] = ()


def extract_claims(article: Article, store: Store) -> Extraction:
    """Every claim of an article, in text order; nothing is judged yet."""
    return extract_from(read_sentences(article, store), store)


def extract_from(read: ReadArticle, store: Store) -> Extraction:
    """The claims of an article whose sentences were read already."""
    claims = (claim for index in range(len(read.readings)) for claim in _standing_alone(index, read, store))
    ordered = tuple(sorted(claims, key=lambda c: (c.checked.span, c.shape)))
    return Extraction(tuple(reading.sentence for reading in read.readings), ordered, read.aside)


def _standing_alone(index: int, read: ReadArticle, store: Store) -> Iterator[Claim]:
    """The claims of a sentence, each with a text that needs no other."""
    reading, before = read.readings[index], read.readings[index - 1] if index else None
    titles = titles_of(store).find(reading)
    ends = frozenset(title.span.end for title in titles)
    for claim in _claims(index, read, titles, store):
        own = reading if before is None or claim.sentence == reading.sentence.span else before
        yield replace(claim, text=write_standalone(claim, own, before, ends, store))


def _claims(index: int, read: ReadArticle, titles: list[TitleMention], store: Store) -> Iterator[Claim]:
    reading, found, phrases = read.readings[index], read.events[index], phrases_of(store)
    yield from read_editions(reading, found)
    yield from read_event_dates(reading, found, phrases, store)
    yield from read_anniversaries(reading, found, store)
    yield from read_event_places(reading, found, phrases, store)
    yield from read_calendar_dates(reading)
    yield from read_impossible_days(reading)
    yield from read_city_countries(reading)
    yield from read_calculations(index, read.readings)
    yield from read_named_lives(reading)
    yield from read_offices(
        reading, titles, partial(read_background, index, read.readings, read.events, store)
    )
    before = ReadSentence(read.readings[index - 1], read.events[index - 1]) if index else None
    yield from read_relations(reading, found, titles, phrasings_of(store), before)
