"""Who came after whom in an office: "Gordon Brown succeeded Tony Blair"."""

from collections.abc import Sequence
from datetime import timedelta

from claims.judging.doubt_subjects import UNSURE_NAMES
from claims.judging.doubtful_wording import UNASSERTED
from claims.judging.opinion import Opinion, silent
from claims.judging.write_values import plain_name
from claims.records import Article, Candidate, Claim, Fact, Reason, Repair, Verdict
from claims.settings import Settings
from claims.store.open import Store

VACANT = timedelta(days=150)
"""An office may stand empty, or be held by somebody acting, for so long between two holders."""


def judge_succession(
    claim: Claim, _candidates: Sequence[Candidate], article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on who came before somebody, in an office that both have held.

    That both were in one office says which is meant; in another one they may follow each other otherwise.
    """
    slot, subject = claim.checked, claim.slot("subject")
    if subject is None or len(subject.entities) != 1 or len(slot.entities) != 1:
        return silent(Reason.AMBIGUOUS_ENTITY, "value", slot.span, "Several may be meant.")
    terms = [f for f in store.facts_with_value("held_by", subject.entities[0]) if _is_meant(f, claim, store)]
    before = {fact: _before(fact, store) for fact in terms}
    for fact, earlier in before.items():
        agreeing = [f for f in earlier if f.value in slot.entities]
        if agreeing:
            text = f"Agrees with what is known: {agreeing[0].text}; {fact.text}."
            return Opinion(Verdict.SUPPORTED, Reason.AGREES, "value", slot.span, text, (fact, agreeing[0]))
    shared = [f for f in terms if any(o.value in slot.entities for o in store.facts(f.subject, "held_by"))]
    doubt = _doubt(claim, shared, before, article)
    if doubt:
        return silent(doubt[0], "value", slot.span, doubt[1], tuple(shared[:1]))
    fact = shared[-1]
    known = max(before[fact], key=_days)
    text = f"The text says {slot.text}. Known: {known.text}; {fact.text}."
    repair = Repair(slot.span, plain_name(store.name(known.value)), (known.id, fact.id))
    return Opinion(
        Verdict.MISMATCH, Reason.DIFFERENT_VALUE, "value", slot.span, text, (known, fact), (repair,)
    )


def _days(term: Fact) -> int:
    """How long a term lasted: whoever filled in for days is not meant."""
    valid = term.valid
    return (valid.end - valid.start).days if valid and valid.start and valid.end else 0


def _is_meant(term: Fact, claim: Claim, store: Store) -> bool:
    """Whether a term is in an office of the title and jurisdiction that the text names, if any."""
    title, owner = claim.slot("holder"), claim.slot("jurisdiction")
    titled = title is None or any(
        f.value in title.entities for f in store.facts(term.subject, "office_title")
    )
    owned = owner is None or any(f.value in owner.entities for f in store.facts(term.subject, "office_of"))
    return titled and owned


def _before(term: Fact, store: Store) -> tuple[Fact, ...]:
    """The terms that ended as this one began, acting ones among them, in order of time."""
    start = term.valid.start if term.valid else None
    if start is None:
        return ()
    rows = [f for p in ("held_by", "held_by_acting") for f in store.facts(term.subject, p)]
    found = [
        f
        for f in rows
        if f.value != term.value
        and f.valid
        and f.valid.start
        and f.valid.end
        and f.valid.start < start
        and abs((start - f.valid.end).days) <= VACANT.days
    ]
    return tuple(sorted(found, key=lambda f: f.valid.end if f.valid and f.valid.end else start))


def _doubt(
    claim: Claim, shared: list[Fact], before: dict[Fact, tuple[Fact, ...]], article: Article
) -> tuple[Reason, str] | None:
    """Why another predecessor than those known may not be flagged, or None."""
    if claim.modality in UNASSERTED:
        return Reason.NOT_ASSERTED, "The statement is not asserted."
    if not shared:
        return Reason.NO_FACT, "The store knows no office that both have held."
    if claim.cues & (UNSURE_NAMES | {"value:surname", "value:weak"}):
        return Reason.AMBIGUOUS_ENTITY, "The name alone does not say who is meant."
    if len({fact.subject for fact in shared}) > 1:
        return Reason.AMBIGUOUS_ENTITY, "Several offices may be meant."
    return _doubtful_facts(shared, before, article)


def _doubtful_facts(
    shared: list[Fact], before: dict[Fact, tuple[Fact, ...]], article: Article
) -> tuple[Reason, str] | None:
    if any(not before[fact] or not fact.confirmed for fact in shared):
        return Reason.NOT_CLOSED, "Who held the office before is not known."
    if not all(f.confirmed for fact in shared for f in before[fact]):
        return Reason.UNCONFIRMED_FACT, "What is known is not certain enough."
    starts = [fact.valid.start for fact in shared if fact.valid and fact.valid.start]
    if article.published is None or max(starts) > article.published:
        return Reason.TIME_UNKNOWN, "The statement may speak of another time."
    return None
