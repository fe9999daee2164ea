"""Academy Awards: the ceremonies, and for each award who won and who was nominated.

News names an Oscar by the year of the ceremony, lists of films by the year of the films before it: the
editions here carry the year of the ceremony, and every winner has the year of the films in its note.
"""

import csv
import gzip
import re
from collections import Counter
from pathlib import Path

from making.award_editions import AwardSeries, add_edition, add_person, add_winners
from making.films import TYPED_YEARS, add_film, can_be_looked_for, films_of, is_telling, typed_years
from making.persons import Persons, persons_of
from making.tables import Draft, SourceRecord, read_rows, slug

CLOSED_FROM = 1934
"""No ceremony was held in 1933, but lists by the year of the films have one: only later years are closed."""
_BEFORE = ("student", "australian", "european", "latin", "sports", "ig", "independent", "african")
_AFTER = (
    "nominations",
    "nomination",
    "nominee",
    "nominees",
    "season",
    "race",
    "luncheon",
    "party",
    "shortlist",
    "shortlists",
    "museum",
    "library",
    "theater",
    "theatre",
    "wilde",
    "pistorius",
    "mayer",
)

CEREMONIES = AwardSeries(
    "Academy Awards",
    "academy-awards",
    (CLOSED_FROM, 2026),
    short=(
        "Oscars",
        "Academy Awards ceremony",
        "Oscars ceremony",
        "Oscar ceremony",
        "Academy Awards show",
        "Oscars show",
    ),
    blocked_before=_BEFORE,
    blocked_after=_AFTER,
)
# category as in the raw file -> name of the award, how news says it after "Oscar for"
AWARDS = {
    "BEST PICTURE": ("Best Picture", ("best picture",)),
    "DIRECTING": ("Best Director", ("best director",)),
    "ACTOR IN A LEADING ROLE": ("Best Actor", ("best actor",)),
    "ACTRESS IN A LEADING ROLE": ("Best Actress", ("best actress",)),
    "ACTOR IN A SUPPORTING ROLE": ("Best Supporting Actor", ("best supporting actor",)),
    "ACTRESS IN A SUPPORTING ROLE": ("Best Supporting Actress", ("best supporting actress",)),
    "INTERNATIONAL FEATURE FILM": (
        "Best International Feature Film",
        (
            "best international feature",
            "best international feature film",
            "best foreign language film",
            "best foreign-language film",
            "best foreign film",
            "best international film",
        ),
    ),
    "ANIMATED FEATURE FILM": (
        "Best Animated Feature",
        ("best animated feature", "best animated feature film", "best animated film"),
    ),
    "DOCUMENTARY (Feature)": (
        "Best Documentary Feature",
        ("best documentary feature", "best documentary", "best documentary feature film"),
    ),
    "DOCUMENTARY (Short Subject)": ("Best Documentary Short", ("best documentary short",)),
    "SHORT FILM (Animated)": (
        "Best Animated Short Film",
        ("best animated short", "best animated short film"),
    ),
    "SHORT FILM (Live Action)": (
        "Best Live Action Short Film",
        ("best live action short", "best live-action short"),
    ),
    "WRITING (Original Screenplay)": ("Best Original Screenplay", ("best original screenplay",)),
    "WRITING (Adapted Screenplay)": ("Best Adapted Screenplay", ("best adapted screenplay",)),
    "CINEMATOGRAPHY": ("Best Cinematography", ("best cinematography",)),
    "FILM EDITING": ("Best Film Editing", ("best film editing", "best editing")),
    "MUSIC (Original Score)": ("Best Original Score", ("best original score",)),
    "MUSIC (Original Song)": ("Best Original Song", ("best original song",)),
    "ART DIRECTION": ("Best Production Design", ("best production design", "best art direction")),
    "COSTUME DESIGN": ("Best Costume Design", ("best costume design",)),
    "MAKEUP AND HAIRSTYLING": (
        "Best Makeup and Hairstyling",
        ("best makeup and hairstyling", "best makeup"),
    ),
    "VISUAL EFFECTS": ("Best Visual Effects", ("best visual effects",)),
    "SOUND MIXING": ("Best Sound", ("best sound", "best sound mixing")),
    "SOUND EDITING": ("Best Sound Editing", ("best sound editing",)),
    "CASTING": ("Best Casting", ("best casting",)),
}
SAME = {"SOUND RECORDING": "SOUND MIXING"}
_VARIETY = re.compile(r" \((?:Black-and-White|Color|Dramatic Picture|Comedy Picture)\)$")
TO_PEOPLE = frozenset(
    (
        "DIRECTING",
        "ACTOR IN A LEADING ROLE",
        "ACTRESS IN A LEADING ROLE",
        "ACTOR IN A SUPPORTING ROLE",
        "ACTRESS IN A SUPPORTING ROLE",
    )
)
"""Awards whose winners are people here; of all others the film is said to have won."""
NOMINEES = TO_PEOPLE | {"BEST PICTURE", "INTERNATIONAL FEATURE FILM", "ANIMATED FEATURE FILM"}
OLDER = frozenset(key for key in AWARDS if key.startswith(("INTERNATIONAL", "DOCUMENTARY", "SHORT")))
"""Awards to films that may have come out in the year before, or earlier, elsewhere."""
FAMOUS = frozenset(("WON", "DIRECTING"))
"""What makes a film known by its title alone: the award for the best picture, or a nomination of its director."""
NAMES = {
    "Cher": "Cher (singer)",
    "Mako": "Mako (actor)",
    "Mo'Nique": "Mo'Nique (actress)",
    "Topol": "Topol (actor)",
}
"""Names of one word, which are first names and other things too."""
DIRECTORS_BORN = {"Steve McQueen": "1969"}
"""Directors who have the name of an actor in the same list."""

Row = dict[str, str]


def make_oscars(raw: Path, dropped: Counter[str]) -> tuple[Draft, SourceRecord, list[AwardSeries]]:
    """The pack ``oscars``."""
    files = (raw / "culture" / "oscars.tsv.gz", raw / "curated" / "sports_awards.csv", TYPED_YEARS)
    draft, people, dates = Draft(), persons_of(raw), ceremony_dates(files[1])
    CEREMONIES.declare(draft)
    for ordinal in sorted(dates):
        _add_ceremony(draft, ordinal, dates)
    grouped: dict[tuple[str, int], list[Row]] = {}
    for row in read_nominations(files[0]):
        category = _VARIETY.sub("", row["CanonicalCategory"])
        category = SAME.get(category, category)
        if category not in AWARDS:
            dropped["award of another kind: honorary, technical, given up long ago"] += 1
            continue
        grouped.setdefault((category, int(row["Ceremony"])), []).append(row)
    known: dict[str, str] = {}
    for (category, ordinal), rows in sorted(grouped.items()):
        _add_award(draft, raw, people, (category, dates[ordinal]), rows, known, dropped)
    _add_releases(draft, raw, grouped, known)
    return draft, _record(files), [CEREMONIES, *(award_series(c) for c in AWARDS)]


def award_series(category: str) -> AwardSeries:
    """The series of an award. None is closed: its year may be that of the films."""
    name, said = AWARDS[category]
    short = [f"{oscar} for {words}" for words in said for oscar in ("Oscar", "Academy Award")]
    short += [f"{words} Oscar" for words in said] + [f"{words.replace(' ', '-')} Oscar" for words in said]
    short += [f"Academy Award for {name}", f"{name} Oscar", f"Oscar for {name}"]
    full = f"Academy Award for {name}"
    return AwardSeries(full, "academy-award", short=tuple(sorted({s for s in short if s != full})))


def ceremony_dates(path: Path) -> dict[int, str]:
    """The day of each ceremony by its number, from the rows of Best Picture."""
    rows = [r for r in read_rows(path) if r["competition"] == "Academy Award for Best Picture"]
    return {int(re.findall(r"^\d+", row["edition"])[0]): row["date"] for row in rows}


def _add_ceremony(draft: Draft, ordinal: int, dates: dict[int, str]) -> None:
    date = dates[ordinal]
    key = add_edition(draft, CEREMONIES, date[:4], _which(ordinal, dates))
    draft.fact(key, "edition_ordinal", str(ordinal))
    draft.fact(key, "took_place", "", (date, date, ""))
    number = f"{ordinal}{_ending(ordinal)}"
    draft.alias(
        key,
        "short",
        f"{number} Academy Awards",
        f"{number} annual Academy Awards",
        f"{number} Annual Academy Awards",
        f"{number} Oscars",
    )


def _which(ordinal: int, dates: dict[int, str]) -> str:
    """What tells the second ceremony of a year from the first: 1930 had two."""
    year = dates[ordinal][:4]
    return " (November)" if dates.get(ordinal - 1, "")[:4] == year else ""


def _ending(number: int) -> str:
    if number % 100 in (11, 12, 13):
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def read_nominations(path: Path) -> list[Row]:
    """The rows of the raw file."""
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [{key: (value or "").strip() for key, value in row.items()} for row in rows]


def _add_award(
    draft: Draft,
    raw: Path,
    people: Persons,
    award: tuple[str, str],
    rows: list[Row],
    known: dict[str, str],
    dropped: Counter[str],
) -> None:
    category, date = award
    series = award_series(category)
    series.declare(draft)
    second = " (November)" if date == "1930-11-05" else ""
    edition = add_edition(draft, series, date[:4], second)
    draft.fact(edition, "took_place", "", (date, date, ""))
    note = f"films of {rows[0]['Year']}"
    winners: list[str | None] = []
    for row in rows:
        withdrawn = "NOT AN OFFICIAL" in row["Note"].upper() or "withdrawn" in row["Note"].casefold()
        if withdrawn and row["Winner"] != "True":
            dropped["nomination that is not official or was withdrawn"] += 1
            continue
        values = (
            _people(draft, people, row)
            if category in TO_PEOPLE
            else _films(draft, raw, row, known, 2 if category == "BEST PICTURE" else 3)
        )
        if row["Winner"] == "True":
            winners += values
        if row["Winner"] == "True" and category in TO_PEOPLE:
            for film in filter(None, _films(draft, raw, row, known, 3)):
                draft.fact(edition, "won_for", film, note=note)
        if category in NOMINEES:
            dropped["nominee of several bearers of the name"] += values.count(None)
            for value in filter(None, values):
                draft.fact(edition, "nominated", value, note=note)
    add_winners(draft, edition, winners, note, dropped)


def _people(draft: Draft, people: Persons, row: Row) -> list[str | None]:
    names = [name.strip() for name in row["Nominees"].split("|") if name.strip()]
    born = DIRECTORS_BORN if row["CanonicalCategory"] == "DIRECTING" else {}
    return [add_person(draft, people, [NAMES.get(name, name)], born=born.get(name, "")) for name in names]


def _films(draft: Draft, raw: Path, row: Row, known: dict[str, str], least: int) -> list[str | None]:
    """The films of a row; the same film, by its number in the raw file, has one id in all years."""
    last = int(row["Year"][:2] + row["Year"][-2:]) if "/" in row["Year"] else int(row["Year"])
    found: list[str | None] = []
    for title, number in zip(row["Film"].split("|"), row["FilmId"].split("|"), strict=False):
        if not slug(title):
            continue
        if (number or title) not in known:
            known[number or title] = add_film(draft, raw, title.strip(), (last, last - 1))
        key = known[number or title]
        draft.alias(key, "weak", title.strip() if is_telling(title, raw, least) else "")
        found.append(key)
    return found


def _add_releases(
    draft: Draft, raw: Path, grouped: dict[tuple[str, int], list[Row]], known: dict[str, str]
) -> None:
    """The year of each film that the list of films lacks, and its title as an alias.

    The awards' year is that of the first showing in Los Angeles: a foreign film, a documentary or a short may be
    older. A title contradicts only where no book or play can have it, too: the screenplay is original, and it is
    the only film of the name.
    """
    listed, typed = films_of(raw), typed_years()
    titles = Counter(name for name, _year in listed)
    seen: dict[str, tuple[str, str, set[str]]] = {}
    for (category, _ordinal), rows in sorted(grouped.items()):
        for row in rows:
            for title, number in zip(row["Film"].split("|"), row["FilmId"].split("|"), strict=False):
                key = known.get(number or title)
                if key:
                    seen.setdefault(key, (title.strip(), row["Year"], set()))[2].add(category)
                    seen[key][2].update(
                        ("WON",) if row["Winner"] == "True" and category == "BEST PICTURE" else ()
                    )
    own = Counter(slug(title) for title, _year, _categories in seen.values())
    for key, (title, year, categories) in seen.items():
        name, is_listed = slug(title), (slug(title), int(key[-4:])) in listed
        if not is_listed:
            sure = (name, int(key[-4:])) in typed or not (categories & OLDER or "/" in year)
            released = str(typed.get((name, int(key[-4:])), int(key[-4:])))
            draft.fact(key, "released", "", (released, released, ""), "" if sure else "unconfirmed")
        only = own[name] == 1 and titles[name] == is_listed
        original = "WRITING (Original Screenplay)" in categories and is_telling(title, raw, 3)
        if only and original:
            draft.aliases.discard((key, title, "weak"))
            draft.alias(key, "short", title)
        elif categories & FAMOUS and can_be_looked_for(title, raw):
            draft.alias(key, "weak", title)


def compare_sources(raw: Path) -> dict[str, tuple[int, int]]:
    """How often the curated winners of Best Picture are those of the list."""
    rows = read_nominations(raw / "culture" / "oscars.tsv.gz")
    won = {
        (int(r["Ceremony"]), slug(r["Film"]))
        for r in rows
        if r["CanonicalCategory"] == "BEST PICTURE" and r["Winner"] == "True"
    }
    curated = {
        (int(re.findall(r"^\d+", r["edition"])[0]), slug(r["winner"]))
        for r in read_rows(raw / "curated" / "sports_awards.csv")
        if r["competition"] == "Academy Award for Best Picture"
    }
    return {"Best Picture, curated and oscars": (len(won & curated), len(curated))}


def _record(files: tuple[Path, ...]) -> SourceRecord:
    return SourceRecord(
        title="Academy Awards 1929-2026: ceremonies, winners and main nominations",
        producer="oscars data set by David V. Lu!!, dates of ceremonies compiled for this project",
        url="https://github.com/DLu/oscar_data",
        licence="BSD-2-Clause",
        accessed="2026-11-23",
        newest="2026-03-15",
        made_by="data/make_culture.py",
        rank=5,
        raw=files,
    )
