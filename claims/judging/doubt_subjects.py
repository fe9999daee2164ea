"""Whether a claim may be about another than the one whose facts were found: a namesake, another edition, version or place."""

from claims.judging.compared_facts import MUTUAL, Compared
from claims.judging.doubt_persons import may_be_stranger
from claims.judging.doubt_places import PLACES, may_be_other_place
from claims.judging.doubt_works import may_be_other_work
from claims.judging.namesake_works import has_namesake
from claims.judging.namesakes import SLIP_YEARS, is_noted, is_sole_bearer
from claims.records import Article, Claim, Reason
from claims.store.open import Store
from claims.values.names import name_key

IN_CONTEST = "in_contest"
"""The cue of a match that is said to have been in a contest, not to have been its final."""
UNSURE_NAMES = frozenset(("weak", "subject:surname", "subject:weak", "subject:generic"))
"""Cues of a subject that is named by less than would tell it from others."""


def doubt_subject(
    claim: Claim, compared: Compared, article: Article, store: Store
) -> tuple[Reason, str] | None:
    """Why another may be meant than the one whose facts were found, or None."""
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
    known = (
        _is_slip(claim, compared)
        or is_noted(person, store)
        or _is_said_of_its_place(claim, person, article, store)
    )
    return not known or may_be_stranger(claim, person, article.text, store)


def _is_said_of_its_place(claim: Claim, person: str, article: Article, store: Store) -> bool:
    """Whether the sentence names the place where the person is known to have been born or to have died, no mere country."""
    sentence = f" {name_key(claim.sentence.of(article.text))} "
    facts = [f for predicate in ("born_in", "died_in") for f in store.facts(person, predicate)]
    places = {name_key(store.name(f.value).partition(",")[0]) for f in facts if f.value.startswith("place/")}
    return any(f" {place} " in sentence for place in places)


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
