"""Where batches are judged: in this process, in others on this machine, or on a cluster."""

import os
import threading
from collections.abc import Callable
from multiprocessing import parent_process
from typing import Any
from urllib.parse import urlsplit

from prefect.settings import PREFECT_API_URL
from prefect.task_runners import ProcessPoolTaskRunner, TaskRunner, ThreadPoolTaskRunner

from claims.errors import SettingsError
from flows.choose_workers import Runner, Workers

LOCAL = ("", "127.0.0.1", "localhost", "::1")


def make_runner(workers: Workers) -> TaskRunner[Any]:
    """Prefect's task runner for the workers. Raises SettingsError where its extra is not installed, or nothing could reach us."""
    _check_reach(workers)
    return _MAKERS[workers.runner](workers)


def _check_reach(workers: Workers) -> None:
    host = urlsplit(workers.address).hostname or ""
    if host not in LOCAL and not PREFECT_API_URL.value():
        raise SettingsError(
            f"workers at {workers.address} cannot reach the API of this process: start a Prefect server and set PREFECT_API_URL"
        )


def _threads(workers: Workers) -> TaskRunner[Any]:
    return ThreadPoolTaskRunner(max_workers=workers.count)


def _processes(workers: Workers) -> TaskRunner[Any]:
    return ProcessPoolTaskRunner(max_workers=workers.count, initializer=follow_parent)


def _dask(workers: Workers) -> TaskRunner[Any]:
    try:
        from prefect_dask import DaskTaskRunner  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise _missing("dask") from error
    # Worker processes with a thread each: the work is Python code.
    local = {"n_workers": workers.count, "threads_per_worker": 1, "dashboard_address": None}
    runner: TaskRunner[Any] = DaskTaskRunner(
        **({"address": workers.address} if workers.address else {"cluster_kwargs": local})
    )
    return runner


def _ray(workers: Workers) -> TaskRunner[Any]:
    try:
        from prefect_ray import RayTaskRunner  # noqa: PLC0415 - an extra
    except ImportError as error:
        raise _missing("ray") from error
    local = {"num_cpus": workers.count, "include_dashboard": False}
    runner: TaskRunner[Any] = RayTaskRunner(
        **({"address": workers.address} if workers.address else {"init_kwargs": local})
    )
    return runner


def _missing(extra: str) -> SettingsError:
    return SettingsError(f"--runner {extra} needs pip install 'fact-claims[{extra}]'")


_MAKERS: dict[Runner, Callable[[Workers], TaskRunner[Any]]] = {
    Runner.THREADS: _threads,
    Runner.PROCESSES: _processes,
    Runner.DASK: _dask,
    Runner.RAY: _ray,
}


def follow_parent() -> None:
    """In a worker process: leave Ctrl-C to the parent, and end when it has ended, however that was."""
    import signal  # noqa: PLC0415 - only in workers

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = parent_process()
    if parent is not None:
        threading.Thread(target=_end_with, args=(parent,), name="follow-parent", daemon=True).start()


def _end_with(parent: Any) -> None:  # noqa: ANN401 - multiprocessing keeps the class private
    parent.join()
    os._exit(1)
