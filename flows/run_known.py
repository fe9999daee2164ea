"""A run of which nothing is to be judged, from its begin to its end, without Prefect: its import and its server take seconds.

A run that meets an article which nobody has judged goes on as a flow, from where it stands.
"""

from collections.abc import Callable
from contextlib import ExitStack

from claims.errors import LedgerLocked
from claims.ledger.find_measured import owes_measure
from flows.begin_run import BegunRun, begin_run
from flows.end_run import end_run
from flows.ledger_work import PLAIN
from flows.notify import Hooks
from flows.order import Order
from flows.outcome import Outcome
from flows.take_known import take_known
from flows.tell_outcome import tell_outcome, telling_failure

GoOn = Callable[[BegunRun | None], Outcome]


def run_known(order: Order, hooks: Hooks, report_url: str | None, go_on: GoOn) -> Outcome:
    """What the run came to; ``go_on`` is called with it where workers are needed, and with None where it could not begin.

    A ledger that another process has open is waited for by the flow, whose tasks are tried again. Raises ClaimsError.
    """
    with ExitStack() as stack:
        with telling_failure(hooks, order.paths):
            begun = _begin(order, stack)
            outcome = _end(begun, report_url) if begun else None
            if outcome is not None:
                outcome = tell_outcome(outcome, hooks, order.settings.min_canary_recall)
        return outcome or go_on(begun)


def _begin(order: Order, stack: ExitStack) -> BegunRun | None:
    try:
        return stack.enter_context(begin_run(order, PLAIN))
    except LedgerLocked:
        return None


def _end(begun: BegunRun, report_url: str | None) -> Outcome | None:
    try:
        if take_known(begun) and not owes_measure(begun.ledger, begun.run):
            return end_run(begun, PLAIN, report_url)
    except LedgerLocked:
        pass
    return None
