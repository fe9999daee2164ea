"""Times of English news prose, read as intervals with precision; durations, ages and recurrences beside them."""

from claims.values.times.engine import may_hold_time
from claims.values.times.find import find_durations, find_times, read_times

__all__ = ["find_durations", "find_times", "may_hold_time", "read_times"]
