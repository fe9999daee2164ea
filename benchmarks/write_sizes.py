"""The table of sizes in ``docs/store.md`` from ``results/``: ``python benchmarks/write_sizes.py [--check]``."""

import json
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "docs" / "store.md"
START, END = "<!-- sizes: from benchmarks/results/store_*.json -->", "<!-- end of sizes -->"
HEAD = [
    "| facts | build, s | of this vectors, s | peak memory, MB | DuckDB file, MB | look-ups, MB | opened in, ms | own memory, MB | names/s | unknown names/s | facts of a slot/s |",
    "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
]
KEYS = ("build_s", "vectors_s", "build_peak_mb", "duckdb_mb", "lookup_mb", "open_ms", "own_mb",
        "alias_lookups_per_s", "unknown_alias_lookups_per_s", "fact_lookups_per_s")  # fmt: skip


def _rows() -> list[str]:
    found = [
        json.loads(path.read_text(encoding="utf-8"))["figures"]
        for path in (ROOT / "benchmarks" / "results").glob("store_*.json")
    ]
    rows = []
    for figures in sorted(found, key=lambda one: int(one["facts"])):
        cells = figures | {"own_mb": figures["after_40000_lookups"]["own_mb"]}
        rows.append(f"| {figures['facts']:,} | {' | '.join(f'{cells[key]:,.0f}' for key in KEYS)} |")
    return rows


def filled(text: str) -> str:
    """The page with the table as it is measured now."""
    before, _, rest = text.partition(START)
    return before + "\n".join([START, *HEAD, *_rows(), END]) + rest.partition(END)[2]


def main(arguments: list[str]) -> int:
    """Write the table, or with ``--check`` say whether it is up to date."""
    text = PAGE.read_text(encoding="utf-8")
    if arguments == ["--check"]:
        return int(filled(text) != text)
    PAGE.write_text(filled(text), encoding="utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
