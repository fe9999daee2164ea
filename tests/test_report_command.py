"""``claims report`` and ``claims apply`` over a ledger."""

import json
from dataclasses import replace
from datetime import timedelta

import pyarrow.parquet as pq
import pytest

from claims.errors import LedgerError, OutputError
from claims.ledger.open import FILE_NAME
from claims.ledger.run_history import run_history
from claims.ledger.source_name import source_name
from claims.records import Choice
from desk_ledger import batch, games, say, wall, write_ledger
from fake_encoder import FakeEncoder
from flows.cli_report import Format
from flows.commands.apply import apply_corrections
from flows.commands.report import report_run
from flows.recall_run import recall_run
from report_page import parse
from test_ledger import RUN

LATER = replace(RUN, id="r2", started=RUN.started + timedelta(hours=1))
ACCEPT = {"choice": Choice.ACCEPT, "repair": 1}


@pytest.fixture
def out(tmp_path):
    write_ledger(tmp_path / FILE_NAME)
    return tmp_path


def report(out, kind, path, small_store, name="latest", **more):
    more = {"whole": False, "accepted": False, "facts": small_store, "encoder": FakeEncoder(), **more}
    return report_run(out, name, Format(kind), path, **more)


@pytest.mark.parametrize("kind", [kind for kind in Format if kind is not Format.PARQUET])
def test_every_format_goes_to_stdout_or_to_a_file(out, small_store, capfdbinary, kind):
    path = out / "new" / "report"
    path.parent.mkdir()
    assert report(out, kind, path, small_store) == 0
    capfdbinary.readouterr()
    assert report(out, kind, None, small_store) == 0
    assert capfdbinary.readouterr().out == path.read_bytes()
    written = path.read_text(encoding="utf-8")
    assert "2020 Winter Olympics" in written
    if kind in ("json", "sarif", "claimreview"):
        json.loads(written)
    assert not [file for file in path.parent.iterdir() if file != path]


def test_parquet_needs_a_file(out, small_store):
    with pytest.raises(OutputError, match="say where it goes with -o FILE"):
        report(out, "parquet", None, small_store)
    report(out, "parquet", out / "flags.parquet", small_store)
    assert pq.read_table(out / "flags.parquet").num_rows == 6


def test_a_run_that_is_not_there_is_said(out, tmp_path, small_store):
    with pytest.raises(LedgerError, match="no run nonsense; claims runs lists them"):
        report(out, "csv", None, small_store, "nonsense")
    with pytest.raises(LedgerError, match="holds no ledger"):
        report(tmp_path / "nothing", "csv", None, small_store)


def test_decisions_of_today_are_in_the_report(out, small_store):
    say(out / FILE_NAME, "games-0", reason="right", note="It says so on the ticket")
    say(out / FILE_NAME, "wall-1", Choice.ACCEPT, note="Sure")
    report(out, "html", out / "r.html", small_store)
    page = parse((out / "r.html").read_text(encoding="utf-8"))
    assert page.one("h1").line == "4 statements to look at in 6 articles"
    assert "It says so on the ticket" in page.one("section", id="suppressed").line
    assert page.one("p", class_="decided").line.startswith("Accepted by Ada, 26 November 2026: Sure")
    report(out, "jsonl", out / "r.jsonl", small_store)
    rows = [json.loads(line) for line in (out / "r.jsonl").read_text().splitlines()]
    assert {row["article"]: row["decision"] for row in rows} == {
        "games-1": None, "games-2": None, "wall-1": "accept", "wall-2": None, "fair": None,
    }  # fmt: skip


def test_what_is_new_and_what_runs_came_to(out, small_store):
    write_ledger(out / FILE_NAME, [games("games-0"), games("games-9"), wall("wall-1", 1987)], LATER)
    history = run_history(out / FILE_NAME, "r2")
    assert history.new == {("games-9", 1), ("wall-1", 1)}
    assert [(run.id, run.articles, run.judged, dict(run.shapes)) for run in history.runs] == [
        ("r1", 6, 6, {"edition": 3, "event_date": 2, "office": 1}),
        ("r2", 3, 3, {"edition": 2, "event_date": 1}),
    ]
    assert run_history(out / FILE_NAME, "r1").new is None
    report(out, "html", out / "r.html", small_store)
    page = parse((out / "r.html").read_text(encoding="utf-8"))
    figures = {div.one("dt").line: div.one("dd").line for div in page.one("dl", class_="figures").all("div")}
    assert (figures["Flags"], figures["Different ones"], figures["New since the last run"]) == ("3", "2", "2")
    assert (
        "The last run was that of 25 November 2026, 06:30 UTC." in page.one("section", class_="summary").line
    )
    assert page.one("figure", id="chart-kinds")


def test_rejected_flags_count_in_no_run(out):
    say(out / FILE_NAME, "games-0")
    recall_run(out, "latest")
    assert dict(run_history(out / FILE_NAME, "r1").runs[-1].shapes) == {
        "edition": 2,
        "event_date": 2,
        "office": 1,
    }


def test_accepted_corrections_go_into_copies(out, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for checked in batch():
        (tmp_path / checked.article.source).write_text(checked.article.text)
    say(out / FILE_NAME, "games-0", **ACCEPT)
    say(out / FILE_NAME, "wall-1", **ACCEPT)
    (tmp_path / "wall-1.txt").write_text("Other words altogether.")
    assert apply_corrections(out, "latest", tmp_path / "copies", first_repairs=False, unchecked=False) == 1
    said = capsys.readouterr()
    assert "1 article corrected, 1 refused, 0 flags left to a person" in said.out
    assert "wall-1.txt has changed since it was judged" in said.err
    (copy,) = (tmp_path / "copies").rglob("*.txt")
    assert copy.read_text() == batch()[0].article.text.replace("2020 Winter Olympics", "the right words")
    assert (tmp_path / "games-0.txt").read_text() == batch()[0].article.text


def test_all_first_repairs_can_be_applied(out, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    for checked in batch():
        (tmp_path / checked.article.source).write_text(checked.article.text)
    assert apply_corrections(out, "latest", tmp_path / "copies", first_repairs=True, unchecked=False) == 0
    assert "6 articles corrected, 0 refused, 0 flags left to a person" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("source", "url", "name"),
    [
        ("wire.jsonl:12", None, "wire.jsonl"),
        ("in/wire.warc:3", "https://www.example.org/a", "example.org"),
        ("archive/2020/a.txt", None, "archive/2020"),
        ("a.txt", None, "a.txt"),
        ("https://example.org/a:80", None, "example.org"),
        ("standard input", "javascript:alert(1)", "standard input"),
        ("in\\news\\a.txt", "https://[broken", "in/news"),
    ],
)
def test_articles_are_counted_under_their_source(source, url, name):
    assert source_name(source, url) == name
