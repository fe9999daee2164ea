"""``claims facts refresh`` and ``import-dump`` for real: a process of its own, Prefect, and a SPARQL server."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claims.store.open import open_store
from left_behind import left_behind
from small_home import write_home
from sparql_server import serve_sparql
from wikidata_items import ITEMS, write_dump, write_graph

pytestmark = pytest.mark.slow

MARK = "CLAIMS_TEST_REFRESH"
# The program with a home of a few facts and an encoder that needs no model; anything else is as it is.
PROGRAM = """
import sys
from pathlib import Path
from unittest.mock import patch
sys.path.insert(0, {tests!r})
from fake_encoder import FakeEncoder
import claims.store.knowledge, flows.refresh_facts, flows.commands.refresh
claims.store.knowledge.packs_home = lambda: Path({home!r})
flows.refresh_facts.MiniLM = flows.commands.refresh.MiniLM = FakeEncoder
flows.refresh_facts.fetch = flows.refresh_facts.fetch.with_options(retries={retries}, retry_delay_seconds=0.1)
from flows.cli import main
main()
"""


@pytest.fixture
def server():
    with serve_sparql(write_graph(ITEMS)) as server:
        yield server


class Place:
    """A folder with a home of packs, a user's data and cache, and the program started there."""

    def __init__(self, folder):
        self.folder = folder
        self.home = write_home(folder / "home")
        self.added = folder / "data" / "fact-claims" / "packs"

    def start(self, *words, retries=0):
        program = PROGRAM.format(tests=str(Path(__file__).parent), home=str(self.home), retries=retries)
        unset = ("PREFECT_HOME", "PREFECT_API_URL", "PREFECT_LOGGING_LEVEL", "CLAIMS_CONTACT")
        environment = {name: value for name, value in os.environ.items() if name not in unset}
        environment |= {
            "XDG_DATA_HOME": str(self.folder / "data"),
            "XDG_CACHE_HOME": str(self.folder / "cache"),
            "PREFECT_HOME": str(self.folder / "prefect"),
            MARK: str(self.folder),
        }
        command = [sys.executable, "-c", program, *map(str, words)]
        return subprocess.Popen(command, stdout=-1, stderr=-1, text=True, env=environment)

    def run(self, *words, retries=0):
        with self.start(*words, retries=retries) as process:
            out, err = process.communicate(timeout=100)
        return process.returncode, out, err

    def refresh(self, server, *words, retries=0):
        """A refresh of the heads of state, which takes two queries."""
        options = ["--endpoint", server.url, "--allow-http", "--only", "heads-of-state"]
        return self.run("facts", "refresh", *options, *words, retries=retries)

    def store(self):
        (path,) = sorted((self.folder / "cache").rglob("*.duckdb"), key=lambda p: p.stat().st_mtime)[-1:]
        return open_store(path)


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return Place(tmp_path_factory.mktemp("refresh"))


def test_a_dry_run_shows_what_would_change_and_changes_nothing(place, server):
    status, out, err = place.refresh(server)
    assert (status, [line for line in err.splitlines() if "building the fact store" not in line]) == (0, [])
    assert "wikidata-heads-of-state: 8 facts; 6 new, 2 changed, 0 gone;" in out
    assert "held_by: 2 new" in out
    assert "[2017-05-14 as of 2026-01] -> [2017-05-14 as of " in out
    assert "1 deprecated by Wikidata" in out
    assert out.splitlines()[-1].startswith("8 changes; nothing was replaced. With --apply")
    assert not place.added.exists()
    assert left_behind(MARK, place.folder) == []


@pytest.mark.long
def test_apply_goes_on_with_the_pages_had_and_replaces_the_pack(place, server):
    server.faults = ["die"] * 100  # nothing is asked again: the pages of the dry run are there
    folder = place.folder / "applied"
    asked = len(server.requests)
    status, _out, err = place.refresh(server, "--work", folder)
    assert status == 2  # other pages, so that it has to ask, and the server is dead
    assert "failed 6 times" in err
    assert len(server.requests) - asked == 6
    server.faults = []
    assert place.refresh(server, "--work", folder)[0] == 0
    server.faults = ["die"] * 100
    status, out, err = place.refresh(server, "--work", folder, "--apply")
    assert (status, err) == (0, "")
    assert "8 changes are in" in out
    assert [path.name for path in place.added.iterdir()] == ["wikidata-heads-of-state"]
    with place.store() as store:
        assert store.facts("office/president-of-kiribati", "held_by")[0].value == "person/taneti-maamau"


@pytest.mark.long
def test_a_second_refresh_has_nothing_new(place, server):
    status, out, _err = place.refresh(server, "--apply")
    assert status == 0
    assert "0 new, 0 changed, 0 gone" in out


@pytest.mark.long
def test_prefect_tries_the_network_again(tmp_path, server):
    place = Place(tmp_path)
    server.faults = ["status 500"] * 6
    status, out, _err = place.refresh(server, retries=1)
    assert status == 0
    assert "6 new" in out
    assert len(server.requests) == 6 + 2


@pytest.mark.long
def test_packs_for_elsewhere_go_there(tmp_path, server):
    place = Place(tmp_path)
    status, out, _err = place.refresh(server, "--out", tmp_path / "mine", "--apply")
    assert status == 0
    assert "claims facts import" in out
    assert (tmp_path / "mine" / "wikidata-heads-of-state" / "pack.toml").exists()
    assert not place.added.exists()


def test_a_dump_is_taken_in_as_the_endpoint_is(tmp_path):
    place = Place(tmp_path)
    dump = tmp_path / "wikidata-20261120-all.json"
    dump.write_bytes(write_dump(ITEMS))
    words = ("facts", "import-dump", dump, "--only", "heads-of-state", "--apply")
    status, out, _err = place.run(*words)
    assert status == 0
    assert "8 facts; 6 new, 2 changed" in out
    with place.store() as store:
        (fact,) = store.facts("office/president-of-kiribati", "held_by")
        assert str(fact.as_of) == "2026-11-20"
    dump.write_bytes(write_dump(ITEMS)[:-50])
    before = sorted((p, p.stat().st_mtime_ns) for p in place.added.rglob("*"))
    status, out, err = place.run(*words)
    assert (status, out) == (2, "")
    assert "cut off" in err
    assert len(err.splitlines()) == 1
    assert sorted((p, p.stat().st_mtime_ns) for p in place.added.rglob("*")) == before


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("facts", "refresh"), "--contact"),
        pytest.param(
            ("facts", "refresh", "--endpoint", "http://example.org/"), "--allow-http", marks=pytest.mark.long
        ),
        pytest.param(
            ("facts", "refresh", "--contact", "x", "--only", "kings"),
            "there are heads-of-state",
            marks=pytest.mark.long,
        ),
        (("facts", "import-dump", "dump.json"), "--as-of"),
        (("facts", "import-dump", "none-20261120.json"), "cannot be read"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(place, words, says):
    status, _out, err = place.run(*words)
    assert status == 2
    assert says in err
    assert len(err.splitlines()) == 1
    assert left_behind(MARK, place.folder) == []


@pytest.mark.parametrize(
    "number",
    [
        signal.SIGINT,
        pytest.param(signal.SIGTERM, marks=pytest.mark.long),
        pytest.param(signal.SIGKILL, marks=pytest.mark.long),
    ],
)
def test_a_refresh_that_is_stopped_leaves_nothing_half_done(tmp_path, server, number):
    place = Place(tmp_path)
    server.faults = ["slow"] * 100
    options = ["--endpoint", server.url, "--allow-http", "--only", "heads-of-state", "--apply"]
    process = place.start("facts", "refresh", *options)
    end = time.monotonic() + 60
    while not server.requests:
        assert time.monotonic() < end
        assert process.poll() is None
        time.sleep(0.05)
    process.send_signal(number)
    with process:
        _out, err = process.communicate(timeout=30)
    assert process.returncode == (-number if number is signal.SIGKILL else 128 + number)
    assert "Traceback" not in err
    assert not place.added.exists()
    assert left_behind(MARK, place.folder) == []
