"""A run that has begun outside of Prefect -> the flow that goes on with it.

A flow's parameters are sent to Prefect's API, so that what a run holds in its hands cannot be one of them.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from flows.begin_run import BegunRun

_begun: ContextVar[BegunRun | None] = ContextVar("begun", default=None)


@contextmanager
def handing_over(begun: BegunRun | None) -> Iterator[None]:
    """The flow that is called in the block goes on with the run; with None it begins one of its own."""
    token = _begun.set(begun)
    try:
        yield
    finally:
        _begun.reset(token)


def handed_over() -> BegunRun | None:
    """The run to go on with, if there is one."""
    return _begun.get()
