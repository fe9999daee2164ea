"""How fast it is and how much memory it takes, in one go: ``python benchmarks/measure_speed.py DEVSETS [runs|check|claims|dask|20m ...]``.

``runs``: 5,000 articles as long as real ones by one thread, 5,000 of 500 words by two and by one process, all of them together, and once more unchanged; against the
bare encoding of the claims and with what Prefect itself takes. ``check``: ``claims check`` of one article as a process. ``claims``: matching
and judging a claim. These are measured where no part is named, in some eight minutes; ``dask`` needs its extra, ``20m`` builds a store of 20 million
facts, which takes half an hour. Each part is recorded by itself in results/speed.json, where the others stay. On a machine that does something else
meanwhile only shares and processor seconds are worth something.
"""

import json
import os
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from pathlib import Path
from typing import Any

from make_articles import make_articles
from measure_parts import Measure, measure_parts
from record_result import RESULTS, record_result
from time_claims import time_claims, time_claims_of_20m
from time_encoding import time_encoding
from watch_run import ROOT, Watched, watch_run

USAGE = "usage: python benchmarks/measure_speed.py DEVSETS [runs|check|claims|dask|20m ...]"
ARTICLES, WORDS = 5_000, 500
DEFAULT = ("check", "claims", "runs")
"""``check`` first: a process that is started counts as its own peak what its parent holds at that moment."""
TWO = ("--workers", "2")
ONE = ("--workers", "1")


def measure_runs(lengths: list[int], folder: Path) -> dict[str, Any]:
    """Whole runs of ``claims run`` against the bare encoding, workers against each other, and everything once more unchanged."""
    real = _batch(folder / "real.jsonl", lengths, ARTICLES, 6, "r")
    short = _batch(folder / "short.jsonl", [WORDS], ARTICLES, 7, "s")
    thread = watch_run(folder / "out", real)
    prefect = _prefect(folder / "out", thread, folder / "prefect")
    two = watch_run(folder / "out", short, "--runner", "processes", *TWO)
    together = watch_run(folder / "out", real, short)  # nothing to judge, and a report that was not made yet
    again = watch_run(folder / "out", real, short)
    one = watch_run(folder / "one", short, "--runner", "processes", *ONE)
    encoding = time_encoding(folder / "out" / "runs.duckdb", ARTICLES)
    wall = thread.wall
    return {
        "articles": ARTICLES,
        "one_thread": {**_figures(thread), "seconds_by_stage": thread.end["seconds"], "peak_megabytes": _peak(thread)},
        "encoding": encoding,
        "prefect": prefect,
        "over_encoding_of_embedded": round(wall / encoding["embedded_seconds"], 2),
        "over_encoding_of_every_claim": round(wall / encoding["every_claim_seconds"], 2),
        "words": WORDS,
        "two_processes": {**_figures(two), "articles_per_second": _rate(two)},
        "one_process": {**_figures(one), "articles_per_second": _rate(one)},
        "two_over_one": round(one.wall / two.wall, 2),
        "known_together": _repeated(together),
        "unchanged": _repeated(again),
    }  # fmt: skip


def measure_dask(_lengths: list[int], folder: Path) -> dict[str, Any]:
    """Two workers of a local Dask cluster over one; nothing where Dask is not installed."""
    if subprocess.run(
        [sys.executable, "-c", "import prefect_dask"], capture_output=True, check=False
    ).returncode:
        return {"skipped": "pip install 'fact-claims[dask]' first"}
    short = _batch(folder / "short.jsonl", [WORDS], ARTICLES, 7, "s")
    one, two = (
        watch_run(folder / f"dask-{n}", short, "--runner", "dask", "--workers", str(n)) for n in (1, 2)
    )
    return {
        "articles": ARTICLES,
        "words": WORDS,
        "one_worker": {**_figures(one), "articles_per_second": _rate(one)},
        "two_workers": {**_figures(two), "articles_per_second": _rate(two)},
        "two_over_one": round(one.wall / two.wall, 2),
    }


def _figures(run: Watched) -> dict[str, Any]:
    total: Any = run.end["total_seconds"]
    return {
        "status": run.status,
        "wall_seconds": round(run.wall, 1),
        "cpu_seconds": round(run.cpu, 1),
        "flow_seconds": round(total, 1),
    }


def _repeated(run: Watched) -> dict[str, Any]:
    return {
        "articles": 2 * ARTICLES,
        **_figures(run),
        "seconds_by_stage": run.end["seconds"],
        "peak_megabytes": _peak(run),
    }


def _peak(run: Watched) -> int:
    return max(megabytes for _done, megabytes in run.memory)


def _rate(run: Watched) -> float:
    """Articles a second of the whole process, its start included."""
    return round(ARTICLES / run.wall, 1)


def _prefect(out: Path, run: Watched, scratch: Path) -> dict[str, Any]:
    """What Prefect took of a run: its start, its flow and as many tasks as the run had, each measured with nothing to do."""
    figures = _in_process("time_prefect.py", str(scratch))
    with closing(sqlite3.connect(f"file:{out}/.prefect/prefect.db?mode=ro", uri=True)) as db:
        ((tasks,),) = db.execute("SELECT count(*) FROM task_run").fetchall()
    fixed = figures["import_cpu_seconds"] + figures["flow_cpu_seconds"]
    own = fixed + tasks * figures["task_cpu_ms"] / 1000
    return {
        **figures,
        "tasks": tasks,
        "cpu_seconds": round(own, 2),
        "share_of_cpu": round(own / run.cpu, 4),
        "share_of_10000_articles": round((2 * own - fixed) / (2 * run.cpu - fixed), 4),
    }


def measure_check(_lengths: list[int], folder: Path) -> dict[str, Any]:
    """``claims check`` of one article as a process with everything in memory, where a claim needs a vector and where none does."""
    texts = {
        "without_vector": "Emmanuel Macron became president of France in May 2017. The population of Japan was 126 million in 2019.\n",
        "with_vector": "The tsunami in Japan in 2012 destroyed whole towns.\n",
    }
    return {name: _check(folder / f"{name}.txt", text) for name, text in texts.items()}


def _check(path: Path, text: str) -> dict[str, Any]:
    path.write_text(text, encoding="utf-8")
    command = [sys.executable, "-m", "flows", "check", "--date", "2022-12-30", str(path)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    runs = []
    for _ in range(6):
        started = time.perf_counter()
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=environment)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        runs.append((time.perf_counter() - started, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024))
    runs.pop(0)  # the files were not in memory
    return {
        "words": len(text.split()),
        "median_wall_seconds": round(sorted(run[0] for run in runs)[2], 2),
        "median_cpu_seconds": round(sorted(run[1] for run in runs)[2], 2),
        "peak_megabytes": max(run[2] for run in runs),
    }


def measure_claims(lengths: list[int], _folder: Path) -> dict[str, Any]:
    """Matching and judging one claim against the default store."""
    return time_claims(list(make_articles(lengths, 600)), None)


def measure_20m(lengths: list[int], folder: Path) -> dict[str, Any]:
    """The same at 20 million facts."""
    return time_claims_of_20m(list(make_articles(lengths, 600)), folder)


def _in_process(script: str, *words: str) -> dict[str, Any]:
    command = [sys.executable, str(ROOT / "benchmarks" / script), *words]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    out = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True, env=environment).stdout
    figures: dict[str, Any] = json.loads(out.splitlines()[-1])
    return figures


def _batch(path: Path, lengths: list[int], count: int, seed: int, mark: str) -> Path:
    """Articles as JSON Lines, with ids that no other batch has."""
    with path.open("w", encoding="utf-8") as file:
        for record in make_articles(lengths, count, seed):
            file.write(json.dumps({**record, "id": mark + record["id"]}) + "\n")
    return path


PARTS: dict[str, Measure] = {
    "claims": measure_claims,
    "check": measure_check,
    "runs": measure_runs,
    "dask": measure_dask,
    "20m": measure_20m,
}


def _known() -> dict[str, Any]:
    path = RESULTS / "speed.json"
    return dict(json.loads(path.read_text(encoding="utf-8"))["figures"]) if path.exists() else {}


def _record(name: str, figures: dict[str, Any]) -> Path:
    command = "python benchmarks/measure_speed.py DEVSETS"
    return record_result("speed", command, {**_known(), name: figures})


if __name__ == "__main__":
    sys.exit(measure_parts(sys.argv[1:], USAGE, PARTS, DEFAULT, _record))
