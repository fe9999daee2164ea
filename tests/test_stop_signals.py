"""Signals in a process of its own: what is raised, and what happens to a program that does not heed them."""

import signal
import subprocess
import sys
import time

import pytest

START = """
import time
from flows.stop_signals import StopSignals
stop = StopSignals()
stop.listen()
"""
HEEDS = """
try:
    print("ready", flush=True)
    time.sleep(60)
except KeyboardInterrupt:
    print(stop.number, flush=True)
"""
DOES_NOT = """
while True:
    try:
        print("ready", flush=True)
        time.sleep(60)
    except KeyboardInterrupt:
        pass
"""


LOSES = """
class Late:
    def __del__(self):
        print("ready", flush=True)
        time.sleep(60)
Late()
time.sleep(60)
"""


def send(number, code):
    """The process after the signal: its output, exit status and the seconds it took to end."""
    with subprocess.Popen([sys.executable, "-c", START + code], stdout=-1, stderr=-1, text=True) as process:
        assert process.stdout.readline() == "ready\n"
        process.send_signal(number)
        sent = time.monotonic()
        out, err = process.communicate(timeout=30)
        assert err in ("", "claims: stopped\n")
        return out, process.returncode, time.monotonic() - sent


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_the_main_thread_is_interrupted_and_told_by_what(number):
    out, status, _ = send(number, HEEDS)
    assert (out, status) == (f"{number:d}\n", 0)


@pytest.mark.slow
@pytest.mark.parametrize("code", [DOES_NOT, LOSES])
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_program_that_swallows_the_interrupt_ends_all_the_same(number, code):
    _, status, seconds = send(number, code)
    assert status == 128 + number
    assert 4 < seconds < 20
