"""One measurement in a process of its own: prints a JSON object.

python benchmarks/probe_store.py build HOME PATH
python benchmarks/probe_store.py look-up PATH KEYS
"""

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from resource import RUSAGE_SELF, getrusage
from time import perf_counter

import numpy as np
from numpy.typing import NDArray


def resident() -> dict[str, int]:
    """Memory of this process in MB: its own, and pages of files, which processes share."""
    lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
    kilobytes = {line.split(":")[0]: int(line.split()[1]) for line in lines if line.endswith("kB")}
    return {"own_mb": kilobytes["RssAnon"] // 1024, "file_mb": kilobytes["RssFile"] // 1024}


class TimedEncoder:
    """The real encoder, with the seconds that it took and the number of texts."""

    name = "all-MiniLM-L6-v2"

    def __init__(self) -> None:
        self.seconds = 0.0
        self.texts = 0

    def encode(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """As the encoder does; the model is loaded within the time."""
        from claims.matching.minilm import MiniLM  # noqa: PLC0415

        start = perf_counter()
        vectors = MiniLM().encode(texts)
        self.seconds += perf_counter() - start
        self.texts += len(texts)
        return vectors


def build(home: Path, path: Path) -> dict[str, float]:
    """Build a store; seconds by the clock and of the processors, those for vectors, and the most memory used."""
    from claims.store.build import build_store  # noqa: PLC0415

    encoder = TimedEncoder()
    start = perf_counter()
    build_store(encoder, path, home)
    used = getrusage(RUSAGE_SELF)
    return {
        "build_s": round(perf_counter() - start, 1),
        "build_cpu_s": round(used.ru_utime + used.ru_stime, 1),
        "vectors_s": round(encoder.seconds, 1),
        "vectors": encoder.texts,
        "build_peak_mb": used.ru_maxrss // 1024,
    }


def _rate(ask: Callable[..., object], questions: Sequence[Sequence[str]]) -> int:
    """Questions answered a second, none asked before."""
    start = perf_counter()
    for question in questions:
        ask(*question)
    return round(len(questions) / (perf_counter() - start))


def look_up(path: Path, keys: Path) -> dict[str, object]:
    """Open the store, ask ten thousand times each, and say how fast and in how much memory."""
    from claims.store.open import open_store  # noqa: PLC0415

    asked = json.loads(keys.read_text(encoding="utf-8"))
    before = resident()
    start = perf_counter()
    with open_store(path) as store:
        store.names.senses(asked["first_alias"])
        store.facts(*asked["first_fact"])
        opened = perf_counter() - start
        after_open = resident()
        rates = {
            "alias_lookups_per_s": _rate(store.names.senses, asked["aliases"]),
            "unknown_alias_lookups_per_s": _rate(store.names.senses, asked["unknown"]),
            "fact_lookups_per_s": _rate(store.facts, asked["facts"]),
            "value_lookups_per_s": _rate(store.facts_with_value, asked["values"]),
        }
        again = _rate(store.facts, asked["facts"])
        return {
            "open_ms": round(opened * 1000, 1),
            "before_open": before,
            "after_open": after_open,
            "after_40000_lookups": resident(),
            **rates,
            "remembered_fact_lookups_per_s": again,
        }


if __name__ == "__main__":
    VERBS: dict[str, Callable[[Path, Path], object]] = {"build": build, "look-up": look_up}
    print(json.dumps(VERBS[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))))
