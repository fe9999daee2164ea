"""What a new user is told: where there is no ledger, no such input, no value, no folder, and nothing to correct."""

import json

import pytest
from typer.testing import CliRunner

from claims.errors import MissingInput, OutputError, SettingsError
from claims.ledger.open import FILE_NAME
from claims.records import Choice
from desk_ledger import say, write_ledger
from flows.check_folder import check_folder
from flows.cli import IN_ORDER, app
from flows.commands.apply import apply_corrections
from flows.commands.runs import show_run
from flows.log_json import log_json
from flows.read_settings import read_settings
from flows.refuse_missing import refuse_missing

READERS = [
    ["runs"],
    ["runs", "show"],
    ["runs", "todo"],
    ["diff", "a", "b"],
    ["sweep"],
    ["quality"],
    ["review"],
    ["review", "import", "decisions.json"],
    ["report"],
    ["apply", "--to", "copies"],
    ["run", "--resume"],
]


@pytest.mark.parametrize("words", READERS, ids=" ".join)
def test_where_no_ledger_is_every_command_says_so_alike_and_makes_nothing(words, tmp_path):
    out = tmp_path / "nowhere"
    result = CliRunner().invoke(app, [*words, "--out", str(out)])
    assert result.exit_code == 2
    told = f"{out} holds no ledger: give the folder of a run with --out, or make one with claims run"
    assert told in result.stderr
    assert not out.exists()


def test_a_ledger_without_runs_is_told_from_none(tmp_path):
    write_ledger(tmp_path / FILE_NAME)
    assert CliRunner().invoke(app, ["runs", "--out", str(tmp_path)]).exit_code == 0
    assert show_run(tmp_path, "latest") == 0


def test_inputs_none_of_which_is_there_are_a_slip_and_no_run(tmp_path):
    there = tmp_path / "a.txt"
    there.write_text("words\n")
    with pytest.raises(MissingInput, match="nosuch, no\\*such: no such file or directory"):
        refuse_missing(["nosuch", "no*such"])
    for paths in (
        [str(there), "nosuch"],
        [f"{tmp_path}/*.txt"],
        ["-"],
        ["https://example.org/"],
        [str(tmp_path)],
        [],
    ):
        refuse_missing(paths)
    out = tmp_path / "out"
    result = CliRunner().invoke(app, ["run", str(tmp_path / "nosuch"), "--out", str(out), "--quiet"])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no such file or directory" in result.stderr
    assert not (out / FILE_NAME).exists()


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("min_confidence", "--set min_confidence has no value; write min_confidence=VALUE"),
        ("colour", "write NAME=VALUE"),
        ("colour=red", "there is no setting 'colour'; give one of min_confidence"),
    ],
)
def test_a_setting_without_a_value_is_told_from_one_that_is_not_there(text, says):
    with pytest.raises(SettingsError, match=says):
        read_settings([text], None, None)


def test_a_file_goes_into_a_folder_that_is_there(tmp_path):
    check_folder(tmp_path / "x.html")
    with pytest.raises(OutputError, match=r"there is no folder .*missing; make it first"):
        check_folder(tmp_path / "missing" / "x.html")
    with pytest.raises(OutputError, match="make it first"), log_json(str(tmp_path / "missing" / "log")):
        pass
    write_ledger(tmp_path / FILE_NAME)
    for words in (["report", "-o"], ["runs", "todo", "-o"], ["quality", "--write"]):
        result = CliRunner().invoke(
            app, [*words, str(tmp_path / "missing" / "x.csv"), "--out", str(tmp_path)]
        )
        assert result.exit_code == 2
        assert "make it first" in result.stderr
    assert not (tmp_path / "missing").exists()


def test_the_help_lists_what_is_used_most_first():
    help_ = CliRunner().invoke(app, ["--help"]).output
    places = [help_.index(f"│ {name} ") for name in IN_ORDER]
    assert places == sorted(places)


def test_formats_are_listed_where_another_is_asked_for():
    result = CliRunner().invoke(app, ["check", "--format", "html", "a.txt"])
    assert result.exit_code == 2
    assert "'html' is not one of 'text', 'json'" in result.output
    assert "Value error" not in result.output


def test_where_nothing_is_accepted_nothing_is_corrected_and_it_is_said(tmp_path, capsys):
    write_ledger(tmp_path / FILE_NAME)
    apply_corrections(tmp_path, "latest", tmp_path / "copies", first_repairs=False, unchecked=True)
    assert (
        f"No correction is accepted yet; claims review --out {tmp_path} opens the desk"
        in capsys.readouterr().out
    )
    say(tmp_path / FILE_NAME, "games-0", choice=Choice.ACCEPT, repair=1)
    apply_corrections(tmp_path, "latest", tmp_path / "copies", first_repairs=False, unchecked=True)
    assert "No correction" not in capsys.readouterr().out


def test_what_is_no_json_is_no_file_of_decisions(tmp_path):
    write_ledger(tmp_path / FILE_NAME)
    (tmp_path / "notes.txt").write_text("hello")
    result = CliRunner().invoke(
        app, ["review", "import", str(tmp_path / "notes.txt"), "--out", str(tmp_path)]
    )
    assert result.exit_code == 2
    assert "notes.txt is no file of decisions; export one from a report" in result.stderr


def test_a_file_without_flags_is_explained_as_one(tmp_path, store_path):
    path = tmp_path / "a.txt"
    path.write_text("The museum opened its doors at nine. Paris is the capital of France.\n")
    words = ["explain", str(path), "--facts", str(store_path), "--set", "max_pages=10"]
    result = CliRunner().invoke(app, words)
    assert (result.exit_code, result.stdout.splitlines()[0]) == (0, "No flags.")
    assert "no_" not in result.stdout
    assert json.loads(CliRunner().invoke(app, [*words, "--json"]).stdout)
