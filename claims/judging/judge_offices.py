"""Shape *office*: did the person hold the office at the time the statement speaks of?"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from claims.judging.opinion import Opinion, silent
from claims.records import (
    Article,
    Candidate,
    Claim,
    Fact,
    Interval,
    Modality,
    Precision,
    Reason,
    Repair,
    Slot,
    Verdict,
)
from claims.settings import Settings
from claims.store.open import Store

UNASSERTED = (Modality.NEGATED, Modality.HYPOTHETICAL, Modality.QUESTION)
PAST_TIES = frozenset({"was"})
RECENT = timedelta(days=45)
"""A day this near the article's date is its present."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What the store knows of the offices that the title may mean."""

    offices: tuple[str, ...]
    held: tuple[Fact, ...]
    """Terms of the person named."""
    others: tuple[Fact, ...]
    """Terms of everybody else."""


def judge_office(
    claim: Claim, candidates: Sequence[Candidate], article: Article, store: Store, settings: Settings
) -> Opinion:
    """The opinion on an office claim."""
    slot = claim.checked
    offices = find_offices(claim, store)
    if not offices:
        return silent(
            Reason.NO_FACT, "holder", slot.span, f"The office in “{slot.text}” is not in the store."
        )
    terms = _terms(offices, {c.entity for c in candidates}, store)
    if "effect:past" in claim.cues:
        return _judge_former(claim, terms, article, store)
    windows = _windows(claim, article)
    if not windows:
        return silent(
            Reason.TIME_UNKNOWN, "holder", slot.span, "The article's date is unknown.", terms.held[:1]
        )
    holding = [fact for fact in terms.held if _holds(fact, windows)]
    if holding:
        return _supported(claim, holding[0], store)
    return _judge_not_holding(claim, terms, windows, article, store, settings)


def find_offices(claim: Claim, store: Store) -> tuple[str, ...]:
    """The offices with the claim's title, in its jurisdiction where it names one."""
    office, jurisdiction = claim.slot("office"), claim.slot("jurisdiction")
    titled = {
        f.subject
        for t in (office.entities if office else ())
        for f in store.facts_with_value("office_title", t)
    }
    if jurisdiction:
        titled &= {f.subject for j in jurisdiction.entities for f in store.facts_with_value("office_of", j)}
    return tuple(sorted(titled))


def _terms(offices: tuple[str, ...], persons: set[str], store: Store) -> Terms:
    facts = [f for o in offices for p in ("held_by", "held_by_acting") for f in store.facts(o, p)]
    return Terms(
        offices,
        tuple(f for f in facts if f.value in persons),
        tuple(f for f in facts if f.value not in persons),
    )


HANDOVER_SLACK = timedelta(days=2)
"""A term's first and last day are counted in different ways; within this nobody is wrong."""


def _windows(claim: Claim, article: Article) -> tuple[Interval, ...]:
    """The stretches of time the statement may speak of: those it names, and the article's own day."""
    named = tuple(reading for slot in claim.all_slots("time") for reading in slot.readings)
    if article.published is None:
        return named
    own = Interval(article.published - HANDOVER_SLACK, article.published + HANDOVER_SLACK, Precision.DAY)
    return (*named, own)


def _holds(fact: Fact, windows: Sequence[Interval]) -> bool:
    """Whether a term overlaps a window, as far as the term is known: an open one until its as-of."""
    return fact.valid is not None and any(_known(fact).overlaps(window) for window in windows)


def _known(fact: Fact) -> Interval:
    """A term with its open end put at its as-of."""
    if fact.valid is None:
        return Interval(None, None, Precision.DAY)
    end = fact.valid.end or fact.as_of
    return Interval(fact.valid.start, end, fact.valid.precision)


def _supported(claim: Claim, fact: Fact, store: Store) -> Opinion:
    text = f"{store.name(fact.value)} held the office at the time."
    return Opinion(Verdict.SUPPORTED, Reason.AGREES, "holder", claim.checked.span, text, (fact,))


def _judge_former(claim: Claim, terms: Terms, article: Article, store: Store) -> Opinion:
    """A former holder is supported by any earlier term; a list that starts late refutes nobody."""
    slot = claim.checked
    before = [
        f
        for f in terms.held
        if f.valid and f.valid.start and (not article.published or f.valid.start <= article.published)
    ]
    if before:
        text = f"{store.name(before[0].value)} held the office before."
        return Opinion(Verdict.SUPPORTED, Reason.AGREES, "holder", slot.span, text, tuple(before[:2]))
    return silent(Reason.NOT_CLOSED, "holder", slot.span, "Earlier holders are not all known.")


def _judge_not_holding(
    claim: Claim,
    terms: Terms,
    windows: tuple[Interval, ...],
    article: Article,
    store: Store,
    settings: Settings,
) -> Opinion:
    slot = claim.checked
    obstacle = _obstacle(claim, terms, windows, article)
    if obstacle:
        reason, text = obstacle
        return silent(reason, "holder", slot.span, text, terms.held[:2])
    assert article.published is not None
    if any(_is_near(fact, article.published, settings.handover_days) for fact in terms.held):
        text = "The office changed hands around the article's date."
        return silent(Reason.LOW_CONFIDENCE, "holder", slot.span, text, terms.held[:2])
    holders = [f for f in terms.others if _covers(f, article.published)]
    if not holders:
        late = [
            f
            for f in terms.others
            if f.valid and f.valid.end is None and f.as_of and f.as_of < article.published
        ]
        reason = Reason.AFTER_AS_OF if late else Reason.NOT_CLOSED
        return silent(reason, "holder", slot.span, "Who held the office then is not known.", tuple(late[:1]))
    if not all(fact.confirmed for fact in holders):
        return silent(
            Reason.UNCONFIRMED_FACT, "holder", slot.span, "The holder is not certain.", tuple(holders)
        )
    earlier = [f for f in terms.held if f.valid and f.valid.start and f.valid.start <= article.published]
    if earlier and _is_history(earlier[-1], article.published, store):
        text = "A holder of long ago; the statement tells of that time."
        return silent(Reason.TIME_UNKNOWN, "holder", slot.span, text, tuple(earlier[-1:]))
    return _flag(claim, holders, tuple(earlier), store)


def _obstacle(
    claim: Claim, terms: Terms, windows: tuple[Interval, ...], article: Article
) -> tuple[Reason, str] | None:
    """Why a person who does not hold the office may not be flagged, or None where one may."""
    if claim.modality in UNASSERTED:
        return Reason.NOT_ASSERTED, "The statement is not asserted."
    return _doubtful_names(claim, terms) or _doubtful_time(claim, terms, windows, article)


def _doubtful_names(claim: Claim, terms: Terms) -> tuple[Reason, str] | None:
    person = claim.slot("person")
    if claim.slot("jurisdiction") is None or len(terms.offices) > 1:
        return Reason.AMBIGUOUS_ENTITY, "The title alone does not say which office is meant."
    if person is None or "surname" in claim.cues:
        return Reason.AMBIGUOUS_ENTITY, "The person is not named in full."
    return None


def _doubtful_time(
    claim: Claim, terms: Terms, windows: tuple[Interval, ...], article: Article
) -> tuple[Reason, str] | None:
    if article.published is None:
        return Reason.TIME_UNKNOWN, "The article's date is unknown."
    if PAST_TIES & claim.cues or (len(windows) > 1 and not _only_recent(windows, article.published)):
        return Reason.TIME_UNKNOWN, "The statement speaks of another time."
    if _is_past(terms.held, article.published) and _tells_of_then(claim, terms):
        return Reason.TIME_UNKNOWN, "A former holder; the article may speak of that time."
    return None


def _only_recent(windows: tuple[Interval, ...], published: date) -> bool:
    """Whether every time the sentence names is a day near the article's own."""
    own = Interval(published - RECENT, published + RECENT, Precision.DAY)
    return all(w.overlaps(own) and w.precision is Precision.DAY for w in windows[:-1])


def _tells_of_then(claim: Claim, terms: Terms) -> bool:
    """Whether a time or event nearby falls into a term of the person, or the wording is a narrative's."""
    around = [reading for slot in claim.all_slots("background") for reading in slot.readings]
    if any(_holds(fact, around) for fact in terms.held):
        return True
    return "narrative" in claim.cues and "present" not in claim.cues


def _is_past(held: tuple[Fact, ...], published: date) -> bool:
    return any(f.valid and f.valid.end and f.valid.end < published for f in held)


SLIP_YEARS = 6
"""A slip names the last holder or the one before; one who left longer ago is spoken of as history."""


def _is_history(term: Fact, published: date, store: Store) -> bool:
    """Whether a former holder left long before the article, or was dead when it was written."""
    left = term.valid.end if term.valid else None
    deaths = (fact.valid.start for fact in store.facts(term.value, "died") if fact.valid)
    dead = any(day is not None and day < published for day in deaths)
    return dead or (left is not None and (published - left).days > SLIP_YEARS * 366)


def _is_near(fact: Fact, day: date, days: int) -> bool:
    """Whether a term ended or began within so many days of a day: news still tells of the time before."""
    ends = (fact.valid.start, fact.valid.end) if fact.valid else ()
    return any(end is not None and abs((end - day).days) <= days for end in ends)


def _covers(fact: Fact, day: date) -> bool:
    valid = _known(fact)
    return (valid.start is None or valid.start <= day) and (valid.end is None or day <= valid.end)


def _flag(claim: Claim, holders: list[Fact], earlier: tuple[Fact, ...], store: Store) -> Opinion:
    slot, person = claim.checked, claim.slot("person")
    assert person is not None
    named = store.name(person.entities[0])
    text = f"{store.name(holders[0].value)}, not {named}, held the office at the time of the article."
    if earlier:
        text += f" {named} held it before."
    verdict, reason = (
        (Verdict.OUTDATED, Reason.FORMER_HOLDER) if earlier else (Verdict.MISMATCH, Reason.DIFFERENT_HOLDER)
    )
    repairs = tuple(Repair(person.span, store.name(f.value), (f.id,)) for f in holders)
    if earlier:
        repairs += (_former(claim, slot, earlier[-1]),)
    return Opinion(verdict, reason, "holder", slot.span, text, (*holders, *earlier[-1:]), repairs)


def _former(claim: Claim, slot: Slot, fact: Fact) -> Repair:
    """The rival repair: "former" before the title."""
    office = claim.slot("office") or slot
    word = "Former" if office.span.start == claim.sentence.start else "former"
    return Repair(office.span, f"{word} {office.text}", (fact.id,))
