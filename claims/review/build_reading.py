"""An article with its findings -> its text in pieces, each with the finding that is to be seen there."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from claims.ledger.read_article import ReviewedArticle
from claims.records import Choice, Finding, Verdict
from claims.report.build_row import build_article
from claims.report.flag_view import ArticleView

LONGEST = 400_000
"""Characters of an article that are shown; a browser is slow with more."""

_WEIGHT = {Verdict.MISMATCH: 3, Verdict.OUTDATED: 3, Verdict.SUPPORTED: 2, Verdict.NOT_ENOUGH_INFO: 1}


@dataclass(frozen=True, slots=True)
class Mark:
    """A finding in the text. ``flag`` is what a flag is known by, empty for other findings and for flags that cannot be decided on."""

    number: int
    verdict: str
    shape: str
    label: str
    explanation: str
    flag: str
    choice: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text under one mark, or under none. ``starts`` the mark's finding where it is its first piece."""

    text: str
    mark: Mark | None
    starts: bool


@dataclass(frozen=True, slots=True)
class ReadingView:
    """An article to be read with its findings in place."""

    article: ArticleView
    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...]
    left_out: int
    """Characters that are not shown."""


def build_reading(article: ReviewedArticle) -> ReadingView:
    """The text whole, up to a length; where findings overlap, the weightier one, and of equal ones the shorter."""
    text = article.checked.article.text[:LONGEST]
    marks = {
        number: _mark(number, finding, article.flags.get(number, ""))
        for number, finding in enumerate(article.checked.findings, 1)
    }
    return ReadingView(
        article=build_article(1, article.checked.article),
        pieces=tuple(_pieces(text, article.checked.findings, marks)),
        marks=tuple(marks.values()),
        left_out=len(article.checked.article.text) - len(text),
    )


def _mark(number: int, finding: Finding, flag: str) -> Mark:
    choice = finding.decision.choice if finding.decision else ""
    silent = finding.verdict is Verdict.NOT_ENOUGH_INFO
    label = finding.reason if silent else finding.verdict
    return Mark(
        number,
        finding.verdict,
        finding.claim.shape,
        label,
        finding.explanation,
        flag,
        Choice(choice) if choice else "",
    )


def _pieces(text: str, findings: tuple[Finding, ...], marks: dict[int, Mark]) -> Iterator[Piece]:
    ends = {n: (_inside(f.span.start, text), _inside(f.span.end, text)) for n, f in enumerate(findings, 1)}
    cuts = sorted({0, len(text), *(at for pair in ends.values() for at in pair)})
    over: dict[int, list[int]] = defaultdict(list)
    for number, (start, end) in ends.items():
        for at in range(bisect_left(cuts, start), bisect_left(cuts, end)):
            over[at].append(number)
    begun: set[int] = set()
    for at, (start, end) in enumerate(pairwise(cuts)):
        chosen = min(over[at], key=lambda n: _rank(findings[n - 1]), default=0)
        yield Piece(text[start:end], marks.get(chosen), chosen not in begun)
        begun.add(chosen)


def _inside(at: int, text: str) -> int:
    return min(max(at, 0), len(text))


def _rank(finding: Finding) -> tuple[int, int]:
    return -_WEIGHT[finding.verdict], finding.span.end - finding.span.start
