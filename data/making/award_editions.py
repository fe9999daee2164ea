"""Editions of yearly awards, alike for every award: their series, year, time and who won them."""

import csv
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from making.persons import Person, Persons
from making.tables import TYPED, Draft, entity_id, read_rows, slug

_BRACKETS = re.compile(r"\s*\([^)]*\)$")
BORN = {row["name"]: row["born"] for row in read_rows(TYPED / "birth_years.csv")}
"""Years of birth, from general knowledge, of people who share their name with others in the raw files."""


@dataclass(frozen=True)
class AwardSeries:
    """A yearly award, with the columns it has in ``series.csv``."""

    name: str
    family: str
    complete: tuple[int, int] | None = None
    short: tuple[str, ...] = ()
    weak: tuple[str, ...] = ()
    generic: tuple[str, ...] = ()
    former: tuple[str, ...] = ()
    blocked_before: tuple[str, ...] = ()
    blocked_after: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Its entity id."""
        return entity_id("series", self.name)

    def declare(self, draft: Draft) -> str:
        """Declare the series with its names, and give its id."""
        key = draft.entity("series", self.name)
        for kind in ("short", "weak", "generic", "former"):
            draft.alias(key, kind, *getattr(self, kind))
        return key


def add_edition(draft: Draft, series: AwardSeries, year: int | str, more: str = "") -> str:
    """Declare the edition of a year; ``more`` tells two of one year apart."""
    key = draft.entity("edition", f"{year} {series.name}{more}")
    draft.fact(key, "edition_of", series.id)
    draft.fact(key, "edition_year", str(year))
    return key


def add_winners(
    draft: Draft,
    edition: str,
    winners: Iterable[str | None],
    note: str = "",
    dropped: Counter[str] | None = None,
) -> None:
    """Say who won. Where one winner could not be told, the others are no longer the whole list: unconfirmed."""
    found = list(winners)
    status = "" if all(found) else "unconfirmed"
    for winner in found:
        if winner:
            draft.fact(edition, "won_by", winner, status=status, note=note)
        elif dropped is not None:
            dropped["winner of several bearers of the name"] += 1


def add_person(
    draft: Draft, people: Persons, names: Sequence[str], qid: str = "", born: str = ""
) -> str | None:
    """The id of a person under the first of some names that can be told; the last resort is a new one.

    Where the year of birth is known, a namesake without one is not taken: he may be anybody.
    """
    born = born or next((BORN[name] for name in names if name in BORN), "")
    for name in names:
        person = people.find("", qid) or _dated(people).get((slug(name), born[:4]))
        if person is None and not born:
            person = people.find(name)
        if person is not None:
            draft.entities.add((person.id, "person", person.name))
            draft.alias(person.id, "variant", "" if name == person.name else name)
            return person.id
    for name in names:
        if key := people.add(draft, name, qid, born) if people.find(name) is None else None:
            return key
    if not born:
        return None
    key = people.add(draft, f"{names[0]} (born {born[:4]})", qid, born)
    draft.alias(key or "", "variant", names[0] if key else "")
    return key


@lru_cache(maxsize=1)
def _dated(people: Persons) -> dict[tuple[str, str], Person]:
    """The people of the raw files by name and year of birth; two of one year are told by neither."""
    found: dict[tuple[str, str], list[Person]] = {}
    for person in people.everybody():
        if person.born:
            for name in {slug(name) for name in person.names}:
                found.setdefault((name, person.born[:4]), []).append(person)
    return {key: persons[0] for key, persons in found.items() if len(persons) == 1}


def without_brackets(name: str) -> str:
    """A name without the words in brackets that end it."""
    return _BRACKETS.sub("", name)


def write_series(folder: Path, series: Iterable[AwardSeries]) -> None:
    """Write a pack's ``series.csv``."""
    rows = sorted(
        (
            one.id,
            one.family,
            *(map(str, one.complete) if one.complete else ("", "")),
            "{year} " + one.name,
            "|".join(one.blocked_before),
            "|".join(one.blocked_after),
            "",
        )
        for one in series
    )
    with (folder / "series.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        header = "series,family,complete_from,complete_to,edition_name,blocked_before,blocked_after,context"
        writer.writerow(header.split(","))
        writer.writerows(rows)


def print_dropped(pack: str, dropped: Counter[str]) -> None:
    """Say what was left out, by cause."""
    for cause, count in sorted(dropped.items()):
        print(f"{pack}: {count} dropped: {cause}")
