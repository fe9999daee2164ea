"""The articles that the first run shows: ten, dated, of readable length, with the slips that we know of."""

from datetime import date
from pathlib import Path

import pytest

from claims.reading.read import read_articles
from claims.records import Article

SEEDS = Path(__file__).parents[1] / "seeds"

# file or id -> date, where the reader found it, the slip as it stands in the text
ARTICLES = {
    "moscow-and-beijing": ("2022-12-31", "front matter", "2020 Winter Olympics"),
    "climate-class.txt": ("2022-11-24", "dateline", "Edinburgh"),
    "night-shift-museum.txt": ("2024-11-10", "dateline", "November 9, 1988"),
    "border-town.txt": ("2024-10-03", "dateline", "Finnish President Sauli Niinistö"),
    "spoke-factory": ("2023-09-16", "record", "European Commission President Charles Michel"),
    "waiting-for-ice.md": ("2025-11-18", "front matter", None),
    "sister-cities.md": ("2024-08-05", "front matter", None),
    "sailing-school.md": ("2024-08-09", "front matter", None),
    "the-frame-shop.md": ("2024-12-31", "front matter", None),
    "moon-on-the-hill": ("2024-02-24", "record", None),
}


def seeds():
    files = sorted(path for path in SEEDS.iterdir() if path.name != "README.md")
    return {Path(article.id).name: article for article in read_articles(files)}


@pytest.fixture(scope="module")
def found():
    return seeds()


def test_there_are_ten_articles_of_which_five_are_clean(found):
    assert set(found) == set(ARTICLES)
    assert all(isinstance(article, Article) for article in found.values())
    assert sum(slip is None for _, _, slip in ARTICLES.values()) == 5


@pytest.mark.parametrize("name", ARTICLES)
def test_each_article_is_dated_as_it_says(found, name):
    day, found_in, _ = ARTICLES[name]
    assert (found[name].published, found[name].published_from) == (date.fromisoformat(day), found_in)


@pytest.mark.parametrize("name", ARTICLES)
def test_each_article_has_the_length_of_a_short_report(found, name):
    assert 250 <= len(found[name].text.split()) <= 500


@pytest.mark.parametrize(("name", "slip"), [(name, slip) for name, (_, _, slip) in ARTICLES.items() if slip])
def test_a_slip_stands_once_in_its_article_and_in_no_other(found, name, slip):
    assert {other: article.text.count(slip) for other, article in found.items() if slip in article.text} == {
        name: 1
    }


def test_all_kinds_of_input_are_there():
    assert {path.suffix for path in SEEDS.iterdir()} == {".md", ".txt", ".jsonl"}


@pytest.mark.parametrize("name", ARTICLES)
def test_the_readme_lists_each_article_with_its_date_and_whether_it_slips(name):
    day, _, slip = ARTICLES[name]
    rows = [line for line in readme().splitlines() if f"`{name}" in line]
    written = f"{date.fromisoformat(day):%d %B %Y}".lstrip("0")
    assert len(rows) == 1
    assert f"| {written} |" in rows[0]
    assert ("| none |" in rows[0]) == (slip is None)


def test_the_readme_does_not_repeat_the_slips():
    assert [slip for _, _, slip in ARTICLES.values() if slip and slip in readme()] == []


def readme():
    return (SEEDS / "README.md").read_text(encoding="utf-8")
