"""Decisions in the ledger: what they hold for, how long, and that nobody's is lost."""

import subprocess
import sys
import time
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import duckdb
import pytest

from claims.errors import DecidedMeanwhile, LedgerError, LedgerLocked, NoSuchFlag, NothingToUndo
from claims.ledger.decide import decide
from claims.ledger.diff_runs import diff_runs
from claims.ledger.find_results import find_results
from claims.ledger.flag_rows import flag_rows
from claims.ledger.list_runs import list_runs
from claims.ledger.migrate import create_tables
from claims.ledger.open import open_ledger
from claims.ledger.read_run import list_articles, read_articles_of
from claims.ledger.record import record_run
from claims.ledger.run_history import run_history
from claims.ledger.settle_run import settle_run
from claims.ledger.undo import undo_decision, undo_last
from claims.records import Choice, Decision, Reason, Scope
from desk_ledger import NOW, batch, chancellor, copy_ledger, flag_of, games, rows, say, wall, write_ledger
from flows.ledger_tasks import LOCK_RETRIES
from report_facts import BEIJING, BEIJING_PLACE
from test_ledger import RUN

NEXT = replace(
    RUN, id="r2", started=RUN.started + timedelta(days=1), finished=RUN.started + timedelta(days=1)
)


@pytest.fixture
def path(tmp_path, tmp_path_factory):
    return copy_ledger(tmp_path, tmp_path_factory)


def suppressed(path, run=NEXT, articles=None, day=date(2026, 11, 27)):
    """The articles whose flags the next run does not raise again."""
    record_run(path, run, batch() if articles is None else articles)
    settle_run(path, run.id, day)
    ids = [id for _, id in list_articles(path, run)]
    found = read_articles_of(path, run, ids)
    return {c.article.id for c in found if any(f.is_suppressed for f in c.findings)}


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope.OCCURRENCE, {"games-1"}),
        (Scope.VALUE, {"games-0", "games-1", "games-2"}),
        (Scope.RULE, {"games-0", "games-1", "games-2"}),
    ],
)
def test_a_rejected_flag_stays_suppressed_as_far_as_it_was_said_to(path, scope, expected):
    say(path, "games-1", scope=scope, reason="right", note="seen on the day")
    assert suppressed(path) == expected
    (record,) = [one for one in list_runs(path) if one.run.id == "r2"]
    assert (record.flags, record.suppressed) == (6 - len(expected), len(expected))


def test_a_rule_goes_further_than_a_value(path):
    say(path, "wall-1", scope=Scope.VALUE)
    assert suppressed(path) == {"wall-1"}
    say(path, "wall-2", scope=Scope.RULE)
    settle_run(path, "r2", date(2026, 11, 27))
    assert {c.article for c in diff_runs(path, "r1", "r2")} == {"wall-1", "wall-2"}


@pytest.mark.parametrize("choice", [Choice.ACCEPT, Choice.DEFER])
def test_only_a_rejection_suppresses(path, choice):
    say(path, "games-1", choice)
    assert suppressed(path) == set()
    (found,) = read_articles_of(path, NEXT, ["games-1"])
    assert found.findings[0].decision.choice is choice
    assert found.findings[0].is_flag


def test_what_was_decided_comes_back_word_for_word(path):
    until = date(2027, 1, 1)
    say(path, "games-1", reason="other", note="a 'note' \"with\" \\ and 🧊", expires=until, repair=None)
    suppressed(path)
    (found,) = read_articles_of(path, NEXT, ["games-1"])
    decision = found.findings[0].decision
    assert replace(decision, id="") == Decision(
        Choice.REJECT, Scope.OCCURRENCE, "Ada", NOW, "other", "a 'note' \"with\" \\ and 🧊", None, until
    )


def test_an_article_that_is_taken_over_does_not_bypass_a_new_decision(path):
    known = find_results(path, NEXT, [checked.article for checked in batch()])
    assert known.new == ()
    record_run(path, NEXT, (), (), known.known)
    settle_run(path, "r2", date(2026, 11, 27))
    assert not any(f.is_suppressed for c in read_articles_of(path, NEXT, ["games-1"]) for f in c.findings)
    say(path, "games-1", scope=Scope.VALUE)
    third = replace(NEXT, id="r3")
    record_run(path, third, (), (), find_results(path, third, [c.article for c in batch()]).known)
    settle_run(path, "r3", date(2026, 11, 27))
    assert {(c.kind, c.article, c.causes) for c in diff_runs(path, "r2", "r3")} == {
        ("suppressed", f"games-{n}", ("decision",)) for n in range(3)
    }
    assert all(f.is_suppressed for c in read_articles_of(path, third, ["games-0"]) for f in c.findings)


def other_facts():
    return [
        replace(c, findings=tuple(replace(f, facts=(BEIJING,)) for f in c.findings))
        for c in [games("games-1")]
    ]


def newer_day():
    facts = (replace(BEIJING, as_of=date(2026, 12, 1), text="said otherwise"), BEIJING_PLACE)
    return [
        replace(c, findings=tuple(replace(f, facts=facts) for f in c.findings)) for c in [games("games-1")]
    ]


def other_words():
    (found,) = games("games-1").findings
    slots = tuple(replace(slot, text="2018 Winter Olympics") for slot in found.claim.slots)
    return [replace(games("games-1"), findings=(replace(found, claim=replace(found.claim, slots=slots)),))]


def other_rule():
    (found,) = games("games-1").findings
    return [replace(games("games-1"), findings=(replace(found, reason=Reason.DIFFERENT_PLACE),))]


@pytest.mark.parametrize("scope", [Scope.OCCURRENCE, Scope.VALUE])
@pytest.mark.parametrize(
    ("changed", "stays"), [(other_facts, False), (other_words, False), (other_rule, False), (newer_day, True)]
)
def test_it_comes_back_when_what_it_was_said_of_changes(path, scope, changed, stays):
    say(path, "games-1", scope=scope)
    assert suppressed(path, articles=changed()) == ({"games-1"} if stays else set())


def test_a_rule_is_another_when_the_code_that_judges_is(path):
    say(path, "games-1", scope=Scope.RULE)
    assert suppressed(path, run=replace(NEXT, rules="new")) == set()
    assert suppressed(path, run=replace(NEXT, id="r3")) == {"games-0", "games-1", "games-2"}


def test_an_edit_elsewhere_in_the_article_changes_nothing(path):
    say(path, "games-1")
    found = games("games-1")
    edited = replace(found, article=replace(found.article, text=found.article.text + " The end."))
    assert suppressed(path, articles=[edited]) == {"games-1"}


@pytest.mark.parametrize(("day", "expected"), [(date(2026, 11, 30), {"games-1"}), (date(2026, 12, 1), set())])
def test_it_comes_back_on_the_day_it_expires(path, day, expected):
    say(path, "games-1", expires=date(2026, 12, 1))
    assert suppressed(path, day=day) == expected


def test_the_narrower_decision_holds(path):
    say(path, "games-1", Choice.ACCEPT)
    say(path, "games-0", scope=Scope.VALUE)
    assert suppressed(path) == {"games-0", "games-2"}


def standing(path, article):
    with open_ledger(path) as db:
        from claims.ledger.standing import find_flags  # noqa: PLC0415

        flag = flag_of_open(db, article)
        return find_flags(db, [flag], NOW.date())[flag].standing


def flag_of_open(db, article):
    return db.execute("SELECT occurrence FROM flags WHERE article = ? LIMIT 1", [article]).fetchone()[0]


def test_a_wider_decision_takes_the_place_of_what_stood_on_its_own_flag(path):
    say(path, "games-1", Choice.ACCEPT)
    say(
        path,
        "games-1",
        scope=Scope.VALUE,
        seen=standing(path, "games-1").id,
        decided=NOW + timedelta(minutes=1),
    )
    assert suppressed(path) == {"games-0", "games-1", "games-2"}
    undo_last(path, "Ada", NOW + timedelta(minutes=2))
    assert standing(path, "games-1").choice is Choice.ACCEPT
    assert standing(path, "games-0") is None


def test_a_decision_on_what_somebody_else_has_decided_is_refused(path):
    say(path, "games-1", Choice.ACCEPT, reviewer="Ben")
    before = rows(path, "SELECT count(*) FROM decisions")
    with pytest.raises(DecidedMeanwhile, match="1 of 1 flags were decided meanwhile") as refused:
        say(path, "games-1")
    assert refused.value.flags == (flag_of(path, "games-1"),)
    assert rows(path, "SELECT count(*) FROM decisions") == before
    assert standing(path, "games-1").reviewer == "Ben"


def test_a_decision_on_another_flag_of_the_same_value_counts_as_meanwhile(path):
    say(path, "games-0", scope=Scope.VALUE, reviewer="Ben")
    with pytest.raises(DecidedMeanwhile):
        say(path, "games-2", Choice.ACCEPT)


def test_of_a_group_all_or_nothing_is_decided(path):
    say(path, "games-1", Choice.ACCEPT, reviewer="Ben")
    group = {flag_of(path, f"games-{n}"): "" for n in range(3)}
    with pytest.raises(DecidedMeanwhile, match="1 of 3"):
        decide(path, group, Decision(Choice.REJECT, Scope.OCCURRENCE, "Ada", NOW))
    assert rows(path, "SELECT count(*) FROM decisions") == [(1,)]


def test_a_group_is_taken_back_as_a_whole(path):
    group = {flag_of(path, f"games-{n}"): "" for n in range(3)}
    decide(path, group, Decision(Choice.REJECT, Scope.OCCURRENCE, "Ada", NOW))
    assert suppressed(path) == {"games-0", "games-1", "games-2"}
    assert set(undo_last(path, "Ada", NOW + timedelta(minutes=1))) == set(group)
    settle_run(path, "r2", date(2026, 11, 27))
    assert diff_runs(path, "r1", "r2") == []
    assert rows(path, "SELECT count(*) FROM decisions") == [(6,)]


def test_undo_goes_back_step_by_step_to_what_was_said_before(path):
    say(path, "games-1", Choice.DEFER)
    say(
        path, "games-1", Choice.REJECT, seen=standing(path, "games-1").id, decided=NOW
    )  # at the very same moment
    assert standing(path, "games-1").choice is Choice.REJECT
    undo_last(path, "Ada", NOW + timedelta(minutes=1))
    assert standing(path, "games-1").choice is Choice.DEFER
    undo_last(path, "Ada", NOW + timedelta(minutes=2))
    assert standing(path, "games-1") is None
    with pytest.raises(NothingToUndo):
        undo_last(path, "Ada", NOW + timedelta(minutes=3))


def test_nobody_takes_back_what_is_another_s_or_long_past(path):
    say(path, "games-1", reviewer="Ben")
    with pytest.raises(NothingToUndo):
        undo_last(path, "Ada", NOW + timedelta(minutes=1))
    with pytest.raises(NothingToUndo):
        undo_last(path, "Ben", NOW + timedelta(hours=13))
    undo_decision(path, standing(path, "games-1").id, "Ada", NOW + timedelta(hours=13))
    assert standing(path, "games-1") is None


def test_what_others_have_decided_since_is_not_taken_back_with_it(path):
    say(path, "games-1", Choice.DEFER)
    first = standing(path, "games-1").id
    say(path, "games-1", seen=first, reviewer="Ben", decided=NOW + timedelta(minutes=1))
    with pytest.raises(DecidedMeanwhile, match="Ben has decided on it since"):
        undo_decision(path, first, "Ada", NOW + timedelta(minutes=2))


def test_a_flag_that_is_not_there_is_said(path):
    with pytest.raises(NoSuchFlag, match="1 of 1 flags are not in the ledger"):
        decide(path, {"0" * 16: ""}, Decision(Choice.ACCEPT, Scope.OCCURRENCE, "Ada", NOW))


def test_equal_statements_of_an_article_are_told_apart():
    found = games("games-1")
    twice = replace(found, findings=found.findings * 2)
    first, second = flag_rows("r1", twice)
    assert first["value"] == second["value"]
    assert first["occurrence"] != second["occurrence"]
    assert [next(flag_rows("r9", twice))["occurrence"]] == [first["occurrence"]]


def test_a_diff_tells_what_was_suppressed_and_what_came_back(path):
    say(path, "wall-1", reason="misread")
    assert suppressed(path) == {"wall-1"}
    (change,) = diff_runs(path, "r1", "r2")
    assert (change.kind, change.article, change.causes, change.why) == (
        "suppressed",
        "wall-1",
        ("decision",),
        "misread",
    )
    record_run(path, replace(NEXT, id="r3"), batch())
    settle_run(path, "r3", date(2026, 11, 27))
    assert diff_runs(path, "r2", "r3") == []
    undo_last(path, "Ada", NOW + timedelta(minutes=1))
    record_run(path, replace(NEXT, id="r4"), batch())
    settle_run(path, "r4", date(2026, 11, 27))
    (change,) = diff_runs(path, "r3", "r4")
    assert (change.kind, change.causes) == ("new", ("decision",))
    assert run_history(path, "r3").new == frozenset()
    assert run_history(path, "r4").new == {("wall-1", 1)}


def old_ledger(path):
    """A ledger as the schema before decisions had it, with a run in it."""
    today = path.with_name("today.duckdb")
    record_run(today, replace(RUN, finished=RUN.started), batch())
    with duckdb.connect(path) as db:
        db.execute(Path(__file__).with_name("ledger_schema_2.sql").read_text(encoding="utf-8"))
        db.execute(f"ATTACH '{today}' AS today (READ_ONLY)")
        for table in ("runs", "articles", "results", "findings", "evidence"):
            columns = ", ".join(name for (name, *_) in db.execute(f"DESCRIBE main.{table}").fetchall())
            db.execute(f"INSERT INTO {table} BY NAME SELECT {columns} FROM today.{table}")
        db.execute("INSERT INTO meta VALUES ('kind', 'fact-claims ledger'), ('schema', '2')")
    today.unlink()


def test_a_ledger_of_an_older_program_is_kept_and_brought_up_to_date(path, tmp_path):
    old = tmp_path / "old.duckdb"
    old_ledger(old)
    say_table = "SELECT * FROM flags ORDER BY ALL"
    assert [one.flags for one in list_runs(old)] == [6]
    assert rows(old, say_table) == rows(path, say_table)
    assert rows(old, "SELECT value FROM meta WHERE key = 'schema'") == [("4",)]
    say(old, "games-1", scope=Scope.VALUE)
    assert suppressed(old) == {"games-0", "games-1", "games-2"}


def test_a_migration_that_fails_leaves_the_ledger_as_it_was(tmp_path, monkeypatch):
    old = tmp_path / "old.duckdb"
    old_ledger(old)

    def fail(*_):
        raise OSError(5, "Input/output error")

    monkeypatch.setattr("claims.ledger.migrate.unpack_checked", fail)
    with pytest.raises(LedgerError, match="cannot be written"):
        list_runs(old)
    monkeypatch.undo()
    assert rows(old, "SELECT value FROM meta WHERE key = 'schema'") == [("2",)]
    assert [one.flags for one in list_runs(old)] == [6]


def test_tables_are_made_alike_by_a_migration_and_anew(tmp_path):
    old, new = tmp_path / "old.duckdb", tmp_path / "new.duckdb"
    old_ledger(old)
    list_runs(old)
    with duckdb.connect(new) as db:
        create_tables(db)
    query = "SELECT table_name, column_name, data_type, is_nullable FROM duckdb_columns() ORDER BY ALL"
    assert rows(old, query) == rows(new, query)


REVIEWER = """
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
sys.path.insert(0, {tests!r})
from desk_ledger import flag_of, games
from claims.ledger.decide import decide
from claims.ledger.open import open_ledger
from claims.records import Choice, Decision, Reason, Scope
path, name, flags = Path(sys.argv[1]), sys.argv[2], sys.argv[3:]
print("ready", flush=True)
sys.stdin.readline()
for flag in flags:
    time.sleep(0.1)  # nobody presses ten keys a second
    decide(path, {{flag: ""}}, Decision(Choice.REJECT, Scope.OCCURRENCE, name, datetime.now(UTC)))
"""


def record_as_a_run_does(*batch):
    """With the retries of its task (``flows/ledger_tasks.py``)."""
    for pause in LOCK_RETRIES:
        try:
            return record_run(*batch)
        except LedgerLocked:
            time.sleep(pause)
    return record_run(*batch)


@pytest.mark.slow
def test_reviewers_and_a_run_at_work_at_once_lose_nothing(tmp_path, request):
    path = write_ledger(tmp_path / "runs.duckdb", [games(f"a{n}") for n in range(10)])
    flags = [flag_of(path, f"a{n}") for n in range(10)]
    code = REVIEWER.format(tests=str(request.path.parent))
    shares = {"Ada": flags[:5], "Ben": flags[5:]}
    reviewers = [
        subprocess.Popen(
            [sys.executable, "-c", code, path, name, *own],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for name, own in shares.items()
    ]
    try:
        assert [one.stdout.readline() for one in reviewers] == ["ready\n"] * 2
        for one in reviewers:
            one.stdin.write("go\n")
            one.stdin.flush()
        run = replace(RUN, id="beside", finished=None)
        for n in range(10):
            record_as_a_run_does(path, run, [games(f"b{n}")])
            time.sleep(0.05)  # between two chunks articles are judged
        assert [one.wait(60) for one in reviewers] == [0, 0]
    finally:
        for one in reviewers:
            one.kill()
            one.communicate()
    assert Counter(name for (name,) in rows(path, "SELECT reviewer FROM decisions")) == {"Ada": 5, "Ben": 5}
    assert rows(path, "SELECT count(*) FROM articles WHERE run = 'beside'") == [(10,)]


@pytest.mark.parametrize("kind", [wall("x", 1988), chancellor("y")])
def test_every_sample_has_one_flag(kind):
    assert [f.is_flag for f in kind.findings] == [True]
