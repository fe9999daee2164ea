"""Names that belong to a time: not read before it, and of the same thing after it."""

from datetime import date
from pathlib import Path

import pytest

from claims.errors import PackError
from claims.store.build import build_store
from claims.store.open import Store
from claims.values.names import tokenise
from conftest import Check, flags
from fake_encoder import FakeEncoder
from small_home import write_home

TIMES = [
    ("country/eswatini", "Swaziland", ("", "2018-04-19")),
    ("country/dr-congo", "Zaire", ("1971-10-27", "1997-05-17")),
    ("place/astana", "Nur-Sultan", ("2019-03-23", "2022-09-17")),
    ("place/saint-petersburg", "Leningrad", ("1924-01-26", "1991-09-06")),
    ("org/meta-platforms", "Facebook", ("2004-02-04", "2021-10-28")),
    ("org/european-union", "EEC", ("1958-01-01", "1993-11-01")),
]


@pytest.mark.parametrize(("entity", "name", "times"), TIMES)
def test_names_have_times(store: Store, entity: str, name: str, times: tuple[str, str]) -> None:
    assert store.name_times(entity)[name] == times


FOUND = [
    # name, day of the article, what it may mean
    ("Swaziland", date(2017, 5, 1), "country/eswatini"),
    ("Swaziland", date(2024, 5, 1), "country/eswatini"),
    ("Swaziland", None, "country/eswatini"),
    ("Eswatini", date(2017, 5, 1), None),
    ("Eswatini", date(2018, 4, 19), "country/eswatini"),
    ("Meta Platforms", date(2015, 5, 1), None),
    ("Meta Platforms", date(2022, 5, 1), "org/meta-platforms"),
    ("Twitter", date(2015, 5, 1), "org/x-corp"),
    ("Burma", date(2012, 5, 1), "country/myanmar"),
    ("G8", date(2013, 6, 17), "org/g8"),
    ("Constantinople", date(2020, 1, 1), "place/istanbul"),
    ("League of Nations", date(2020, 1, 1), "org/league-of-nations"),
]


@pytest.mark.parametrize(("name", "day", "entity"), FOUND)
def test_a_name_is_read_from_its_time_on(
    store: Store, name: str, day: date | None, entity: str | None
) -> None:
    text = f"Much was said of {name}."
    mentions = store.names.find(text, tokenise(text), 0, day)
    found = {sense.entity for mention in mentions for sense in mention.senses}
    assert (entity in found) if entity else not any(e.startswith(("country/", "org/")) for e in found)


TRUE = [
    ("2017-05-01", "Swaziland is a member of the United Nations."),
    ("2013-06-18", "The 2013 G8 summit was held in Lough Erne."),
    ("2021-05-01", "Britain joined the European Economic Community in 1973."),
    ("2021-05-01", "The EEC was founded in 1957, the OAU in 1963."),
    ("2021-05-01", "Zaire gained independence from Belgium in 1960."),
    ("1996-05-01", "Leningrad lies in Russia."),
]


@pytest.mark.parametrize(("day", "text"), TRUE)
def test_what_is_true_of_a_thing_is_true_under_its_former_name(check: Check, day: str, text: str) -> None:
    assert flags(check(text, day)) == []


def test_the_error_beside_a_former_name_is_flagged_not_the_name(check: Check) -> None:
    (flag,) = flags(check("The 2012 G8 summit was held in Germany.", "2013-06-18"))
    assert flag.span.of("The 2012 G8 summit was held in Germany.").endswith("Germany")


@pytest.mark.parametrize(
    ("row", "cause"),
    [
        ("country/france,France,2000-13,", "valid_from is no date"),
        ("country/france,France,2000,1999", "ends before it starts"),
        ("country/france,Gallia,,1999", "a name's time speaks of"),
    ],
)
def test_a_bad_time_of_a_name_is_an_error(tmp_path: Path, row: str, cause: str) -> None:
    home = write_home(tmp_path / "home")
    (home / "packs" / "base" / "name_times.csv").write_text(
        f"entity,alias,valid_from,valid_to\n{row}\n", encoding="utf-8"
    )
    with pytest.raises(PackError, match=cause):
        build_store(FakeEncoder(), tmp_path / "facts.duckdb", home)
