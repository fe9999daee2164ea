"""Decisions that a report has exported: what is taken in, what is not, and why."""

import json
from datetime import timedelta

import pytest

from claims.errors import DecisionsError, LedgerError
from claims.ledger.diff_runs import diff_runs
from claims.ledger.import_decisions import import_decisions
from claims.ledger.read_decisions import read_decisions
from claims.ledger.record import record_run
from claims.ledger.settle_run import settle_run
from claims.records import Choice
from desk_ledger import NOW, batch, copy_ledger, rows, say
from flows.commands.import_decisions import import_files
from test_decisions import NEXT, standing


@pytest.fixture
def path(tmp_path, tmp_path_factory):
    return copy_ledger(tmp_path, tmp_path_factory)


def given(path, article="games-1", **changed):
    """One decision as docs/decisions-file.md has it."""
    ((sha, finding, claim, facts, rule),) = rows(
        path,
        "SELECT sha256, finding, claim, facts, rule FROM articles JOIN flags USING (run, article) WHERE run = 'r1' AND article = ?",
        article,
    )
    return {
        "article": article, "sha256": sha, "finding": finding, "span": {"start": 0, "end": 1, "text": "x"}, "claim": claim,
        "facts": facts, "rule": rule, "decision": "reject", "scope": "value", "reason": "right", "note": "so it was",
        "repair": None, "expires": None, "reviewer": "Cleo", "time": "2026-11-26T08:11:02Z", **changed,
    }  # fmt: skip


def exported(folder, *decisions, **changed):
    told = {
        "kind": "fact-claims decisions", "version": 1, "run": "r1", "exported": "2026-11-26T08:12:40Z", "reviewer": "Cleo",
        "decisions": list(decisions), **changed,
    }  # fmt: skip
    file = folder / "decisions-r1.json"
    file.write_text(json.dumps(told), encoding="utf-8")
    return file


def take_in(path, *decisions):
    return import_decisions(path, read_decisions(exported(path.parent, *decisions)), NOW + timedelta(hours=1))


def test_what_is_taken_in_holds_like_what_was_decided_at_the_desk(path):
    done = take_in(path, given(path))
    assert (done.taken, done.known, done.overtaken, done.refused) == (1, 0, 0, ())
    stands = standing(path, "games-1")
    assert (stands.choice, stands.scope, stands.reviewer, stands.reason, stands.note) == (
        "reject", "value", "Cleo", "right", "so it was",
    )  # fmt: skip
    record_run(path, NEXT, batch())
    settle_run(path, "r2", NOW.date())
    assert {c.article for c in diff_runs(path, "r1", "r2")} == {"games-0", "games-1", "games-2"}


def test_what_comes_twice_counts_once(path):
    assert take_in(path, given(path), given(path)).taken == 1
    again = take_in(path, given(path), given(path, "fair", scope="occurrence"))
    assert (again.taken, again.known) == (1, 1)
    assert rows(path, "SELECT count(*) FROM decisions") == [(2,)]


@pytest.mark.parametrize(("minutes", "reviewer", "overtaken"), [(-30, "Cleo", 0), (30, "Ben", 1)])
def test_of_two_on_one_flag_the_later_one_holds(path, minutes, reviewer, overtaken):
    at = NOW.replace(hour=8, minute=11) + timedelta(minutes=minutes)
    say(path, "games-1", Choice.ACCEPT, reviewer="Ben", decided=at)
    done = take_in(path, given(path, scope="occurrence"))
    assert (done.taken, done.overtaken) == (1, overtaken)
    assert standing(path, "games-1").reviewer == reviewer


@pytest.mark.parametrize(
    ("changed", "says"),
    [
        ({"article": "nowhere"}, "the run had no flag"),
        ({"finding": 9}, "the run had no flag"),
        ({"sha256": "0" * 64}, "the run had another text"),
        ({"claim": "0" * 16}, "is another flag"),
        ({"facts": "0" * 16}, "is another flag"),
        ({"rule": "edition.x.y"}, "is another flag"),
        ({"time": "2099-01-01T00:00:00Z"}, "of a time to come"),
        ({"time": "2026-11-26T08:11:02"}, "has no zone"),
        ({"time": "yesterday"}, "does not follow the format"),
        ({"time": None}, "does not follow the format"),
        ({"decision": "undo"}, "an undo is none"),
        ({"decision": "maybe"}, "does not follow the format"),
        ({"decision": "accept"}, "only a rejection"),
        ({"scope": "world"}, "does not follow the format"),
        ({"note": 3}, "note is no text"),
        ({"expires": "soon"}, "does not follow the format"),
        ({"repair": "first", "decision": "accept", "scope": "occurrence"}, "does not follow the format"),
    ],
)
def test_one_that_does_not_fit_is_left_out_and_the_others_are_taken_in(path, changed, says):
    done = take_in(path, {**given(path), **changed}, given(path, "fair", scope="occurrence"))
    assert done.taken == 1
    ((place, cause),) = done.refused
    assert place == 1
    assert says in cause
    assert rows(path, "SELECT article FROM decisions") == [("fair",)]


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "as JSON it is broken"),
        ("[" * 100_000, "as JSON it is broken"),
        ("[]", "is no file of decisions"),
        ('{"articles": []}', "is no file of decisions"),
        ('{"kind": "fact-claims decisions", "version": 2, "run": "r", "decisions": []}', "of version 2"),
        ('{"kind": "fact-claims decisions", "version": "1", "run": "r", "decisions": []}', "of version '1'"),
        ('{"kind": "fact-claims decisions", "version": 1, "decisions": []}', "names no run"),
        ('{"kind": "fact-claims decisions", "version": 1, "run": "r"}', "no list of decisions"),
    ],
)
def test_a_file_that_is_none_of_decisions_is_refused(tmp_path, text, says):
    file = tmp_path / "x.json"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(DecisionsError, match=says):
        read_decisions(file)


def test_what_cannot_be_read_is_said(tmp_path):
    (tmp_path / "latin.json").write_bytes(b"\xe9")
    for name, says in (
        ("none.json", "cannot be read"),
        ("latin.json", "is no file of decisions"),
        (".", "cannot be read"),
    ):
        with pytest.raises(DecisionsError, match=says):
            read_decisions(tmp_path / name)


def test_the_command_says_what_came_of_it(path, capsys):
    out = path.parent
    assert import_files(out, [exported(out, given(path))]) == 0
    assert "1 taken in, 0 known already, 0 not taken in; 0 had been decided later" in capsys.readouterr().out
    assert import_files(out, [exported(out, given(path), given(path, sha256="0" * 64))]) == 1
    assert "decision 2: the run had another text of games-1" in capsys.readouterr().err
    with pytest.raises(LedgerError, match="holds no ledger"):
        import_files(out / "elsewhere", [])


def test_a_bad_file_keeps_the_others_out_too(path):
    out = path.parent
    (out / "bad.json").write_text("{}", encoding="utf-8")
    with pytest.raises(DecisionsError):
        import_files(out, [exported(out, given(path)), out / "bad.json"])
    assert rows(path, "SELECT count(*) FROM decisions") == [(0,)]
