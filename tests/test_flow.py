"""``claims run`` for real: Prefect's engine and API, in a process of its own."""

import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import duckdb
import pytest

from claims.ledger.decide import decide
from claims.ledger.diff_runs import diff_runs
from claims.ledger.list_runs import list_runs
from claims.ledger.read_queue import read_queue
from claims.ledger.undo import undo_last
from claims.records import Choice, Decision, Scope
from left_behind import left_behind
from page import page
from web_server import web_server

pytestmark = pytest.mark.slow

CLEAN = "The museum opened its doors at nine. Visitors came in great numbers.\n"
WRONG = "Hundreds of guests flew to China for the opening ceremony of the 2020 Winter Olympics.\n"
MARK = "CLAIMS_TEST_RUN"


@pytest.fixture(scope="module")
def place(tmp_path_factory, store_path):
    """A folder with a fact store, articles, and an output directory that every test here uses."""
    place = tmp_path_factory.mktemp("flow")
    (place / "facts.duckdb").symlink_to(store_path)
    (place / "articles").mkdir()
    (place / "articles" / "clean.txt").write_text(CLEAN)
    (place / "articles" / "wrong.txt").write_text(WRONG)
    (place / "articles" / "empty.txt").write_text("")
    return place


def start(place, *words, paths=None, stdin=subprocess.DEVNULL, **more):
    """The program, started; what it leaves behind can be told by a variable in its environment."""
    command = [
        sys.executable,
        "-m",
        "flows",
        "run",
        *map(str, [place / "articles"] if paths is None else paths),
    ]
    options = ["--out", place / "out", "--facts", place / "facts.duckdb", *words]
    unset = ("PREFECT_HOME", "PREFECT_API_URL", "PREFECT_LOGGING_LEVEL")
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    return subprocess.Popen(
        [*command, *map(str, options)],
        stdin=stdin,
        stdout=-1,
        stderr=-1,
        text=True,
        env={**environment, MARK: str(place), **more},
    )


def finish(process):
    with process:
        out, err = process.communicate(timeout=100)
    return process.returncode, out, err


@pytest.fixture(scope="module")
def first_run(place):
    return finish(start(place))


def test_a_run_ends_with_its_summary_and_the_path_of_the_report(place, first_run):
    status, out, err = first_run
    assert status == 1
    assert "Flags: mismatch" in out
    kept, latest = out.splitlines()[-2:]
    assert latest == f"Report: {place / 'out' / 'report.html'}"
    assert Path(kept.removeprefix("Kept as: ")).parent.parent == place / "out" / "reports"
    assert Path(kept.removeprefix("Kept as: ")).read_bytes() == (place / "out" / "report.html").read_bytes()
    # Nothing of Prefect's on the screen; the one unreadable input stands there.
    assert [line.partition("empty.txt")[0] for line in err.splitlines()] == [f"claims: {place}/articles/"]


def test_the_reports_hold_the_flag(place, first_run):
    report = json.loads((place / "out" / "report.json").read_text(encoding="utf-8"))
    found = [(a["source"], f) for a in report["articles"] for f in a["findings"]]
    flagged = [(source, f["span"]["text"]) for source, f in found if f["verdict"] == "mismatch"]
    assert flagged == [(f"{place}/articles/wrong.txt", "2020 Winter Olympics")]
    assert "2020 Winter Olympics" in (place / "out" / "report.html").read_text(encoding="utf-8")


def test_the_ledger_holds_the_run(place, first_run):
    with duckdb.connect(place / "out" / "runs.duckdb", read_only=True) as db:
        assert db.execute("SELECT count(*), count(finished) FROM runs").fetchone() == (1, 1)
        assert db.execute("SELECT count(*), sum(judged) FROM articles").fetchone() == (2, 1)
        assert db.execute("SELECT span_text FROM findings WHERE verdict = 'mismatch'").fetchall() == [
            ("2020 Winter Olympics",)
        ]
        assert db.execute("SELECT count(*) FROM errors").fetchone() == (1,)


def test_prefect_shows_the_summary_as_an_artifact(place, first_run):
    db = sqlite3.connect(f"file:{place}/out/.prefect/prefect.db?mode=ro", uri=True)
    (summary,) = db.execute("SELECT data FROM artifact WHERE key = 'check-articles'").fetchone()
    (link,) = db.execute("SELECT data FROM artifact WHERE key = 'check-articles-report'").fetchone()
    states = db.execute("SELECT state_type FROM flow_run").fetchall()
    db.close()
    (page,) = (place / "out" / "reports").glob("*/report.html")
    assert f"[the report](<{page.resolve().as_uri()}>)" in json.loads(summary)
    assert "| Mismatch | 1 |" in json.loads(summary)
    assert "the opening ceremony of the **2020 Winter Olympics**" in json.loads(summary)
    assert page.resolve().as_uri() in json.loads(link)
    assert states == [("COMPLETED",)]


def test_nothing_runs_on_after_a_run(place, first_run):
    assert left_behind(MARK, place) == []


@pytest.mark.parametrize(
    ("number", "seconds"),
    [
        pytest.param(*(signal.SIGINT, 0.7), marks=pytest.mark.long),
        (signal.SIGINT, 2.5),
        pytest.param(*(signal.SIGINT, 4.5), marks=pytest.mark.long),
        pytest.param(*(signal.SIGTERM, 2.5), marks=pytest.mark.long),
        (signal.SIGTERM, 4.5),
        (signal.SIGKILL, 2.5),
        pytest.param(*(signal.SIGKILL, 4.5), marks=pytest.mark.long),
    ],
)
def test_a_signal_at_any_moment_leaves_nothing_behind(place, first_run, number, seconds, tmp_path):
    (tmp_path / "fresh.txt").write_text(WRONG)  # or the run would be over before
    process = start(place, paths=[tmp_path])
    time.sleep(seconds)
    assert left_behind(MARK, place)  # or the check below could not fail
    process.send_signal(number)
    sent = time.monotonic()
    status, _, err = finish(process)
    # On a fast machine the run may be over by then, and ends as it always does.
    assert status in (1, -number if number is signal.SIGKILL else 128 + number)
    assert time.monotonic() - sent < 10
    assert "Traceback" not in err
    assert left_behind(MARK, place) == []


@pytest.mark.parametrize(
    ("words", "paths", "says"),
    [
        ((), ["nowhere.txt"], "claims: nowhere.txt: no such file"),
        # test_cli.py has it of a check in every run of the tests.
        pytest.param(("--facts", "articles/clean.txt"), None, "is not a fact store", marks=pytest.mark.long),
    ],
)
def test_a_run_that_cannot_do_its_work_exits_with_2(place, first_run, words, paths, says, monkeypatch):
    monkeypatch.chdir(place)
    status, _, err = finish(start(place, *words, paths=paths))
    assert status == 2
    assert says in err
    assert len(err.splitlines()) == 1
    assert left_behind(MARK, place) == []


def test_standard_input_is_checked_like_a_file(place, first_run):
    out = place / "stdin"
    process = start(place, "--out", out, paths=["-"], stdin=subprocess.PIPE)
    with process:
        _, err = process.communicate(WRONG, timeout=100)
    assert (process.returncode, err) == (1, "")
    (article,) = json.loads((out / "report.json").read_text(encoding="utf-8"))["articles"]
    assert article["source"] == "standard input"


def test_a_reader_that_has_gone_changes_nothing_about_a_run(place, first_run):
    process = start(place)
    process.stdout.close()
    complaints = process.stderr.read()
    process.stderr.close()
    assert process.wait(100) == 1
    assert [line.partition("empty.txt")[0] for line in complaints.splitlines()] == [
        f"claims: {place}/articles/"
    ]


def test_ids_that_articles_share_are_said_on_the_terminal(place, first_run):
    path = place / "twice.jsonl"
    path.write_text(2 * (json.dumps({"id": "n", "text": CLEAN}) + "\n"))
    status, _, err = finish(start(place, paths=[path]))
    assert status == 0
    assert err == f"claims: {path}:2: the id n is already that of {path}:1; this one is called n ({path}:2)\n"


def await_retry(place):
    """Whether a task comes to wait for its next attempt within a minute."""
    db = sqlite3.connect(f"file:{place}/out/.prefect/prefect.db?mode=ro", uri=True)
    waiting = "SELECT count(*) FROM task_run WHERE name LIKE 'record%' AND state_name = 'AwaitingRetry'"
    end = time.monotonic() + 60
    with closing(db):
        while db.execute(waiting).fetchone() == (0,) and time.monotonic() < end:
            time.sleep(0.1)
        return db.execute(waiting).fetchone() != (0,)


def test_a_ledger_that_another_process_has_open_is_tried_again(place, first_run):
    with duckdb.connect(place / "out" / "runs.duckdb"):
        process = start(place)
        tried_again = await_retry(place)
    assert finish(process)[0] == 1
    assert tried_again


def test_a_ledger_that_stays_locked_is_said_to_be(place, first_run):
    with duckdb.connect(place / "out" / "runs.duckdb"):
        status, _, err = finish(start(place))
    assert status == 2
    assert "is open in another process" in err


def test_a_second_run_judges_nothing_again_and_reports_the_same(place, first_run):
    _, out, _ = first_run
    kept = Path(out.splitlines()[-2].removeprefix("Kept as: ")).with_name("report.json")
    status, _, _ = finish(start(place))
    assert status == 1
    assert (place / "out" / "report.json").read_bytes() == kept.read_bytes()
    with duckdb.connect(place / "out" / "runs.duckdb", read_only=True) as db:
        judged = db.execute(
            "SELECT count(DISTINCT judged_in), count(*) FROM articles WHERE article LIKE '%wrong.txt'"
        ).fetchone()
    assert judged[0] == 1
    assert judged[1] >= 2


def test_a_second_run_needs_neither_prefect_nor_the_model(place, first_run):
    heavy = "{'torch', 'prefect', 'httpx', 'sentence_transformers', 'transformers'}"
    words = ["run", place / "articles", "--out", place / "out", "--facts", place / "facts.duckdb"]
    code = f"""
import sys
from flows.cli import app
status = app({list(map(str, words))!r}, standalone_mode=False)
print(status, sorted({heavy} & set(sys.modules)))
"""
    unset = ("PREFECT_HOME", "PREFECT_API_URL")
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    out = subprocess.check_output([sys.executable, "-c", code], text=True, env=environment)
    assert "Everything was known already: nothing was judged.\nPlanted errors found: " in out
    assert ", by the same versions)\n" in out
    assert out.splitlines()[-1] == "1 []"


def test_where_prefect_is_the_users_own_a_second_run_is_seen_there(place, first_run):
    status, out, _ = finish(start(place, PREFECT_HOME=str(place / "own")))
    assert (status, "nothing was judged" in out) == (1, True)
    with closing(sqlite3.connect(f"file:{place}/own/prefect.db?mode=ro", uri=True)) as db:
        assert db.execute("SELECT state_type FROM flow_run").fetchall() == [("COMPLETED",)]
        assert db.execute("SELECT count(*) FROM artifact WHERE key = 'check-articles'").fetchone() == (1,)


def test_a_rejected_flag_is_not_raised_again_and_comes_back_when_that_is_undone(place, first_run):
    ledger, now = place / "out" / "runs.duckdb", datetime.now(UTC)
    (flag,) = read_queue(ledger, now.date())
    decision = Decision(Choice.REJECT, Scope.VALUE, "Ada", now, "right", "it was so")
    decide(ledger, {flag.occurrence: ""}, decision)
    status, out, _ = finish(start(place))
    assert status == 0
    assert "Rejected before" in out
    told = json.loads((place / "out" / "report.json").read_text(encoding="utf-8"))
    (found,) = (f for a in told["articles"] for f in a["findings"] if f["verdict"] == "mismatch")
    assert (found["decision"]["choice"], found["decision"]["note"]) == ("reject", "it was so")
    assert "it was so" in (place / "out" / "report.html").read_text(encoding="utf-8")
    undo_last(ledger, "Ada", now)
    status, out, _ = finish(start(place))
    assert status == 1
    assert "Rejected before" not in out
    *_, before, after = list_runs(ledger)
    assert (before.flags, before.suppressed, after.flags, after.suppressed) == (0, 1, 1, 0)
    (change,) = diff_runs(ledger, before.run.id, after.run.id)
    assert (change.kind, change.causes) == ("new", ("decision",))


CUT_OFF = """
UPDATE runs SET finished = NULL WHERE run = (SELECT arg_max(run, started) FROM runs);
DELETE FROM results WHERE content IN (SELECT content FROM articles WHERE article LIKE '%wrong.txt');
DELETE FROM articles WHERE run = (SELECT arg_max(run, started) FROM runs) AND article LIKE '%wrong.txt';
DELETE FROM errors;
"""


@pytest.mark.timeout(300)
def test_a_run_that_was_cut_off_goes_on_to_the_same_report(place, first_run):
    finish(start(place))
    before = (place / "out" / "report.json").read_bytes()
    with duckdb.connect(place / "out" / "runs.duckdb") as db:
        (cut_off,) = db.execute("SELECT arg_max(run, started) FROM runs").fetchone()
        db.execute(CUT_OFF)
    status, _, _ = finish(start(place, "--resume", paths=()))
    assert status == 1
    assert (place / "out" / "report.json").read_bytes() == before
    with duckdb.connect(place / "out" / "runs.duckdb", read_only=True) as db:
        newest = db.execute(
            "SELECT run, finished IS NOT NULL FROM runs ORDER BY started DESC LIMIT 1"
        ).fetchone()
    assert newest == (cut_off, True)


def sweep(place):
    command = [
        sys.executable,
        "-m",
        "flows",
        "sweep",
        "--out",
        place / "out",
        "--facts",
        place / "facts.duckdb",
    ]
    return finish(subprocess.Popen([str(word) for word in command], stdout=-1, stderr=-1, text=True))


@pytest.mark.long
@pytest.mark.timeout(300)
def test_a_sweep_judges_again_what_rested_on_a_changed_fact(place, first_run):
    status, out, _ = sweep(place)
    assert (status, out.splitlines()[-1].endswith("0 articles judged again; 0 verdicts flipped")) == (0, True)
    with duckdb.connect(place / "out" / "runs.duckdb") as db:
        db.execute("UPDATE evidence SET fact_text = 'It was otherwise' WHERE article LIKE '%wrong.txt'")
    status, out, _ = sweep(place)
    assert (status, out.splitlines()[-1].endswith("1 articles judged again; 0 verdicts flipped")) == (0, True)
    with duckdb.connect(place / "out" / "runs.duckdb", read_only=True) as db:
        assert db.execute("SELECT inputs FROM runs ORDER BY started DESC LIMIT 1").fetchone() == (["sweep"],)


@pytest.mark.long
def test_a_second_run_over_an_address_asks_whether_it_has_changed(place):
    def answer(exchange):
        known = exchange.headers.get("If-None-Match") == '"v1"'
        exchange.send("" if known else page(extra=f"<p>{WRONG}</p>"), 304 if known else 200, ETag='"v1"')

    with web_server() as server:
        server.answers["/a"] = answer
        words = ("--out", place / "web", "--set", "allow_private=true", "--set", "obey_robots=false")
        first = finish(start(place, *words, paths=[server.url("/a")]))
        again = finish(start(place, *words, paths=[server.url("/a")]))
        assert server.asked["/a"] == 2
    assert (first[0], again[0]) == (1, 1), first[2] + again[2]
    assert "nothing was judged" in again[1]
    assert len(list((place / "web" / "fetched").rglob("*.gz"))) == 1
    report = json.loads((place / "web" / "report.json").read_text(encoding="utf-8"))
    assert [a["source"] for a in report["articles"]] == [server.url("/a")]
