"""``claims report``: a run of the ledger, written in a format."""

import json
import sys
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from claims.errors import OutputError
from claims.matching.minilm import MiniLM
from claims.report.as_claim_review import as_claim_review
from claims.report.as_diff import as_diff
from claims.report.as_html import as_html
from claims.report.as_markdown import as_markdown
from claims.report.as_note import as_note
from claims.report.as_sarif import as_sarif
from claims.report.as_table import as_csv, as_json_lines, write_parquet
from claims.report.build_view import ViewBuilder
from claims.report.flag_view import OriginView
from claims.report.flatten import flatten
from claims.report.json_piece import join_pieces, render_piece, unpack_piece
from claims.report.name_origins import name_origins
from claims.report.view import ReportView
from claims.store.encoder import Encoder
from claims.store.open import open_store
from flows.check_folder import check_folder
from flows.cli_report import Format
from flows.commands.prepare_facts import prepare_facts
from flows.draft_file import draft_file
from flows.exit_status import NOTHING
from flows.recall_run import RecalledRun, recall_run


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be written: of which run, and of which of its findings.

    ``whole`` takes every finding into tables, not flags alone; ``accepted`` takes into the diff what an editor has accepted. ``origins``
    names the sources of facts where a reader sees them.
    """

    recalled: RecalledRun
    origins: Mapping[str, OriginView]
    whole: bool = False
    accepted: bool = False


Writer = Callable[[Wanted], Iterator[str]]


def report_run(
    out: Path,
    name: str,
    kind: Format,
    path: Path | None,
    *,
    whole: bool,
    accepted: bool,
    facts: Path | None,
    encoder: Encoder | None = None,
) -> int:
    """Write a run to a file, or to stdout; 0 once it is written. Raises LedgerError, OutputError."""
    if path is not None:
        check_folder(path)
    recalled = recall_run(out, name)
    named = kind in (Format.HTML, Format.MARKDOWN, Format.NOTE)
    wanted = Wanted(recalled, _origins(facts, encoder or MiniLM()) if named else {}, whole, accepted)
    if kind is Format.PARQUET:
        if path is None:
            raise OutputError("a Parquet file is no text; say where it goes with -o FILE")
        with draft_file(path) as draft:
            write_parquet(_records(wanted), draft)
            draft.replace(path)
    else:
        _write(WRITERS[kind](wanted), path)
    return NOTHING


def _origins(facts: Path | None, encoder: Encoder) -> dict[str, OriginView]:
    with open_store(prepare_facts(encoder, facts)) as store:
        return name_origins(store.sources())


def _write(pieces: Iterator[str], path: Path | None) -> None:
    """The pieces as UTF-8; a lone surrogate, which has no place in it, as a question mark."""
    if path is None:
        for piece in pieces:
            sys.stdout.buffer.write(piece.encode("utf-8", "replace"))
        sys.stdout.flush()
        return
    with draft_file(path) as draft:
        with draft.open("w", encoding="utf-8", errors="replace", newline="") as file:
            file.writelines(pieces)
        draft.replace(path)


def _view(wanted: Wanted) -> ReportView:
    builder = ViewBuilder(wanted.origins, wanted.recalled.history())
    for checked in wanted.recalled.articles():
        builder.add(checked)
    recalled = wanted.recalled
    return builder.view(recalled.summary, recalled.failures(), recalled.disagreements(), recalled.wanted())


def _records(wanted: Wanted) -> Iterator[dict[str, object]]:
    run = wanted.recalled.run.id
    for checked in wanted.recalled.articles():
        yield from flatten(run, checked, flags_only=not wanted.whole)


def _whole_json(recalled: RecalledRun) -> Iterator[str]:
    pieces = (unpack_piece(render_piece(checked)) for checked in recalled.articles())
    return join_pieces(pieces, recalled.failures(), recalled.disagreements())


def _json_text(value: object) -> Iterator[str]:
    yield json.dumps(value, indent=2) + "\n"


WRITERS: dict[Format, Writer] = {
    Format.HTML: lambda wanted: iter([as_html(_view(wanted))]),
    Format.MARKDOWN: lambda wanted: as_markdown(_view(wanted)),
    Format.JSON: lambda wanted: _whole_json(wanted.recalled),
    Format.JSONL: lambda wanted: as_json_lines(_records(wanted)),
    Format.CSV: lambda wanted: as_csv(_records(wanted)),
    Format.SARIF: lambda wanted: _json_text(
        as_sarif(wanted.recalled.summary, wanted.recalled.articles(), wanted.recalled.failures())
    ),
    Format.CLAIMREVIEW: lambda wanted: _json_text(
        as_claim_review(wanted.recalled.summary, wanted.recalled.articles())
    ),
    Format.DIFF: lambda wanted: as_diff(wanted.recalled.articles(), accepted=wanted.accepted),
    Format.NOTE: lambda wanted: as_note(wanted.recalled.articles(), wanted.origins),
}
"""What writes each format but Parquet, which is no text."""
