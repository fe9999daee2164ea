"""A year with an event -> a wrong one nearby: a year in which no edition that the words may mean took place."""

import csv
from collections import defaultdict
from pathlib import Path
from random import Random

CALENDAR = Path(__file__).with_name("event_years.csv")
WEIGHTS = {1: 5, 2: 3, 3: 2}
"""How often a writer is taken to be so many years off, either way."""


class EventCalendar:
    """In which years each event is held, by simple arithmetic and without the fact store."""

    def __init__(self, path: Path = CALENDAR) -> None:
        self._rows: dict[str, list[tuple[int, int, int, int]]] = defaultdict(list)
        with path.open(encoding="utf-8", newline="") as file:
            for row in csv.DictReader(file):
                self._rows[row["event"]].append(
                    (int(row["first"]), int(row["last"] or 9999), int(row["step"]), int(row["remainder"]))
                )

    def is_held(self, event: str, year: int) -> bool | None:
        """Whether some edition bears that year; None for an event that the table does not know."""
        rows = self._rows.get(event.casefold().replace("’", "'"))
        if rows is None:
            return None
        return any(first <= year <= last and year % step == rest for first, last, step, rest in rows)

    def change_year(self, event: str, year: int, random: Random) -> int | None:
        """A neighbouring year in which the event is not held; None where every one may be right."""
        wrong = {
            year + sign * gap: weight
            for gap, weight in WEIGHTS.items()
            for sign in (-1, 1)
            if self.is_held(event, year + sign * gap) is False
        }
        return random.choices(list(wrong), list(wrong.values()))[0] if wrong else None
