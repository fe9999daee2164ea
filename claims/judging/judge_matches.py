"""Who beat whom, and by how much: a match is known by its day and two of winner, loser and score; the third is judged."""

import re
from collections.abc import Sequence
from datetime import date, timedelta

from claims.judging.deciding_matches import deciding_match
from claims.judging.doubtful_wording import UNASSERTED
from claims.judging.find_matches import PlayedMatch, find_matches
from claims.judging.opinion import Opinion, silent
from claims.judging.title_records import other_contests
from claims.records import Article, Candidate, Claim, Reason, Repair, Slot, Verdict
from claims.settings import Settings
from claims.store.open import Store
from claims.values.names import tokenise

RECENT = timedelta(days=4)
"""A result that is told without a day is news this long."""
A_DAY = timedelta(days=1)
"""A match of the evening is dated by its own place."""
MOST_TIMES, FEW = 2, 5
"""Of one sport are scores of which the larger number is at most so many times the known one, or by so few above it."""
Doubt = tuple[Reason, str]
_SCORE = re.compile(r"(?<![\d-])(\d{1,3})\s?[-–]\s?(\d{1,3})(?![\d-])")
_DECIDED_LATER = re.compile(
    r"\b(?:penalt|pens\b|shoot-?out|aggregate|half-time|halftime|on points|sets?\b)", re.I
)


def judge_match(
    claim: Claim, _candidates: Sequence[Candidate], article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on a score, where the claim has an opponent beside it, or on the opponent itself."""
    subject, other = claim.slot("subject"), claim.slot("holder") or claim.checked
    if subject is None or not subject.entities or not other.entities:
        return silent(Reason.NO_ENTITY, "value", claim.checked.span, "A side is not known.")
    between = find_matches(subject.entities, store, other.entities)
    meant = tuple(m for m in between if _is_meant(m.day, claim, article))
    stated = _stated(claim, article)
    if claim.checked is not other:
        return _judge_score(claim, between, meant, stated, article, store)
    if meant:
        return _judge_outcome(claim, meant, stated, article, store)
    return _judge_opponent(claim, between, stated, article, store)


def _judge_score(
    claim: Claim,
    between: tuple[PlayedMatch, ...],
    meant: tuple[PlayedMatch, ...],
    stated: tuple[int, int] | None,
    article: Article,
    store: Store,
) -> Opinion:
    agreeing = [m for m in meant if stated and sorted(m.points) == sorted(stated) and _fits(claim, m)]
    if agreeing:
        return _agrees(claim, agreeing[0], store)
    doubt = _doubt(claim, meant, article, store) or _doubt_score(claim, between, meant, stated)
    if doubt:
        return silent(doubt[0], "value", claim.checked.span, doubt[1])
    match, slot = meant[0], claim.checked
    text = f"The text says {slot.text}. Known: {match.facts[0].text}, {match.day.isoformat()}."
    assert stated is not None
    repair = Repair(slot.span, _write(match.points, stated, slot), (match.facts[0].id,))
    return Opinion(
        Verdict.MISMATCH, Reason.DIFFERENT_RESULT, "value", slot.span, text, match.facts, (repair,)
    )


def _judge_outcome(
    claim: Claim,
    meant: tuple[PlayedMatch, ...],
    stated: tuple[int, int] | None,
    article: Article,
    store: Store,
) -> Opinion:
    """The two sides met. Flagged only where the score is the right one and the other side's."""
    agreeing = [m for m in meant if _fits(claim, m) and m.won is not None]
    if agreeing:
        return _agrees(claim, agreeing[0], store)
    doubt = _doubt(claim, meant, article, store)
    match = meant[0]
    if doubt or match.won is None or stated is None or sorted(stated) != sorted(match.points):
        reason, text = doubt or (
            Reason.LOW_CONFIDENCE,
            "Who won is not known, or another match may be meant.",
        )
        return silent(reason, "value", claim.checked.span, text)
    text = f"It was the other side that won. Known: {match.facts[0].text}; {match.facts[2].text}; {match.facts[3].text}."
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_RESULT, "value", claim.checked.span, text, match.facts)


def _judge_opponent(
    claim: Claim,
    between: tuple[PlayedMatch, ...],
    stated: tuple[int, int] | None,
    article: Article,
    store: Store,
) -> Opinion:
    """The two sides did not meet then. Flagged where the one had that very result against somebody else."""
    subject, slot = claim.slot("subject"), claim.checked
    assert subject is not None
    played = tuple(m for m in find_matches(subject.entities, store) if _is_meant(m.day, claim, article))
    same = tuple(m for m in played if stated and sorted(m.points) == sorted(stated) and _fits(claim, m))
    same = same or deciding_match(claim, played, stated, article, store)
    doubt: Doubt | None = (Reason.NO_FACT, "No match of the two at that time is known.")
    if len(same) == 1 and not any(sorted(m.points) == sorted(stated or ()) for m in between):
        doubt = _doubt(claim, same, article, store)
    if doubt:
        return silent(doubt[0], "value", slot.span, doubt[1])
    match = same[0]
    other = store.name(match.other)
    text = f"{store.name(match.side)} met {other} on {match.day.isoformat()}. Known: {match.facts[0].text}."
    repair = Repair(slot.span, other, (match.facts[0].id,))
    return Opinion(
        Verdict.MISMATCH, Reason.DIFFERENT_RESULT, "value", slot.span, text, match.facts, (repair,)
    )


def _is_meant(day: date, claim: Claim, article: Article) -> bool:
    """Whether a match was played at a time that the sentence names, or just before the article."""
    if article.published and timedelta(0) <= article.published - day <= RECENT:
        return True
    return any(_holds(day, slot) for slot in claim.all_slots("time"))


def _holds(day: date, slot: Slot) -> bool:
    return any(r.start and r.end and r.start - A_DAY <= day <= r.end + A_DAY for r in slot.readings)


def _stated(claim: Claim, article: Article) -> tuple[int, int] | None:
    """The score that stands in the slot, or after the first side in the sentence."""
    text, subject = claim.checked.text, claim.slot("subject")
    if claim.slot("holder") is None and subject:
        text = article.text[subject.span.end : claim.sentence.end]
    found = _SCORE.search(text)
    if found is None or _is_of_another(claim, text[: found.start()], article):
        return None
    return int(found[1]), int(found[2])


def _is_of_another(claim: Claim, until: str, article: Article) -> bool:
    """Whether a score behind the opponent is parted from it: "who beat City in the semi-final, won with a 1-0 defeat of Liverpool"."""
    subject, value = claim.slot("subject"), claim.checked
    if claim.slot("holder") is not None or subject is None:
        return False
    begin = subject.span.end + len(until)
    return begin > value.span.end and "," in article.text[value.span.end : begin]


def _fits(claim: Claim, match: PlayedMatch) -> bool:
    """Whether the outcome is that of the wording."""
    if "drew" in claim.cues:
        return match.points[0] == match.points[1]
    return match.won is None or match.won == ("won" in claim.cues)


def _agrees(claim: Claim, match: PlayedMatch, store: Store) -> Opinion:
    text = f"Agrees with what is known of {store.name(match.entity)}."
    return Opinion(Verdict.SUPPORTED, Reason.AGREES, "value", claim.checked.span, text, match.facts)


def _doubt(claim: Claim, meant: tuple[PlayedMatch, ...], article: Article, store: Store) -> Doubt | None:
    """Why the match that is known may not be the one that is spoken of."""
    if claim.modality in UNASSERTED:
        return Reason.NOT_ASSERTED, "The statement is not asserted."
    if len({m.day for m in meant}) != 1:
        return Reason.NO_FACT, "No one match of the two at that time is known."
    if any(slot.readings and not _holds(meant[0].day, slot) for slot in claim.all_slots("time")):
        return Reason.TIME_UNKNOWN, "The sentence also speaks of another time."
    if _DECIDED_LATER.search(article.text[claim.sentence.start : claim.sentence.end]):
        return Reason.LOW_CONFIDENCE, "Penalties, sets and two legs have scores of their own."
    words = frozenset(token.key for token in tokenise(article.text))
    if words & other_contests(_series(meant[0], store), store):
        return Reason.AMBIGUOUS_ENTITY, "A match of another sport or side may be meant."
    return None


def _series(match: PlayedMatch, store: Store) -> tuple[str, ...]:
    return tuple(fact.value for fact in store.facts(match.entity, "edition_of"))


def _doubt_score(
    claim: Claim,
    between: tuple[PlayedMatch, ...],
    meant: tuple[PlayedMatch, ...],
    stated: tuple[int, int] | None,
) -> Doubt | None:
    """Why a score that is not the match's does not contradict it."""
    if stated is None or max(stated) > MOST_TIMES * max(meant[0].points) + FEW:
        return Reason.AMBIGUOUS_ENTITY, "A match of another sport may be meant."
    if not _fits(claim, meant[0]) or ("drew" in claim.cues) != (stated[0] == stated[1]):
        return Reason.AMBIGUOUS_ENTITY, "The outcome is another one, too."
    if any(sorted(m.points) == sorted(stated) for m in between):
        return Reason.AMBIGUOUS_ENTITY, "Another match of the two had this score."
    return None


def _write(points: tuple[int, int], stated: tuple[int, int], slot: Slot) -> str:
    """The known score with the larger number where the text has it."""
    ordered = sorted(points, reverse=stated[0] >= stated[1])
    return _SCORE.sub("-".join(map(str, ordered)), slot.text, count=1)
