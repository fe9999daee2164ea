"""``claims runs``: what the ledger holds of runs."""

from pathlib import Path

from claims.ledger.diff_runs import Change, diff_runs
from claims.ledger.find_measured import find_measured
from claims.ledger.list_runs import RunRecord, list_runs
from claims.ledger.run import Run
from claims.ledger.sum_coverage import RunCoverage, sum_coverage
from claims.report.wording import in_words
from flows.exit_status import FLAGGED, NOTHING
from flows.find_ledger import find_ledger, find_run
from flows.write_terminal import write_lines


def show_runs(out: Path) -> int:
    """A line for each run, the oldest first."""
    records = list_runs(find_ledger(out))
    write_lines([_line(record) for record in records] or [f"no run in {out} yet"])
    return NOTHING


def show_run(out: Path, name: str) -> int:
    """Everything that is known of one run."""
    ledger = find_ledger(out)
    record = find_run(ledger, name)
    run = record.run
    write_lines(
        [
            f"run       {run.id}",
            f"started   {run.started:%Y-%m-%d %H:%M:%S} UTC",
            f"finished  {f'{run.finished:%Y-%m-%d %H:%M:%S} UTC' if run.finished else 'no; claims run --resume goes on with it'}",
            f"inputs    {', '.join(run.inputs)}",
            f"articles  {record.articles:,}, of which {record.judged:,} were judged in this run",
            f"flags     {record.flags:,}",
            f"rejected  {record.suppressed:,} flags that a reviewer had rejected before",
            f"errors    {record.errors:,}",
            f"planted   {_planted(ledger, run)}",
            *_coverage(sum_coverage(ledger, run.id)),
            f"program   {run.program}",
            f"facts     {run.facts}",
            f"rules     {run.rules}",
            f"model     {run.model}",
            f"settings  {run.settings}",
        ]
    )
    return NOTHING


def show_changes(out: Path, old: str, new: str) -> int:
    """A line for each flag that came, went or changed; the status says whether there is one."""
    changes = diff_runs(find_ledger(out), old, new)
    write_lines(_change(change) for change in changes)
    write_lines([f"{len(changes):,} changes"])
    return FLAGGED if changes else NOTHING


def _change(change: Change) -> str:
    causes = ", ".join(filter(None, (*change.causes, change.why)))
    return f"{change.kind:11}{change.article}: “{change.span}” ({causes}) {change.explanation}"


def _line(record: RunRecord) -> str:
    state = "" if record.run.finished else "  cut off"
    return (
        f"{record.run.id}  {record.articles:>9,} articles  {record.judged:>9,} judged  "
        f"{record.flags:>7,} flags  {record.errors:>6,} errors{state}"
    )


def _planted(ledger: Path, run: Run) -> str:
    measured = run if run.planted is not None else find_measured(ledger, run)
    if measured is None:
        return "none; the run was cut off, or there was nothing to judge"
    who = "" if measured is run else f"; checked in run {measured.id}, by the same versions"
    return f"{measured.planted_found} of {measured.planted} errors found, {measured.false_alarms} false alarms{who}"


def _coverage(sums: RunCoverage) -> list[str]:
    """Sentences, claims, and why claims were not judged, the commonest reason first."""
    worth = "" if sums.worth_checking is None else f", {sums.worth_checking:,} of them worth checking"
    whys = [f"unjudged  {count:,}: {in_words(reason)}" for reason, count in sums.unjudged.items()]
    return [
        f"sentences {sums.sentences:,}{worth}",
        f"claims    {sums.claims:,}, {sums.judged:,} judged",
        *whys,
        f"silent    {sums.silent:,} article{'' if sums.silent == 1 else 's'} of which nothing was judged",
    ]
