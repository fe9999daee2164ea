"""What is known of one thing that the program needs."""

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How well a thing is; ``note`` is nothing to mend."""

    GOOD = "good"
    NOTE = "note"
    WARNING = "warning"
    FAILURE = "failure"


@dataclass(frozen=True, slots=True)
class Diagnosis:
    """One thing that was looked at, how it is, and what to do where it is not well."""

    subject: str
    state: State
    says: str
