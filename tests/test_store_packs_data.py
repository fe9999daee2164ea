"""Every committed pack: schema, units, ids, order of magnitude, and where it comes from. All in SQL, for a million rows."""

import re
import tomllib
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import duckdb
import pytest

from claims.store.knowledge import Knowledge
from claims.store.measure_agreement import measure_agreement
from claims.store.packs import COLUMNS, VOCABULARY, packs_home, read_pack
from claims.store.stage_packs import stage_packs

HOME = packs_home()
FOLDERS = sorted(path for path in (HOME / "packs").iterdir() if path.is_dir())
NAMES = [folder.name for folder in FOLDERS]
MEGABYTES = 60
LARGE = 5_000
RANKS = {1, 2, 3, 4, 5, 6, 7, 8}


@pytest.fixture(scope="module")
def staged() -> Iterator[duckdb.DuckDBPyConnection]:
    """All rows of all packs, and the predicates."""
    with duckdb.connect() as db:
        stage_packs(db, [read_pack(folder) for folder in FOLDERS])
        path = HOME / "vocabulary" / "predicates.csv"
        db.execute("CREATE TABLE predicates AS SELECT * FROM read_csv(?, header = true, all_varchar = true, null_padding = false)", [str(path)])  # fmt: skip
        yield db


def rows(db: duckdb.DuckDBPyConnection, query: str) -> list[tuple[Any, ...]]:
    return db.execute(f"{query} LIMIT 5").fetchall()


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_a_pack_has_its_record_and_tables_of_the_schema_alone(folder: Path) -> None:
    known = {f"{table}{suffix}" for table in COLUMNS for suffix in (".csv", ".parquet")}
    assert {path.name for path in folder.iterdir()} <= {"pack.toml", "series.csv", *known}
    with duckdb.connect() as db:
        for table, path in read_pack(folder).tables.items():
            reader = "read_parquet" if path.suffix == ".parquet" else "read_csv"
            options = "" if path.suffix == ".parquet" else ", header = true, all_varchar = true"
            found = db.execute(f"DESCRIBE SELECT * FROM {reader}('{path}'{options})").fetchall()
            assert tuple(row[0] for row in found) == COLUMNS[table]
            assert {row[1] for row in found} == {"VARCHAR"}
    if (folder / "series.csv").exists():
        header = (folder / "series.csv").read_text(encoding="utf-8").splitlines()[0]
        assert header == ",".join(VOCABULARY["series"])


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_large_tables_are_parquet_and_small_ones_csv(folder: Path) -> None:
    with duckdb.connect() as db:
        for path in read_pack(folder).tables.values():
            (count,) = db.execute(f"SELECT count(*) FROM '{path}'").fetchone() or (0,)
            assert (count >= LARGE) == (path.suffix == ".parquet"), f"{path.name}: {count} rows"


@pytest.mark.parametrize("folder", FOLDERS, ids=NAMES)
def test_a_pack_says_where_it_comes_from(folder: Path) -> None:
    record = tomllib.loads((folder / "pack.toml").read_text(encoding="utf-8"))
    for key in ("title", "producer", "licence", "made_by"):
        assert str(record[key]).strip(), key
    assert re.fullmatch(r"(https?://\S+)?", record["url"])
    assert isinstance(record["accessed"], date)
    assert isinstance(record["newest"], date)
    assert record.get("rank", 5) in RANKS
    assert record["raw"]
    for raw in record["raw"]:
        assert re.fullmatch(r"[0-9a-f]{64}", raw["sha256"]), raw
        assert raw["file"]
        assert "/" not in raw["file"].removeprefix("data/typed/")


def test_all_packs_together_are_small_and_hold_half_a_million_facts(
    staged: duckdb.DuckDBPyConnection,
) -> None:
    size = sum(path.stat().st_size for folder in FOLDERS for path in folder.iterdir())
    assert size <= MEGABYTES * 10**6
    ((facts,),) = rows(staged, "SELECT count(*) FROM stage_facts")
    assert facts >= 500_000


FAULTS = {
    "a key stands twice in a pack": """SELECT pack, subject, predicate, value, valid_from FROM stage_facts
        GROUP BY ALL HAVING count(*) > 1""",
    "an id is not kind/slug": "SELECT pack, id FROM stage_entities WHERE NOT regexp_full_match(id, kind || '/[a-z0-9]+(-[a-z0-9]+)*')",
    "a name has blanks around or within it": r"SELECT pack, id, name FROM stage_entities WHERE name <> trim(name) OR regexp_matches(name, '\s\s|[\t\n]')",
    "a number is not written plainly": r"""SELECT pack, predicate, value FROM stage_facts JOIN predicates USING (predicate)
        WHERE value_kind = 'number' AND NOT regexp_full_match(value, '-?(0|[1-9]\d*)(\.\d*[1-9])?')""",
    "a time is in the value": """SELECT pack, predicate, value FROM stage_facts JOIN predicates USING (predicate)
        WHERE value_kind = 'time' AND value <> ''""",
    "an event has no time and is not cancelled or planned": """SELECT pack, subject FROM stage_facts JOIN predicates USING (predicate)
        WHERE value_kind = 'time' AND valid_from = '' AND status NOT IN ('cancelled', 'scheduled')""",
    "a timeless fact has a time": """SELECT pack, subject, predicate FROM stage_facts JOIN predicates USING (predicate)
        WHERE temporal = 'none' AND value_kind <> 'time' AND valid_from || valid_to || as_of <> ''""",
    "an interval has neither an end nor an as-of": """SELECT pack, subject, predicate FROM stage_facts JOIN predicates USING (predicate)
        WHERE temporal = 'interval' AND valid_to = '' AND as_of = '' AND valid_from <> ''""",
    "an interval has both an end and an as-of": """SELECT pack, subject, predicate FROM stage_facts JOIN predicates USING (predicate)
        WHERE temporal = 'interval' AND valid_to <> '' AND as_of <> ''""",
    "a date is out of the world": """SELECT pack, subject, predicate, valid_from FROM stage_facts
        WHERE valid_from <> '' AND left(valid_from, 4)::INT NOT BETWEEN 900 AND 2040""",
    "a text has control characters or blanks around it": r"""SELECT pack, subject, value, note FROM stage_facts
        WHERE regexp_matches(value || note, '[\x00-\x1f]') OR value <> trim(value) OR note <> trim(note)""",
    "a note is prose": "SELECT pack, note FROM stage_facts WHERE length(note) > 160",
}  # fmt: skip


@pytest.mark.parametrize("fault", FAULTS)
def test_rows_are_without(staged: duckdb.DuckDBPyConnection, fault: str) -> None:
    assert rows(staged, FAULTS[fault]) == []


def test_numbers_have_a_unit_and_nothing_else_has(staged: duckdb.DuckDBPyConnection) -> None:
    query = """SELECT predicate FROM predicates WHERE (value_kind = 'number' AND predicate NOT IN ('edition_year', 'edition_ordinal'))
               <> (coalesce(unit, '') <> '')"""
    assert rows(staged, query) == []


# What a unit can hold at all; wider than anything known, so that a wrong unit or a slipped column is seen.
BOUNDS = {
    "area": (0.1, 2e7), "atomic_number": (1, 130), "cantons": (1, 50), "height": (100, 12000), "length": (100, 8000), "provinces": (1, 200), "seats": (10, 3000), "states": (1, 100), "child_mortality": (0, 900), "co2_per_person": (0, 100), "coastline": (0, 3e5), "diameter": (1000, 2e5),
    "distance_from_sun": (50, 7000), "edition_ordinal": (1, 300), "edition_year": (1780, 2040), "exchange_rate": (0.1, 1e5), "fertility": (0.5, 10),
    "gdp": (1e5, 1e14), "gdp_growth": (-100, 200), "gdp_per_person": (5, 3e5), "gini": (15, 80), "infant_mortality": (0.5, 900), "inflation": (-100, 2e5),
    "internet_share": (0, 100), "life_expectancy": (1, 95), "literacy": (0, 100), "moons": (0, 500), "orbital_period": (80, 1e5), "population": (1, 2e9),
    "price": (0.1, 1e5), "unemployment": (0, 100), "urban_share": (0, 100),
}  # fmt: skip


def test_confirmed_numbers_are_of_the_size_of_their_unit(staged: duckdb.DuckDBPyConnection) -> None:
    found = staged.execute(
        """SELECT predicate, min(value::DOUBLE), max(value::DOUBLE) FROM stage_facts JOIN predicates USING (predicate)
           WHERE value_kind = 'number' AND status = '' GROUP BY predicate ORDER BY predicate"""
    ).fetchall()
    assert {name for name, _low, _high in found} <= set(BOUNDS)
    out = {name for name, low, high in found if low < BOUNDS[name][0] or high > BOUNDS[name][1]}
    assert out == set()


def test_coordinates_are_on_the_globe(staged: duckdb.DuckDBPyConnection) -> None:
    query = """SELECT subject, value FROM stage_facts WHERE predicate = 'coordinates' AND NOT coalesce(
        try_cast(split_part(value, ' ', 1) AS DOUBLE) BETWEEN -90 AND 90 AND try_cast(split_part(value, ' ', 2) AS DOUBLE) BETWEEN -180 AND 180, false)"""
    assert rows(staged, query) == []


FLOORS = {"born": 0.95, "died": 0.93, "in_country": 0.9, "coordinates": 0.9}
"""Least share of slots that packs fill alike, where at least ``ENOUGH`` meet; 0.97 for every other predicate.
Registers differ by a day for some people; a place may lie in a part of a country and in the country."""
ENOUGH = 20


def test_sources_agree(capsys: pytest.CaptureFixture[str]) -> None:
    knowledge = Knowledge.of(HOME)
    counts: dict[str, list[int]] = {}
    for rate in measure_agreement(knowledge.folders, knowledge.vocabulary):
        own = counts.setdefault(rate.predicate, [0, 0, 0])
        for i, count in enumerate((rate.compared, rate.agreeing, rate.set_aside)):
            own[i] += count
    with capsys.disabled():
        for predicate, (compared, agreeing, aside) in counts.items():
            print(
                f"\n{predicate:<16} {compared:>6} compared, {agreeing:>6} alike, {aside:>6} set aside", end=""
            )
    judged = {name: alike / all_ for name, (all_, alike, _aside) in counts.items() if all_ >= ENOUGH}
    assert {"born", "died", "in_country"} <= set(judged)
    assert {name: rate for name, rate in judged.items() if rate < FLOORS.get(name, 0.97)} == {}
