"""A new run: its id, and the versions that decide its findings."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from uuid import uuid4

from claims import __version__
from claims.ledger.run import Run
from claims.rules import rules_version


def start_run(inputs: Sequence[str], day: date | None, facts: str, model: str, settings: str) -> Run:
    """A run that begins now; its id says when, in UTC, and six digits tell it from others."""
    name = f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{uuid4().hex[:6]}"
    return Run(
        name, datetime.now(UTC), tuple(inputs), day, __version__, facts, model, settings, rules_version()
    )
