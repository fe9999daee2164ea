"""Claims of any predicate worded in the vocabulary: the value, or its beginning or end, against the facts."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claims.judging.compare_values import compare_value
from claims.judging.doubt_persons import may_be_stranger
from claims.judging.doubt_places import PLACES, may_be_other_place
from claims.judging.doubt_rates import doubt_rate
from claims.judging.doubt_works import may_be_other_work
from claims.judging.fact_windows import Windows, in_time, is_figure, latest_first, windows_of
from claims.judging.find_revision import is_sure_rate
from claims.judging.namesake_works import has_namesake, nearest_work
from claims.judging.namesakes import SLIP_YEARS, is_noted, is_sole_bearer
from claims.judging.opinion import Opinion, silent
from claims.judging.relation import Relation
from claims.judging.rival_editions import JOINED_SPAN
from claims.judging.write_values import write_value
from claims.records import Article, Candidate, Claim, Fact, Modality, Reason, Repair, Span, Verdict
from claims.settings import Settings
from claims.store.open import Store
from claims.store.predicates import Predicate

UNASSERTED = (Modality.NEGATED, Modality.HYPOTHETICAL, Modality.QUESTION, Modality.FUTURE)


MUTUAL = "mutual"
"""The policy of predicates that hold both ways."""
IN_CONTEST = "in_contest"
"""The cue of a match that is said to have been in a contest, not to have been its final."""
SPOKEN = "spoken"
"""The cue of a time that is told from the day on which somebody spoke."""
UNSURE_NAMES = frozenset(("weak", "subject:surname", "subject:weak", "subject:generic"))
"""Cues of a subject that is named by less than would tell it from others."""
LOOSE = "loose"
"""The cue of a wording that may bear a fact out and contradicts none."""


@dataclass(frozen=True, slots=True)
class Compared:
    """The facts that may speak to a claim, those of its time, and how its value stands to each."""

    predicate: Predicate
    facts: tuple[Fact, ...]
    timely: tuple[Fact, ...]
    relations: dict[str, Relation]
    sure_rates: frozenset[str] = frozenset()
    """Ids of unconfirmed facts that contradict nevertheless."""

    def of(self, *relations: Relation, timely: bool = True) -> tuple[Fact, ...]:
        """The facts to which the value has one of the relations."""
        facts = self.timely if timely else self.facts
        return tuple(fact for fact in facts if self.relations[fact.id] in relations)

    @property
    def refuting(self) -> tuple[Fact, ...]:
        """The certain facts of the time that contradict the value, and rates."""
        different = self.of(Relation.DIFFERENT)
        return tuple(fact for fact in different if fact.confirmed or fact.id in self.sure_rates)


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
        or _flag(claim, compared, store)
    )


def facts_of(entity: str, predicate: Predicate, store: Store) -> tuple[Fact, ...]:
    """The facts whose subject an entity is; of a mutual predicate also those whose value it is."""
    facts = store.facts(entity, predicate.name)
    return (*facts, *store.facts_with_value(predicate.name, entity)) if predicate.policy == MUTUAL else facts


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
        or _doubtful_subject(claim, compared, article, store)
        or _doubtful_facts(compared, windows)
        or doubt_rate(claim, compared.predicate, compared.refuting, compared.facts, windows, article, store)
    )
    if obstacle is None:
        return None
    reason, text = obstacle
    return silent(reason, "value", claim.checked.span, text, compared.timely[:2] or compared.facts[:1])


def doubtful_wording(claim: Claim) -> tuple[Reason, str] | None:
    """Why the way in which a claim is said keeps it from contradicting anything, or None."""
    if claim.modality in UNASSERTED:
        return Reason.NOT_ASSERTED, "The statement is not asserted."
    if claim.checked.unresolved:
        return claim.checked.unresolved, "The time cannot be resolved."
    if SPOKEN in claim.cues:
        return Reason.TIME_UNKNOWN, "It is told from the day on which it was said."
    if LOOSE in claim.cues:
        return Reason.LOW_CONFIDENCE, "The wording says it loosely."
    return None


def _doubtful_subject(
    claim: Claim, compared: Compared, article: Article, store: Store
) -> tuple[Reason, str] | None:
    subjects = {fact.subject for fact in compared.facts}
    if compared.predicate.policy == MUTUAL:
        both = subjects | {fact.value for fact in compared.facts}
        named = claim.slot("subject")
        subjects = both & set(named.entities if named else ())
    if len(subjects) > 1:
        return Reason.AMBIGUOUS_ENTITY, "Several may be meant."
    subject = next(iter(subjects))
    if subject.startswith("edition/"):
        return _doubtful_edition(claim, subject, store)
    another = _may_be_another_one(claim, subject, compared, article, store)
    if another is None and claim.cues & UNSURE_NAMES:
        another = "The name alone does not say who or what is meant."
    return None if another is None else (Reason.AMBIGUOUS_ENTITY, another)


def _may_be_another_one(
    claim: Claim, subject: str, compared: Compared, article: Article, store: Store
) -> str | None:
    """That another work, person or place of that name may be meant, in words, or None."""
    if is_sole_bearer(subject, store):
        return None
    if subject.startswith("work/") and _may_be_another(claim, compared, subject, article, store):
        return "Another work or version of that title may be meant."
    if subject.startswith("person/") and _may_be_namesake(claim, subject, compared, article, store):
        return "A namesake may be meant."
    if subject.startswith(PLACES) and may_be_other_place(
        claim, subject, compared.predicate, article.text, store
    ):
        return "Another place of that name may be meant."
    return None


def _may_be_namesake(claim: Claim, person: str, compared: Compared, article: Article, store: Store) -> bool:
    known = _is_slip(claim, compared) or is_noted(person, store)
    return not known or may_be_stranger(claim, person, article.text, store)


def _doubtful_edition(claim: Claim, edition: str, store: Store) -> tuple[Reason, str] | None:
    if IN_CONTEST in claim.cues and not _is_one_match(edition, store):
        return Reason.AMBIGUOUS_ENTITY, "Another match of the contest may be meant."
    if any(cue.startswith("year:") for cue in claim.cues) and _won_next_to(claim, edition, store):
        return Reason.AMBIGUOUS_ENTITY, "It is so of the edition a year before or after, which may be meant."
    if claim.cues & UNSURE_NAMES:
        return Reason.AMBIGUOUS_ENTITY, "The name alone does not say who or what is meant."
    return None


def _is_one_match(edition: str, store: Store) -> bool:
    """Whether an edition is a single match, or a series of them between two: the Super Bowl, a final."""
    families = {
        store.series[f.value].family for f in store.facts(edition, "edition_of") if f.value in store.series
    }
    return bool(families & store.word_list("one_match"))


def _may_be_another(claim: Claim, compared: Compared, work: str, article: Article, store: Store) -> bool:
    """Whether a namesake of a work may be meant: by its kind or maker, or by a year far from the one in which this came out."""
    if compared.predicate.value_kind == "time" and may_be_other_work(claim, work, article.text, store):
        return True
    far = compared.predicate.value_kind == "time" and not _is_slip(claim, compared)
    return far or has_namesake(claim, work, store)


def _won_next_to(claim: Claim, edition: str, store: Store) -> bool:
    """Whether the value is that of the edition before or after, in a family whose years are counted in two ways.

    Those of the list ``straddling`` go by the season or the films of one year and are decided in the next.
    """
    predicate = claim.predicate
    for series in (fact.value for fact in store.facts(edition, "edition_of")):
        if series not in store.series or store.series[series].family not in store.word_list("straddling"):
            continue
        year = int(store.facts(edition, "edition_year")[0].value)
        near = [e.entity for e in store.editions(series) if abs(e.year - year) == 1]
        if any(f.value in claim.checked.entities for e in near for f in store.facts(e, predicate)):
            return True
    return False


def _is_slip(claim: Claim, compared: Compared) -> bool:
    """Whether a stated year lies near a known one, so that the same person is meant."""
    stated = [r.start.year for r in claim.checked.readings if r.start]
    known = [f.valid.start.year for f in compared.facts if f.valid and f.valid.start]
    return any(abs(one - other) <= SLIP_YEARS for one in stated for other in known)


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


def _flag(claim: Claim, compared: Compared, store: Store) -> Opinion:
    slot, known = claim.checked, compared.refuting
    swapped = _of_another_subject(claim, known[0], compared.predicate, store)
    earlier = [f for f in compared.of(Relation.AGREES, timely=False) if _ended_before(f, known)]
    text = f"The text says {slot.text}. Known: {known[0].text}."
    repairs = _repairs(claim, known[:3], compared.predicate, store)
    if earlier:
        text += f" Formerly: {earlier[-1].text}."
        return Opinion(
            Verdict.OUTDATED,
            Reason.FORMER_VALUE,
            "value",
            slot.span,
            text,
            (*known[:3], earlier[-1]),
            repairs,
        )
    if swapped:
        span, repair = swapped
        return Opinion(
            Verdict.MISMATCH, Reason.DIFFERENT_VALUE, "value", span, text, known[:3], (*repairs[:1], repair)
        )
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_VALUE, "value", slot.span, text, known[:3], repairs)


def _repairs(claim: Claim, known: Sequence[Fact], predicate: Predicate, store: Store) -> tuple[Repair, ...]:
    """Each value that would fit, once, as the text would write it, with the facts that say so."""
    slot = claim.checked
    facts: dict[str, list[str]] = {}
    for fact in known:
        replacement = write_value(slot, _turned(fact, claim, predicate), predicate, store)
        if replacement:
            facts.setdefault(replacement, []).append(fact.id)
    return tuple(Repair(slot.span, replacement, tuple(ids)) for replacement, ids in facts.items())


def _turned(fact: Fact, claim: Claim, predicate: Predicate) -> Fact:
    """A fact that holds both ways, as one about the claim's subject."""
    subject = claim.slot("subject")
    if predicate.policy == MUTUAL and subject is not None and fact.value in subject.entities:
        return replace(fact, subject=fact.value, value=fact.subject)
    return fact


def _of_another_subject(
    claim: Claim, known: Fact, predicate: Predicate, store: Store
) -> tuple[Span, Repair] | None:
    """The span that takes in the subject, and the subject that would fit, where the value is that of another: "Jack Ma, founder of Tencent".

    Either may be what is wrong. None where the value fits several subjects or none.
    """
    slot, subject = claim.checked, claim.slot("subject")
    if subject is None or predicate.value_kind != "entity" or predicate.policy != "same":
        return None
    kind = known.subject.partition("/")[0] + "/"
    if kind == "edition/":
        return None  # there the year tells which
    facts = [f for e in slot.entities for f in store.facts_with_value(predicate.name, e)]
    others = {fact.subject: fact for fact in facts if fact.subject.startswith(kind)}
    if len(others) != 1:
        return None
    span = Span(min(slot.span.start, subject.span.start), max(slot.span.end, subject.span.end))
    if span.end - span.start > JOINED_SPAN:
        return None
    other, fact = next(iter(others.items()))
    return span, Repair(subject.span, store.name(other), (fact.id,))


STALE_YEARS = 15
"""A figure older than this that happens to fit is no sign of where a wrong one came from."""


def _ended_before(fact: Fact, known: Sequence[Fact]) -> bool:
    starts = [f.valid.start for f in known if f.valid and f.valid.start]
    end = fact.valid.end if fact.valid else None
    if end is None or not starts or end > max(starts):
        return False
    return not is_figure(fact) or (max(starts) - end).days <= STALE_YEARS * 366
