"""Build, size, opening and look-ups of the fact store at several sizes -> ``results/store_SIZE.json``.

    python benchmarks/measure_store.py SCRATCH [SIZE ...]

SIZE is ``real`` or millions of facts, made from the real ones with fresh names; without one: real 0.5 5 20.
SCRATCH is a folder for packs and stores, which are removed again; a million facts need about a gigabyte there.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path
from time import perf_counter
from typing import Any

import duckdb

from claims.store.lookup import lookup_folder
from claims.store.packs import packs_home
from multiply_facts import multiply_facts
from record_result import record_result

SIZES = ("real", "0.5", "5", "20")
PROBE = Path(__file__).with_name("probe_store.py")
ROOM_PER_FACT = 1000
"""Bytes of disk: some 350 for a finished store, the rest for what is spilled while it is built."""
ASKED = 10_000


def _probe(verb: str, *paths: Path) -> dict[str, Any]:
    command = [sys.executable, str(PROBE), verb, *map(str, paths)]
    out = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=True).stdout
    figures: dict[str, Any] = json.loads(out.splitlines()[-1])
    return figures


def _seconds(command: list[str]) -> float:
    """Of the second run, when the files are in memory."""
    for _ in range(2):
        start = perf_counter()
        subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    return round(perf_counter() - start, 2)


_SAMPLE = f"SELECT * FROM ({{}}) USING SAMPLE reservoir({ASKED} ROWS) REPEATABLE (7)"
_VALUES = """
    SELECT predicate, value FROM facts JOIN predicates USING (predicate) WHERE value_kind = 'entity'
    GROUP BY predicate, value HAVING count(*) <= 20
"""


def _questions(path: Path) -> dict[str, Any]:
    """What is asked of the store: samples with a fixed seed, and names that nothing has."""
    with duckdb.connect(path, read_only=True) as db:
        (facts,) = db.execute("SELECT count(*) FROM facts").fetchone() or (0,)
        aliases, subjects, values = (
            db.execute(_SAMPLE.format(query)).fetchall()
            for query in (
                "SELECT DISTINCT key FROM aliases",
                "SELECT DISTINCT subject, predicate FROM facts",
                _VALUES,
            )
        )
    return {
        "size": facts,
        "first_alias": aliases.pop()[0],
        "first_fact": subjects.pop(),
        "aliases": aliases,
        "unknown": [[f"{key} zzz"] for (key,) in aliases],
        "facts": subjects,
        "values": values,
    }


def _megabytes(path: Path) -> int:
    files = path.rglob("*") if path.is_dir() else [path]
    return round(sum(file.stat().st_size for file in files) / 1e6)


def measure(home: Path, path: Path) -> dict[str, Any]:
    """Every figure of one store: seconds, MB of disk and memory, look-ups a second."""
    figures = _probe("build", home, path)
    keys = path.with_suffix(".json")
    questions = _questions(path)
    keys.write_text(json.dumps(questions), encoding="utf-8")
    _probe("look-up", path, keys)  # the files are in memory from here on
    opening = "import sys; from pathlib import Path; from claims.store.open import open_store; open_store(Path(sys.argv[1])).close()"
    return {
        "facts": questions["size"],
        **figures,
        "duckdb_mb": _megabytes(path),
        "lookup_mb": _megabytes(lookup_folder(path)),
        **_probe("look-up", path, keys),
        "process_that_opens_s": _seconds([sys.executable, "-c", opening, str(path)]),
        "help_s": _seconds([sys.executable, "-m", "flows", "--help"]),
    }


def _measure_size(size: str, scratch: Path) -> None:
    home, path = packs_home(), scratch / f"store_{size}.duckdb"
    if size != "real":
        facts = round(float(size) * 1e6)
        free = shutil.disk_usage(scratch).free
        if free < facts * ROOM_PER_FACT:
            print(f"{size}: {free / 1e9:.0f} GB free in {scratch}, {facts * ROOM_PER_FACT / 1e9:.0f} needed")
            return
        home = scratch / f"home_{size}"
        multiply_facts(home, facts)
    try:
        name = f"store_{size}" if size == "real" else f"store_{size}m"
        print(record_result(name, f"python benchmarks/measure_store.py SCRATCH {size}", measure(home, path)))
    finally:
        path.unlink(missing_ok=True)
        path.with_suffix(".json").unlink(missing_ok=True)
        shutil.rmtree(lookup_folder(path), ignore_errors=True)
        if size != "real":
            shutil.rmtree(home, ignore_errors=True)


def main(arguments: list[str]) -> int:
    """Measure each size; 2 where no folder is given."""
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    scratch = Path(arguments[0])
    scratch.mkdir(parents=True, exist_ok=True)
    for size in arguments[1:] or SIZES:
        _measure_size(size, scratch)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
