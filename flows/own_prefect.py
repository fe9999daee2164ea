"""Whether Prefect is set up by the user, so that every run is to be seen there."""

from collections.abc import Mapping
from pathlib import Path

NAMES = ("PREFECT_API_URL", "PREFECT_HOME", "PREFECT_PROFILE", "PREFECT_PROFILES_PATH")
FILES = {"prefect.toml": "", ".env": "PREFECT_", "pyproject.toml": "[tool.prefect"}
"""Where Prefect looks for settings in the working folder, and what such a file holds then."""


def has_own_prefect(environment: Mapping[str, str], folder: Path) -> bool:
    """Whether the environment names an API or a home of Prefect, or a file in the working folder sets something of it."""
    return any(environment.get(name) for name in NAMES) or any(
        _holds(folder / name, words) for name, words in FILES.items()
    )


def _holds(path: Path, words: str) -> bool:
    try:
        return words in path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return False
