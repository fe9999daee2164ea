"""Make the packs on prizes, films, Eurovision, companies, planets and elements.

    python data/make_culture.py SOURCES

SOURCES is the folder that holds ``culture/``, ``companies/``, ``countries/``, ``curated/``, ``politics/`` and ``people/``; it
is not part of the project. Equal raw files give equal packs, byte for byte. What was left out is
printed with its cause, and how far sources agree that speak of the same.
"""

import sys
from collections import Counter
from pathlib import Path

from making import companies, nobel, oscars
from making.award_editions import AwardSeries, print_dropped, write_series
from making.companies import make_companies, make_indexes
from making.elements import make_elements
from making.eurovision import make_eurovision
from making.features import make_features
from making.films import make_films
from making.firms import make_firms
from making.known_persons import make_known_persons
from making.lands import make_lands
from making.nobel import make_nobel
from making.oscars import make_oscars
from making.planets import make_planets
from making.prizes import make_prizes
from making.tables import Draft, SourceRecord, write_pack
from making.works import make_works

PACKS = Path(__file__).parent / "packs"
FOLDERS = ("culture", "companies", "countries", "curated", "politics", "people")
AWARDS = {"eurovision": make_eurovision, "nobel": make_nobel, "oscars": make_oscars, "prizes": make_prizes}
LISTS = {"companies": make_companies, "films": make_films, "share-indexes": make_indexes}
COMPARISONS = (companies.compare_sources, nobel.compare_sources, oscars.compare_sources)


def main(arguments: list[str]) -> int:
    """Write every pack; 2 where the raw files are missing."""
    if len(arguments) != 1 or not all((Path(arguments[0]) / name).is_dir() for name in FOLDERS):
        print(__doc__, file=sys.stderr)
        print(
            f"The folder with the raw files is missing, or one of {', '.join(FOLDERS)} in it.",
            file=sys.stderr,
        )
        return 2
    raw = Path(arguments[0])
    for name, make in AWARDS.items():
        dropped: Counter[str] = Counter()
        draft, record, series = make(raw, dropped)
        _write(name, draft, record, dropped, series)
    for name, make_list in LISTS.items():
        dropped = Counter()
        draft, record = make_list(raw, dropped)
        _write(name, draft, record, dropped)
    _write("firms", *make_firms(raw), Counter())
    known: Counter[str] = Counter()
    _write("known_persons", *make_known_persons(raw, known), known)
    _write("features", *make_features(), Counter())
    _write("lands", *make_lands(), Counter())
    _write("works", *make_works(raw), Counter())
    _write("planets", *make_planets(raw), Counter())
    _write("elements", *make_elements(), Counter())
    for compare in COMPARISONS:
        for what, (agreeing, compared) in compare(raw).items():
            print(f"agree: {what}: {agreeing} of {compared} ({agreeing / compared:.1%})")
    return 0


def _write(
    name: str,
    draft: Draft,
    record: SourceRecord,
    dropped: Counter[str],
    series: list[AwardSeries] | None = None,
) -> None:
    write_pack(PACKS / name, draft, record)
    if series:
        write_series(PACKS / name, series)
    print_dropped(name, dropped)
    print(f"{name}: {len(draft.entities)} entities, {len(draft.aliases)} aliases, {len(draft.facts)} facts")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
