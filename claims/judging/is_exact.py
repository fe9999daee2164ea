"""Whether a number is stated as it is: without a hedge, and no range."""

from claims.records import Quantity


def is_exact(quantity: Quantity) -> bool:
    """Whether one number is stated, with no more room than its rounding leaves: 45, not "over 45" or "in his 40s"."""
    if len(quantity.stated) != 1 or quantity.low is None or quantity.high is None:
        return False
    return (quantity.high - quantity.low) / 2 <= quantity.rounding * 1.01
