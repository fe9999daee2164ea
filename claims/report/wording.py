"""Codes of the records -> the words an editor reads."""

from claims.records import Choice, Modality, Reason, Scope, Shape, Verdict, Voice
from claims.report.action import Action

VERDICTS: dict[str, str] = {
    Verdict.MISMATCH: "Mismatch",
    Verdict.OUTDATED: "Outdated",
    Verdict.SUPPORTED: "Supported",
    Verdict.NOT_ENOUGH_INFO: "Not judged",
}
SHAPES: dict[str, str] = {
    Shape.EDITION: "Edition of an event",
    Shape.EVENT_DATE: "Date of an event",
    Shape.EVENT_PLACE: "Place of an event",
    Shape.OFFICE: "Holder of an office",
    Shape.TERM: "Time in an office",
    Shape.BIOGRAPHY: "Life of a person",
    Shape.MEMBERSHIP: "Membership",
    Shape.GEOGRAPHY: "Geography",
    Shape.STATISTIC: "Statistic",
    Shape.AWARD: "Award or prize",
    Shape.RESULT: "Result of a contest",
    Shape.COUNT: "Number of things",
    Shape.WORK: "Film, book or other work",
    Shape.COMPANY: "Company",
    Shape.CALENDAR: "Date and weekday",
    Shape.ARITHMETIC: "Calculation",
}
SLOTS: dict[str, str] = {
    "edition": "the edition",
    "time": "the date",
    "place": "the place",
    "holder": "the office holder",
    "value": "the value",
    "subject": "the subject",
    "person": "the person",
    "office": "the office",
    "country": "the country",
    "year": "the year",
}
VOICES: dict[str, str] = {
    Voice.REPORTER: "in the reporter’s words",
    Voice.QUOTED: "in a quotation",
    Voice.ATTRIBUTED: "attributed to a source",
}
MODALITIES: dict[str, str] = {
    Modality.ASSERTED: "stated as fact",
    Modality.NEGATED: "denied in the text",
    Modality.FUTURE: "about the future",
    Modality.HYPOTHETICAL: "put as a supposition",
    Modality.QUESTION: "asked as a question",
}
REASONS: dict[str, str] = {
    Reason.AGREES: "Agrees with a known fact",
    Reason.NO_SUCH_EDITION: "There was no such edition",
    Reason.DIFFERENT_PLACE: "It was somewhere else",
    Reason.DIFFERENT_TIME: "It was at another time",
    Reason.DIFFERENT_HOLDER: "Somebody else held the office",
    Reason.FORMER_HOLDER: "The person no longer held the office",
    Reason.DIFFERENT_VALUE: "The facts say something else",
    Reason.DIFFERENT_RESULT: "The numbers in the text give another result",
    Reason.DIFFERENT_WEEKDAY: "That day was another day of the week",
    Reason.NO_SUCH_DAY: "The month has no such day",
    Reason.FORMER_VALUE: "It was so once, and is no longer",
    Reason.INCONSISTENT: "Another place says something else",
    Reason.NO_ENTITY: "The facts do not know what is meant",
    Reason.AMBIGUOUS_ENTITY: "It may mean more than one thing",
    Reason.NO_FACT: "The facts say nothing on this point",
    Reason.NOT_CLOSED: "The facts are not complete here",
    Reason.TIME_UNKNOWN: "The time it speaks of is not clear",
    Reason.AFTER_AS_OF: "The facts end before this date",
    Reason.NOT_ASSERTED: "It is not stated as fact",
    Reason.UNCONFIRMED_FACT: "The fact itself is not certain",
    Reason.LOW_CONFIDENCE: "The disagreement is too weak to report",
    Reason.SECOND_READER: "The second reader denies the disagreement",
}
SCOPES: dict[str, str] = {
    Scope.OCCURRENCE: "this place alone",
    Scope.VALUE: "this statement in any article",
    Scope.RULE: "all that this rule flags",
}
REJECTIONS = {
    "right": "The text is right",
    "misread": "It says something else",
    "fact_wrong": "The fact is wrong",
    "unimportant": "Wrong, and not worth a change",
    "other": "Another reason",
    "": "No reason given",
}
"""Why a flag was rejected (docs/decisions-file.md)."""

ACTIONS: dict[str, str] = {
    Action.FIX: "Fix",
    Action.NOTE: "Add a note",
    Action.LEAVE: "Leave until the source is asked",
}
CHOICES: dict[str, str] = {
    Choice.ACCEPT: "accepted",
    Choice.REJECT: "rejected",
    Choice.DEFER: "deferred",
}
UNREAD = {"no_claim": "No statement was read"}
_WORDS = {**UNREAD, **VERDICTS, **SHAPES, **VOICES, **MODALITIES, **REASONS, **CHOICES}

SURE = 0.995
"""A probability that would be rounded to 100 %."""

CONFIDENCE = (
    (0.95, "almost certain"),
    (0.85, "very likely"),
    (0.70, "likely"),
    (0.50, "more likely than not"),
    (0.00, "uncertain"),
)
"""Least probability, 0 to 1, at which each wording is used, highest first."""


def in_words(code: str) -> str:
    """The words for a verdict, shape, voice, modality or reason; an unknown code with spaces."""
    return _WORDS.get(code, code.replace("_", " "))


def rejection_in_words(code: str) -> str:
    """The words for why a flag was rejected."""
    return REJECTIONS.get(code, code.replace("_", " "))


def scope_in_words(code: str) -> str:
    """The words for how far a decision goes."""
    return SCOPES.get(code, code)


def action_in_words(code: str) -> str:
    """The words for what an editor is to do."""
    return ACTIONS.get(code, code)


def slot_in_words(name: str) -> str:
    """The words for the slot of a claim; a shape may have the same name."""
    return SLOTS.get(name, name.replace("_", " "))


def probability_in_words(probability: float) -> str:
    """The figure for a probability, 0 to 1, in per cent; never a certainty that nobody has."""
    return "over 99%" if probability >= SURE else f"{probability:.0%}"


def confidence_in_words(probability: float) -> str:
    """The words for the probability, 0 to 1, that a finding is right."""
    return next((words for least, words in CONFIDENCE if probability >= least), CONFIDENCE[-1][1])
