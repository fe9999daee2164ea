"""``claims doctor``: each thing it looks at, well and not well."""

import json
import shutil
from pathlib import Path

import duckdb
import pytest
from packaging.requirements import Requirement
from typer.testing import CliRunner

from flows.cli import app
from flows.diagnosing import diagnose_model, diagnose_places
from flows.diagnosing.diagnose_facts import diagnose_facts
from flows.diagnosing.diagnose_packages import diagnose_package, diagnose_packages
from flows.diagnosing.diagnose_places import diagnose_ledger, diagnose_place
from flows.diagnosing.diagnose_prefect import diagnose_prefect
from flows.diagnosing.diagnosis import Diagnosis, State
from web_server import web_server


def test_the_packages_named_are_those_that_are_needed() -> None:
    found = {one.subject: one for one in diagnose_packages()}
    assert {"fact-claims", "Python", "prefect", "duckdb", "sentence-transformers", "httpx", "pypdf"} <= set(
        found
    )
    assert "pytest" not in found
    assert {one.state for one in found.values()} <= {State.GOOD, State.NOTE}


@pytest.mark.parametrize(
    ("line", "extra", "state", "says"),
    [
        ("duckdb>=1.0", None, State.GOOD, ""),
        ("duckdb>=99", None, State.FAILURE, "pip install 'duckdb>=99'"),
        ("no-such-package-at-all", None, State.FAILURE, "not installed"),
        ("no-such-package-at-all", "dask", State.NOTE, "fact-claims[dask]"),
    ],
)
def test_a_package_is_held_against_what_is_asked_for(line, extra, state, says) -> None:
    found = diagnose_package(Requirement(line), extra)
    assert found.state is state
    assert says in found.says


def test_a_model_that_is_not_the_published_one_is_a_failure(tmp_path, monkeypatch) -> None:
    assert diagnose_model.diagnose_model().state is State.GOOD
    (tmp_path / "model.safetensors").write_bytes(b"other weights")
    monkeypatch.setattr(diagnose_model, "model_path", lambda: tmp_path)
    found = diagnose_model.diagnose_model()
    assert (found.state, "not the published file" in found.says) == (State.FAILURE, True)


def test_the_store_is_looked_at_and_never_built(small_store, tmp_path) -> None:
    assert diagnose_facts(small_store).state is State.GOOD
    missing = tmp_path / "facts.duckdb"
    assert diagnose_facts(missing).state is State.WARNING
    assert not missing.exists()
    missing.write_text("no store")
    assert diagnose_facts(missing).state is State.FAILURE


def test_room_and_leave_to_write_are_looked_at(tmp_path, monkeypatch) -> None:
    below = tmp_path / "not" / "there"
    assert diagnose_place("output", below).state is State.GOOD
    assert not below.parent.exists()
    (tmp_path / "file").touch()
    assert diagnose_place("output", tmp_path / "file").state is State.FAILURE
    monkeypatch.setattr(diagnose_places, "LITTLE", shutil.disk_usage(tmp_path).total + 1)
    assert diagnose_place("output", below).state is State.WARNING
    monkeypatch.setattr("os.access", lambda *_: False)
    assert diagnose_place("output", below).state is State.FAILURE


def test_the_ledger_is_looked_at(tmp_path: Path) -> None:
    assert diagnose_ledger(tmp_path / "runs.duckdb").state is State.NOTE
    with duckdb.connect(tmp_path / "runs.duckdb") as db:
        db.execute("CREATE TABLE other (a INT)")
    assert diagnose_ledger(tmp_path / "runs.duckdb").state is State.FAILURE


def test_an_api_of_ones_own_is_asked_whether_it_is_well() -> None:
    assert diagnose_prefect({}).state is State.GOOD
    with web_server() as server:
        server.answers["/api/health"] = lambda exchange: exchange.send("true")
        server.answers["/wrong/health"] = lambda exchange: exchange.send("no", status=404)
        address = server.url("/api")
        good = Diagnosis("Prefect's API", State.GOOD, f"{address} answers")
        assert diagnose_prefect({"PREFECT_API_URL": address}) == good
        assert diagnose_prefect({"PREFECT_API_URL": server.url("/wrong")}).state is State.FAILURE
    assert diagnose_prefect({"PREFECT_API_URL": "http://127.0.0.1:9/api"}).state is State.FAILURE
    assert diagnose_prefect({"PREFECT_API_URL": "not an address"}).state is State.FAILURE


def test_the_command_prints_and_ends_with_its_status(tmp_path, small_store, monkeypatch) -> None:
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    words = ["doctor", "--out", str(tmp_path), "--facts", str(small_store)]
    done = CliRunner().invoke(app, words)
    assert (done.exit_code, done.stdout.splitlines()[-1]) == (0, "nothing keeps claims from its work")
    told = json.loads(CliRunner().invoke(app, [*words, "--json"]).stdout)
    assert {one["state"] for one in told["checks"]} <= {"good", "note"}
    monkeypatch.setenv("PREFECT_API_URL", "http://127.0.0.1:9/api")
    done = CliRunner().invoke(app, words)
    assert (done.exit_code, "FAILURE  Prefect's API" in done.stdout) == (2, True)
