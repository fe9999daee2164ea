"""What a command writes: its result on stdout, and everything else on stderr."""

import io
import json
import sys
from collections.abc import Sequence
from typing import Any

from claims.records import ReadFailure
from claims.report.printable import printable

LONGEST = 2000
"""Characters of an error's text that are shown; some libraries put whole queries into theirs."""


def write_text(text: str) -> None:
    """The text on stdout; a character that the terminal's encoding lacks is shown as a question mark."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    sys.stdout.write(text)


def write_json(value: dict[str, Any]) -> None:
    """The object on stdout, as UTF-8 whatever the locale."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", newline="\n")
    sys.stdout.write(json.dumps(value, ensure_ascii=False, indent=2) + "\n")


def complain(message: str) -> None:
    """One line on stderr, with the program's name before it."""
    line = " ".join(printable(message).split())
    print(f"claims: {line[:LONGEST]}", file=sys.stderr)


def complain_of(failures: Sequence[ReadFailure]) -> None:
    """A line on stderr for each input that could not be read."""
    for failure in failures:
        complain(f"{failure.source}: {failure.error}")
