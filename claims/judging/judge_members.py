"""Is, or was, somebody a member at the time: of an alliance, a parliament, an index."""

from collections.abc import Sequence

from claims.judging.fact_windows import Windows, in_time, windows_of
from claims.judging.judge_relations import doubtful_wording
from claims.judging.opinion import Opinion, silent
from claims.records import Article, Candidate, Claim, Fact, Reason, Verdict
from claims.settings import Settings
from claims.store.open import Store


def judge_member(
    claim: Claim, candidates: Sequence[Candidate], article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on a membership: refuted only by a list that is complete at the time."""
    slot, windows = claim.checked, windows_of(claim, article)
    terms = tuple(
        f for c in candidates for f in store.facts(c.entity, claim.predicate) if f.value in slot.entities
    )
    agreeing = [f for f in terms if in_time(f, windows)]
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
