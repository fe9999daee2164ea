"""``claims run`` as a process of its own: what it takes in time, processor and memory."""

import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[1]
SAMPLE_S = 1.0


@dataclass
class Watched:
    """A run that has ended: exit status, wall and processor seconds, its last event, and megabytes of memory by articles done."""

    status: int
    wall: float
    cpu: float
    end: dict[str, object]
    memory: list[tuple[int, int]] = field(default_factory=list)


def start_run(out: Path, *words: str | Path) -> subprocess.Popen[bytes]:
    """The process of a run, in a group of its own."""
    command = [
        sys.executable,
        "-m",
        "flows",
        "run",
        "--out",
        out,
        "--quiet",
        "--log-json",
        out.with_suffix(".log"),
        *words,
    ]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with out.with_suffix(".txt").open("ab") as text:
        return subprocess.Popen(
            [str(word) for word in command], stdout=text, stderr=text, env=environment, start_new_session=True
        )


def watch_run(out: Path, *words: str | Path) -> Watched:
    """Run to the end, and look at its memory every second."""
    log = out.with_suffix(".log")
    log.unlink(missing_ok=True)
    started, before = time.monotonic(), os.times()
    process, memory = start_run(out, *words), []
    while process.poll() is None:
        memory.append((_done(log), _megabytes(process.pid)))
        time.sleep(SAMPLE_S)
    after = os.times()
    cpu = after.children_user + after.children_system - before.children_user - before.children_system
    end = [json.loads(line) for line in log.read_text(encoding="utf-8").splitlines()][-1]
    return Watched(process.returncode, time.monotonic() - started, cpu, end, memory)


def kill_run(process: subprocess.Popen[bytes]) -> None:
    """SIGKILL to the run and whatever it has started."""
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def _done(log: Path) -> int:
    """Articles done by the log so far."""
    lines = log.read_text(encoding="utf-8").splitlines() if log.exists() else []
    events = [json.loads(line) for line in lines[-1:]]
    return max((e.get("done", 0) for e in events if e.get("stage") == "Articles checked"), default=0)


def _megabytes(pid: int) -> int:
    """Memory of a process and its children that is in use now; 0 once it is gone."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE") // 1_000_000
