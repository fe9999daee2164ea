"""``docs/coverage.md`` says what the store holds now."""

import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]


def test_the_page_is_up_to_date(store_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Write it again with ``python benchmarks/write_coverage.py`` when packs have changed."""
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import write_coverage  # noqa: PLC0415

    assert write_coverage.PAGE.read_text(encoding="utf-8") == write_coverage.coverage(store_path)
    sys.modules.pop("write_coverage")


def test_the_sizes_in_the_page_on_the_store_are_those_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import write_sizes  # noqa: PLC0415

    assert write_sizes.main(["--check"]) == 0
    sys.modules.pop("write_sizes")
