"""Coloured text on stdout: rich's console, without what it makes of numbers, marks and signs in a text."""

import io
import sys

from rich.console import Console


class StdoutConsole(Console):
    """For the result of a command; its lines are as long as they are. What the terminal's encoding lacks is shown as a question mark."""

    def __init__(self) -> None:
        if isinstance(sys.stdout, io.TextIOWrapper):
            sys.stdout.reconfigure(errors="replace")
        super().__init__(file=sys.stdout, highlight=False, markup=False, emoji=False, soft_wrap=True)

    def on_broken_pipe(self) -> None:
        """Raise the BrokenPipeError that is being handled, for ``end_command`` to tell; rich would exit with 1, "something was flagged"."""
        raise  # noqa: PLE0704 - rich calls this while it handles the error
