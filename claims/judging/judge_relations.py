"""Claims of any predicate worded in the vocabulary: the value, or its beginning or end, against the facts."""

from collections.abc import Sequence

from claims.judging.compare_values import compare_value
from claims.judging.compared_facts import Compared, facts_of
from claims.judging.doubt_past import doubt_past
from claims.judging.doubt_rates import doubt_rate
from claims.judging.doubt_subjects import doubt_subject
from claims.judging.doubtful_wording import doubtful_wording
from claims.judging.fact_windows import Windows, in_time, latest_first, windows_of
from claims.judging.find_revision import is_sure_rate
from claims.judging.flag_relation import flag_relation
from claims.judging.namesake_works import nearest_work
from claims.judging.opinion import Opinion, silent
from claims.judging.relation import Relation
from claims.records import Article, Candidate, Claim, Reason, Verdict
from claims.settings import Settings
from claims.store.open import Store


def judge_relation(
    claim: Claim, candidates: Sequence[Candidate], article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on a claim whose value is checked."""
    slot, predicate = claim.checked, store.predicates[claim.predicate]
    if predicate.value_kind == "time" and not slot.readings:
        return silent(Reason.TIME_UNKNOWN, "value", slot.span, f"“{slot.text}” cannot be resolved.")
    facts = tuple(f for c in candidates for f in facts_of(c.entity, predicate, store))
    if not facts:
        reason = Reason.NO_FACT if candidates else Reason.NO_ENTITY
        return silent(reason, "value", slot.span, "The store does not know this of it.")
    facts = nearest_work(slot, facts)
    windows = windows_of(claim, article)
    if predicate.interval and windows.empty:
        return silent(Reason.TIME_UNKNOWN, "value", slot.span, "The article's date is unknown.", facts[:1])
    timely = latest_first(f for f in facts if in_time(f, windows)) if predicate.interval else facts
    relations = {f.id: compare_value(slot, f, predicate, store) for f in facts}
    sure_rates = frozenset(f.id for f in timely if is_sure_rate(f, predicate, store))
    compared = Compared(predicate, facts, timely, relations, sure_rates)
    return (
        _agreeing(claim, compared, store)
        or _silence(claim, compared, windows, article, store)
        or flag_relation(claim, compared, store)
    )


def _agreeing(claim: Claim, compared: Compared, store: Store) -> Opinion | None:
    agreeing = compared.of(Relation.AGREES)
    if not agreeing:
        return None
    text = f"Agrees with what is known of {store.name(agreeing[0].subject)}."
    return Opinion(Verdict.SUPPORTED, Reason.AGREES, "value", claim.checked.span, text, agreeing[:1])


def _silence(
    claim: Claim, compared: Compared, windows: Windows, article: Article, store: Store
) -> Opinion | None:
    """Why nothing may be flagged, or None."""
    obstacle = (
        doubtful_wording(claim)
        or doubt_subject(claim, compared, article, store)
        or doubt_past(claim, compared, windows, article)
        or _doubtful_facts(compared, windows)
        or doubt_rate(claim, compared.predicate, compared.refuting, compared.facts, windows, article, store)
    )
    if obstacle is None:
        return None
    reason, text = obstacle
    return silent(reason, "value", claim.checked.span, text, compared.timely[:2] or compared.facts[:1])


def _doubtful_facts(compared: Compared, windows: Windows) -> tuple[Reason, str] | None:
    if not compared.predicate.closed:
        return Reason.NOT_CLOSED, "The store does not hold every value of this kind."
    if compared.predicate.closed == "year" and not windows.name_a_year:
        return Reason.TIME_UNKNOWN, "The figure is known by the year, and the text names none."
    if not compared.timely:
        late = any(f.as_of and windows.after(f.as_of) for f in compared.facts)
        reason = Reason.AFTER_AS_OF if late else Reason.NOT_CLOSED
        return reason, "Nothing is known of that time."
    if compared.of(Relation.NEAR) or not compared.of(Relation.DIFFERENT):
        return Reason.LOW_CONFIDENCE, "The values differ by too little to say, or cannot be compared."
    if not compared.refuting:
        return Reason.UNCONFIRMED_FACT, "What is known is not certain enough."
    return None
