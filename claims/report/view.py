"""What the report template shows, as plain data: no template looks into a record."""

from dataclasses import dataclass
from datetime import datetime

from claims.report.chart import Chart
from claims.report.excerpt import Excerpt
from claims.report.flag_view import ArticleView, EvidenceView, FlagView


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
class SideView:
    """A statement as one of two that disagree: what is said, in its sentence, and where."""

    article: ArticleView
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class DisagreementView:
    """Two articles that say different things of what can be only one."""

    predicate: str
    places: tuple[SideView, SideView]


@dataclass(frozen=True, slots=True)
class CountView:
    """How often a code occurs."""

    code: str
    count: int


@dataclass(frozen=True, slots=True)
class FailureView:
    """An input that could not be read."""

    source: str
    error: str


@dataclass(frozen=True, slots=True)
class Filters:
    """What the flags can be filtered by, with how many flags have it."""

    verdicts: tuple[CountView, ...]
    shapes: tuple[CountView, ...]
    actions: tuple[CountView, ...]
    origins: tuple[CountView, ...]
    """Sources of articles by name; empty where there is one only."""
    new: int
    repeated: int


@dataclass(frozen=True, slots=True)
class LackView:
    """A fact that would have let claims be judged: what of what, as of when, how many asked for it, and the words of the first."""

    about: str
    predicate: str
    said_of: str
    claims: int
    articles: int
    example: str
    example_article: str


@dataclass(frozen=True, slots=True)
class LackList:
    """The facts that most articles wanted, and how many were wanted in all."""

    rows: tuple[LackView, ...]
    total: int

    @property
    def left_out(self) -> int:
        """How many the list does not show."""
        return self.total - len(self.rows)


@dataclass(frozen=True, slots=True)
class ReportView:
    """A whole report."""

    run: RunSummary
    articles: int
    silent_articles: int
    """Articles in which nothing could be judged."""
    judged: int
    new: int
    """Places of flags that the run before did not raise."""
    verdicts: tuple[CountView, ...]
    new_since: str
    """When the run before started; empty where there was none, and nothing can be new."""
    charts: tuple[Chart, ...]
    flagged: int
    """Places of all flags."""
    flags: tuple[FlagView, ...]
    filters: Filters
    disagreements: tuple[DisagreementView, ...]
    supported: ListView
    reasons: tuple[CountView, ...]
    not_judged: ListView
    unjudged: UnjudgedList
    suppressed: tuple[SuppressedView, ...]
    lacks: LackList
    failures: tuple[FailureView, ...]
