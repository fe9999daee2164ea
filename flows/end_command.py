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
from flows.write_terminal import complain

FAILED = 2
STOPPED = 128 + signal.SIGINT
TERMINATED = 128 + signal.SIGTERM
BROKEN_PIPE = 128 + signal.SIGPIPE
"""What a shell reports for a program that the signal ended."""

HINT = "this should not happen; for the traceback: claims --debug ..."


class EndingGroup(TyperGroup):
    """A group whose commands return their exit status, and whose errors become one line and a status."""

    def invoke(self, ctx: Any) -> NoReturn:  # noqa: ANN401 - Typer keeps the type of a context private
        """Run the command that was called and exit with its status."""
        if threading.current_thread() is threading.main_thread():
            signal.signal(signal.SIGTERM, _terminate)
        raise typer.Exit(end_command(partial(super().invoke, ctx), debug=bool(ctx.params["debug"])))


def end_command(command: Callable[[], int], *, debug: bool = False) -> int:
    """The exit status of the command: its own, or the one of the error that ended it."""
    try:
        return _status(command)
    except (typer.Exit, typer.Abort, typer.TyperException):
        raise  # Typer shows these itself
    except KeyboardInterrupt:
        complain("stopped")
        return STOPPED
    except ClaimsError as error:
        return _fail(str(error), debug)
    except BrokenPipeError:
        _drop_output()
        return BROKEN_PIPE
    except OSError as error:
        _drop_output()  # it may be stdout's disk that is full, and Python would try again at exit
        return _fail(f"{error} (for the traceback: claims --debug ...)", debug)
    except Exception as error:  # noqa: BLE001 - the last line of defence: a user is shown no traceback
        return _fail(f"{type(error).__name__}: {error} ({HINT})", debug)


def _status(command: Callable[[], int]) -> int:
    status = command()
    # Here rather than at exit, where Python prints a traceback for a reader that has gone.
    sys.stdout.flush()
    return status


def _fail(message: str, debug: bool) -> int:
    if debug:
        traceback.print_exc()
    complain(message)
    return FAILED


def _drop_output() -> None:
    """Let what is still in the buffer go nowhere."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _terminate(_number: int, _frame: FrameType | None) -> NoReturn:
    """On SIGTERM leave by the same way as on Ctrl-C, so that whatever is open is closed."""
    raise SystemExit(TERMINATED)
