"""Is, or was, somebody a member at the time: of an alliance, a parliament, an index."""

from collections.abc import Sequence

from claims.judging.doubtful_wording import doubtful_wording
from claims.judging.fact_windows import Windows, in_time, windows_of
from claims.judging.opinion import Opinion, silent
from claims.records import Article, Candidate, Claim, Fact, Modality, Reason, Span, Verdict
from claims.settings import Settings
from claims.store.open import Store

FOUNDING = "founding"
"""The cue of a wording that says that somebody was a member from the first."""
LATER_DAYS = 2 * 366
"""Who joined so long after the first was none of the founders; before, treaties are signed and ratified."""


def judge_member(
    claim: Claim, candidates: Sequence[Candidate], article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on a membership: refuted only by a list that is complete at the time."""
    slot, windows = claim.checked, windows_of(claim, article)
    terms = tuple(
        f for c in candidates for f in store.facts(c.entity, claim.predicate) if f.value in slot.entities
    )
    if FOUNDING in claim.cues:
        return _judge_founding(claim, candidates, terms, store)
    agreeing = [f for f in terms if in_time(f, windows)]
    if claim.modality is Modality.NEGATED:
        return _judge_denied(claim, agreeing, windows, store)
    if agreeing:
        text = f"Agrees with what is known: {agreeing[0].text}."
        return Opinion(Verdict.SUPPORTED, Reason.AGREES, "value", slot.span, text, tuple(agreeing[:1]))
    obstacle = _obstacle(claim, candidates, windows, store)
    if obstacle:
        return silent(*obstacle[:1], "value", slot.span, obstacle[1], terms[:1])
    evidence = (*terms, *(f for f in store.facts(slot.entities[0], "members") if in_time(f, windows)))
    if not evidence:
        return silent(Reason.NOT_CLOSED, "value", slot.span, "The members at that time are not known.")
    return _flag(claim, candidates[0], terms, evidence, store)


def _obstacle(
    claim: Claim, candidates: Sequence[Candidate], windows: Windows, store: Store
) -> tuple[Reason, str] | None:
    doubt = doubtful_wording(claim)
    if doubt:
        return doubt
    if len(candidates) != 1 or len(claim.checked.entities) != 1:
        return Reason.AMBIGUOUS_ENTITY, "Several may be meant."
    if claim.cues & {"subject:surname", "subject:weak", "value:weak"}:
        return Reason.AMBIGUOUS_ENTITY, "The name alone does not say who or what is meant."
    years = {day.year for w in windows.all() for day in (w.start, w.end) if day}
    if not years:
        return Reason.TIME_UNKNOWN, "The article's date is unknown."
    of = claim.checked.entities[0]
    if not all(store.list_is_complete(claim.predicate, of, year) for year in years):
        return Reason.NOT_CLOSED, "Not every member at that time is known."
    return None


def _flag(
    claim: Claim, candidate: Candidate, terms: tuple[Fact, ...], evidence: tuple[Fact, ...], store: Store
) -> Opinion:
    slot = claim.checked
    name, whole = store.name(candidate.entity), store.name(slot.entities[0])
    known = f"Known: {terms[-1].text}." if terms else f"It is not among the members of {whole}."
    text = f"{name} was not a member of {whole} at the time. {known}"
    verdict = Verdict.OUTDATED if terms and terms[-1].valid and terms[-1].valid.end else Verdict.MISMATCH
    reason = Reason.FORMER_VALUE if verdict is Verdict.OUTDATED else Reason.DIFFERENT_VALUE
    return Opinion(verdict, reason, "value", slot.span, text, evidence[:3])


def _judge_denied(claim: Claim, agreeing: list[Fact], windows: Windows, store: Store) -> Opinion:
    """Who is said not to be a member, and is on no list that is complete at the time, is said so rightly."""
    slot = claim.checked
    years = {day.year for w in windows.all() for day in (w.start, w.end) if day}
    members = [f for of in slot.entities for f in store.facts(of, "members") if in_time(f, windows)]
    complete = len(slot.entities) == 1 and all(
        store.list_is_complete(claim.predicate, slot.entities[0], year) for year in years
    )
    if agreeing or not members or not years or not complete:
        return silent(
            Reason.NOT_ASSERTED, "value", slot.span, "The statement is not asserted.", tuple(agreeing[:1])
        )
    text = f"It is not among the members of {store.name(slot.entities[0])}."
    return Opinion(Verdict.SUPPORTED, Reason.AGREES, "value", slot.span, text, tuple(members[:1]))


def _judge_founding(
    claim: Claim, candidates: Sequence[Candidate], terms: tuple[Fact, ...], store: Store
) -> Opinion:
    """Whether somebody joined with the first members that the store knows."""
    slot = claim.checked
    rows = [f for of in slot.entities for f in store.facts_with_value(claim.predicate, of)]
    starts = [f.valid.start for f in rows if f.valid and f.valid.start]
    own = min((f.valid.start for f in terms if f.valid and f.valid.start), default=None)
    if own is None or len(candidates) != 1 or len(slot.entities) != 1:
        return silent(Reason.NO_FACT, "value", slot.span, "The store does not know this of it.")
    if (own - min(starts)).days <= 0:
        text = f"Agrees with what is known: {terms[0].text}."
        return Opinion(Verdict.SUPPORTED, Reason.AGREES, "value", slot.span, text, terms[:1])
    doubt = doubtful_wording(claim)
    if doubt or claim.cues & {"subject:weak", "value:weak"}:
        reason, text = doubt or (Reason.AMBIGUOUS_ENTITY, "The name alone does not say who or what is meant.")
        return silent(reason, "value", slot.span, text, terms[:1])
    if (own - min(starts)).days <= LATER_DAYS or not all(f.confirmed for f in terms):
        return silent(Reason.LOW_CONFIDENCE, "value", slot.span, "It joined soon after the first.", terms[:1])
    first = min(rows, key=lambda f: f.valid.start if f.valid and f.valid.start else own)
    name = store.name(candidates[0].entity)
    text = f"{name} was no founding member. Known: {terms[0].text}; {first.text}."
    subject = claim.slot("subject")
    start = min(slot.span.start, subject.span.start) if subject else slot.span.start
    span = Span(start, max(slot.span.end, subject.span.end if subject else 0))
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_VALUE, "value", span, text, (*terms[:1], first))
