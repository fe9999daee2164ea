"""The times of a statement as they were read -> start and end of a fact, or why there is none."""

from claims.refreshing.read_templates import Query, Times
from claims.refreshing.statements import Cause

Time = str | Cause | None
"""A partial date, why it is none, or nothing said at all."""


def frame_times(query: Query, start: Time, end: Time) -> tuple[str, str] | Cause:
    """Start and end as partial dates, "" for an end that is open.

    A time that is a statement's value and has no end of its own in the query is one day, month or year.
    """
    if query.times is Times.NONE:
        return "", ""
    if isinstance(start, Cause):
        return Cause.NO_START if start is Cause.UNKNOWN_VALUE and query.times is Times.QUALIFIERS else start
    if isinstance(end, Cause):
        return Cause.END_UNKNOWN if end is Cause.UNKNOWN_VALUE else end
    if start is None:
        # Without a start an end says that something was over, not that it was ever so.
        return ("", "") if query.start_may_lack and end is None else Cause.NO_START
    if query.times is Times.VALUE and not query.end:
        end = start
    if end is not None and end < start[: len(end)]:
        return Cause.ENDS_EARLY
    return start, end or ""
