"""Athletes told apart by the year of birth, or by an age at which people win."""

from collections import Counter
from pathlib import Path

from making.persons import persons_of
from making.tables import TYPED, Draft, read_rows

TYPED_PERSONS = TYPED / "sport_persons.csv"
YOUNGEST, OLDEST = 15, 40
"""Ages at which somebody won a title in these files, with some room."""

_BORN = {row["name"]: row for row in read_rows(TYPED_PERSONS)}


def add_athlete(
    draft: Draft, raw: Path, name: str, year: int, dropped: Counter[str], born: str = ""
) -> str | None:
    """Declare who won in a year and give the id; None, counted, where it cannot be told who is meant."""
    typed = _BORN.get(name, {})
    born = born or typed.get("born", "")
    used = typed.get("use") or name
    people = persons_of(raw)
    person = people.find(used, born=born)
    if person is not None and person.born and not YOUNGEST <= year - int(person.born[:4]) <= OLDEST:
        dropped[f"a namesake born {person.born[:4]}: {name} in {year}"] += 1
        return None
    key = people.add(draft, used, born=born)
    if key is None:
        dropped[f"cannot tell who is meant: {name}"] += 1
    return key
