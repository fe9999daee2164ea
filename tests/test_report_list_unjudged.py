"""The sentences worth checking that nothing was judged of, as the reports show them."""

from dataclasses import replace

import pytest

from claims.records import CheckedArticle, Span, UnjudgedSentence
from claims.report import list_unjudged as module
from claims.report.as_html import as_html
from claims.report.as_json import as_json
from claims.report.build_view import build_view
from claims.report.list_unjudged import UnjudgedBuilder
from claims.report.view import UnjudgedList
from report_page import parse
from report_sample import RUN, bridge, diplomacy


def scored(checked: CheckedArticle, *worths: float) -> CheckedArticle:
    """The article with a sentence of ten characters left over for each score."""
    left = tuple(
        UnjudgedSentence(Span(10 * place, 10 * place + 10), worth, "no_claim")
        for place, worth in enumerate(worths)
    )
    coverage = replace(checked.coverage, worth_checking=len(worths) + 1, unjudged=left)
    return replace(checked, coverage=coverage)


def list_unjudged(articles: list[CheckedArticle]) -> UnjudgedList:
    builder = UnjudgedBuilder()
    for key, checked in enumerate(articles, start=1):
        builder.add(key, checked)
    return builder.list()


def test_the_worthiest_of_all_articles_come_first() -> None:
    found = list_unjudged([scored(bridge(), 0.9, 0.5), scored(diplomacy(), 0.7)])
    assert [row.worth for row in found.rows] == [0.9, 0.7, 0.5]
    assert (found.total, found.left_out, found.worth_checking) == (3, 0, 5)
    assert found.rows[0].text == bridge().article.text[:10]


def test_a_long_list_says_what_it_leaves_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "LISTED", 2)
    found = list_unjudged([scored(bridge(), 0.9, 0.5, 0.4)])
    assert (len(found.rows), found.left_out) == (2, 1)


def test_where_nothing_was_scored_the_report_says_nothing() -> None:
    view = build_view(RUN, [bridge()], [])
    assert view.unjudged.worth_checking is None
    assert not parse(as_html(view)).all("section", id="unjudged")


def test_the_page_and_the_json_hold_them() -> None:
    article = scored(bridge(), 0.9)
    section = parse(as_html(build_view(RUN, [article], []))).one("section", id="unjudged")
    assert "2 sentences seem to state a fact worth checking; of 1 of them nothing was judged." in section.line
    assert "90% No statement was read" in section.line
    (shown,) = as_json([article], [])["articles"]
    text = article.article.text[:10]
    assert shown["coverage"]["unjudged"] == [
        {"start": 0, "end": 10, "text": text, "worth": 0.9, "reason": "no_claim"}
    ]
