"""In which year somebody was elected: "Barack Obama was re-elected in 2012", "President Barack Obama was elected in 2008"."""

import re
from collections.abc import Sequence

from claims.judging.doubt_subjects import UNSURE_NAMES
from claims.judging.doubtful_wording import UNASSERTED
from claims.judging.opinion import Opinion, silent
from claims.judging.write_times import write_time_like
from claims.records import Article, Candidate, Claim, Fact, Precision, Reason, Repair, Verdict
from claims.settings import Settings
from claims.store.open import Store

ELECTED = "elected"
SLIP = 3
"""Years by which a writer may be off; farther away another election is likelier."""
_CALLED = re.compile(r"(?<!Vice )(?<!Vice-)\bPresident\s$")


def judge_election_won(
    claim: Claim, candidates: Sequence[Candidate], article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on the year of an election or re-election.

    A re-election is refuted only within a term that followed on an election of the store: who is in office then is elected to no other
    one. An election of whom the text calls president, without a word more, only some years from a known one and with no other office
    near it: who was elected in that year may have been elected to that one.
    """
    slot = claim.checked
    if not slot.readings or len(candidates) != 1:
        return silent(Reason.TIME_UNKNOWN, "value", slot.span, "The time cannot be resolved.")
    person = candidates[0].entity
    won = elections_of(person, store)
    agreeing = [f for f in won if f.valid and any(f.valid.overlaps(r) for r in slot.readings)]
    if agreeing:
        text = f"Agrees with what is known: {agreeing[0].text}."
        return Opinion(Verdict.SUPPORTED, Reason.AGREES, "value", slot.span, text, tuple(agreeing[:1]))
    if claim.modality in UNASSERTED:
        return silent(Reason.NOT_ASSERTED, "value", slot.span, "The statement is not asserted.")
    meant = _meant(person, won, claim, article, store)
    if not meant:
        return silent(Reason.NO_FACT, "value", slot.span, "Another election may be meant.", won[:1])
    return _refuted(claim, meant)


def _meant(
    person: str, won: tuple[Fact, ...], claim: Claim, article: Article, store: Store
) -> tuple[Fact, ...]:
    """The elections against which the time is held, the one that is meant last; none where another may be meant."""
    if claim.predicate == ELECTED:
        slipped = _slipped(person, won, claim, article, store)
        return (slipped,) if slipped else ()
    if len(won) < 2 or claim.cues & UNSURE_NAMES or not _in_office(person, claim, store):
        return ()
    return won[-2:]


def _refuted(claim: Claim, won: tuple[Fact, ...]) -> Opinion:
    slot, known = claim.checked, won[-1]
    text = f"The text says {slot.text}. Known: {known.text}."
    written = write_time_like(slot, known, "start")
    repairs = (Repair(slot.span, written, (known.id,)),) if written else ()
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_TIME, "value", slot.span, text, won, repairs)


def _slipped(person: str, won: tuple[Fact, ...], claim: Claim, article: Article, store: Store) -> Fact | None:
    """The election that is meant by somebody whom the text calls president right before the name; None where it is not sure."""
    subject, reading = claim.slot("subject"), claim.checked.readings[0]
    if subject is None or reading.start is None or reading.precision is not Precision.YEAR:
        return None
    year = reading.start.year
    # In even years America also elects its governors and Congress, of whom the store knows few.
    if (
        year % 2 == 0
        or not _CALLED.search(article.text[: subject.span.start])
        or _held_else(person, year, store)
    ):
        return None
    near = [f for f in won if f.valid and f.valid.start and abs(f.valid.start.year - year) <= SLIP]
    return min(
        near, key=lambda f: abs(f.valid.start.year - year) if f.valid and f.valid.start else 0, default=None
    )


def _held_else(person: str, year: int, store: Store) -> bool:
    """Whether the person held or soon came to another office than that of a president."""
    terms = (f for f in store.facts_with_value("held_by", person) if "/president-of-" not in f.subject)
    spans = [f.valid for f in terms if f.valid]
    return any(
        (span.start is None or span.start.year <= year + 1) and (span.end is None or span.end.year >= year)
        for span in spans
    )


def elections_of(person: str, store: Store) -> tuple[Fact, ...]:
    """When the elections were that somebody won, in order of time."""
    won = (f.subject for f in store.facts_with_value("won_by", person))
    held = [f for e in won if "-election" in e for f in store.facts(e, "took_place") if f.valid]
    return tuple(
        sorted(held, key=lambda f: (f.valid.start is None, f.valid.start) if f.valid else (True, None))
    )


def _in_office(person: str, claim: Claim, store: Store) -> bool:
    """Whether the stated time lies wholly within one term of the person."""
    terms = [f.valid for f in store.facts_with_value("held_by", person) if f.valid and f.confirmed]
    return any(term.covers(reading) for term in terms for reading in claim.checked.readings[:1])
