"""Quarters, and the years of books: "the third quarter of 2023", "fiscal 2019", "Q1 FY19", "CY18"."""

from datetime import date
from functools import lru_cache

from claims.records import Interval, Precision
from claims.values.dates import month_interval, year_interval
from claims.values.times.intervals import join, months_interval, quarter_interval
from claims.values.times.outcome import Context, Parts, Time
from claims.values.times.tables import read_rows


@lru_cache(maxsize=1)
def _fiscal_years() -> tuple[tuple[int, int], ...]:
    return tuple(
        (int(row["first_month"]), int(row["begins_in_year_before"])) for row in read_rows("fiscal_years")
    )


def read_fiscal_year(parts: Parts, context: Context) -> Time:
    """ "fiscal 2019": it begins in different months in different countries, so it has several readings."""
    year = _full(parts["y"].value, context)
    end = parts.get("e")
    if end:  # fiscal 2019-20 names both years
        span = join(month_interval(year, 1), month_interval(year + 1, 12))
        return Time((Interval(span.start, span.end, Precision.YEAR, approximate=True),))
    starts = [(year - before, month) for month, before in _fiscal_years()]
    return Time(tuple(_fiscal(*start) for start in starts))


def _full(year: int, context: Context) -> int:
    return year if year >= 100 else year + (context.reference or date(2030, 1, 1)).year // 100 * 100


_NTH = {"opening": 1, "last": 4, "final": 4, "closing": 4}


def read_quarter(parts: Parts, context: Context) -> Time | None:
    """ "the third quarter of 2023", "Q3 2023", "the final quarter of 2018"; a fiscal one has the readings that countries give it."""
    number = parts["n"].value if parts.get("n") else _NTH.get(parts["nth"].key, 5)
    year = _full(parts["y"].value, context)
    if number > 4:
        return None
    if parts.get("fiscal") is None:
        return Time((quarter_interval(year, number),))
    return Time(
        tuple(months_interval(year - before, month + 3 * number - 3, 3) for month, before in _fiscal_years())
    )


def read_calendar_year(parts: Parts, context: Context) -> Time:
    """ "CY18", as accountants write the calendar year."""
    return Time((year_interval(_full(parts["y"].value, context)),))


def _fiscal(year: int, month: int) -> Interval:
    span = months_interval(year, month, 12)
    return Interval(span.start, span.end, Precision.YEAR)
