"""The records that flow through the program, in the order in which they arise.

All are frozen: a stage takes records and returns new ones. Spans count characters of
``Article.text`` as given, start inclusive, end exclusive.
"""

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from hashlib import sha256


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


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Half-open character offsets into an article's text."""

    start: int
    end: int

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def covers(self, other: "Span") -> bool:
        """Whether the other lies wholly inside this one."""
        return self.start <= other.start and other.end <= self.end

    def of(self, text: str) -> str:
        """The characters the span stands for."""
        return text[self.start : self.end]


@dataclass(frozen=True, slots=True)
class Interval:
    """A stretch of days, both ends inclusive; an end of None is open."""

    start: date | None
    end: date | None
    precision: Precision
    approximate: bool = False

    def overlaps(self, other: "Interval") -> bool:
        """Whether the two share at least one day."""
        starts_in_time = self.start is None or other.end is None or self.start <= other.end
        ends_in_time = self.end is None or other.start is None or other.start <= self.end
        return starts_in_time and ends_in_time

    def covers(self, other: "Interval") -> bool:
        """Whether every day of the other lies inside this one."""
        from_start = self.start is None or (other.start is not None and self.start <= other.start)
        to_end = self.end is None or (other.end is not None and other.end <= self.end)
        return from_start and to_end


@dataclass(frozen=True, slots=True)
class Article:
    """One input text.

    ``source`` is the path or address it was read from; ``published_from`` says where the
    date was found (``record``, ``front matter``, ``page``, ``feed``, ``sitemap``, ``option``, ``dateline``) or is None.
    """

    id: str
    text: str
    source: str
    title: str | None = None
    url: str | None = None
    author: str | None = None
    language: str | None = None
    published: date | None = None
    published_from: str | None = None

    @property
    def sha256(self) -> str:
        """Hex digest of the text, UTF-8 encoded."""
        return sha256(self.text.encode("utf-8", "surrogatepass")).hexdigest()


NOT_ENGLISH = "only English is read: it was not judged"
"""How the error of an article in another language ends: the ledger keeps nothing else that tells it from others."""


@dataclass(frozen=True, slots=True)
class ReadFailure:
    """An input that could not be read: where it stands and what to do about it.

    ``content`` is the key of an article that could be read and not be judged, else empty.
    """

    id: str
    source: str
    error: str
    content: str = ""

    @property
    def foreign(self) -> bool:
        """Whether it was read, and set aside because it is not in English."""
        return self.error.endswith(NOT_ENGLISH)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence of an article, in reading order."""

    index: int
    span: Span
    text: str


@dataclass(frozen=True, slots=True)
class Sense:
    """One entity a name may stand for, and the kind of alias that links the two."""

    entity: str
    alias_kind: str


@dataclass(frozen=True, slots=True)
class EntityMention:
    """A name in the text and everything of the store it may stand for, kept open."""

    span: Span
    text: str
    senses: tuple[Sense, ...]

    def of_kind(self, *kinds: str) -> tuple[Sense, ...]:
        """The senses whose entity is of one of the kinds (``country``, ``person`` ...)."""
        return tuple([s for s in self.senses if s.entity.partition("/")[0] in kinds])

    def ids(self, *kinds: str) -> tuple[str, ...]:
        """The entities of those kinds that the name may stand for, each once."""
        return tuple(dict.fromkeys(s.entity for s in self.of_kind(*kinds)))

    def alias_kinds(self) -> frozenset[str]:
        """The alias kinds among its senses."""
        return frozenset(s.alias_kind for s in self.senses)


@dataclass(frozen=True, slots=True)
class TimeMention:
    """A time expression and its readings, the likeliest first.

    No reading means that it could not be resolved; ``unresolved`` then holds the reason.
    """

    span: Span
    text: str
    readings: tuple[Interval, ...]
    relative: bool = False
    unresolved: Reason | None = None
    relation: str = "at"
    """``at``, ``since``, ``until``, ``before``, ``after``, ``by``, ``from`` or ``between``."""
    yearless: bool = False
    """Whether it is a day or month without its year, which what it is said of may supply."""
    weekday: int | None = None
    """The day of the week written with the date, 0 for Monday; None where none is."""

    @property
    def weekday_fits(self) -> bool | None:
        """Whether any reading falls on the written day of the week; None where nothing can be said."""
        if self.weekday is None or not self.readings:
            return None
        return any(r.start is not None and r.start.weekday() == self.weekday for r in self.readings)


@dataclass(frozen=True, slots=True)
class DurationMention:
    """A stretch of time without a place in the calendar.

    ``kind`` is ``duration`` ("two weeks"), ``age`` ("70-year-old") or ``every`` ("weekly", "every
    Monday": from one to the next). ``days`` is its length with 30 days to a month and 365 to a year.
    """

    span: Span
    text: str
    kind: str
    count: float
    unit: str
    days: float


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number as a slot holds it: what was stated, and the bounds that hedge and rounding leave (None is open)."""

    stated: tuple[float, ...]
    low: float | None
    high: float | None
    unit: str = ""
    kind: str = ""
    other_units: tuple[str, ...] = ()
    """Other units that the same words may mean: "$" is also the dollar of Australia."""
    rounding: float = 0.0
    """Half of the last place that is stated; bounds that lie farther apart come from a hedge."""


@dataclass(frozen=True, slots=True)
class Slot:
    """One part of a claim with the place it was read from."""

    name: str
    span: Span
    text: str
    entities: tuple[str, ...] = ()
    readings: tuple[Interval, ...] = ()
    unresolved: Reason | None = None
    yearless: bool = False
    quantity: Quantity | None = None

    @classmethod
    def of_time(cls, time: TimeMention, name: str = "time") -> "Slot":
        """The slot that a time fills."""
        return cls(name, time.span, time.text, (), time.readings, time.unresolved, time.yearless)


@dataclass(frozen=True, slots=True)
class Claim:
    """The smallest checkable statement.

    ``slots`` holds every part by name; ``value`` names the slot that is checked. ``text`` says the
    same in words that stand alone. ``query`` is what the encoder reads: the event that is spoken of.
    """

    article_id: str
    sentence: Span
    shape: Shape
    predicate: str
    value: str
    slots: tuple[Slot, ...]
    voice: Voice
    modality: Modality
    text: str
    speaker: str | None = None
    query: str = ""
    cues: frozenset[str] = field(default_factory=frozenset)

    def slot(self, name: str) -> Slot | None:
        """The slot of that name, or None when the sentence does not fill it."""
        return next((slot for slot in self.slots if slot.name == name), None)

    def all_slots(self, name: str) -> tuple[Slot, ...]:
        """Every slot of that name, in text order."""
        return tuple(slot for slot in self.slots if slot.name == name)

    @property
    def checked(self) -> Slot:
        """The slot whose value is compared with the store."""
        return next(slot for slot in self.slots if slot.name == self.value)


@dataclass(frozen=True, slots=True)
class Fact:
    """A row of the store, with its value and times typed and a sentence made from its template."""

    id: str
    subject: str
    predicate: str
    value: str
    text: str
    valid: Interval | None
    as_of: date | None
    source: str
    status: str = ""
    """Empty, ``scheduled``, ``cancelled`` or ``unconfirmed``."""

    @property
    def confirmed(self) -> bool:
        """Whether it may contradict a statement."""
        return self.status != "unconfirmed"


@dataclass(frozen=True, slots=True)
class Candidate:
    """An entity that may be what a claim speaks of, how it was found, and how near it is."""

    entity: str
    found_by: str
    score: float


@dataclass(frozen=True, slots=True)
class Considered:
    """A candidate that was looked at; ``obstacle`` is the code of why it was not taken, empty where it was."""

    candidate: Candidate
    obstacle: str = ""


@dataclass(frozen=True, slots=True)
class Repair:
    """A replacement of a span that would make the claim fit, and the facts behind it."""

    span: Span
    replacement: str
    fact_ids: tuple[str, ...]


class Choice(StrEnum):
    """What a reviewer says of a flag; ``undo`` takes an earlier decision back."""

    ACCEPT = "accept"
    REJECT = "reject"
    DEFER = "defer"
    UNDO = "undo"


class Scope(StrEnum):
    """How far a decision goes, the narrowest first: this place, this statement in any article, this rule."""

    OCCURRENCE = "occurrence"
    VALUE = "value"
    RULE = "rule"


@dataclass(frozen=True, slots=True)
class Decision:
    """What a reviewer said of a flag.

    ``decided`` is UTC. ``reason`` is a code where one was chosen (docs/review.md). ``repair`` is which repair an accepted flag is to
    be corrected by, from 1. On the day ``expires``, and from then on, it holds no longer. ``id`` tells it from every other one.
    """

    choice: Choice
    scope: Scope
    reviewer: str
    decided: datetime
    reason: str = ""
    note: str = ""
    repair: int | None = None
    expires: date | None = None
    id: str = ""


class Opinion(StrEnum):
    """What a second reader says of a flag; ``failed`` where it gave no answer."""

    CONFIRMS = "confirms"
    DENIES = "denies"
    UNSURE = "unsure"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class SecondReading:
    """A second reader's word on a flag; ``why`` is its reason, or what went wrong."""

    reader: str
    opinion: Opinion
    why: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """A claim with its verdict and everything an editor needs to judge it."""

    claim: Claim
    verdict: Verdict
    reason: Reason
    slot: str
    span: Span
    explanation: str
    facts: tuple[Fact, ...] = ()
    repairs: tuple[Repair, ...] = ()
    confidence: float = 0.0
    features: tuple[str, ...] = ()
    """What the confidence of a flag was computed from, by name."""
    second_reading: SecondReading | None = None
    decision: Decision | None = None
    """What a reviewer has said of it. Judging knows nothing of it: it is put in where a run is reported."""

    @property
    def disagrees(self) -> bool:
        """Whether it says that the text does not fit the facts, whatever was decided of that."""
        return self.verdict in (Verdict.MISMATCH, Verdict.OUTDATED)

    @property
    def is_suppressed(self) -> bool:
        """Whether a reviewer has rejected it."""
        return self.disagrees and self.decision is not None and self.decision.choice is Choice.REJECT

    @property
    def is_flag(self) -> bool:
        """Whether an editor should look at it."""
        return self.disagrees and not self.is_suppressed


@dataclass(frozen=True, slots=True)
class UnjudgedSentence:
    """A sentence worth checking of which nothing was judged. ``worth`` is a probability, 0 to 1.

    ``reason`` is ``no_claim`` where nothing was read in it, else the commonest reason of its claims.
    """

    span: Span
    worth: float
    reason: str


@dataclass(frozen=True, slots=True)
class Lack:
    """A fact that the store would need to speak to a claim: ``predicate`` of ``subject``.

    ``finding`` is the number of the finding, from 1. ``subject`` is empty where the store does not know it; ``name`` is then
    the text's own. ``parts`` are the title and the country of an office that is not known. ``said_of`` is the partial date at
    which it is asked for, empty where it holds at any time.
    """

    finding: int
    predicate: str
    subject: str
    name: str
    parts: tuple[str, ...] = ()
    said_of: str = ""


@dataclass(frozen=True, slots=True)
class Coverage:
    """What could be judged in one article."""

    sentences: int
    claims: int
    judged: int
    not_judged: tuple[tuple[str, int], ...]
    set_aside: tuple[tuple[str, int], ...] = ()
    """Stretches that are no news (advertisements, credits ...) by reason."""
    worth_checking: int | None = None
    """Sentences that hold a fact worth checking; None where they were not scored."""
    unjudged: tuple[UnjudgedSentence, ...] = ()
    """Those of them of which nothing was judged, the worthiest first."""
    lacks: tuple[Lack, ...] = ()
    """The facts that would have let the store speak to claims that it could not judge."""


@dataclass(frozen=True, slots=True)
class CheckedArticle:
    """An article with its findings in text order and its coverage."""

    article: Article
    findings: tuple[Finding, ...]
    coverage: Coverage


@dataclass(frozen=True, slots=True)
class Place:
    """A statement where it stands: the article, the words that are checked, and their sentence."""

    article: Article
    span: Span
    sentence: Span


@dataclass(frozen=True, slots=True)
class Disagreement:
    """Two articles of a run that say different things of what can be only one; which is right is not known."""

    subject: str
    predicate: str
    first: Place
    second: Place
