"""Members of share indexes on one day."""

from collections import Counter

import pytest

from culture_rows import find_bad_times, find_duplicates, read_table, values

PACK = "share-indexes"


@pytest.mark.parametrize(
    ("company", "index"),
    [
        ("volkswagen-ag", "dax"),
        ("siemens-ag", "dax"),
        ("deutsche-bank-ag", "dax"),
        ("tesco-plc", "ftse-100"),
        ("bp-plc", "ftse-100"),
        ("hsbc-holdings-plc", "ftse-100"),
        ("unicredit", "ftse-mib"),
        ("stellantis", "ftse-mib"),
        ("tencent-holdings-ltd", "hang-seng-index"),
        ("goldman-sachs", "dow-jones-industrial-average"),
        ("nvidia", "dow-jones-industrial-average"),
        ("apple-inc", "nasdaq-100"),
    ],
)
def test_members(company: str, index: str) -> None:
    assert f"org/{index}" in values(PACK, f"org/{company}", "member_of")


def test_sizes() -> None:
    sizes = Counter(row["value"] for row in read_table(PACK, "facts"))
    assert sizes["org/dow-jones-industrial-average"] == 30
    assert sizes["org/dax"] == 40
    assert sizes["org/ftse-mib"] == 40
    assert sizes["org/ftse-100"] == 100
    assert sizes["org/nasdaq-100"] in (100, 101)


def test_companies_have_the_ids_of_the_other_pack() -> None:
    names = {row["id"]: row["name"] for row in read_table("companies", "entities")}
    ours = {row["id"]: row["name"] for row in read_table(PACK, "entities")}
    assert all(names[key] == name for key, name in ours.items() if key in names)
    assert len(names.keys() & ours.keys()) > 90


def test_times_are_plausible_and_no_fact_stands_twice() -> None:
    assert find_bad_times(PACK) == []
    assert find_duplicates(PACK) == []
