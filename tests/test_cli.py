"""The ``claims`` command as a user or a script meets it."""

import json
import os
import re
import signal
import subprocess
import sys
from datetime import date
from errno import EACCES, ENOSPC, EROFS
from pathlib import Path

import duckdb
import pytest
import typer
from typer.testing import CliRunner

from claims import __version__
from claims.errors import LedgerError, OutputError, StoreError
from fake_encoder import FakeEncoder
from flows.cli import app
from flows.commands.check import check_files
from flows.end_command import end_command
from flows.exit_status import exit_status
from flows.parse_day import parse_day, today
from flows.prepare_out import prepare_out
from flows.stop_signals import StopSignals
from flows.write_terminal import REMARKS, remark_on, write_json, write_text
from web_server import story, web_server

CLEAN = "The museum opened its doors at nine. Visitors came in great numbers.\n"
WRONG = "Hundreds of guests flew to China for the opening ceremony of the 2020 Winter Olympics.\n"


@pytest.fixture
def articles(tmp_path):
    (tmp_path / "clean.txt").write_text(CLEAN)
    (tmp_path / "wrong.txt").write_text(WRONG)
    (tmp_path / "empty.txt").write_text("")
    return tmp_path


@pytest.fixture
def claims(store_path):
    """Run the program in a process of its own, on the small store."""

    def run(*args, stdin=None, **environment):
        words = [sys.executable, "-m", "flows", *map(str, args)]
        if args[0] == "check":
            words += ["--facts", str(store_path)]
        env = {**os.environ, **environment}
        return subprocess.run(words, input=stdin, capture_output=True, timeout=60, env=env, check=False)

    return run


def test_help_needs_nothing_heavy():
    heavy = "{'torch', 'prefect', 'duckdb', 'numpy', 'pyarrow', 'sentence_transformers', 'jinja2'}"
    code = f"import sys, flows.cli; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


def test_checking_a_file_needs_neither_network_nor_prefect_nor_the_model(articles, store_path):
    heavy = "{'torch', 'prefect', 'httpx', 'jinja2', 'sentence_transformers'}"
    check = f"check_files([{str(articles / 'clean.txt')!r}], False, None, Path({str(store_path)!r}))"
    code = f"import sys; from pathlib import Path; from flows.commands.check import check_files; {check}; print(sorted({heavy} & set(sys.modules)))"
    assert subprocess.check_output([sys.executable, "-c", code], text=True).splitlines()[-1] == "[]"


@pytest.mark.parametrize("words", [["--help"], ["check", "--help"], ["facts", "--help"], ["--version"]])
def test_a_question_about_the_program_is_answered(words):
    result = CliRunner().invoke(app, words)
    assert result.exit_code == 0
    assert ("Usage" in result.output) or result.output == f"claims {__version__}\n"


@pytest.mark.parametrize(
    "words",
    [["check"], ["chekc"], ["check", "--date", "2022-02-30", "a.txt"], ["check", "--format", "pdf", "a"]],
)
def test_a_wrong_call_exits_with_2(words):
    assert CliRunner().invoke(app, words).exit_code == 2


@pytest.mark.parametrize(
    ("articles", "flags", "failures", "status"),
    [(3, 0, 0, 0), (3, 1, 0, 1), (3, 0, 2, 0), (3, 1, 2, 1), (0, 0, 2, 2), (0, 0, 0, 0)],
)
def test_exit_status(articles, flags, failures, status):
    assert exit_status(articles, flags, failures) == status


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (["clean.txt"], (0, 0)),
        (["wrong.txt"], (1, 0)),
        (["clean.txt", "empty.txt"], (0, 1)),
        (["wrong.txt", "empty.txt", "missing.txt"], (1, 2)),
        (["empty.txt", "missing.txt"], (2, 2)),
        (["."], (1, 1)),
    ],
)
def test_check_reports_bad_files_and_goes_on_with_the_others(articles, store_path, names, expected, capsys):
    status, complaints = expected
    assert check_files([articles / name for name in names], True, None, store_path, FakeEncoder()) == status
    printed = capsys.readouterr()
    failed = [a for a in json.loads(printed.out)["articles"] if a["error"]]
    assert len(failed) == complaints
    assert len(printed.err.splitlines()) == complaints
    assert all(line.startswith("claims: ") for line in printed.err.splitlines())


def test_json_stands_alone_on_stdout_as_utf8_whatever_the_locale(claims, articles):
    (articles / "curly.txt").write_text(WRONG.replace("Olympics", "Olympics”"), encoding="utf-8")
    result = claims("check", articles, "--format", "json", PYTHONIOENCODING="ascii", PYTHONUTF8="0")
    found = json.loads(result.stdout.decode("utf-8"))["articles"]
    spans = [f["span"]["text"] for a in found for f in a["findings"] if f["verdict"] == "mismatch"]
    assert spans == ["2020 Winter Olympics"] * 2
    assert result.returncode == 1


@pytest.mark.parametrize(("text", "status"), [(CLEAN, 0), (WRONG, 1), ("", 2), ("\0\1\2", 2)])
def test_standard_input_is_read_as_text(claims, text, status):
    result = claims("check", "-", stdin=text.encode())
    assert result.returncode == status
    assert (b"standard input" in result.stderr) == (status == 2)


@pytest.mark.parametrize("command", ["check", "explain", "extract"])
def test_a_reader_that_leaves_is_no_error(articles, store_path, command):
    inputs = [articles if command == "check" else articles / "wrong.txt"]
    words = [sys.executable, "-m", "flows", command, *map(str, inputs), "--facts", str(store_path)]
    process = subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdout.close()
    complaints = process.stderr.read().decode()
    process.stderr.close()
    assert process.wait(60) == 141
    assert "Traceback" not in complaints
    assert "Broken" not in complaints


def test_facts_info_says_what_the_store_holds(store_path):
    result = CliRunner().invoke(app, ["facts", "info", "--facts", str(store_path)])
    assert result.exit_code == 0
    assert str(store_path) in result.output
    assert re.search(r"^Newest   \d{4}-\d\d-\d\d, the newest date that a source", result.output, re.MULTILINE)
    (leaders,) = re.findall(
        r"^ *[\d,]+ leaders +(\S+) +(\S+) +CC0-1.0 +Heads of", result.output, re.MULTILINE
    )
    assert leaders[0].startswith("2026-")
    assert leaders[1].startswith("2026-")
    assert re.search(r"source: https://www\.geonames\.org, taken \d{4}-\d\d-\d\d", result.output)


@pytest.mark.parametrize(
    ("text", "day"), [("2022-12-30", date(2022, 12, 30)), ("today", today()), (" TODAY ", today())]
)
def test_a_day(text, day):
    assert parse_day(text) == day


@pytest.mark.parametrize(
    "text", ["yesterday", "30.12.2022", "2022-02-30", "2022-12", "", "2022-12-30T00:00:00"]
)
def test_what_is_no_day_is_said_to_be_none(text):
    with pytest.raises(typer.BadParameter, match="write YYYY-MM-DD as in 2022-12-30, or today"):
        parse_day(text)


@pytest.mark.parametrize("below", [False, True])
def test_an_output_directory_that_is_a_file_is_one_clear_line(claims, articles, below):
    out = articles / "clean.txt" / "out" if below else articles / "clean.txt"
    result = claims("run", articles, "--out", out)
    assert result.returncode == 2
    assert (
        result.stderr.decode() == f"claims: {out} is a file, or lies below one; give a directory with --out\n"
    )
    assert (articles / "clean.txt").read_text() == CLEAN


def test_an_output_directory_is_left_as_it_was_found(articles):
    prepare_out(articles / "new" / "out")
    assert list((articles / "new" / "out").iterdir()) == []


@pytest.mark.parametrize(
    ("number", "says"),
    [
        (ENOSPC, "no space left on the disk for out; make room, or give another directory with --out"),
        (EROFS, r"out cannot be written \(Read-only file system\); give another directory with --out"),
        (EACCES, r"out cannot be written \(Permission denied\)"),
    ],
)
def test_an_output_directory_that_cannot_be_written(articles, monkeypatch, number, says):
    def fail(*_args):
        raise OSError(number, os.strerror(number))

    monkeypatch.chdir(articles)
    monkeypatch.setattr(Path, "write_bytes", fail)
    with pytest.raises(OutputError, match=says):
        prepare_out(Path("out"))


@pytest.mark.parametrize(
    ("text", "shown"),
    [("a\x1b[2Jb\r\nc", "a�[2Jb\nc"), ("x\u202ey\x9bz", "x�y�z"), ("plain é\n", "plain é\n")],
)
def test_text_on_the_terminal_steers_nothing(text, shown, capsys):
    write_text(text)
    assert capsys.readouterr().out == shown


def test_json_on_the_terminal_steers_nothing_and_says_the_same(capsys):
    value = {"a": "\x1b[2J \x9b31m \u202e é \ud800"}
    write_json(value)
    printed = capsys.readouterr().out
    assert not set(printed) & set("\x1b\x9b\u202e\ud800")
    assert "é" in printed
    assert json.loads(printed) == value


def test_a_flood_of_remarks_is_cut_short(capsys):
    remark_on([f"remark {number}" for number in range(REMARKS + 5)])
    lines = capsys.readouterr().err.splitlines()
    assert len(lines) == REMARKS + 1
    assert lines[-1] == "claims: ... and 5 more remarks of this kind"


def test_facts_info_builds_nothing_at_a_path_that_is_given(claims, articles):
    result = claims("facts", "info", "--facts", articles / "none.duckdb")
    assert result.returncode == 2
    assert b"no fact store at" in result.stderr
    assert not (articles / "none.duckdb").exists()


def test_a_file_that_is_no_store_is_one_clear_line(claims, articles):
    result = claims("facts", "info", "--facts", articles / "clean.txt")
    assert result.returncode == 2
    assert len(result.stderr.splitlines()) == 1
    assert b"not a fact store" in result.stderr


HINT = "(for the traceback: claims --debug ...)"


@pytest.mark.parametrize(
    ("error", "status", "line"),
    [
        (StoreError("no store; build it"), 2, "claims: no store; build it\n"),
        (LedgerError("two\nlines"), 2, "claims: two lines\n"),
        (KeyboardInterrupt(), 130, "claims: stopped\n"),
        (BrokenPipeError(), 141, ""),
        (OSError(5, "Input/output error"), 2, f"claims: [Errno 5] Input/output error {HINT}\n"),
        (
            OSError(28, "No space left on device", "out/x"),
            2,
            "claims: no space left on the disk: out/x; make room and run again\n",
        ),
        (
            duckdb.CatalogException("Catalog Error: no table\nLINE 1: SELECT"),
            2,
            "claims: a database cannot be read or written, and may be damaged: Catalog Error: no table"
            f" {HINT}\n",
        ),
        (ValueError("\x1b[31mred"), 2, f"claims: ValueError: �[31mred {HINT}\n"),
    ],
)
def test_every_error_ends_as_one_line_and_a_status(error, status, line, capsys):
    def fail():
        raise error

    assert end_command(fail, StopSignals()) == status
    assert capsys.readouterr().err == line


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_is_told_from_what_a_library_made_of_it(number, capsys):
    def fail():
        raise RuntimeError("Query interrupted")

    stop = StopSignals()
    stop.number = number
    assert end_command(fail, stop) == 128 + number
    assert capsys.readouterr().err == "claims: stopped\n"


def test_debug_shows_the_traceback(capsys):
    def fail():
        raise StoreError("gone")

    assert end_command(fail, StopSignals(), debug=True) == 2
    assert "Traceback" in capsys.readouterr().err


def test_the_command_takes_lists_and_settings(claims, tmp_path):
    with web_server() as server:
        server.answers["/a"] = story
        urls = tmp_path / "urls.txt"
        urls.write_text(server.url("/a") + "\n")
        local = ("--set", "allow_private=true", "--set", "obey_robots=false")
        result = claims("check", "--urls", urls, "--format", "json", *local)
        assert result.returncode == 0, result.stderr
        (article,) = json.loads(result.stdout)["articles"]
        assert article["source"] == server.url("/a")
        refused = claims("check", "--urls", urls)
        assert refused.returncode == 2
        assert b"private or loopback" in refused.stderr
        assert server.asked["/a"] == 1
    assert claims("check").returncode == 2
