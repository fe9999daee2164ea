"""Chemical elements: number and symbol."""

import pytest

from culture_rows import find_bad_times, find_duplicates, read_table, values

PACK = "elements"


@pytest.mark.parametrize(
    ("name", "number", "symbol"),
    [
        ("hydrogen", 1, "H"),
        ("carbon", 6, "C"),
        ("sodium", 11, "Na"),
        ("iron", 26, "Fe"),
        ("silver", 47, "Ag"),
        ("tin", 50, "Sn"),
        ("tungsten", 74, "W"),
        ("gold", 79, "Au"),
        ("mercury", 80, "Hg"),
        ("lead", 82, "Pb"),
        ("uranium", 92, "U"),
        ("plutonium", 94, "Pu"),
        ("oganesson", 118, "Og"),
    ],
)
def test_elements(name: str, number: int, symbol: str) -> None:
    assert values(PACK, f"element/{name}", "atomic_number") == {str(number)}
    assert values(PACK, f"element/{name}", "symbol") == {symbol}


def test_all_118_once() -> None:
    facts = read_table(PACK, "facts")
    assert sorted(int(r["value"]) for r in facts if r["predicate"] == "atomic_number") == list(range(1, 119))
    assert len({row["value"] for row in facts if row["predicate"] == "symbol"}) == 118


def test_everyday_words_are_no_names() -> None:
    names = {row["alias"] for row in read_table(PACK, "aliases")}
    assert names.isdisjoint({"lead", "iron", "gold", "silver", "tin", "copper", "mercury", "carbon", "neon"})


def test_times_are_plausible_and_no_fact_stands_twice() -> None:
    assert find_bad_times(PACK) == []
    assert find_duplicates(PACK) == []
