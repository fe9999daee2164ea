"""The reports of a run, as files that appear whole."""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile

from claims.errors import OutputError
from claims.full_disk import NO_SPACE, is_disk_full
from claims.ledger.run_history import RunHistory
from claims.records import CheckedArticle, ReadFailure
from claims.report.as_html import as_html
from claims.report.as_json import article_as_json, failure_as_json
from claims.report.build_view import FIRST, ViewBuilder
from claims.report.flag_view import OriginView
from claims.report.order import failures_in_order, findings_in_order
from claims.report.view import RunSummary
from flows.count_run import RunCounts, count_run

RUNS = "reports"
"""The folder under the output directory with one folder a run, named by the run's id."""


@dataclass(frozen=True, slots=True)
class Reports:
    """Where the HTML report lies: as the newest one, and where it stays when the next run comes; what it counts."""

    latest: Path
    kept: Path
    counts: RunCounts


def write_reports(
    out: Path,
    summary: RunSummary,
    articles: Iterable[CheckedArticle],
    failures: Sequence[ReadFailure],
    origins: Mapping[str, OriginView],
    history: RunHistory = FIRST,
) -> Reports:
    """Write ``report.json`` and ``report.html`` into a folder of the run's own, and copies in place of the last.

    The articles come in the order of the report, one after another, their findings as the ledger has them; of each no more is kept
    than the page shows. Raises
    OutputError; then the reports of the run before are as they were, or one of them is.
    """
    kept = out / RUNS / summary.run_id
    builder = ViewBuilder(origins, history)
    with _draft(kept / "report.json") as draft:
        with draft.open("w", encoding="utf-8", newline="\n") as file:
            file.writelines(_json_pieces(articles, failures, builder))
        _put(draft, out / "report.json")
        draft.replace(kept / "report.json")
    view = builder.view(summary, failures)
    page = as_html(view)
    for folder in (kept, out):
        with _draft(folder / "report.html") as draft:
            draft.write_text(page, encoding="utf-8", newline="\n")
            draft.replace(folder / "report.html")
    return Reports(out / "report.html", kept / "report.html", count_run(view))


def _json_pieces(
    articles: Iterable[CheckedArticle], failures: Iterable[ReadFailure], builder: ViewBuilder
) -> Iterator[str]:
    """The text of ``as_json`` for the whole run, an article a piece; the builder sees each as it passes."""
    yield '{\n  "articles": ['
    between = "\n"
    for checked in articles:
        builder.add(checked)
        yield between + _piece(article_as_json(findings_in_order(checked)))
        between = ",\n"
    for failure in failures_in_order(failures):
        yield between + _piece(failure_as_json(failure))
        between = ",\n"
    yield "]\n}\n" if between == "\n" else "\n  ]\n}\n"


def _piece(value: dict[str, object]) -> str:
    """The value as it stands inside the list; a string of JSON has no line end of its own."""
    return "    " + json.dumps(value, ensure_ascii=False, indent=2).replace("\n", "\n    ")


def _put(source: Path, path: Path) -> None:
    """A copy of the file in place of another, whole."""
    with _draft(path) as draft:
        copyfile(source, draft)
        draft.replace(path)


@contextmanager
def _draft(path: Path) -> Iterator[Path]:
    """A file beside the one to be, gone at the end of the block; what goes wrong with it is put into words."""
    draft = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield draft
    except OSError as error:
        cause = NO_SPACE if is_disk_full(error) else error.strerror or error
        raise OutputError(f"the report {path} cannot be written: {cause}") from error
    finally:
        with suppress(OSError):
            draft.unlink()
