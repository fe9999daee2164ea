"""Days of the Islamic and of the Hebrew calendar as Gregorian dates.

The Islamic calendar is the arithmetic one (civil epoch, 16 July 622); what is observed depends on the
moon and may be a day earlier or later. Both count days from the evening before. Algorithms: Dershowitz
and Reingold, "Calendrical Calculations" (1990).
"""

from datetime import date

_ISLAMIC_EPOCH = date(622, 7, 19).toordinal()
"""1 Muharram 1, 16 July 622 of the Julian calendar."""
_HEBREW_EPOCH = -1373427
"""Ordinal of the day before 1 Tishri 1, in the proleptic Gregorian calendar."""


def islamic_day(year: int, month: int, day: int) -> date:
    """The day of a Gregorian year on which an Islamic month's day begins to be kept. Raises ValueError beyond it."""
    for islamic in range(int((year - 623) * 33 / 32), int((year - 620) * 33 / 32) + 2):
        found = date.fromordinal(_islamic_ordinal(islamic, month, day))
        if found.year == year:
            return found
    raise ValueError(f"no such day in {year}")


def _islamic_ordinal(year: int, month: int, day: int) -> int:
    months = (59 * (month - 1) + 1) // 2
    return _ISLAMIC_EPOCH - 1 + (year - 1) * 354 + (3 + 11 * year) // 30 + months + day


def hebrew_day(year: int, days: int) -> date:
    """The day so many days from Rosh Hashanah (1 Tishri) of a Gregorian year: Passover is 163 before it."""
    return date.fromordinal(_HEBREW_EPOCH + _hebrew_days(year + 3761) + days)


def _hebrew_days(year: int) -> int:
    """Days from the epoch to 1 Tishri, with the delays that keep years to lawful lengths."""
    before, this, after = (_molad_days(each) for each in (year - 1, year, year + 1))
    if after - this == 356:
        return this + 2
    return this + 1 if this - before == 382 else this


def _molad_days(year: int) -> int:
    months = (235 * year - 234) // 19
    parts = 12084 + 13753 * months
    days = months * 29 + parts // 25920
    return days + 1 if 3 * (days + 1) % 7 < 3 else days
