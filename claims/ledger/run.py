"""One execution over a batch of inputs, as the ledger knows it."""

from dataclasses import dataclass
from datetime import date, datetime


@dataclass(frozen=True, slots=True)
class Run:
    """A run: what it was given and the versions that decide its findings.

    Times carry their zone. ``finished`` is None while the run goes on.
    """

    id: str
    started: datetime
    inputs: tuple[str, ...]
    default_date: date | None
    program: str
    facts: str
    model: str
    settings: str
    finished: datetime | None = None
