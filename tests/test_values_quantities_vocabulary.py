import csv

import pytest

from claims.values.quantities.mention import Hedge
from claims.values.quantities.vocabulary import vocabulary, vocabulary_home

TABLES = sorted(path.name for path in vocabulary_home().glob("*.csv"))


def rows(name: str) -> list[dict[str, str]]:
    with (vocabulary_home() / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@pytest.mark.parametrize("name", TABLES)
def test_tables_are_sorted_and_without_repetition(name: str):
    found = [tuple(row.values()) for row in rows(name)]
    assert found == sorted(set(found))


def test_there_are_tables():
    assert {"units.csv", "unit_words.csv", "currencies.csv", "hedges.csv", "number_words.csv"} <= set(TABLES)


def test_every_wording_names_a_known_unit():
    units = vocabulary().units.by_id
    assert [row["unit"] for row in rows("unit_words.csv") if row["unit"] not in units] == []


def test_every_rate_names_known_units():
    units = vocabulary().units.by_id
    named = [row[part] for row in rows("unit_rates.csv") for part in ("unit", "per")]
    assert [unit for unit in named if unit not in units] == []


def test_every_minor_unit_is_known():
    units = vocabulary().units.by_id
    assert [unit.minor for unit in units.values() if unit.minor and unit.minor not in units] == []


def test_other_currencies_are_known():
    codes = {row["unit"] for row in rows("currencies.csv")} | set(vocabulary().units.by_id)
    others = {code for row in rows("currencies.csv") for code in row["also"].split("|") if code}
    assert others - codes == set()


def test_hedges_are_of_the_known_kinds():
    assert {row["hedge"] for row in rows("hedges.csv")} <= {hedge.value for hedge in Hedge}
