"""What the report template shows, as plain data: no template looks into a record."""

from dataclasses import dataclass
from datetime import datetime

from claims.report.excerpt import Excerpt


@dataclass(frozen=True, slots=True)
class RunSummary:
    """Which run a report is of. ``started`` is UTC; ``facts`` is the content hash of the fact store."""

    run_id: str
    started: datetime
    seconds: float
    program: str
    facts: str
    model: str
    settings: str


@dataclass(frozen=True, slots=True)
class ArticleView:
    """How an article is named; ``key`` is its place in the report, ``link`` a web address or None.

    ``source`` is where it was read from, None where the headline says so already.
    """

    key: int
    headline: str
    published: str
    source: str | None
    link: str | None


@dataclass(frozen=True, slots=True)
class OriginView:
    """A source of facts: its title, and its address on the web or None."""

    title: str
    link: str | None


@dataclass(frozen=True, slots=True)
class EvidenceView:
    """A fact: its sentence, where it is from and until when it is known to hold."""

    text: str
    origin: OriginView
    as_of: str | None


@dataclass(frozen=True, slots=True)
class RepairView:
    """A repair inside its sentence: what stays, what is struck, what is put in."""

    before: str
    struck: str
    inserted: str
    after: str


@dataclass(frozen=True, slots=True)
class FlagView:
    """One flag. ``notes`` says what an editor should know of voice and modality.

    ``statement`` is the claim in words that stand alone, empty where the sentence does.
    ``evidence`` is what an editor needs, ``more`` the rest, which is folded.
    """

    number: int
    article: ArticleView
    verdict: str
    shape: str
    slot: str
    before: str
    excerpt: Excerpt
    after: str
    statement: str
    explanation: str
    evidence: tuple[EvidenceView, ...]
    more: tuple[EvidenceView, ...]
    repairs: tuple[RepairView, ...]
    confidence: float
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RowView:
    """One finding of a folded list."""

    article: ArticleView
    label: str
    excerpt: Excerpt
    explanation: str
    evidence: tuple[EvidenceView, ...]


@dataclass(frozen=True, slots=True)
class ListView:
    """A folded list: its first rows, and how many findings it stands for."""

    rows: tuple[RowView, ...]
    total: int

    @property
    def left_out(self) -> int:
        """How many findings the list does not show."""
        return self.total - len(self.rows)


@dataclass(frozen=True, slots=True)
class UnjudgedView:
    """A sentence worth checking of which nothing was judged; ``worth`` is a probability."""

    article: ArticleView
    text: str
    worth: float
    reason: str


@dataclass(frozen=True, slots=True)
class UnjudgedList:
    """The worthiest of the sentences that nothing was judged of; ``worth_checking`` is None where none was scored."""

    rows: tuple[UnjudgedView, ...]
    total: int
    worth_checking: int | None

    @property
    def left_out(self) -> int:
        """How many sentences the list does not show."""
        return self.total - len(self.rows)


@dataclass(frozen=True, slots=True)
class SuppressedView:
    """A flag that a reviewer has rejected: its row, and the decision. ``scope`` and ``reason`` are codes, dates are words."""

    row: RowView
    scope: str
    reason: str
    note: str
    reviewer: str
    decided: str
    expires: str | None


@dataclass(frozen=True, slots=True)
class CountView:
    """How often a code occurs."""

    code: str
    count: int


@dataclass(frozen=True, slots=True)
class OptionView:
    """An article that can be filtered by, and how many flags it has."""

    article: ArticleView
    count: int


@dataclass(frozen=True, slots=True)
class BarView:
    """A shape in the chart: its findings, and both parts as per cent of the longest bar."""

    shape: str
    supported: int
    flagged: int
    supported_percent: float
    flagged_percent: float


@dataclass(frozen=True, slots=True)
class FailureView:
    """An input that could not be read."""

    source: str
    error: str


@dataclass(frozen=True, slots=True)
class Filters:
    """What the flags can be filtered by."""

    verdicts: tuple[CountView, ...]
    shapes: tuple[CountView, ...]
    articles: tuple[OptionView, ...]


@dataclass(frozen=True, slots=True)
class ReportView:
    """A whole report."""

    run: RunSummary
    articles: int
    silent_articles: int
    """Articles in which nothing could be judged."""
    judged: int
    verdicts: tuple[CountView, ...]
    bars: tuple[BarView, ...]
    flags: tuple[FlagView, ...]
    filters: Filters
    supported: ListView
    reasons: tuple[CountView, ...]
    not_judged: ListView
    unjudged: UnjudgedList
    suppressed: tuple[SuppressedView, ...]
    failures: tuple[FailureView, ...]
