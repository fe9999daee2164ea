"""``claims run``: the flow with its progress, its summary table and the path of its report."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from io import StringIO
from pathlib import Path

from rich.console import Console
from rich.table import Table

from claims.errors import ClaimsError
from claims.matching.make_encoder import make_encoder
from claims.reading.reading_settings import ReadingSettings
from claims.settings import Settings
from flows.begin_run import BegunRun
from flows.choose_workers import Workers
from flows.commands.prepare_facts import prepare_facts
from flows.exit_status import exit_status
from flows.log_json import JsonLog, log_json
from flows.notify import Hooks
from flows.order import Order
from flows.outcome import Outcome
from flows.refuse_missing import refuse_missing
from flows.run_known import run_known
from flows.show_progress import show_progress
from flows.tell_outcome import telling_failure
from flows.write_terminal import complain_of, remark_on, write_summary


@dataclass(frozen=True, slots=True)
class Manner:
    """How a run is shown, what works on it and who is told, which changes nothing of what it finds."""

    quiet: bool = False
    log: str | None = None
    workers: Workers = field(default_factory=Workers)
    hooks: Hooks = field(default_factory=Hooks)
    report_url: str | None = None
    """The web address of the output folder, where it is served."""
    in_prefect: bool = False
    """Whether Prefect is to see the run also where nothing is to be judged."""


def run_flow(
    paths: Sequence[str],
    out: Path,
    day: date | None,
    facts: Path | None,
    *,
    resume: bool,
    retry_errors: bool,
    settings: Settings,
    reading: ReadingSettings,
    manner: Manner,
) -> int:
    """Run the flow and print what it came to; the exit status says whether something was flagged."""
    with log_json(manner.log) as log:
        log.write("start", inputs=list(paths), out=out, resume=resume, runner=manner.workers.runner)
        try:
            with telling_failure(manner.hooks, paths):
                refuse_missing(paths)
            store = prepare_facts(make_encoder(settings.encoder), facts)
            order = Order(tuple(paths), out, store, day, resume, retry_errors, settings, reading)
            with show_progress(manner.quiet):
                outcome = _run(order, manner)
        except ClaimsError as error:
            log.write("failed", error=str(error), kind=type(error).__name__)
            raise
        _log_end(log, outcome)
    remark_on(outcome.remarks)
    complain_of(outcome.failures)
    write_summary(_summary(outcome))
    counts = outcome.counts
    return exit_status(counts.articles, counts.flags, counts.failures)


def _run(order: Order, manner: Manner) -> Outcome:
    def go_on(begun: BegunRun | None) -> Outcome:
        from flows.run_in_prefect import run_in_prefect  # noqa: PLC0415 - four seconds, where something is to be judged

        return run_in_prefect(order, manner.workers, manner.hooks, manner.report_url, begun)

    if manner.in_prefect:
        return go_on(None)
    return run_known(order, manner.hooks, manner.report_url, go_on)


def _log_end(log: JsonLog, outcome: Outcome) -> None:
    for remark in outcome.remarks:
        log.write("remark", text=remark)
    for failure in outcome.failures:
        log.write("error", input=failure.id, source=failure.source, error=failure.error)
    counts, run, measured = outcome.counts, outcome.run, outcome.measured
    verdicts = {str(verdict): count for verdict, count in counts.verdicts}
    planted = {
        "planted": measured.planted,
        "found": measured.planted_found,
        "false_alarms": measured.false_alarms,
        "measured_in": None if measured.planted is None else measured.id,
    }
    log.write(
        "end",
        run=run.id,
        articles=counts.articles,
        errors=counts.failures,
        verdicts=verdicts,
        flags=counts.flags,
        canaries=planted,
        seconds=outcome.seconds,
        total_seconds=round(outcome.total, 3),
        report=outcome.reports.kept,
    )


def _summary(outcome: Outcome) -> str:
    where = f"Kept as: {outcome.reports.kept}\nReport: {outcome.reports.latest}\n"
    if not outcome.counts.articles:
        return f"No article could be read.\n{where}"
    table = Table(title="Summary", show_header=False)
    table.add_column()
    table.add_column(justify="right")
    for what, number in outcome.counts.rows():
        table.add_row(what, f"{number:,}")
    written = Console(file=StringIO(), width=80)
    with written.capture() as capture:
        written.print(table)
    return f"{capture.get()}{_planted(outcome)}{_timings(outcome)}{where}"


def _planted(outcome: Outcome) -> str:
    """What became of the planted sentences, and which run checked them where this one judged nothing."""
    measured = outcome.measured
    known = "" if outcome.run.planted is not None else "Everything was known already: nothing was judged.\n"
    if measured.planted is None:
        return known
    who = f" (checked in run {measured.id}, by the same versions)" if known else ""
    return f"{known}Planted errors found: {measured.planted_found} of {measured.planted}; false alarms: {measured.false_alarms}{who}\n"


def _timings(outcome: Outcome) -> str:
    """The stages that took a tenth of a second or more, the whole, and how fast that was."""
    stages = ", ".join(f"{stage} {spent:.1f} s" for stage, spent in outcome.seconds.items() if spent >= 0.1)
    speed = outcome.counts.articles / outcome.total
    return f"{outcome.total:.1f} s, {speed:.1f} articles a second: {stages or 'next to nothing'}\n"
