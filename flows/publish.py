"""What Prefect's own interface shows with a run: its progress, its summary, and where its report lies."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from prefect.artifacts import (
    create_link_artifact,
    create_markdown_artifact,
    create_progress_artifact,
    update_progress_artifact,
)

from claims.ledger.run import Run
from flows.show_progress import listening
from flows.write_reports import Reports


@contextmanager
def track_progress(total: int | None) -> Iterator[None]:
    """A progress artifact for the length of the block; none where nobody knows how many articles there are."""
    if not total:
        yield
        return
    artifact: Any = create_progress_artifact(
        0.0, key="check-articles-progress", description="Articles checked"
    )

    def report(_stage: str, done: int, _total: int | None, _flags: int | None) -> None:
        update_progress_artifact(artifact, min(100.0, 100 * done / total))

    with listening(report):
        yield


def publish_summary(run: Run, reports: Reports) -> None:
    """The report, its figures and its first flags as a table, and a link to the report."""
    create_markdown_artifact(reports.artifact, key="check-articles", description="Summary of a run")
    create_link_artifact(
        reports.address,
        link_text=f"Report of {run.id}",
        key="check-articles-report",
        description="Report of a run",
    )
