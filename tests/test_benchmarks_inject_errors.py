"""The injection benchmark changes true statements only, to values that are wrong, and the same ones each time."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from types import ModuleType
from typing import Any

import pytest

from claims.records import Article
from claims.store.open import Store
from test_docs import ROOT

DAY = date(2018, 6, 12)


@pytest.fixture(scope="module")
def benchmarks() -> Iterator[dict[str, ModuleType]]:
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(str(ROOT / "benchmarks"))
        import change_year  # noqa: PLC0415 - lies beside the package, not in it
        import inject_errors  # noqa: PLC0415
        import known_names  # noqa: PLC0415

        yield {"inject": inject_errors, "known": known_names, "years": change_year}


@pytest.fixture(scope="module")
def known(benchmarks: dict[str, Any], store: Store) -> Any:
    return benchmarks["known"].KnownNames(store)


def article(text: str) -> Article:
    return Article("a", text, "a.txt", published=DAY)


FOUND = {
    "Athletes remember the 2014 Winter Olympics well.": ("year of an edition", "2014"),
    "He flew home from the 2014 Winter Olympics in Sochi.": ("place of an edition", "Sochi"),
    "Talks were led by French President Emmanuel Macron.": ("holder of an office", "Emmanuel Macron"),
    "The German Chancellor Angela Merkel spoke first.": ("title of a holder", "Chancellor"),
    "They met Russian President Vladimir Putin there.": ("country of an office", "Russian"),
    "The train left Madrid, the capital of Spain, at noon.": ("capital of a country", "Madrid"),
    "Officials of NATO member Turkey were there.": ("member of an organisation", "Turkey"),
    "The plant lies near Lyon, France.": ("country of a city", "France"),
    "The vote is on Tuesday, June 12, 2018.": ("weekday of a full date", "Tuesday"),
    "Angela Merkel, 63, has led her party for years.": ("age of a person", "63"),
    "Angela Merkel was born on July 17, 1954, in Hamburg.": ("year: born", "1954"),
}


@pytest.mark.parametrize(("text", "expected"), FOUND.items())
def test_a_true_statement_is_found(
    text: str, expected: tuple[str, str], benchmarks: dict[str, Any], known: Any
) -> None:
    found = benchmarks["inject"].find_statements(article(text), known)
    assert expected in {(s.kind, s.span.of(text)) for s in found}


FALSE = {
    "Athletes remember the 2015 Winter Olympics well.": "year of an edition",
    "He flew home from the 2014 Winter Olympics in Oslo.": "place of an edition",
    "Talks were led by French President Angela Merkel.": "holder of an office",
    "The train left Seville, the capital of Spain, at noon.": "capital of a country",
    "Officials of NATO member Austria were there.": "member of an organisation",
    "The plant lies near Lyon, Norway.": "country of a city",
    "The vote is on Monday, June 12, 2018.": "weekday of a full date",
    "Angela Merkel, 36, has led her party for years.": "age of a person",
}


@pytest.mark.parametrize(("text", "kind"), FALSE.items())
def test_a_false_statement_is_left_alone(
    text: str, kind: str, benchmarks: dict[str, Any], known: Any
) -> None:
    assert kind in {expected for expected, _value in FOUND.values()}
    assert kind not in {s.kind for s in benchmarks["inject"].find_statements(article(text), known)}


def test_one_value_changes_and_its_place_is_known(benchmarks: dict[str, Any], known: Any) -> None:
    text = "\n".join(FOUND)
    injections = benchmarks["inject"].inject_errors([article(text)], known, 1)
    assert len({i.statement.kind for i in injections}) > 8
    for injection in injections:
        span, statement = injection.span, injection.statement
        assert span.of(injection.copy.text) == injection.wrong
        assert injection.wrong not in statement.right
        restored = (
            injection.copy.text[: span.start] + statement.span.of(text) + injection.copy.text[span.end :]
        )
        assert restored == text


def test_the_seed_decides(benchmarks: dict[str, Any], known: Any) -> None:
    articles = [article("\n".join(FOUND))]
    first, again, other = (benchmarks["inject"].inject_errors(articles, known, seed) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_what_is_drawn_at_one_place_depends_on_nothing_else(benchmarks: dict[str, Any], known: Any) -> None:
    text = "\n".join(FOUND)
    alone = benchmarks["inject"].inject_errors([article(text)], known, 1)
    more = [replace(article("\n".join(list(FOUND)[:4])), id="b"), article(text)]
    assert [i for i in benchmarks["inject"].inject_errors(more, known, 1) if i.original.id == "a"] == alone


def test_a_further_wrong_value_moves_no_draw_but_its_own(benchmarks: dict[str, Any], known: Any) -> None:
    text = "\n".join(FOUND)
    for statement in benchmarks["inject"].find_statements(article(text), known):
        wider = replace(statement, wrong=(*statement.wrong, "Atlantis"))
        drawn = [benchmarks["inject"]._inject(article(text), s, 1).wrong for s in (statement, wider)]
        assert drawn[1] in (drawn[0], "Atlantis")


def test_quotations_are_told(benchmarks: dict[str, Any], known: Any) -> None:
    text = "He said: “We met French President Emmanuel Macron.” They saw Russian President Vladimir Putin."
    injections = benchmarks["inject"].inject_errors([article(text)], known, 1)
    assert {(i.in_quotes, i.statement.span.start < text.index("”")) for i in injections} == {
        (True, True),
        (False, False),
    }


@pytest.mark.parametrize(
    ("event", "year", "held"),
    [
        ("Winter Olympics", 1992, True),
        ("Winter Olympics", 1996, False),
        ("Women’s World Cup", 2019, True),
        ("midterms", 2016, False),
        ("a village fair", 2016, None),
    ],
)
def test_the_calendar_of_events(event: str, year: int, held: bool | None, benchmarks: dict[str, Any]) -> None:
    assert benchmarks["years"].EventCalendar().is_held(event, year) is held
