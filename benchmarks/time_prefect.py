"""What Prefect itself takes, measured with nothing else to do: ``python benchmarks/time_prefect.py SCRATCH``.

Its API is served from this process as in a run, so that the processor seconds of the process are those of client and server together. A flow without
tasks, from the start of the API to its end, and the same with a hundred tasks that do nothing; what lies between is the tasks'. The last line
printed is a JSON object.
"""

import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter, process_time

from flows.quiet_prefect import quiet_prefect

TASKS = 100
PAYLOAD = bytes(100_000)
"""As much as a packed batch of articles."""


def measure(scratch: Path) -> dict[str, float]:
    """Wall and processor seconds of Prefect's import, of a flow without tasks, and of a task."""
    quiet_prefect(os.environ, scratch)
    imported = _timed(_import)
    from prefect import flow, task  # noqa: PLC0415 - its import is timed
    from prefect.task_runners import ThreadPoolTaskRunner  # noqa: PLC0415

    from flows.serve_prefect import serve_prefect  # noqa: PLC0415

    @task(persist_result=False)
    def pass_on(given: bytes) -> bytes:
        return given

    @flow(persist_result=False, task_runner=ThreadPoolTaskRunner(max_workers=1))  # type: ignore[arg-type]
    def run_tasks(count: int) -> None:
        for future in [pass_on.submit(PAYLOAD) for _ in range(count)]:
            future.result()

    def serve(count: int) -> None:
        with serve_prefect():
            run_tasks(count)

    first = _timed(lambda: serve(1))  # makes the database, once an output folder
    empty, full = _timed(lambda: serve(0)), _timed(lambda: serve(TASKS))
    return {
        "import_cpu_seconds": round(imported[1], 2),
        "first_run_cpu_seconds": round(first[1], 2),
        "flow_cpu_seconds": round(empty[1], 2),
        "flow_wall_seconds": round(empty[0], 2),
        "task_cpu_ms": round(1000 * (full[1] - empty[1]) / TASKS, 2),
        "task_wall_ms": round(1000 * (full[0] - empty[0]) / TASKS, 2),
    }


def _import() -> None:
    import prefect.events.worker  # noqa: PLC0415
    import prefect.server.api.server  # noqa: F401, PLC0415


def _timed(work: Callable[[], object]) -> tuple[float, float]:
    wall, cpu = perf_counter(), process_time()
    work()
    return perf_counter() - wall, process_time() - cpu


if __name__ == "__main__":
    print(json.dumps(measure(Path(sys.argv[1]))))
