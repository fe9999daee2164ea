"""What became of each candidate: why it was left out, or what its facts had to say."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from claims.judging.comparison import Standing
from claims.judging.explain_finding import Trace, WeighedFact
from claims.judging.judge_editions import fits_place
from claims.judging.judge_events import meant_candidates
from claims.records import Candidate, Claim, Considered, Shape
from claims.store.open import Store

EVENTS = (Shape.EVENT_DATE, Shape.EVENT_PLACE)
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
    and are not shown, and ``nothing`` where none was.
    """

    candidate: Candidate
    lost_by: str
    said: str


def explain_candidates(
    claim: Claim, considered: Sequence[Considered], trace: Trace, store: Store
) -> tuple[Outcome, ...]:
    """Each candidate with its outcome, those taken first, else in the order in which they were found."""
    after_judging = _editions(claim, store) if claim.shape is Shape.EDITION else considered
    if claim.shape in EVENTS:
        after_judging = _of_events(claim, considered, store)
    outcomes = [Outcome(c.candidate, c.obstacle, _said(c, trace.facts)) for c in after_judging]
    return tuple(sorted(outcomes, key=lambda outcome: bool(outcome.lost_by)))


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


def _editions(claim: Claim, store: Store) -> list[Considered]:
    """The editions of the series named: those of the year that fit the place, and why the others do not."""
    series, year = claim.slot("series"), claim.slot("year")
    return [
        Considered(
            Candidate(edition.entity, "series", 1.0),
            "other_year"
            if edition.year != int(year.text)
            else ("" if fits_place(edition, claim, store) else "other_place"),
        )
        for entity in (series.entities if series and year else ())
        for edition in store.editions(entity)
        if year
    ]
