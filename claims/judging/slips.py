"""Whether a stated date looks like a known one miswritten: all of its parts but one are the same.

A slip of the pen changes one part of a date. Where wording leaves open which event is meant, a date that
shares the day and month, or the month and year, with the known one says that it is this one.
"""

from claims.records import Interval, Precision, Slot

NEAR_YEARS = 3
"""Years by which a slip's year is off, unless its digits are the known ones in another order."""
NEAR_MONTHS = 2


def is_slip(slot: Slot, known: Interval | None) -> bool:
    """Whether any reading differs from the known start in exactly one of day, month and year."""
    return any(_one_part_differs(reading, known, slot.yearless) for reading in slot.readings[:1])


def _one_part_differs(stated: Interval, known: Interval | None, yearless: bool) -> bool:
    if known is None or known.start is None or stated.start is None or known.precision is not Precision.DAY:
        return False
    days = stated.start.day == known.start.day
    months = stated.start.month == known.start.month
    years = stated.start.year == known.start.year
    if stated.precision is Precision.MONTH:
        days = True
    elif stated.precision is not Precision.DAY:
        return False
    if years and stated.precision is Precision.MONTH:
        return not months and abs(stated.start.month - known.start.month) <= NEAR_MONTHS
    if years:
        return days != months
    # An anniversary has the day and month of its event, too, and a later year.
    earlier = stated.start.year < known.start.year
    return days and months and earlier and not yearless and is_near_year(stated.start.year, known.start.year)


def is_near_year(one: int, other: int, off: int | None = None) -> bool:
    """Whether one year may be the other miswritten; ``off`` where it is so many years from what it should be in."""
    return (abs(one - other) if off is None else off) <= NEAR_YEARS or sorted(str(one)) == sorted(str(other))
