"""Shape *calendar*: a date that does not exist, and the two days that it may stand for."""

import re

from claims.judging.opinion import Opinion, silent
from claims.records import Claim, Fact, Modality, Reason, Repair, Verdict

UNASSERTED = (Modality.NEGATED, Modality.QUESTION)
"""What is planned or supposed for a day that is none is as wrong as what happened on one."""
_DAY = re.compile(r"(?P<day>29|30|31)(?P<suffix>st|nd|rd|th)?")
_NEXT = {"february": "March", "april": "May", "june": "July", "september": "October", "november": "December"}
_MONTH = re.compile(r"[A-Z][a-z]+\.?")
_SUFFIX = {28: "th", 29: "th", 30: "th"}


def judge_day(claim: Claim) -> Opinion:
    """The opinion on a date that no calendar holds; its repairs are the last day of the month and the first of the next."""
    slot = claim.checked
    if claim.modality in UNASSERTED:
        return silent(Reason.NOT_ASSERTED, "time", slot.span, "The statement is not asserted.")
    last = int(_cue(claim, "last:"))
    month = _cue(claim, "month:")
    known = f"The last day of {month.capitalize()} is the {last}th"
    fact = Fact(
        f"calendar:{month}:{last}", f"month/{month}", "last_day", str(last), known, None, None, "calendar"
    )
    ids = (fact.id,)
    ended = _DAY.sub(lambda found: f"{last}{_SUFFIX[last] if found['suffix'] else ''}", slot.text, count=1)
    begun = _DAY.sub(lambda found: f"1{'st' if found['suffix'] else ''}", slot.text, count=1)
    begun = _MONTH.sub(_NEXT[month], begun, count=1)
    repairs = (Repair(slot.span, ended, ids), Repair(slot.span, begun, ids))
    return Opinion(
        Verdict.MISMATCH,
        Reason.NO_SUCH_DAY,
        "time",
        slot.span,
        f"There is no such day. {known}.",
        (fact,),
        repairs,
    )


def _cue(claim: Claim, name: str) -> str:
    return next(cue.removeprefix(name) for cue in claim.cues if cue.startswith(name))
