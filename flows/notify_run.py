"""What is told of a run: the payload of a notification (docs/runs.md)."""

from collections.abc import Mapping
from typing import Any

from claims import __version__
from claims.ledger.run import Run
from flows.count_run import RunCounts
from flows.notify import Event, Hooks, notify
from flows.outcome import Outcome


def notify_end(hooks: Hooks, outcome: Outcome, *, blind: bool) -> list[str]:
    """Tell of a run that went blind, or that raised flags which the run before did not; what went wrong with that."""
    payload = _ended(outcome)
    if blind:
        return notify(hooks, Event.BLIND, payload)
    return notify(hooks, Event.NEW_FLAGS, payload) if outcome.reports.counts.new else []


def notify_failure(hooks: Hooks, inputs: tuple[str, ...], error: BaseException) -> list[str]:
    """Tell of a run that could not do its work."""
    payload = {"program": __version__, "inputs": list(inputs), "error": f"{type(error).__name__}: {error}"}
    return notify(hooks, Event.FAILURE, payload)


def _ended(outcome: Outcome) -> Mapping[str, Any]:
    run, reports = outcome.run, outcome.reports
    counts = reports.counts
    return {
        "program": run.program,
        "run": run.id,
        "started": run.started.isoformat(),
        "finished": run.finished.isoformat() if run.finished else None,
        "seconds": round(outcome.total, 1),
        "inputs": list(run.inputs),
        **_counts(counts),
        "planted": _planted(outcome.measured),
        "report": str(reports.kept.resolve()),
        "flags_listed": [dict(flag) for flag in reports.fresh],
    }


def _planted(run: Run) -> Mapping[str, Any]:
    return {
        "errors": run.planted,
        "found": run.planted_found,
        "false_alarms": run.false_alarms,
        "measured_in": None if run.planted is None else run.id,
    }


def _counts(counts: RunCounts) -> Mapping[str, Any]:
    return {
        "articles": counts.articles,
        "errors": counts.failures,
        "flags": counts.flags,
        "new_flags": counts.new,
        "verdicts": {str(verdict): count for verdict, count in counts.verdicts},
    }
