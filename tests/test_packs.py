"""The data itself: every row well formed, and facts that anybody can check."""

import csv
import tomllib
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from claims.records import Precision
from claims.store.open import Store
from claims.store.packs import COLUMNS, VOCABULARY, WORD_LISTS, packs_home
from claims.values.dates import parse_partial

HOME = packs_home()
PACKS = sorted(path.name for path in (HOME / "packs").iterdir())
ALIAS_KINDS = {
    "official", "short", "former", "demonym", "acronym", "title", "yeared", "surname", "nickname", "variant", "metonym", "weak", "generic",
}  # fmt: skip
OPEN_LICENCES = {
    "CC0-1.0",
    "CC-BY-4.0",
    "PDDL-1.0",
    "MIT",
    "BSD-2-Clause",
    "Apache-2.0",
    "LicenseRef-facts-only",
}


def rows(pack: str, table: str) -> list[tuple[str, ...]]:
    path = HOME / "packs" / pack / f"{table}.csv"
    large = path.with_suffix(".parquet")
    if large.exists():
        return [tuple(row.values()) for row in pq.read_table(large).to_pylist()]
    if not path.exists():
        return []
    with path.open(encoding="utf-8", newline="") as file:
        return [tuple(row) for row in csv.reader(file)][1:]


@pytest.mark.parametrize("pack", PACKS)
@pytest.mark.parametrize("table", COLUMNS)
def test_rows_are_sorted_and_unique(pack: str, table: str) -> None:
    found = rows(pack, table)
    assert found == sorted(set(found))
    assert all(len(row) == len(COLUMNS[table]) for row in found)


@pytest.mark.parametrize("pack", PACKS)
def test_the_source_record_is_whole_and_the_licence_lets_us_ship(pack: str) -> None:
    record = tomllib.loads((HOME / "packs" / pack / "pack.toml").read_text(encoding="utf-8"))
    assert record["licence"] in OPEN_LICENCES
    assert record["name"] == pack
    assert all(len(raw["sha256"]) == 64 for raw in record["raw"])
    assert (HOME.parent / record["made_by"]).exists()
    assert record["newest"] <= record["accessed"]


@pytest.mark.parametrize("pack", PACKS)
def test_alias_kinds_are_known_and_names_are_names(pack: str) -> None:
    for _entity, alias, kind in rows(pack, "aliases"):
        assert kind in ALIAS_KINDS
        assert alias == alias.strip()
        assert any(c.isalnum() for c in alias)


def test_no_fact_stands_twice_within_a_pack() -> None:
    for pack in PACKS:
        keys = Counter(row[:4] for row in rows(pack, "facts"))
        assert [key for key, count in keys.items() if count > 1] == []


def test_open_terms_say_as_of_when() -> None:
    for pack in PACKS:
        for subject, predicate, _value, _start, end, as_of, _status, _note in rows(pack, "facts"):
            if predicate in ("held_by", "held_by_acting", "member_of"):
                assert bool(end) != bool(as_of), subject


def test_one_holder_at_a_time(store: Store) -> None:
    """Overlaps of more than a month in offices that one person holds, each with its reason."""
    known = {"office/general-secretary-of-the-communist-party-communist-party-of-vietnam"}
    offices = {row[0] for row in rows("leaders", "entities") if row[1] == "office"}
    found = set()
    for office in offices:
        terms = [
            f.valid for f in store.facts(office, "held_by") if f.valid and f.valid.precision is Precision.DAY
        ]
        for one, other in pairwise(terms):
            if one.end and other.start and (one.end - other.start).days > 31:
                found.add(office)
    assert found <= known


@pytest.mark.parametrize("name", [*WORD_LISTS, "predicates", "series"])
def test_vocabulary_rows_have_the_columns_of_their_list(name: str) -> None:
    with (HOME / "vocabulary" / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        header, *body = csv.reader(file)
    assert tuple(header) == VOCABULARY[name]
    assert body
    assert all(len(row) == len(header) for row in body)
    assert len({tuple(row) for row in body}) == len(body)


@pytest.mark.parametrize(
    ("subject", "predicate", "value", "start"),
    [
        ("edition/2022-winter-olympics", "took_place", "", "2022-02-04"),
        ("edition/2020-summer-olympics", "took_place", "", "2021-07-23"),
        ("edition/2022-sco-summit", "located_in", "place/samarkand", None),
        ("office/president-of-france", "held_by", "person/emmanuel-macron", "2017-05-14"),
        ("office/prime-minister-of-united-kingdom", "held_by", "person/liz-truss", "2022-09-06"),
        ("event/fall-of-the-berlin-wall", "took_place", "", "1989-11-09"),
        ("event/russian-invasion-of-ukraine", "involves", "country/ukraine", None),
        ("country/croatia", "member_of", "org/european-union", "2013-07-01"),
        ("place/moscow", "in_country", "country/russia", None),
    ],
)
def test_spot_facts(store: Store, subject: str, predicate: str, value: str, start: str | None) -> None:
    fitting = [fact for fact in store.facts(subject, predicate) if fact.value == value]
    assert fitting
    if start:
        assert str(fitting[0].valid and fitting[0].valid.start) == start


def test_every_series_has_editions_with_a_year(store: Store) -> None:
    for series in store.series:
        editions = store.editions(series)
        assert editions, series
        assert all(1780 <= edition.year <= 2040 for edition in editions)


@pytest.mark.parametrize("family", ["olympics", "g7-g8", "g20", "sco", "brics", "apec"])
def test_games_and_summits_have_places(store: Store, family: str) -> None:
    for series in store.series.values():
        if series.family == family:
            assert all(edition.places for edition in store.editions(series.entity))


def test_partial_dates_keep_their_precision() -> None:
    assert [parse_partial(text).precision for text in ("2022", "2022-02", "2022-02-04")] == [
        Precision.YEAR,
        Precision.MONTH,
        Precision.DAY,
    ]


def test_makers_say_when_raw_files_are_missing(tmp_path: Path) -> None:
    import subprocess  # noqa: PLC0415
    import sys  # noqa: PLC0415

    script = HOME / "make_curated.py"
    result = subprocess.run(
        [sys.executable, script, tmp_path / "none"], capture_output=True, text=True, check=False
    )
    assert result.returncode == 2
    assert "missing" in result.stderr
