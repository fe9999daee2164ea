"""The reports of a run, as files that appear whole."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from shutil import copyfile
from urllib.parse import quote

from claims.ledger.article_counts import Passed
from claims.ledger.list_wanted import Wanted
from claims.ledger.run_history import RunHistory
from claims.records import CheckedArticle, Disagreement, ReadFailure
from claims.report.as_artifact import as_artifact
from claims.report.as_html import Cards, as_html, render_cards
from claims.report.build_view import FIRST, ViewBuilder
from claims.report.flag_view import OriginView
from claims.report.json_piece import join_pieces, render_piece, unpack_piece
from claims.report.view import ReportView, RunSummary
from flows.count_run import RunCounts, count_run
from flows.draft_file import draft_file
from flows.list_fresh import Fresh, list_fresh

RUNS = "reports"
"""The folder under the output directory with one folder a run, named by the run's id."""


@dataclass(frozen=True, slots=True)
class Reports:
    """Where the HTML report lies: as the newest one, and where it stays when the next run comes; what it counts, and its first new flags.

    ``artifact`` is the Markdown that Prefect's interface shows with the run, ``address`` what it links to.
    """

    latest: Path
    kept: Path
    counts: RunCounts
    fresh: tuple[Fresh, ...] = ()
    address: str = ""
    artifact: str = ""


@dataclass(frozen=True, slots=True)
class Made:
    """The reports of a run, and what they were made of: what the page shows, the markup of its flags, the SHA-256 of report.json."""

    reports: Reports
    view: ReportView
    cards: Cards
    json_sha256: str


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
    served_at: str | None = None,
    wanted: Sequence[Wanted] = (),
) -> Made:
    """Write ``report.json`` and ``report.html`` into a folder of the run's own, and copies in place of the last.

    The articles come in the order of the report, one after another, their findings as the ledger has them; of each no more is kept
    than the page shows. ``served_at`` is the web address of ``out``, where it has one, ``wanted`` are the facts
    that the store lacked. Raises OutputError; then the reports of the
    run before are as they were, or one of them is.
    """
    kept = out / RUNS / summary.run_id
    builder, digest = ViewBuilder(origins, history), sha256()
    with draft_file(kept / "report.json") as draft:
        with draft.open("wb") as file:
            pieces = (_take(article, builder) for article in articles)
            for text in join_pieces(pieces, failures, disagreements):
                data = text.encode()
                digest.update(data)
                file.write(data)
        _put(draft, out / "report.json")
        draft.replace(kept / "report.json")
    view = builder.view(summary, failures, disagreements, wanted)
    cards = render_cards(view.flags)
    return Made(write_page(out, view, cards, served_at), view, cards, digest.hexdigest())


def write_page(out: Path, view: ReportView, cards: Cards, served_at: str | None = None) -> Reports:
    """Write ``report.html`` into the folder of its run, and a copy in place of the last. Raises OutputError."""
    kept = out / RUNS / view.run.run_id
    page = as_html(view, cards)
    for folder in (kept, out):
        with draft_file(folder / "report.html") as draft:
            draft.write_text(page, encoding="utf-8", newline="\n")
            draft.replace(folder / "report.html")
    page_of_run = kept / "report.html"
    address = _address(page_of_run, out, served_at)
    artifact = as_artifact(view, address, str(page_of_run.resolve()))
    return Reports(out / "report.html", page_of_run, count_run(view), list_fresh(view), address, artifact)


def _address(page: Path, out: Path, served_at: str | None) -> str:
    """Where a browser finds the page: on the web where the folder is served, else on this machine's disk."""
    if served_at is None:
        return page.resolve().as_uri()
    return f"{served_at.rstrip('/')}/{quote(page.relative_to(out).as_posix())}"


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
    with draft_file(path) as draft:
        copyfile(source, draft)
        draft.replace(path)
