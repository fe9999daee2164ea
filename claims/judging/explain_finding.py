"""A claim judged once more, with note of every fact that was looked up and of how it stands to the claim."""

from collections.abc import Sequence
from dataclasses import dataclass

from claims.judging.comparison import Comparison, Standing
from claims.judging.explain_closedness import Closedness, explain_closedness
from claims.judging.explain_comparison import Question, explain_comparison, held_at_the_time
from claims.judging.explain_confidence import ConfidenceParts, explain_confidence
from claims.judging.judge import judge_claim
from claims.judging.rank_editions import rank_editions, weigh_edition
from claims.judging.year_surroundings import read_surroundings
from claims.records import Article, Candidate, Claim, Fact, Finding, Shape, Verdict
from claims.settings import Settings
from claims.store.open import Store
from claims.store.recording import LookUp, RecordingStore


@dataclass(frozen=True, slots=True)
class WeighedFact:
    """A fact that was compared, or became evidence; ``held`` says whether it held at the time, None where that is not asked."""

    fact: Fact
    comparison: Comparison | None
    held: bool | None
    is_evidence: bool


@dataclass(frozen=True, slots=True)
class RankedEdition:
    """An edition that may have been meant, with what speaks for and against it in points by name."""

    entity: str
    points: float
    terms: tuple[tuple[str, float], ...]
    rank: int


@dataclass(frozen=True, slots=True)
class Trace:
    """How a finding came about. ``editions`` are ranked, likeliest first; only flags of editions have them.

    ``alone`` is what the judge says of the claim by itself, before other places of the article and limits are looked at.
    """

    alone: Finding
    asked: tuple[LookUp, ...]
    facts: tuple[WeighedFact, ...]
    closedness: tuple[Closedness, ...]
    confidence: ConfidenceParts | None
    editions: tuple[RankedEdition, ...]


def explain_finding(
    finding: Finding, candidates: Sequence[Candidate], article: Article, store: Store, settings: Settings
) -> Trace:
    """What a finding of ``check_article`` rests on; its claim is judged again, which gives the same."""
    claim, recorder = finding.claim, RecordingStore(store)
    alone = judge_claim(claim, candidates, article, recorder, settings)
    asked = recorder.take()
    question = Question(claim, tuple(candidates), article, store)
    return Trace(
        alone,
        asked,
        _weigh(asked, finding, alone, question),
        explain_closedness(claim, asked, store),
        explain_confidence(alone, settings),
        _rank(claim, article, store) if alone.features and claim.shape is Shape.EDITION else (),
    )


def _weigh(
    asked: Sequence[LookUp], finding: Finding, alone: Finding, question: Question
) -> tuple[WeighedFact, ...]:
    """The evidence in its own order, then what else was compared, in the order in which it was looked up."""
    looked_up = (fact for one in asked for fact in one.facts)
    facts = dict.fromkeys((*finding.facts, *looked_up))
    evidence = frozenset(fact.id for fact in finding.facts)
    return tuple(
        WeighedFact(fact, comparison, held_at_the_time(fact, question), fact.id in evidence)
        for fact in facts
        if (comparison := explain_comparison(fact, question) or _computed(fact, alone)) or fact.id in evidence
    )


COMPUTED = (Shape.CALENDAR, Shape.ARITHMETIC)
"""Shapes whose one piece of evidence is computed, and compared in judging; no store is asked."""
_BY_VERDICT = {Verdict.SUPPORTED: Standing.COMPATIBLE, Verdict.MISMATCH: Standing.DIFFERENT}


def _computed(fact: Fact, alone: Finding) -> Comparison | None:
    """How what is stated stands to what was computed: its verdict says so, for nothing else is compared."""
    if alone.claim.shape not in COMPUTED or fact not in alone.facts:
        return None
    standing = _BY_VERDICT.get(alone.verdict, Standing.NOT_COMPARABLE)
    return Comparison(standing, "computed", {"stated": alone.claim.checked.text, "known": fact.text})


def _rank(claim: Claim, article: Article, store: Store) -> tuple[RankedEdition, ...]:
    slot = claim.slot("year")
    year = int(slot.text) if slot else 0
    around = read_surroundings(claim, article, store)
    return tuple(
        RankedEdition(
            edition.entity,
            points,
            tuple(weigh_edition(edition, claim, year, article, store, around).items()),
            rank,
        )
        for rank, (edition, points) in enumerate(rank_editions(claim, year, article, store), 1)
    )
