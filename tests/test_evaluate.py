import json
import re
import tempfile
from datetime import date
from pathlib import Path

import pytest

from claims.errors import CaseError
from claims.evaluate import Rate, evaluate_cases, evaluate_untouched, flag_key, read_cases, read_judgements
from claims.records import Article
from conftest import Check
from fake_encoder import FakeEncoder
from flows.commands.evaluate import evaluate_files

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


def label(**fields: object) -> str:
    return json.dumps(
        {"text": "a b b", "claims": [{"span": "a", "shape": "s", "verdict": "silent", **fields}]}
    )


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        ("not json", "not JSON"),
        ("[1]", "a JSON list, not an object"),
        ('{"text": "a"}', '"claims" is missing'),
        ('{"text": "a", "claims": {}}', '"claims" is missing or no list'),
        ('{"claims": []}', '"text" is missing'),
        ('{"text": " ", "claims": []}', '"text" is missing or no text'),
        ('{"text": "a", "date": 2020, "claims": []}', '"date" is not YYYY-MM-DD'),
        ('{"text": "a", "date": "2020-13-01", "claims": []}', "month"),
        ('{"text": "a", "claims": ["a"]}', "something else than objects"),
        (label(span="c"), "stands 0 times"),
        (label(span="b"), "stands 2 times"),
        (label(span=""), 'a claim has no "span"'),
        (label(shape=None), 'a claim has no "shape"'),
        (label(verdict="wrong"), "verdict 'wrong' is none of"),
        (label(also_ok="x"), '"also_ok" is not a list'),
    ],
)
def test_a_broken_case_is_named_by_file_and_line(tmp_path: Path, broken: str, says: str) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_text(f"\n{broken}\n", encoding="utf-8")
    with pytest.raises(CaseError, match=re.escape(f"{path}:2: ")) as caught:
        list(read_cases(path))
    assert says in str(caught.value)


def test_a_case_that_is_well_formed_is_read(tmp_path: Path) -> None:
    path = tmp_path / "cases.jsonl"
    path.write_text(f"\ufeff{label(expected='x', also_ok=['y', ''])}\n", encoding="utf-8")
    (case,) = read_cases(path)
    assert case.labels[0].accepted == ("x", "y")


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("none.jsonl", None, "no such file"),
        ("empty.jsonl", "\n \n", "holds no case"),
        ("bad.jsonl", b"\xff\xfe\x00", "cannot be read"),
    ],
)
def test_a_case_file_that_cannot_be_used(
    tmp_path: Path, name: str, content: str | bytes | None, says: str
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
    with pytest.raises(CaseError, match=says) as caught:
        list(read_cases(path))
    assert str(path) in str(caught.value)


def test_a_directory_stands_for_the_case_files_below_it(tmp_path: Path) -> None:
    for name in ("b/c.jsonl", "a.jsonl", "notes.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(label(), encoding="utf-8")
    assert [case.article.source for case in read_cases(tmp_path)] == ["a.jsonl:1", "c.jsonl:1"]
    with pytest.raises(CaseError, match="holds no case file"):
        list(read_cases(Path(tempfile.mkdtemp(dir=tmp_path))))


KEY = "a:1-2:no_such_edition"


def judgement(key: object = KEY, judgement: object = "real") -> str:
    return json.dumps({"key": key, "judgement": judgement})


@pytest.mark.parametrize(
    ("lines", "says"),
    [
        (["x"], "not JSON"),
        ([judgement(), "[]"], "not an object"),
        ([judgement(key="a")], '"key" is not that of a flag'),
        ([judgement(key=None)], '"key" is not that of a flag'),
        ([judgement(judgement="maybe")], "\"judgement\" is 'maybe'"),
        ([judgement(judgement=None)], '"judgement" is None'),
        ([judgement(judgement=["real"])], "none of real, false"),
        ([judgement(), judgement(judgement="false")], "is judged real in a line before"),
    ],
)
def test_a_broken_judgement_is_named_by_file_and_line(tmp_path: Path, lines: list[str], says: str) -> None:
    path = tmp_path / "judged.jsonl"
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(CaseError, match=re.escape(f"{path}:{len(lines)}: ")) as caught:
        read_judgements(path)
    assert says in str(caught.value)


def test_judgements_may_be_given_twice_and_of_keys_with_colons(tmp_path: Path) -> None:
    path = tmp_path / "judged.jsonl"
    lines = [judgement(), judgement(), judgement("http://a:80/x:1-2:agrees", "false")]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert read_judgements(path) == {KEY: "real", "http://a:80/x:1-2:agrees": "false"}


def test_judgements_that_are_missing_are_said_to_be(tmp_path: Path) -> None:
    with pytest.raises(CaseError, match=r"none\.jsonl: no such file"):
        read_judgements(tmp_path / "none.jsonl")


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
    lines = [judgement(first["listed"][0]["key"], "false"), judgement()]
    path.write_text("\n".join(lines), encoding="utf-8")
    again = evaluate_untouched(articles, check_one, read_judgements(path))  # type: ignore[arg-type]
    assert (again["false"], again["false_flags_per_1000"], again["unmatched"]) == (1, 500.0, 1)


def test_flag_keys_tell_flags_apart(check: Check) -> None:
    checked = check("He saw the 2020 Winter Olympics and the 2019 Winter Olympics.", "2022-12-30")
    keys = {flag_key(checked.article, finding) for finding in checked.findings if finding.is_flag}
    assert len(keys) == 2


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    text = "It \x1b]0;owned\x07is \x9b31m red.\r\nHe saw the 2020 Winter Olympics.\n"
    row = {"id": "\x1b[2J\u202eevil", "date": "2022-12-30", "text": text}
    (tmp_path / "in.jsonl").write_text(json.dumps(row), encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("as_json", [True, False])
@pytest.mark.parametrize("labelled", [True, False])
def test_no_control_character_of_an_article_reaches_the_terminal(
    hostile: Path, store_path: Path, capsys: pytest.CaptureFixture[str], as_json: bool, labelled: bool
) -> None:
    path = hostile / "in.jsonl"
    if labelled:
        row = json.loads(path.read_text(encoding="utf-8"))
        path.write_text(json.dumps({**row, "claims": []}), encoding="utf-8")
    status = evaluate_files(
        [hostile],
        untouched=not labelled,
        judged=None,
        as_json_=as_json,
        facts=store_path,
        encoder=FakeEncoder(),
    )
    printed = capsys.readouterr()
    assert status == 0
    assert "Winter Olympics" in printed.out
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", printed.out + printed.err)
    if as_json:
        assert "evil" in json.dumps(json.loads(printed.out))


def test_nothing_to_read_is_a_failure(
    tmp_path: Path, store_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status = evaluate_files(
        [tmp_path / "none.txt"],
        untouched=True,
        judged=None,
        as_json_=False,
        facts=store_path,
        encoder=FakeEncoder(),
    )
    assert status == 2
    assert "none.txt: No such file" in capsys.readouterr().err
