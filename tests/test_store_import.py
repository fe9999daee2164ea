"""Every way in which an import may be bad is told, and nothing of it is left behind."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from claims.errors import PackError
from claims.store.build import build_store
from claims.store.import_pack import import_pack
from claims.store.open import Store, open_store
from fake_encoder import FakeEncoder
from small_home import write_home

RECORD = """title = "Mine"
producer = "me"
licence = "CC0-1.0"
accessed = 2026-11-25
"""
TERMS = """[defaults]
predicate = "held_by"
value_kind = "person"
"""
FACTS = "subject,predicate,value,valid_from,valid_to,as_of,status,note"
FRANCE = "office/president-of-france"


@pytest.fixture
def small(small_store: Path) -> Iterator[Store]:
    with open_store(small_store) as opened:
        yield opened


def table(folder: Path, text: str, record: str = RECORD + TERMS, name: str = "mine.csv") -> Path:
    (folder / name).write_text(text, encoding="utf-8")
    (folder / name).with_suffix(".toml").write_text(record, encoding="utf-8")
    return folder / name


def folder_of(parent: Path, record: str = RECORD, **tables: str) -> Path:
    folder = parent / "mine"
    folder.mkdir()
    (folder / "pack.toml").write_text(record, encoding="utf-8")
    for name, text in tables.items():
        (folder / f"{name}.csv").write_text(text, encoding="utf-8")
    return folder


@pytest.mark.parametrize(
    ("row", "causes"),
    [
        (f"{FRANCE},Nobody Known,2001,2002", []),
        (f"{FRANCE},Nobody Known,2001,", []),
        (f"{FRANCE},Vladimir Putin,2001,2002", []),
        (f"{FRANCE},,2001,2002", ["an empty subject or value"]),
        (f"{FRANCE},Nobody Known,2003,2002", ["it ends before it starts"]),
        (f"{FRANCE},Nobody Known,2003-02-30,2004", ["valid_from is no date (YYYY, YYYY-MM or YYYY-MM-DD)"]),
        (f"{FRANCE},Nobody Known,2001", ["3 cells, the header has 4"]),
        ("The Moon,Nobody Known,2001,2002", ["'The Moon' is not in the store; give subject_kind or value_kind under [defaults] to add it"]),
        (f"{FRANCE},vladimir  putín!,2001,2002", []),
        (f"{FRANCE},!!!,2001,2002", ["'!!!' would have the id of '!!!', person/; write an id"]),
    ],
)  # fmt: skip
def test_rows_of_a_table(small: Store, tmp_path: Path, row: str, causes: list[str]) -> None:
    source = table(tmp_path, f"subject,value,valid_from,valid_to\n{row}\n")
    imported = import_pack(source, small, tmp_path / "packs")
    assert [(bad.line, bad.cause) for bad in imported.bad] == [(2, cause) for cause in causes]
    assert (tmp_path / "packs").exists() is not bool(causes)


def test_what_has_not_ended_is_known_as_of_the_day_it_was_taken(small: Store, tmp_path: Path) -> None:
    source = table(tmp_path, f"subject,value,valid_from\n{FRANCE},Vladimir Putin,2001\n")
    (fact,) = import_pack(source, small, tmp_path / "packs").tables["facts"]
    assert fact == (FRANCE, "held_by", "person/vladimir-putin", "2001", "", "2026-11-25", "", "")


def test_two_spellings_of_a_new_name_are_not_made_one(small: Store, tmp_path: Path) -> None:
    rows = [
        f"{FRANCE},Ann Sample,2001,2002",
        f"{FRANCE},Ánn Sample,2003,2004",
        f"{FRANCE},Ann Sample,2005,2006",
    ]
    imported = import_pack(table(tmp_path, "\n".join(["subject,value,valid_from,valid_to", *rows, ""])), small, tmp_path / "packs")  # fmt: skip
    assert [(bad.line, bad.cause) for bad in imported.bad] == [
        (3, "'Ánn Sample' would have the id of 'Ann Sample', person/ann-sample; write an id")
    ]


def test_lines_are_those_of_the_file(small: Store, tmp_path: Path) -> None:
    text = f'subject,value,note\n{FRANCE},Vladimir Putin,"of two\nlines"\n\n{FRANCE},,x\n'
    imported = import_pack(table(tmp_path, text), small, tmp_path / "packs")
    assert [bad.line for bad in imported.bad] == [5]


@pytest.mark.parametrize(
    ("line", "cause"),
    [("{", "no JSON"), ("[1]", "no JSON object"), ('{"subject": null, "value": 1}', "an empty subject")],
)
def test_json_lines(small: Store, tmp_path: Path, line: str, cause: str) -> None:
    good = f'{{"subject": "{FRANCE}", "value": "Vladimir Putin", "valid_from": 2001}}'
    source = table(tmp_path, f"{good}\n\n{line}\n", name="mine.jsonl")
    ((number, told),) = [(bad.line, bad.cause) for bad in import_pack(source, small, tmp_path / "packs").bad]
    assert number == 3
    assert told.startswith(cause)


@pytest.mark.parametrize(
    ("record", "cause"),
    [
        ("title = 1 2", "mine.toml"),
        (RECORD.replace("2026-11-25", '"2026"'), "accessed is no date"),
        (RECORD + "newest = 2026\n", "newest is no date"),
        (RECORD + 'rank = "first"\n', "rank is no whole number"),
        (RECORD + 'name = "countries"\n', "ships with the program"),
        (RECORD.replace("producer", "maker"), "no producer"),
        (RECORD + '[columns]\nsubjekt = "a"\n', "not subjekt"),
        (RECORD + "[defaults]\nkind = 1\n", "not kind"),
    ],
)
def test_a_record_that_would_spoil_the_next_build_is_refused(
    small: Store, tmp_path: Path, record: str, cause: str
) -> None:
    with pytest.raises(PackError, match=cause):
        import_pack(table(tmp_path, "subject\nx\n", record), small, tmp_path / "packs")
    assert not (tmp_path / "packs").exists()


@pytest.mark.parametrize("content", [b"subject\n\xff\xfe\n", b'subject\n"a'])
def test_an_unreadable_table_is_an_error(small: Store, tmp_path: Path, content: bytes) -> None:
    source = table(tmp_path, "")
    source.write_bytes(content)
    with pytest.raises(PackError, match=r"mine\.csv cannot be read"):
        import_pack(source, small, tmp_path / "packs")


def test_other_kinds_of_file_are_named(small: Store, tmp_path: Path) -> None:
    with pytest.raises(PackError, match=r"facts are read from \.csv"):
        import_pack(table(tmp_path, "", name="mine.xlsx"), small, tmp_path / "packs")


@pytest.mark.parametrize(
    ("tables", "where", "cause"),
    [
        ({"facts": f"{FACTS}\n{FRANCE},held_by,person/nobody,2001,2002,,,\n"}, ("facts", 2), "unknown value 'person/nobody'"),
        ({"facts": f"{FACTS}\n{FRANCE},held,person/vladimir-putin,2001,2002,,,\n"}, ("facts", 2), "unknown predicate 'held'; see docs/coverage.md"),
        ({"facts": f"{FACTS}\n{FRANCE},held_by,person/vladimir-putin,2001,,,,\n"}, ("facts", 2), "held_by holds for a time: give valid_to, or as_of where it has not ended"),
        ({"facts": f"{FACTS}\ncountry/france,population,many,2001,2001,,,\n"}, ("facts", 2), "'many' is no number"),
        ({"facts": f"{FACTS}\ncountry/france,population,nan,2001,2001,,,\n"}, ("facts", 2), "'nan' is no number"),
        ({"facts": f"{FACTS}\nperson/vladimir-putin,born,1952,,,,,\n"}, ("facts", 2), "the value of born is a time: valid_from says it, and value is empty"),
        ({"facts": f"{FACTS}\n{FRANCE},held_by,person/vladimir-putin,2001,2002,,maybe,\n"}, ("facts", 2), "an unknown status"),
        ({"aliases": "entity,alias,kind\nperson/nobody,Nobody,official\n"}, ("aliases", 2), "unknown entity 'person/nobody'"),
        ({"entities": "id,kind,name\ncountry/france,country,Gaul\n"}, ("entities", 2), "country/france is 'France' already"),
        ({"entities": "id,kind,name\nplace/x,country,X\n"}, ("entities", 2), "the id of a country begins with country/"),
        ({"entities": "id,kind,name\nX,country,X\n"}, ("entities", 2), "an id without kind and slug"),
    ],
)  # fmt: skip
def test_rows_of_a_folder(
    small: Store, tmp_path: Path, tables: dict[str, str], where: tuple[str, int], cause: str
) -> None:
    imported = import_pack(folder_of(tmp_path, **tables), small, tmp_path / "packs")
    assert (*where, cause) in [(bad.table, bad.line, bad.cause) for bad in imported.bad]
    assert not (tmp_path / "packs").exists()


def test_folders_without_tables_or_with_series_are_refused(small: Store, tmp_path: Path) -> None:
    folder = folder_of(tmp_path)
    with pytest.raises(PackError, match="has none of entities"):
        import_pack(folder, small, tmp_path / "packs")
    (folder / "series.csv").write_text("series\n", encoding="utf-8")
    with pytest.raises(PackError, match="series come with the program only"):
        import_pack(folder, small, tmp_path / "packs")


def test_what_is_taken_in_builds(small: Store, tmp_path: Path) -> None:
    home = write_home(tmp_path / "home")
    rows = [f"{FRANCE},Ann Sample,2001,2002", f"{FRANCE},Vladimir Putin,2003,"]
    source = table(tmp_path, "\n".join(["subject,value,valid_from,valid_to", *rows, ""]))
    for _ in range(2):  # the second replaces the first
        assert import_pack(source, small, home / "packs").bad == []
    with open_store(build_store(FakeEncoder(), tmp_path / "facts.duckdb", home)) as store:
        holders = [(fact.value, fact.source) for fact in store.facts(FRANCE, "held_by")]
    assert ("person/ann-sample", "mine") in holders
    assert ("person/vladimir-putin", "mine") in holders
