"""The parts of a measurement, one after another: each in an empty folder, each recorded as soon as it is measured."""

import json
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any

from find_devset import find_devset, read_devset

Measure = Callable[[list[int], Path], dict[str, Any]]
"""From the lengths of real articles, in words, and an empty folder to figures."""


LOOP = 5_000_000


def time_loop() -> float:
    """Processor seconds of a plain loop, the best of three: how fast the machine is in this hour, for it differs twofold."""
    best = float("inf")
    for _ in range(3):
        start, total = time.process_time(), 0
        for number in range(LOOP):
            total += number * number
        best = min(best, time.process_time() - start)
    return best


def measure_parts(
    arguments: list[str],
    usage: str,
    parts: Mapping[str, Measure],
    default: Iterable[str],
    record: Callable[[str, dict[str, Any]], Path],
) -> int:
    """Measure the parts that are asked for; 2 where there is no such part or no devset."""
    names = arguments[1:] or list(default)
    paths = find_devset(arguments[:1], usage, "news_sample_2015_2020")
    if paths is None or not parts.keys() >= set(names):
        print(usage, file=sys.stderr)
        return 2
    lengths = [len(row["text"].split()) for row in read_devset(paths[0])]
    for name in names:
        load, started = os.getloadavg()[0], time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            figures = parts[name](lengths, Path(folder))
        figures |= {
            "cores": os.cpu_count(),
            "loop_seconds": round(time_loop(), 3),
            "load_before": round(load, 2),
            "measured_in_seconds": round(time.monotonic() - started),
        }
        print(record(name, figures))
        print(json.dumps({name: figures}, indent=2), flush=True)
    return 0
