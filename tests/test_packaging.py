"""A wheel holds what a run needs, wherever it is installed, and what runs on it is what runs in a checkout."""

import os
import subprocess
import sys
import zipfile
from email import message_from_string
from pathlib import Path

import pytest

from claims.rules import rules_version
from claims.store.knowledge import Knowledge

ROOT = Path(__file__).parents[1]
READ_BY_RUNS = ("packs", "vocabulary", "models", "wikidata")
PROBE = """
import claims
from claims.rules import rules_version
from claims.store.knowledge import Knowledge

print(claims.__file__, Knowledge.of().version("x"), rules_version())
"""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Built by the project's own back end, which needs no network."""
    folder = tmp_path_factory.mktemp("dist")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=ROOT, check=True, capture_output=True, timeout=60)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def names(wheel: Path) -> set[str]:
    with zipfile.ZipFile(wheel) as archive:
        return set(archive.namelist())


def files(folder: Path) -> set[str]:
    return {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".pyc"
    }


@pytest.mark.parametrize("package", ["claims", "flows"])
def test_it_holds_every_file_of_the_packages(names: set[str], package: str) -> None:
    assert {f"{package}/{name}" for name in files(ROOT / package)} <= names
    assert "claims/py.typed" in names


@pytest.mark.parametrize("folder", READ_BY_RUNS)
def test_it_holds_the_data_that_runs_read(names: set[str], folder: str) -> None:
    there = files(ROOT / "data" / folder)
    assert there
    assert {f"claims/_data/{folder}/{name}" for name in there} <= names


def test_it_holds_neither_what_packs_are_made_with_nor_tests(names: set[str]) -> None:
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"claims", "flows"}
    within = {name.split("/")[2] for name in names if name.startswith("claims/_data/")}
    assert within == {*READ_BY_RUNS, "NOTICE.md", "canaries.jsonl", "explained.csv"}


def test_what_it_says_of_itself(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        (record,) = [name for name in archive.namelist() if name.endswith(".dist-info/METADATA")]
        (entries,) = [name for name in archive.namelist() if name.endswith("entry_points.txt")]
        about = message_from_string(archive.read(record).decode())
        assert "claims = flows.cli:main" in archive.read(entries).decode()
    assert about["License-Expression"] == "Apache-2.0"
    assert {"dask", "documents", "ray"} <= set(about.get_all("Provides-Extra", []))
    assert {f"Programming Language :: Python :: 3.{minor}" for minor in (11, 12, 13)} <= set(
        about.get_all("Classifier", [])
    )


def test_unpacked_elsewhere_it_has_the_facts_and_rules_of_the_checkout(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    environment = {**os.environ, "PYTHONPATH": str(tmp_path)}
    found = subprocess.check_output([sys.executable, "-c", PROBE], cwd=tmp_path, env=environment, text=True)
    home = str(tmp_path / "claims" / "__init__.py")
    assert found.split() == [home, Knowledge.of().version("x"), rules_version()]
