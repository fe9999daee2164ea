"""What became of each candidate: why it was left out, or what its facts had to say."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from claims.judging.comparison import Standing
from claims.judging.explain_finding import Trace, WeighedFact
from claims.judging.judge_editions import fits_place
from claims.judging.meant_events import meant_candidates
from claims.records import Candidate, Claim, Considered, Shape, Verdict
from claims.store.open import Store
from claims.store.series import Edition

EVENTS = (Shape.EVENT_DATE, Shape.EVENT_PLACE)
BY_HOLDER = ("titles", "titles_in_a_row", "holder_number")
"""Predicates whose facts are found by who holds or has won something."""
_BY_STANDING = (
    (Standing.EQUAL, "agrees"),
    (Standing.COMPATIBLE, "agrees"),
    (Standing.NOT_COMPARABLE, "not_comparable"),
    (Standing.DIFFERENT, "differs"),
)


@dataclass(frozen=True, slots=True)
class Outcome:
    """A candidate and what became of it.

    ``lost_by`` is the code of why it was not taken, or empty. Of one that was taken ``said`` is ``evidence`` where a
    fact of it is shown with the verdict, ``agrees``, ``differs`` or ``not_comparable`` where facts of it were compared
    and are not shown, ``nothing`` where none was, and ``not_asked`` where judging looks facts up by other slots.
    """

    candidate: Candidate
    lost_by: str
    said: str


def explain_candidates(
    claim: Claim, considered: Sequence[Considered], trace: Trace, store: Store
) -> tuple[Outcome, ...]:
    """Each candidate with its outcome, those taken first, else in the order in which they were found."""
    after_judging = _editions(claim, trace, store) if claim.shape is Shape.EDITION else considered
    if claim.shape in EVENTS:
        after_judging = _of_events(claim, considered, store)
    asked = not _by_other_slots(claim)
    outcomes = [
        Outcome(c.candidate, c.obstacle, _said(c, trace.facts) if asked or c.obstacle else "not_asked")
        for c in after_judging
    ]
    return tuple(sorted(outcomes, key=lambda outcome: bool(outcome.lost_by)))


def _by_other_slots(claim: Claim) -> bool:
    """Whether facts are found by holder, title or jurisdiction, not by the candidates for the subject."""
    worded = any(cue.startswith("predicate:") for cue in claim.cues)
    return worded and (claim.value == "time" or claim.predicate in BY_HOLDER)


def _said(considered: Considered, facts: Iterable[WeighedFact]) -> str:
    if considered.obstacle:
        return ""
    entity = considered.candidate.entity
    own = [f for f in facts if entity in (f.fact.subject, f.fact.value)]
    if any(fact.is_evidence for fact in own):
        return "evidence"
    standings = {fact.comparison.standing for fact in own if fact.comparison}
    return next((said for standing, said in _BY_STANDING if standing in standings), "nothing")


def _of_events(claim: Claim, considered: Sequence[Considered], store: Store) -> list[Considered]:
    """The same, with those that the judge sets aside for their year or time."""
    taken = [one.candidate for one in considered if not one.obstacle]
    meant = meant_candidates(claim, taken, store)
    obstacle = "other_year" if any(cue.startswith("year:") for cue in claim.cues) else "other_time"
    return [
        one if one.obstacle or one.candidate in meant else replace(one, obstacle=obstacle)
        for one in considered
    ]


def _editions(claim: Claim, trace: Trace, store: Store) -> list[Considered]:
    """The editions of the series named, nearest to the year first: those that fit it and the place, and why others do not.

    One that bears the claim out counts as taken whatever its year: the Games of 2020 were held in 2021.
    """
    series, year = claim.slot("series"), claim.slot("year")
    stated = int(year.text) if year else 0
    supported = trace.alone.verdict is Verdict.SUPPORTED
    borne_out = {fact.subject for fact in trace.alone.facts} if supported else set()
    return [
        Considered(
            Candidate(edition.entity, "series", 1.0),
            "" if edition.entity in borne_out else _misfit(edition, stated, claim, store),
        )
        for entity in (series.entities if series else ())
        for edition in sorted(store.editions(entity), key=lambda edition: abs(edition.year - stated))
    ]


def _misfit(edition: Edition, year: int, claim: Claim, store: Store) -> str:
    if edition.year != year:
        return "other_year"
    return "" if fits_place(edition, claim, store) else "other_place"
