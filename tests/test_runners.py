"""Every runner comes to the same findings, and leaves nothing behind."""

import json
import os
import signal
import subprocess
import sys
import time
from importlib.util import find_spec

import pytest

from claims.errors import SettingsError
from flows.choose_runner import make_runner
from flows.choose_workers import Runner, Workers, choose_workers
from left_behind import left_behind

MARK = "CLAIMS_TEST_RUNNER"
WRONG = "Hundreds of guests flew to China for the opening ceremony of the 2020 Winter Olympics."


@pytest.mark.parametrize(
    ("kind", "count", "address", "says"),
    [
        ("fibres", None, "", "there is no runner 'fibres'; give one of threads, processes, dask, ray"),
        ("threads", 0, "", "there are 0 workers"),
        ("processes", 2, "tcp://127.0.0.1:8786", "--address goes with --runner dask or ray"),
    ],
)
def test_what_cannot_be_is_refused(kind, count, address, says):
    with pytest.raises(SettingsError, match=says):
        choose_workers(kind, count, address)


def test_a_thread_is_the_default_and_a_process_for_each_core_else():
    assert choose_workers("threads", None, "") == Workers(Runner.THREADS, 1, "")
    assert choose_workers("processes", None, "").count == os.cpu_count()
    assert Workers(count=1).ahead == 1
    assert Workers(count=16).ahead == 9


def test_workers_on_another_machine_must_be_able_to_reach_us(monkeypatch):
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    with pytest.raises(SettingsError, match="set PREFECT_API_URL"):
        make_runner(Workers(Runner.DASK, 2, "tcp://192.0.2.1:8786"))


def run(place, out, *words):
    command = [sys.executable, "-m", "flows", "run", place / "batch.jsonl", "--out", place / out]
    options = ["--facts", place / "facts.duckdb", *words]
    unset = ("PREFECT_HOME", "PREFECT_API_URL", "PREFECT_LOGGING_LEVEL")
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    return subprocess.Popen(
        [str(word) for word in (*command, *options)],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        env={**environment, MARK: str(place)},
    )


@pytest.fixture(scope="module")
def place(tmp_path_factory, store_path):
    place = tmp_path_factory.mktemp("runners")
    (place / "facts.duckdb").symlink_to(store_path)
    texts = [f"Notice {n}. {WRONG if n % 9 == 0 else 'The museum opened.'}" for n in range(300)]
    records = [
        json.dumps({"id": f"n{n}", "date": "2022-12-30", "text": text}) for n, text in enumerate(texts)
    ]
    (place / "batch.jsonl").write_text("\n".join(records) + "\n")
    return place


@pytest.fixture(scope="module")
def by_threads(place):
    with run(place, "threads") as process:
        _, err = process.communicate(timeout=200)
    assert (process.returncode, err) == (1, "")
    return (place / "threads" / "report.json").read_bytes()


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.timeout(500)
@pytest.mark.parametrize("kind", ["processes", "dask", "ray"])
def test_two_workers_find_the_same(place, by_threads, kind):
    if kind != "processes" and find_spec(f"prefect_{kind}") is None:
        pytest.skip(f"the extra {kind} is not installed")
    with run(place, kind, "--runner", kind, "--workers", "2") as process:
        _, err = process.communicate(timeout=400)
    assert process.returncode == 1, err
    assert "Traceback" not in err
    assert (place / kind / "report.json").read_bytes() == by_threads
    assert left_behind(MARK, place) == []


@pytest.mark.slow
@pytest.mark.long
@pytest.mark.timeout(300)
@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGTERM])
def test_workers_end_with_the_run_however_that_ends(place, number):
    with run(place, f"ended-{number}", "--runner", "processes", "--workers", "2") as process:
        end = time.monotonic() + 120
        while len(left_behind(MARK, place)) < 3 and process.poll() is None and time.monotonic() < end:
            time.sleep(0.2)
        assert len(left_behind(MARK, place)) >= 3  # or the check below could not fail
        process.send_signal(number)
        process.communicate(timeout=60)
    end = time.monotonic() + 20
    while left_behind(MARK, place) and time.monotonic() < end:
        time.sleep(0.2)
    assert left_behind(MARK, place) == []
