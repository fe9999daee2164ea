from dataclasses import replace

import pytest

from claims.records import Article, CheckedArticle, Coverage, ReadFailure
from claims.report.order import failures_in_order, in_order
from report_sample import diplomacy


@pytest.mark.parametrize(
    "sources",
    [
        ["a.txt", "b.txt"],
        ["wire.jsonl:2", "wire.jsonl:10", "wire.jsonl:100"],
        ["1.txt", "2.txt", "10.txt"],
        ["x0.txt", "x00007.txt", "x8.txt"],
        ["n" + "9" * 5000, "n1" + "0" * 5000],
    ],
)
def test_sources_sort_as_people_number_them(sources):
    failures = [ReadFailure("id", source, "") for source in sources]
    assert failures_in_order(failures[::-1]) == failures
    articles = [CheckedArticle(Article("id", "", s), (), Coverage(0, 0, 0, ())) for s in sources]
    assert in_order(articles[::-1]) == articles


def test_findings_sort_by_their_place_in_the_text():
    article = diplomacy()
    assert in_order([replace(article, findings=article.findings[::-1])]) == [article]
