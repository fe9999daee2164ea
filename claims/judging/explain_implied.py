"""How a fact compares with a statement that only follows from it: a length in office, who came before whom."""

from collections.abc import Sequence

from claims.judging.comparison import Comparison, Standing
from claims.judging.judge_ages_then import THEN, judge_age_then
from claims.judging.judge_award_works import judge_award_work
from claims.judging.judge_careers import judge_career
from claims.judging.judge_elections_won import judge_election_won
from claims.judging.judge_lengths_in_office import judge_length_in_office
from claims.judging.judge_member_numbers import judge_member_number
from claims.judging.judge_office_times import BOUNDARY, judge_office_time
from claims.judging.judge_successions import judge_succession
from claims.judging.judge_takings import judge_takings
from claims.records import Article, Candidate, Claim, Fact, Verdict
from claims.settings import Settings
from claims.store.open import Store

JUDGES = {
    "activity_ended": judge_career,
    "debut": judge_career,
    "elected": judge_election_won,
    "elected_again": judge_election_won,
    "member_number": judge_member_number,
    "profit": judge_takings,
    "succeeded": judge_succession,
    "times_budget": judge_takings,
    "won_for": judge_award_work,
    "years_in_office": judge_length_in_office,
    **dict.fromkeys(THEN, judge_age_then),
    **dict.fromkeys(BOUNDARY, judge_office_time),
}
"""Predicates whose values follow from facts of others, and what judges them."""


def explain_implied(
    fact: Fact, claim: Claim, candidates: Sequence[Candidate], article: Article, store: Store
) -> Comparison | None:
    """The standing of what follows from a fact; None for a fact that the judge passed over."""
    opinion = JUDGES[claim.predicate](claim, candidates, article, store, Settings())
    if fact not in opinion.facts:
        return None
    if opinion.verdict is Verdict.SUPPORTED:
        return Comparison(Standing.COMPATIBLE, "computed")
    standing = Standing.DIFFERENT if opinion.is_flag else Standing.NOT_COMPARABLE
    return Comparison(standing, "computed")
