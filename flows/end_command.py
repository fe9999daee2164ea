"""How every command ends: its exit status, and one line on stderr where it could not do its work."""

import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from types import FrameType
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

from claims.errors import ClaimsError
from flows.exit_status import FAILED
from flows.write_terminal import complain

BY_SIGNAL = 128
"""Added to a signal's number: what a shell reports for a program that it ended."""

DUCKDB_INTERRUPTED = "Query interrupted"
"""The text of the RuntimeError that DuckDB puts in place of what a signal handler raises."""

HINT = "for the traceback: claims --debug ..."


class StopSignals:
    """What to do on SIGINT and SIGTERM, and which of them came."""

    number: int | None = None

    def __call__(self, number: int, _frame: FrameType | None) -> NoReturn:
        """Leave by the way of Ctrl-C, also on SIGTERM, so that whatever is open is closed."""
        self.number = number
        raise KeyboardInterrupt

    def listen(self) -> None:
        """Take both signals over; only a main thread may."""
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGINT, self)
            signal.signal(signal.SIGTERM, self)

    def came_with(self, error: BaseException) -> bool:
        """Whether the error is what a library made of a signal."""
        return self.number is not None or str(error) == DUCKDB_INTERRUPTED


class EndingGroup(TyperGroup):
    """A group whose commands return their exit status, and whose errors become one line and a status."""

    def invoke(self, ctx: Any) -> NoReturn:  # noqa: ANN401 - Typer keeps the type of a context private
        """Run the command that was called and exit with its status."""
        stop = StopSignals()
        stop.listen()
        raise typer.Exit(end_command(partial(super().invoke, ctx), stop, debug=bool(ctx.params["debug"])))


def end_command(command: Callable[[], int], stop: StopSignals, *, debug: bool = False) -> int:
    """The exit status of the command: its own, or the one of the error that ended it."""
    try:
        return _status(command)
    except (typer.Exit, typer.Abort, typer.TyperException):
        raise  # Typer shows these itself
    except KeyboardInterrupt:
        return _stop(stop.number or signal.SIGINT)
    except Exception as error:  # noqa: BLE001 - the last line of defence: a user is shown no traceback
        if stop.came_with(error):
            # Where our handler was not asked, the signal went to Prefect's, which takes SIGTERM alone.
            return _stop(stop.number or signal.SIGTERM)
        return _fail(error, debug)


def _stop(number: int) -> int:
    complain("stopped")
    return BY_SIGNAL + number


def _status(command: Callable[[], int]) -> int:
    status = command()
    # Here rather than at exit, where Python prints a traceback for a reader that has gone.
    sys.stdout.flush()
    return status


def _fail(error: Exception, debug: bool) -> int:
    if isinstance(error, OSError):
        _drop_output()  # it may be stdout's reader or disk, and Python would try again at exit
    if isinstance(error, BrokenPipeError):
        return BY_SIGNAL + signal.SIGPIPE
    if debug:
        traceback.print_exc()
    complain(_explain(error))
    return FAILED


def _explain(error: Exception) -> str:
    if isinstance(error, ClaimsError):
        return str(error)
    text = str(error) if isinstance(error, OSError) else f"{type(error).__name__}: {error}"
    return f"{text} ({HINT})"


def _drop_output() -> None:
    """Let what is still in the buffer go nowhere."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
