"""SIGINT and SIGTERM: a way out that is clean where it can be and certain in any case."""

import os
import signal
import sys
import threading
import time
from types import FrameType
from typing import NoReturn

BY_SIGNAL = 128
"""Added to a signal's number: what a shell reports for a program that it ended."""

GRACE_SECONDS = 5
"""What clean-up may take after a signal; a flow run that is marked as crashed takes about 1."""

_STOPPING = (signal.SIGINT, signal.SIGTERM)


class StopSignals:
    """Raises KeyboardInterrupt in the main thread on either signal, and remembers which one came.

    That is not enough. Prefect puts its own handler for SIGTERM in place of ours while a flow runs. What
    a handler raises can come out of DuckDB as a RuntimeError and out of Prefect as a ValueError, or get
    lost in either; and C code that runs for long asks for no signals. So a thread is told of each signal
    below Python's handlers, and ends the process when it is still there after a while. What is on disk
    is written in transactions or put in place whole, and there is no other process to take along.
    """

    number: int | None = None

    def listen(self) -> None:
        """Take both signals over; to be called once, from the main thread."""
        for number in _STOPPING:
            signal.signal(number, self._raise)
        reader, writer = os.pipe()
        os.set_blocking(writer, False)
        signal.set_wakeup_fd(writer, warn_on_full_buffer=False)
        sys.unraisablehook = self._hush
        threading.Thread(target=self._watch, args=(reader,), name="stop-signals", daemon=True).start()

    def leave(self) -> None:
        """Leave both signals to whatever comes after, which has a clean end of its own."""
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)

    def _raise(self, number: int, _frame: FrameType | None) -> NoReturn:
        self.number = number
        raise KeyboardInterrupt

    def _hush(self, lost: "sys.UnraisableHookArgs") -> None:
        """An interrupt that came where Python can raise nothing is lost, and no news: the watch goes on."""
        if not (self.number and lost.exc_type is KeyboardInterrupt):
            sys.__unraisablehook__(lost)

    def _watch(self, reader: int) -> None:
        while (number := ord(os.read(reader, 1))) not in _STOPPING:
            pass
        self.number = number
        time.sleep(GRACE_SECONDS)
        os.write(2, b"claims: stopped\n")
        os._exit(BY_SIGNAL + number)
