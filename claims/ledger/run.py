"""One execution over a batch of inputs, as the ledger knows it."""

from dataclasses import dataclass
from datetime import date, datetime
from hashlib import sha256


@dataclass(frozen=True, slots=True)
class Run:
    """A run: what it was given and the versions that decide its findings.

    Times carry their zone. ``finished`` is None while the run goes on.
    ``planted`` errors were put beside the articles and ``planted_found`` of them flagged, with ``false_alarms`` besides.
    """

    id: str
    started: datetime
    inputs: tuple[str, ...]
    default_date: date | None
    program: str
    facts: str
    model: str
    settings: str
    rules: str = ""
    finished: datetime | None = None
    planted: int | None = None
    planted_found: int | None = None
    false_alarms: int | None = None

    @property
    def versions(self) -> str:
        """Equal for two runs that find the same in the same article: facts, rules, model and settings."""
        parts = (self.facts, self.rules, self.model, self.settings)
        return sha256("\0".join(parts).encode()).hexdigest()
