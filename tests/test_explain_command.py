"""``claims explain``: how a finding came about, for a person and for a program."""

import json
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from claims.errors import NoSuchFinding
from claims.records import Reason
from claims.report.reason_meanings import REASON_MEANINGS
from claims.settings import Settings
from fake_encoder import FakeEncoder
from flows.cli import app
from flows.commands.explain import explain_file

STORY = "---\ndate: 2022-12-30\n---\nGuests flew to China for the opening ceremony of the 2020 Winter Olympics. World War II ended in 1945.\n"
DOCUMENT = Path(__file__).parents[1] / "docs" / "output.md"


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.md"
    path.write_text(STORY, encoding="utf-8")
    return path


def shown(
    capsys: pytest.CaptureFixture[str], story: Path, store_path: Path, number=None, as_json=False
) -> str:
    status = explain_file(
        str(story),
        number,
        as_json=as_json,
        day=None,
        facts=store_path,
        settings=Settings(event_similarity=0.2),
        encoder=FakeEncoder(),
    )
    assert status == 0
    return capsys.readouterr().out


def test_without_a_number_each_flag_is_explained_and_the_others_are_listed(capsys, story, store_path) -> None:
    found = json.loads(shown(capsys, story, store_path, as_json=True))
    (flag,) = found["explanations"]
    assert (flag["verdict"], flag["reason"]) == ("mismatch", "no_such_edition")
    assert flag["meaning"] == REASON_MEANINGS[Reason.NO_SUCH_EDITION]
    assert [one["number"] for one in found["findings"]] == list(range(1, len(found["findings"]) + 1))
    assert found["findings"][flag["number"] - 1]["text"] == flag["span"]["text"] == "2020 Winter Olympics"
    assert found["errors"] == []


def test_json_holds_the_chain(capsys, story, store_path) -> None:
    (flag,) = json.loads(shown(capsys, story, store_path, as_json=True))["explanations"]
    text = story.read_text(encoding="utf-8")
    spans = [flag["sentence"], flag["span"], *flag["claim"]["slots"]]
    assert all(text[span["start"] : span["end"]] == span["text"] for span in spans)
    assert flag["ranking"][0]["name"] == "2022 Winter Olympics"
    assert flag["repairs"][0]["replacement"] == "2022 Winter Olympics"
    asked = {fact for one in flag["look_ups"] for fact in one["fact_ids"]}
    assert {fact["id"] for fact in flag["facts"]} <= asked
    assert set(flag["repairs"][0]["fact_ids"]) <= {fact["id"] for fact in flag["facts"] if fact["evidence"]}
    assert flag["confidence_parts"]["probability"] == flag["confidence"]


def test_what_is_no_flag_is_explained_by_its_number(capsys, story, store_path) -> None:
    listed = json.loads(shown(capsys, story, store_path, as_json=True))["findings"]
    number = next(one["number"] for one in listed if one["reason"] == "no_fact")
    (one,) = json.loads(shown(capsys, story, store_path, number, as_json=True))["explanations"]
    assert (one["number"], one["verdict"], one["confidence_parts"]) == (number, "not_enough_info", None)
    assert {candidate["lost_by"] for candidate in one["candidates"]} == {"other_year"}


def test_a_person_reads_it_in_lines(capsys, story, store_path) -> None:
    text = shown(capsys, story, store_path)
    assert "opening ceremony of the [2020 Winter Olympics]" in text
    assert "left out, other_year: " in text
    assert "closed: every edition of Winter Olympics is known for that year" in text
    assert re.search(r"1\. 2022 Winter Olympics \+\S+ = same_series \+2\.00, .*nearby_place \+3\.00", text)
    assert "Other findings, for --finding N:" in text
    assert "\x1b" not in text


def test_colour_is_for_a_terminal_and_no_text_steers_it(capsys, monkeypatch, story, store_path) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    story.write_text(STORY.replace("Guests flew", "Guests\x1b[31mred[bold] flew"), encoding="utf-8")
    text = shown(capsys, story, store_path)
    assert "\x1b[1;36m[2020 Winter Olympics]\x1b[0m" in text
    assert "\x1b[31mred" not in text
    assert "[31mred[bold] flew" in text


@pytest.mark.parametrize("number", [0, 99])
def test_a_number_without_a_finding_is_refused(number: int, story, store_path) -> None:
    with pytest.raises(NoSuchFinding, match=rf"no finding {number}; this file has 1 to \d"):
        explain_file(str(story), number, as_json=False, day=None, facts=store_path, encoder=FakeEncoder())


def test_nothing_that_can_be_read_is_status_2(capsys, tmp_path: Path, store_path: Path) -> None:
    missing = str(tmp_path / "none.txt")
    assert explain_file(missing, None, as_json=False, day=None, facts=store_path) == 2
    assert "none.txt" in capsys.readouterr().err


def test_help_shows_examples() -> None:
    shown = CliRunner().invoke(app, ["explain", "--help"]).output
    assert "claims explain story.txt --finding 3" in " ".join(shown.split())


@pytest.mark.parametrize("reason", Reason)
def test_the_meaning_of_a_reason_is_that_of_the_documents(reason: Reason) -> None:
    reasons = (DOCUMENT.parent / "reasons.md").read_text(encoding="utf-8")
    assert re.search(
        rf"^\| `{reason}` \| \w+ \| {re.escape(REASON_MEANINGS[reason])} \| ", reasons, re.MULTILINE
    )


def test_every_field_and_code_is_documented(capsys, story, store_path) -> None:
    documented = DOCUMENT.read_text(encoding="utf-8")
    part = documented[documented.index("## `claims explain FILE`") :]
    part = part[: part.index("\n## ", 5)]
    (flag,) = json.loads(shown(capsys, story, store_path, as_json=True))["explanations"]
    names = {*flag, *flag["claim"], *flag["candidates"][0], *flag["look_ups"][0], *flag["facts"][0]}
    assert {name for name in names if f"`{name}`" not in part} == set()


def test_what_stands_around_a_claim_is_told_once(capsys, tmp_path, store_path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "Angela Merkel came to Berlin, and Angela Merkel left again on 3 May 2015. It was a long day for all of them."
        " French President Nicolas Sarkozy spoke with Angela Merkel, and he thanked Angela Merkel for it.\n"
    )
    text = shown(capsys, path, store_path, 1)
    for name in ("around", "background", "near place", "nearby"):
        lines = [line for line in text.splitlines() if line.startswith(f"    {name} ")]
        assert len(lines) <= 1
        assert all(line.count("Angela Merkel (") <= 1 for line in lines)
