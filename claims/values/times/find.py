"""Text -> its times, typed and resolved, and its durations, ages and recurrences.

``find_times`` gives every expression with its readings, the likeliest first: "Friday" is the last
one or the coming one, "in September" the past or the next. What needs the article's date stays
unresolved where the date is unknown. A verdict against a time needs all readings to disagree, so
a reading too many costs recall and never truth.
"""

from datetime import date

from claims.records import DurationMention, Reason, Span, TimeMention
from claims.values.times.engine import find_all
from claims.values.times.outcome import Amount, Found, Time, hedged
from claims.values.times.relation import read_relation


def find_times(text: str, reference: date | None, offset: int = 0) -> list[TimeMention]:
    """The time expressions of a text in order, none overlapping another.

    ``reference`` is the article's date; without it relative times come out unresolved with reason
    ``time_unknown``. ``offset`` is added to all positions.
    """
    return read_times(text, reference, offset)[0]


def find_durations(text: str, offset: int = 0) -> list[DurationMention]:
    """The durations, ages and recurrences of a text in order: what is no place in the calendar."""
    return read_times(text, None, offset)[1]


def read_times(
    text: str, reference: date | None, offset: int = 0
) -> tuple[list[TimeMention], list[DurationMention]]:
    """The times and the durations of a text in one pass; arguments as of ``find_times``."""
    found = find_all(text, reference)
    times = [_time(item, item.what, text, offset) for item in found if isinstance(item.what, Time)]
    durations = [_duration(item, item.what, text, offset) for item in found if isinstance(item.what, Amount)]
    return times, durations


def _time(item: Found, time: Time, text: str, offset: int) -> TimeMention:
    words = text[item.start : item.end]
    relation, is_hedged = read_relation(text, item.start, item.end)
    relation = "at" if words[:4].casefold() in ("from", "betw") else relation
    return TimeMention(
        span=Span(item.start + offset, item.end + offset),
        text=words,
        readings=tuple(dict.fromkeys((hedged(time) if is_hedged else time).readings)),
        relative=time.relative,
        unresolved=None if time.readings else Reason.TIME_UNKNOWN,
        relation=relation,
        yearless=time.yearly is not None,
        weekday=time.weekday,
    )


def _duration(item: Found, amount: Amount, text: str, offset: int) -> DurationMention:
    span = Span(item.start + offset, item.end + offset)
    return DurationMention(
        span, text[item.start : item.end], amount.kind, amount.count, amount.unit, amount.days
    )
