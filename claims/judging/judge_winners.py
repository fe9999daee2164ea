"""Who won a contest or an award: where the one named won another year's, the year may be what is wrong."""

import re
from collections.abc import Mapping, Sequence, Set
from dataclasses import replace

from claims.judging.doubtful_wording import doubtful_wording
from claims.judging.judge_never_won import judge_never_won
from claims.judging.judge_relations import judge_relation
from claims.judging.opinion import Opinion, silent
from claims.records import Article, Candidate, Claim, Fact, Precision, Reason, Repair, Span, Verdict
from claims.settings import Settings
from claims.store.open import Store
from claims.values.names import name_key

_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
NEAR_YEARS = 5
"""A year that is off by no more is likelier to be the slip than the name is."""


def judge_winner(
    claim: Claim, candidates: Sequence[Candidate], article: Article, store: Store, settings: Settings
) -> Opinion:
    """The opinion on a winner; a flag spans the year, too, where the one named won in another one."""
    opinion = judge_relation(claim, candidates, article, store, settings)
    if opinion.is_flag and _are_several_years(claim, article):
        text = "Several editions are named, and who won which is not said."
        return silent(Reason.AMBIGUOUS_ENTITY, "value", opinion.span, text, opinion.facts)
    if opinion.reason is Reason.NO_ENTITY:
        return _judge_unknown_year(claim, article, store) or opinion
    if opinion.reason is Reason.AMBIGUOUS_ENTITY and len(candidates) > 1:
        several = _judge_several(claim, candidates, article, store, opinion)
        return several if several.is_flag else judge_never_won(claim, article, store) or several
    return _with_year(claim, article, store, opinion) if opinion.is_flag and opinion.facts else opinion


_MORE_YEARS = re.compile(r"^\s?(?:,|and|or|to|&|–|-)\s?(?:the\s|in\s)?(?:1[89]|20)\d\d\b")
_YEARS_BEFORE = re.compile(r"\b(?:1[89]|20)\d\d\s?(?:,|and|or|to|&|–|-)\s?(?:the\s)?$")


def _are_several_years(claim: Claim, article: Article) -> bool:
    """Whether another year stands beside the edition's: "the World Cups of 2018 and 2022"."""
    subject = claim.slot("subject")
    if subject is None:
        return False
    before, after = article.text[: subject.span.start], article.text[subject.span.end :]
    return bool(_MORE_YEARS.match(after) or _YEARS_BEFORE.search(before[-40:]))


def _with_year(claim: Claim, article: Article, store: Store, opinion: Opinion) -> Opinion:
    """A flag on a winner, with the year that may be what is wrong."""
    if _is_host(claim, opinion.facts[0].subject, store):
        text = "It was host of it, which it won in another sense."
        return silent(Reason.AMBIGUOUS_ENTITY, "value", opinion.span, text, opinion.facts)
    where, won = _stated_year(claim, article), _wins(claim, opinion.facts[0].subject, store)
    if where is None and _is_of_a_year(claim) and not _straddles((opinion.facts[0].subject,), store):
        return opinion
    if where is None:
        # "The prize went to Bob Dylan, the first American since Toni Morrison in 1993": the year is another's.
        text = "The one named won in another year, and the wording names none."
        return silent(Reason.TIME_UNKNOWN, "value", opinion.span, text, opinion.facts) if won else opinion
    span, stated = where
    late = _given_late(claim, where, won, store)
    if late is not None:
        text = f"{late.text}, and it may have been given in {stated}."
        return silent(Reason.AMBIGUOUS_ENTITY, "value", opinion.span, text, (late,))
    years = sorted(won, key=lambda year: (abs(year - stated), year))
    if not years or stated in won or not _is_slip(years[0], stated):
        return opinion
    year = Repair(span, str(years[0]), (won[years[0]].id,))
    return replace(
        opinion,
        span=_joined(claim.checked.span, span),
        explanation=f"{opinion.explanation} {won[years[0]].text}.",
        facts=(*opinion.facts, won[years[0]]),
        repairs=(year, *opinion.repairs),
    )


def _judge_unknown_year(claim: Claim, article: Article, store: Store) -> Opinion | None:
    """Who won a prize that nobody wins twice (``won_once``) did so in the year that is known, though nothing is known of the year stated."""
    where, subject, slot = _stated_year(claim, article), claim.slot("subject"), claim.checked
    if where is None or subject is None or len(slot.entities) != 1 or doubtful_wording(claim):
        return None
    series = {entity for entity in subject.entities if entity in store.series}
    names = [name_key(store.name(entity)) for entity in series]
    once = store.word_list("won_once")
    if not names or not all(any(prize in name for prize in once) for name in names):
        return None
    span, stated = where
    won = _wins_of(claim, series, store)
    if len(won) != 1 or stated in won or not all(fact.confirmed for fact in won.values()):
        return None
    if _given_late(claim, where, won, store) is not None:
        return None
    ((year, fact),) = won.items()
    text = f"The text says {stated}. Known: {fact.text}."
    repair = Repair(span, str(year), (fact.id,))
    joined = _joined(slot.span, span)
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_TIME, "value", joined, text, (fact,), (repair,))


def _given_late(claim: Claim, where: tuple[Span, int], won: Mapping[int, Fact], store: Store) -> Fact | None:
    """The win of an earlier year whose prize was given in the stated one, or may have been: Einstein's of 1921 came in 1922.

    Only where the wording says when it was won; "the 1922 prize" is that of 1922.
    """
    if not _says_when(claim, where):
        return None
    stated = where[1]
    given = (fact for year, fact in sorted(won.items()) if year < stated in _given(fact, year, store))
    return next(given, None)


def _says_when(claim: Claim, where: tuple[Span, int]) -> bool:
    """Whether the year is told as a time, and not as the beginning of the prize's name: "the prize in 1922"."""
    subject = claim.slot("subject")
    return _is_bound(claim) or (subject is not None and subject.span.end == where[0].end)


def _given(win: Fact, year: int, store: Store) -> set[int]:
    """The years in which a prize was given, as far as is known: a year later, too, where its date is not confirmed."""
    given = {year}
    for fact in store.facts(win.subject, "took_place"):
        end = fact.valid.end if fact.valid else None
        given |= {end.year} if end and fact.confirmed else {year + 1}
    return given


def _is_of_a_year(claim: Claim) -> bool:
    """Whether the wording gives a whole year in words: "last year it went to"."""
    times = claim.all_slots("time")[:1] if "bound" in claim.cues else ()
    return any(reading.precision is Precision.YEAR for time in times for reading in time.readings)


def _is_host(claim: Claim, edition: str, store: Store) -> bool:
    """Whether the one named held the edition, which may be what was won: "Qatar won the 2022 World Cup in a vote of 2010"."""
    places = store.facts(edition, "located_in_country") + store.facts(edition, "located_in")
    return not {f.value for f in places}.isdisjoint(claim.checked.entities)


def _is_slip(known: int, stated: int) -> bool:
    """Whether a year is near the known one, or has one other digit: 1992 for 1982."""
    digits = sum(a != b for a, b in zip(str(known), str(stated), strict=True))
    return abs(known - stated) <= NEAR_YEARS or digits == 1


def _is_bound(claim: Claim) -> bool:
    """Whether the wording itself says when something was won, and not the name of the edition alone."""
    return "bound" in claim.cues and bool(claim.all_slots("time"))


def _stated_year(claim: Claim, article: Article) -> tuple[Span, int] | None:
    """The year that the wording or the name of the edition has in digits, and where it stands."""
    bound = claim.all_slots("time")[:1] if _is_bound(claim) else ()
    for slot in (*bound, *claim.all_slots("subject")):
        found = _YEAR.search(article.text, slot.span.start, slot.span.end)
        if found:
            return Span(*found.span()), int(found[0])
    return None


def _wins(claim: Claim, edition: str, store: Store) -> dict[int, Fact]:
    """The editions of the same series that the one named won, by their year."""
    return _wins_of(claim, {fact.value for fact in store.facts(edition, "edition_of")}, store)


def _wins_of(claim: Claim, series: Set[str], store: Store) -> dict[int, Fact]:
    return {
        int(years[0].value): fact
        for entity in claim.checked.entities
        for fact in store.facts_with_value(claim.predicate, entity)
        if series & {f.value for f in store.facts(fact.subject, "edition_of")}
        and (years := store.facts(fact.subject, "edition_year"))
    }


def _joined(one: Span, other: Span) -> Span:
    return Span(min(one.start, other.start), max(one.end, other.end))


def _judge_several(
    claim: Claim, candidates: Sequence[Candidate], article: Article, store: Store, opinion: Opinion
) -> Opinion:
    """A prize of several kinds in a year: who won one of them in another year, and none in that one, has the wrong year.

    "Marie Curie won the Nobel Prize in 1908" is so refuted by the winners of all six of 1908.
    """
    where, slot = _stated_year(claim, article), claim.checked
    editions = [c.entity for c in candidates]
    if where is None or len(slot.entities) != 1 or doubtful_wording(claim):
        return opinion
    span, stated = where
    won = {year: fact for edition in editions for year, fact in _wins(claim, edition, store).items()}
    facts = [f for edition in editions for f in store.facts(edition, claim.predicate)]
    closed = all(_is_closed(edition, stated, store) for edition in editions)
    if not won or stated in won or not closed or not all(fact.confirmed for fact in facts):
        return opinion
    if _given_late(claim, where, won, store) is not None:
        return opinion
    years = sorted(won, key=lambda year: (abs(year - stated), year))
    if any(abs(year - stated) <= 1 for year in years) and _straddles(editions, store):
        return opinion
    nearest = won[years[0]]
    text = f"The text says {stated}. Known: {nearest.text}."
    repair = Repair(span, str(years[0]), (nearest.id,))
    return Opinion(
        Verdict.MISMATCH,
        Reason.DIFFERENT_TIME,
        "value",
        _joined(slot.span, span),
        text,
        (nearest, *facts[:1]),
        (repair,),
    )


def _is_closed(edition: str, year: int, store: Store) -> bool:
    """Whether an edition is of that year, and its series is complete then."""
    of_year = any(f.value == str(year) for f in store.facts(edition, "edition_year"))
    series = [store.series[f.value] for f in store.facts(edition, "edition_of") if f.value in store.series]
    return of_year and bool(series) and all(one.knows_year(year) for one in series)


def _straddles(editions: Sequence[str], store: Store) -> bool:
    families = {
        store.series[f.value].family
        for edition in editions
        for f in store.facts(edition, "edition_of")
        if f.value in store.series
    }
    return bool(families & store.word_list("straddling"))
