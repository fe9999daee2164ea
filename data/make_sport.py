"""Make the packs of sport: finals and champions, football internationals, Formula One, the Tour de France.

    python data/make_sport.py SOURCES

SOURCES is the folder that holds ``curated/`` and ``sport/``; it is not part of the project. Equal raw
files give equal packs, byte for byte, as long as the places of the other packs stay the same.
"""

import sys
from collections import Counter
from pathlib import Path

from making.cycling import make_cycling
from making.finals import make_finals
from making.internationals import make_internationals
from making.motorsport import make_motorsport
from making.tables import Draft, write_pack
from making.venues import write_series

PACKS = Path(__file__).parent / "packs"
WITH_SERIES = {"sport_finals": make_finals, "motorsport": make_motorsport, "cycling": make_cycling}
NEEDED = ("curated/sports_awards.csv", "sport/international_results.csv.gz", "people/births_to_2017.csv.gz")


def main(arguments: list[str]) -> int:
    """Write every pack; 2 where the raw files are missing."""
    if len(arguments) != 1 or not all((Path(arguments[0]) / name).is_file() for name in NEEDED):
        print(__doc__, file=sys.stderr)
        print("The folder with the raw files is missing.", file=sys.stderr)
        return 2
    raw = Path(arguments[0])
    for name, make in WITH_SERIES.items():
        dropped: Counter[str] = Counter()
        draft, record, series, lines = make(raw, dropped)
        write_pack(PACKS / name, draft, record)
        write_series(PACKS / name, series)
        _report(name, draft, dropped, lines)
    dropped = Counter()
    draft, record = make_internationals(raw, dropped)
    write_pack(PACKS / "football_internationals", draft, record)
    _report("football_internationals", draft, dropped, [])
    return 0


def _report(name: str, draft: Draft, dropped: Counter[str], lines: list[str]) -> None:
    print(f"{name}: {len(draft.entities)} entities, {len(draft.aliases)} aliases, {len(draft.facts)} facts")
    for cause, count in sorted(dropped.items(), key=lambda pair: (-pair[1], pair[0])):
        print(f"  {count} x {cause}")
    for line in lines:
        print(f"  {line}")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
