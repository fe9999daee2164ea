"""Make the packs that come from the project's own curated tables.

    python data/make_curated.py SOURCES

SOURCES is the folder that holds ``curated/``; it is not part of the project. Equal raw files give
equal packs, byte for byte.
"""

import sys
from collections.abc import Callable
from pathlib import Path

from making.countries import make_countries
from making.events import make_events
from making.games import make_games
from making.leaders import make_leaders
from making.memberships import make_memberships
from making.olympics import make_olympics
from making.renamings import make_renamings
from making.summits import make_summits
from making.tables import Draft, SourceRecord, write_pack

MAKERS: dict[str, Callable[[Path], tuple[Draft, SourceRecord]]] = {
    "countries": make_countries,
    "events": make_events,
    "games": make_games,
    "leaders": make_leaders,
    "memberships": make_memberships,
    "olympics": make_olympics,
    "renamings": make_renamings,
    "summits": make_summits,
}


def main(arguments: list[str]) -> int:
    """Write every pack; 2 where the raw files are missing."""
    if len(arguments) != 1 or not (Path(arguments[0]) / "curated").is_dir():
        print(__doc__, file=sys.stderr)
        print("The folder with the raw files is missing.", file=sys.stderr)
        return 2
    for name, make in MAKERS.items():
        draft, record = make(Path(arguments[0]))
        write_pack(Path(__file__).parent / "packs" / name, draft, record)
        print(
            f"{name}: {len(draft.entities)} entities, {len(draft.aliases)} aliases, {len(draft.facts)} facts"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
