"""An article against itself, its headline and its batch: what cannot both be right, and what may."""

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import duckdb
import pytest

from claims.check import check_article
from claims.judging.compare_articles import compare_articles
from claims.judging.judge_consistency import FIXED
from claims.ledger.find_shared import find_shared
from claims.ledger.record import record_disagreements, record_run
from claims.records import Article, CheckedArticle, Reason, Verdict
from claims.report.as_html import as_html
from claims.report.build_view import ViewBuilder
from claims.report.json_piece import join_pieces
from claims.settings import Settings
from claims.store.open import Store
from conftest import Check, flags
from fake_encoder import FakeEncoder
from report_sample import RUN as SUMMARY
from test_ledger import RUN

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
    "Jane Roebuck was born in the 1970s. Jane Roebuck was born in 1975.",
    "Jane Roebuck was born in the 20th century. Jane Roebuck was born in 1975.",
    "Jane Roebuck, over 80 years old, left. Jane Roebuck, 87, came back.",
    "Titanic is a 1997 film that was released in December.",
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
    (found,) = compare_articles(known)
    assert (found.subject, found.predicate) == ("person/jane-roebuck", "born")
    assert [
        (place.article.id, place.span.of(place.article.text)) for place in (found.first, found.second)
    ] == [
        ("a", "1960"),
        ("b", "1970"),
    ]
    assert list(compare_articles([known[0], _about(check(texts[0], DAY), "person/jane-roebuck", "c")])) == []
    assert list(compare_articles([check(text, DAY) for text in texts])) == []


def test_statements_that_disagree_are_found_through_the_ledger_and_shown_as_no_flag(
    check: Check, tmp_path: Path
) -> None:
    texts = (
        "Jane Roebuck was born in 1960.",
        "Jane Roebuck was born in 1970.",
        "Jane Roebuck was born in 1960.",
    )
    checked = [
        _about(check(text, DAY), "person/jane-roebuck", name) for text, name in zip(texts, "abc", strict=True)
    ]
    path = tmp_path / "runs.duckdb"
    record_run(path, RUN, checked)
    assert [id for _, id in find_shared(path, RUN, FIXED)] == ["a", "b", "c"]
    record_run(path, replace(RUN, id="r2"), checked[::2])
    assert find_shared(path, replace(RUN, id="r2"), FIXED) == []
    found = list(compare_articles(checked))
    record_disagreements(path, RUN, found)
    record_disagreements(path, RUN, found)
    with duckdb.connect(path) as db:
        rows = db.execute(
            "SELECT article, span_text, other_article, other_text FROM disagreements ORDER BY ALL"
        ).fetchall()
    assert rows == [("a", "1960", "b", "1970"), ("b", "1970", "c", "1960")]
    written = json.loads("".join(join_pieces((), (), found)))
    assert [p["span"]["text"] for p in written["disagreements"][0]["places"]] == ["1960", "1970"]
    page = as_html(ViewBuilder().view(SUMMARY, (), found))
    assert "Statements that disagree" in page
    assert "Nothing to look at in 0 articles" in page


def _about(checked: CheckedArticle, entity: str, name: str) -> CheckedArticle:
    """The article under another id, its claims with an entity as their subject."""
    findings = tuple(
        replace(f, claim=replace(f.claim, slots=tuple(replace(s, entities=(entity,)) if s.name == "subject" else s for s in f.claim.slots)))
        for f in checked.findings
    )  # fmt: skip
    return replace(checked, article=replace(checked.article, id=name), findings=findings)
