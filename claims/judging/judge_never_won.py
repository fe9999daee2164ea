"""Who is said to have won a prize of which every winner is known, and is none of them."""

import re
from collections.abc import Mapping, Sequence

from claims.judging.doubt_persons import COMMON, is_private
from claims.judging.doubtful_wording import doubtful_wording
from claims.judging.opinion import Opinion
from claims.judging.write_values import plain_name
from claims.records import Article, Claim, Fact, Reason, Repair, Verdict
from claims.store.open import Store

WHOLE = "whole_prizes"
"""The list of series whose winners are known from the first to the last."""


_FOR_OTHERS = re.compile(r"\b(?:accept|receiv|collect)(?:s|ed|ing|es|e)?\b|\bbehalf\b", re.IGNORECASE)
"""Somebody accepts a prize for the body that won it."""


def judge_never_won(claim: Claim, article: Article, store: Store) -> Opinion | None:
    """A flag where the one named won no edition up to the article's year; None where that is not known for sure.

    "Philip Roth won the Nobel Prize in Literature" names no year, and is wrong for each. Only of those who could have won it as it is
    given: of persons where persons win it, of films where films do.
    """
    subject, slot, published = claim.slot("subject"), claim.checked, article.published
    if subject is None or published is None or len(subject.entities) != 1 or len(slot.entities) != 1:
        return None
    series, named = subject.entities[0], slot.entities[0]
    if series.removeprefix("series/") not in store.word_list(WHOLE) or _is_doubtful(claim, article, store):
        return None
    winners = _winners(series, claim.predicate, store)
    if published.year not in winners or not _is_none_of(named, winners):
        return None
    last = _last_before(article, winners)
    text = f"{plain_name(store.name(named))} is none of the winners from {min(winners)} to {max(winners)}. Known: {last[0].text}."
    repairs = tuple(Repair(slot.span, plain_name(store.name(fact.value)), (fact.id,)) for fact in last[:2])
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_VALUE, "value", slot.span, text, last, repairs)


def _is_doubtful(claim: Claim, article: Article, store: Store) -> bool:
    """Whether the wording says less than that the one named won, or names somebody else."""
    for_others = _FOR_OTHERS.search(claim.sentence.of(article.text)) is not None
    stranger = _is_stranger(claim.checked.entities[0], claim.checked.text, article, store)
    return for_others or stranger or "weak" in claim.cues or doubtful_wording(claim) is not None


def _is_none_of(named: str, winners: Mapping[int, Sequence[Fact]]) -> bool:
    """Whether somebody of a kind that wins is surely none of the winners."""
    known = [fact for facts in winners.values() for fact in facts]
    kinds = {fact.value.partition("/")[0] for fact in known}
    surely = all(fact.confirmed for fact in known)
    return surely and named.partition("/")[0] in kinds and all(fact.value != named for fact in known)


def _winners(series: str, predicate: str, store: Store) -> dict[int, tuple[Fact, ...]]:
    """Who won each edition, by its year; a year in which the prize was not given has none."""
    return {e.year: store.facts(e.entity, predicate) for e in store.editions(series)}


def _last_before(article: Article, winners: Mapping[int, tuple[Fact, ...]]) -> tuple[Fact, ...]:
    """The winners of the last edition that had any, up to the article's year."""
    assert article.published is not None
    years = [year for year, facts in winners.items() if facts and year <= article.published.year]
    return winners[max(years)]


def _is_stranger(named: str, text: str, article: Article, store: Store) -> bool:
    """Whether somebody else of the name may be meant, as of a common name or of somebody in private life."""
    if not named.startswith("person/"):
        return False
    name = store.name(named)
    return store.expected_bearers(name) >= COMMON or is_private((text, name), article.text, store)
