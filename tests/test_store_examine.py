"""What is no fact store, or is one no longer, is said to be so; and no file of a user's is overwritten."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from errno import ENOSPC
from pathlib import Path

import duckdb
import pytest

from claims.errors import StoreError
from claims.ledger.record import record_run
from claims.ledger.run import Run
from claims.store import build
from claims.store.build import build_store
from claims.store.ensure import ensure_store
from claims.store.knowledge import default_path
from claims.store.lookup import lookup_folder
from claims.store.open import open_store
from fake_encoder import FakeEncoder
from small_home import write_home


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_home(tmp_path_factory.mktemp("home") / "home")


@pytest.fixture
def stored(small_store: Path, tmp_path: Path) -> Path:
    """A copy of the small store, without its look-ups."""
    return Path(shutil.copy(small_store, tmp_path / "facts.duckdb"))


def a_text(path: Path) -> None:
    path.write_text("The only copy of a novel.\n" * 1000)


def nothing(path: Path) -> None:
    path.touch()


def a_ledger(path: Path) -> None:
    run = Run("r", datetime(2026, 11, 25, tzinfo=UTC), (), date(2022, 12, 30), "", "", "", "")
    record_run(path, run)


def a_users_database(path: Path) -> None:
    with duckdb.connect(path) as db:
        db.execute("CREATE TABLE meta (name VARCHAR, text VARCHAR)")


def a_directory(path: Path) -> None:
    path.mkdir()


FOREIGN = [a_text, nothing, a_ledger, a_users_database, a_directory]


@pytest.mark.parametrize("make", FOREIGN)
def test_a_store_is_built_over_no_file_but_a_store(
    tmp_path: Path, home: Path, make: Callable[[Path], None]
) -> None:
    path = tmp_path / "mine"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreError, match="is left as it is: move it away"):
        build_store(FakeEncoder(), path, home)
    assert (path.read_bytes() if path.is_file() else None) == before
    assert [file.name for file in tmp_path.iterdir()] == ["mine"]


@pytest.mark.parametrize("make", FOREIGN)
def test_what_is_no_store_is_not_opened(tmp_path: Path, make: Callable[[Path], None]) -> None:
    path = tmp_path / "mine"
    make(path)
    with pytest.raises(StoreError, match="not a fact store"):
        open_store(ensure_store(FakeEncoder(), path))


def test_a_store_is_built_again_over_a_store(stored: Path, home: Path) -> None:
    with duckdb.connect(stored) as db:
        db.execute("UPDATE meta SET value = '0' WHERE key = 'schema'")
    with pytest.raises(StoreError, match="built by another version"):
        open_store(stored)
    build_store(FakeEncoder(), stored, home)
    open_store(stored).close()


def test_look_ups_replace_no_folder_of_a_user(stored: Path, home: Path) -> None:
    lookup_folder(stored).mkdir()
    (lookup_folder(stored) / "novel.txt").write_text("the only copy")
    with pytest.raises(StoreError, match="holds other files"):
        build_store(FakeEncoder(), stored, home)
    with open_store(stored) as store:  # its look-ups go elsewhere
        assert store.name("country/france") == "France"
    assert [file.name for file in lookup_folder(stored).iterdir()] == ["novel.txt"]


@pytest.mark.parametrize("share", [0.02, 0.3, 0.6, 0.9, 0.99])
def test_a_store_that_was_cut_off_is_said_to_be_damaged(stored: Path, share: float) -> None:
    size = stored.stat().st_size
    with stored.open("r+b") as file:
        file.truncate(int(size * share))
    with pytest.raises(StoreError, match="is damaged"):
        open_store(stored)


def test_damage_that_shows_later_is_a_store_error_too(stored: Path) -> None:
    with duckdb.connect(stored) as db:
        db.execute("DROP TABLE vectors")
        db.execute("DROP TABLE aliases")
        db.execute(
            "CREATE TABLE aliases (key VARCHAR, alias VARCHAR, entity VARCHAR, kind VARCHAR, valid_from VARCHAR, valid_to VARCHAR)"
        )
    with open_store(stored) as store, pytest.raises(StoreError, match="is damaged"):
        store.nearest_events(FakeEncoder().encode(["war"])[0], 3)


def test_look_ups_that_were_cut_off_are_made_again(stored: Path) -> None:
    open_store(stored).close()
    for name in ("facts.arrow", "values.npy"):
        with (lookup_folder(stored) / name).open("r+b") as file:
            file.truncate(20)
        with open_store(stored) as store:
            assert store.facts("edition/2022-winter-olympics", "took_place")


def test_the_store_in_the_cache_is_built_again_where_it_is_damaged(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    told: list[str] = []
    path = ensure_store(FakeEncoder(), home=home, tell=told.append)
    assert ensure_store(FakeEncoder(), home=home, tell=told.append) == path
    path.write_bytes(path.read_bytes()[:5000])
    assert ensure_store(FakeEncoder(), home=home, tell=told.append) == path
    open_store(path).close()
    first, second = told
    assert first == f"building the fact store {path}; this is done once"
    assert second == f"the fact store {path} cannot be read; it is built again, which is done once"


HOLD = "import duckdb, sys; db = duckdb.connect(sys.argv[1]); print('open', flush=True); sys.stdin.read()"


def test_a_store_open_for_writing_elsewhere_is_said_to_be(stored: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, stored], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        other.stdout.readline()
        with pytest.raises(StoreError, match="open for writing in another process"):
            open_store(stored)
        other.communicate()
    open_store(stored).close()


def test_a_full_disk_is_said_and_leaves_no_draft(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_args: object) -> None:
        raise OSError(ENOSPC, "No space left on device")

    monkeypatch.setattr(build, "write_lookup", fail)
    with pytest.raises(StoreError, match="no space left on the disk for the fact store"):
        build_store(FakeEncoder(), tmp_path / "facts.duckdb", home)
    assert list(tmp_path.iterdir()) == []


def test_sources_come_with_their_dates(small_store: Path) -> None:
    with open_store(small_store) as store:
        (source,) = (one for one in store.sources() if one.name == "base")
    assert (source.name, source.title, source.facts, source.as_of) == (
        "base",
        "What is known before",
        12,
        "2026-01",
    )
    assert (source.accessed, source.newest, source.url) == (date(2026, 11, 25), None, "")


def test_the_default_place_is_the_cache(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    assert default_path(build.Knowledge.of(home), "x").parent == tmp_path / "fact-claims"
