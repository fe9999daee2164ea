"""The reports of a run, as files that appear whole."""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from shutil import copyfile

from claims.errors import OutputError
from claims.full_disk import NO_SPACE, is_disk_full
from claims.ledger.article_counts import Passed
from claims.ledger.run_history import RunHistory
from claims.records import CheckedArticle, Disagreement, ReadFailure
from claims.report.as_html import as_html
from claims.report.build_view import FIRST, ViewBuilder
from claims.report.flag_view import OriginView
from claims.report.json_piece import join_pieces, render_piece, unpack_piece
from claims.report.view import RunSummary
from flows.count_run import RunCounts, count_run
from flows.list_fresh import Fresh, list_fresh

RUNS = "reports"
"""The folder under the output directory with one folder a run, named by the run's id."""


@dataclass(frozen=True, slots=True)
class Reports:
    """Where the HTML report lies: as the newest one, and where it stays when the next run comes; what it counts, and its first new flags."""

    latest: Path
    kept: Path
    counts: RunCounts
    fresh: tuple[Fresh, ...] = ()


@dataclass(frozen=True, slots=True)
class Opened:
    """An article that the page shows something of, as the ledger has it, and what report.json says of it, packed, where that is kept."""

    checked: CheckedArticle
    piece: bytes | None = None


def write_reports(
    out: Path,
    summary: RunSummary,
    articles: Iterable[CheckedArticle | Opened | Passed],
    failures: Sequence[ReadFailure],
    origins: Mapping[str, OriginView],
    history: RunHistory = FIRST,
    disagreements: Sequence[Disagreement] = (),
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
            pieces = (_take(article, builder) for article in articles)
            file.writelines(join_pieces(pieces, failures, disagreements))
        _put(draft, out / "report.json")
        draft.replace(kept / "report.json")
    view = builder.view(summary, failures, disagreements)
    page = as_html(view)
    for folder in (kept, out):
        with _draft(folder / "report.html") as draft:
            draft.write_text(page, encoding="utf-8", newline="\n")
            draft.replace(folder / "report.html")
    return Reports(out / "report.html", kept / "report.html", count_run(view), list_fresh(view))


def _take(article: CheckedArticle | Opened | Passed, builder: ViewBuilder) -> str:
    """What the JSON report says of an article, which the builder takes in on the way."""
    if isinstance(article, Passed):
        builder.pass_by(article)
        return unpack_piece(article.piece)
    opened = article if isinstance(article, Opened) else Opened(article)
    builder.add(opened.checked)
    return unpack_piece(opened.piece or render_piece(opened.checked))


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
