"""Retry-After -> seconds."""

from datetime import UTC, datetime
from email.utils import parsedate_to_datetime


def wait_asked_for(header: str | None, now: datetime | None = None) -> float | None:
    """The seconds that a Retry-After header asks to wait (a number, or a date: RFC 9110, 10.2.3); None for none."""
    if header is None:
        return None
    if header.strip().isdigit():
        return float(header.strip()[:9])
    try:
        then = parsedate_to_datetime(header)
    except ValueError:
        return None
    then = then if then.tzinfo else then.replace(tzinfo=UTC)
    return max(0.0, (then - (now or datetime.now(UTC))).total_seconds())
