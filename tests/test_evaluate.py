import json
from datetime import date
from pathlib import Path

import pytest

from claims.errors import CaseError
from claims.evaluate import Rate, evaluate_cases, evaluate_untouched, flag_key, read_cases, read_judgements
from claims.records import Article
from conftest import Check

CASES = [
    {
        "id": "hit",
        "date": "2022-12-30",
        "text": "He saw the 2020 Winter Olympics in China.",
        "claims": [
            {
                "span": "2020 Winter Olympics",
                "shape": "edition",
                "verdict": "mismatch",
                "expected": "2022",
                "also_ok": [],
            }
        ],
    },
    {
        "id": "miss",
        "date": "2022-12-30",
        "text": "The invasion by Mars of Venus came in 2020.",
        "claims": [
            {"span": "2020", "shape": "event_date", "verdict": "mismatch", "expected": "2021", "also_ok": []}
        ],
    },
    {
        "id": "false",
        "date": "2022-12-30",
        "text": "She won at the 2019 Winter Olympics. World War II ended in 1945.",
        "claims": [
            {
                "span": "2019 Winter Olympics",
                "shape": "edition",
                "verdict": "silent",
                "expected": "",
                "also_ok": [],
            },
            {"span": "1945", "shape": "event_date", "verdict": "supported", "expected": "", "also_ok": []},
        ],
    },
]


def written(tmp_path: Path, rows: list[dict[str, object]]) -> Path:
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    return path


def run(check: Check, tmp_path: Path, rows: list[dict[str, object]]) -> dict[str, object]:
    def check_case(article: Article) -> object:
        return check(article.text, article.published.isoformat() if article.published else None)

    return evaluate_cases(read_cases(written(tmp_path, rows)), check_case)  # type: ignore[arg-type]


def test_hits_misses_and_false_flags_are_counted(check: Check, tmp_path: Path) -> None:
    result = run(check, tmp_path, CASES)
    figures = result["all"]
    assert (figures["recall"]["hits"], figures["recall"]["total"]) == (1, 2)  # type: ignore[index]
    assert figures["repaired_recall"]["rate"] == 0.5  # type: ignore[index]
    assert figures["precision"]["rate"] == 0.5  # type: ignore[index]
    assert figures["support_rate"]["rate"] == 1.0  # type: ignore[index]
    assert figures["false_flags_per_1000"] == 333.33  # type: ignore[index]
    assert [row["case"] for row in result["misses"]] == ["miss"]  # type: ignore[attr-defined]
    assert [row["case"] for row in result["false_flags"]] == ["false"]  # type: ignore[attr-defined]


def test_a_wrong_repair_is_no_repair(check: Check, tmp_path: Path) -> None:
    row = json.loads(json.dumps(CASES[0]))
    row["claims"][0]["expected"] = "1998"
    result = run(check, tmp_path, [row])
    assert result["all"]["recall"]["hits"] == 1  # type: ignore[index]
    assert result["all"]["repaired_recall"]["hits"] == 0  # type: ignore[index]


def test_a_date_is_compared_as_a_date(check: Check, tmp_path: Path) -> None:
    row = {
        "id": "x",
        "date": "2019-11-10",
        "text": "The Berlin Wall's fall on November 9, 1988, ended an era.",
        "claims": [
            {
                "span": "November 9, 1988",
                "shape": "event_date",
                "verdict": "mismatch",
                "expected": "9 November 1989",
            }
        ],
    }
    assert run(check, tmp_path, [row])["all"]["repaired_recall"]["rate"] == 1.0  # type: ignore[index]


@pytest.mark.parametrize(
    "broken",
    [
        "not json",
        '{"text": "a"}',
        '{"text": "a b", "claims": [{"span": "c", "shape": "edition", "verdict": "mismatch"}]}',
        '{"text": "a a", "claims": [{"span": "a", "shape": "edition", "verdict": "mismatch"}]}',
        '{"text": "a", "claims": [{"span": "a", "shape": "edition", "verdict": "wrong"}]}',
        '{"text": "a", "date": "2020-13-01", "claims": []}',
    ],
)
def test_a_broken_case_is_named_by_line(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_text(f"\n{broken}\n", encoding="utf-8")
    with pytest.raises(CaseError, match=r"cases\.jsonl:2"):
        list(read_cases(path))


def test_wilson_intervals() -> None:
    """Against the published example: 8 of 10 gives 0.490 to 0.943."""
    rate = Rate(8, 10).as_dict()
    assert (rate["low"], rate["high"]) == (0.4902, 0.9433)
    assert Rate(0, 0).as_dict()["rate"] is None


def test_untouched_articles_are_counted_and_judgements_applied(check: Check, tmp_path: Path) -> None:
    articles = [
        Article("one", "He saw the 2020 Winter Olympics.", "one", published=date(2022, 12, 30)),
        Article("two", "The cat sat on the mat.", "two"),
    ]

    def check_one(article: Article) -> object:
        return check(article.text, "2022-12-30")

    first = evaluate_untouched(articles, check_one)  # type: ignore[arg-type]
    assert (first["articles"], first["flags"], first["flags_per_1000"], first["unjudged"]) == (2, 1, 500.0, 1)
    path = tmp_path / "judged.jsonl"
    path.write_text(json.dumps({"key": first["listed"][0]["key"], "judgement": "false"}), encoding="utf-8")
    again = evaluate_untouched(articles, check_one, read_judgements(path))  # type: ignore[arg-type]
    assert (again["false"], again["false_flags_per_1000"]) == (1, 500.0)


def test_flag_keys_tell_flags_apart(check: Check) -> None:
    checked = check("He saw the 2020 Winter Olympics and the 2019 Winter Olympics.", "2022-12-30")
    keys = {flag_key(checked.article, finding) for finding in checked.findings if finding.is_flag}
    assert len(keys) == 2
