"""The same packs make the same store, row for row."""

from pathlib import Path

import duckdb
import pytest

from claims.store.build import build_store
from claims.store.hash_facts import hash_facts
from fake_encoder import FakeEncoder
from small_home import write_home


def built(folder: Path, *, edit: tuple[str, str] | None = None, turned: bool = False) -> str:
    """The hash of a small store, after an edit to its facts or with their lines in another order."""
    home = write_home(folder / "home")
    facts = home / "packs" / "base" / "facts.csv"
    text = facts.read_text(encoding="utf-8")
    if edit:
        assert edit[0] in text
        text = text.replace(*edit, 1)
    if turned:
        header, *lines = text.splitlines()
        text = "\n".join([header, *reversed(lines), ""])
    facts.write_text(text, encoding="utf-8")
    return hash_facts(build_store(FakeEncoder(), folder / "facts.duckdb", home))


def test_two_builds_of_the_same_packs_are_equal(tmp_path: Path) -> None:
    assert built(tmp_path / "one") == built(tmp_path / "other") == built(tmp_path / "turned", turned=True)


@pytest.mark.parametrize(
    "edit",
    [
        ("2022-02-04,2022-02-20", "2022-02-04,2022-02-21"),
        ("person/emmanuel-macron,2017-05-14,,2026-01", "person/emmanuel-macron,2017-05-14,,2026-02"),
        ("event/russian-invasion-of-ukraine,took_place,,2022-02-24,,2026-01,,", "event/russian-invasion-of-ukraine,took_place,,2022-02-24,,2026-01,unconfirmed,"),
        ("edition/2022-winter-olympics,edition_year,2022", "edition/2022-winter-olympics,edition_year,2023"),
    ],
)  # fmt: skip
def test_one_changed_fact_changes_it(tmp_path: Path, edit: tuple[str, str]) -> None:
    assert built(tmp_path / "one") != built(tmp_path / "other", edit=edit)


@pytest.mark.long
def test_the_full_store_is_built_the_same_again(store_path: Path, tmp_path: Path) -> None:
    again = build_store(FakeEncoder(), tmp_path / "again.duckdb")
    assert hash_facts(again) == hash_facts(store_path)
    with duckdb.connect(again, read_only=True) as db:
        row = db.execute("SELECT count(*), count(DISTINCT fact) FROM facts").fetchone()
    assert row is not None
    assert row[0] == row[1]
