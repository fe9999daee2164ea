"""The anniversary of an event, against the years that have passed since."""

from datetime import date

from claims.judging.opinion import Opinion, silent
from claims.judging.write_values import write_ordinal
from claims.records import Article, Claim, Fact, Reason, Repair, Slot, Verdict

COUNTED = "counted:"
"""Begins the cue of an anniversary with the year to which it is counted."""


NEAR_ANNIVERSARY = 10
"""Days from the day of an event within which its anniversary is news."""


def _is_an_earlier_one(claim: Claim, start: date, year: int, article: Article) -> bool:
    """Whether an anniversary was over by the article's year, and the sentence may tell of that time: "it opened on the 20th anniversary"."""
    counted_from = [reading.start.year for reading in claim.checked.readings if reading.start]
    if not counted_from or max(counted_from) < start.year:
        return False  # it is still to come
    day = article.published
    assert day is not None
    same = start.replace(year=year, day=min(start.day, 28))
    return "recent" not in claim.cues or abs((day - same).days) > NEAR_ANNIVERSARY


def _write_count(slot: Slot, years: int) -> str:
    """So many years as the text counts them: "30th anniversary", "30 years"."""
    return f"{years} years" if slot.text.endswith("years") else f"{write_ordinal(str(years))} anniversary"


def other_anniversary(claim: Claim, fact: Fact, text: str, article: Article) -> Opinion:
    """Another anniversary than the one of the year it is counted to."""
    slot, valid = claim.checked, fact.valid
    start = (valid.end if "end" in claim.cues else valid.start) if valid else None
    year = next(int(cue.removeprefix(COUNTED)) for cue in claim.cues if cue.startswith(COUNTED))
    if start and _is_an_earlier_one(claim, start, year, article):
        earlier = "An earlier anniversary may be told of."
        return silent(Reason.TIME_UNKNOWN, "time", slot.span, earlier, (fact,))
    right = _write_count(slot, year - start.year) if start and year > start.year else ""
    repairs = (Repair(slot.span, right, (fact.id,)),) if right else ()
    return Opinion(Verdict.MISMATCH, Reason.DIFFERENT_TIME, "time", slot.span, text, (fact,), repairs)
