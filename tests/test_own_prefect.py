"""Where Prefect is the user's own, every run is to be seen there."""

from pathlib import Path

import pytest

from flows.own_prefect import has_own_prefect


@pytest.mark.parametrize(
    ("environment", "own"),
    [
        ({}, False),
        ({"PREFECT_API_URL": ""}, False),
        ({"PREFECT_LOGGING_LEVEL": "INFO", "PREFECT_SERVER_ANALYTICS_ENABLED": "false"}, False),
        ({"PREFECT_API_URL": "http://127.0.0.1:4200/api"}, True),
        ({"PREFECT_HOME": "/srv/prefect"}, True),
        ({"PREFECT_PROFILE": "desk"}, True),
    ],
)
def test_by_the_environment(environment: dict[str, str], own: bool, tmp_path: Path) -> None:
    assert has_own_prefect(environment, tmp_path) is own


@pytest.mark.parametrize(
    ("name", "text", "own"),
    [
        (".env", "DATABASE=x\n", False),
        (".env", "PREFECT_API_URL=http://127.0.0.1:4200/api\n", True),
        ("prefect.toml", "", True),
        ("pyproject.toml", '[project]\nname = "desk"\n', False),
        ("pyproject.toml", '[tool.prefect.api]\nurl = "http://127.0.0.1:4200/api"\n', True),
        ("notes.txt", "PREFECT_API_URL", False),
    ],
)
def test_by_a_file_in_the_working_folder(name: str, text: str, own: bool, tmp_path: Path) -> None:
    (tmp_path / name).write_text(text)
    assert has_own_prefect({}, tmp_path) is own
