"""What each reason means, in one sentence; docs/reasons.md gives an example of each."""

from claims.records import Reason

REASON_MEANINGS: dict[Reason, str] = {
    Reason.AGREES: "a fact says the same",
    Reason.NO_SUCH_EDITION: "the series is complete for that year and has no such edition",
    Reason.DIFFERENT_PLACE: "the event is known to have been in another country",
    Reason.DIFFERENT_TIME: "the event is known to have happened at another time, by more than a time zone or a loose word explains",
    Reason.DIFFERENT_HOLDER: "somebody else held the office, and the person named never did",
    Reason.FORMER_HOLDER: "the person held the office before, and somebody else does as of the article",
    Reason.DIFFERENT_WEEKDAY: "the date falls on another day of the week than the one written with it",
    Reason.NO_SUCH_DAY: "the month has no such day",
    Reason.DIFFERENT_VALUE: "what is said of it (birth, capital, winner, population ...) is known to be another, and leaves room for one only",
    Reason.DIFFERENT_RESULT: "the numbers that the text states with a result give another one, beyond what rounding and hedges explain; or a match of that day had another score, opponent or winner",
    Reason.FORMER_VALUE: "it was so before, and is otherwise as of the time spoken of",
    Reason.INCONSISTENT: "the headline or an earlier place of the article says something else of the same slot; that place is the evidence",
    Reason.NO_ENTITY: "nothing in the store is what the sentence speaks of",
    Reason.AMBIGUOUS_ENTITY: "several entities may be meant, or the name may belong to something else",
    Reason.NO_FACT: "the entity is known, this about it is not",
    Reason.NOT_CLOSED: "the store's list is not complete there, so that silence proves nothing",
    Reason.TIME_UNKNOWN: "a time cannot be resolved, or the statement may speak of another time than the article's",
    Reason.AFTER_AS_OF: "what is known ends before the article's date",
    Reason.NOT_ASSERTED: "negated, asked, supposed, or a correction of an earlier error",
    Reason.UNCONFIRMED_FACT: "the fact that disagrees is itself uncertain or only planned",
    Reason.LOW_CONFIDENCE: "it disagrees, by too little or too doubtfully to flag",
    Reason.SECOND_READER: "it disagrees, and the second reader, which may veto, denies that",
}
