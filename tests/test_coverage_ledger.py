"""What could be judged of a run, and the facts that it asked for, from the article to a filled-in table that is taken in."""

import csv
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from claims.check import check_article
from claims.ledger.list_wanted import list_wanted
from claims.ledger.record import record_run
from claims.ledger.sum_coverage import sum_coverage
from claims.records import Article, CheckedArticle
from claims.report.todo_rows import COLUMNS, todo_record, todo_rows
from claims.settings import Settings
from claims.store.build import build_store
from claims.store.import_pack import import_pack
from claims.store.open import Store, open_store
from fake_encoder import FakeEncoder
from small_home import ENTITIES, RECORD, write_home
from test_ledger import RUN

TEXTS = {
    "a": "John Smith was born in 1952. Jane Roebuck was born in 1970. The population of France is 68 million.",
    "b": "Jane Roebuck was born in 1970. The population of France is 67.9 million.",
    "c": "The museum opened its doors at nine.",
}
DAY = date(2022, 12, 30)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    return write_home(tmp_path / "home")


@pytest.fixture
def small(home: Path, tmp_path: Path) -> Iterator[Store]:
    with open_store(build_store(FakeEncoder(), tmp_path / "facts.duckdb", home)) as store:
        yield store


def checked(store: Store) -> list[CheckedArticle]:
    articles = [Article(id, text, f"{id}.txt", published=DAY) for id, text in TEXTS.items()]
    return [check_article(article, store, FakeEncoder(), Settings()) for article in articles]


def test_coverage_is_kept_by_article_and_summed_by_run(small: Store, tmp_path: Path) -> None:
    path, found = tmp_path / "runs.duckdb", checked(small)
    record_run(path, RUN, found)
    sums = sum_coverage(path, RUN.id)
    assert sums.claims == sum(one.coverage.claims for one in found) >= 4
    assert sums.judged == sum(one.coverage.judged for one in found)
    assert sums.sentences == 6
    assert sums.worth_checking == sum(one.coverage.worth_checking or 0 for one in found)
    assert sum(sums.unjudged.values()) == sums.claims - sums.judged
    assert sums.silent == sum(not one.coverage.judged for one in found) >= 1
    later = replace(RUN, id="r2")
    assert sum_coverage(path, later.id).claims == 0


def test_what_the_store_lacks_is_ranked_by_how_many_articles_ask_for_it(small: Store, tmp_path: Path) -> None:
    path = tmp_path / "runs.duckdb"
    record_run(path, RUN, checked(small))
    wanted = list_wanted(path, RUN)
    assert [(w.predicate, w.subject, w.name, w.said_of, w.articles, w.claims) for w in wanted] == [
        ("born", "", "Jane Roebuck", "", 2, 2),
        ("population", "country/france", "France", "2022", 2, 2),
    ]
    assert (wanted[0].example, wanted[0].example_article) == ("1970", "a")


def fill(rows: list[dict[str, str]], values: dict[str, str], file: Path) -> Path:
    with file.open("w", encoding="utf-8", newline="") as table:
        writer = csv.DictWriter(table, COLUMNS)
        writer.writeheader()
        writer.writerows({**row, "value": values.get(row["predicate"], row["value"])} for row in rows)
    file.with_suffix(".toml").write_text(todo_record("r1", DAY), encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("values", "verdicts"),
    [
        ({"born": "1970-05-03", "population": "68,000,000"}, ["supported", "supported", "supported"]),
        ({"born": "1970-05-03"}, ["supported", "supported", "not_enough_info"]),
    ],
)
def test_the_filled_in_list_is_taken_in_and_judged_by(
    small: Store, home: Path, tmp_path: Path, values: dict[str, str], verdicts: list[str]
) -> None:
    path = tmp_path / "runs.duckdb"
    record_run(path, RUN, checked(small))
    rows = list(todo_rows(list_wanted(path, RUN), small.predicates))
    imported = import_pack(fill(rows, values, tmp_path / "todo.csv"), small, home / "packs")
    assert imported.bad == []
    assert len(imported.tables["facts"]) == len(values)
    with open_store(build_store(FakeEncoder(), tmp_path / "new.duckdb", home)) as store:
        first = checked(store)[0]
    found = [str(f.verdict) for f in first.findings]
    assert found == verdicts


def test_an_office_that_is_not_known_comes_with_its_title_and_country(
    home: Path, tmp_path: Path, request: pytest.FixtureRequest
) -> None:
    (home / "packs" / "base" / "entities.csv").write_text(
        ENTITIES + "title/justice-minister,title,justice minister\n", encoding="utf-8"
    )
    text = "France’s Justice Minister Vladimir Putin said so."
    store_file = build_store(FakeEncoder(), tmp_path / "facts.duckdb", home)
    with open_store(store_file) as store:
        one = check_article(Article("a", text, "a", published=DAY), store, FakeEncoder(), Settings())
        if not one.findings:
            pytest.fail("the sentence is not read as an office")
        path = tmp_path / "runs.duckdb"
        record_run(path, RUN, [one])
        rows = list(todo_rows(list_wanted(path, RUN), store.predicates))
        assert [(r["predicate"], r["subject"], r["value"], r["along"]) for r in rows] == [
            ("held_by", "Justice minister of France", "", ""),
            ("office_title", "Justice minister of France", "title/justice-minister", "yes"),
            ("office_of", "Justice minister of France", "country/france", "yes"),
        ]
        nothing = import_pack(fill(rows, {}, tmp_path / "todo.csv"), store, home / "packs")
        assert (nothing.bad, nothing.tables["facts"]) == ([], [])
        imported = import_pack(
            fill(rows, {"held_by": "Emmanuel Macron"}, tmp_path / "todo.csv"), store, home / "packs"
        )
        assert imported.bad == []
    assert [fact[1:4] for fact in imported.tables["facts"]] == [
        ("held_by", "person/emmanuel-macron", "2022-12-30"),
        ("office_title", "title/justice-minister", ""),
        ("office_of", "country/france", ""),
    ]


def test_without_skip_empty_a_row_without_a_value_is_bad(small: Store, tmp_path: Path) -> None:
    rows = [{**dict.fromkeys(COLUMNS, ""), "predicate": "population", "subject": "country/france"}]
    file = fill(rows, {}, tmp_path / "todo.csv")
    file.with_suffix(".toml").write_text(RECORD.replace('"base"', '"todo"'), encoding="utf-8")
    (bad,) = import_pack(file, small, tmp_path / "packs").bad
    assert bad.line == 2
