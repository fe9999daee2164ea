"""A run as a flow, with an API of Prefect for it where none is running."""

from contextlib import ExitStack, nullcontext

from flows.begin_run import BegunRun
from flows.check_articles import check_articles
from flows.choose_runner import make_runner
from flows.choose_workers import Workers
from flows.hand_over import handing_over
from flows.notify import Hooks
from flows.order import Order
from flows.outcome import Outcome
from flows.serve_prefect import serve_prefect

STAGE = "start Prefect"
"""What its start counts under."""


def run_in_prefect(
    order: Order, workers: Workers, hooks: Hooks, report_url: str | None, begun: BegunRun | None
) -> Outcome:
    """What the run came to; one that has ``begun`` goes on. Raises ClaimsError."""
    with ExitStack() as stack:
        with begun.watch.time(STAGE) if begun else nullcontext():
            stack.enter_context(serve_prefect())
        stack.enter_context(handing_over(begun))
        flow = check_articles.with_options(task_runner=make_runner(workers))
        return flow(
            list(order.paths),
            order.out,
            order.day,
            order.facts,
            order.resume,
            order.retry_errors,
            order.settings,
            order.reading,
            workers,
            hooks,
            report_url,
        )
