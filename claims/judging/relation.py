"""How a claimed value stands to a known one."""

from enum import StrEnum


class Relation(StrEnum):
    """The most agreeable first."""

    AGREES = "agrees"
    NEAR = "near"
    """Too close to call: the same at another grain, or off by what wording explains."""
    UNKNOWN = "unknown"
    """Not comparable."""
    DIFFERENT = "different"
