"""Shape *event_date*: when an event took place."""

from collections.abc import Sequence

from claims.judging.compare_times import TimeRelation, compare_times, days_apart, readings_for
from claims.judging.doubt_events import agree, another_meeting, block, nothing_known, still_to_come
from claims.judging.judge_anniversaries import COUNTED, other_anniversary
from claims.judging.meant_events import in_the_news, meant_candidates, times_of
from claims.judging.narrow_meetings import MET, at_its_place, at_its_time, may_be_meant
from claims.judging.opinion import Opinion, silent
from claims.judging.rival_editions import (
    editions_during,
    joined_span,
    repair_year,
)
from claims.judging.slips import is_near_year, is_slip
from claims.judging.write_times import write_time_like
from claims.records import (
    Article,
    Candidate,
    Claim,
    Fact,
    Interval,
    Precision,
    Reason,
    Repair,
    Slot,
    Span,
    Verdict,
)
from claims.settings import Settings
from claims.store.open import Store
from claims.values.dates import write_interval


def judge_event_date(
    claim: Claim, candidates: Sequence[Candidate], article: Article, store: Store, _settings: Settings
) -> Opinion:
    """The opinion on the time of an event."""
    slot = claim.checked
    if slot.unresolved or not slot.readings:
        return silent(
            slot.unresolved or Reason.TIME_UNKNOWN, "time", slot.span, f"“{slot.text}” cannot be resolved."
        )
    if MET in claim.cues and not at_its_time(claim, candidates, store):
        candidates = at_its_place(claim, candidates, store) or candidates
    times = times_of(meant_candidates(claim, candidates, store), store)
    if not times:
        return nothing_known(claim, "time", candidates)
    boundary = next((b for b in ("start", "end") if b in claim.cues), "during")
    relations = {fact: compare_times(readings_for(slot, fact.valid), fact.valid, boundary) for fact in times}
    agreeing = [fact for fact, relation in relations.items() if relation is TimeRelation.AGREES]
    exact = [f for f in agreeing if compare_times(slot.readings, f.valid, boundary) is TimeRelation.AGREES]
    if agreeing:
        return agree(claim, "time", (exact or agreeing)[:1], store)
    if further := completed_then(claim, times) or _also_dated(claim, times, boundary, store):
        return _agrees_further(claim, times, further, store)
    if MET in claim.cues:
        meant = [c for c in candidates if may_be_meant(slot.readings[0], c, store)]
        times = times_of(meant, store) if claim.slot("place") else ()
        relations = {fact: relations[fact] for fact in times}
    times = in_the_news(claim, times, article)
    relations = {fact: relations[fact] for fact in times}
    slips = _slips(claim, times, store)
    if slips:
        times, relations = slips, {fact: relations[fact] for fact in slips}
    relations = {
        f: TimeRelation.DIFFERENT if _is_miswritten(slot, f, boundary) else r for f, r in relations.items()
    }
    relations = {f: TimeRelation.NEAR if _is_week_off(slot, f, boundary) else r for f, r in relations.items()}
    blocked = (
        another_meeting(claim, "time", times)
        or block(claim, times, "time", slipped=bool(slips))
        or _far_from_own(claim, times)
        or _many_dates(claim, times, store)
        or still_to_come(claim, "time", times, article, store)
        or _too_near(claim, relations)
    )
    if blocked:
        return blocked
    return _different_time(claim, times[0], boundary, article, store)


def completed_then(claim: Claim, times: tuple[Fact, ...]) -> tuple[Fact, ...]:
    """The events of some weeks that came to their end at the time stated: Russia annexed Crimea from 20 February to 18 March 2014."""
    if "start" not in claim.cues:
        return ()
    return tuple(f for f in times if not _is_brief(f) and any(_ends_in(f, r) for r in claim.checked.readings))


def _ends_in(fact: Fact, reading: Interval) -> bool:
    """Whether what took some weeks at most ended in an interval."""
    valid = fact.valid
    if (
        valid is None
        or valid.start is None
        or valid.end is None
        or reading.start is None
        or reading.end is None
    ):
        return False
    return (valid.end - valid.start).days <= LASTS_DAYS and reading.start <= valid.end <= reading.end


def _also_dated(claim: Claim, times: tuple[Fact, ...], boundary: str, store: Store) -> tuple[Fact, ...]:
    """The further times told of an event that agree: World War II ended in May 1945, too, the euro came in 2002."""
    further = (f for event in {f.subject for f in times} for f in store.facts(event, "also_dated") if f.valid)
    readings = claim.checked.readings
    return tuple(f for f in further if compare_times(readings, f.valid, boundary) is TimeRelation.AGREES)


def _agrees_further(
    claim: Claim, times: tuple[Fact, ...], further: tuple[Fact, ...], store: Store
) -> Opinion:
    if "treaty" not in _types(times, store):
        return agree(claim, "time", further[:1], store)
    return silent(Reason.AMBIGUOUS_ENTITY, "time", claim.checked.span, SEVERAL_DATES, further[:1])


def _is_miswritten(slot: Slot, fact: Fact, boundary: str) -> bool:
    """Whether a day of the calendar is two days from a brief event's, or from the beginning or end of a longer one.

    A time zone explains one day, and only a weekday is that of a report.
    """
    calendar = any(character.isdigit() for character in slot.text) and "ago" not in slot.text
    exact = slot.readings[0].precision is Precision.DAY and not slot.readings[0].approximate
    meant = boundary != "during" or _is_brief(fact)
    known = fact.valid is not None and fact.valid.precision is Precision.DAY and meant
    return (
        calendar
        and exact
        and known
        and (days_apart(readings_for(slot, fact.valid), fact.valid, boundary) or 0) >= DAYS_OFF
    )


DAYS_OFF = 2
WEEK = 7


def _is_week_off(slot: Slot, fact: Fact, boundary: str) -> bool:
    """Whether a bare weekday is right but for the week: news of Friday that is dated a week later says "Friday", too."""
    if slot.readings[0].precision is not Precision.DAY or any(c.isdigit() for c in slot.text):
        return False
    return days_apart(slot.readings[:1], fact.valid, boundary) == WEEK


def _too_near(claim: Claim, relations: dict[Fact, TimeRelation]) -> Opinion | None:
    if set(relations.values()) == {TimeRelation.DIFFERENT}:
        return None
    text = "The dates differ by too little to say."
    return silent(Reason.LOW_CONFIDENCE, "time", claim.checked.span, text, tuple(relations))


def _slips(claim: Claim, times: tuple[Fact, ...], store: Store) -> tuple[Fact, ...]:
    """The one event whose date the stated one miswrites; none where several are, or the kind comes often."""
    slipped = tuple(
        f for f in times if is_slip(claim.checked, f.valid) and ("start" in claim.cues or _is_brief(f))
    )
    if len({fact.subject for fact in slipped}) != 1:
        return ()
    event = claim.slot("event")
    named = event is not None and event.entities == (slipped[0].subject,) and "weak" not in claim.cues
    return slipped if named or store.heads_of(slipped[0].subject) & store.word_list("once") else ()


BRIEF_DAYS = 2
"""Of an event that lasts longer another day may be meant."""


def _is_brief(fact: Fact) -> bool:
    valid = fact.valid
    return valid is None or not valid.start or not valid.end or (valid.end - valid.start).days <= BRIEF_DAYS


OWN = "own"
"""The cue of a time that is part of the event's name: "the 1995 Oklahoma City bombing"."""
LASTS_DAYS = 31
"""What lasts longer may be dated loosely, by a year more or less."""


def _far_from_own(claim: Claim, times: tuple[Fact, ...]) -> Opinion | None:
    """Why a year that is part of the name may tell another event of that name: it is no slip of the known one's."""
    if OWN not in claim.cues or any(_is_slip_of_year(claim, time) for time in times):
        return None
    text = "Another event of the name may be meant."
    return silent(Reason.AMBIGUOUS_ENTITY, "time", claim.checked.span, text, times[:2])


def _is_slip_of_year(claim: Claim, time: Fact) -> bool:
    valid, off = time.valid, abs(_years_off(claim, time))
    if valid is None or valid.start is None or claim.checked.readings[0].start is None:
        return False
    lasts = valid.end is not None and (valid.end - valid.start).days > LASTS_DAYS
    return off > int(lasts) and is_near_year(claim.checked.readings[0].start.year, valid.start.year, off)


def _years_off(claim: Claim, time: Fact) -> int:
    """Years from an event to the stated time, negative where the time lies before it; 0 where it is one of the event's years."""
    stated, known = claim.checked.readings[0].start, time.valid
    if stated is None or known is None or known.start is None:
        return 0
    last = (known.end or known.start).year
    return min(stated.year - known.start.year, 0) or max(stated.year - last, 0)


def _many_dates(claim: Claim, times: tuple[Fact, ...], store: Store) -> Opinion | None:
    """A treaty is signed, ratified, left: "in 2017" after its name may be any of these."""
    # What a name begins with ("the 2014 Paris Agreement") may be any of them, and none of them lies before it was agreed.
    early = OWN in claim.cues and all(_years_off(claim, time) < 0 for time in times)
    if claim.cues & {"adjacent", OWN} and "treaty" in _types(times, store) and not early:
        return silent(Reason.AMBIGUOUS_ENTITY, "time", claim.checked.span, SEVERAL_DATES, times[:2])
    return None


SEVERAL_DATES = "A treaty has several dates, and the text does not say which is meant."


def _types(times: tuple[Fact, ...], store: Store) -> set[str]:
    return {fact.value for time in times for fact in store.facts(time.subject, "event_type")}


def _different_time(claim: Claim, fact: Fact, boundary: str, article: Article, store: Store) -> Opinion:
    slot = claim.checked
    name = store.name(fact.subject)
    # A day without its year is that of the event's own year, whatever the tense makes of it.
    stated = write_interval(readings_for(slot, fact.valid)[-1] if slot.yearless else slot.readings[0])
    known = write_interval(fact.valid) if fact.valid else "unknown"
    text = f"The text says {stated}; {name} is dated {known}."
    if any(cue.startswith(COUNTED) for cue in claim.cues):
        return other_anniversary(claim, fact, f"{name} is dated {known}.", article)
    replacement = write_time_like(slot, fact, boundary)
    repairs = (Repair(slot.span, replacement, (fact.id,)),) if replacement else ()
    rivals = editions_during(claim, fact.subject, boundary, store)
    year = repair_year(claim, rivals)
    if year is None:
        span = _with_place(claim) if MET in claim.cues else slot.span
        return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_TIME, "time", span, text, (fact,), repairs)
    text += f" {store.name(rivals[0].entity)} fits the time."
    evidence = (fact, *((rivals[0].time,) if rivals[0].time else ()), *rivals[0].places)
    return Opinion(
        Verdict.MISMATCH, Reason.DIFFERENT_TIME, "time", joined_span(claim), text, evidence, (year, *repairs)
    )


def _with_place(claim: Claim) -> Span:
    """The span of a time and of the place beside it: of a meeting either may be wrong."""
    time, place = claim.checked.span, claim.slot("place")
    if place is None:
        return time
    span = Span(min(time.start, place.span.start), max(time.end, place.span.end))
    return span if span.end - span.start <= NEAR_PLACE else time


NEAR_PLACE = 60
"""Characters from the place of a meeting to its time within which the two are marked as one."""
