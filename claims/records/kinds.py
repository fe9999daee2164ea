"""What a claim and a verdict may be: each kind is a word of the design."""

from enum import StrEnum


class Shape(StrEnum):
    """The kind of statement a claim makes (design, section 2)."""

    EDITION = "edition"
    EVENT_DATE = "event_date"
    EVENT_PLACE = "event_place"
    OFFICE = "office"
    TERM = "term"
    BIOGRAPHY = "biography"
    MEMBERSHIP = "membership"
    GEOGRAPHY = "geography"
    STATISTIC = "statistic"
    AWARD = "award"
    RESULT = "result"
    COUNT = "count"
    WORK = "work"
    COMPANY = "company"
    CALENDAR = "calendar"
    ARITHMETIC = "arithmetic"


class Voice(StrEnum):
    """Who says it."""

    REPORTER = "reporter"
    QUOTED = "quoted"
    ATTRIBUTED = "attributed"


class Modality(StrEnum):
    """In which mode it is said."""

    ASSERTED = "asserted"
    NEGATED = "negated"
    FUTURE = "future"
    HYPOTHETICAL = "hypothetical"
    QUESTION = "question"


class Precision(StrEnum):
    """How exactly a time is known, finest first."""

    DAY = "day"
    MONTH = "month"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"


class Verdict(StrEnum):
    """What the store says of a claim."""

    SUPPORTED = "supported"
    MISMATCH = "mismatch"
    OUTDATED = "outdated"
    NOT_ENOUGH_INFO = "not_enough_info"


class Reason(StrEnum):
    """Why a verdict was given; the documentation lists each with an example."""

    AGREES = "agrees"
    NO_SUCH_EDITION = "no_such_edition"
    DIFFERENT_PLACE = "different_place"
    DIFFERENT_TIME = "different_time"
    DIFFERENT_HOLDER = "different_holder"
    FORMER_HOLDER = "former_holder"
    DIFFERENT_WEEKDAY = "different_weekday"
    NO_SUCH_DAY = "no_such_day"
    DIFFERENT_VALUE = "different_value"
    DIFFERENT_RESULT = "different_result"
    FORMER_VALUE = "former_value"
    INCONSISTENT = "inconsistent"
    NO_ENTITY = "no_entity"
    AMBIGUOUS_ENTITY = "ambiguous_entity"
    NO_FACT = "no_fact"
    NOT_CLOSED = "not_closed"
    TIME_UNKNOWN = "time_unknown"
    AFTER_AS_OF = "after_as_of"
    NOT_ASSERTED = "not_asserted"
    UNCONFIRMED_FACT = "unconfirmed_fact"
    LOW_CONFIDENCE = "low_confidence"
    SECOND_READER = "second_reader"
