"""Planets: what is certain, and what is not."""

from culture_rows import find_bad_times, find_duplicates, read_table, values

PACK = "planets"


def test_sizes_and_orbits() -> None:
    assert values(PACK, "body/earth", "diameter") == {"12756"}
    assert values(PACK, "body/jupiter", "diameter") == {"142984"}
    assert values(PACK, "body/mars", "diameter") == {"6792"}
    assert values(PACK, "body/earth", "orbital_period") == {"365.2"}
    assert values(PACK, "body/mercury", "orbital_period") == {"88"}
    assert values(PACK, "body/earth", "distance_from_sun") == {"149.6"}
    assert values(PACK, "body/neptune", "distance_from_sun") == {"4495.1"}


def test_old_counts_of_moons_contradict_nobody() -> None:
    assert values(PACK, "body/mars", "moons") == {"2"}
    assert values(PACK, "body/earth", "moons") == {"1"}
    assert values(PACK, "body/venus", "moons") == {"0"}
    for name in ("jupiter", "saturn", "uranus", "neptune", "pluto"):
        assert values(PACK, f"body/{name}", "moons") == set()
        assert len(values(PACK, f"body/{name}", "moons", "unconfirmed")) == 1


def test_counts() -> None:
    assert len(read_table(PACK, "entities")) == 9
    assert len(read_table(PACK, "facts")) == 36


def test_a_bare_name_may_mean_something_else() -> None:
    bare = {row["alias"]: row["kind"] for row in read_table(PACK, "aliases") if " " not in row["alias"]}
    assert len(bare) == 9
    assert set(bare.values()) == {"weak"}


def test_times_are_plausible_and_no_fact_stands_twice() -> None:
    assert find_bad_times(PACK) == []
    assert find_duplicates(PACK) == []
