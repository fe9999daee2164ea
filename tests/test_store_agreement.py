"""How the agreement of two packs is counted."""

from pathlib import Path

import pytest

from claims.errors import PackError
from claims.store.measure_agreement import measure_agreement
from small_home import RECORD, write_home

FRANCE, RUSSIA = "office/president-of-france", "office/president-of-russia"
PUTIN, MACRON = "person/vladimir-putin", "person/emmanuel-macron"


def counted(folder: Path, one: list[str], other: list[str]) -> list[tuple[str, int, int, int]]:
    home = write_home(folder / "home")
    folders = []
    for name, lines in (("one", one), ("other", other)):
        pack = home / "packs" / name
        pack.mkdir()
        header = "subject,predicate,value,valid_from,valid_to,as_of,status,note"
        (pack / "facts.csv").write_text("\n".join([header, *lines, ""]), encoding="utf-8")
        (pack / "pack.toml").write_text(RECORD, encoding="utf-8")
        folders.append(pack)
    rates = measure_agreement(folders, home / "vocabulary")
    return [(rate.predicate, rate.compared, rate.agreeing, rate.set_aside) for rate in rates]


@pytest.mark.parametrize(
    ("one", "other", "counts"),
    [
        ([f"{PUTIN},born,,1952-10-07,1952-10-07,,,"], [f"{PUTIN},born,,1952-10,1952-10,,,"], ("born", 1, 1, 0)),
        ([f"{PUTIN},born,,1952-10-07,1952-10-07,,,"], [f"{PUTIN},born,,1952-10-08,1952-10-08,,,"], ("born", 1, 0, 0)),
        ([f"{PUTIN},born,,1952-10-07,1952-10-07,,,"], [f"{PUTIN},born,,1952-10-08,1952-10-08,,unconfirmed,"], ("born", 0, 0, 1)),
        (["country/france,population,67000000,2019,2019,,,"], ["country/france,population,68000000,2019,2019,,,"], ("population", 1, 1, 0)),
        (["country/france,population,67000000,2019,2019,,,"], ["country/france,population,77000000,2019,2019,,,"], ("population", 1, 0, 0)),
        (["country/france,population,67000000,2019,2019,,,"], ["country/france,population,77000000,2020,2020,,,"], None),
        (["place/beijing,in_country,country/china,,,,,"], ["place/beijing,in_country,country/china,,,,,", "place/beijing,in_country,country/france,,,,,"], ("in_country", 1, 1, 0)),
        ([f"{FRANCE},held_by,{MACRON},2017-05-14,2022-05-13,,,"], [f"{FRANCE},held_by,{MACRON},2017,,2026-01,,"], ("held_by", 2, 2, 0)),
        ([f"{FRANCE},held_by,{MACRON},2017-05-14,2022-05-13,,,"], [f"{FRANCE},held_by,{PUTIN},2017,2023,,,"], ("held_by", 2, 0, 0)),
        ([f"{FRANCE},held_by,{MACRON},2017-05-14,2022-05-13,,,"], [f"{FRANCE},held_by,{PUTIN},2000,2008,,,"], None),
        (["country/france,member_of,org/united-nations,1945-10-24,,2026-01,,"], ["country/france,member_of,org/united-nations,1945-10-25,,2026-01,,"], ("member_of", 1, 1, 0)),
        (["country/france,member_of,org/united-nations,1945-10-24,,2026-01,,"], ["country/france,member_of,org/united-nations,1946-10-25,,2026-01,,"], ("member_of", 1, 0, 0)),
    ],
)  # fmt: skip
def test_slots_that_both_fill_are_counted(
    tmp_path: Path, one: list[str], other: list[str], counts: tuple[str, int, int, int] | None
) -> None:
    assert counted(tmp_path, one, other) == ([counts] if counts else [])


def test_a_pack_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(PackError):
        measure_agreement([tmp_path], tmp_path)
