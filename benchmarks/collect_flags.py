"""Every flag that the program would raise at any confidence, on labelled texts: whether it is right, and its features."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from claims.check import check_article
from claims.evaluate.cases import Check, read_cases
from claims.evaluate.judgements import read_judgements
from claims.evaluate.untouched import flag_key
from claims.matching.minilm import MiniLM
from claims.records import Article, Finding, Span
from claims.settings import Settings
from claims.store.open import Store
from inject_errors import Injection


@dataclass(frozen=True, slots=True)
class LabelledFlag:
    """A flag: the text it is of, where that is from, whether it is right, what its confidence is computed from.

    ``hits`` names the labelled errors of a case that it touches.
    """

    text: str
    origin: str
    right: bool
    features: tuple[str, ...]
    hits: tuple[str, ...] = ()


def bold_check(store: Store) -> Check:
    """A check that raises every flag, however unsure."""
    return partial(check_article, store=store, encoder=MiniLM(), settings=Settings(min_confidence=0.0))


def flags_of_cases(paths: Iterable[Path], check: Check) -> Iterator[LabelledFlag]:
    """A flag of a case is right where it touches a labelled error."""
    for path in paths:
        for case in read_cases(path):
            id = case.article.id
            for flag in _flags(case.article, check):
                hits = [f"{id}:{label.span.start}" for label in case.errors if flag.span.overlaps(label.span)]
                yield replace(_labelled(id, "cases", bool(hits), flag), hits=tuple(hits))


def flags_of_injections(injections: Iterable[Injection], check: Check) -> Iterator[LabelledFlag]:
    """A flag of a changed article is right where it touches the change; what the article draws untouched is left out."""
    for injection in injections:
        known = {_said(flag) for flag in _flags(injection.original, check)}
        for flag in _flags(injection.copy, check):
            right = flag.span.overlaps(injection.span)
            if right or _said(flag) not in known:
                yield _labelled(injection.original.id, "injected", right, flag)


def flags_of_untouched(articles: Iterable[Article], judgements: Path, check: Check) -> Iterator[LabelledFlag]:
    """The flags on real articles that somebody judged."""
    judged = read_judgements(judgements)
    for article in articles:
        for flag in _flags(article, check):
            if label := judged.get(flag_key(article, flag)):
                yield _labelled(article.id, "untouched", label == "real", flag)


def flags_of_changes(
    rows: Iterable[tuple[Article, Span]], check: Check, origin: str = "event_years"
) -> Iterator[LabelledFlag]:
    """A flag of a changed sentence is right where it touches the change."""
    for article, span in rows:
        for flag in _flags(article, check):
            yield _labelled(article.id, origin, flag.span.overlaps(span), flag)


def _flags(article: Article, check: Check) -> list[Finding]:
    return [finding for finding in check(article).findings if finding.is_flag]


def _said(flag: Finding) -> tuple[str, str]:
    return flag.claim.text, flag.explanation


def _labelled(text: str, origin: str, right: bool, flag: Finding) -> LabelledFlag:
    return LabelledFlag(text, origin, right, flag.features)
