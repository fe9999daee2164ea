"""A run of which nothing is to be judged: it is over without workers and without Prefect, and its report is what any report would be."""

import json
import os
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

import duckdb
import pytest

from claims.errors import BlindRun, LedgerLocked
from claims.ledger.decide import decide
from claims.ledger.find_results import Batch, find_results
from claims.ledger.list_runs import list_runs
from claims.ledger.read_queue import read_queue
from claims.ledger.record import record_run
from claims.ledger.undo import undo_last
from claims.records import Article, Choice, Decision, Scope
from claims.report import keep_report
from claims.report.flag_view import OriginView
from claims.report.name_origins import name_origins
from claims.settings import Settings
from claims.store.build import build_store
from claims.store.open import open_store
from fake_encoder import FakeEncoder
from flows import begin_run as beginning
from flows import run_known as module
from flows.begin_run import BegunRun
from flows.end_run import end_run
from flows.judge_batch import Work, judge_here
from flows.ledger_work import PLAIN
from flows.notify import Hooks
from flows.order import Order
from flows.outcome import Outcome
from flows.repeat_report import FILE_NAME
from flows.run_known import run_known
from flows.split_failures import split_failures
from flows.write_report import write_report
from small_home import write_home

WRONG = "Emmanuel Macron became president of France in May 2014.\n"
CLEAN = "The museum opened its doors at nine. Visitors came in great numbers.\n"


@pytest.fixture(scope="module")
def stores(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Two stores, of which the second has a fact more."""
    place = tmp_path_factory.mktemp("stores")
    home = write_home(place / "home")
    with (home / "packs" / "base" / "entities.csv").open("a") as file:
        file.write("person/jane-roebuck,person,Jane Roebuck\n")
    first = build_store(FakeEncoder(), place / "first.duckdb", home)
    with (home / "packs" / "base" / "facts.csv").open("a") as file:
        file.write("person/emmanuel-macron,born,,1977-12-21,1977-12-21,,,\n")
    return {"first": first, "second": build_store(FakeEncoder(), place / "second.duckdb", home)}


@pytest.fixture
def order(tmp_path: Path, stores: dict[str, Path]) -> Order:
    """Three articles, of which one is wrong, and a file that is none."""
    (tmp_path / "in").mkdir()
    for name, text in (("clean", CLEAN), ("empty", ""), ("other", f"Again. {CLEAN}"), ("wrong", WRONG)):
        (tmp_path / "in" / f"{name}.txt").write_text(text)
    return Order((str(tmp_path / "in"),), tmp_path / "out", stores["first"], date(2020, 1, 1))


class Workers:
    """What goes on with a run: judges what is left, as the flow does, and counts how often it was asked."""

    def __init__(self, found: int = 10) -> None:
        self.judged = list[list[str]]()
        self._found = found

    def __call__(self, begun: BegunRun | None) -> Outcome:
        assert begun is not None
        articles, unread = split_failures(list(begun.inputs))
        self.judged.append([Path(article.source).stem for article in articles])
        batch = look_up(begun, articles)
        done = judge_here(Work(begun.order.facts, begun.order.settings, begun.run), batch.new)
        failures = [*unread, *batch.failed, *done.failures]
        record_run(begun.ledger, begun.run, (), failures, batch.known, {}, [done.part])
        begun.run = replace(begun.run, planted=10, planted_found=self._found, false_alarms=0)
        return end_run(begun, PLAIN, None)


def look_up(begun: BegunRun, articles: list[Article]) -> Batch:
    return find_results(begun.ledger, begun.run, articles, begun.order.retry_errors)


def refuse(_begun: BegunRun | None) -> Outcome:
    """Nothing is to be judged."""
    raise AssertionError("the run went on to workers")


def go(order: Order, go_on: Callable[[BegunRun | None], Outcome] = refuse) -> Outcome:
    return run_known(order, Hooks(), None, go_on)


@pytest.fixture
def first(order: Order) -> Outcome:
    """The run that judges everything."""
    workers = Workers()
    outcome = go(order, workers)
    assert workers.judged == [["clean", "other", "wrong"]]
    assert outcome.counts.flags == 1
    return outcome


def files(outcome: Outcome) -> tuple[bytes, bytes]:
    return outcome.reports.kept.read_bytes(), outcome.reports.kept.with_name("report.json").read_bytes()


def anew(order: Order, outcome: Outcome) -> tuple[bytes, bytes]:
    """The reports of a run, made from the ledger with nothing that was kept."""
    (order.out / FILE_NAME).unlink(missing_ok=True)
    with open_store(order.facts) as store:
        write_report(order.out / "runs.duckdb", outcome.run, order.out, name_origins(store.sources()))
    return files(outcome)


def test_a_run_that_knows_everything_needs_no_workers(order: Order, first: Outcome) -> None:
    again = go(order)
    assert again.counts == replace(first.counts, new=0)
    assert (again.run.planted, again.measured) == (None, first.run)
    assert again.failures == first.failures
    assert files(again)[1] == files(first)[1] == (order.out / "report.json").read_bytes()
    assert (order.out / "report.html").read_bytes() == files(again)[0]
    old, new = list_runs(order.out / "runs.duckdb")
    assert (new.run.id, new.articles, new.judged, new.flags, new.errors) == (again.run.id, 3, 0, 1, 1)
    assert new.run.finished
    assert old.judged == 3


def test_its_report_is_the_one_that_would_be_made_of_its_articles(order: Order, first: Outcome) -> None:
    second, third = go(order), go(order)
    assert files(second) == anew(order, second)
    go(order)
    assert third.run.id.encode() in files(third)[0]
    assert files(third) == anew(order, third)


def test_its_report_takes_no_room_of_its_own(order: Order, first: Outcome) -> None:
    again = go(order)
    kept = [outcome.reports.kept.with_name("report.json") for outcome in (first, again)]
    assert kept[0].samefile(kept[1])
    assert not kept[0].samefile(order.out / "report.json")


def test_a_disk_without_hard_links_gets_a_copy(order: Order, first: Outcome, monkeypatch) -> None:
    def refuse_link(_path: Path, _target: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Path, "hardlink_to", refuse_link)
    assert files(go(order))[1] == files(first)[1]


CHANGES = {
    "text": lambda folder: (folder / "clean.txt").write_text(CLEAN + WRONG),
    "a letter": lambda folder: (folder / "clean.txt").write_text(CLEAN.replace("nine", "five")),
    "a new file": lambda folder: (folder / "clean2.txt").write_text(WRONG),
    "another name": lambda folder: (folder / "clean.txt").rename(folder / "clean1.txt"),
    "a file that was none": lambda folder: (folder / "empty.txt").write_text(CLEAN),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_changed_article_is_judged_and_no_other(order: Order, first: Outcome, change: str) -> None:
    CHANGES[change](Path(order.paths[0]))
    workers = Workers()
    outcome = go(order, workers)
    assert len(workers.judged) == 1
    record = list_runs(order.out / "runs.duckdb")[-1]
    assert (record.judged, record.run.planted) == (1, 10)
    assert files(outcome) == anew(order, outcome)


def test_times_and_inodes_of_files_say_nothing(order: Order, first: Outcome) -> None:
    folder = Path(order.paths[0])
    shutil.copytree(folder, folder.with_name("copy"))
    shutil.rmtree(folder)
    folder.with_name("copy").rename(folder)
    (folder / "wrong.txt").touch()
    assert go(order).counts.flags == 1
    status = (folder / "clean.txt").stat()
    (folder / "clean.txt").write_text(CLEAN.replace("nine", "five"))  # as long, and as old
    os.utime(folder / "clean.txt", ns=(status.st_atime_ns, status.st_mtime_ns))
    workers = Workers()
    go(order, workers)
    assert len(workers.judged) == 1


def judged_again(order: Order) -> int:
    workers = Workers()
    outcome = go(order, workers)
    assert files(outcome) == anew(order, outcome)
    return list_runs(order.out / "runs.duckdb")[-1].judged if workers.judged else 0


def test_a_changed_setting_judges_everything_again(order: Order, first: Outcome) -> None:
    assert judged_again(replace(order, settings=Settings(min_confidence=0.6))) == 3
    assert judged_again(replace(order, settings=Settings(min_canary_recall=0.6))) == 0


def test_a_changed_date_judges_everything_again_that_has_none(order: Order, first: Outcome) -> None:
    assert judged_again(replace(order, day=date(2020, 1, 2))) == 3


def test_changed_facts_judge_everything_again(order: Order, first: Outcome, stores: dict[str, Path]) -> None:
    assert judged_again(replace(order, facts=stores["second"])) == 3


def test_changed_rules_judge_everything_again(order: Order, first: Outcome, monkeypatch) -> None:
    monkeypatch.setattr("flows.start_run.rules_version", lambda: "other rules")
    assert judged_again(order) == 3


def test_another_model_judges_everything_again(order: Order, first: Outcome, monkeypatch) -> None:
    class Other(FakeEncoder):
        name = "fake"  # the name that the store was built with

    monkeypatch.setattr(beginning, "make_encoder", lambda _model: Other())
    monkeypatch.setattr("flows.open_bench.make_encoder", lambda _model: Other())
    assert judged_again(order) == 3


def test_what_could_not_be_judged_is_tried_again_when_asked(order: Order, first: Outcome) -> None:
    source = Path(order.paths[0]) / "clean.txt"
    with duckdb.connect(order.out / "runs.duckdb") as db:
        db.execute(
            "INSERT INTO errors SELECT a.run, a.article, a.source, 'broke', r.content, r.versions"
            " FROM articles a JOIN results r USING (content) WHERE a.source = ?",
            [str(source)],
        )
        db.execute("DELETE FROM results WHERE content IN (SELECT content FROM errors)")
        db.execute("DELETE FROM articles WHERE source = ?", [str(source)])
    assert go(order).counts.failures == 2
    workers = Workers()
    assert go(replace(order, retry_errors=True), workers).counts.failures == 1
    assert workers.judged


def test_fewer_inputs_are_a_report_of_fewer(order: Order, first: Outcome) -> None:
    (Path(order.paths[0]) / "wrong.txt").unlink()
    outcome = go(order)
    assert (outcome.counts.articles, outcome.counts.flags) == (2, 0)
    assert files(outcome) == anew(order, outcome)


def test_another_unreadable_file_is_reported(order: Order, first: Outcome) -> None:
    (Path(order.paths[0]) / "blank.txt").write_text(" ")
    outcome = go(order)
    assert outcome.counts.failures == 2
    assert "blank.txt" in files(outcome)[0].decode()
    assert files(outcome) == anew(order, outcome)


def test_decisions_of_meanwhile_stand_in_the_report(order: Order, first: Outcome) -> None:
    ledger, now = order.out / "runs.duckdb", datetime.now(UTC)
    (flag,) = read_queue(ledger, now.date())
    decide(
        ledger, {flag.occurrence: ""}, Decision(Choice.REJECT, Scope.VALUE, "Ada", now, "right", "it was so")
    )
    rejected = go(order)
    assert (rejected.counts.flags, rejected.counts.suppressed) == (0, 1)
    assert all(b"it was so" in file for file in files(rejected))
    assert files(rejected) == anew(order, rejected)
    repeated = go(order)
    assert (repeated.counts.flags, repeated.counts.suppressed) == (0, 1)
    assert files(repeated) == anew(order, repeated)
    undo_last(ledger, "Ada", now)
    back = go(order)
    assert (back.counts.flags, back.counts.new) == (1, 1)
    assert b"it was so" not in files(back)[0]
    again = go(order)  # what was new in the run before is new no more
    assert (again.counts.flags, again.counts.new) == (1, 0)
    assert b"New since the last run</dt><dd>0<" in files(again)[0]
    assert files(again) == anew(order, again)


@pytest.mark.parametrize("damage", ["kept", "cut off", "json", "gone", "code", "newest"])
def test_what_is_kept_is_not_relied_on(order: Order, first: Outcome, damage: str, monkeypatch) -> None:
    kept, old = order.out / FILE_NAME, first.reports.kept.with_name("report.json")
    whole = old.read_bytes()
    if damage == "kept":
        kept.write_bytes(b"x")
    elif damage == "cut off":
        kept.write_bytes(kept.read_bytes()[:-40])
    elif damage == "json":
        old.write_bytes(whole.replace(b"Macron", b"Micron"))
    elif damage == "gone":
        shutil.rmtree(order.out / "reports")
    elif damage == "code":
        monkeypatch.setattr(keep_report, "_code", lambda: "0" * 64)
    else:
        (order.out / "report.json").write_text("{}")
    again = go(order)
    assert files(again)[1] == (order.out / "report.json").read_bytes() == whole
    assert files(again) == anew(order, again)


def test_what_the_code_is_decides_whether_a_report_is_taken_over() -> None:
    form = keep_report.report_form({})
    assert len(form) == 32
    assert form == keep_report.report_form({})
    assert form != keep_report.report_form({"base": OriginView("Base", None)})


def test_statements_that_disagree_are_taken_over(order: Order, first: Outcome) -> None:
    folder = Path(order.paths[0])
    (folder / "a.txt").write_text("Jane Roebuck was born in 1960.\n")
    (folder / "b.txt").write_text("Jane Roebuck was born in 1970.\n")
    told = go(order, Workers())
    assert told.counts.disagreements == 1
    again = go(order)
    assert again.counts.disagreements == 1
    with duckdb.connect(order.out / "runs.duckdb", read_only=True) as db:
        rows = "SELECT * EXCLUDE (run) FROM disagreements WHERE run = ?"
        assert db.execute(rows, [again.run.id]).fetchall() == db.execute(rows, [told.run.id]).fetchall() != []
    assert files(again) == anew(order, again)


def test_planted_sentences_are_checked_where_no_run_has(order: Order, first: Outcome) -> None:
    with duckdb.connect(order.out / "runs.duckdb") as db:
        db.execute("UPDATE runs SET planted = NULL")
    workers = Workers()
    assert go(order, workers).run.planted == 10
    assert workers.judged == [[]]
    assert go(order).measured.planted == 10


def test_a_run_without_articles_owes_nothing_to_planted_sentences(order: Order) -> None:
    folder = Path(order.paths[0])
    outcome = go(replace(order, paths=(str(folder / "empty.txt"),)))
    assert (outcome.counts.articles, outcome.counts.failures, outcome.measured.planted) == (0, 1, None)


def test_a_run_that_repeats_a_blind_one_is_blind(order: Order) -> None:
    seeing = Workers(found=4)
    blind = go(order, seeing)
    with pytest.raises(
        BlindRun, match=f"run {blind.run.id}, which judged by the same versions, flagged 4 of its 10"
    ):
        go(order)
    assert json.loads((order.out / "report.json").read_text())["articles"]
    assert go(replace(order, settings=Settings(min_canary_recall=0.4))).counts.flags == 1


def test_a_ledger_that_is_locked_is_left_to_the_flow(order: Order, first: Outcome, monkeypatch) -> None:
    monkeypatch.setattr("claims.ledger.open.WAIT_SECONDS", 0.0)
    asked = []

    def go_on(begun: BegunRun | None) -> Outcome:
        asked.append(begun)
        return first

    def locked(*_args: object, **_more: object) -> None:
        raise LedgerLocked("somebody has it")

    monkeypatch.setattr(module, "PLAIN", replace(PLAIN, record=locked))
    assert go(order, go_on) is first
    assert asked == [None]
    monkeypatch.setattr(module, "PLAIN", replace(PLAIN, report=locked))
    go(order, go_on)
    assert (asked[1].done, list(asked[1].inputs)) == (4, [])
    monkeypatch.setattr("flows.take_known.take_over", locked)
    go(order, go_on)
    assert (asked[2].done, len(list(asked[2].inputs))) == (0, 4)


def test_a_run_that_was_cut_off_goes_on_where_it_stood(order: Order, first: Outcome) -> None:
    before = files(go(order))
    with duckdb.connect(order.out / "runs.duckdb") as db:
        (run,) = db.execute("SELECT arg_max(run, started) FROM runs").fetchall()[0]
        db.execute("UPDATE runs SET finished = NULL WHERE run = ?", [run])
        db.execute("DELETE FROM articles WHERE run = ? AND source LIKE '%wrong.txt'", [run])
        db.execute("DELETE FROM errors WHERE run = ?", [run])
    again = go(replace(order, paths=(), resume=True))
    assert again.run.id == run
    assert files(again)[1] == before[1]
    assert files(again) == anew(order, again)


def test_inputs_after_a_new_one_are_read_once(order: Order, monkeypatch) -> None:
    monkeypatch.setattr("flows.take_known.FIRST", (2,))
    monkeypatch.setattr("flows.take_known.MOST", 1)
    go(order, Workers())
    (Path(order.paths[0]) / "p.txt").write_text(WRONG)
    workers = Workers()
    outcome = go(order, workers)
    assert workers.judged == [["p", "wrong"]]
    assert outcome.counts.articles == 4
