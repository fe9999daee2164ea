"""Films with the year they came out; the ids of films for every pack that speaks of one."""

import csv
import gzip
import re
from collections import Counter
from functools import lru_cache
from pathlib import Path

from making.persons import persons_of
from making.tables import TYPED, Draft, SourceRecord, listed, read_rows, slug

TYPED_YEARS = TYPED / "film_years.csv"
_BRACKETS = re.compile(r"\s*\([^)]*\)$")
LEAST_WORDS = 4
"""Words of a title that is an alias of a film without renown: shorter ones are said of other things too often."""
SMALL = frozenset(
    (
        "a",
        "an",
        "and",
        "are",
        "as",
        "at",
        "be",
        "by",
        "for",
        "from",
        "he",
        "her",
        "him",
        "his",
        "i",
        "in",
        "is",
        "it",
        "its",
        "me",
        "my",
        "no",
        "not",
        "of",
        "off",
        "on",
        "or",
        "our",
        "out",
        "she",
        "so",
        "than",
        "that",
        "the",
        "their",
        "them",
        "they",
        "this",
        "to",
        "up",
        "was",
        "we",
        "what",
        "when",
        "who",
        "will",
        "with",
        "you",
        "your",
        "yours",
        "all",
        "go",
        "goes",
        "going",
        "come",
        "comes",
        "how",
        "why",
        "where",
        "one",
        "two",
        "three",
        "four",
        "five",
        "first",
        "last",
        "new",
        "old",
        "big",
        "little",
        "good",
        "bad",
        "day",
        "days",
        "night",
        "nights",
        "man",
        "men",
        "woman",
        "women",
        "girl",
        "girls",
        "boy",
        "boys",
        "love",
        "life",
        "death",
        "time",
        "times",
        "home",
        "house",
        "world",
        "way",
        "back",
        "down",
        "over",
        "about",
        "after",
        "before",
        "under",
        "again",
        "more",
        "never",
        "always",
        "every",
        "own",
        "part",
        "year",
        "years",
        "war",
        "city",
        "street",
        "king",
        "queen",
        "president",
        "point",
        "return",
        "next",
        "great",
        "lost",
        "dead",
        "secret",
        "story",
    )
)
"""Words that alone, or with others of their kind, make no telling title."""


@lru_cache(maxsize=1)
def films_of(raw: Path) -> dict[tuple[str, int], str]:
    """Titles by slug and year, the first spelling of each."""
    found: dict[tuple[str, int], str] = {}
    typed = typed_years()
    for title, year in _rows(raw):
        if 1900 <= year <= 2023 and slug(title):
            found.setdefault((slug(title), typed.get((slug(title), year), year)), title)
    return found


@lru_cache(maxsize=1)
def typed_years() -> dict[tuple[str, int], int]:
    """The year a film first came out, by title and the year that a list has; checked by the project itself."""
    rows = read_rows(TYPED_YEARS)
    return {(slug(row["title"]), int(row["listed"])): int(row["released"]) for row in rows}


def _rows(raw: Path) -> list[tuple[str, int]]:
    with gzip.open(raw / "culture" / "us_films_1900_2023.csv.gz", "rt", encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [(_BRACKETS.sub("", row["title"].strip()), int(row["year"])) for row in rows]


def add_film(draft: Draft, raw: Path, title: str, years: tuple[int, ...]) -> str:
    """Declare a film under the id that the pack ``films`` gives it, else under the first of the years."""
    films = films_of(raw)
    year = next((year for year in years if (slug(title), year) in films), years[0])
    return declare_film(draft, films.get((slug(title), year), title), year)


def declare_film(draft: Draft, title: str, year: int) -> str:
    """Declare a film; its name says the year, so that a title alone is never its name."""
    key = f"work/{slug(title)}-{year}"
    draft.entities.add((key, "work", f"{title} ({year} film)"))
    return key


def make_films(raw: Path, dropped: Counter[str]) -> tuple[Draft, SourceRecord]:
    """The pack ``films``."""
    draft, films = Draft(), films_of(raw)
    counts = Counter(name for name, _year in films)
    dropped["twice in the list, title and year"] += len(_rows(raw)) - len(films)
    for (name, year), title in films.items():
        key = declare_film(draft, title, year)
        draft.fact(key, "released", "", (str(year), str(year), ""))
        if counts[name] == 1 and is_telling(title, raw, LEAST_WORDS):
            draft.alias(key, "weak", title)
    record = SourceRecord(
        title="American films 1900-2023 with their year",
        producer="collected lists of American films; bare titles and years",
        url="",
        licence="CC0-1.0",
        accessed="2026-11-23",
        newest="2023-12-31",
        made_by="data/make_culture.py",
        rank=5,
        raw=(
            raw / "culture" / "us_films_1900_2023.csv.gz",
            raw / "countries" / "world-cities.csv.gz",
            TYPED_YEARS,
        ),
    )
    return draft, record


def is_telling(title: str, raw: Path, least: int) -> bool:
    """Whether a title may be recognised in a text: long enough, not of everyday words alone, nobody's name."""
    words = re.findall(r"[^\W_]+(?:['’][^\W_]+)*", title)
    telling = [word for word in words if word.casefold() not in SMALL and not word.isdigit()]
    if len(title.split()) < least or len(telling) < 2 or not all(word[:1].isupper() for word in telling):
        return False
    parts = [slug(" ".join(words[i:j])) for i in range(len(words)) for j in range(i + 1, len(words) + 1)]
    known = (_nations(), _names(raw), _cities(raw))
    return all(names.isdisjoint(parts) for names in known) and not _is_event(slug(title), raw)


@lru_cache(maxsize=1)
def _nations() -> frozenset[str]:
    columns = ("name", "demonyms", "variants", "former", "capital")
    rows = read_rows(TYPED / "countries.csv")
    return frozenset(slug(name) for row in rows for column in columns for name in listed(row[column]))


@lru_cache(maxsize=1)
def _names(raw: Path) -> frozenset[str]:
    """Names of two words and more of the people in the raw files."""
    everybody = persons_of(raw).everybody()
    return frozenset(slug(name) for person in everybody for name in person.names if " " in name.strip())


@lru_cache(maxsize=1)
def _cities(raw: Path) -> frozenset[str]:
    """Names of two words and more of the cities of the world."""
    path = raw / "countries" / "world-cities.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return frozenset(slug(row["name"]) for row in csv.DictReader(file) if " " in row["name"].strip())


def _is_event(name: str, raw: Path) -> bool:
    return any(name in event or event in name for event in _events(raw))


@lru_cache(maxsize=1)
def _events(raw: Path) -> frozenset[str]:
    rows = read_rows(raw / "curated" / "events.csv")
    return frozenset(slug(_BRACKETS.sub("", row["event"])) for row in rows)


def can_be_looked_for(title: str, raw: Path) -> bool:
    """Whether the title of a renowned film may be an alias at all: one word will do that is no place and nobody's name."""
    words = slug(title).split("-")
    known = _nations() | _names(raw) | _towns(raw)
    return any(word not in SMALL and not word.isdigit() for word in words) and slug(title) not in known


@lru_cache(maxsize=1)
def _towns(raw: Path) -> frozenset[str]:
    path = raw / "countries" / "world-cities.csv.gz"
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        return frozenset(slug(row["name"]) for row in csv.DictReader(file))
