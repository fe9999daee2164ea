"""Make the packs of people, offices, legislatures and elections.

    python data/make_politics.py SOURCES

SOURCES is the folder that holds ``politics/``, ``people/`` and ``curated/``; it is not part of the project.
Equal raw files give equal packs, byte for byte. The wordings of titles that the offices need are put
into ``vocabulary/titles.csv``.
"""

import csv
import sys
from collections.abc import Iterable
from pathlib import Path

from making.elections import SERIES_COLUMNS, Series, make_elections
from making.legislatures import make_legislatures
from making.offices import make_offices
from making.people import make_people
from making.tables import Draft, SourceRecord, read_rows, write_pack

HOME = Path(__file__).parent
NEEDED = ("politics", "people", "curated", "countries")


def write_titles(wordings: set[tuple[str, str]]) -> None:
    """Put further wordings into the vocabulary, sorted by title."""
    path = HOME / "vocabulary" / "titles.csv"
    rows = {(row["title"], row["wording"]) for row in read_rows(path)} | wordings
    _write_rows(path, ("title", "wording"), sorted(rows))


def write_series(folder: Path, rows: list[Series]) -> None:
    """Write a pack's ``series.csv``."""
    _write_rows(folder / "series.csv", SERIES_COLUMNS, rows)


def _write_rows(path: Path, header: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(header)
        writer.writerows(rows)


def _write(name: str, draft: Draft, record: SourceRecord) -> Path:
    folder = HOME / "packs" / name
    write_pack(folder, draft, record)
    print(f"{name}: {len(draft.entities)} entities, {len(draft.aliases)} aliases, {len(draft.facts)} facts")
    return folder


def main(arguments: list[str]) -> int:
    """Write every pack; 2 where the raw files are missing."""
    raw = Path(arguments[0]) if len(arguments) == 1 else None
    if raw is None or not all((raw / part).is_dir() for part in NEEDED):
        print(__doc__, file=sys.stderr)
        print("The folder with the raw files is missing.", file=sys.stderr)
        return 2
    offices, record, wordings = make_offices(raw)
    _write("offices", offices, record)
    write_titles(wordings)
    elections, record, series = make_elections(raw)
    write_series(_write("elections", elections, record), series)
    _write("legislatures", *make_legislatures(raw))
    _write("people", *make_people(raw))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
