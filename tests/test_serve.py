"""Schedules for real: a Prefect server on this machine, a served flow, and a deployment that a worker runs."""

import os
import signal
import socket
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import duckdb
import httpx
import pytest

from left_behind import left_behind
from web_server import web_server

pytestmark = [pytest.mark.slow, pytest.mark.long, pytest.mark.timeout(600)]

WRONG = "Hundreds of guests flew to China for the opening ceremony of the 2020 Winter Olympics.\n"
MARK = "CLAIMS_TEST_SERVE"
PROJECT = Path(__file__).parent.parent
BIN = Path(sys.executable).parent


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def await_true(what, check, seconds=240):
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        if check():
            return
        time.sleep(0.5)
    pytest.fail(f"{what} did not come within {seconds} s")


@pytest.fixture(scope="module")
def place(tmp_path_factory, store_path):
    place = tmp_path_factory.mktemp("serve")
    (place / "facts.duckdb").symlink_to(store_path)
    (place / "articles").mkdir()
    (place / "articles" / "wrong.txt").write_text(WRONG)
    return place


@pytest.fixture(scope="module")
def environment(place):
    unset = ("PREFECT_HOME", "PREFECT_API_URL", "PREFECT_LOGGING_LEVEL")
    kept = {name: value for name, value in os.environ.items() if name not in unset}
    port = free_port()
    return {
        **kept,
        MARK: str(place),
        "PYTHONPATH": str(PROJECT),
        "PREFECT_HOME": str(place / "prefect"),
        "PREFECT_API_URL": f"http://127.0.0.1:{port}/api",
        "PREFECT_SERVER_API_PORT": str(port),
        "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
        "DO_NOT_TRACK": "1",
    }


@contextmanager
def running(place, name, words, environment, cwd=None):
    """A program in its own process group, ended as a service manager would, and harder if it does not heed that."""
    with (place / f"{name}.log").open("w") as log:
        process = subprocess.Popen(
            [str(word) for word in words],
            stdout=log,
            stderr=log,
            env=environment,
            cwd=cwd or place,
            start_new_session=True,
        )
        try:
            yield process
        finally:
            process.send_signal(signal.SIGTERM)
            try:
                process.wait(60)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait(10)


@pytest.fixture(scope="module")
def server(place, environment):
    words = (BIN / "prefect", "server", "start", "--host", "127.0.0.1")
    with running(place, "server", words, environment) as process:
        health = environment["PREFECT_API_URL"] + "/health"

        def healthy():
            assert process.poll() is None, (place / "server.log").read_text()
            try:
                return httpx.get(health, timeout=2).status_code == 200
            except httpx.HTTPError:
                return False

        await_true("the server", healthy)
        yield
    assert left_behind(MARK, place) == []


def runs(ledger):
    """How many runs have ended, and how many flags the newest has."""
    if not ledger.exists():
        return 0
    try:
        with duckdb.connect(ledger, read_only=True) as db:
            return db.execute("SELECT count(finished) FROM runs").fetchone()[0]
    except duckdb.Error:  # being written
        return 0


def flow_states(environment):
    url = environment["PREFECT_API_URL"] + "/flow_runs/filter"
    answer = httpx.post(url, json={"sort": "START_TIME_DESC", "limit": 20}, timeout=30)
    return [(run["name"], run["state_type"]) for run in answer.json()]


def artifacts(environment):
    url = environment["PREFECT_API_URL"] + "/artifacts/filter"
    return {(a["key"], a["type"]) for a in httpx.post(url, json={}, timeout=30).json()}


def test_a_schedule_runs_batches_and_tells_a_hook(place, environment, server):
    told = []

    def take(exchange):
        told.append(exchange.body)
        exchange.send("")

    out = place / "served"
    with web_server() as hook:
        hook.answers["/hook"] = take
        words = (sys.executable, "-m", "flows", "serve", "--cron", "* * * * *", place / "articles")
        options = ("--out", out, "--facts", place / "facts.duckdb", "--notify", hook.url("/hook"))
        with running(place, "serve", (*words, *options), environment) as process:
            await_true("the first scheduled run", lambda: runs(out / "runs.duckdb") >= 1 or process.poll())
            assert process.poll() is None, (place / "serve.log").read_text()
            await_true("its message", lambda: told, 60)
    assert (out / "report.html").exists()
    assert '"event": "new_flags"' in told[0]
    assert '"text": "2020 Winter Olympics"' in told[0]
    assert {("check-articles", "markdown"), ("check-articles-report", "markdown")} <= artifacts(environment)
    assert ("check-articles-progress", "progress") in artifacts(environment)


def test_a_worker_runs_the_deployment_of_prefect_yaml(place, environment, server):
    out = place / "worked"
    prefect = BIN / "prefect"

    def do(*words):
        done = subprocess.run(
            [str(prefect), "--no-prompt", *words],
            cwd=PROJECT,
            env=environment,
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )
        assert done.returncode == 0, done.stdout + done.stderr

    do("work-pool", "create", "claims", "--type", "process")
    do("deploy", "--all")
    given = {
        "paths": [str(place / "articles")],
        "out": str(out),
        "facts": str(place / "facts.duckdb"),
        "runner": "processes",
        "workers": 2,
    }
    words = [word for name, value in given.items() for word in ("--param", f"{name}={as_json(value)}")]
    with running(place, "worker", (prefect, "worker", "start", "--pool", "claims"), environment, PROJECT):
        do("deployment", "run", "check_scheduled/nightly", *words)
        await_true("the worker's run", lambda: runs(out / "runs.duckdb") >= 1)
    assert (out / "report.html").exists()


def as_json(value):
    import json  # noqa: PLC0415

    return json.dumps(value)
