"""What a command writes: its result on stdout, and everything else on stderr."""

import io
import json
import os
import re
import sys
from collections.abc import Iterable, Sequence
from contextlib import suppress
from typing import Any

from claims.records import ReadFailure
from claims.report.printable import printable

LONGEST = 2000
"""Characters of an error's text that are shown; some libraries put whole queries into theirs."""

REMARKS = 20
"""Remarks that are shown; where all articles of a feed hold HTML, one would do."""

# What json.dumps writes out raw although a terminal may act on it; in JSON an escape says the same.
_STEERING = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff\ufffe\uffff]")


def write_text(text: str) -> None:
    """The text on stdout, nothing in it that could steer a terminal.

    A character that the terminal's encoding lacks is shown as a question mark.
    """
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    sys.stdout.write(printable(text))


def write_lines(lines: Iterable[str]) -> None:
    """Each text on a line of its own, whatever line ends and control characters are in it."""
    write_text("".join(f"{_line(line)}\n" for line in lines))


def write_summary(text: str) -> None:
    """The text on stdout, if somebody still reads it: what it tells of is done and kept elsewhere."""
    try:
        write_text(text)
        sys.stdout.flush()
    except BrokenPipeError:
        drop_output()


def write_json(value: dict[str, Any]) -> None:
    """The object on stdout, as UTF-8 whatever the locale."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    written = json.dumps(value, ensure_ascii=False, indent=2)
    sys.stdout.write(_STEERING.sub(lambda found: f"\\u{ord(found.group()):04x}", written) + "\n")


def drop_output() -> None:
    """Let what is still in the buffer go nowhere: Python would try again at exit, and print a traceback."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(message: str) -> None:
    """One line on stderr, with the program's name before it."""
    print(f"claims: {' '.join(printable(message).split())[:LONGEST]}", file=sys.stderr)


def complain_of(failures: Sequence[ReadFailure]) -> None:
    """A line on stderr for each input that could not be read."""
    for failure in failures:
        complain(f"{failure.source}: {failure.error}")


def remark_on(remarks: Sequence[str]) -> None:
    """A line on stderr for each of the first remarks, and the number of the others."""
    for remark in remarks[:REMARKS]:
        complain(remark)
    if len(remarks) > REMARKS:
        complain(f"... and {len(remarks) - REMARKS:,} more remarks of this kind")


def _line(text: str) -> str:
    """The text on one line, with its indent."""
    return printable(text.replace("\r", "\n")).replace("\n", " ").rstrip()
