"""The facts behind the sample report."""

from datetime import date

from claims.records import Fact, Interval, Precision


def fact(id: str, text: str, valid: str, source: str, as_of: date | None = None) -> Fact:
    """A fact valid in ``FROM/TO``; nothing after the stroke is an open end."""
    start, end = (date.fromisoformat(day) if day else None for day in valid.split("/"))
    return Fact(id, "subject", "predicate", "value", text, Interval(start, end, Precision.DAY), as_of, source)


CHECKED_ON = date(2026, 1, 31)
BEIJING = fact(
    "olympics/2022-winter/took_place",
    "The 2022 Winter Olympics took place 4 February 2022 to 20 February 2022",
    "2022-02-04/2022-02-20",
    "olympics",
)
BEIJING_PLACE = fact(
    "olympics/2022-winter/located_in",
    "The 2022 Winter Olympics were in Beijing",
    "2022-02-04/2022-02-20",
    "olympics",
)
INVASION = fact(
    "events/invasion-of-ukraine/took_place",
    "The Russian invasion of Ukraine began on 24 February 2022",
    "2022-02-24/",
    "events",
    CHECKED_ON,
)
XI = fact(
    "leaders/china/2013",
    "Xi Jinping has been President of China since 14 March 2013 (as of 31 January 2026)",
    "2013-03-14/",
    "leaders",
    CHECKED_ON,
)
SCHOLZ = fact(
    "leaders/germany/2021",
    "Olaf Scholz was Chancellor of Germany from 8 December 2021 to 6 May 2025",
    "2021-12-08/2025-05-06",
    "https://example.org/leaders?country=de&kind=government",
    CHECKED_ON,
)
MERKEL = fact(
    "leaders/germany/2005",
    "Angela Merkel was Chancellor of Germany from 22 November 2005 to 8 December 2021",
    "2005-11-22/2021-12-08",
    "leaders",
)
WALL = fact(
    "events/berlin-wall/took_place",
    "The Berlin Wall fell on 9 November 1989",
    "1989-11-09/1989-11-09",
    "events",
)
BALI = fact(
    "summits/2022-g20/located_in", "The 2022 G20 summit was in Bali", "2022-11-15/2022-11-16", "summits"
)
