"""An article against itself, its headline and its batch: what cannot both be right, and what may."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import pytest

from claims.check import check_article
from claims.judging.compare_articles import compare_articles
from claims.records import Article, CheckedArticle, Reason, Verdict
from claims.settings import Settings
from claims.store.open import Store
from conftest import Check, flags
from fake_encoder import FakeEncoder

DAY = "2015-06-01"
INCONSISTENT = [
    # text, flagged, evidence stands before it as, repair
    ("Jane Roebuck, 45, was held on Monday. Roebuck was born in 1960.", "1960", "45", None),
    ("Jane Roebuck was born in 1960. On Monday it freed Jane Roebuck, 35, again.", "35", "1960", "55"),
    ("The 45-year-old driver Jane Roebuck was held. Jane Roebuck, 54, denied it.", "54", "45", "45"),
    ("Jane Roebuck (born 1970) won. Jane Roebuck was born on 3 May 1971.", "3 May 1971", "1970", "1970"),
    ("Acme Widgets, founded in 1960, closes. Acme Widgets was founded in 1972.", "1972", "1960", "1960"),
]


@pytest.mark.parametrize(("text", "flagged", "before", "repair"), INCONSISTENT)
def test_the_later_of_two_places_is_flagged_with_the_earlier_as_evidence(
    check: Check, text: str, flagged: str, before: str, repair: str | None
) -> None:
    (flag,) = flags(check(text, DAY))
    assert (flag.span.of(text), flag.reason, flag.verdict) == (flagged, Reason.INCONSISTENT, Verdict.MISMATCH)
    assert [fact.value for fact in flag.facts] == [before]
    assert [r.replacement for r in flag.repairs] == ([repair] if repair else [])
    if repair:
        assert flags(check(text.replace(flagged, repair), DAY)) == []


CONSISTENT = [
    "Jane Roebuck, 45, was born in Leeds in 1970.",
    "Jane Roebuck, 44, said so. Roebuck was born in 1970.",  # the birthday is still to come
    "Jane Roebuck, 45, was arrested in 2003. Roebuck was born in 1958.",  # an age of that time
    "In 2003 the 45-year-old, born in 1958, was arrested.",
    "Jane Roebuck, 45, and her son John Roebuck, 12, left. Roebuck was born in 1970.",  # which of the two
    "Jane Roebuck, 45, left. John Roebuck, 12, stayed.",
    'Jane Roebuck, 45, laughed. "Jane Roebuck, 25, that would be nice," her friend said.',
    "Acme Widgets, founded in 1960, closes. Acme Widgets was founded in 1961.",
    "Jane Roebuck, 45, won. Jane Roebuck, 46, was second to none.",  # a birthday may lie between
]


@pytest.mark.parametrize("text", CONSISTENT)
def test_what_may_both_be_right_is_not_flagged(check: Check, text: str) -> None:
    assert flags(check(text, DAY)) == []


def test_an_article_without_a_date_has_no_ages_to_compare_with_births(check: Check) -> None:
    assert flags(check("Jane Roebuck, 45, left. Roebuck was born in 1960.")) == []


def _check(store: Store, articles: Sequence[Article]) -> list[CheckedArticle]:
    return [check_article(a, store, FakeEncoder(), Settings()) for a in articles]


@pytest.mark.parametrize(
    ("title", "flagged"), [("Jane Roebuck, 54, is held", ["45"]), ("Driver is held", [])]
)
def test_the_text_is_held_against_its_headline(store: Store, title: str, flagged: list[str]) -> None:
    text = "Jane Roebuck, 45, was held on Monday."
    (checked,) = _check(store, [Article("a", text, "a", title=title, published=date(2015, 6, 1))])
    assert [flag.span.of(text) for flag in flags(checked)] == flagged
    assert [fact.source for flag in flags(checked) for fact in flag.facts] == ["text of the headline"] * len(
        flagged
    )


def test_articles_of_a_batch_are_compared_by_entities_only(check: Check) -> None:
    """What the store leaves open of an entity it knows may still differ between two articles; a bare name is nobody."""
    texts = ("Jane Roebuck was born in 1960.", "Jane Roebuck was born in 1970.")
    known = [
        _about(check(text, DAY), "person/jane-roebuck", name) for text, name in zip(texts, "ab", strict=True)
    ]
    first, second = compare_articles(known)
    assert flags(first) == []
    (flag,) = flags(second)
    assert (flag.reason, flag.facts[0].source) == (Reason.INCONSISTENT, "text of a")
    unknown = [check(text, DAY) for text in texts]
    assert [flags(checked) for checked in compare_articles(unknown)] == [[], []]


def _about(checked: CheckedArticle, entity: str, name: str) -> CheckedArticle:
    """The article under another id, its claims with an entity as their subject."""
    findings = tuple(
        replace(f, claim=replace(f.claim, slots=tuple(replace(s, entities=(entity,)) if s.name == "subject" else s for s in f.claim.slots)))
        for f in checked.findings
    )  # fmt: skip
    return replace(checked, article=replace(checked.article, id=name), findings=findings)
