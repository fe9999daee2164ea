"""A claim with its verdict, and what could be judged in an article."""

from dataclasses import dataclass

from claims.records.articles import Article
from claims.records.claim import Claim
from claims.records.decisions import Choice, Decision, SecondReading
from claims.records.facts import Fact
from claims.records.kinds import Reason, Verdict
from claims.records.spans import Span


@dataclass(frozen=True, slots=True)
class Repair:
    """A replacement of a span that would make the claim fit, and the facts behind it."""

    span: Span
    replacement: str
    fact_ids: tuple[str, ...]


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
