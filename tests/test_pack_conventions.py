"""The pack of party conventions."""

from politics_rows import read_table

PACK = "conventions"


def test_each_party_met_every_four_years() -> None:
    years = {
        (row["subject"], row["value"])
        for row in read_table(PACK, "facts")
        if row["predicate"] == "edition_year"
    }
    assert len(years) == 34
    for party in ("democratic", "republican"):
        assert {int(y) for s, y in years if party in s} == set(range(1960, 2025, 4))


def test_places_and_days() -> None:
    rows = {(row["subject"].split("/")[1], row["predicate"]): row for row in read_table(PACK, "facts")}
    assert rows["2016-republican-national-convention", "located_in"]["value"] == "place/cleveland"
    assert rows["1968-democratic-national-convention", "took_place"]["valid_from"] == "1968-08-26"
