"""A measured result on disk, with what the next person needs to measure it again."""

import json
import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

RESULTS = Path(__file__).parent / "results"
PACKAGES = ("duckdb", "numpy", "sentence-transformers", "torch")


def record_result(name: str, command: str, figures: dict[str, Any]) -> Path:
    """Write ``results/NAME.json`` with date, command, versions and commit, and give its path."""
    commit = subprocess.run(
        ["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True, check=True
    ).stdout.strip()
    record = {
        "date": datetime.now(UTC).date().isoformat(),
        "command": command,
        "commit": commit,
        "python": platform.python_version(),
        "versions": {package: version(package) for package in PACKAGES},
        "figures": figures,
    }
    path = RESULTS / f"{name}.json"
    path.write_text(json.dumps(record, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")
    return path
