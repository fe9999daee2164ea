"""How many titles a winner has: "four-time winners", "a third title in a row"."""

from collections.abc import Sequence
from datetime import timedelta

from claims.judging.doubtful_wording import UNASSERTED
from claims.judging.fact_windows import Windows, in_time, windows_of
from claims.judging.opinion import Opinion, silent
from claims.judging.title_records import find_records
from claims.judging.write_values import write_ordinal
from claims.records import Article, Candidate, Claim, Fact, Interval, Precision, Reason, Repair, Slot, Verdict
from claims.settings import Settings
from claims.store.open import Store
from claims.values.dates import day_interval, year_interval

FRESH = timedelta(days=3)
"""News of a win may be written before the day that the store has for it, and older counts stand for a few days."""
Doubt = tuple[Reason, str]


def judge_titles(
    claim: Claim, _candidates: Sequence[Candidate], article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on a count of titles.

    A count that is said to hold ("has won", "four-time winners") must be the winner's at the time. One that
    was reached some day ("won a third title") is refuted where so many were never won, or where another
    number was won at the time that the wording names.
    """
    slot, records = claim.checked, find_records(claim, article, store)
    facts = tuple(f for record in records.entities for f in store.facts(record, claim.predicate))
    if not facts:
        return silent(Reason.NO_FACT, "value", slot.span, "The store does not count these titles.")
    windows = _windows(claim, article)
    if windows.empty:
        return silent(Reason.TIME_UNKNOWN, "value", slot.span, "The article's date is unknown.", facts[:1])
    timely = _timely(claim, facts, windows)
    agreeing = [f for f in timely if fits_count(slot, f)]
    if agreeing:
        text = f"Agrees with what is known: {agreeing[-1].text}."
        return Opinion(Verdict.SUPPORTED, Reason.AGREES, "value", slot.span, text, tuple(agreeing[-1:]))
    doubt = _doubt_claim(claim, windows) or records.doubt or _doubt_facts(claim, facts, timely, windows)
    if doubt:
        return silent(doubt[0], "value", slot.span, doubt[1], (timely or facts)[-1:])
    return _flag(claim, facts, timely, windows)


def _windows(claim: Claim, article: Article) -> Windows:
    """The times spoken of; a year that is part of the contest's name ("World Cup in 2002") is one that is named."""
    windows = windows_of(claim, article)
    year = _edition_year(claim)
    return Windows((year,), windows.own, True) if year else windows


def _edition_year(claim: Claim) -> Interval | None:
    year = next((int(cue[5:]) for cue in claim.cues if cue.startswith("year:")), None)
    return year_interval(year) if year else None


def _timely(claim: Claim, facts: tuple[Fact, ...], windows: Windows) -> tuple[Fact, ...]:
    """The counts that may be meant, in order of time."""
    if "ever" not in claim.cues:
        return tuple(f for f in facts if in_time(f, windows) or _is_fresh(f, windows))
    if windows.bound and windows.named:
        return tuple(f for f in facts if any(_begins_in(f, window) for window in windows.named))
    last = max((w.end for w in windows.all() if w.end), default=None)
    return tuple(f for f in facts if last and f.valid and f.valid.start and f.valid.start <= last + FRESH)


def _begins_in(fact: Fact, window: Interval) -> bool:
    """Whether a title was won in a stretch; one of which only the year is known in any stretch of that year."""
    valid = fact.valid
    if valid is None or valid.start is None:
        return False
    by_year = valid.precision is Precision.YEAR and (valid.start.month, valid.start.day) == (1, 1)
    return (year_interval(valid.start.year) if by_year else day_interval(valid.start)).overlaps(window)


def _is_fresh(fact: Fact, windows: Windows) -> bool:
    """Whether a count began or ended within a few days of the article's own."""
    day = windows.own.start if windows.own else None
    ends = (fact.valid.start, fact.valid.end) if fact.valid else ()
    return day is not None and any(end is not None and abs(end - day) <= FRESH for end in ends)


KINDS = ("cardinal", "count", "ordinal")


def fits_count(slot: Slot, fact: Fact) -> bool:
    """Whether a stated number, within its hedges, is that of the fact."""
    quantity, known = slot.quantity, float(fact.value)
    if quantity is None or quantity.kind not in KINDS:
        return False
    return (quantity.low is None or quantity.low <= known) and (
        quantity.high is None or known <= quantity.high
    )


def _doubt_claim(claim: Claim, windows: Windows) -> Doubt | None:
    """Why the wording does not say enough to be refuted."""
    quantity = claim.checked.quantity
    if claim.modality in UNASSERTED:
        return Reason.NOT_ASSERTED, "The statement is not asserted."
    if quantity is None or quantity.kind not in KINDS or len(quantity.stated) != 1:
        return Reason.LOW_CONFIDENCE, "The number cannot be compared."
    if windows.named and not windows.bound:
        return Reason.TIME_UNKNOWN, "The count may be of the time that is named."
    return None


def _doubt_facts(
    claim: Claim, facts: tuple[Fact, ...], timely: tuple[Fact, ...], windows: Windows
) -> Doubt | None:
    """Why what is known does not refute the count."""
    if not timely:
        return Reason.NOT_CLOSED, "No title is known of that time."
    if any(f.as_of and windows.after(f.as_of) for f in facts):
        return Reason.AFTER_AS_OF, "A title may have been won since."
    if "ever" in claim.cues and not (windows.bound and windows.named) and _lies_below(claim, timely):
        return Reason.TIME_UNKNOWN, "The number was passed, and the wording does not say when."
    return None


def _lies_below(claim: Claim, timely: tuple[Fact, ...]) -> bool:
    quantity = claim.checked.quantity
    return quantity is not None and quantity.stated[0] < max(float(f.value) for f in timely)


def _flag(claim: Claim, facts: tuple[Fact, ...], timely: tuple[Fact, ...], windows: Windows) -> Opinion:
    """A mismatch; outdated where the count was right once. The highest known number is proposed first."""
    slot = claim.checked
    known = sorted(timely, key=lambda f: -float(f.value))[:3]
    earlier = [f for f in facts if fits_count(slot, f) and f not in timely and not windows.bound]
    text = f"The text says {slot.text}. Known: {known[0].text}."
    repairs = tuple(Repair(slot.span, _write(slot, fact), (fact.id,)) for fact in known)
    if earlier:
        evidence = (*known, earlier[-1])
        return Opinion(Verdict.OUTDATED, Reason.FORMER_VALUE, "value", slot.span, text, evidence, repairs)
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_VALUE, "value", slot.span, text, tuple(known), repairs)


def _write(slot: Slot, fact: Fact) -> str:
    is_ordinal = slot.quantity is not None and slot.quantity.kind == "ordinal"
    return write_ordinal(fact.value) if is_ordinal else fact.value
