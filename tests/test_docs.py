"""What the documents promise stands in the code, and the other way round."""

import sys
from pathlib import Path

import pytest

from claims.records import Reason, Verdict

ROOT = Path(__file__).parents[1]


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_is_documented(reason: Reason) -> None:
    assert f"| `{reason}` |" in (ROOT / "docs" / "reasons.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("verdict", Verdict)
def test_every_verdict_is_explained_in_the_readme(verdict: Verdict) -> None:
    assert f"| {verdict} |" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_readmes_figures_are_those_measured(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(str(ROOT / "benchmarks"))
    import write_tables  # noqa: PLC0415

    assert write_tables.main(["--check"]) == 0
    sys.modules.pop("write_tables")


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md", "DECISIONS.md"])
def test_links_between_documents_lead_somewhere(name: str) -> None:
    import re  # noqa: PLC0415

    text = (ROOT / name).read_text(encoding="utf-8")
    links = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if not link.startswith("http")]
    assert [link for link in links if not (ROOT / link).exists()] == []
