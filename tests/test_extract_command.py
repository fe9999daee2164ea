"""``claims extract``: what is read in a file, for a person and for a program."""

import json
from pathlib import Path

import pytest
from typer.testing import CliRunner

from fake_encoder import FakeEncoder
from flows.cli import app
from flows.commands.extract import extract_files

STORY = """\
Russian President Vladimir Putin came to Beijing last February. He was born in 1952. About 300 guests came.

CLICK HERE TO READ MORE
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    path = tmp_path / "story.md"
    path.write_text("---\ndate: 2022-12-30\n---\n" + STORY, encoding="utf-8")
    return path


def extracted(capsys: pytest.CaptureFixture[str], story: Path, store_path: Path, **options) -> dict:
    assert extract_files([str(story)], as_json=True, day=None, facts=store_path, **options) == 0
    (article,) = json.loads(capsys.readouterr().out)["articles"]
    return article


def test_json_holds_all_that_was_read(capsys, story: Path, store_path: Path) -> None:
    article = extracted(capsys, story, store_path, model=False)
    text = story.read_text(encoding="utf-8")
    first, second, third = article["sentences"]
    assert [part["reason"] for part in article["set_aside"]] == ["read_more"]
    assert all(text[s["start"] : s["end"]] == s["text"] for s in article["sentences"])
    mentions = [m for s in article["sentences"] for m in s["mentions"]]
    assert all(text[m["start"] : m["end"]] == m["text"] for m in mentions)
    assert {(m["type"], m["text"]) for m in first["mentions"]} >= {
        ("name", "Vladimir Putin"),
        ("name", "Beijing"),
        ("time", "last February"),
    }
    (time,) = (m for m in first["mentions"] if m["type"] == "time")
    assert time["readings"][0] == {
        "from": "2022-02-01",
        "to": "2022-02-28",
        "precision": "month",
        "approximate": False,
    }
    (he,) = (m for m in second["mentions"] if m["type"] == "anaphor")
    assert [sense["entity"] for sense in he["senses"]] == ["person/vladimir-putin"]
    (quantity,) = (m for m in third["mentions"] if m["type"] == "quantity")
    assert (quantity["stated"], quantity["hedge"]) == ([300.0], "about")


def test_a_claim_has_its_slots_voice_and_statement(capsys, story: Path, store_path: Path) -> None:
    article = extracted(capsys, story, store_path, model=False)
    claims = [c for s in article["sentences"] for c in s["claims"] if c["predicate"] == "born"]
    # The same words are also read as a life of the text's own, which is compared with other places in it alone.
    (born,) = (c for c in claims if c["slots"][0]["entities"])
    assert born["statement"] == "Vladimir Putin was born in 1952."
    assert (born["voice"], born["modality"], born["checked"]) == ("reporter", "asserted", "value")
    subject, value = born["slots"][:2]
    assert (subject["text"], subject["entities"]) == ("He", ["person/vladimir-putin"])
    assert (value["text"], value["readings"][0]["from"]) == ("1952", "1952-01-01")


@pytest.mark.parametrize("model", [True, False])
def test_a_score_is_the_sum_of_its_parts(capsys, story: Path, store_path: Path, model: bool) -> None:
    encoder = FakeEncoder()
    article = extracted(capsys, story, store_path, model=model, encoder=encoder)
    for sentence in article["sentences"]:
        worth = sentence["worth"]
        log_odds = sum(part["adds"] for part in worth["contributions"])
        assert worth["score"] == pytest.approx(1 / (1 + 2.718281828**-log_odds), abs=0.01)
        assert any(part["kind"] == "vector" for part in worth["contributions"]) is model
    assert bool(encoder.texts) is model


def test_a_person_reads_the_same_in_lines(capsys, story: Path, store_path: Path) -> None:
    assert extract_files([str(story)], as_json=False, day=None, facts=store_path, model=False) == 0
    shown = capsys.readouterr().out
    assert "time last February = February 2022 (to the month)" in shown
    assert "anaphor He = Vladimir Putin (person/vladimir-putin, resolved)" in shown
    assert "Vladimir Putin was Russian President" in shown
    assert "Set aside (read_more): CLICK HERE TO READ MORE" in shown
    assert "\x1b" not in shown


def test_colour_is_for_a_terminal_and_no_text_steers_it(
    capsys, monkeypatch, story: Path, store_path: Path
) -> None:
    monkeypatch.setenv("FORCE_COLOR", "1")
    story.write_text(STORY.replace("came", "came \x1b[31mred[bold]"), encoding="utf-8")
    assert extract_files([str(story)], as_json=False, day=None, facts=store_path, model=False) == 0
    shown = capsys.readouterr().out
    assert "\x1b[1;36mVladimir Putin\x1b[0m" in shown
    assert "\x1b[31mred" not in shown
    assert "[31mred[bold]" in shown


def test_nothing_that_can_be_read_is_status_2(capsys, tmp_path: Path, store_path: Path) -> None:
    missing = str(tmp_path / "none.txt")
    assert extract_files([missing], as_json=True, day=None, facts=store_path, model=False) == 2
    printed = capsys.readouterr()
    assert json.loads(printed.out)["articles"][0]["error"]
    assert "none.txt" in printed.err


def test_help_shows_examples() -> None:
    shown = CliRunner().invoke(app, ["extract", "--help"]).output
    assert "claims extract story.txt" in " ".join(shown.split())
