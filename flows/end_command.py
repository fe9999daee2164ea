"""How every command ends: its exit status, and one line on stderr where it could not do its work."""

import signal
import sys
import traceback
from collections.abc import Callable
from functools import partial
from typing import Any, NoReturn

import typer
from typer.core import TyperGroup

from claims.errors import BlindRun, ClaimsError
from claims.full_disk import NO_SPACE, is_disk_full
from flows.exit_status import BLIND, FAILED
from flows.stop_signals import BY_SIGNAL, StopSignals
from flows.write_terminal import complain, drop_output

_OF_A_LIBRARY = "Value error, "
"""How what checks values for Typer begins every complaint; it tells a user nothing."""
HINT = "for the traceback: claims --debug ..."


class EndingGroup(TyperGroup):
    """A group whose commands return their exit status, and whose errors become one line and a status."""

    def invoke(self, ctx: Any) -> NoReturn:  # noqa: ANN401 - Typer keeps the type of a context private
        """Run the command that was called and exit with its status."""
        stop = ctx.obj or StopSignals()
        raise typer.Exit(end_command(partial(super().invoke, ctx), stop, debug=bool(ctx.params["debug"])))


def end_command(command: Callable[[], int], stop: StopSignals, *, debug: bool = False) -> int:
    """The exit status of the command: its own, or the one of the error that ended it."""
    try:
        return _status(command)
    except (typer.Exit, typer.Abort):
        raise
    except typer.TyperException as error:
        if isinstance(message := getattr(error, "message", None), str):
            error.message = message.removeprefix(_OF_A_LIBRARY)
        raise  # Typer shows it itself
    except KeyboardInterrupt:
        return _stop(stop.number or signal.SIGINT)
    except Exception as error:  # noqa: BLE001 - the last line of defence: a user is shown no traceback
        # After a signal an error is what some library made of the interrupt.
        return _stop(stop.number) if stop.number else _fail(error, debug)


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
        drop_output()  # it may be stdout's reader or disk, and Python would try again at exit
    if isinstance(error, BrokenPipeError):
        return BY_SIGNAL + signal.SIGPIPE
    if debug:
        traceback.print_exc()
    complain(_explain(error))
    for note in getattr(error, "__notes__", ()):
        complain(note)
    return BLIND if isinstance(error, BlindRun) else FAILED


def _explain(error: Exception) -> str:
    if isinstance(error, ClaimsError):
        return str(error)
    if is_disk_full(error):
        return f"{NO_SPACE}: {getattr(error, 'filename', None) or error}; make room and run again"
    if type(error).__module__.lstrip("_").startswith("duckdb"):  # not imported here: it is slow to load
        cause = str(error).strip().partition("\n")[0]
        return f"a database cannot be read or written, and may be damaged: {cause} ({HINT})"
    text = str(error) if isinstance(error, OSError) else f"{type(error).__name__}: {error}"
    return f"{text} ({HINT})"
