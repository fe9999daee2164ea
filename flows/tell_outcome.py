"""Who is to hear of a run, and when one that did its work has failed all the same."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

from claims.errors import BlindRun
from flows.notify import Hooks
from flows.notify_run import notify_end, notify_failure
from flows.outcome import Outcome


@contextmanager
def telling_failure(hooks: Hooks, paths: Sequence[str]) -> Iterator[None]:
    """Tell the hooks of an error that ends the block, and put what went wrong with that to the error."""
    try:
        yield
    except Exception as error:
        for line in notify_failure(hooks, tuple(paths), error):
            error.add_note(line)
        raise


def tell_outcome(outcome: Outcome, hooks: Hooks, least: float) -> Outcome:
    """The same with remarks on what could not be told; ``least`` is the share of planted errors to be seen. Raises BlindRun."""
    blind = outcome.is_blind(least)
    said = notify_end(hooks, outcome, blind=blind)
    if blind:
        raise _explain_blindness(outcome, said)
    return replace(outcome, remarks=(*outcome.remarks, *said))


def _explain_blindness(outcome: Outcome, said: Sequence[str]) -> BlindRun:
    run, measured = outcome.run, outcome.measured
    who = "the run" if measured is run else f"run {measured.id}, which judged by the same versions,"
    error = BlindRun(
        f"{who} flagged {measured.planted_found} of its {measured.planted} planted errors, and can have missed as much in the articles;"
        f" look at the fact store (claims facts info) and run again; what was found stands in {outcome.reports.latest}"
    )
    for line in said:
        error.add_note(line)
    return error
