"""For how many years something has lasted, by every way of counting it: with its breaks and without them."""

from collections.abc import Sequence
from datetime import date

from claims.records import Article, Claim, Fact, Interval, Precision
from claims.store.open import Store
from claims.store.predicates import FOLLOWS_FROM

LENGTHS = ("years_active", "years_existing", "years_married", "years_old", "years_recording", "years_serving")
"""Predicates of a length: of the time of the first predicate that it follows from of which anything is known."""
LASTING = ("active", "married_to", "military_service", "recorded")
"""Those whose facts tell an end as well."""
DAYS = 365.25
DECADE = 10
KNOWN = (Precision.DAY, Precision.MONTH, Precision.YEAR)
UNBROKEN = "unbroken"
"""The list of words that deny a break: "continuously"."""
IN_ALL = "in_all"
"""The list of words that count without the breaks: "in total"."""


def elapsed_facts(claim: Claim, entity: str, store: Store) -> tuple[Fact, ...]:
    """The facts whose time a claim gives the length of; of a marriage those of the spouse who is named, where one is."""
    for predicate in FOLLOWS_FROM[claim.predicate]:
        facts = store.facts(entity, predicate)
        spouse = claim.slot("holder")
        if predicate == "married_to":
            facts = (*facts, *store.facts_with_value(predicate, entity))
            if spouse is not None:
                facts = tuple(f for f in facts if not {f.subject, f.value}.isdisjoint(spouse.entities))
        if facts:
            return facts
    return ()


def elapsed_lengths(claim: Claim, facts: Sequence[Fact], article: Article, store: Store) -> tuple[float, ...]:
    """Years, the shortest first: of each stretch, of all together, from the first to the last. () where one is not known.

    Words that deny a break leave the stretches alone, words that count without breaks their sum.
    """
    spans = [span for fact in facts if (span := _span(fact, article.published))]
    if not spans or len(spans) < len(facts):
        return ()
    each = [_years(start, end) for start, end in spans]
    whole = _years(min(start for start, _end in spans), max(end for _start, end in spans))
    if says(UNBROKEN, claim, article, store):
        lengths = each
    elif says(IN_ALL, claim, article, store):
        lengths = [sum(each)]
    else:
        lengths = [*each, sum(each), whole, *_decades(claim, spans)]
    return tuple(sorted(lengths))


def says(words: str, claim: Claim, article: Article, store: Store) -> bool:
    """Whether the claim's sentence has an entry of the list of that name."""
    text = f" {' '.join(claim.sentence.of(article.text).casefold().split())} "
    return any(f" {entry} " in text.replace(".", " ").replace(",", " ") for entry in store.word_list(words))


def span_of(valid: Interval, ended: date | None, today: date | None) -> tuple[date, date] | None:
    """From the first day to the last, which is today where there is none; None where one is not known."""
    end = ended or today
    if valid.start is None or end is None or valid.precision not in KNOWN or end <= valid.start:
        return None
    return valid.start, end


def _span(fact: Fact, today: date | None) -> tuple[date, date] | None:
    if fact.valid is None:
        return None
    return span_of(fact.valid, fact.valid.end if fact.predicate in LASTING else None, today)


def _years(start: date, end: date) -> float:
    return (end - start).days / DAYS


def _decades(claim: Claim, spans: Sequence[tuple[date, date]]) -> list[float]:
    """The decades of the calendar that were touched, as years, where decades are counted: 1989 to 2011 "spanned four decades"."""
    quantity = claim.checked.quantity
    if quantity is None or quantity.unit != "decade":
        return []
    touched = {year // DECADE for start, end in spans for year in range(start.year, end.year + 1)}
    return [float(DECADE * len(touched))]
