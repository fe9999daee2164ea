"""Article -> all that is read in it, sentence by sentence, for a person who wants to see why a claim was read so."""

from collections.abc import Iterable
from dataclasses import dataclass

from claims.extracting.boilerplate import Boilerplate
from claims.extracting.extract import extract_from
from claims.extracting.mentions import Reading
from claims.extracting.read_sentences import read_sentences
from claims.records import Article, Claim, DurationMention, EntityMention, Sentence, TimeMention
from claims.store.open import Store
from claims.values.quantities.find_quantities import find_quantities
from claims.values.quantities.mention import QuantityMention
from claims.values.times import find_durations


@dataclass(frozen=True, slots=True)
class SentenceOutline:
    """A sentence with its mentions, each kind in text order, and its claims; ``anaphors`` point back to a name."""

    sentence: Sentence
    names: tuple[EntityMention, ...]
    anaphors: tuple[EntityMention, ...]
    times: tuple[TimeMention, ...]
    durations: tuple[DurationMention, ...]
    quantities: tuple[QuantityMention, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Outline:
    """An article's sentences, and what of it is no news."""

    article: Article
    sentences: tuple[SentenceOutline, ...]
    aside: tuple[Boilerplate, ...]


def outline_article(article: Article, store: Store) -> Outline:
    """Everything that the claims of an article are made from, and the claims; nothing is judged."""
    read = read_sentences(article, store)
    claims = extract_from(read, store).claims
    sentences = tuple(_outline(reading, claims) for reading in read.readings)
    return Outline(article, sentences, read.aside)


def _outline(reading: Reading, claims: Iterable[Claim]) -> SentenceOutline:
    sentence = reading.sentence
    start = sentence.span.start
    return SentenceOutline(
        sentence,
        reading.names,
        reading.anaphors,
        reading.times,
        tuple(find_durations(sentence.text, start)),
        tuple(find_quantities(sentence.text, start)),
        tuple(claim for claim in claims if claim.sentence == sentence.span),
    )
