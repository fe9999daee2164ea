"""The reports of a run, as files that appear whole."""

import json
import os
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from claims.errors import OutputError
from claims.full_disk import NO_SPACE, is_disk_full
from claims.records import CheckedArticle, ReadFailure
from claims.report.as_html import as_html
from claims.report.as_json import as_json
from claims.report.build_view import build_view
from claims.report.view import OriginView, RunSummary

RUNS = "reports"
"""The folder under the output directory with one folder a run, named by the run's id."""


@dataclass(frozen=True, slots=True)
class Reports:
    """Where the HTML report lies: as the newest one, and where it stays when the next run comes."""

    latest: Path
    kept: Path


def write_reports(
    out: Path,
    summary: RunSummary,
    articles: Sequence[CheckedArticle],
    failures: Sequence[ReadFailure],
    origins: Mapping[str, OriginView],
) -> Reports:
    """Write ``report.json`` and ``report.html`` into a folder of the run's own, and copies in place of the last.

    Raises OutputError; then the reports of the run before are as they were, or one of them is.
    """
    findings = json.dumps(as_json(articles, failures), ensure_ascii=False, indent=2) + "\n"
    page = as_html(build_view(summary, articles, failures, origins))
    kept = out / RUNS / summary.run_id
    for folder in (kept, out):
        _replace(folder / "report.json", findings)
        _replace(folder / "report.html", page)
    return Reports(out / "report.html", kept / "report.html")


def _replace(path: Path, text: str) -> None:
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        draft.write_text(text, encoding="utf-8", newline="\n")
        draft.replace(path)
    except OSError as error:
        cause = NO_SPACE if is_disk_full(error) else error.strerror or error
        raise OutputError(f"the report {path} cannot be written: {cause}") from error
    finally:
        with suppress(OSError):
            draft.unlink()
