"""For how long somebody held an office, or led a country, by every way of counting it."""

from collections.abc import Iterable, Sequence
from datetime import date

from claims.judging.leaders_elsewhere import leads_a_country
from claims.records import Claim, Fact
from claims.store.open import Store

DAYS = 365.25
HANDOVER_DAYS = 60
"""Days between two terms that count as one stretch."""


def terms_in_office(claim: Claim, store: Store) -> tuple[Fact, ...]:
    """The terms of the person in the offices of the title named; where none is, in those that lead a country."""
    subject, title, owner = claim.slot("subject"), claim.slot("holder"), claim.slot("jurisdiction")
    if subject is None or len(subject.entities) != 1:
        return ()
    held = store.facts_with_value("held_by", subject.entities[0])
    return tuple(
        f
        for f in held
        if (_has(f, "office_title", title.entities, store) if title else leads_a_country(f, store))
        and (owner is None or _has(f, "office_of", owner.entities, store))
    )


def _has(term: Fact, predicate: str, values: Sequence[str], store: Store) -> bool:
    return any(f.value in values for f in store.facts(term.subject, predicate))


def lengths_of(terms: Iterable[Fact], today: date) -> tuple[float, ...]:
    """Years: of each term, of each stretch of terms, and of all; as they stood on a day. () where one is not known."""
    spans: list[tuple[date, date]] = []
    for term in terms:
        start = term.valid.start if term.valid else None
        end = (term.valid.end if term.valid else None) or (
            today if term.as_of and term.as_of >= today else None
        )
        if start is None or end is None:
            return ()
        if start < today:
            spans.append((start, min(end, today)))
    spans.sort()
    lengths = {_years(start, end) for start, end in spans}
    for index, (start, end) in enumerate(spans):
        last = end
        for begin, finish in spans[index + 1 :]:
            if (begin - last).days > HANDOVER_DAYS:
                break
            last = max(last, finish)
            lengths.add(_years(start, last))
    if spans:
        lengths.add(sum(_years(start, end) for start, end in spans))
        lengths.add(_years(spans[0][0], max(end for _start, end in spans)))
    return tuple(sorted(lengths))


def _years(start: date, end: date) -> float:
    return (end - start).days / DAYS
