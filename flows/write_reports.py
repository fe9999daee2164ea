"""The reports of a run, as files that appear whole."""

import json
import os
from collections.abc import Sequence
from pathlib import Path

from claims.records import CheckedArticle, ReadFailure
from claims.report.as_html import as_html
from claims.report.as_json import as_json
from claims.report.build_view import build_view
from claims.report.view import RunSummary


def write_reports(
    out: Path, summary: RunSummary, articles: Sequence[CheckedArticle], failures: Sequence[ReadFailure]
) -> Path:
    """Write ``report.json`` and ``report.html`` in place of those of the run before; the path of the second."""
    findings = json.dumps(as_json(articles, failures), ensure_ascii=False, indent=2)
    _replace(out / "report.json", findings + "\n")
    return _replace(out / "report.html", as_html(build_view(summary, articles, failures)))


def _replace(path: Path, text: str) -> Path:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        draft.write_text(text, encoding="utf-8", newline="\n")
        return draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)
