"""How dependable and how fast runs are: ``python benchmarks/measure_runs.py DEVSETS [kills|speed|workers ...]``.

``kills``: 20 SIGKILLs at random moments of a run over 2,000 articles, each followed by --resume; the findings against those of an unbroken run.
``speed``: 10,000 articles once, and once more unchanged. ``workers``: 1,000 articles by one and two worker processes, and without Prefect.
Without any of them all three are measured. Figures of a machine that does something else meanwhile are worth little but for their shares.
"""

import json
import os
import random
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import duckdb

from make_articles import make_articles
from measure_parts import Measure, measure_parts
from record_result import record_result
from watch_run import Watched, kill_run, start_run, watch_run

USAGE = "usage: python benchmarks/measure_runs.py DEVSETS [kills|speed|workers ...]"
KILLS, KILLED_ARTICLES, ARTICLES, WORKED = 20, 2_000, 10_000, 1_000
FEWEST_S, MOST = 4.0, 0.5
"""Between the start of a process and its end by SIGKILL: seconds, and a share of what the unbroken run took, so that a slow machine writes chunks, too."""


def measure_kills(lengths: list[int], folder: Path) -> dict[str, Any]:
    """What is left of a run that was killed twenty times."""
    batch = write_batch(folder / "killed.jsonl", lengths, KILLED_ARTICLES)
    whole = watch_run(folder / "whole", batch)
    chance, out = random.Random(9), folder / "broken"
    kills = moments = 0
    process = start_run(out, batch)
    while kills < KILLS:
        wait = chance.uniform(FEWEST_S, MOST * whole.wall)
        try:
            process.wait(wait)
        except subprocess.TimeoutExpired:
            kill_run(process)
            kills += 1
            moments += bool(_stored(out))
            process = start_run(out, "--resume") if _stored(out) is not None else start_run(out, batch)
            continue
        # It has come to its end: the next kills fall into a new run over the same articles, from nothing.
        shutil.rmtree(out)
        process = start_run(out, batch)
    status = process.wait()
    same = (out / "report.json").read_bytes() == (folder / "whole" / "report.json").read_bytes()
    return {
        "articles": KILLED_ARTICLES,
        "kills": kills,
        "kills_after_the_first_chunk": moments,
        "status": status,
        "unbroken_status": whole.status,
        "report_identical": same,
        "stored": _stored(out),
        "findings": _findings(out),
        "unbroken_findings": _findings(folder / "whole"),
    }


def _stored(out: Path) -> int | None:
    """Articles of the newest run in the ledger; None where there is no run yet."""
    try:
        with duckdb.connect(out / "runs.duckdb", read_only=True) as db:
            row = db.execute("SELECT run FROM runs ORDER BY started DESC LIMIT 1").fetchone()
            if row is None:
                return None
            found = db.execute("SELECT count(*) FROM articles WHERE run = ?", [row[0]]).fetchone()
            return int(found[0]) if found else 0
    except duckdb.Error:
        return None


def _findings(out: Path) -> dict[str, int]:
    """Articles and findings of the newest run, and rows that stand twice."""
    with duckdb.connect(out / "runs.duckdb", read_only=True) as db:
        (run,) = db.execute("SELECT run FROM runs ORDER BY started DESC LIMIT 1").fetchall()[0]
        query = "SELECT count(*), count(DISTINCT (article, finding)) FROM run_findings WHERE in_run = ?"
        findings, distinct = db.execute(query, [run]).fetchall()[0]
    return {"findings": findings, "doubled": findings - distinct}


def measure_speed(lengths: list[int], folder: Path) -> dict[str, Any]:
    """Ten thousand articles, and the same once more."""
    batch = write_batch(folder / "many.jsonl", lengths, ARTICLES)
    first, again = watch_run(folder / "many", batch), watch_run(folder / "many", batch)
    seconds: Any = first.end["seconds"]
    total: Any = first.end["total_seconds"]
    return {
        "articles": ARTICLES,
        "load": os.getloadavg()[0],
        **_figures(first),
        "articles_per_second": round(ARTICLES / total, 1),
        "seconds_by_stage": seconds,
        "model_share": round(seconds.get("embed", 0) / total, 4),
        "megabytes_by_articles": _curve(first),
        "repeated": {**_figures(again), "seconds_by_stage": again.end["seconds"]},
    }


def _figures(run: Watched) -> dict[str, Any]:
    return {
        "status": run.status,
        "wall_seconds": round(run.wall, 1),
        "cpu_seconds": round(run.cpu, 1),
        "flow_seconds": run.end["total_seconds"],
        "peak_megabytes": max(mb for _done, mb in run.memory),
    }


def _curve(run: Watched) -> dict[int, int]:
    """The most memory while so many thousands of articles were done."""
    curve: dict[int, int] = {}
    for done, mb in run.memory:
        key = done // 1000 * 1000
        curve[key] = max(curve.get(key, 0), mb)
    return curve


def measure_workers(lengths: list[int], folder: Path) -> dict[str, Any]:
    """A thousand articles by different workers; what Prefect adds in processor time to the same work without it."""
    batch = write_batch(folder / "worked.jsonl", lengths, WORKED)
    ways: dict[str, tuple[str, ...]] = {
        "threads": (),
        "one process": ("--runner", "processes", "--workers", "1"),
        "two processes": ("--runner", "processes", "--workers", "2"),
    }
    runs = {name: watch_run(folder / name.replace(" ", "-"), batch, *words) for name, words in ways.items()}
    plain = _without_prefect(batch, folder / "plain")
    reports = {(folder / name.replace(" ", "-") / "report.json").read_bytes() for name in ways}
    threads = runs["threads"]
    return {
        "articles": WORKED,
        "load": os.getloadavg()[0],
        "identical": len(reports) == 1,
        "runs": {
            name: {**_figures(run), "seconds_by_stage": run.end["seconds"]} for name, run in runs.items()
        },
        "two_over_one": round(runs["one process"].wall / runs["two processes"].wall, 2),
        "cpu_without_prefect": round(plain, 1),
        "prefect_share_of_cpu": round((threads.cpu - plain) / threads.cpu, 4),
    }


PLAIN = """
import sys
from dataclasses import replace
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from claims.ledger.record import record_run
from claims.matching.make_encoder import make_encoder
from claims.reading.read import read_articles
from claims.settings import Settings
from claims.store.ensure import ensure_store
from claims.store.open import open_store
from flows.judge_batch import Work, judge_here
from flows.start_run import start_run
batch, ledger = sys.argv[1], Path(sys.argv[2])
encoder, settings = make_encoder(), Settings()
file = ensure_store(encoder)
with open_store(file) as store:
    run = start_run([batch], None, store.version, encoder.name, settings.version)
inputs = read_articles([batch])
while chunk := list(islice(inputs, 125)):
    done = judge_here(Work(file, settings, run), chunk)
    record_run(ledger, run, parts=[done.part])
record_run(ledger, replace(run, finished=datetime.now(UTC)))
"""


def _without_prefect(batch: Path, folder: Path) -> float:
    """Processor seconds of the same reading, judging and recording in a plain loop; it makes no report and plants nothing."""
    before = os.times()
    command = [sys.executable, "-c", PLAIN, str(batch), str(folder / "runs.duckdb")]
    subprocess.run(command, check=True, env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[1])})
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def write_batch(path: Path, lengths: list[int], count: int) -> Path:
    """The articles as JSON Lines."""
    with path.open("w", encoding="utf-8") as file:
        file.writelines(json.dumps(record) + "\n" for record in make_articles(lengths, count))
    return path


PARTS: dict[str, Measure] = {
    "kills": measure_kills,
    "speed": measure_speed,
    "workers": measure_workers,
}


def _record(name: str, figures: dict[str, Any]) -> Path:
    return record_result(f"runs_{name}", f"python benchmarks/measure_runs.py DEVSETS {name}", figures)


if __name__ == "__main__":
    sys.exit(measure_parts(sys.argv[1:], USAGE, PARTS, PARTS, _record))
